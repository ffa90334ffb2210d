/// Some tokens of a text, one after the other, white space included: columns that fit a core's
/// nearest cache.
///
/// A batch is made once and filled again and again by a ``TokenScanner``. The tokens tile a stretch
/// of the text: each ends where the next one begins.
@safe
public final class TokenBatch {
  /// Tokens that a batch may hold.
  public static let capacity = 4096

  /// The number of tokens. Kept behind the columns: as a variable of the object, which other modules
  /// may read, each access would be checked for overlap, and that is dear where texts are short.
  @usableFromInline var tokenCount: Int {
    @inlinable get { unsafe tokenCounter.pointee }
    set { unsafe tokenCounter.pointee = newValue }
  }
  @usableFromInline let tokenCounter: UnsafeMutablePointer<Int>
  /// `tokenCount` first bytes, and behind them the last token's end.
  @usableFromInline let starts: UnsafeMutablePointer<UInt32>
  @usableFromInline let kinds: UnsafeMutablePointer<UInt8>
  /// Where `starts` stand behind `kinds`: one pointer leads to both.
  @usableFromInline static let startsOffset = capacity + slack
  /// Where each token's key begins in `keys`, and behind them the last key's end; with keys only.
  @usableFromInline let keyStarts: UnsafeMutablePointer<UInt32>
  @usableFromInline var keys: UnsafeMutablePointer<UInt8>
  var keyCapacity: Int

  /// What a kernel may write behind the last entry.
  @usableFromInline static let slack = 64

  init(withKeys: Bool) {
    let room = Self.capacity + Self.slack
    keyCapacity = withKeys ? 1 << 16 : 0
    let countOffset = Self.startsOffset + room * MemoryLayout<UInt32>.stride
    // SAFETY: all live as long as the batch, which alone frees them; readers check indices against
    // `tokenCount`, below which all has been written; writers are the scanner and its kernels, which
    // keep to the capacities. What is behind need not be initialized, as the types are trivial.
    let columns = UnsafeMutableRawPointer.allocate(
      byteCount: countOffset + MemoryLayout<Int>.stride, alignment: 64)
    unsafe tokenCounter = (columns + countOffset).bindMemory(to: Int.self, capacity: 1)
    unsafe tokenCounter.initialize(to: 0)
    unsafe kinds = columns.bindMemory(to: UInt8.self, capacity: room)
    unsafe starts = (columns + Self.startsOffset).bindMemory(to: UInt32.self, capacity: room)
    unsafe keyStarts = .allocate(capacity: withKeys ? room : 1)
    unsafe keys = .allocate(capacity: keyCapacity + Self.slack)
  }

  deinit {
    unsafe UnsafeMutableRawPointer(kinds).deallocate()
    unsafe keyStarts.deallocate()
    unsafe keys.deallocate()
  }

  /// Makes room for keys of `count` bytes; those written before are kept.
  func reserveKeys(_ count: Int) {
    guard count > keyCapacity else { return }
    let capacity = max(count, keyCapacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.slack)
    // SAFETY: both hold at least the bytes copied.
    unsafe larger.initialize(from: keys, count: keyCapacity + Self.slack)
    unsafe keys.deallocate()
    unsafe keys = larger
    keyCapacity = capacity
  }

  /// The number of tokens.
  @inlinable
  public var count: Int { tokenCount }

  /// First byte of a token, counted from the start of the scanner's text.
  @inlinable
  public func start(at index: Int) -> Int {
    precondition(index >= 0 && index < tokenCount)
    return Int(unsafe starts[index])
  }

  /// The byte after a token.
  @inlinable
  public func end(at index: Int) -> Int {
    precondition(index >= 0 && index < tokenCount)
    return Int(unsafe starts[index + 1])
  }

  /// What a token is.
  @inlinable
  public func kind(at index: Int) -> TokenKind {
    precondition(index >= 0 && index < tokenCount)
    return TokenKind(rawValue: unsafe kinds[index]) ?? .symbol
  }

  /// A token's folded key as bytes of UTF-8; empty where the scanner makes no keys.
  @inlinable
  public func key(at index: Int) -> [UInt8] {
    precondition(index >= 0 && index < tokenCount)
    let range = unsafe Int(keyStarts[index])..<Int(keyStarts[index + 1])
    return unsafe Array(UnsafeBufferPointer(start: keys + range.lowerBound, count: range.count))
  }

  /// Calls a function with the columns: the first bytes and, one more, the last token's end; the
  /// raw values of the kinds.
  @inlinable
  public func withColumns<Result, Failure: Error>(
    _ body: (_ starts: Span<UInt32>, _ kinds: Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // SAFETY: both hold that many entries, and nothing writes to them while the spans live.
    let starts = unsafe UnsafeBufferPointer(start: starts, count: tokenCount + 1)
    let kinds = unsafe UnsafeBufferPointer(start: kinds, count: tokenCount)
    return try body(unsafe starts.span, unsafe kinds.span)
  }
}
