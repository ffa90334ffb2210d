import WarraqArticles
import WarraqEntities
import WarraqText

/// What one mention of an entity says, as text, the same in all formats.
struct MentionFacts {
  let mention: EntityMention
  let entity: EntityIdentity
  /// The id of the entity inside of its document: `e1`.
  let entityID: String
  /// The name of the region that the mention stands in.
  let region: String?

  /// The facts of all mentions of a document, in text order.
  static func all(_ annotation: EntityAnnotation, article: Article?) -> [MentionFacts] {
    annotation.mentions.map { mention in
      MentionFacts(
        mention: mention, entity: annotation.entities[mention.entity],
        entityID: RecordEncoder.entityID(mention.entity),
        region: article?.region(at: mention.range.lowerBound)?.rawValue)
    }
  }
}
