internal import WarraqText

/// Lays text out in lines as browsers do: white space collapses, blocks have lines of their own.
struct HTMLTextBuilder: Sendable {
  /// The text so far, valid UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where the last line begins.
  private(set) var lineStart = 0
  /// Line breaks that stand before the next character, if one comes.
  private var breaks = 0
  /// Whether a space stands before the next character, if one comes in this line.
  private var hasSpace = false
  /// Elements open that keep white space.
  var preformatted = 0

  /// Most line breaks in a row that `br` makes.
  private static let mostBreaks = 2

  /// Where the next character will stand, or before: white space may come between.
  var position: Int { bytes.count }

  /// Ends the line, if something stands in it.
  mutating func endLine() {
    breaks = max(breaks, 1)
    hasSpace = false
  }

  /// Adds a line break; of several in a row two count, so that a blank line stays.
  mutating func addBreak() {
    breaks = min(breaks + 1, Self.mostBreaks)
    hasSpace = false
  }

  /// Parts what comes from what stands there, by a space if nothing else does.
  mutating func separate() { hasSpace = true }

  /// Adds text.
  ///
  /// - Complexity: O(*n*).
  mutating func add(_ text: ArraySlice<UInt8>) {
    guard preformatted == 0 else { return addPreformatted(text) }
    var position = text.startIndex
    while position < text.endIndex {
      if Self.isSpace(text[position]) {
        hasSpace = true
        position += 1
        continue
      }
      var end = position + 1
      while end < text.endIndex, !Self.isSpace(text[end]) { end += 1 }
      beginText()
      bytes.append(contentsOf: text[position..<end])
      position = end
    }
  }

  private mutating func addPreformatted(_ text: ArraySlice<UInt8>) {
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.offset > 0 { breaks += bytes.isEmpty ? 0 : 1 }
      guard !line.element.isEmpty else { continue }
      beginText()
      bytes.append(contentsOf: line.element)
    }
  }

  /// Writes the white space that stands before the next character.
  private mutating func beginText() {
    if bytes.isEmpty {
      // The text begins with its first character.
    } else if breaks > 0 {
      for _ in 0..<breaks { bytes.append(0x0A) }
      lineStart = bytes.count
    } else if hasSpace {
      bytes.append(0x20)
    }
    (breaks, hasSpace) = (0, false)
  }

  /// The range of what was added since a position, white space at its ends left out; `nil` where
  /// that is nothing.
  func range(from start: Int) -> TextRange? {
    var start = start
    while start < bytes.count, Self.isSpace(bytes[start]) { start += 1 }
    var end = bytes.count
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return start < end ? TextRange(utf8: start..<end) : nil
  }

  /// White space of HTML: tab, line feed, form feed, carriage return, space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }
}
