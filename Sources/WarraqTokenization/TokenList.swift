public import WarraqText

/// The tokens of one text, in order, each with a folded key: 32 bytes a token and no object.
public struct TokenList: RandomAccessCollection, Sendable {
  /// What is kept of a token.
  @usableFromInline
  struct Entry: Sendable {
    @usableFromInline var start: UInt32
    @usableFromInline var end: UInt32
    /// Where its key stands in `keyPool`.
    @usableFromInline var keyStart: UInt32
    @usableFromInline var keyEnd: UInt32
    @usableFromInline var hash: UInt64
    @usableFromInline var kind: TokenKind
  }

  @usableFromInline var entries: [Entry] = []
  /// The keys of all tokens, as UTF-8, in order but for those of respelled words, which come last;
  /// between them may stand those of white space.
  public internal(set) var keyPool: [UInt8] = []

  /// An empty list with room for the tokens of a text of some bytes.
  init(reservingForBytes count: Int) {
    entries.reserveCapacity(count / 9)
    keyPool.reserveCapacity(count)
  }

  /// 0.
  @inlinable
  public var startIndex: Int { 0 }
  /// The number of tokens.
  @inlinable
  public var endIndex: Int { entries.count }

  /// The token at an index.
  @inlinable
  public subscript(index: Int) -> Token {
    Token(range: range(at: index), kind: entries[index].kind)
  }

  /// Where a token stands, in UTF-8 bytes of the original text.
  @inlinable
  public func range(at index: Int) -> TextRange {
    TextRange(utf8: Int(entries[index].start)..<Int(entries[index].end))
  }

  /// First byte of a token.
  @inlinable
  public func start(at index: Int) -> Int { Int(entries[index].start) }

  /// The byte after a token.
  @inlinable
  public func end(at index: Int) -> Int { Int(entries[index].end) }

  /// What a token is.
  @inlinable
  public func kind(at index: Int) -> TokenKind { entries[index].kind }

  /// Where a token's folded key stands in ``keyPool``.
  @inlinable
  public func keyRange(at index: Int) -> Range<Int> {
    Int(entries[index].keyStart)..<Int(entries[index].keyEnd)
  }

  /// ``FoldedKey/hash(_:_:)`` of a token's folded key.
  @inlinable
  public func keyHash(at index: Int) -> UInt64 { entries[index].hash }

  /// A token's folded key as a string; for output and tests, not for hot paths.
  @inlinable
  public func key(at index: Int) -> String {
    String(decoding: keyPool[keyRange(at: index)], as: UTF8.self)
  }

  /// Whether a token's folded key is exactly some bytes.
  @inlinable
  public func keyEquals(_ bytes: [UInt8], at index: Int) -> Bool {
    let range = keyRange(at: index)
    guard range.count == bytes.count else { return false }
    for offset in 0..<bytes.count where keyPool[range.lowerBound + offset] != bytes[offset] {
      return false
    }
    return true
  }

  /// Whether a token follows the one before it with nothing between them.
  @inlinable
  public func isGlued(at index: Int) -> Bool {
    index > 0 && entries[index - 1].end == entries[index].start
  }

  /// The whole stretch of text from one token to another.
  @inlinable
  public func range(of tokens: Range<Int>) -> TextRange {
    TextRange(
      utf8: Int(entries[tokens.lowerBound].start)..<Int(entries[tokens.upperBound - 1].end))
  }

  /// The index of the first token that begins at or after an offset.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  public func firstIndex(atOrAfter offset: UTF8Offset) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].start) < offset.value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Gives a token the folded key of another spelling of its word.
  ///
  /// Where the spelling is not one token, nothing changes.
  ///
  /// - Complexity: O(*n*) in the length of the spelling.
  package mutating func respell(tokenAt index: Int, as spelling: SourceText) {
    let other = Tokenizer(profile: .arabic).tokenize(spelling)
    guard other.count == 1, other.kind(at: 0) == kind(at: index) else { return }
    let start = UInt32(truncatingIfNeeded: keyPool.count)
    keyPool.append(contentsOf: other.keyPool[other.keyRange(at: 0)])
    entries[index].keyStart = start
    entries[index].keyEnd = UInt32(truncatingIfNeeded: keyPool.count)
    entries[index].hash = other.keyHash(at: 0)
  }

  /// Appends the tokens of a batch that has keys.
  mutating func append(_ batch: TokenBatch, includingSpaces: Bool) {
    let base = UInt32(truncatingIfNeeded: keyPool.count)
    // SAFETY: the batch's columns hold `count` entries, those of starts one more; its keys reach to
    // the last key start.
    let count = batch.count
    let keyBytes = unsafe Int(batch.keyStarts[count])
    unsafe keyPool.append(
      contentsOf: UnsafeBufferPointer(start: batch.keys, count: keyBytes))
    for index in 0..<count {
      let kind = unsafe batch.kinds[index]
      if kind == TokenKind.space.rawValue, !includingSpaces { continue }
      let key = unsafe (base &+ batch.keyStarts[index])..<(base &+ batch.keyStarts[index &+ 1])
      entries.append(
        Entry(
          start: unsafe batch.starts[index], end: unsafe batch.starts[index &+ 1],
          keyStart: key.lowerBound, keyEnd: key.upperBound,
          hash: FoldedKey.hash(keyPool.span, Int(key.lowerBound)..<Int(key.upperBound)),
          // SAFETY: as in TokenSequence.
          kind: unsafe unsafeBitCast(kind, to: TokenKind.self)))
    }
  }
}
