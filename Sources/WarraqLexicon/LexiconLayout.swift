// The compiled lexicon, format 2: little-endian 32-bit words, then a pool of UTF-8.
//
//   word 0      magic "WRQL"
//   word 1      format version
//   word 2...   count of words of each section, in the order of `LexiconSection`
//   then        the sections, one after the other
//   last        the string pool, padded with NUL to whole words
//
// Phrases are sequences of folded keys, one a token of profile `arabic`. A key's number is found
// through a hash table (`termSlots`), a phrase by walking a trie whose edges (node, key, child)
// stand in a second hash table (`edgeSlots`). Node 0 is the root. The records of a node say what
// its phrase is.

/// The sections of a compiled lexicon, in file order.
package enum LexiconSection: Int, CaseIterable {
  /// Data version: one word, a hash of the sources.
  case fingerprint
  /// Two words a term: offset and length of its folded key in the pool.
  case terms
  /// Hash table of terms: term number + 1, or 0.
  case termSlots
  /// Hash table of edges: node + 1 (or 0), term, child.
  case edgeSlots
  /// Two words a node: first record, count of records.
  case nodes
  /// Two words a record: category | flag << 8 | type << 16, value.
  case records
  /// Seven words an entity: key offset and length, canonical name offset and length, type, region,
  /// the number of its Wikidata item or 0.
  case entities
  /// The string pool; its count is in bytes.
  case pool
}

/// Numbers that reader and writer share.
package enum LexiconLayout {
  package static let magic: UInt32 = 0x4C51_5257
  package static let version: UInt32 = 2
  package static let headerWords = 2 + LexiconSection.allCases.count

  /// The slot where the search for an edge begins.
  package static func edgeHash(node: UInt32, term: UInt32) -> UInt64 {
    var hash = UInt64(node) << 32 | UInt64(term)
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 29)
  }

  /// The slot where the search for a term begins.
  package static func termSlot(hash: UInt64, slots: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ (hash >> 31)) & UInt64(slots - 1))
  }
}
