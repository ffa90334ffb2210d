import WarraqText

/// Parts of years, decades, centuries.
extension TemporalGrammar {
  // MARK: Quarters, halves, seasons

  /// «الربع الأول من 2024», «النصف الثاني من العام الجاري», «الربع الماضي», «النصف الأول من مايو 2019».
  func partOfYearPhrase(_ start: Int) -> Phrase? {
    let word = text.word(start)
    guard word.has(.definitePart) || word.has(.term) else { return nil }
    let isHalf = word.has(.half)
    let isThird = word.has(.third)
    let count = isHalf ? 2 : isThird ? 3 : 4
    if word.has(.quarter) || word.has(.term), let found = direction(start + 1) {
      guard word.has(.quarter) else { return nil }
      let shift = found.direction == .past ? -1 : found.direction == .next ? 1 : 0
      return Phrase(
        told: .quarterShift(shift), precision: .quarter, first: start, start: text.start(start),
        end: found.end, rule: .partOfYear)
    }
    let number: Int
    var token: Int
    if text.bare(start + 1).deictic == .last {
      (number, token) = (count, start + 2)
    } else if let ordinal = ordinal(start + 1), ordinal.value <= count {
      (number, token) = (ordinal.value, ordinal.end)
    } else {
      return nil
    }
    if !isThird {
      let code = isHalf ? "H\(number)" : "Q\(number)"
      let isTerm = word.has(.term)
      if !isTerm || text.isBare(token, .from),
        let found = part(code, start, behind: token, isHalf ? .season : .quarter)
      {
        return found
      }
      if isTerm { return nil }
    }
    // Of a month, decade or century a part is a position.
    guard text.isBare(token, .from) else { return bareQuarter(start, isHalf, number, token) }
    token += 1
    guard !text.hasClitics(token) else { return nil }
    var whole = decadePhrase(token) ?? centuryPhrase(token) ?? unitPhrase(token)
    if whole == nil, let month = monthPhrase(token), month.weakness == .none || isHalf || isThird {
      whole = month
    }
    if whole == nil, isThird { whole = yearPhrase(token) }
    guard var found = whole, found.weakness != .bareYear || isThird, found.precision >= .month
    else { return nil }
    found = found.begun(at: start, text.start(start))
    found.modifier =
      number == 1 ? .start : number == count ? .end : count == 3 || count == 4 ? .mid : nil
    found.rule = .partOfYear
    found.weakness = .none
    return found
  }

  /// «الربع الثالث» of no year: only where the reference can give one and nothing else is halved.
  private func bareQuarter(_ start: Int, _ isHalf: Bool, _ number: Int, _ end: Int) -> Phrase? {
    guard !isHalf, text.has(start, .quarter) else { return nil }
    var phrase = Phrase(
      told: .partOfYear("Q\(number)", .nearest), precision: .quarter, first: start,
      start: text.start(start), end: end, rule: .partOfYear)
    phrase.weakness = .barePart
    return phrase
  }

  /// A part of a year whose year follows: in digits, with or without من and عام, or told.
  private func part(
    _ code: String, _ start: Int, behind token: Int, _ precision: Phrase.Precision
  ) -> Phrase? {
    guard let year = yearBehind(token, isHijri: false, allowsComma: false), !year.isHijri,
      year.number.map({ (1000...2999).contains($0) }) ?? true
    else { return nil }
    return Phrase(
      told: .partOfYear(code, year.told), precision: precision, first: start,
      start: text.start(start), end: year.end, rule: .partOfYear)
  }

  /// «خريف 2019», «الصيف المقبل», «ربيع العام الماضي», «هذا الشتاء».
  func seasonPhrase(_ start: Int) -> Phrase? {
    if text.isKey(start, Self.thisWord), let season = text.bare(start + 1).season {
      return Phrase(
        told: .season(season, .current), precision: .season, first: start,
        start: text.start(start), end: start + 2, rule: .partOfYear)
    }
    var token = start
    // «فصل الصيف»
    let hasHead = text.isKey(start, Self.seasonHead)
    if hasHead { token += 1 }
    guard let season = text.word(token).season, !hasHead || !text.hasClitics(token) else {
      return nil
    }
    if var found = part(season.rawValue, token, behind: token + 1, .season) {
      if hasHead { found = found.begun(at: start, text.start(start)) }
      return found
    }
    guard let found = direction(token + 1), found.extra == 0 else { return nil }
    return Phrase(
      told: .season(season, found.direction), precision: .season, first: start,
      start: text.start(start), end: found.end, rule: .partOfYear)
  }

