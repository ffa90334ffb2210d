import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Gives mentions of one thing one identity.
///
/// Names of the gazetteer and the lexicon go by what those say of them, other names by their folded
/// form. Then names that are forms of each other are brought together: short forms, second names in
/// brackets, spellings.
struct EntityLinker {
  let view: LexicalView
  let gazetteer: Gazetteer?

  func link(_ candidates: [Candidate]) -> EntityAnnotation {
    let forms = NameForms(view)
    let names = candidates.map(forms.name)
    var groups = NameGroups()
    let numbers = zip(candidates, names).map { candidate, name in
      groups.add(identity(of: candidate, name), candidate, name)
    }
    ShortForms(view: view).join(&groups)
    SecondNames(view: view).join(candidates, numbers, &groups)
    SpellingVariants(view: view).join(&groups)

    var entities: [EntityIdentity] = []
    var entityOfGroup: [Int: Int] = [:]
    var mentions: [EntityMention] = []
    let roles = RoleReader(view: view, candidates)
    for (index, candidate) in candidates.enumerated() {
      let root = groups.root(of: numbers[index])
      let number: Int
      if let known = entityOfGroup[root] {
        number = known
      } else {
        number = entities.count
        entityOfGroup[root] = number
        entities.append(entity(groups[root], candidates, forms))
      }
      entities[number].mentions += 1
      mentions.append(
        EntityMention(
          range: candidate.start..<candidate.end, type: entities[number].type, entity: number,
          confidence: candidate.confidence, rule: candidate.rule,
          role: candidate.type == .person ? roles.role(of: index) : nil))
    }
    return EntityAnnotation(mentions: mentions, entities: entities)
  }

  private func identity(of candidate: Candidate, _ name: [UInt8]) -> NameGroups.Identity {
    if let listed = candidate.listed { return .listed(listed) }
    if let entity = candidate.entity {
      if let listed = gazetteer?.ofLexicon[entity] { return .listed(listed) }
      return .lexicon(entity)
    }
    return .name(FoldedKey.hash(name.span, 0..<name.count), candidate.type)
  }

  private func entity(
    _ group: NameGroups.Group, _ candidates: [Candidate], _ forms: NameForms
  ) -> EntityIdentity {
    switch group.identity {
    case .listed(let number):
      guard let gazetteer else { preconditionFailure("a listed name without a gazetteer") }
      let listed = gazetteer.identities[number]
      return EntityIdentity(
        type: listed.type, canonical: listed.canonical,
        key: listed.id.map { "gazetteer/" + $0 } ?? key(listed.type, forms.name(listed.canonical)),
        gazetteer: listed.id)
    case .lexicon(let number):
      let listed = view.lexicon[entity: number]
      return EntityIdentity(
        type: candidates[group.first].type, canonical: listed.canonical, key: listed.key,
        region: listed.region, wikidata: listed.wikidata)
    case .name:
      let fullest = candidates[group.fullest]
      return EntityIdentity(
        type: candidates[group.first].type, canonical: forms.canonical(fullest),
        key: key(fullest.type, forms.name(fullest)))
    }
  }

  /// `name/per/حسن-كمال`: the same name of the same type has the same key in every document.
  private func key(_ type: EntityType, _ name: [UInt8]) -> String {
    let words = name.map { $0 == NameForms.space ? UInt8(ascii: "-") : $0 }
    return "name/\(type.rawValue.lowercased())/" + String(decoding: words, as: UTF8.self)
  }
}
