import WarraqText

/// Cuts a text that arrives in pieces: as it is read from a file or a pipe, of any size.
///
/// Where one piece ends and the next begins does not change the tokens. A stretch is cut once its
/// last white space is known to end it; so what is kept back is the text from the last white space
/// on, and memory is bounded by the longest stretch without any.
///
/// ```swift
/// var stream = TokenStream()
/// while let piece = read() { stream.push(piece.span) { batch, base in … } }
/// stream.finish { batch, base in … }
/// ```
public struct TokenStream: ~Copyable {
  private let scanner: TokenScanner
  /// Where the scanner's bytes begin in the whole text.
  private var base = 0
  /// Where the next token begins in the scanner's bytes.
  private var start = 0
  /// How many bytes must have come before it is worth while to look for an end again.
  private var wanted = 0

  /// A stream at the start of a text.
  public init(
    profile: TokenizationProfile = .arabic, kernel: TokenizerKernel = .preferred,
    withKeys: Bool = false
  ) {
    scanner = TokenScanner([], profile: profile, kernel: kernel, withKeys: withKeys)
  }

  /// The first byte of the whole text that does not continue valid UTF-8, once it is reached; what
  /// comes after it is not cut.
  public var invalidOffset: Int? {
    scanner.invalidOffset.map { base + $0 }
  }

  /// Takes a piece, and hands on the tokens that are sure.
  ///
  /// - Parameter body: Takes a batch and the offset in the whole text that its offsets count from.
  /// - Complexity: O(*n*) in the piece, amortized.
  public mutating func push(
    _ piece: Span<UInt8>, _ body: (_ batch: TokenBatch, _ base: Int) -> Void
  ) {
    guard scanner.invalidOffset == nil else { return }
    // SAFETY: the buffer is used while the span lives.
    unsafe piece.withUnsafeBufferPointer { buffer in
      unsafe scanner.bytes.append(contentsOf: unsafe buffer)
    }
    guard scanner.bytes.count >= wanted else { return }
    guard let end = lastSureEnd() else {
      // Twice as much before the next try: all tries together stay linear.
      wanted = scanner.bytes.count * 2
      return
    }
    cut(upTo: end, body)
    guard scanner.invalidOffset == nil else { return }
    var kept = max(0, end - SureEnds.history)
    while scanner.bytes[kept] & 0xC0 == 0x80 { kept += 1 }
    scanner.bytes.removeFirst(kept)
    base += kept
    start = end - kept
    wanted = 0
  }

  /// Hands on the tokens of what is left.
  public mutating func finish(_ body: (_ batch: TokenBatch, _ base: Int) -> Void) {
    guard scanner.invalidOffset == nil else { return }
    cut(upTo: scanner.bytes.count, body)
    start = scanner.bytes.count
  }

  private func cut(upTo end: Int, _ body: (_ batch: TokenBatch, _ base: Int) -> Void) {
    scanner.rewind(to: start, end: end)
    while scanner.nextBatch() { body(scanner.batch, base) }
  }

  private func lastSureEnd() -> Int? {
    let bytes = scanner.bytes
    return SureEnds.last(in: bytes.span, after: start)
  }
}
