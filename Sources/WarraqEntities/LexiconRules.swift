import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Names that the lexicon knows, and what keeps them from being taken for names.
struct LexiconRules {
  let view: LexicalView

  /// The candidates that stand by themselves or by the words around them, and the ambiguous names
  /// that wait for evidence from the rest of the document.
  func candidates() -> (found: [Candidate], waiting: [NameMatch]) {
    var found: [Candidate] = []
    var waiting: [NameMatch] = []
    for match in view.names {
      if isAdjective(match) || isPartOfHyphenCompound(match) { continue }
      if isSure(match) {
        found.append(candidate(match, .lexicon))
      } else if isQuoted(match) {
        if isBehindNamingHead(match) {
          waiting.append(match)
        } else {
          found.append(candidate(match, .lexiconQuoted))
        }
      } else if isBehindCue(match) {
        found.append(candidate(match, .lexiconCued))
      } else if !isDescribed(match) {
        waiting.append(match)
      }
    }
    return (found, waiting)
  }

  /// The waiting names whose entity the document has for sure.
  func candidates(_ waiting: [NameMatch], known: Set<Int>) -> [Candidate] {
    waiting.filter { known.contains($0.entity) }.map { candidate($0, .lexiconDocument) }
  }

  private func candidate(_ match: NameMatch, _ rule: EntityRule) -> Candidate {
    Candidate(view, match.tokens, start: match.start, match.type, rule, entity: match.entity)
  }

  /// Whether a name needs no context: the lexicon says so, and it is no frequent word.
  private func isSure(_ match: NameMatch) -> Bool {
    guard match.evidence == .sure else { return false }
    guard match.tokens.count == 1 else { return true }
    let traits = view.traits[match.tokens.lowerBound]
    if !traits.isDisjoint(with: [.function, .verb, .speechVerb, .noun]) { return false }
    // A family name that is a nisba too: المصري, التونسي.
    return match.type != .person || !traits.contains(.nationality)
  }

  /// «السياسة السعودية»: an adjective, though «السعودية» alone is the country.
  private func isAdjective(_ match: NameMatch) -> Bool {
    let token = match.tokens.lowerBound
    guard match.tokens.count == 1, view.traits[token].contains(.nationality),
      !view.isPeeled(token), token > 0, view.inLine(token, of: token - 1)
    else { return false }
    let before = token - 1
    if view.isDefinite(before) || view.isDefiniteWithLam(before)
      || view.isDefiniteWithWaw(before)
    {
      return true
    }
    // وزارة الخارجية is the rule; «حكومة سعودية» has no article on either.
    return view.traits[before].contains(.nationality)
  }

  /// «المصرية-السعودية», «الروسية/التركية».
  private func isPartOfHyphenCompound(_ match: NameMatch) -> Bool {
    let token = match.tokens.lowerBound
    guard match.tokens.count == 1, view.traits[token].contains(.nationality) else { return false }
    func joins(_ mark: Int, _ other: Int) -> Bool {
      guard mark >= 0, mark < view.tokens.count, other >= 0, other < view.tokens.count,
        view.tokens.kind(at: mark) == .punctuation,
        view.traits[other].contains(.nationality)
      else { return false }
      let scalar = view.text.firstScalar(of: mark)
      return scalar == 0x2D || scalar == 0x2F || (0x2010...0x2015).contains(scalar)
    }
    return joins(token - 1, token - 2) || joins(token + 1, token + 2)
  }

  /// Whether a name fills a quotation.
  private func isQuoted(_ match: NameMatch) -> Bool {
    let open = match.tokens.lowerBound - 1
    guard open >= 0, view.text.marks.closing(of: open) == match.tokens.upperBound else {
      return false
    }
    return view.text.firstScalar(of: open) != 0x5B
  }

  /// مركز "المستقبل": the head says what it is, and it need not be the thing that the list means.
  private func isBehindNamingHead(_ match: NameMatch) -> Bool {
    let open = match.tokens.lowerBound - 1
    guard open > 0, view.inLine(open, of: open - 1), let head = view.heads[open - 1] else {
      return false
    }
    return !head.headFlags.isDropped
  }

  /// Whether the word before is a head noun of the name's type, or a title before a person.
  private func isBehindCue(_ match: NameMatch) -> Bool {
    let before = match.tokens.lowerBound - 1
    guard before >= 0, view.inLine(before + 1, of: before), !view.isPeeled(before + 1) else {
      return false
    }
    if let head = view.heads[before], head.type == match.type, !head.headFlags.isDefinite {
      return true
    }
    guard match.type == .person else { return false }
    // A title of one to four words that ends right here.
    for start in stride(from: before, through: Swift.max(0, before - 3), by: -1) {
      if let title = view.titles[start], title.end == before + 1, title.kind != .officeHead {
        return true
      }
    }
    return false
  }

  /// «القاعدة الشعبية», «القاعدة العسكرية»: an adjective makes the name a common noun again.
  private func isDescribed(_ match: NameMatch) -> Bool {
    guard match.tokens.count == 1, view.isDefinite(match.tokens.lowerBound) else { return false }
    let next = match.tokens.upperBound
    guard next < view.tokens.count, view.inLine(next, of: match.tokens.lowerBound),
      view.isDefinite(next)
    else { return false }
    return match.type != .location
  }
}
