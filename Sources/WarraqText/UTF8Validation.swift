/// UTF-8 validation (The Unicode Standard 15.0, table 3-7).
///
/// The seam for a vector validator: callers only ask for the first ill-formed part.
enum UTF8Validation {
  /// The first maximal ill-formed part at or after a position that begins a sequence.
  ///
  /// - Complexity: O(distance to it).
  static func firstIllFormed(in bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
    var position = start
    let count = bytes.count
    while position < count {
      let lead = bytes[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      // Arabic, Hebrew, Cyrillic, accented Latin: the common case first.
      if lead >= 0xC2, lead <= 0xDF, position + 1 < count, bytes[position + 1] & 0xC0 == 0x80 {
        position += 2
        continue
      }
      let length = wellFormedPrefix(bytes, position)
      if length.complete {
        position += length.bytes
      } else {
        return position..<position + length.bytes
      }
    }
    return nil
  }

  /// How many bytes at a position are the longest prefix of a well-formed sequence (at least 1),
  /// and whether they are all of it.
  private static func wellFormedPrefix(
    _ bytes: Span<UInt8>, _ position: Int
  ) -> (bytes: Int, complete: Bool) {
    let lead = bytes[position]
    let needed: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: needed = 2
    case 0xE0: (needed, second) = (3, 0xA0...0xBF)
    case 0xED: (needed, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: needed = 3
    case 0xF0: (needed, second) = (4, 0x90...0xBF)
    case 0xF4: (needed, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: needed = 4
    default: return (1, false)
    }
    var length = 1
    while length < needed, position + length < bytes.count {
      let allowed = length == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[position + length]) else { break }
      length += 1
    }
    return (length, length == needed)
  }
}
