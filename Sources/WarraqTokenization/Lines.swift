public import WarraqText

/// One line of a text, without its line break.
public struct Line: Hashable, Sendable {
  /// The line's characters, white space at both ends left out; empty for a blank line.
  public var range: TextRange
  /// The tokens that stand in the line.
  public var tokens: Range<Int>

  /// Whether the line holds nothing but white space.
  public var isBlank: Bool { range.isEmpty }
}

/// The lines of a text, in order.
///
/// A line ends at LF, CR, CR LF, VT, FF, U+0085, U+2028 or U+2029. The end of the text ends a line
/// too, unless a line break stands there.
public struct LineList: RandomAccessCollection, Sendable {
  private let lines: [Line]

  /// The lines of a text.
  ///
  /// - Parameter tokens: The text's tokens, without spaces.
  /// - Complexity: O(*n*).
  public init(_ text: SourceText, tokens: TokenList) {
    let bytes = text.utf8.span
    let table = ScalarTable.shared
    var lines: [Line] = []
    var token = 0
    var start = 0
    while start < bytes.count {
      let (end, next) = Self.lineEnd(from: start, in: bytes)
      var first = start
      var last = end
      while first < last {
        let decoded = bytes.scalar(at: first)
        guard table[decoded.value].category == .space else { break }
        first += decoded.length
      }
      while last > first {
        let decoded = bytes.scalar(before: last)
        guard table[decoded.value].category == .space else { break }
        last -= decoded.length
      }
      let firstToken = token
      while token < tokens.count, tokens.start(at: token) < end { token += 1 }
      lines.append(Line(range: TextRange(utf8: first..<last), tokens: firstToken..<token))
      start = next
    }
    self.lines = lines
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of lines.
  public var endIndex: Int { lines.count }

  /// The line at an index.
  public subscript(index: Int) -> Line { lines[index] }

  /// Where a line's characters end and where the next line begins.
  private static func lineEnd(from start: Int, in bytes: Span<UInt8>) -> (end: Int, next: Int) {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x0A, 0x0B, 0x0C:
        return (position, position + 1)
      case 0x0D:
        let pair = position + 1 < bytes.count && bytes[position + 1] == 0x0A
        return (position, position + (pair ? 2 : 1))
      case 0xC2 where bytes[position + 1] == 0x85:
        return (position, position + 2)
      case 0xE2
      where bytes[position + 1] == 0x80
        && (bytes[position + 2] == 0xA8 || bytes[position + 2] == 0xA9):
        return (position, position + 3)
      default:
        position += 1
      }
    }
    return (position, position)
  }
}
