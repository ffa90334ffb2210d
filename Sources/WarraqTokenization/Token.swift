public import WarraqText

/// What a token is.
public enum TokenKind: String, Sendable, CaseIterable {
  case arabicWord = "arabic_word"
  case otherWord = "other_word"
  case number
  case punctuation
  case symbol
  case space
  case url
  case email
  case hashtag
  case mention
  case emoji

  /// Whether the token is a word of any script.
  public var isWord: Bool { self == .arabicWord || self == .otherWord }
}

/// One token: its place in the original text and its kind.
public struct Token: Hashable, Sendable {
  /// Where the token stands, in UTF-8 bytes of the original text.
  public var range: TextRange
  /// What the token is.
  public var kind: TokenKind

  /// A token of a kind.
  public init(range: TextRange, kind: TokenKind) {
    self.range = range
    self.kind = kind
  }
}
