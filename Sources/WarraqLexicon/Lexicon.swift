internal import CWarraqLexicon
public import WarraqTokenization

/// The compiled lexicon: phrases of folded keys, and what they are.
///
/// Made by `Scripts/generate` from `Corpus/lexicon`; see `LexiconLayout.swift` for its layout.
public struct Lexicon: Sendable {
  private let terms: [UInt32]
  private let termSlots: [UInt32]
  private let edgeSlots: [UInt32]
  private let nodes: [UInt32]
  private let records: [UInt32]
  private let entities: [UInt32]
  private let pool: [UInt8]

  /// Identifies the data, in hexadecimal; printed by `warraq --version`.
  public let fingerprint: String

  /// A node of the phrase trie.
  public struct Node: Hashable, Sendable {
    let index: UInt32
    /// Where every phrase begins.
    public static let root = Node(index: 0)
  }

  /// The number of a folded key.
  public struct Term: Hashable, Sendable {
    let index: UInt32
  }

  /// The lexicon that the program carries.
  public static let shared: Lexicon = {
    // SAFETY: the C array is constant, has as many bytes as told and lives as long as the program;
    // the bytes are copied here and the pointer is not kept.
    let bytes = unsafe Array(
      UnsafeRawBufferPointer(start: warraq_lexicon_bytes(), count: warraq_lexicon_size()))
    guard let lexicon = Lexicon(bytes) else {
      preconditionFailure("the compiled lexicon is damaged: run Scripts/generate")
    }
    return lexicon
  }()

  /// Reads a compiled lexicon; `nil` where it is not one of this format.
  ///
  /// The sections' lengths are checked, the numbers in them are not: they come from our own
  /// compiler.
  package init?(_ bytes: [UInt8]) {
    func word(_ index: Int) -> UInt32? {
      guard index >= 0, index * 4 + 4 <= bytes.count else { return nil }
      let at = index * 4
      return UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
        | UInt32(bytes[at + 3]) << 24
    }
    guard word(0) == LexiconLayout.magic, word(1) == LexiconLayout.version else { return nil }
    var sections: [[UInt32]] = []
    var position = LexiconLayout.headerWords
    var poolBytes = 0
    for section in LexiconSection.allCases {
      guard let count = word(2 + section.rawValue) else { return nil }
      if section == .pool {
        poolBytes = Int(count)
        break
      }
      guard (position + Int(count)) * 4 <= bytes.count else { return nil }
      sections.append((0..<Int(count)).map { word(position + $0) ?? 0 })
      position += Int(count)
    }
    guard position * 4 + poolBytes <= bytes.count else { return nil }
    let fingerprint = sections[LexiconSection.fingerprint.rawValue]
    self.fingerprint = fingerprint.reversed().map { Self.hexadecimal($0) }.joined()
    terms = sections[LexiconSection.terms.rawValue]
    termSlots = sections[LexiconSection.termSlots.rawValue]
    edgeSlots = sections[LexiconSection.edgeSlots.rawValue]
    nodes = sections[LexiconSection.nodes.rawValue]
    records = sections[LexiconSection.records.rawValue]
    entities = sections[LexiconSection.entities.rawValue]
    pool = Array(bytes[(position * 4)..<(position * 4 + poolBytes)])
  }

  private static func hexadecimal(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  // MARK: Terms

  /// The term of a token's whole folded key.
  ///
  /// - Complexity: O(1) on average.
  public func term(of tokens: TokenList, at token: Int) -> Term? {
    let range = tokens.keyRange(at: token)
    return term(hash: tokens.keyHash(at: token), key: tokens.keyPool.span, range)
  }

  /// The term of a folded key.
  public func term(_ key: [UInt8]) -> Term? {
    let span = key.span
    return term(hash: FoldedKey.hash(span, 0..<key.count), key: span, 0..<key.count)
  }

  /// The term of a part of a folded key pool.
  public func term(_ pool: [UInt8], _ range: Range<Int>) -> Term? {
    let span = pool.span
    return term(hash: FoldedKey.hash(span, range), key: span, range)
  }

  private func term(hash: UInt64, key: Span<UInt8>, _ range: Range<Int>) -> Term? {
    var slot = LexiconLayout.termSlot(hash: hash, slots: termSlots.count)
    while true {
      let number = termSlots[slot]
      if number == 0 { return nil }
      if isTerm(Int(number - 1), equalTo: key, range) { return Term(index: number - 1) }
      slot = (slot + 1) & (termSlots.count - 1)
    }
  }

  private func isTerm(_ term: Int, equalTo key: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard Int(terms[term * 2 + 1]) == range.count else { return false }
    let start = Int(terms[term * 2])
    for offset in 0..<range.count where pool[start + offset] != key[range.lowerBound + offset] {
      return false
    }
    return true
  }

  // MARK: Phrases

  /// The node one term further, if any phrase goes on so.
  ///
  /// - Complexity: O(1) on average.
  public func child(of node: Node, _ term: Term) -> Node? {
    let slots = edgeSlots.count / 3
    var slot = Int(
      truncatingIfNeeded: LexiconLayout.edgeHash(node: node.index, term: term.index)
        & UInt64(slots - 1))
    while true {
      let parent = edgeSlots[slot * 3]
      if parent == 0 { return nil }
      if parent == node.index + 1, edgeSlots[slot * 3 + 1] == term.index {
        return Node(index: edgeSlots[slot * 3 + 2])
      }
      slot = (slot + 1) & (slots - 1)
    }
  }

  /// The records of the phrase that ends at a node; empty for a mere beginning.
  public func records(at node: Node) -> Range<Int> {
    let first = Int(nodes[Int(node.index) * 2])
    return first..<(first + Int(nodes[Int(node.index) * 2 + 1]))
  }

  /// A record by its number.
  public subscript(record index: Int) -> LexiconRecord {
    let word = records[index * 2]
    return LexiconRecord(
      category: LexiconCategory(rawValue: UInt8(truncatingIfNeeded: word)) ?? .functionWord,
      flag: UInt8(truncatingIfNeeded: word >> 8),
      type: EntityType(code: UInt8(truncatingIfNeeded: word >> 16)),
      value: Int(records[index * 2 + 1]))
  }

  // MARK: Entities

  /// The number of the entity that has a key.
  ///
  /// - Complexity: O(*n*) in the number of entities.
  public func entity(withKey key: String) -> Int? {
    (0..<entities.count / 7).first { string(entities[$0 * 7], entities[$0 * 7 + 1]) == key }
  }

  /// An entity by its number.
  public subscript(entity index: Int) -> LexiconEntity {
    let at = index * 7
    let region = entities[at + 5]
    return LexiconEntity(
      key: string(entities[at], entities[at + 1]),
      canonical: string(entities[at + 2], entities[at + 3]),
      type: EntityType(code: UInt8(truncatingIfNeeded: entities[at + 4])) ?? .miscellaneous,
      region: region == 0
        ? nil
        : String(
          decoding: [UInt8(truncatingIfNeeded: region), UInt8(truncatingIfNeeded: region >> 8)],
          as: UTF8.self),
      wikidata: entities[at + 6] == 0 ? nil : "Q\(entities[at + 6])")
  }

  private func string(_ offset: UInt32, _ length: UInt32) -> String {
    String(decoding: pool[Int(offset)..<Int(offset + length)], as: UTF8.self)
  }
}
