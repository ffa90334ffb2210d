import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Collects phrases and writes them in the layout of `LexiconLayout`.
///
/// Numbers are given in order of insertion, so that the same input makes the same bytes.
struct LexiconBuilder {
  private var termNumbers: [[UInt8]: UInt32] = [:]
  private var terms: [[UInt8]] = []
  private var children: [UInt64: UInt32] = [:]
  private var edges: [(node: UInt32, term: UInt32, child: UInt32)] = []
  private var records: [[(head: UInt32, value: UInt32)]] = [[]]
  private var entityNumbers: [String: Int] = [:]
  private var entities: [LexiconEntity] = []
  private let tokenizer = Tokenizer()

  var phraseCount: Int { records.count { !$0.isEmpty } }
  var entityCount: Int { entities.count }

  /// The number of an entity, made where it is new.
  mutating func entity(
    key: String, canonical: String, type: EntityType, region: String?, wikidata: String?
  ) -> Int {
    if let number = entityNumbers[key] { return number }
    entityNumbers[key] = entities.count
    entities.append(
      LexiconEntity(
        key: key, canonical: canonical, type: type, region: region, wikidata: wikidata))
    return entities.count - 1
  }

  /// Adds a phrase; a record of the same category and type for it stays as it is.
  mutating func add(
    _ surface: String, _ category: LexiconCategory, flag: UInt8 = 0, type: EntityType? = nil,
    value: UInt32 = 0
  ) {
    // A word behind it, so that «د.» is cut as it is in running text.
    let tokens = tokenizer.tokenize(SourceText(surface + " و"))
    var node: UInt32 = 0
    for token in tokens.indices.dropLast() {
      let term = number(of: Array(tokens.keyPool[tokens.keyRange(at: token)]))
      let edge = UInt64(node) << 32 | UInt64(term)
      if let child = children[edge] {
        node = child
      } else {
        let child = UInt32(records.count)
        records.append([])
        children[edge] = child
        edges.append((node, term, child))
        node = child
      }
    }
    guard node != 0 else { return }
    let head =
      UInt32(category.rawValue) | UInt32(flag) << 8 | UInt32(type?.code ?? 0xFF) << 16
    let isKnown = records[Int(node)].contains {
      $0.head & 0xFF00FF == head & 0xFF00FF
    }
    if !isKnown { records[Int(node)].append((head, value)) }
  }

  private mutating func number(of key: [UInt8]) -> UInt32 {
    if let number = termNumbers[key] { return number }
    let number = UInt32(terms.count)
    termNumbers[key] = number
    terms.append(key)
    return number
  }

  /// The compiled lexicon.
  func build(fingerprint: UInt64) -> [UInt8] {
    var pool: [UInt8] = []
    var termWords: [UInt32] = []
    for term in terms {
      termWords += [UInt32(pool.count), UInt32(term.count)]
      pool += term
    }
    var entityWords: [UInt32] = []
    for entity in entities {
      for string in [entity.key, entity.canonical] {
        entityWords += [UInt32(pool.count), UInt32(string.utf8.count)]
        pool += Array(string.utf8)
      }
      let region = Array((entity.region ?? "").utf8)
      entityWords.append(UInt32(entity.type.code))
      entityWords.append(region.count == 2 ? UInt32(region[0]) | UInt32(region[1]) << 8 : 0)
      entityWords.append(UInt32(entity.wikidata?.dropFirst() ?? "0") ?? 0)
    }
    var nodeWords: [UInt32] = []
    var recordWords: [UInt32] = []
    for list in records {
      nodeWords += [UInt32(recordWords.count / 2), UInt32(list.count)]
      for record in list { recordWords += [record.head, record.value] }
    }
    let sections: [LexiconSection: [UInt32]] = [
      .fingerprint: [UInt32(truncatingIfNeeded: fingerprint), UInt32(fingerprint >> 32)],
      .terms: termWords, .termSlots: termSlots(), .edgeSlots: edgeSlots(), .nodes: nodeWords,
      .records: recordWords, .entities: entityWords,
    ]
    var words: [UInt32] = [LexiconLayout.magic, LexiconLayout.version]
    for section in LexiconSection.allCases {
      words.append(UInt32(section == .pool ? pool.count : sections[section]?.count ?? 0))
    }
    for section in LexiconSection.allCases { words += sections[section] ?? [] }
    var bytes: [UInt8] = []
    for word in words { withUnsafeBytes(of: word.littleEndian) { bytes += $0 } }
    bytes += pool
    while bytes.count % 4 != 0 { bytes.append(0) }
    return bytes
  }

  /// A power of two that leaves at least a quarter of the slots free.
  private func slotCount(_ count: Int) -> Int {
    var slots = 16
    while slots * 3 < count * 4 { slots *= 2 }
    return slots
  }

  private func termSlots() -> [UInt32] {
    var slots = [UInt32](repeating: 0, count: slotCount(terms.count))
    for (number, key) in terms.enumerated() {
      let hash = FoldedKey.hash(key.span, 0..<key.count)
      var slot = LexiconLayout.termSlot(hash: hash, slots: slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
    return slots
  }

  private func edgeSlots() -> [UInt32] {
    let count = slotCount(edges.count)
    var slots = [UInt32](repeating: 0, count: count * 3)
    for edge in edges {
      let hash = LexiconLayout.edgeHash(node: edge.node, term: edge.term)
      var slot = Int(hash & UInt64(count - 1))
      while slots[slot * 3] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot * 3] = edge.node + 1
      slots[slot * 3 + 1] = edge.term
      slots[slot * 3 + 2] = edge.child
    }
    return slots
  }
}
