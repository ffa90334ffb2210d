public import WarraqText

extension TokenList {
  /// The tokens of a text that was cut before: what stands between spaces, tabs and line ends is one
  /// token, whatever it holds.
  ///
  /// A token is of the kind that the tokenizer gives the first word in it, and where it holds none
  /// of that of its first part; of a lone control character, a symbol.
  ///
  /// - Complexity: O(*n*).
  public init(givenIn text: SourceText) {
    let parts = Tokenizer(profile: .arabic).tokenize(text)
    self.init(reservingForBytes: text.count)
    let bytes = text.utf8.span
    var part = 0
    var position = 0
    while position < bytes.count {
      let separator = Self.separatorLength(bytes, position)
      if separator > 0 {
        position += separator
        continue
      }
      let start = position
      while position < bytes.count, Self.separatorLength(bytes, position) == 0 { position += 1 }
      while part < parts.count, parts.end(at: part) <= start { part += 1 }
      var kind: TokenKind?
      var next = part
      while next < parts.count, parts.start(at: next) < position {
        if kind.map({ !$0.isWord && parts.kind(at: next).isWord }) ?? true {
          kind = parts.kind(at: next)
        }
        next += 1
      }
      let keyStart = keyPool.count
      FoldTable.shared.fold(bytes, start..<position, into: &keyPool)
      entries.append(
        Entry(
          start: UInt32(start), end: UInt32(position), keyStart: UInt32(keyStart),
          keyEnd: UInt32(keyPool.count),
          hash: FoldedKey.hash(keyPool.span, keyStart..<keyPool.count), kind: kind ?? .symbol))
    }
  }

  /// Bytes of the space, tab or line end that begins at a byte; 0 for anything else.
  private static func separatorLength(_ bytes: Span<UInt8>, _ position: Int) -> Int {
    switch bytes[position] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where bytes[position + 1] == 0x85: return 2
    case 0xE2
    where bytes[position + 1] == 0x80
      && (bytes[position + 2] == 0xA8 || bytes[position + 2] == 0xA9):
      return 3
    default: return 0
    }
  }
}
