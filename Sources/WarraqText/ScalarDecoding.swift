/// One scalar decoded from UTF-8, and how many bytes it took.
public struct DecodedScalar: Sendable {
  /// The scalar value.
  public var value: UInt32
  /// Its bytes, 1 to 4.
  public var length: Int

  /// A scalar and its length.
  @inlinable
  public init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
  }
}

extension Span<UInt8> {
  /// Decodes the scalar that begins at a position of valid UTF-8.
  @inlinable
  public func scalar(at position: Int) -> DecodedScalar {
    let lead = self[position]
    if lead < 0x80 { return DecodedScalar(value: UInt32(lead), length: 1) }
    let second = UInt32(self[position + 1] & 0x3F)
    if lead < 0xE0 {
      return DecodedScalar(value: UInt32(lead & 0x1F) << 6 | second, length: 2)
    }
    let third = UInt32(self[position + 2] & 0x3F)
    if lead < 0xF0 {
      return DecodedScalar(value: UInt32(lead & 0x0F) << 12 | second << 6 | third, length: 3)
    }
    let fourth = UInt32(self[position + 3] & 0x3F)
    return DecodedScalar(
      value: UInt32(lead & 0x07) << 18 | second << 12 | third << 6 | fourth, length: 4)
  }

  /// Decodes the scalar that ends just before a position (greater than 0) of valid UTF-8.
  @inlinable
  public func scalar(before position: Int) -> DecodedScalar {
    var start = position - 1
    while self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }
}

extension Array<UInt8> {
  /// Appends a scalar as UTF-8.
  @inlinable
  public mutating func append(utf8 scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    case 0x800..<0x10000:
      append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }
}
