import WarraqText
import WarraqTokenization

/// The words of time, by the hashes of their folded keys: an open table that is looked up once for
/// every word of a text.
///
/// Keys are compared by hash alone: the table has some thousand entries, and two Arabic words with
/// one 64-bit hash are not known.
struct TemporalVocabulary: Sendable {
  static let shared = TemporalVocabulary()

  /// The meanings; that of index 0 is none.
  private var words: [TemporalWord] = [.none]
  /// Whether an expression may begin with the word at an index.
  private var beginnings: [Bool] = []
  /// Hashes and indices, both 0 where a slot is free.
  private var hashes: [UInt64]
  private var indices: [UInt16]
  /// A bit for each of the hashes' lowest bits: most words of a text are refused by it.
  private var filter: [UInt64]

  private static let slotBits = 12
  private static let filterBits = 14

  private init() {
    hashes = [UInt64](repeating: 0, count: 1 << Self.slotBits)
    indices = [UInt16](repeating: 0, count: 1 << Self.slotBits)
    filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
    addMonths()
    addCalendarWords()
    addNumbers()
    addUnits()
    addRelations()
    addDayWords()
    addContextWords()
    beginnings = words.map(\.mayBegin)
    precondition(words.count < hashes.count / 2, "the table of words of time is too small")
  }

  /// The index of a word's meaning, 0 for none.
  ///
  /// - Parameter hash: ``FoldedKey/hash(_:_:)`` of its folded key.
  @inline(__always)
  func index(_ hash: UInt64) -> UInt16 {
    let low = Int(truncatingIfNeeded: hash & (1 << UInt64(Self.filterBits) - 1))
    guard filter[low &>> 6] &>> UInt64(low & 63) & 1 == 1 else { return 0 }
    return search(hash)
  }

  private func search(_ hash: UInt64) -> UInt16 {
    var slot = Self.slot(hash)
    while indices[slot] != 0 {
      if hashes[slot] == hash { return indices[slot] }
      slot = (slot + 1) & (hashes.count - 1)
    }
    return 0
  }

  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> UInt64(64 - slotBits))
  }

  /// Whether an expression may begin with the word at an index.
  @inline(__always)
  func mayBegin(_ index: UInt16) -> Bool { beginnings[Int(index)] }

  /// The meaning at an index.
  subscript(index: UInt16) -> TemporalWord { words[Int(index)] }

  /// Gives words, separated by spaces, a meaning beside those they have.
  mutating func add(_ list: String, _ change: (inout TemporalWord) -> Void) {
    let fold = FoldTable.shared
    var forms = list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    // Texts taken from PDF have «األول» for «الأول»: lam and alef the wrong way round.
    forms += forms.filter { $0.hasPrefix("الأ") || $0.hasPrefix("الإ") }
      .map { "ا" + $0.dropFirst(2).prefix(1) + "ل" + $0.dropFirst(3) }
    for form in forms {
      let key = fold.fold(form)
      let hash = FoldedKey.hash(key.span, 0..<key.count)
      var index = Int(search(hash))
      if index == 0 {
        index = words.count
        words.append(.none)
        var slot = Self.slot(hash)
        while indices[slot] != 0 { slot = (slot + 1) & (hashes.count - 1) }
        hashes[slot] = hash
        indices[slot] = UInt16(index)
        let low = Int(truncatingIfNeeded: hash & (1 << UInt64(Self.filterBits) - 1))
        filter[low >> 6] |= 1 << UInt64(low & 63)
      }
      change(&words[index])
    }
  }

  mutating func add(_ list: String, _ flags: TemporalWord.Flags) {
    add(list) { $0.flags.formUnion(flags) }
  }
}
