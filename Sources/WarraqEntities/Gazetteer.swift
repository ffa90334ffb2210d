public import WarraqLexicon
import WarraqText
import WarraqTokenization

/// A list of names that a user brings along: what it lists is always reported, and as it says.
///
/// Names are compared as the lexicon's are, by folded words: marks, tatweel, hamza seats, ى and ة
/// make no difference, nor do أبو and أبا, عبد written apart or joined, or quotation marks around
/// words. Clitics may stand before the first word.
public struct Gazetteer: Sendable {
  /// One name.
  public struct Entry: Hashable, Sendable {
    /// The name as it stands in texts.
    public var surface: String
    /// What it names.
    public var type: EntityType
    /// The usual name of what it names; `nil`: that of other entries with the same id, else the
    /// surface.
    public var canonical: String?
    /// The user's own id of what it names.
    public var id: String?

    /// A name.
    public init(surface: String, type: EntityType, canonical: String? = nil, id: String? = nil) {
      (self.surface, self.type, self.canonical, self.id) = (surface, type, canonical, id)
    }
  }

  /// What one or several entries name.
  struct Identity: Hashable, Sendable {
    var type: EntityType
    var canonical: String
    var id: String?
  }

  let trie: PhraseTrie
  /// The place in ``identities`` of each number of the trie.
  let identityOfPhrase: [Int]
  let identities: [Identity]
  /// The identities of entities that the lexicon knows by the same names.
  let ofLexicon: [Int: Int]
  /// How many different surfaces it has.
  public let count: Int

  /// A gazetteer of some names.
  ///
  /// - Throws: ``ListError`` where a surface has no letter or digit, or where entries contradict each
  ///   other: one surface with two meanings, one id with two names. Its lines count the entries,
  ///   from 1.
  /// - Complexity: O(*n*).
  public init(_ entries: some Sequence<Entry>) throws(ListError) {
    try self.init(
      entries.enumerated().map { number, entry in
        PlacedEntry(entry: entry, path: "entry", line: number + 1)
      }, faults: [])
  }

  /// An entry and where it stands.
  struct PlacedEntry {
    var entry: Entry
    var path: String
    var line: Int
  }

  init(_ entries: [PlacedEntry], faults: [ListError.Fault]) throws(ListError) {
    var builder = GazetteerBuilder(faults: faults)
    let phrases = SurfacePhrases(entries.map(\.entry.surface))
    for (number, placed) in entries.enumerated() {
      builder.add(placed, phrases.keys(of: number))
    }
    if !builder.faults.isEmpty { throw ListError(builder.faults) }
    trie = builder.trie
    identities = builder.identities
    identityOfPhrase = builder.identityOfPhrase
    count = builder.surfaceCount
    ofLexicon = builder.lexiconIdentities(phrases)
  }
}

/// The keys of many surfaces, tokenized as one text.
struct SurfacePhrases {
  private let keys: PhraseKeys
  private let ranges: [Range<Int>]

  init(_ surfaces: [String]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for surface in surfaces {
      bytes += surface.utf8
      ends.append(bytes.count)
      bytes.append(0x0A)
    }
    let text = SourceText(valid: bytes)
    let tokens = Tokenizer(profile: .arabic).tokenize(text)
    var ranges: [Range<Int>] = []
    var first = 0
    for end in ends {
      var next = first
      while next < tokens.count, tokens.start(at: next) < end { next += 1 }
      ranges.append(first..<next)
      first = next
    }
    keys = PhraseKeys(text, tokens)
    self.ranges = ranges
  }

  /// The keys of a surface; none where it has no letter or digit.
  func keys(of number: Int) -> [UInt64] { keys.phrase(ranges[number]) }

