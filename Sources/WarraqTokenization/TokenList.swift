public import WarraqText

/// The tokens of one text, in order, each with a folded key: compact columns, no object a token.
public struct TokenList: RandomAccessCollection, Sendable {
  @usableFromInline var starts: [UInt32] = []
  @usableFromInline var ends: [UInt32] = []
  @usableFromInline var kinds: [TokenKind] = []
  /// Where each token's key stands in `keyPool`.
  @usableFromInline var keyStarts: [UInt32] = []
  @usableFromInline var keyEnds: [UInt32] = []
  @usableFromInline var hashes: [UInt64] = []
  /// The keys of all tokens, in order, as UTF-8; between them may stand those of white space.
  public internal(set) var keyPool: [UInt8] = []

  /// An empty list with room for the tokens of a text of some bytes.
  init(reservingForBytes count: Int) {
    let tokens = count / 9
    starts.reserveCapacity(tokens)
    ends.reserveCapacity(tokens)
    kinds.reserveCapacity(tokens)
    keyStarts.reserveCapacity(tokens)
    keyEnds.reserveCapacity(tokens)
    hashes.reserveCapacity(tokens)
    keyPool.reserveCapacity(count)
  }

  /// 0.
  @inlinable
  public var startIndex: Int { 0 }
  /// The number of tokens.
  @inlinable
  public var endIndex: Int { starts.count }

  /// The token at an index.
  @inlinable
  public subscript(index: Int) -> Token {
    Token(range: range(at: index), kind: kinds[index])
  }

  /// Where a token stands, in UTF-8 bytes of the original text.
  @inlinable
  public func range(at index: Int) -> TextRange {
    TextRange(utf8: Int(starts[index])..<Int(ends[index]))
  }

  /// First byte of a token.
  @inlinable
  public func start(at index: Int) -> Int { Int(starts[index]) }

  /// The byte after a token.
  @inlinable
  public func end(at index: Int) -> Int { Int(ends[index]) }

  /// What a token is.
  @inlinable
  public func kind(at index: Int) -> TokenKind { kinds[index] }

  /// Where a token's folded key stands in ``keyPool``.
  @inlinable
  public func keyRange(at index: Int) -> Range<Int> {
    Int(keyStarts[index])..<Int(keyEnds[index])
  }

  /// ``FoldedKey/hash(_:_:)`` of a token's folded key.
  @inlinable
  public func keyHash(at index: Int) -> UInt64 { hashes[index] }

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
    index > 0 && ends[index - 1] == starts[index]
  }

  /// The whole stretch of text from one token to another.
  @inlinable
  public func range(of tokens: Range<Int>) -> TextRange {
    TextRange(utf8: Int(starts[tokens.lowerBound])..<Int(ends[tokens.upperBound - 1]))
  }

  /// The index of the first token that begins at or after an offset.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  public func firstIndex(atOrAfter offset: UTF8Offset) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < offset.value { low = middle + 1 } else { high = middle }
    }
    return low
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
      guard let kind = unsafe TokenKind(rawValue: batch.kinds[index]),
        includingSpaces || kind != .space
      else { continue }
      unsafe starts.append(batch.starts[index])
      unsafe ends.append(batch.starts[index + 1])
      kinds.append(kind)
      let key = unsafe (base + batch.keyStarts[index])..<(base + batch.keyStarts[index + 1])
      keyStarts.append(key.lowerBound)
      keyEnds.append(key.upperBound)
      hashes.append(FoldedKey.hash(keyPool.span, Int(key.lowerBound)..<Int(key.upperBound)))
    }
  }
}
