import WarraqAnalysis
import WarraqEntities
import WarraqLexicon
import WarraqText
import WarraqTokenization

extension QuotationReader {
  /// Persons among whom a role is looked for.
  private static let mostPersons = 12
  /// Words between a role and the name that it belongs to.
  private static let roleDistance = 8

  /// What a verb says of who speaks.
  enum Subject {
    case entity(Int)
    /// Somebody who has no name here.
    case unnamed
    /// Nobody: who speaks stands before.
    case pronoun
  }

  /// Who a verb says that speaks.
  ///
  /// - Parameter lead: The tokens from the sentence's beginning on.
  func speaker(of verb: Verb, in lead: Range<Int>) -> Int? {
    switch subject(of: verb, to: lead.upperBound) {
    case .entity(let entity): entity
    case .pronoun: antecedent(of: verb, in: lead)
    case .unnamed:
      // «فلان يشرح الفكرة: "..."»: the subject right before the verb.
      subjectRightBefore(verb, in: lead)
    }
  }

  // MARK: Behind the verb

  /// The subject that follows a verb.
  func subject(of verb: Verb, to end: Int) -> Subject {
    let first = verb.token + 1
    guard verb.word.kind != .saying, first < end else { return .pronoun }
    let isPronoun =
      isMark(first) || isComplementizer(first)
      || isAdverb(first) && mentions.mention(at: first) == nil
      || tokens.isKey(at: first, in: QuotationWords.afterPronoun)
      || mentions.mention(at: first)?.hasPreposition == true || clitic(first)
    var institution: Int?
    var comma: Int?
    var token = first
    while token < end, token - first < 30 {
      if isComplementizer(token) || isColon(token) { break }
      if let close = text.marks.closing(of: token) {
        guard let mention = mentions.mention(at: token + 1), mention.tokens.upperBound == close
        else {
          token = close + 1
          continue
        }
        token += 1
      }
      if isComma(token) {
        if isPronoun || comma != nil { break }
        comma = token
      }
      guard let mention = mentions.mention(at: token), token == mention.tokens.lowerBound else {
        token += 1
        continue
      }
      if mention.type == .person {
        if isRelated(mention) { return spokesman(before: mention, from: first) ?? .unnamed }
        let isNear = comma.map { mention.tokens.lowerBound - $0 <= 3 } ?? true
        let isTitled = !isPronoun || isDefinite(mention.tokens.lowerBound - 1)
        if maySpeak(mention), isNear, isTitled { return .entity(mention.entity) }
      } else if institution == nil, comma == nil, !isPronoun, maySpeak(mention),
        mention.type == .organization || mention.type == .location,
        (first..<mention.tokens.lowerBound).allSatisfy({
          tokens.isKey(at: $0, in: QuotationWords.institutionHeads) || isMark($0)
        })
      {
        institution = mention.entity
      } else if institution == nil, mention.type == .organization,
        case .entity(let entity)? = spokesman(before: mention, from: first)
      {
        institution = entity
      }
      token = mention.tokens.upperBound
    }
    if let institution { return .entity(institution) }
    if isPronoun { return .pronoun }
    if let entity = bearer(ofRole: first) { return .entity(entity) }
    return .unnamed
  }

  /// «المتحدث باسم الوزارة»: the institution speaks through somebody.
  private func spokesman(before mention: MentionIndex.Entry, from first: Int) -> Subject? {
    let name = mention.tokens.lowerBound
    guard mention.type == .organization,
      let word = (max(first, name - 3)..<name).last(where: {
        tokens.isKey(at: $0, in: QuotationWords.inTheNameOf)
      }),
      (first..<word).contains(where: { tokens.isKey(at: $0, in: QuotationWords.spokesmen) })
    else { return nil }
    return .entity(mention.entity)
  }

  /// Whether a name can be the one who speaks, by the word before it.
  func maySpeak(_ mention: MentionIndex.Entry) -> Bool {
    guard !mention.hasPreposition else { return false }
    let before = mention.tokens.lowerBound - 1
    guard before >= 0 else { return true }
    if tokens.isKey(at: before, in: QuotationWords.prepositions) { return false }
    // «لـ"فلان"», «لـ فلان»
    if clitic(before), tokens.isGlued(at: before + 1) { return false }
    return !isRelated(mention)
  }

  /// «زوجة فلان», «مستشار فلان».
  private func isRelated(_ mention: MentionIndex.Entry) -> Bool {
    let before = mention.tokens.lowerBound - 1
    return before >= 0 && tokens.isKey(at: before, in: QuotationWords.relations)
  }

