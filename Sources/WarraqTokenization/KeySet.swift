import WarraqText

/// A small fixed set of words, compared by the hashes of their folded keys.
///
/// For the word lists of rules: a look-up costs no string. Two words with one 64-bit hash would be
/// taken for each other; among the few words of a rule and the words of Arabic none are known.
public struct KeySet: Sendable, ExpressibleByArrayLiteral {
  /// Sorted. A search of a short array beats hashing the hash again.
  @usableFromInline let hashes: [UInt64]

  /// The set of some words; they are folded here.
  public init(arrayLiteral words: String...) {
    self.init(words)
  }

  /// The set of some words; they are folded here.
  public init(_ words: some Sequence<String>) {
    let fold = FoldTable.shared
    hashes = words.map { word in
      let key = fold.fold(word)
      return FoldedKey.hash(key.span, 0..<key.count)
    }.sorted()
  }

  /// Whether a word is in the set.
  ///
  /// - Parameter hash: ``FoldedKey/hash(_:_:)`` of its folded key.
  /// - Complexity: O(log *n*) in the number of words.
  @inlinable
  public func contains(_ hash: UInt64) -> Bool {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }
}

extension TokenList {
  /// Whether a token's folded key is in a set.
  @inlinable
  public func isKey(at index: Int, in set: KeySet) -> Bool {
    set.contains(keyHash(at: index))
  }

  /// The hash of what is left of a token's folded key behind some bytes of clitics.
  @inlinable
  public func keyHash(at index: Int, dropping bytes: Int) -> UInt64 {
    guard bytes > 0 else { return keyHash(at: index) }
    let range = keyRange(at: index)
    return FoldedKey.hash(keyPool.span, (range.lowerBound + bytes)..<range.upperBound)
  }
}
