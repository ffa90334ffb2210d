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
}

/// One entity of a document.
public struct EntityIdentity: Sendable, Hashable {
  /// What it is.
  public var type: EntityType
  /// Its fullest usual name, from the lexicon or the fullest mention.
  public var canonical: String
  /// Mentions in the document.
  public var mentions: Int
  /// The lexicon's key, for example `org/islamic-state`, where it is known there.
  public var key: String?
  /// ISO 3166-1 alpha-2 code of a country.
  public var region: String?
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