  // MARK: Before the verb

  /// «فلان يقول», «فلان، الباحثة في كذا، تقول»: a person and what belongs to the name.
  private func subjectRightBefore(_ verb: Verb, in lead: Range<Int>) -> Int? {
    var last = verb.token - 1
    while last >= lead.lowerBound, tokens.isKey(at: last, in: QuotationWords.auxiliaries) {
      last -= 1
    }
    guard last >= lead.lowerBound, let mention = mentions.mention(at: last) else { return nil }
    // «عن فلان قوله»: the noun belongs to the name, whatever stands before it.
    if verb.word.kind == .saying, !verb.isPeeled, last == verb.token - 1 {
      return mention.type == .work ? nil : mention.entity
    }
    return maySpeak(mention) && mention.type == .person ? mention.entity : nil
  }

  /// Who a verb without a subject speaks of: the last person of the sentence; at the head of a
  /// sentence who spoke before.
  func antecedent(of verb: Verb, in lead: Range<Int>) -> Int? {
    let upper = min(verb.token, lead.upperBound)
    if lead.lowerBound < upper {
      let before = lead.lowerBound..<upper
      if let entity = subjectRightBefore(verb, in: lead) { return entity }
      switch earlierSubject(in: before) {
      case .entity(let entity)? where agrees(entity, verb): return entity
      case .unnamed? where verb.word.kind == .saying: return nil
      default: break
      }
      for mention in mentions.mentions(in: before).reversed() {
        if let inside = quotation(around: mention.tokens.lowerBound) {
          if inside.span.open >= lead.lowerBound { return agreeing(inside.quotation.speaker, verb) }
          continue
        }
        if mention.type == .person, maySpeak(mention), agrees(mention.entity, verb) {
          return mention.entity
        }
      }
      if let entity = institution(in: before) { return entity }
      if let last = found.last, last.span.open >= lead.lowerBound, last.span.close < upper {
        return agreeing(last.quotation.speaker, verb)
      }
      guard isOpening(before) else { return nil }
    }
    return previousSpeaker(before: lead.lowerBound, verb)
  }

  /// The subject of the last verb of speaking in a stretch of tokens that has one: «تشرح فلانة، مديرة
  /// مختبر كذا، هذا التحول بقولها».
  private func earlierSubject(in before: Range<Int>) -> Subject? {
    var token = before.upperBound - 1
    while token >= before.lowerBound {
      if let inside = quotation(around: token) {
        token = inside.span.open
      } else if let mention = mentions.mention(at: token) {
        token = mention.tokens.lowerBound
      } else if let verb = verb(at: token), verb.word.kind != .saying,
        verb.hasConjunction || token == before.lowerBound
          || !tokens.isKey(at: token - 1, in: QuotationWords.prepositions)
      {
        let subject = subject(of: verb, to: before.upperBound)
        if case .pronoun = subject {} else { return subject }
      }
      token -= 1
    }
    return nil
  }

  private func agrees(_ entity: Int, _ verb: Verb) -> Bool {
    guard let known = genders[entity], let gender = verb.word.gender else { return true }
    return known == gender
  }

  private func agreeing(_ entity: Int?, _ verb: Verb) -> Int? {
    entity.flatMap { agrees($0, verb) ? $0 : nil }
  }

  /// An institution that a sentence begins with.
  private func institution(in tokens: Range<Int>) -> Int? {
    guard let mention = mentions.mentions(in: tokens).first, maySpeak(mention),
      mention.type == .organization || mention.type == .location
    else { return nil }
    let isFirst = (tokens.lowerBound..<mention.tokens.lowerBound).allSatisfy {
      isMark($0) || self.tokens.isKey(at: $0, in: QuotationWords.institutionHeads)
        || self.tokens.isKey(at: $0, in: QuotationWords.auxiliaries) || verb(at: $0) != nil
    }
    return isFirst ? mention.entity : nil
  }

  private func isOpening(_ before: Range<Int>) -> Bool {
    before.allSatisfy { isMark($0) || tokens.isKey(at: $0, in: QuotationWords.openings) }
  }

