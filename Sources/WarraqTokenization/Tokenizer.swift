public import WarraqText

/// Which boundaries a tokenizer draws.
public enum TokenizationProfile: String, CaseIterable, Sendable {
  /// Exactly the word boundaries of UAX #29, Unicode 15.0.
  case uax29
  /// The pipeline's own: UAX #29 with the tailoring described at ``ArabicTailoring``.
  case arabic
}

/// Cuts a text into tokens.
///
/// Tokens never overlap and stand in text order; with spaces included, those of profile `uax29`
/// tile the text.
public struct Tokenizer: Sendable {
  /// Which boundaries are drawn.
  public let profile: TokenizationProfile
  /// Whether white space (and stray format controls) are tokens too.
  public let includesSpaces: Bool

  private let boundaries = WordBoundaries()
  private let tailoring = ArabicTailoring()
  private let fold = FoldTable.shared

  /// Makes a tokenizer.
  public init(profile: TokenizationProfile = .arabic, includesSpaces: Bool = false) {
    self.profile = profile
    self.includesSpaces = includesSpaces
  }

  /// The tokens of a text.
  ///
  /// - Complexity: O(*n*).
  public func tokenize(_ text: SourceText) -> TokenList {
    let bytes = text.utf8.span
    var tokens = TokenList(reservingForBytes: bytes.count)
    var pieces: [Token] = []
    var position = 0
    while position < bytes.count {
      let segment = boundaries.segment(of: bytes, at: position)
      position = segment.range.upperBound
      if segment.first == .space || profile == .uax29 {
        let kind = TokenKind(first: segment.first, categories: segment.categories)
        add(segment.range, kind, bytes, &tokens)
      } else {
        pieces.removeAll(keepingCapacity: true)
        position = tailoring.cut(segment, of: bytes, into: &pieces)
        for piece in pieces { add(piece.range.utf8, piece.kind, bytes, &tokens) }
      }
    }
    return tokens
  }

  private func add(
    _ range: Range<Int>, _ kind: TokenKind, _ bytes: Span<UInt8>, _ tokens: inout TokenList
  ) {
    guard kind != .space || includesSpaces else { return }
    tokens.append(range, kind)
    tokens.appendKey(of: bytes, range, fold: fold)
  }
}

extension TokenKind {
  /// The kind of a segment by the categories of its scalars.
  init(first: ScalarCategory, categories: CategorySet) {
    self =
      if first == .space {
        .space
      } else if categories.contains(.emoji) {
        .emoji
      } else if categories.contains(.arabicLetter) {
        .arabicWord
      } else if categories.contains(.letter) {
        .otherWord
      } else if categories.contains(.digit) {
        .number
      } else if first == .punctuation {
        .punctuation
      } else {
        .symbol
      }
  }
}
