import Foundation
import WarraqLexicon
import WarraqTokenization

/// Compiles `Corpus/lexicon` into the lexicon that the program carries.
enum LexiconCompiler {
  static let output = "Sources/CWarraqLexicon/lexicon.bin"

  /// Names, in order of precedence: where two files give the same phrase and type, the first wins.
  private static let nameFiles = [
    "places.tsv", "organizations.tsv", "persons.tsv", "events-works-agreements.tsv",
    "generated/cldr-countries.tsv", "generated/cldr-cities.tsv",
    "generated/iso-codes-countries.tsv",
  ]

  static func files(root: URL) throws -> [(String, Data)] {
    let folder = root.appending(path: "Corpus/lexicon")
    var builder = LexiconBuilder()
    try addNames(folder, &builder)
    try addPersonNames(folder, &builder)
    try addTitles(folder, &builder)
    try addHeads(folder, &builder)
    try addNationalities(folder, &builder)
    try addFunctionWords(folder, &builder)
    var fingerprint: UInt64 = 0
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".tsv") {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      fingerprint = fingerprint &* 31 &+ FoldedKey.hash(bytes.span, 0..<bytes.count)
    }
    let bytes = builder.build(fingerprint: fingerprint)
    print(
      "lexicon: \(builder.phraseCount) phrases, \(builder.entityCount) entities, "
        + "\(bytes.count) bytes")
    return [(output, Data(bytes))]
  }

  private static func addNames(_ folder: URL, _ builder: inout LexiconBuilder) throws {
    // Countries are called what CLDR calls them, whatever file names them first.
    var canonical: [String: String] = [:]
    for row in try TabSeparated.rows(
      folder.appending(path: "generated/cldr-countries.tsv"), fields: 4)
    {
      canonical[row.fields[2]] = row.fields[0]
    }
    var wikidata: [String: String] = [:]
    for row in try TabSeparated.rows(
      folder.appending(path: "generated/wikidata-places.tsv"), fields: 2)
    {
      guard row.fields[1].first == "Q", UInt32(row.fields[1].dropFirst()) != nil else {
        throw DataError("\(row.place): no item of Wikidata: \(row.fields[1])")
      }
      wikidata[row.fields[0]] = row.fields[1]
    }
    let ambiguous = Set(
      try TabSeparated.rows(folder.appending(path: "ambiguous.tsv"), fields: 1).map(\.fields[0]))
    for file in nameFiles {
      for row in try TabSeparated.rows(folder.appending(path: file), fields: 4) {
        let (surface, key) = (row.fields[0], row.fields[2])
        guard let type = EntityType(rawValue: row.fields[1]) else {
          throw DataError("\(row.place): unknown type \(row.fields[1])")
        }
        let region = key.hasPrefix("iso:") ? String(key.dropFirst(4)) : nil
        let entity = builder.entity(
          key: key, canonical: canonical[key] ?? surface, type: type, region: region,
          wikidata: wikidata[key])
        switch row.fields[3] {
        case "label":
          continue
        case "sure", "cued":
          let isCued = row.fields[3] == "cued" || ambiguous.contains(surface)
          builder.add(
            surface, .entity, flag: isCued ? 1 : 0, type: type, value: UInt32(entity))
        default:
          throw DataError("\(row.place): unknown evidence \(row.fields[3])")
        }
      }
    }
  }

  private static func addPersonNames(_ folder: URL, _ builder: inout LexiconBuilder) throws {
    for (file, category) in [
      ("given-names.tsv", LexiconCategory.givenName), ("family-names.tsv", .familyName),
    ] {
      for row in try TabSeparated.rows(folder.appending(path: file), fields: 2) {
        guard let flag: UInt8 = ["name": 0, "word": 1][row.fields[1]] else {
          throw DataError("\(row.place): unknown reading \(row.fields[1])")
        }
        builder.add(row.fields[0], category, flag: flag)
      }
    }
  }

  private static func addTitles(_ folder: URL, _ builder: inout LexiconBuilder) throws {
    let kinds: [String: LexiconCategory] = [
      "honorific": .honorific, "office": .office, "office-head": .officeHead,
    ]
    for row in try TabSeparated.rows(folder.appending(path: "titles.tsv"), fields: 2) {
      guard let category = kinds[row.fields[1]] else {
        throw DataError("\(row.place): unknown kind \(row.fields[1])")
      }
      builder.add(row.fields[0], category)
    }
  }

  private static func addHeads(_ folder: URL, _ builder: inout LexiconBuilder) throws {
    for row in try TabSeparated.rows(folder.appending(path: "heads.tsv"), fields: 4) {
      guard let type = EntityType(rawValue: row.fields[1]),
        let drops = ["keep": false, "drop": true][row.fields[2]],
        let complement = HeadComplement(rawValue: UInt8(row.fields[3]) ?? 0xFF)
      else { throw DataError("\(row.place): unknown type, policy or complement") }
      builder.add(
        row.fields[0], .head, flag: HeadFlags(drops, isDefinite: false, complement).rawValue,
        type: type)
      // «"التقرير الاستراتيجي"»: with the article even a generic head is part of a title.
      // «الشركة المصرية لنقل الكهرباء»: so is that of companies.
      if !drops || type == .work || row.fields[0] == "شركة" {
        builder.add(
          "ال" + row.fields[0], .head,
          flag: HeadFlags(false, isDefinite: true, complement).rawValue, type: type)
      }
    }
  }

  /// Adds the forms of each nisba: gender, number, case, with and without the article.
  private static func addNationalities(_ folder: URL, _ builder: inout LexiconBuilder) throws {
    for row in try TabSeparated.rows(folder.appending(path: "nationalities.tsv"), fields: 2) {
      for ending in ["", "ة", "ون", "ين", "ان", "ات", "تان", "تين"] {
        builder.add(row.fields[0] + ending, .nationality)
        builder.add("ال" + row.fields[0] + ending, .nationality)
      }
    }
  }

  private static func addFunctionWords(_ folder: URL, _ builder: inout LexiconBuilder) throws {
    let classes: [String: FunctionWordClass] = [
      "preposition": .preposition, "conjunction": .conjunction, "particle": .particle,
      "pronoun": .pronoun, "demonstrative": .demonstrative, "relative": .relative,
      "adverb": .adverb, "verb": .verb, "speech-verb": .speechVerb, "noun": .noun,
    ]
    for row in try TabSeparated.rows(folder.appending(path: "function-words.tsv"), fields: 2) {
      guard let wordClass = classes[row.fields[1]] else {
        throw DataError("\(row.place): unknown class \(row.fields[1])")
      }
      builder.add(row.fields[0], .functionWord, flag: wordClass.rawValue)
    }
  }
}
