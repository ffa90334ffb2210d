import WarraqAnalysis
import WarraqLexicon
import WarraqTagger
import WarraqText
import WarraqTokenization

/// Names that the statistical tagger finds.
struct TaggerRules {
  let view: LexicalView
  let tagger: Tagger

  /// All names, as whole tokens: the guideline of ANERcorp.
  func wholeTokens() -> [Candidate] {
    names().map { name in
      var candidate = Candidate(view, name.tokens, Self.type(name.type), Self.rule(name.type))
      candidate.confidence = Self.confidence(name)
      return candidate
    }
  }

  /// Names by the project's guideline, where no rule has found anything.
  func candidates(known: [Candidate]) -> [Candidate] {
    var covered = [Bool](repeating: false, count: view.tokens.count)
    for candidate in known { for token in candidate.tokens { covered[token] = true } }
    let all = names()
    return longer(all, known: known)
      + all.flatMap(apart).compactMap { name, isJoined in
        guard !name.tokens.contains(where: { covered[$0] }),
          let trimmed = withoutMarks(name.tokens),
          let tokens = name.type == .person ? withoutAdjectives(trimmed) : trimmed,
          name.confidence >= leastConfidence(name.type, tokens, listed(tokens, name.type)),
          !isAdjective(tokens),
          !isPartOfCompound(tokens), !isPartOfDate(tokens)
        else { return nil }
        var candidate = Candidate(
          view, tokens,
          start: isJoined ? behindWaw(tokens.lowerBound) : start(of: tokens.lowerBound),
          Self.type(name.type), Self.rule(name.type), entity: listed(tokens, name.type)?.entity)
        candidate.confidence = Self.confidence(name)
        return candidate
      }
  }

  /// The ambiguous name of the lexicon that some tokens are, if it is of the tagger's type.
  private func listed(_ tokens: Range<Int>, _ type: TaggedType) -> NameMatch? {
    view.names(at: tokens.lowerBound).first {
      $0.tokens == tokens && $0.type == Self.type(type) && $0.evidence == .cued
    }
  }

  /// Three decimals: more would be noise.
  private static func confidence(_ name: TaggedName) -> Double {
    (Double(name.confidence) * 1000).rounded() / 1000
  }

  private func names() -> [TaggedName] {
    tagger.names(in: view.tokens, sentences: view.text.sentences.lazy.map(\.tokens))
  }

  /// Below this the tagger is wrong more often than it helps, beside the rules.
  private func leastConfidence(
    _ type: TaggedType, _ tokens: Range<Int>, _ listed: NameMatch?
  ) -> Float {
    if let listed, listed.type != .person { return 0.75 }
    if tokens.count == 1, isEverydayWord(tokens.lowerBound) { return 0.97 }
    // «فأجاب جاره»: behind فـ stands a verb sooner than an unknown name.
    if type == .person, beginsWithFeh(tokens.lowerBound),
      view.traits[tokens.lowerBound].isDisjoint(with: .anyName)
    {
      return 0.97
    }
    switch type {
    case .person: return tokens.count == 1 ? 0.85 : 0.65
    // «الريف»: with the article most words are no names.
    case .location: return tokens.count == 1 && view.isDefinite(tokens.lowerBound) ? 0.9 : 0.7
    case .organization: return 0.5
    // Currencies, faiths, prizes: the corpus has other things in mind than the guideline.
    case .miscellaneous: return 2
    }
  }

  private func beginsWithFeh(_ token: Int) -> Bool {
    let key = view.tokens.keyRange(at: token)
    // ف is D9 81.
    return key.count > 2 && view.tokens.keyPool[key.lowerBound] == 0xD9
      && view.tokens.keyPool[key.lowerBound + 1] == 0x81
  }

  /// Whether the lexicon knows a word that means something else too, and rules found no reason to
  /// take it for a name here.
  private func isEverydayWord(_ token: Int) -> Bool {
    let words: WordTraits = [
      .givenWord, .familyWord, .function, .verb, .speechVerb, .noun, .title, .head,
    ]
    return !view.traits[token].isDisjoint(with: words)
      || view.names(at: token).contains { $0.tokens.count == 1 && $0.evidence == .cued }
  }

