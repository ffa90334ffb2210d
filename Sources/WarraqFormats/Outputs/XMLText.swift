import WarraqText

/// Collects XML 1.0.
///
/// Each character that XML 1.0 does not have (control characters, U+FFFE, U+FFFF) becomes one U+FFFD, so
/// scalars can still be counted. A carriage return is a character reference, since parsers make line
/// feeds of plain ones.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  /// An empty text with room for some bytes.
  init(reservingCapacity capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends markup as it is.
  mutating func raw(_ string: String) { bytes.append(contentsOf: string.utf8) }

  /// Appends the characters of valid UTF-8 as content.
  ///
  /// - Complexity: O(*n*).
  mutating func text(_ content: ArraySlice<UInt8>) {
    var position = content.startIndex
    while position < content.endIndex {
      let byte = content[position]
      switch byte {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x0D: raw("&#13;")
      case 0x09, 0x0A, 0x20..<0xEF, 0xF0...: bytes.append(byte)
      case 0xEF:
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        if content[position + 1] == 0xBF, content[position + 2] >= 0xBE {
          raw("\u{FFFD}")
          position += 2
        } else {
          bytes.append(byte)
        }
      default: raw("\u{FFFD}")
      }
      position += 1
    }
  }

  /// Appends a string as content.
  mutating func text(_ string: String) { text(Array(string.utf8)[...]) }

  /// Appends a space, a name, and a value in quotation marks.
  mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    var start = 0
    let content = Array(value.utf8)
    for (position, byte) in content.enumerated() {
      let reference: String
      switch byte {
      case 0x09: reference = "&#9;"
      case 0x0A: reference = "&#10;"
      case 0x22: reference = "&quot;"
      default: continue
      }
      text(content[start..<position])
      raw(reference)
      start = position + 1
    }
    text(content[start...])
    raw("\"")
  }
}