  /// What the lexicon knows by a surface.
  func lexiconEntities(of number: Int, _ lexicon: Lexicon) -> [(entity: Int, type: EntityType)] {
    var node = Lexicon.Node.root
    for token in ranges[number] {
      guard let term = lexicon.term(of: keys.tokens, at: token),
        let next = lexicon.child(of: node, term)
      else { return [] }
      node = next
    }
    return lexicon.records(at: node).compactMap { index in
      let record = lexicon[record: index]
      guard record.category == .entity, let type = record.type else { return nil }
      return (record.value, type)
    }
  }
}

/// Brings entries together that name one thing, and finds those that contradict each other.
private struct GazetteerBuilder {
  var trie = PhraseTrie()
  var identities: [Gazetteer.Identity] = []
  var surfaceCount = 0
  var faults: [ListError.Fault]
  /// The entry that brought each number of the trie.
  private var firsts: [Gazetteer.PlacedEntry] = []
  /// The entry's number in the list, for each number of the trie.
  private var entryNumbers: [Int] = []
  /// The identity of each number of the trie.
  var identityOfPhrase: [Int] = []
  private var known: [Key: Int] = [:]
  /// Where the canonical name of each identity stands; `nil` where it is only a surface.
  private var namedAt: [Gazetteer.PlacedEntry?] = []
  private var added = 0

  private struct Key: Hashable {
    var type: EntityType
    var isID: Bool
    var name: String
  }

  init(faults: [ListError.Fault]) {
    self.faults = faults
  }

  mutating func add(_ placed: Gazetteer.PlacedEntry, _ keys: [UInt64]) {
    defer { added += 1 }
    let entry = placed.entry
    guard !keys.isEmpty else {
      return fault(
        placed,
        entry.surface.isEmpty ? "the surface is empty" : "the surface has no letter or digit")
    }
    let identity = identity(of: placed)
    if let number = trie.insert(keys, number: firsts.count) {
      if identityOfPhrase[number] != identity {
        let first = firsts[number]
        fault(
          placed,
          "\"\(entry.surface)\" means something else at \(first.path):\(first.line)"
            + (first.entry.surface == entry.surface
              ? "" : ", where \"\(first.entry.surface)\" is the same when folded"))
      }
      return
    }
    firsts.append(placed)
    entryNumbers.append(added)
    identityOfPhrase.append(identity)
    surfaceCount += 1
  }

  private mutating func identity(of placed: Gazetteer.PlacedEntry) -> Int {
    let entry = placed.entry
    let key =
      entry.id.map { Key(type: entry.type, isID: true, name: $0) }
      ?? Key(type: entry.type, isID: false, name: entry.canonical ?? entry.surface)
    guard let number = known[key] else {
      known[key] = identities.count
      identities.append(
        Gazetteer.Identity(
          type: entry.type, canonical: entry.canonical ?? entry.surface, id: entry.id))
      namedAt.append(entry.canonical == nil ? nil : placed)
      return identities.count - 1
    }
    if let canonical = entry.canonical, entry.id != nil {
      if let first = namedAt[number] {
        if canonical != identities[number].canonical {
          fault(
            placed,
            "the id \(entry.id ?? "") is called \"\(canonical)\" here and "
              + "\"\(identities[number].canonical)\" at \(first.path):\(first.line)")
        }
      } else {
        identities[number].canonical = canonical
        namedAt[number] = placed
      }
    }
    return number
  }

  private mutating func fault(_ placed: Gazetteer.PlacedEntry, _ message: String) {
    faults.append(ListError.Fault(path: placed.path, line: placed.line, message: message))
  }

  /// What is one thing for the lexicon and two for the list, or the other way round, is left apart.
  func lexiconIdentities(_ phrases: SurfacePhrases) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var contested: Set<Int> = []
    for (number, entry) in entryNumbers.enumerated() {
      let identity = identityOfPhrase[number]
      for found in phrases.lexiconEntities(of: entry, .shared)
      where found.type == identities[identity].type {
        if let known = result.updateValue(identity, forKey: found.entity), known != identity {
          contested.insert(found.entity)
        }
      }
    }
    for entity in contested { result[entity] = nil }
    return result
  }
}
