import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Personal names that their surroundings announce though no list knows their words: before
/// «يكتب:», behind «إعداد:», between a verb and a role.
struct RoleRules {
  let view: LexicalView

  /// Words that such a name may have.
  private static let longest = 5
  private static let writes: KeySet = ["يكتب", "تكتب"]
  private static let bylines: KeySet = ["إعداد", "بقلم", "حوار", "تصوير", "عدسة", "تحرير", "ترجمة"]
  /// These announce a name without a mark between.
  private static let lenses: KeySet = ["تصوير", "عدسة", "بقلم"]
  private static let links: KeySet = ["بن", "ابن", "بنت", "آل", "ولد", "أبو", "أبا", "أبي", "عبد"]
  /// «خلف أبو مصعب ... قائد»: a verb and its subject.
  private static let fathers: KeySet = ["أبو"]
  private static let of: KeySet = ["من"]
  private static let says: KeySet = ["أن", "إن"]
  /// All words of these lists.
  private static let announcing: KeySet = [
    "يكتب", "تكتب", "إعداد", "بقلم", "حوار", "تصوير", "عدسة", "تحرير", "ترجمة", "أن", "إن",
  ]

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for token in view.tokens.indices {
      if view.isArabicWord(token) {
        guard Self.announcing.contains(view.tokens.keyHash(at: token)) else { continue }
        if Self.writes.contains(view.tokens.keyHash(at: token)), let name = writer(token) {
          found.append(name)
        } else if Self.bylines.contains(view.tokens.keyHash(at: token)), let name = byline(token) {
          found.append(name)
        } else if Self.says.contains(view.tokens.keyHash(at: token)),
          let name = speaker(before: token, needsName: true)
        {
          found.append(name)
        }
      } else if isMark(token, 0x060C), isRole(token + 1, of: token) {
        if let name = speaker(before: token, needsName: false) { found.append(name) }
      }
    }
    for line in view.text.lines {
      if let name = heading(line.tokens.lowerBound) { found.append(name) }
    }
    return found
  }

  private func isMark(_ token: Int, _ scalar: UInt32) -> Bool {
    token < view.tokens.count && view.tokens.kind(at: token) == .punctuation
      && view.text.firstScalar(of: token) == scalar
  }

  /// A word that a name may hold: known as a name, or unknown and without the looks of a plural,
  /// feminine or adverb.
  private func isNameable(_ token: Int) -> Bool {
    guard view.isArabicWord(token) else { return false }
    if view.tokens.isKey(at: token, in: Self.links) { return true }
    let traits = view.traits[token]
    if view.isPeeled(token) { return false }
    if !traits.isDisjoint(with: [.givenName, .familyName]) { return true }
    guard traits.isDisjoint(with: [.function, .verb, .speechVerb, .title, .head, .nationality])
    else { return false }
    if !traits.isDisjoint(with: .anyName) { return true }
    return !traits.contains(.noun) && !view.hasCommonEnding(token)
      && !view.hasCliticAndArticle(token) && !view.sureNameStarts.contains(token)
      && view.tokens.keyRange(at: token).count >= 4
  }

  private func hasName(_ tokens: Range<Int>) -> Bool {
    tokens.contains { !view.traits[$0].isDisjoint(with: .anyName) }
  }

  private func name(_ tokens: Range<Int>, _ rule: EntityRule) -> Candidate {
    Candidate(view, tokens, start: view.start(of: tokens.lowerBound), .person, rule)
  }

  /// «هالة المنشاوي تكتب: (...)»: all words between the verb and the head of the line.
  private func writer(_ verb: Int) -> Candidate? {
    guard isMark(verb + 1, 0x3A), view.inLine(verb + 1, of: verb) else { return nil }
    var start = verb
    while start > 0, view.inLine(verb, of: start - 1), view.isArabicWord(start - 1),
      verb - start <= Self.longest
    {
      start -= 1
    }
    while start < verb, let title = view.titles[start], title.kind == .honorific {
      start = title.end
    }
    guard (2...Self.longest).contains(verb - start), !view.isDefinite(start) else { return nil }
    for token in start..<verb
    where view.traits[token].contains(.function)
      && view.traits[token].isDisjoint(with: .anyName)
      && !view.tokens.isKey(at: token, in: Self.links)
    {
      return nil
    }
    return Candidate(view, start..<verb, .person, .personWriter)
  }

  /// «إعداد: هاجر بن رمضان», «عدسة ليلى الزدجالية».
  private func byline(_ word: Int) -> Candidate? {
    var start = word + 1
    guard start < view.tokens.count, view.inLine(start, of: word) else { return nil }
    if isMark(start, 0x3A) || isMark(start, 0x2D) || isMark(start, 0x2013) {
      start += 1
    } else if !view.tokens.isKey(at: word, in: Self.lenses) {
      return nil
    }
    while start < view.tokens.count, view.inLine(start, of: word),
      let title = view.titles[start], title.kind == .honorific
    {
      start = title.end
    }
    let end = run(from: start)
    guard end - start >= 2, hasName(start..<end), !view.isDefinite(start) else { return nil }
    return name(start..<end, .personByline)
  }

  /// The end of the nameable words from a token on.
  private func run(from start: Int) -> Int {
    var end = start
    while end < view.tokens.count, end - start < Self.longest, view.inLine(end, of: start),
      isNameable(end)
        || end == start && !view.traits[end].isDisjoint(with: .anyGiven) && view.isArabicWord(end)
    {
      end += 1
    }
    return end
  }

  /// «هالة مطران محامية وباحثة في ...», «شيخة الدوي – زميلة أولى»: a name at the head of a line.
  private func heading(_ first: Int) -> Candidate? {
    guard first < view.tokens.count, view.isArabicWord(first) else { return nil }
    var start = first
    while start < view.tokens.count, view.inLine(start, of: first),
      let title = view.titles[start], title.kind == .honorific
    {
      start = title.end
    }
    guard start < view.tokens.count, view.inLine(start, of: first),
      view.traits[start].isDisjoint(with: [.verb, .speechVerb])
    else { return nil }
    let end = run(from: start)
    guard (2...Self.longest).contains(end - start), hasName(start..<end), !view.isDefinite(start),
      end < view.tokens.count, view.inLine(end, of: first)
    else { return nil }
    let isDash = isMark(end, 0x2D) || isMark(end, 0x2013)
    let role = isDash ? end + 1 : end
    guard role < view.tokens.count, view.inLine(role, of: first),
      view.titles[role]?.kind == .officeHead,
      !view.tokens.isKey(at: start + 1, in: Self.fathers)
    else { return nil }
    return name(start..<end, .personByline)
  }

  /// Whether a role stands behind a comma: «، مديرة المختبر», «، الباحثة في ...», «، من معهد».
  private func isRole(_ token: Int, of comma: Int) -> Bool {
    guard token < view.tokens.count, view.inLine(token, of: comma) else { return false }
    if let title = view.titles[token], !view.isPeeled(token) { return title.kind != .honorific }
    if let head = view.heads[token], head.type == .person { return true }
    guard view.tokens.isKey(at: token, in: Self.of), token + 1 < view.tokens.count,
      view.inLine(token + 1, of: token), let head = view.heads[token + 1]
    else { return false }
    return head.type == .organization && !head.headFlags.isDefinite
  }

  /// The words between a verb and a comma or «أن».
  private func speaker(before end: Int, needsName: Bool) -> Candidate? {
    var start = end
    while start > 0, view.inLine(end, of: start - 1), end - start <= Self.longest {
      let token = start - 1
      if isVerb(token) {
        let tokens = start..<end
        guard tokens.count >= 2, !view.isDefinite(start), !needsName || hasName(tokens),
          needsName || hasName(tokens) || tokens.count <= 3
        else { return nil }
        if needsName, view.traits[token].isDisjoint(with: .speechVerb) { return nil }
        return name(tokens, .personRole)
      }
      guard isNameable(token) else { return nil }
      start = token
    }
    return nil
  }

  /// A verb of the list, or a word that looks like an imperfect: «تشرح», «ويستدرك».
  private func isVerb(_ token: Int) -> Bool {
    guard view.isArabicWord(token) else { return false }
    let traits = view.traits[token]
    if !traits.isDisjoint(with: [.verb, .speechVerb]) {
      return traits.isDisjoint(with: .givenName)
    }
    guard traits.isDisjoint(with: .anyName.union([.noun, .head, .title, .function])) else {
      return false
    }
    return view.looksImperfect(token)
  }
}
