import Foundation
import WarraqLexicon
import WarraqTagger
import WarraqText
import WarraqTokenization

/// Gathers the words and phrases that a model carries.
struct TableBuilder {
  private(set) var words: [UInt64: WordClass] = [:]
  private(set) var phrases: [UInt64: PhraseFlags] = [:]

  /// Adds all tables of the sources.
  init(_ sources: TrainingSources) throws {
    try addLists(sources.gazetteers)
    try addOwnLists(sources.lexicon)
    try addClusters(sources.clusters, mostWords: sources.mostWords)
  }

  private static func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
    let key = Array(key)
    return FoldedKey.hash(key.span, 0..<key.count)
  }

  private mutating func add(_ surface: some StringProtocol, _ list: NameList) {
    let words = FoldTable.shared.fold(String(surface)).split(separator: 0x20).map(Self.hash)
    guard var phrase = words.first, words.count <= 8 else { return }
    for word in words.dropFirst() {
      phrases[phrase, default: []].insert(.goesOn)
      phrase = FeatureHash.phrase(phrase, goingOnWith: word)
    }
    phrases[phrase, default: []].insert(list.flag)
  }

  private static func rows(_ url: URL) throws -> [[Substring]] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  /// Whether a row of a list has a source whose licence lets the model have one of its own: rows
  /// that only iso-codes (LGPL) or mledoze/countries (ODbL) give are left out.
  private static func isFree(_ row: [Substring]) -> Bool {
    guard row.count > 2 else { return true }
    return row[2].split(separator: "+").contains { $0 != "iso-codes" && $0 != "mledoze" }
  }

  /// The lists of public sources: surface, type, and sources joined with `+`.
  private mutating func addLists(_ folder: URL) throws {
    let lists: [(String, NameList)] = [
      ("loc.tsv", .places), ("loc_arwiki.tsv", .widePlaces), ("loc_geonames.tsv", .townPlaces),
      ("org.tsv", .organizations), ("org_clubs.tsv", .clubs), ("per_full_arwiki.tsv", .people),
      ("per_units_arabnamer.tsv", .foreignName), ("per_units_google.tsv", .foreignPart),
      ("nat.tsv", .nationality),
    ]
    for (file, list) in lists {
      for row in try Self.rows(folder.appending(path: file)) where Self.isFree(row) {
        add(row[0], list)
      }
    }
    let types: [(String, [Substring: NameList])] = [
      (
        "per_units_wikidata.tsv",
        ["PER_GIVEN": .given, "PER_SURNAME": .family, "PER_NAME": .namePart]
      ),
      (
        "per_gender.tsv",
        ["PER_GIVEN_M": .male, "PER_GIVEN_F": .female, "PER_SURNAME": .genderedFamily]
      ),
      (
        "triggers.tsv",
        ["TRIG_PER": .personCue, "TRIG_ORG": .organizationCue, "TRIG_LOC": .placeCue]
      ),
    ]
    for (file, lists) in types {
      for row in try Self.rows(folder.appending(path: file)) {
        for type in row[1].split(separator: "+") {
          if let list = lists[type] { add(row[0], list) }
        }
      }
    }
  }

  /// Corpus/lexicon.
  private mutating func addOwnLists(_ folder: URL) throws {
    for file in [
      "places.tsv", "organizations.tsv", "persons.tsv", "events-works-agreements.tsv",
      "generated/cldr-countries.tsv", "generated/cldr-cities.tsv",
    ] {
      for row in try Self.rows(folder.appending(path: file)) where row.count == 4 {
        guard row[3] != "label" else { continue }
        switch row[1] {
        case "PER": add(row[0], .ownPersons)
        case "LOC": add(row[0], .ownPlaces)
        case "ORG": add(row[0], .ownOrganizations)
        default: add(row[0], .ownOthers)
        }
      }
    }
    for row in try Self.rows(folder.appending(path: "given-names.tsv")) { add(row[0], .ownGiven) }
    for row in try Self.rows(folder.appending(path: "family-names.tsv")) {
      add(row[0], .ownFamily)
    }
    for row in try Self.rows(folder.appending(path: "titles.tsv")) {
      add(row[0], row[1] == "honorific" ? .honorific : .office)
    }
    for row in try Self.rows(folder.appending(path: "heads.tsv")) {
      add(row[0], row[1] == "ORG" ? .organizationHead : .otherHead)
      add("ال" + row[0], row[1] == "ORG" ? .organizationHead : .otherHead)
    }
    for row in try Self.rows(folder.appending(path: "nationalities.tsv")) {
      for ending in ["", "ة", "ون", "ين", "ان", "ات", "تان", "تين"] {
        add(row[0] + ending, .nationality)
        add("ال" + row[0] + ending, .nationality)
      }
    }
    for row in try Self.rows(folder.appending(path: "function-words.tsv")) {
      switch row[1] {
      case "verb", "speech-verb": add(row[0], .verb)
      case "noun": add(row[0], .noun)
      default: add(row[0], .function)
      }
    }
  }

  /// Clusters, `word count coarse fine`, of the newer text and of all text, and frequencies.
  private mutating func addClusters(_ folder: URL, mostWords: Int) throws {
    func hash(_ word: Substring) -> UInt64 { Self.hash(FoldTable.shared.fold(String(word))[...]) }
    func isUseful(_ word: Substring) -> Bool {
      guard let first = word.utf8.first else { return false }
      return first >= 0xD8 || word.utf8.count == 1
    }
    for (file, isOld) in [("clusters_wiki.tsv", false), ("clusters_all.tsv", true)] {
      for row in try Self.rows(folder.appending(path: file)) where isUseful(row[0]) {
        guard row.count == 4, let coarse = UInt8(row[2]), let fine = UInt16(row[3]) else {
          throw TrainingError("\(file): no word, count and two clusters")
        }
        let key = hash(row[0])
        if isOld {
          guard words.count < mostWords || words[key] != nil else { continue }
          words[key, default: WordClass()].coarseOfOld = coarse
          words[key, default: WordClass()].fineOfOld = fine
        } else {
          words[key, default: WordClass()].coarse = coarse
          words[key, default: WordClass()].fine = fine
        }
      }
    }
    for row in try Self.rows(folder.appending(path: "wordfreq_ar.tsv")) {
      let key = hash(row[0])
      if words[key] != nil, let zipf = Double(row[1]) {
        words[key]?.frequency = UInt8(max(1, min(15, zipf * 2)))
      }
    }
  }
}

/// Where the data comes from.
struct TrainingSources {
  /// Folders of public lists, of clusters and frequencies, and of corpora.
  var gazetteers, clusters, corpora: URL
  /// Corpus/lexicon.
  var lexicon: URL
  /// Words that clusters are kept of.
  var mostWords = 190_000
}