  /// «الربعين الأول والثاني من 2022»: two expressions.
  func dualQuarters(_ start: Int) -> [Phrase]? {
    guard text.has(start, .dualPart), let first = ordinal(start + 1),
      let next = conjoined(first.end, { $0.ordinal > 0 }), let second = ordinal(next),
      first.value <= 4, second.value <= 4,
      let last = part("Q\(second.value)", next, behind: second.end, .quarter),
      case .partOfYear(_, let year) = last.told
    else { return nil }
    var quarter = last.begun(at: start, text.start(start))
    quarter.told = .partOfYear("Q\(first.value)", year)
    quarter.end = first.end
    return [quarter, last]
  }

  // MARK: Decades

  /// «سبعينيات القرن الماضي», «التسعينيات», «عقد الثمانينيات», «العقد الأول من القرن الحادي والعشرين».
  func decadePhrase(_ start: Int) -> Phrase? {
    let word = text.word(start)
    var token = start
    if word.unit == .decade {
      if word.form == .theSingular { return numberedDecade(start) }
      guard word.form == .singular, text.bare(start + 1).decade > 0 else { return nil }
      token += 1
    }
    let name = token == start ? word : text.bare(token)
    guard name.decade > 0 else { return nil }
    var end = token + 1
    var century = Century(told: .number(19), end: end)
    let of = text.isBare(end, .from) ? end + 1 : end
    if !text.hasClitics(of), let found = self.century(of), !found.isBCE, !found.isHijri {
      century = found
      end = found.end
    } else if let shared = centuryOfNext(end) {
      century.told = shared
    } else if !name.isDefiniteDecade {
      return nil
    }
    return decade(Int(name.decade) / 10, century, start, end)
  }

  /// «ثمانينيات وتسعينيات القرن العشرين»: the second decade tells the century of the first.
  private func centuryOfNext(_ token: Int) -> Told.Century? {
    guard let next = conjoined(token, { $0.decade > 0 }),
      !text.word(next).isDefiniteDecade, let phrase = decadePhrase(next),
      case .decade(_, let century) = phrase.told
    else { return nil }
    return century
  }

  private func decade(_ tens: Int, _ century: Century, _ start: Int, _ end: Int) -> Phrase {
    Phrase(
      told: .decade(tens, century.told), precision: .decade, first: start,
      start: text.start(start), end: end, rule: .decade)
  }

  /// «العقد الثامن من القرن الماضي» is that of the seventies.
  private func numberedDecade(_ start: Int) -> Phrase? {
    let number: Int
    var token: Int
    if text.bare(start + 1).deictic == .last {
      (number, token) = (10, start + 2)
    } else if let ordinal = ordinal(start + 1), ordinal.value <= 10 {
      (number, token) = (ordinal.value, ordinal.end)
    } else {
      return nil
    }
    guard text.isBare(token, .from) else { return nil }
    token += 1
    guard let century = century(token), !century.isBCE, !century.isHijri else { return nil }
    return decade(number - 1, century, start, century.end)
  }

  // MARK: Centuries

  struct Century {
    var told: Told.Century
    var isBCE = false
    var isHijri = false
    var end: Int
  }

  /// القرن التاسع عشر, القرن الـ19, القرن الخامس قبل الميلاد, القرن الثالث الهجري, القرن الماضي.
  func century(_ start: Int) -> Century? {
    let head = text.word(start)
    guard head.unit == .century, head.form == .theSingular || head.form == .theDual else {
      return nil
    }
    if head.form == .theSingular, let unit = toldUnit(start), case .shift(_, let count) = unit.told
    {
      return Century(told: .reference(count), end: unit.end)
    }
    return centuryNumber(start + 1)
  }

  /// The number and era behind «القرن»; also of the second of «القرنين التاسع عشر والعشرين».
  func centuryNumber(_ start: Int) -> Century? {
    var token = start
    if text.isBare(token, .articleAlone), text.isGlued(token + 1) { token += 1 }
    let number: Int
    var end: Int
    if let digits = text.number(token), digits.digits <= 2 {
      (number, end) = (digits.value, token + 1)
    } else if let ordinal = ordinal(start) {
      (number, end) = (ordinal.value, ordinal.end)
    } else {
      return nil
    }
    guard (1...40).contains(number) else { return nil }
    var found = Century(told: .number(number - 1), end: end)
    if let era = era(end) {
      end = era.end
      found.end = end
      found.isBCE = era.era == .beforeCommon
      found.isHijri = era.era == .hijri
    }
    guard found.isBCE || number <= 22 else { return nil }
    return found
  }

  func centuryPhrase(_ start: Int) -> Phrase? {
    guard let century = century(start) else { return nil }
    return centuryPhrase(century, start)
  }

  func centuryPhrase(_ century: Century, _ start: Int) -> Phrase {
    var phrase = Phrase(
      told: .century(century.told, isBCE: century.isBCE, isHijri: century.isHijri),
      precision: .century, first: start, start: text.start(start), end: century.end,
      rule: .century)
    phrase.isDualHead = text.word(start).form == .theDual
    phrase.isHijri = century.isHijri
    return phrase
  }
}
