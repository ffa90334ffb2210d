public import WarraqText

/// The tokens of a text, found as they are asked for.
///
/// ```swift
/// for token in Tokenizer().tokens(in: text) where token.kind == .number { … }
/// ```
///
/// Between two batches nothing is computed, and no token allocates anything. A sequence can be
/// iterated again; each iterator has a scanner of its own.
public struct TokenSequence: Sequence, Sendable {
  /// The text that ranges point into.
  public let text: SourceText
  /// Which boundaries are drawn.
  public let profile: TokenizationProfile
  /// Whether white space is tokens too.
  public let includesSpaces: Bool
  /// What finds them.
  public let kernel: TokenizerKernel

  /// Tokens of a text.
  public init(
    _ text: SourceText, profile: TokenizationProfile = .arabic, includesSpaces: Bool = false,
    kernel: TokenizerKernel = .preferred
  ) {
    self.text = text
    self.profile = profile
    self.includesSpaces = includesSpaces
    self.kernel = kernel
  }

  /// Steps through the tokens.
  public func makeIterator() -> Iterator {
    Iterator(
      TokenScanner(text, profile: profile, kernel: kernel), includesSpaces: includesSpaces)
  }

  /// Steps through the tokens of a text, batch by batch.
  @safe
  public struct Iterator: IteratorProtocol {
    @usableFromInline let scanner: TokenScanner
    @usableFromInline let skipped: UInt8
    /// The kinds of the scanner's batch and behind them the starts; they live as long as it. One
    /// pointer, since each variable less is one less to be kept in memory by a loop.
    @usableFromInline let columns: UnsafeRawPointer
    @usableFromInline var index = 0
    @usableFromInline var count = 0

    init(_ scanner: TokenScanner, includesSpaces: Bool) {
      self.scanner = scanner
      skipped = includesSpaces ? .max : TokenKind.space.rawValue
      unsafe columns = UnsafeRawPointer(scanner.batch.kinds)
    }

    /// The next token.
    ///
    /// - Complexity: O(1) on average.
    @inlinable
    public mutating func next() -> Token? {
      while true {
        if _slowPath(index == count) {
          index = 0
          count = scanner.nextCount()
          if count == 0 { return nil }
        }
        // SAFETY: index < count, and both columns hold `count` entries, the first one more.
        let kind = unsafe columns.load(fromByteOffset: index, as: UInt8.self)
        let place = TokenBatch.startsOffset &+ index &* 4
        let start = unsafe columns.load(fromByteOffset: place, as: UInt32.self)
        let end = unsafe columns.load(fromByteOffset: place &+ 4, as: UInt32.self)
        index &+= 1
        if kind == skipped { continue }
        return Token(
          range: unsafe TextRange(
            uncheckedBounds: (lower: UTF8Offset(Int(start)), upper: UTF8Offset(Int(end)))),
          // SAFETY: the scanner writes raw values only, and those of a plain enumeration counted up
          // from 0 are what it is in memory.
          kind: unsafe unsafeBitCast(kind, to: TokenKind.self))
      }
    }
  }
}

extension Tokenizer {
  /// The tokens of a text, found as they are asked for.
  public func tokens(in text: SourceText) -> TokenSequence {
    TokenSequence(text, profile: profile, includesSpaces: includesSpaces, kernel: kernel)
  }
}
