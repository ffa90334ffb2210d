import WarraqText
import WarraqTokenization

/// Days: in digits, with a month's name, by weekday, by a name of their own.
extension TemporalGrammar {
  /// A day with all that belongs to it before the time of day: weekday, head, month, year.
  func dayPhrase(_ start: Int) -> Phrase? {
    if let named = namedDay(start) { return named }
    // «يوم أمس», «يوم غد الثلاثاء»
    if text.has(start, .dayHead), text.word(start + 1).has([.yesterday, .tomorrow]),
      let named = namedDay(start + 1)
    {
      return named.begun(at: start, text.start(start))
    }
    var token = start
    var weekday: Int?
    var hasDayHead = false
    var isDualHead = false
    // Weekday and day head, in either order, with or without a comma.
    for _ in 0..<2 {
      let word = text.word(token)
      guard token == start || !text.hasClitics(token) else { break }
      if word.weekday > 0, weekday == nil {
        weekday = Int(word.weekday)
        token += 1
        // «الأحد، 5 مايو», «الأحد (5 مايو)»
        if text.isComma(token) || text.mark(token) == 0x28, mayBeDate(token + 1) { token += 1 }
      } else if word.has(.dayHead), !hasDayHead {
        hasDayHead = true
        isDualHead = text.isKey(token, Self.dualDay) || text.hasClitics(token)
        token += 1
      } else {
        break
      }
    }
    if token == start || !text.hasClitics(token),
      var phrase = numericDay(token) ?? monthDay(token)
    {
      if token > start { phrase = phrase.begun(at: start, text.start(start)) }
      if phrase.weakness == .bareDay, token > start {
        // «يوم 5» waits for its month; «الأحد، 5» does not.
        guard hasDayHead && weekday == nil || isJoined(phrase.end) else {
          return weekdayPhrase(start)
        }
      }
      phrase.isDualHead = isDualHead
      phrase.weekday = weekday
      if let weekday, let counted = countedWeekday(weekday, phrase) { return counted }
      return phrase
    }
    return weekdayPhrase(start) ?? dayOfContext(start)
  }

  private func mayBeDate(_ token: Int) -> Bool {
    text.isNumber(token) || text.has(token, .dayHead) || text.word(token).ordinal > 0
  }

  /// «الأحد الثاني من نوفمبر 2014», where the second of November is no Sunday: the second Sunday.
  private func countedWeekday(_ weekday: Int, _ phrase: Phrase) -> Phrase? {
    guard case .gregorian(.number(let year), .number(let month)?, let day?) = phrase.told,
      (1...5).contains(day), !text.isNumber(phrase.first + 1),
      text.word(phrase.first + 1).ordinal == UInt8(day)
    else { return nil }
    let number = DayNumber.of(year, month, day)
    guard ((number - DayNumber.monday) % 7 + 7) % 7 + 1 != weekday else { return nil }
    var counted = phrase
    counted.told = .weekdayOfMonth(
      weekday, nth: day, .number(year), month: .number(month))
    return counted
  }

  /// Whether a word that joins the ends of a range stands at a token.
  private func isJoined(_ token: Int) -> Bool {
    text.isDash(token) || text.has(token, [.to, .until]) || text.isBare(token, .and)
      || text.hasConjunction(token)
  }

  // MARK: Digits