  /// A person's name without the adjectives that the tagger takes for its beginning, «الألمانية
  /// المتقاعدة بياتريس هوفمان»; `nil` where a plural stands in it, «سالم المفاوضون».
  private func withoutAdjectives(_ tokens: Range<Int>) -> Range<Int>? {
    var first = tokens.lowerBound
    while first + 1 < tokens.upperBound, view.isDefinite(first),
      view.hasCommonEnding(first)
        || view.traits[first].contains(.nationality)
          && view.traits[first].isDisjoint(with: .anyName)
    {
      first += 1
    }
    let isBroken = (first..<tokens.upperBound).contains {
      view.isDefinite($0) && view.hasCommonEnding($0)
        && view.traits[$0].isDisjoint(with: .anyName)
    }
    return isBroken ? nil : first..<tokens.upperBound
  }

  /// «محمد مهدي كبة», where the rules read «محمد مهدي»: names that the tagger reads further by a word or
  /// two that nothing else claims.
  private func longer(_ names: [TaggedName], known: [Candidate]) -> [Candidate] {
    var persons: [Int: Candidate] = [:]
    var taken = Set<Int>()
    for candidate in known {
      let isRead = [.personGiven, .personTitle, .personKunya].contains(candidate.rule)
      if candidate.type == .person, isRead, candidate.tokens.count > 1 {
        persons[candidate.tokens.lowerBound] = candidate
      } else {
        taken.formUnion(candidate.tokens)
      }
    }
    return names.compactMap { name in
      guard name.type == .person, name.confidence >= Self.leastOfLonger,
        var longer = persons[name.tokens.lowerBound],
        (1...2).contains(name.tokens.upperBound - longer.tokens.upperBound)
      else { return nil }
      let more = longer.tokens.upperBound..<name.tokens.upperBound
      let isNameLike = more.allSatisfy { token in
        view.isArabicWord(token) && !taken.contains(token) && persons[token] == nil
          && view.traits[token].isDisjoint(
            with: WordTraits.closes.union([.title, .nationality, .head]))
          && !view.isPeeled(token) && !view.hasCommonEnding(token)
          && !view.hasCliticAndArticle(token)
      }
      guard isNameLike else { return nil }
      longer.tokens = longer.tokens.lowerBound..<name.tokens.upperBound
      longer.end = view.tokens.range(at: name.tokens.upperBound - 1).upperBound
      return longer
    }
  }

  private static let leastOfLonger: Float = 0.8

  /// «كريم بنزيما ونغولو كانتي» are two persons: a word with و inside of a name begins another, where it
  /// is no name with its و.
  private func apart(_ name: TaggedName) -> [(name: TaggedName, isJoined: Bool)] {
    guard name.type == .person, name.tokens.count >= 4 else { return [(name, false)] }
    let inner = name.tokens.dropFirst(2).dropLast()
    guard
      let second = inner.first(where: {
        let key = view.tokens.keyRange(at: $0)
        return key.count >= 8 && view.tokens.keyPool[key].starts(with: [0xD9, 0x88])
          && view.traits[$0].isDisjoint(with: .anyGiven)
      })
    else { return [(name, false)] }
    var (left, right) = (name, name)
    left.tokens = name.tokens.lowerBound..<second
    right.tokens = second..<name.tokens.upperBound
    return [(left, false), (right, true)]
  }

  /// Where the name behind «و» begins; و is two bytes, and marks may stand on it.
  private func behindWaw(_ token: Int) -> UTF8Offset {
    let reading = Proclitics.readings(view.tokens, at: token).first { $0.keyBytes == 2 }
    return reading.map { Proclitics.start($0, view.text.text, view.tokens, at: token) }
      ?? view.tokens.range(at: token).lowerBound
  }

