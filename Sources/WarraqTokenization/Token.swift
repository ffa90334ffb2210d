public import WarraqText

/// What a token is.
///
/// Of the first three, a segment that holds several has the smallest.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  case arabicWord
  case otherWord
  case number
  case punctuation
  case symbol
  case space
  case url
  case email
  case hashtag
  case mention
  case emoji

  /// The kind's name in output.
  public var name: String {
    switch self {
    case .arabicWord: "arabic_word"
    case .otherWord: "other_word"
    case .number: "number"
    case .punctuation: "punctuation"
    case .symbol: "symbol"
    case .space: "space"
    case .url: "url"
    case .email: "email"
    case .hashtag: "hashtag"
    case .mention: "mention"
    case .emoji: "emoji"
    }
  }

  /// Whether the token is a word of any script.
  @inlinable
  public var isWord: Bool { self == .arabicWord || self == .otherWord }
}

/// One token: its place in the original text and its kind.
public struct Token: Hashable, Sendable {
  /// Where the token stands, in UTF-8 bytes of the original text.
  public var range: TextRange
  /// What the token is.
  public var kind: TokenKind

  /// A token of a kind.
  @inlinable
  public init(range: TextRange, kind: TokenKind) {
    self.range = range
    self.kind = kind
  }
}