  /// 3/1/2021, 2021-03-03, 5.11.2018, 17 / 4 / 1436 هـ, 3/مارس/2021.
  private func numericDay(_ start: Int) -> Phrase? {
    guard let first = text.number(start), let separator = numericSeparator(start + 1) else {
      return nil
    }
    guard numericSeparator(start + 3) == separator, let last = text.number(start + 4) else {
      return dayAndMonth(start, first)
    }
    let month: Int
    if let number = text.number(start + 2), number.digits <= 2 {
      month = number.value
    } else if text.bare(start + 2).month > 0 {
      month = Int(text.bare(start + 2).month)
    } else {
      return nil
    }
    var date: (year: Int, day: Int)
    if first.digits <= 2, last.digits == 4 {
      date = (last.value, first.value)
    } else if first.digits == 4, last.digits <= 2 {
      date = (first.value, last.value)
    } else {
      return nil
    }
    var end = start + 5
    // A fourth field makes it an address or a version.
    if numericSeparator(end) == separator, text.isNumber(end + 1) { return nil }
    // A number before it too: «القيد 1/3/4/2019».
    if text.bounds.contains(start - 2), numericSeparator(start - 1) == separator,
      text.isNumber(start - 2), text.isGlued(start)
    {
      return nil
    }
    var isHijri = false
    var hasEra = false
    if let era = era(end), era.era != .beforeCommon {
      (isHijri, hasEra, end) = (era.era == .hijri, true, era.end)
    }
    // Beside a Hijri sign nothing else is needed; years 1300 to 1500 alone may be either.
    guard date.year >= 1000 || hasEra, !isHijri || date.year <= 1700 else { return nil }
    let told: Told =
      isHijri
      ? .hijri(.number(date.year), month: month, day: date.day)
      : .gregorian(.number(date.year), month: .number(month), day: date.day)
    var phrase = Phrase(
      told: told, precision: .day, first: start, start: text.start(start), end: end,
      rule: isHijri ? .hijri : .numeric)
    phrase.isHijri = isHijri
    return phrase
  }

  /// «يوم 15/2»: two fields only behind a weekday, a day head or «بتاريخ».
  private func dayAndMonth(_ start: Int, _ first: (value: Int, digits: Int)) -> Phrase? {
    let before = text.word(start - 1)
    guard text.mark(start + 1) == 0x2F, let second = text.number(start + 2),
      first.digits <= 2, second.digits <= 2, numericSeparator(start + 3) == nil,
      before.weekday > 0 || before.has([.dayHead, .date]),
      (1...12).contains(second.value), first.value >= 1
    else { return nil }
    return Phrase(
      told: .gregorian(.nearest, month: .number(second.value), day: first.value),
      precision: .day, first: start, start: text.start(start), end: start + 3, rule: .numeric)
  }

  private func numericSeparator(_ token: Int) -> UInt32? {
    guard let mark = text.mark(token) else { return nil }
    return [0x2F, 0x2D, 0x2E, 0x5C, 0x2013].contains(mark) ? mark : nil
  }

  // MARK: Months

  /// The number of a day before its month: 14, الـ14, 14 من, الرابع عشر من, أول مايو.
  func dayNumber(_ start: Int) -> (number: Int, end: Int, hasFrom: Bool)? {
    var token = start
    if text.isBare(token, .articleAlone), text.isGlued(token + 1) { token += 1 }
    if let number = text.number(token) {
      guard number.digits <= 2, (1...31).contains(number.value) else { return nil }
      let hasFrom = text.isBare(token + 1, .from)
      return (number.value, hasFrom ? token + 2 : token + 1, hasFrom)
    }
    if text.has(start, .firstWord) {
      let isMonth = month(start + 1) != nil && !text.hasClitics(start + 1)
      return isMonth ? (1, start + 1, false) : nil
    }
    guard let ordinal = ordinal(start), ordinal.value <= 31, text.isBare(ordinal.end, .from)
    else { return nil }
    // «الأسبوع الأول من مايو» is no first of May.
    if !text.hasClitics(start), text.word(start - 1).has([.weekPart, .definitePart, .term]) {
      return nil
    }
    return (ordinal.value, ordinal.end + 1, true)
  }

  /// 5 مايو 2020, الخامس من مايو, 5 مايو الماضي, الثالث من الشهر الجاري; a mere number that may wait
  /// for its month.
  private func monthDay(_ start: Int) -> Phrase? {
    if let edge = monthFirst(start) ?? edgeOfMonth(start) { return edge }
    guard let day = dayNumber(start) else { return waitingOrdinal(start) }
    guard !text.hasClitics(day.end), let month = month(day.end) else {
      if day.hasFrom, let unit = toldUnit(day.end), unit.unit == .month, let month = unit.month {
        return Phrase(
          told: .gregorian(.nearest, month: month, day: day.number), precision: .day,
          first: start, start: text.start(start), end: unit.end, rule: .relative)
      }
      guard text.isNumber(start), !day.hasFrom else { return nil }
      var phrase = Phrase(
        told: .gregorian(.nearest, month: nil, day: day.number), precision: .day, first: start,
        start: text.start(start), end: day.end, rule: .dayMonth)
      phrase.weakness = .bareDay
      return phrase
    }
    let behind = yearTold(behind: month.end, isHijri: month.isHijri)
    var phrase = Phrase(
      told: Self.told(month, day: day.number, behind?.told ?? .nearest), precision: .day,
      first: start, start: text.start(start), end: behind?.end ?? month.end,
      rule: month.isHijri ? .hijri : behind == nil ? .dayMonth : .dayMonthYear)
    phrase.isHijri = month.isHijri
    switch behind?.told {
    case nil, .number: break
    default: phrase.rule = .relative
    }
    return phrase
  }

