/// `html_entities`.
extension MappedText {
  /// Decodes character references, one level deep; unknown and unterminated ones stay.
  ///
  /// A decoded scalar comes from the reference's ampersand.
  func decodingEntities() -> MappedText {
    var result = MappedText(capacity: count)
    var index = 0
    while index < count {
      if scalars[index] == Self.ampersand, let reference = reference(at: index) {
        result.append(reference.scalar, from: origins[index])
        index = reference.end
      } else {
        result.append(scalars[index], from: origins[index])
        index += 1
      }
    }
    return result
  }

  private static let ampersand = UInt32(UInt8(ascii: "&"))
  private static let semicolon = UInt32(UInt8(ascii: ";"))
  private static let numberSign = UInt32(UInt8(ascii: "#"))

  /// The named references that are decoded.
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0,
    "laquo": 0xAB, "raquo": 0xBB, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018,
    "rsquo": 0x2019, "hellip": 0x2026, "ndash": 0x2013, "mdash": 0x2014,
    "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F,
  ]
  private static let longestName = 6

  /// The reference that begins with the ampersand at `start`, and the index after its semicolon.
  private func reference(at start: Int) -> (scalar: UInt32, end: Int)? {
    guard start + 1 < count else { return nil }
    return scalars[start + 1] == Self.numberSign
      ? numericReference(from: start + 2) : namedReference(from: start + 1)
  }

  private func namedReference(from start: Int) -> (scalar: UInt32, end: Int)? {
    var name = ""
    var index = start
    while index < count, index - start <= Self.longestName {
      let scalar = scalars[index]
      index += 1
      if scalar == Self.semicolon { return Self.named[name].map { ($0, index) } }
      guard 0x61...0x7A ~= scalar, let letter = Unicode.Scalar(scalar) else { return nil }
      name.unicodeScalars.append(letter)
    }
    return nil
  }

  /// The reference whose digits, or `x` and hexadecimal digits, begin at `start`.
  private func numericReference(from start: Int) -> (scalar: UInt32, end: Int)? {
    let isHexadecimal = start < count && scalars[start] | 0x20 == UInt32(UInt8(ascii: "x"))
    let radix: UInt32 = isHexadecimal ? 16 : 10
    var index = isHexadecimal ? start + 1 : start
    let firstDigit = index
    var value: UInt32 = 0
    while index < count, let digit = Self.digit(scalars[index]), digit < radix {
      value = min(value * radix + digit, 0x11_0000)
      index += 1
    }
    // U+0000, surrogates and values past U+10FFFF are no characters: such references stay.
    guard index > firstDigit, index < count, scalars[index] == Self.semicolon, value > 0,
      Unicode.Scalar(value) != nil
    else { return nil }
    return (value, index + 1)
  }

  /// The value of an ASCII hexadecimal digit.
  private static func digit(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30...0x39: scalar - 0x30
    case 0x41...0x46: scalar - 0x41 + 10
    case 0x61...0x66: scalar - 0x61 + 10
    default: nil
    }
  }
}
