/// The types of named entities.
public enum EntityType: String, CaseIterable, Sendable {
  case person = "PER"
  case location = "LOC"
  case organization = "ORG"
  case event = "EVENT"
  case work = "WORK"
  case miscellaneous = "MISC"

  /// The number of the type in compiled lexicons.
  package var code: UInt8 {
    switch self {
    case .person: 0
    case .location: 1
    case .organization: 2
    case .event: 3
    case .work: 4
    case .miscellaneous: 5
    }
  }

  package init?(code: UInt8) {
    guard let type = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = type
  }
}

/// What a phrase of the lexicon is.
public enum LexiconCategory: UInt8, CaseIterable, Sendable {
  /// A name of an entity; the value is the entity's number, the flag its evidence.
  case entity
  /// A given name; flag 1 where it is an everyday word too.
  case givenName
  /// A family name; flag 1 where it is an everyday word too.
  case familyName
  /// A title right before a name.
  case honorific
  /// A definite office noun that may stand before a name.
  case office
  /// The head noun of an office phrase.
  case officeHead
  /// A noun that announces a name; the flag is ``HeadFlags``.
  case head
  /// A nationality adjective, masculine singular without article; the value is its place's number
  /// + 1, or 0.
  case nationality
  /// A function word, verb or frequent noun that no name goes on with; the flag is a
  /// ``FunctionWordClass``.
  case functionWord
}

/// How sure a name is without context.
public enum Evidence: UInt8, Sendable {
  /// Nearly always this thing.
  case sure
  /// Only in quotation marks, after a head noun or title, or beside a sure mention.
  case cued
}

/// Classes of words that end a name.
public enum FunctionWordClass: UInt8, CaseIterable, Sendable {
  case preposition, conjunction, particle, pronoun, demonstrative, relative, adverb, verb
  case speechVerb, noun
}

/// One record of a phrase.
public struct LexiconRecord: Sendable {
  /// What the phrase is.
  public let category: LexiconCategory
  /// Its meaning depends on the category.
  public let flag: UInt8
  /// For heads: the type of the name that follows.
  public let type: EntityType?
  /// Its meaning depends on the category.
  public let value: Int

  /// The evidence of an entity name.
  public var evidence: Evidence { flag == 0 ? .sure : .cued }

  /// The flags of a head noun.
  public var headFlags: HeadFlags { HeadFlags(rawValue: flag) }
}

/// What has to follow a head noun to make a name of it.
public enum HeadComplement: UInt8, Sendable {
  /// Only a quotation: any noun may follow such a head.
  case quotation
  /// One word with the article, a known name, or a quotation.
  case oneWord
  /// Two words with the article, a known name, or a quotation.
  case twoWords
  /// A known place, or a quotation.
  case place
}

/// How a head noun makes names.
public struct HeadFlags: Hashable, Sendable {
  /// Bit 0: left out of the span; bit 1: has the article; bits 2 and 3: the complement.
  public let rawValue: UInt8

  package init(_ drops: Bool, isDefinite: Bool, _ complement: HeadComplement) {
    rawValue = (drops ? 1 : 0) | (isDefinite ? 2 : 0) | complement.rawValue << 2
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Whether the head is left out of the span.
  public var isDropped: Bool { rawValue & 1 != 0 }
  /// Whether it is a form with the article.
  public var isDefinite: Bool { rawValue & 2 != 0 }
  /// What has to follow.
  public var complement: HeadComplement { HeadComplement(rawValue: rawValue >> 2) ?? .quotation }
}

/// One entity of the lexicon.
public struct LexiconEntity: Sendable {
  /// The key of its rows, for example `org/islamic-state` or `iso:EG`.
  public let key: String
  /// Its fullest usual name.
  public let canonical: String
  /// What it is.
  public let type: EntityType
  /// ISO 3166-1 alpha-2 code of a country.
  public let region: String?
  /// Its item in Wikidata, for example `Q79`.
  public let wikidata: String?

  package init(
    key: String, canonical: String, type: EntityType, region: String?, wikidata: String?
  ) {
    self.key = key
    self.canonical = canonical
    self.type = type
    self.region = region
    self.wikidata = wikidata
  }
}