  /// «السابع» in «السابع إلى العشرين من نوفمبر», «الخامس» in «الخامس والسادس من مايو».
  private func waitingOrdinal(_ start: Int) -> Phrase? {
    guard let ordinal = ordinal(start), ordinal.value <= 31 else { return nil }
    var next = ordinal.end
    if text.has(next, [.to, .until]) || text.isBare(next, .and) {
      next += 1
    } else if !text.hasConjunction(next) {
      return nil
    }
    guard let day = dayNumber(next), day.hasFrom, let month = month(day.end),
      !text.hasClitics(day.end), month.end > day.end
    else { return nil }
    var phrase = Phrase(
      told: .gregorian(.nearest, month: nil, day: ordinal.value), precision: .day, first: start,
      start: text.start(start), end: ordinal.end, rule: .dayMonth)
    phrase.weakness = .bareDay
    return phrase
  }

  /// «أول يوم من مايو», «آخر يوم في فبراير 2020».
  private func edgeOfMonth(_ start: Int) -> Phrase? {
    let word = text.word(start)
    guard word.has([.firstWord, .lastWord]), text.bare(start + 1).unit == .day,
      text.bare(start + 1).form == .singular,
      text.isBare(start + 2, .from) || text.isKey(start + 2, Self.inWord),
      let phrase = monthPhrase(start + 3), case .gregorian(let year, let month?, _) = phrase.told
    else { return nil }
    return Phrase(
      told: word.has(.firstWord)
        ? .gregorian(year, month: month, day: 1) : .lastDayOfMonth(year, month: month),
      precision: .day, first: start, start: text.start(start), end: phrase.end,
      rule: phrase.rule == .relative ? .relative : .dayMonthYear)
  }

  /// «مارس 15، 2021»: the month first only with a year behind.
  private func monthFirst(_ start: Int) -> Phrase? {
    guard let month = month(start), !month.isHijri, let day = text.number(month.end),
      day.digits <= 2, (1...31).contains(day.value)
    else { return nil }
    let comma = month.end + 1
    let token = text.isComma(comma) ? comma + 1 : comma
    guard let year = text.number(token), year.digits == 4, (1500...2100).contains(year.value)
    else { return nil }
    return Phrase(
      told: .gregorian(.number(year.value), month: .number(month.number), day: day.value),
      precision: .day, first: start, start: month.start, end: token + 1, rule: .dayMonthYear)
  }

  // MARK: Weekdays

  /// الأحد الماضي, يوم الثلاثاء, الأحد من الأسبوع المقبل, أول أحد من مايو.
  private func weekdayPhrase(_ start: Int) -> Phrase? {
    if let counted = weekdayOfMonth(start) { return counted }
    let hasPointer = text.isKey(start, Self.thisWord)
    let hasHead = !hasPointer && text.has(start, .dayHead)
    let token = hasHead || hasPointer ? start + 1 : start
    guard token == start || !text.hasClitics(token) else { return nil }
    // «أيام الجمعة» come again.
    if hasHead, text.word(start).form == .plural { return nil }
    let weekday = Int(text.word(token).weekday)
    guard weekday > 0 else { return nil }
    var phrase = Phrase(
      told: .weekday(weekday, nil, weeks: 0), precision: .day, first: start,
      start: text.start(start), end: token + 1, rule: .weekday)
    if let found = direction(token + 1) {
      phrase.told = .weekday(weekday, found.direction, weeks: found.extra)
      phrase.end = found.end
    } else if text.isBare(token + 1, .from), let unit = toldUnit(token + 2),
      case .shift(.week, let weeks) = unit.told
    {
      phrase.told = .weekdayOfWeek(weekday, weeks)
      phrase.end = unit.end
    } else if !hasHead, !hasPointer {
      phrase.weakness = .bareWeekday
    }
    return phrase
  }