  /// Who spoke last before a sentence, in its paragraph, or at the end of the one before.
  private func previousSpeaker(before start: Int, _ verb: Verb) -> Int? {
    let own = sentence(of: start)
    var number = own - 1
    var steps = 0
    while number >= 0, steps < 2 {
      let sentence = text.sentences[number]
      let isSameLine = sentence.line == text.sentences[own].line
      guard isSameLine || steps == 0 && sentence.line + 2 >= text.sentences[own].line else {
        return nil
      }
      if let last = found.last, last.span.close >= sentence.tokens.lowerBound {
        return agreeing(last.quotation.speaker, verb)
      }
      if let reporter = reporter(in: sentence.tokens) {
        if case .entity(let entity) = reporter { return agreeing(entity, verb) }
        return nil
      }
      // The only person of the sentence before.
      let persons = mentions.mentions(in: sentence.tokens).filter { $0.type == .person }
      if let person = persons.first, persons.allSatisfy({ $0.entity == person.entity }),
        maySpeak(person)
      {
        return agreeing(person.entity, verb)
      }
      guard persons.isEmpty, isSameLine else { return nil }
      number -= 1
      steps += 1
    }
    return nil
  }

  /// Who says something in a sentence without quotation marks.
  private func reporter(in sentence: Range<Int>) -> Subject? {
    var token = max(sentence.lowerBound, sentence.upperBound - 60)
    while token < sentence.upperBound {
      if let mention = mentions.mention(at: token) {
        token = mention.tokens.upperBound
        continue
      }
      if let verb = verb(at: token), verb.word.kind != .saying {
        switch subject(of: verb, to: sentence.upperBound) {
        case .entity(let entity): return .entity(entity)
        case .unnamed:
          if let entity = subjectRightBefore(verb, in: sentence) { return .entity(entity) }
          return .unnamed
        case .pronoun:
          let before = sentence.lowerBound..<token
          if let person = mentions.mentions(in: before).last(where: {
            $0.type == .person && maySpeak($0)
          }) {
            return .entity(person.entity)
          }
        }
      }
      token += 1
    }
    return nil
  }

  // MARK: Roles and authorities

  /// «قال الوزير»: the last person or institution before that is called so.
  func bearer(ofRole role: Int) -> Int? {
    guard isDefinite(role) else { return nil }
    let definite = tokens.keyHash(at: role)
    let bare = tokens.keyHash(at: role, dropping: 4)
    func isRole(_ token: Int) -> Bool {
      let hash = tokens.keyHash(at: token)
      return hash == definite || hash == bare
    }
    var place = mentions.place(endingAfter: role) - 1
    var persons = 0
    while place >= 0, persons < Self.mostPersons {
      let mention = mentions.entries[place]
      place -= 1
      switch mention.type {
      case .person:
        persons += 1
        let name = mention.tokens
        let before = max(0, name.lowerBound - Self.roleDistance)..<name.lowerBound
        // The nearest title before the name, in its clause.
        var token = before.upperBound - 1
        while token >= before.lowerBound, !isMark(token), verb(at: token) == nil {
          if isRole(token) { return mention.entity }
          token -= 1
        }
        let behind = name.upperBound
        if behind + 1 < role, isComma(behind), isRole(behind + 1) { return mention.entity }
      case .organization:
        // «الوزارة» of [وزارة الخارجية], «التنظيم» of تنظيم [داعش].
        persons += 1
        let first = mention.tokens.lowerBound
        if tokens.keyHash(at: first, dropping: 0) == bare || first > 0 && isRole(first - 1) {
          return mention.entity
        }
      default: break
      }
    }
    return nil
  }

  /// Whom «بحسب», «على حد قول» and their like name.
  func authority(behind word: Int, to end: Int, before lead: Range<Int>) -> Int? {
    if tokens.isKey(at: word, in: QuotationWords.accordingToThem) {
      let persons = mentions.mentions(in: lead.lowerBound..<max(lead.lowerBound, word))
      return persons.last {
        $0.type == .person && !$0.tokens.contains(word) && !isRelated($0)
          && quotation(around: $0.tokens.lowerBound) == nil
      }?.entity
        ?? found.last.flatMap { last in
          last.sentence + 1 >= sentence(of: lead.lowerBound) ? last.quotation.speaker : nil
        }
    }
    guard word + 1 < end else { return nil }
    let named = mentions.mentions(in: (word + 1)..<end)
    if let person = named.first(where: { $0.type == .person }),
      person.tokens.lowerBound - word <= 14
    {
      return isRelated(person) ? nil : person.entity
    }
    if let first = named.first, first.tokens.lowerBound - word <= 2,
      first.type == .organization || first.type == .location,
      (word + 1..<first.tokens.lowerBound).allSatisfy({
        tokens.isKey(at: $0, in: QuotationWords.institutionHeads) || clitic($0) || isMark($0)
          || tokens.isKey(at: $0, in: QuotationWords.prepositions)
      })
    {
      return first.entity
    }
    return bearer(ofRole: word + 1)
  }
}
