internal import WarraqText

/// UTF-16 of either byte order to UTF-8.
enum UTF16Decoder {
  /// Decodes bytes.
  ///
  /// - Parameter start: Where the text begins, behind a mark.
  /// - Returns: The text, and for each half of a surrogate pair alone, and for a last byte alone, its
  ///   offset and that of the U+FFFD in its place.
  /// - Complexity: O(*n*).
  static func decode(
    _ bytes: [UInt8], from start: Int, isBigEndian: Bool
  ) -> (utf8: [UInt8], invalid: [(source: Int, position: Int)]) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    var invalid: [(source: Int, position: Int)] = []
    func unit(at position: Int) -> UInt32? {
      guard position + 1 < bytes.count else { return nil }
      let first = UInt32(bytes[position])
      let second = UInt32(bytes[position + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var position = start
    while position < bytes.count {
      let first = unit(at: position)
      switch first {
      case .some(0xD800..<0xDC00):
        if let first, let second = unit(at: position + 2), 0xDC00..<0xE000 ~= second {
          output.append(utf8: 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
          position += 4
          continue
        }
        invalid.append((position, output.count))
        output.append(utf8: 0xFFFD)
      case .some(0xDC00..<0xE000), .none:
        invalid.append((position, output.count))
        output.append(utf8: 0xFFFD)
      case .some(let scalar): output.append(utf8: scalar)
      }
      position += 2
    }
    return (output, invalid)
  }
}
