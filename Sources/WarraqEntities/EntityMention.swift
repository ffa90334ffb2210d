public import WarraqLexicon
public import WarraqText

/// One mention of a named entity.
public struct EntityMention: Sendable, Hashable {
  /// Where the name stands; clitics, quotes and titles are left out.
  public var range: TextRange
  /// What the entity is.
  public var type: EntityType
  /// The entity's place in ``EntityAnnotation/entities``.
  public var entity: Int
  /// How sure the rule is, between 0 and 1: the tagger's is calibrated, that of other rules a
  /// constant of the rule.
  public var confidence: Double
  /// The rule or list that decided, for example `lexicon.sure`.
  public var rule: EntityRule
  /// Where the text states a person's title or office: «وزير الخارجية الفرنسي», «د.»; `nil` where it
  /// states none, and for all that are no persons.
  public var role: TextRange?

  init(
    range: TextRange, type: EntityType, entity: Int, confidence: Double, rule: EntityRule,
    role: TextRange? = nil
  ) {
    self.range = range
    self.type = type
    self.entity = entity
    self.confidence = confidence
    self.rule = rule
    self.role = role
  }
}

/// One entity of a document.
public struct EntityIdentity: Sendable, Hashable {
  /// What it is.
  public var type: EntityType
  /// Its fullest usual name, from the lexicon or the fullest mention.
  public var canonical: String
  /// Mentions in the document.
  public var mentions: Int
  /// What it is called in every document: the lexicon's key, for example `org/islamic-state` or
  /// `iso:EG`; `gazetteer/` and the user's id; else made of its type and folded name, for example
  /// `name/per/حسن-كمال`.
  public var key: String
  /// ISO 3166-1 alpha-2 code of a country.
  public var region: String?
  /// Its item in Wikidata, for example `Q79`, where an openly licensed source tells it.
  public var wikidata: String?
  /// The user's id, where a ``Gazetteer`` lists it with one.
  public var gazetteer: String?

  init(
    type: EntityType, canonical: String, key: String, region: String? = nil,
    wikidata: String? = nil, gazetteer: String? = nil
  ) {
    self.type = type
    self.canonical = canonical
    mentions = 0
    self.key = key
    self.region = region
    self.wikidata = wikidata
    self.gazetteer = gazetteer
  }
}

/// The entities of a document.
public struct EntityAnnotation: Sendable, Hashable {
  /// Mentions in text order; they never overlap.
  public var mentions: [EntityMention]
  /// Entities in the order of their first mention.
  public var entities: [EntityIdentity]

  /// An annotation.
  public init(mentions: [EntityMention] = [], entities: [EntityIdentity] = []) {
    self.mentions = mentions
    self.entities = entities
  }
}
