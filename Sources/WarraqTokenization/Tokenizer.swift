public import WarraqText

/// Which boundaries a tokenizer draws.
public enum TokenizationProfile: String, CaseIterable, Sendable {
  /// Exactly the word boundaries of UAX #29, Unicode 15.0.
  case uax29
  /// The pipeline's own: UAX #29 with the tailoring described in docs/TOKENIZER.md.
  case arabic
}

/// Cuts a text into tokens.
///
/// Tokens never overlap and stand in text order; with spaces included they tile the text.
public struct Tokenizer: Sendable {
  /// Which boundaries are drawn.
  public let profile: TokenizationProfile
  /// Whether white space (and stray format controls) are tokens too.
  public let includesSpaces: Bool
  /// What finds the boundaries.
  public let kernel: TokenizerKernel

  /// Makes a tokenizer.
  public init(
    profile: TokenizationProfile = .arabic, includesSpaces: Bool = false,
    kernel: TokenizerKernel = .preferred
  ) {
    self.profile = profile
    self.includesSpaces = includesSpaces
    self.kernel = kernel
  }

  /// The tokens of a text, each with its folded key.
  ///
  /// - Complexity: O(*n*).
  public func tokenize(_ text: SourceText) -> TokenList {
    var tokens = TokenList(reservingForBytes: text.count)
    let scanner = TokenScanner(text, profile: profile, kernel: kernel, withKeys: true)
    while scanner.nextBatch() {
      tokens.append(scanner.batch, includingSpaces: includesSpaces)
    }
    return tokens
  }
}
