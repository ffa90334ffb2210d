import WarraqText

/// Counts the tokens of a long text in stripes that need not wait for each other: by several
/// threads, in any order.
///
/// A stripe begins and ends behind the first white space at or after a multiple of ``length``, so
/// all stripes together have the text's tokens. Where that cannot be, the text has to be counted
/// from its start, by a ``TokenStream``.
public struct StripeCounter: ~Copyable {
  /// Bytes of a stripe, more or less.
  public let length: Int
  /// Bytes that are read of the stripes before and behind.
  private let margins: (before: Int, behind: Int)

  private let scanner: TokenScanner
  private let includesSpaces: Bool

  /// A counter of stripes.
  ///
  /// - Parameters:
  ///   - length: Bytes of a stripe. By default it stays in a core's second cache.
  ///   - includingSpaces: Whether white space is tokens too.
  public init(
    profile: TokenizationProfile = .arabic, includingSpaces: Bool = false,
    kernel: TokenizerKernel = .preferred, length: Int = 1 << 19
  ) {
    self.init(
      profile: profile, includingSpaces: includingSpaces, kernel: kernel, length: length,
      behind: 4096)
  }

  init(
    profile: TokenizationProfile, includingSpaces: Bool, kernel: TokenizerKernel, length: Int,
    behind: Int
  ) {
    self.length = length
    self.includesSpaces = includingSpaces
    margins = (before: 2 * SureEnds.history, behind: behind)
    scanner = TokenScanner([], profile: profile, kernel: kernel)
    scanner.bytes = [UInt8](repeating: 0, count: margins.before + length + margins.behind)
  }

  /// The number of stripes of a text of some bytes.
  public func stripes(ofBytes count: Int) -> Int {
    (count + length - 1) / length
  }

  /// Counts the tokens of a stripe.
  ///
  /// A byte order mark at the start of the text is no token.
  ///
  /// - Parameters:
  ///   - index: The stripe's number, from 0.
  ///   - total: Bytes of the whole text.
  ///   - read: Fills an array with the text's bytes from an offset on; returns their number.
  /// - Returns: `nil` where the stripe is not valid UTF-8, the text is shorter than `total`, or
  ///   there is no white space near the stripe's end.
  /// - Complexity: O(``length``).
  public mutating func count<Failure: Error>(
    stripe index: Int, of total: Int,
    read: (_ buffer: inout [UInt8], _ offset: Int) throws(Failure) -> Int
  ) throws(Failure) -> Int? {
    let base = max(0, index * length - margins.before)
    let count = try read(&scanner.bytes, base)
    guard count == min(total - base, scanner.bytes.count) else { return nil }
    let isLast = base + count == total
    let bytes = scanner.bytes
    var start: Int? = bytes.prefix(count).starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if index > 0 {
      start = SureEnds.first(in: bytes.span, from: index * length - base, end: count)
    }
    var end = SureEnds.first(
      in: bytes.span, from: min((index + 1) * length - base, count), end: count)
    if isLast { (start, end) = (start ?? count, end ?? count) }
    guard let start, let end else { return nil }
    return tokens(from: start, to: max(start, end))
  }

  /// `nil` where the bytes are not valid UTF-8.
  private func tokens(from start: Int, to end: Int) -> Int? {
    scanner.rewind(to: start, end: end)
    let found = scanner.countRest()
    guard scanner.invalidOffset == nil else { return nil }
    return includesSpaces ? found.tokens : found.tokens - found.spaces
  }
}
