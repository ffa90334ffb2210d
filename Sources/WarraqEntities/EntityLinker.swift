import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Gives mentions of one thing one identity.
///
/// Names of the lexicon go by its keys. Other names go by their folded form; a person's short form
/// joins the full form that ends with it.
struct EntityLinker {
  let view: LexicalView

  func link(_ candidates: [Candidate]) -> EntityAnnotation {
    var entities: [EntityIdentity] = []
    var canonicalLength: [Int] = []
    var byLexicon: [Int: Int] = [:]
    var byName: [[UInt8]: Int] = [:]
    let families = fullNames(candidates)
    var mentions: [EntityMention] = []
    for candidate in candidates {
      let number: Int
      let own = name(candidate)
      if let entity = candidate.entity ?? families[own]?.entity {
        if let known = byLexicon[entity] {
          number = known
        } else {
          let listed = view.lexicon[entity: entity]
          number = entities.count
          byLexicon[entity] = number
          entities.append(
            EntityIdentity(
              type: candidate.type, canonical: listed.canonical, mentions: 0, key: listed.key,
              region: listed.region))
          canonicalLength.append(Int.max)
        }
      } else {
        let key = (families[own]?.name ?? own) + [candidate.type.code]
        if let known = byName[key] {
          number = known
        } else {
          number = entities.count
          byName[key] = number
          entities.append(
            EntityIdentity(type: candidate.type, canonical: "", mentions: 0, key: nil, region: nil))
          canonicalLength.append(0)
        }
        if candidate.tokens.count > canonicalLength[number] {
          canonicalLength[number] = candidate.tokens.count
          entities[number].canonical = canonical(candidate)
        }
      }
      entities[number].mentions += 1
      mentions.append(
        EntityMention(
          range: candidate.start..<candidate.end, type: entities[number].type, entity: number,
          confidence: candidate.confidence, rule: candidate.rule))
    }
    return EntityAnnotation(mentions: mentions, entities: entities)
  }

  /// A person's full form, found by the short form that it ends with.
  private struct FullName {
    var name: [UInt8]
    var entity: Int?
  }

  /// The last parts of persons' names, with the names they end; a part of two persons is nobody's.
  private func fullNames(_ candidates: [Candidate]) -> [[UInt8]: FullName] {
    var result: [[UInt8]: FullName?] = [:]
    for candidate in candidates where candidate.type == .person && candidate.tokens.count > 1 {
      let full = name(candidate)
      guard let last = full.split(separator: Self.space).last.map(Array.init) else { continue }
      if let known = result[last] {
        let isSame =
          known?.name == full || known?.entity != nil && known?.entity == candidate.entity
        if !isSame { result[last] = .some(nil) }
      } else {
        result[last] = FullName(name: full, entity: candidate.entity)
      }
    }
    return result.compactMapValues { $0 }
  }

  private static let space = UInt8(ascii: " ")
  private static let fatherForms: KeySet = ["أبا", "أبي"]
  private static let father: [UInt8] = FoldTable.shared.fold("أبو")
  private static let servant: KeySet = ["عبد"]
  private static let alef: [UInt8] = [0xD8, 0xA7]

  /// The folded form that identifies a name, as UTF-8 bytes: hashing these is far cheaper than
  /// hashing strings. أبا and أبي become أبو, عبد is joined, the article that ل swallowed is
  /// written.
  private func name(_ candidate: Candidate) -> [UInt8] {
    var name: [UInt8] = []
    var joins = true
    for token in candidate.tokens where view.tokens.kind(at: token) != .punctuation {
      let range = view.tokens.keyRange(at: token)
      var dropped = 0
      if token == candidate.tokens.lowerBound {
        dropped = foldedLength(
          from: view.tokens.range(at: token).lowerBound, to: candidate.start)
      }
      if !joins { name.append(Self.space) }
      let hash = view.tokens.keyHash(at: token, dropping: dropped)
      if Self.fatherForms.contains(hash) {
        name += Self.father
      } else {
        if dropped > 0, losesArticle(token, dropped) { name += Self.alef }
        name += view.tokens.keyPool[(range.lowerBound + dropped)..<range.upperBound]
      }
      joins = Self.servant.contains(hash)
    }
    return name
  }

  private func foldedLength(from start: UTF8Offset, to end: UTF8Offset) -> Int {
    guard start < end else { return 0 }
    var pool: [UInt8] = []
    FoldTable.shared.fold(
      view.text.text.utf8.span, start.value..<end.value, into: &pool)
    return pool.count
  }

  /// Whether what is left of a word begins with the lam of an article: «للمقريزي».
  private func losesArticle(_ token: Int, _ dropped: Int) -> Bool {
    let range = view.tokens.keyRange(at: token)
    let pool = view.tokens.keyPool
    let cut = range.lowerBound + dropped
    guard cut + 2 <= range.upperBound, dropped >= 2 else { return false }
    return pool[cut - 2] == 0xD9 && pool[cut - 1] == 0x84 && pool[cut] == 0xD9
      && pool[cut + 1] == 0x84
  }

  /// The name to show for an entity that the lexicon does not know: the text itself, without
  /// marks, tatweel and controls.
  private func canonical(_ candidate: Candidate) -> String {
    let bytes = view.text.text.utf8.span
    var output: [UInt8] = []
    let token = candidate.tokens.lowerBound
    let dropped = foldedLength(from: view.tokens.range(at: token).lowerBound, to: candidate.start)
    if dropped > 0, losesArticle(token, dropped) { output.append(utf8: 0x0627) }
    var position = candidate.start.value
    while position < candidate.end.value {
      let decoded = bytes.scalar(at: position)
      position += decoded.length
      if !FoldTable.shared.fold(decoded.value).isEmpty { output.append(utf8: decoded.value) }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
