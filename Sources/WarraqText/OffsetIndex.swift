/// Converts UTF-8 offsets of one text to another unit.
///
/// One pass over the text counts scalars and UTF-16 units before each block of 64 bytes; a
/// conversion then looks at one block.
///
/// - Complexity: O(*n*) to make, O(1) a conversion.
public struct OffsetIndex: Sendable {
  /// The unit of the results.
  public let unit: OffsetUnit
  private let text: SourceText
  /// Units before each block; empty for `.utf8`.
  private let counts: [UInt32]

  private static let blockShift = 6

  /// Makes the index of a text for one unit.
  public init(_ text: SourceText, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    guard unit != .utf8 else {
      counts = []
      return
    }
    let bytes = text.utf8.span
    let blocks = (bytes.count >> Self.blockShift) + 1
    var counts = [UInt32]()
    counts.reserveCapacity(blocks)
    var total: UInt32 = 0
    var start = 0
    for _ in 0..<blocks {
      counts.append(total)
      let end = min(start + 1 << Self.blockShift, bytes.count)
      total += Self.units(bytes, start..<end, unit)
      start = end
    }
    self.counts = counts
  }

  /// The offset in this index's unit.
  public func convert(_ offset: UTF8Offset) -> Int {
    guard unit != .utf8 else { return offset.value }
    let block = offset.value >> Self.blockShift
    let start = block << Self.blockShift
    return Int(counts[block] + Self.units(text.utf8.span, start..<offset.value, unit))
  }

  /// Units that begin in a range of bytes: one at each byte that is no continuation byte, and in
  /// UTF-16 one more at each lead byte of a four-byte sequence.
  private static func units(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ unit: OffsetUnit
  ) -> UInt32 {
    var count = 0
    var position = range.lowerBound
    while position + 8 <= range.upperBound {
      // SAFETY: the eight bytes end in the range, which is inside of the text.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position, as: UInt64.self)
      // A continuation byte has its highest bit and not the next one.
      count += 8 - (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      if unit == .utf16 {
        count += (word & word << 1 & word << 2 & word << 3 & 0x8080_8080_8080_8080).nonzeroBitCount
      }
      position += 8
    }
    while position < range.upperBound {
      let byte = bytes[position]
      count += byte & 0xC0 != 0x80 ? 1 : 0
      count += unit == .utf16 && byte >= 0xF0 ? 1 : 0
      position += 1
    }
    return UInt32(truncatingIfNeeded: count)
  }
}
