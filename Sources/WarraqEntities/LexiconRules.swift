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
    let surePlaces = SurePlaces(view)
    for match in view.names {
      if isAdjective(match) || isPartOfHyphenCompound(match) || isCommonNoun(match) { continue }
      let generic = withoutGenericHead(match)
      if generic.isGeneric {
        if let rest = generic.rest { found.append(rest) }
        continue
      }
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
      } else if match.type == .location, isListed(match, surePlaces) {
        found.append(candidate(match, .lexiconList))
      } else if !isDescribed(match) {
        waiting.append(match)
      }
    }
    return (found + fusedPlaces(surePlaces), waiting)
  }

  /// «تونسو الجزائر»: the conjunction was put to the word before, a place too.
  private func fusedPlaces(_ places: SurePlaces) -> [Candidate] {
    var found: [Candidate] = []
    for next in places.starts.sorted() where next > 0 && !view.isPeeled(next) {
      let token = next - 1
      let key = view.tokens.keyRange(at: token)
      // و is D9 88.
      guard view.isArabicWord(token), view.inLine(next, of: token), view.traits[token].isEmpty,
        view.names(at: token).isEmpty, key.count > 6,
        view.tokens.keyPool[key.upperBound - 1] == 0x88,
        view.tokens.keyPool[key.upperBound - 2] == 0xD9,
        let place = surePlace(view.tokens.keyPool, key.lowerBound..<(key.upperBound - 2))
      else { continue }
      let end = view.tokens.range(at: token).utf8.upperBound
      let bytes = view.text.text.utf8.span
      guard bytes.scalar(before: end).value == 0x0648 else { continue }
      var candidate = Candidate(
        view, token..<next, .location, .lexiconFused, entity: place)
      candidate.end = UTF8Offset(end - 2)
      found.append(candidate)
    }
    return found
  }

  private func surePlace(_ pool: [UInt8], _ key: Range<Int>) -> Int? {
    guard let term = view.lexicon.term(pool, key),
      let node = view.lexicon.child(of: .root, term)
    else { return nil }
    for index in view.lexicon.records(at: node) {
      let record = view.lexicon[record: index]
      if record.category == .entity, record.type == .location, record.evidence == .sure {
        return record.value
      }
    }
    return nil
  }

  /// The waiting names whose entity the document has for sure.
  func candidates(_ waiting: [NameMatch], known: Set<Int>) -> [Candidate] {
    waiting.filter { known.contains($0.entity) }.map { candidate($0, .lexiconDocument) }
  }

  private func candidate(_ match: NameMatch, _ rule: EntityRule) -> Candidate {
    if match.type == .location, let first = direction(before: match) {
      return Candidate(
        view, first..<match.tokens.upperBound, start: view.start(of: first), .location, rule)
    }
    return Candidate(
      view, match.tokens, start: match.start, match.type, rule,
      entity: ammanInsteadOfOman(match) ?? match.entity)
  }

  private static let directions: KeySet = ["شمال", "جنوب", "شرق", "غرب"]

  /// The direction that a place's name begins with: «جنوب العراق», «شمال شرق سورية».
  private func direction(before match: NameMatch) -> Int? {
    guard match.start == view.tokens.range(at: match.tokens.lowerBound).lowerBound else {
      return nil
    }
    var first = match.tokens.lowerBound
    while first > 0, match.tokens.lowerBound - first < 2, view.inLine(first, of: first - 1),
      first == match.tokens.lowerBound || !view.isPeeled(first),
      Self.directions.contains(
        view.tokens.keyHash(at: first - 1, dropping: Int(view.clitics[first - 1])))
    {
      first -= 1
    }
    return first < match.tokens.lowerBound ? first : nil
  }

  /// Where places stand that the lexicon is sure of.
  private struct SurePlaces {
    var starts: Set<Int> = []
    var lasts: Set<Int> = []

    init(_ view: LexicalView) {
      for match in view.names
      where match.type == .location && match.evidence == .sure
        && view.traits[match.tokens.lowerBound].isDisjoint(with: .nationality)
      {
        starts.insert(match.tokens.lowerBound)
        lasts.insert(match.tokens.upperBound - 1)
      }
    }
  }

  /// «(موريتانيا، السنغال، مالي، غينيا)», «إريتريا ومالي»: the neighbours in a list are places.
  private func isListed(_ match: NameMatch, _ places: SurePlaces) -> Bool {
    let first = match.tokens.lowerBound
    let next = match.tokens.upperBound
    if isDescribed(match) { return false }
    if first > 0, view.inLine(first, of: first - 1) {
      if isWaw(first), places.lasts.contains(first - 1) { return true }
      if first > 1, !view.isPeeled(first), view.text.firstScalar(of: first - 1) == 0x060C,
        places.lasts.contains(first - 2)
      {
        return true
      }
    }
    guard next < view.tokens.count, view.inLine(next, of: first) else { return false }
    if isWaw(next), places.starts.contains(next) { return true }
    return next + 1 < view.tokens.count && view.text.firstScalar(of: next) == 0x060C
      && view.inLine(next + 1, of: first) && places.starts.contains(next + 1)
      && !view.isPeeled(next + 1) && (first > 0 && view.text.firstScalar(of: first - 1) == 0x28)
  }

  /// Whether a word begins with a و that is no part of it.
  private func isWaw(_ token: Int) -> Bool {
    view.clitics[token] == 2 && view.text.firstScalar(of: token) == 0x0648
  }

  private static let oman: KeySet = ["عمان"]
  private static let amman = Lexicon.shared.entity(withKey: "loc/amman")

  /// عمّان is the capital of Jordan, عمان and عُمان are the Sultanate: folding drops the mark that
  /// tells them apart.
  private func ammanInsteadOfOman(_ match: NameMatch) -> Int? {
    let token = match.tokens.lowerBound
    guard match.tokens.count == 1,
      Self.oman.contains(view.tokens.keyHash(at: token, dropping: Int(view.clitics[token])))
    else { return nil }
    // SHADDA is D9 91.
    let bytes = view.text.text.utf8[view.tokens.range(at: token).utf8]
    let hasShadda = zip(bytes, bytes.dropFirst()).contains { $0 == 0xD9 && $1 == 0x91 }
    return hasShadda ? Self.amman : nil
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
      // «غادرت البعثة سورية»: an adjective of it would have the article too.
      return view.isDefinite(token) || match.type != .location
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
    if match.type == .location { return isInPlacePhrase(match) }
    guard match.type == .person else { return false }
    // «أكد الأسد», «دعا الصدر»
    if !view.traits[before].isDisjoint(with: [.verb, .speechVerb]), !isDescribed(match) {
      return true
    }
    // A title of one to four words that ends right here.
    for start in stride(from: before, through: Swift.max(0, before - 3), by: -1) {
      if let title = view.titles[start], title.end == before + 1, title.kind != .officeHead {
        return true
      }
    }
    return false
  }

  private static let placePrepositions: KeySet = [
    "في", "من", "إلى", "داخل", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "خارج",
  ]

  /// «انسحاب من مالي.»: a name without article, between a preposition and a break.
  private func isInPlacePhrase(_ match: NameMatch) -> Bool {
    let first = match.tokens.lowerBound
    let next = match.tokens.upperBound
    guard !view.isDefinite(first), view.tokens.isKey(at: first - 1, in: Self.placePrepositions)
    else { return false }
    // «من معسكر "كذا"»: a camp, though a town is called so too.
    if view.traits[first].contains(.head), next < view.tokens.count,
      view.text.marks.closing(of: next) != nil
    {
      return false
    }
    guard next < view.tokens.count, view.inLine(next, of: first) else { return true }
    return view.tokens.kind(at: next) == .punctuation || view.sureNameStarts.contains(next)
      || !view.traits[next].isDisjoint(with: .function)
  }

  private static let august: KeySet = ["آب"]
  private static let acronyms: KeySet = ["حماس"]
  /// «صلاة المغرب»
  private static let prayers: KeySet = ["صلاة", "أذان", "لصلاة", "وصلاة", "بعد صلاة"]
  /// «مسقط رأسه»: no capital of Oman.
  private static let birthplace: KeySet = ["مسقط"]
  private static let heads: KeySet = ["رأس", "رأسه", "رأسها", "رأسهم", "رؤوسهم"]

  /// «بحماس شديد», «حماس الناخبين»: an acronym that reads as a noun.
  private func isCommonNoun(_ match: NameMatch) -> Bool {
    let token = match.tokens.lowerBound
    if match.type == .location, match.tokens.count == 1, token > 0,
      view.tokens.isKey(at: token - 1, in: Self.prayers)
    {
      return true
    }
    if match.tokens.count == 1, view.tokens.isKey(at: token, in: Self.birthplace),
      token + 1 < view.tokens.count, view.tokens.isKey(at: token + 1, in: Self.heads)
    {
      return true
    }
    // «في آب»: a month, not the town إب.
    if match.type == .location, match.tokens.count == 1,
      view.tokens.isKey(at: token, in: Self.august),
      view.text.firstScalar(of: token) != 0x0625
    {
      return true
    }
    guard match.tokens.count == 1,
      Self.acronyms.contains(view.tokens.keyHash(at: token, dropping: Int(view.clitics[token])))
    else { return false }
    let next = token + 1
    guard next < view.tokens.count, view.inLine(next, of: token), view.isArabicWord(next) else {
      return false
    }
    if view.isDefinite(next) {
      // «رفضت حماس المقترح»: the subject of a feminine verb is the group.
      let isSubject =
        token > 0 && view.inLine(token, of: token - 1) && view.isFeminineVerb(token - 1)
      return !isSubject && !view.traits[next].contains(.nationality)
    }
    // ب is D8 A8.
    let first = view.tokens.keyRange(at: token).lowerBound
    return view.isPeeled(token) && view.tokens.keyPool[first] == 0xD8
      && view.traits[next].isDisjoint(with: [.function, .verb, .speechVerb])
  }

  /// Generic heads that are part of the names they stand in.
  private static let inseparable: KeySet = [
    "تنظيم", "تنظيمي", "سلطنة", "مملكة", "جمهورية", "إمارة", "إمارات", "ولايات", "شمال", "جنوب",
    "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "ضفة", "بلاد", "أراضي",
  ]

  /// Heads of armed groups that are left out though other heads of their kind are kept.
  private static let generic: KeySet = ["قوات", "ميليشيا", "ميليشيات", "مليشيا", "فصائل"]

  /// «حركة حماس», «صحيفة الأهرام», «ميناء الحديدة»: listed with a head that the guideline leaves
  /// out, because the rest is a name alone.
  ///
  /// - Returns: The rest as a name of its own, where nothing else finds it; `nil` for names that
  ///   keep their head, and for those whose rest is listed too.
  private func withoutGenericHead(_ match: NameMatch) -> (isGeneric: Bool, rest: Candidate?) {
    let head = match.tokens.lowerBound
    guard match.tokens.count > 1, let record = view.heads[head], !record.headFlags.isDefinite
    else { return (false, nil) }
    let key = view.tokens.keyHash(at: head, dropping: Int(view.clitics[head]))
    if Self.inseparable.contains(key) { return (false, nil) }
    let isDropped = record.headFlags.isDropped && record.type == match.type
    let isGeneric = Self.generic.contains(key)
    let rest = (head + 1)..<match.tokens.upperBound
    let listed = view.names(at: head + 1).contains {
      $0.tokens == rest && $0.type == match.type
        && ($0.entity == match.entity && $0.evidence == .sure && (isGeneric || isNameAlone(rest))
          || isDropped)
    }
    if listed { return (true, nil) }
    guard isDropped, match.type == .organization, match.evidence == .sure else {
      return (false, nil)
    }
    return (true, Candidate(view, rest, match.type, .lexiconHead, entity: match.entity))
  }

  /// «حماس» is a name alone; «الجهاد الإسلامي» and «النهضة» are words.
  private func isNameAlone(_ tokens: Range<Int>) -> Bool {
    tokens.count == 1 && !view.isDefinite(tokens.lowerBound)
  }

  /// «القاعدة الشعبية», «القاعدة العسكرية»: an adjective makes the name a common noun again.
  private func isDescribed(_ match: NameMatch) -> Bool {
    guard match.tokens.count == 1, view.isDefinite(match.tokens.lowerBound) else { return false }
    let next = match.tokens.upperBound
    guard next < view.tokens.count, view.inLine(next, of: match.tokens.lowerBound),
      view.isDefinite(next)
    else { return false }
    // «رفض الصدر المشاركة»: no adjective of his.
    return match.type != .location && !(match.type == .person && view.hasCommonEnding(next))
  }
}