  /// «أول أحد من مايو 2020», «الأحد الأول من مايو», «آخر جمعة في مارس».
  private func weekdayOfMonth(_ start: Int) -> Phrase? {
    let word = text.word(start)
    var token = start + 1
    let weekday: Int
    let nth: Int
    if word.has([.firstWord, .secondWord, .lastWord]) {
      let day = text.bare(token)
      if day.has(.dayHead), day.form == .singular { token += 1 }
      weekday = Int(max(text.bare(token).indefiniteWeekday, text.bare(token).weekday))
      nth = word.has(.lastWord) ? -1 : word.has(.firstWord) ? 1 : 2
      token += 1
    } else if word.weekday > 0 {
      weekday = Int(word.weekday)
      if text.bare(token).deictic == .last {
        nth = -1
        token += 1
      } else if let ordinal = ordinal(token), ordinal.value <= 5 {
        nth = ordinal.value
        token = ordinal.end
      } else {
        return nil
      }
    } else {
      return nil
    }
    guard weekday > 0, text.isBare(token, .from) || text.isKey(token, Self.inWord),
      let phrase = monthPhrase(token + 1), case .gregorian(let year, let month?, _) = phrase.told
    else { return nil }
    return Phrase(
      told: .weekdayOfMonth(weekday, nth: nth, year, month: month), precision: .day,
      first: start, start: text.start(start), end: phrase.end, rule: .weekday)
  }

  // MARK: Names

  /// «أمس», «أول أمس», «أول من أمس», «أمس الأول», «غدًا», «بعد غد», «اليوم الأحد», with a weekday behind.
  private func namedDay(_ start: Int) -> Phrase? {
    let word = text.word(start)
    var end = start + 1
    let days: Int
    if word.has(.firstWord) {
      if text.isBare(end, .from) { end += 1 }
      guard text.isBare(end, .yesterday) else { return nil }
      days = -2
      end += 1
    } else if word.has(.yesterday) {
      // «لامس» touched.
      guard !text.hasClitics(start) || text.hasConjunction(start) && !text.hasPreposition(start)
      else { return nil }
      let isBefore = text.bare(end).ordinal == 1 && !text.isBare(end + 1, .from)
      days = isBefore ? -2 : -1
      if isBefore { end += 1 }
    } else if word.has(.tomorrow) {
      guard isTomorrow(start) else { return nil }
      days = 1
    } else if word.has(.after), text.isBare(end, .tomorrow) {
      days = 2
      end += 1
    } else if text.isKey(start, Self.todayWord) || text.hasClitics(start) && isToday(start) {
      // Alone it is "nowadays" as often; a line of its own says a day.
      guard text.bare(end).weekday > 0 || text.has(end, .clockHead) || text.bounds.count == 1
      else { return nil }
      days = 0
    } else {
      return nil
    }
    if text.bare(end).weekday > 0 { end += 1 }
    return Phrase(
      told: .shift(.day, by: days), precision: .day, first: start, start: text.start(start),
      end: end, rule: .namedDay)
  }

  private func isToday(_ token: Int) -> Bool {
    text.word(token).has(.dayHead) && text.word(token).form == .theSingular
  }

  /// «غدًا» with its mark or where no subject follows: «غدا» is a verb too, «الغد» the future.
  private func isTomorrow(_ token: Int) -> Bool {
    if text.isKey(token, Self.theTomorrow) { return text.word(token - 1).dayPart != nil }
    if text.endsInTanwinAlef(token) { return true }
    if text.word(token - 1).dayPart != nil { return true }
    if text.has(token - 1, [.until, .since, .dayHead]) { return true }
    guard text.isKey(token, Self.tomorrowWord) else { return false }
    let next = text.word(token + 1)
    return !text.isArabicWord(token + 1) || next.weekday > 0 || next.adverbialDayPart != nil
      || next.has(.clockHead)
      || text.isKey(token + 1, Self.behindTomorrow)
  }

  /// «اليوم التالي», «اليوم نفسه»: from the day before in the text.
  private func dayOfContext(_ start: Int) -> Phrase? {
    guard let unit = toldUnit(start), unit.unit == .day else { return nil }
    return Phrase(
      told: unit.told, precision: .day, first: start, start: text.start(start), end: unit.end,
      rule: .relative)
  }
}