  /// Whether a hyphen joins a name to a neighbour: «كينغ-كراين».
  private func isPartOfCompound(_ tokens: Range<Int>) -> Bool {
    let (first, end) = (tokens.lowerBound, tokens.upperBound)
    func isHyphen(_ token: Int) -> Bool {
      let mark = view.text.firstScalar(of: token)
      return mark == 0x2D || mark == 0x2010 || mark == 0x2011
    }
    return first > 0 && view.tokens.isGlued(at: first) && isHyphen(first - 1)
      || end < view.tokens.count && view.tokens.isGlued(at: end) && isHyphen(end)
  }

  /// Whether a word stands between day and year: «17 جوان 1994».
  private func isPartOfDate(_ tokens: Range<Int>) -> Bool {
    let (first, end) = (tokens.lowerBound, tokens.upperBound)
    return tokens.count == 1 && first > 0 && end < view.tokens.count
      && view.tokens.kind(at: first - 1) == .number && view.tokens.kind(at: end) == .number
  }

  /// A name without punctuation at its ends; `nil` where some stands inside of it, or nothing is
  /// left.
  private func withoutMarks(_ tokens: Range<Int>) -> Range<Int>? {
    func isMark(_ token: Int) -> Bool { !view.tokens.kind(at: token).isWord }
    var (first, end) = (tokens.lowerBound, tokens.upperBound)
    while first < end, isMark(first) { first += 1 }
    while first < end, isMark(end - 1) { end -= 1 }
    guard first < end, !(first..<end).contains(where: isMark) else { return nil }
    return first..<end
  }

  private func isAdjective(_ tokens: Range<Int>) -> Bool {
    tokens.count == 1 && view.traits[tokens.lowerBound].contains(.nationality)
  }

  /// Where a name begins, clitics left out.
  ///
  /// A word that the lexicon does not know is taken for a clitic and a name where the article
  /// stands behind its first letter, or where the rest is ten times as frequent as the whole.
  private func start(of token: Int) -> UTF8Offset {
    if view.isPeeled(token), view.traits[token].isDisjoint(with: .closes),
      !view.isWholeGivenName(token)
    {
      return view.start(of: token)
    }
    let whole = view.tokens.range(at: token).lowerBound
    guard view.isArabicWord(token), Proclitics.mayBegin(view.tokens, at: token) else {
      return whole
    }
    let own = tagger.frequency(of: view.tokens.keyHash(at: token))
    var best: (reading: ProcliticReading, frequency: Int)?
    for reading in Proclitics.readings(view.tokens, at: token) {
      if reading.restoresArticle || hasArticle(token, behind: reading) {
        return Proclitics.start(reading, view.text.text, view.tokens, at: token)
      }
      // «لالي» is «لآلئ», not ل and the far more frequent «إلى».
      let rest = view.tokens.keyHash(at: token, dropping: reading.keyBytes)
      guard view.tokens.keyRange(at: token).count >= reading.keyBytes + 6 else { continue }
      let frequency = tagger.isFunctionWord(rest) ? 0 : tagger.frequency(of: rest)
      if frequency >= own + 2, frequency > best?.frequency ?? 0 { best = (reading, frequency) }
    }
    guard let best else { return whole }
    return Proclitics.start(best.reading, view.text.text, view.tokens, at: token)
  }

  private func hasArticle(_ token: Int, behind reading: ProcliticReading) -> Bool {
    let range = view.tokens.keyRange(at: token)
    let pool = view.tokens.keyPool
    let first = range.lowerBound + reading.keyBytes
    return first + 8 <= range.upperBound && pool[first] == 0xD8 && pool[first + 1] == 0xA7
      && pool[first + 2] == 0xD9 && pool[first + 3] == 0x84
  }

  private static func type(_ type: TaggedType) -> EntityType {
    switch type {
    case .person: .person
    case .location: .location
    case .organization: .organization
    case .miscellaneous: .miscellaneous
    }
  }

  private static func rule(_ type: TaggedType) -> EntityRule {
    switch type {
    case .person: .taggerPerson
    case .location: .taggerLocation
    case .organization: .taggerOrganization
    case .miscellaneous: .taggerMiscellaneous
    }
  }
}
