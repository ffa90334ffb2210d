import WarraqText
import WarraqTokenization

/// What words mean to a grammar, by the hash of their folded keys.
///
/// Keys are compared by hash alone: a table has some hundred entries, and two Arabic words with one
/// 64-bit FNV-1a hash are not known.
struct WordTable<Word: Sendable>: Sendable {
  private var words: [UInt64: Word] = [:]

  subscript(hash: UInt64) -> Word? { words[hash] }

  /// Gives words, separated by spaces, a meaning; that of a later call counts.
  mutating func add(_ list: String, _ word: Word) {
    for form in list.split(separator: " ") { words[Self.hash(of: String(form))] = word }
  }

  /// The hash of a word's folded key.
  static func hash(of form: String) -> UInt64 {
    let key = FoldTable.shared.fold(form)
    return FoldedKey.hash(key.span, 0..<key.count)
  }
}
