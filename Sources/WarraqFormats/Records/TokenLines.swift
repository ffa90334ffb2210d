public import WarraqText
public import WarraqTokenization

/// A token or a sentence to be written, and the name of its kind.
public struct TokenSpan: Hashable, Sendable {
  /// Where it stands.
  public var range: TextRange
  /// Its kind's name in output: a ``TokenKind``'s, or `sentence`.
  public var kind: String

  /// A token.
  public init(_ token: Token) {
    range = token.range
    kind = token.kind.name
  }

  /// A sentence.
  public init(_ sentence: Sentence) {
    range = sentence.range
    kind = "sentence"
  }
}

/// Writes tokens one a line.
///
/// A line feed, carriage return or tab inside of a token is written as `\n`, `\r` or `\t`, so a
/// line always is one token. In the form with columns a backslash is doubled.
public struct TokenLines: Sendable {
  /// Whether `start`, `end` and `kind` stand before the text, parted by tabs.
  public let hasColumns: Bool
  /// The unit of the columns.
  public let offsets: OffsetUnit

  /// Lines in one of the two forms.
  public init(hasColumns: Bool, offsets: OffsetUnit = .scalar) {
    self.hasColumns = hasColumns
    self.offsets = offsets
  }

  /// The lines of some tokens.
  ///
  /// - Complexity: O(*n*) in the text.
  public func lines(_ tokens: some Sequence<TokenSpan>, of text: SourceText) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 4)
    let index = hasColumns ? OffsetIndex(text, unit: offsets) : nil
    for token in tokens {
      if let index {
        output.append(decimal: index.convert(token.range.lowerBound))
        output.append(0x09)
        output.append(decimal: index.convert(token.range.upperBound))
        output.append(0x09)
        output.append(contentsOf: token.kind.utf8)
        output.append(0x09)
      }
      append(text.utf8[token.range.utf8], to: &output)
      output.append(0x0A)
    }
    return output
  }

  private func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var copied = bytes.startIndex
    for position in bytes.indices {
      let letter: UInt8
      switch bytes[position] {
      case 0x09: letter = 0x74
      case 0x0A: letter = 0x6E
      case 0x0D: letter = 0x72
      case 0x5C where hasColumns: letter = 0x5C
      default: continue
      }
      output.append(contentsOf: bytes[copied..<position])
      output.append(0x5C)
      output.append(letter)
      copied = position + 1
    }
    output.append(contentsOf: bytes[copied...])
  }
}
