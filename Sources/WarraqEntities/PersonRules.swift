import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Personal names by titles, given names, kunyas and quotation marks.
struct PersonRules {
  let view: LexicalView
  let reader: NameReader

  init(_ view: LexicalView) {
    self.view = view
    reader = NameReader(view: view)
  }

  /// Words between the head of an office phrase and the name: «مدير مصلحة الأمن الفيدرالية ...».
  private static let longestOffice = 9

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for token in view.tokens.indices {
      if view.traits[token].contains(.title), let title = view.titles[token],
        let candidate = behindTitle(title, at: token)
      {
        found.append(candidate)
      }
      if let candidate = byGivenName(token) { found.append(candidate) }
      if let candidate = quoted(token) { found.append(candidate) }
    }
    return found
  }

  // MARK: Titles

  private func behindTitle(_ title: TitlePhrase, at start: Int) -> Candidate? {
    switch title.kind {
    case .honorific, .office:
      return behindDefiniteTitle(title, at: start)
    case .officeHead:
      return behindOfficePhrase(from: title.end, at: start)
    }
  }

  /// «الرئيس الفرنسي السابق ...»: adjectives may stand between a title and the name.
  private func behindDefiniteTitle(_ title: TitlePhrase, at start: Int) -> Candidate? {
    var token = title.end
    var adjectives = 0
    while token < view.tokens.count, view.inLine(token, of: start) {
      if let candidate = quotedName(at: token) { return candidate }
      if view.isPeeled(token) { return nil }
      // «معالي د. فؤاد»: the title nearest to the name announces it.
      if let next = view.titles[token], next.kind != .officeHead { return nil }
      if let name = reader.name(at: token, isStrong: true),
        name.isSolid || name.parts > 1 || title.kind == .honorific
      {
        return candidate(name, .personTitle)
      }
      // «الخبير في الشؤون الآسيوية كريم صالح»
      let isField = title.kind == .office && view.tokens.isKey(at: token, in: Self.fieldOf)
      guard adjectives < 5, isField || view.isDefinite(token),
        title.kind == .office || adjectives == 0
      else { break }
      token += 1
      adjectives += 1
    }
    if adjectives > 0 || title.kind == .office {
      // «العميد اليوناني فاسيليوس غريباريس،»: behind adjectives only before a mark.
      guard let name = unknownName(at: title.end + adjectives, of: start),
        isBeforeMark(name.tokens.upperBound, of: start)
      else { return nil }
      return name
    }
    return unknownName(at: title.end, of: start)
  }

  /// Two words that nothing else claims, right behind an honorific: «د. سمراء الحلاق».
  private func unknownName(at start: Int, of title: Int) -> Candidate? {
    if let end = patronymic(behind: start, of: title) {
      return Candidate(view, start..<end, .person, .personTitle)
    }
    let end = start + 2
    guard end <= view.tokens.count, view.inLine(end - 1, of: title) else { return nil }
    for token in start..<end {
      guard view.isArabicWord(token), !view.isPeeled(token),
        view.traits[token].isDisjoint(with: .closes.union([.title, .head, .nationality]))
      else { return nil }
    }
    guard !view.isDefinite(start), !view.sureNameStarts.contains(start) else { return nil }
    return Candidate(view, start..<end, .person, .personTitle)
  }

  private static let patronymics: KeySet = ["بن", "ابن", "بنت"]

  /// «الشيخة موزة بنت ناصر»: the end of the name of the father behind an unknown given name.
  private func patronymic(behind start: Int, of title: Int) -> Int? {
    let son = start + 1
    guard son + 1 < view.tokens.count, view.inLine(son + 1, of: title), view.isArabicWord(start),
      !view.isPeeled(start), view.tokens.isKey(at: son, in: Self.patronymics),
      view.traits[start].isDisjoint(with: [.function, .verb, .speechVerb, .title, .head])
    else { return nil }
    return reader.name(at: son + 1, isStrong: true)?.tokens.upperBound
  }

  /// Whether a token is a comma, colon, full stop or bracket, or the line ends before it.
  private func isBeforeMark(_ token: Int, of start: Int) -> Bool {
    guard token < view.tokens.count, view.inLine(token, of: start) else { return true }
    return view.tokens.kind(at: token) == .punctuation
  }

  private func behindOfficePhrase(from first: Int, at start: Int) -> Candidate? {
    var token = first
    let limit = min(first + Self.longestOffice, view.tokens.count)
    while token < limit, view.inLine(token, of: start) {
      if let candidate = quotedName(at: token) { return candidate }
      guard view.isArabicWord(token) else { return nil }
      let traits = view.traits[token]
      if traits.contains(.givenName), !view.isPeeled(token),
        let name = reader.name(at: token, isStrong: true), name.parts > 1
      {
        return candidate(name, .personTitle)
      }
      if !traits.isDisjoint(with: [.verb, .speechVerb]) { return nil }
      if traits.contains(.function), !isInsideOffice(token) { return nil }
      token += 1
    }
    return nil
  }

  private static let fieldOf: KeySet = ["في", "بشؤون", "لشؤون", "شؤون"]
  private static let officeWords: KeySet = ["في", "لشؤون", "شؤون", "غير", "من"]

  /// Function words that office phrases hold: «باحث في ...», «وزير الدولة لشؤون ...».
  private func isInsideOffice(_ token: Int) -> Bool {
    view.isPeeled(token) || view.tokens.isKey(at: token, in: Self.officeWords)
  }

  /// A quotation of up to five words right behind a title: a name, unless function words or a
  /// head noun say otherwise.
  private func quotedName(at open: Int) -> Candidate? {
    guard let close = view.text.marks.closing(of: open), close - open >= 2, close - open <= 6,
      isQuotationMark(open), view.heads[open - 1] == nil
    else { return nil }
    for token in (open + 1)..<close {
      guard view.isArabicWord(token) else { return nil }
      let traits = view.traits[token]
      if traits.isDisjoint(with: .anyName), !view.isPeeled(token),
        !traits.isDisjoint(with: [.function, .verb, .speechVerb])
      {
        return nil
      }
    }
    guard !view.traits[open + 1].contains(.head), !view.sureNameStarts.contains(open + 1) else {
      return nil
    }
    return Candidate(view, (open + 1)..<close, .person, .personTitle)
  }

  // MARK: Names by themselves

  private func byGivenName(_ token: Int) -> Candidate? {
    guard let name = reader.name(at: token, isStrong: false) else { return nil }
    if name.hasKunya {
      // «أبو بكر»: a given name or a second part must stand behind.
      let second = view.traits[name.tokens.lowerBound + 1]
      guard name.parts > 1 || !second.isDisjoint(with: .anyName) || isNamedFather(name) else {
        return nil
      }
      return candidate(name, .personKunya)
    }
    guard name.parts > 1 else { return nil }
    if !name.isSolid {
      // «سالم عواد»: an everyday word first, so the second part must be a name for sure.
      let second = view.traits[name.tokens.upperBound - 1]
      guard !second.isDisjoint(with: [.givenName, .familyName]) else { return nil }
    }
    return candidate(name, .personGiven)
  }

  private static let father: KeySet = ["أبو", "أبا"]

  /// «أبو سند»: an unknown word is the second part where nothing else reads it; «أبي» is «my
  /// father» too.
  private func isNamedFather(_ name: NameReader.Name) -> Bool {
    let first = name.tokens.lowerBound
    let second = first + 1
    return Self.father.contains(
      view.tokens.keyHash(at: first, dropping: Int(view.clitics[first])))
      && !view.isDefinite(second) && !view.hasCommonEnding(second)
      && view.traits[second].isDisjoint(with: .closes.union([.title, .head, .nationality]))
      && !view.sureNameStarts.contains(first) && view.names(at: first).isEmpty
  }

  /// A quotation that is one name from end to end: "إياد علاوي".
  private func quoted(_ open: Int) -> Candidate? {
    guard let close = view.text.marks.closing(of: open), close - open <= 7,
      let name = reader.name(at: open + 1, isStrong: true)
    else { return nil }
    if name.tokens.upperBound == close, name.hasKunya || isQuotationMark(open) && name.parts > 1 {
      return candidate(name, .personQuoted)
    }
    // "سامي رفعت": the second word is a verb too, but a quotation of two words is a name.
    guard isQuotationMark(open), close - open == 3, name.parts == 1, view.isArabicWord(open + 2),
      !view.traits[open + 2].contains(.function), !view.isDefinite(open + 2),
      !view.hasCommonEnding(open + 2)
    else { return nil }
    return Candidate(view, (open + 1)..<close, .person, .personQuoted)
  }

  private func candidate(_ name: NameReader.Name, _ rule: EntityRule) -> Candidate {
    Candidate(
      view, name.tokens, start: view.start(of: name.tokens.lowerBound), .person,
      name.hasKunya && rule.id == EntityRule.personGiven.id ? .personKunya : rule)
  }

  private func isQuotationMark(_ token: Int) -> Bool {
    ![0x28, 0x5B, 0x7B].contains(view.text.firstScalar(of: token))
  }
}
