import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// A date read off the tokens.
struct ParsedDate {
  var date: CalendarDate
  /// Where its text begins; clitics are left out.
  var start: UTF8Offset
  /// Its tokens.
  var tokens: Range<Int>
  var modifier: Timex.Modifier?
  /// What it was made of.
  var hasYearHead = false
  var isDualHead = false
  var hasEra = false
  var isNumeric = false
  /// Whether it is a mere number: a day that waits for its month, or a bare year.
  var isBareYear = false
  var isBareDay = false
}

/// The grammar of one date: longest match from a token.
///
/// Every function reads from a token and returns what it read, or nothing. Ranges and lists are
/// put together by ``DatePhrases``.
struct DateGrammar {
  let cursor: DateCursor

  /// The longest date that begins at a token.
  ///
  /// - Complexity: O(1): at most a dozen tokens are read.
  func date(at start: Int) -> ParsedDate? {
    var parsed: ParsedDate?
    if let first = cursor.peeled(start), case .position(let position) = first.word {
      // «نهاية شهر مارس», «مطلع عام 2018», «منتصف 2017».
      parsed = calendarDate(at: start + 1)
      if parsed?.isBareDay == true { return nil }
      parsed?.start = first.start
      parsed?.modifier = position
    } else {
      parsed = calendarDate(at: start)
    }
    guard var parsed else { return nil }
    parsed.tokens = start..<parsed.tokens.upperBound
    guard staysInLine(parsed.tokens) else { return nil }
    return parsed
  }

  private func staysInLine(_ tokens: Range<Int>) -> Bool {
    for token in tokens.dropLast() where !cursor.sameLine(token, token + 1) { return false }
    return true
  }

  /// A date without a position word before it.
  private func calendarDate(at start: Int) -> ParsedDate? {
    var token = start
    var startOffset: UTF8Offset?
    // Weekday and day head, in either order, with or without a comma.
    for _ in 0..<2 {
      guard let peeled = cursor.peeled(token) else { break }
      if case .weekday = peeled.word {
        startOffset = startOffset ?? peeled.start
        token += 1
        if cursor.isComma(token) || cursor.mark(token) == 0x28 { token += 1 }
      } else if peeled.word == .dayHead {
        startOffset = startOffset ?? peeled.start
        token += 1
      } else {
        break
      }
    }
    let hasHead = startOffset != nil
    var parsed = numeric(at: token) ?? dayMonth(at: token)
    if parsed == nil, !hasHead { parsed = monthYear(at: token) ?? yearAlone(at: token) }
    guard var parsed else { return nil }
    if let startOffset { parsed.start = startOffset }
    parsed.tokens = start..<parsed.tokens.upperBound
    return parsed
  }

  private func offset(_ token: Int) -> UTF8Offset {
    cursor.text.tokens.range(at: token).lowerBound
  }

  // MARK: Digits

  /// 3/1/2021, 2021-03-03, 5.11.2018, 17 / 4 / 1436 هـ, 3/مارس/2021.
  private func numeric(at start: Int) -> ParsedDate? {
    guard let first = cursor.number(start), let separator = numericSeparator(start + 1) else {
      return nil
    }
    guard numericSeparator(start + 3) == separator, let last = cursor.number(start + 4) else {
      return nil
    }
    let month: Int
    if let number = cursor.number(start + 2), number.digits <= 2 {
      month = number.value
    } else if case .month(let number) = cursor.word(start + 2) {
      month = number
    } else {
      return nil
    }
    var date: CalendarDate
    if first.digits <= 2, last.digits == 4 {
      date = CalendarDate(
        calendar: .gregorian, year: last.value, month: month, day: first.value)
    } else if first.digits == 4, last.digits <= 2 {
      date = CalendarDate(
        calendar: .gregorian, year: first.value, month: month, day: last.value)
    } else {
      return nil
    }
    var end = start + 5
    // A fourth field makes it an address or a version.
    if numericSeparator(end) == separator, cursor.number(end + 1) != nil { return nil }
    var hasEra = false
    if let era = cursor.word(end), era == .hijriEra || era == .commonEra {
      if era == .hijriEra { date.calendar = .hijri }
      end += 1
      hasEra = true
    }
    guard let year = date.year, year >= 1000 || hasEra else { return nil }
    return ParsedDate(
      date: date, start: offset(start), tokens: start..<end, hasEra: hasEra, isNumeric: true)
  }

  private func numericSeparator(_ token: Int) -> UInt32? {
    guard let mark = cursor.mark(token) else { return nil }
    return [0x2F, 0x2D, 0x2E, 0x5C, 0x2013].contains(mark) ? mark : nil
  }

  // MARK: Names

  /// A month's name with what belongs to it.
  private struct Month {
    var number: Int
    var isHijri: Bool
    var start: UTF8Offset
    var end: Int
  }

  /// نوفمبر, شهر تموز, تشرين الأول, نيسان/أبريل, تموز (يوليو), ربيع الأول.
  private func month(at start: Int) -> Month? {
    guard let head = cursor.peeled(start), head.word == .monthHead else {
      return monthName(at: start)
    }
    guard var month = monthName(at: start + 1) else { return nil }
    month.start = head.start
    return month
  }

  private func monthName(at start: Int) -> Month? {
    guard var month = singleMonth(at: start) else { return nil }
    guard !month.isHijri else { return month }
    // The second name of a doubled month.
    if cursor.mark(month.end) == 0x2F || cursor.isDash(month.end),
      let second = singleMonth(at: month.end + 1), second.number == month.number, !second.isHijri
    {
      month.end = second.end
    } else if cursor.mark(month.end) == 0x28, let second = singleMonth(at: month.end + 1),
      second.number == month.number, cursor.mark(second.end) == 0x29
    {
      month.end = second.end + 1
    }
    return month
  }

  private func singleMonth(at start: Int) -> Month? {
    guard let peeled = cursor.peeled(start) else { return nil }
    func month(_ number: Int, _ isHijri: Bool, _ count: Int) -> Month {
      Month(number: number, isHijri: isHijri, start: peeled.start, end: start + count)
    }
    switch peeled.word {
    case .month(let number): return month(number, false, 1)
    case .hijriMonth(let number): return month(number, true, 1)
    case .pairedMonth(let first, let second):
      switch ordinal(start + 1) ?? indefiniteOrdinal(start + 1) ?? cursor.number(start + 1)?.value {
      case 1: return month(first, false, 2)
      case 2: return month(second, false, 2)
      default: return nil
      }
    case .pairedHijriMonth(let first, let second):
      switch ordinal(start + 1) {
      case 1: return month(first, true, 2)
      case 2: return month(second, true, 2)
      default: return nil
      }
    case .hijriOwner:
      guard case .hijriOwned(let number) = cursor.word(start + 1) else { return nil }
      return month(number, true, 2)
    default: return nil
    }
  }

  private static let first: KeySet = ["أول"]
  private static let second: KeySet = ["ثاني", "ثان"]

  /// كانون ثاني, تشرين أول: common without the article.
  private func indefiniteOrdinal(_ token: Int) -> Int? {
    guard token < cursor.end else { return nil }
    if cursor.text.tokens.isKey(at: token, in: Self.first) { return 1 }
    return cursor.text.tokens.isKey(at: token, in: Self.second) ? 2 : nil
  }

  private func ordinal(_ token: Int) -> Int? {
    guard case .ordinal(let number) = cursor.word(token) else { return nil }
    return number
  }

  /// What an ordinal may count in a month besides days.
  private static let otherParts: KeySet = [
    "الأسبوع", "والأسبوع", "بالأسبوع", "للأسبوع", "النصف", "والنصف", "الثلث", "والثلث", "الربع",
    "والربع",
  ]

  /// The day of a month in digits or words, and the token after it: 14, 14 من, الرابع عشر من,
  /// الحادي والعشرين من.
  func day(at start: Int) -> (number: Int, start: UTF8Offset, end: Int)? {
    if let number = cursor.number(start), number.digits <= 2 {
      let end = cursor.word(start + 1) == .from ? start + 2 : start + 1
      return (number.value, offset(start), end)
    }
    if start + 1 < cursor.end, cursor.text.tokens.isKey(at: start, in: Self.first),
      cursor.word(start + 1).map({ if case .month = $0 { true } else { false } }) ?? false
    {
      return (1, offset(start), start + 1)  // أول مايو
    }
    guard let peeled = cursor.peeled(start), case .ordinal(let first) = peeled.word else {
      return nil
    }
    // «الأسبوع الأول من مايو» is no first of May.
    if start > 0, cursor.sameLine(start - 1, start),
      cursor.text.tokens.isKey(at: start - 1, in: Self.otherParts)
    {
      return nil
    }
    var number = first
    var token = start + 1
    if first <= 9, cursor.word(token) == .ten {
      number = 10 + first
      token += 1
    } else if first <= 9, let tens = cursor.peeled(token), tens.hasConjunction,
      case .ordinal(let value) = tens.word, value >= 20
    {
      number = value + first
      token += 1
    }
    // «الأول نيسان» is not said: the month follows with من.
    guard cursor.word(token) == .from else { return nil }
    return (number, peeled.start, token + 1)
  }

  private func dayMonth(at start: Int) -> ParsedDate? {
    guard let day = day(at: start) else { return nil }
    guard let month = month(at: day.end) else {
      // A number that may be the first day of «3–8 آب» or of «5 و6 مايو».
      guard cursor.number(start) != nil, day.end == start + 1, (1...31).contains(day.number)
      else { return nil }
      let date = CalendarDate(calendar: .gregorian, year: nil, month: nil, day: day.number)
      var parsed = ParsedDate(date: date, start: day.start, tokens: start..<day.end)
      parsed.isBareDay = true
      return parsed
    }
    var date = CalendarDate(
      calendar: month.isHijri ? .hijri : .gregorian, year: nil, month: month.number,
      day: day.number)
    var parsed = ParsedDate(date: date, start: day.start, tokens: start..<month.end)
    if let year = year(after: month.end, isHijri: month.isHijri) {
      date.year = year.number
      parsed.tokens = start..<year.end
      parsed.hasEra = year.hasEra
    }
    parsed.date = date
    return parsed
  }

  private func monthYear(at start: Int) -> ParsedDate? {
    guard let month = month(at: start) else { return nil }
    let date = CalendarDate(
      calendar: month.isHijri ? .hijri : .gregorian, year: nil, month: month.number, day: nil)
    var parsed = ParsedDate(date: date, start: month.start, tokens: start..<month.end)
    if let year = year(after: month.end, isHijri: month.isHijri) {
      parsed.date.year = year.number
      parsed.tokens = start..<year.end
      parsed.hasEra = year.hasEra
    }
    return parsed
  }

  // MARK: Years

  /// A year with what belongs to it.
  struct Year {
    var number: Int
    var end: Int
    var hasEra: Bool
    var isHijri: Bool
  }

  /// The year after a month: 2018, ، 2018, من عام 2018, 2018م, لعام 1988.
  func year(after start: Int, isHijri: Bool) -> Year? {
    var token = start
    if cursor.isComma(token) { token += 1 }
    if cursor.word(token) == .from { token += 1 }
    var hasHead = false
    if let head = cursor.peeled(token), case .yearHead(isDual: false) = head.word {
      hasHead = true
      token += 1
    }
    guard token < cursor.end, let year = plainYear(at: token, hasHead: hasHead) else { return nil }
    // «في نوفمبر، 2018 شخصًا»
    if !year.hasEra, cursor.countsNoun(token, byLooks: false) { return nil }
    guard year.isHijri == isHijri || !year.hasEra else { return nil }
    // Between 1300 and 1500 beside a Hijri month the year is Hijri without its sign.
    if isHijri, !year.hasEra, !(1..<1500).contains(year.number) { return nil }
    if !isHijri, !year.hasEra, year.number < 1000 { return nil }
    return year
  }

  /// Digits and an era mark: 2018, 2018م, 1445هـ, 480 ق.م.
  private func plainYear(at token: Int, hasHead: Bool = false) -> Year? {
    guard let number = cursor.number(token), number.value > 0 else { return nil }
    var year = Year(number: number.value, end: token + 1, hasEra: false, isHijri: false)
    switch cursor.word(token + 1) {
    case .commonEra where number.digits == 4 || hasHead:
      (year.hasEra, year.end) = (true, token + 2)
    case .hijriEra:
      // Later ones are no years that anybody writes of, nor Gregorian ones of four digits.
      guard number.value <= 1700 else { return nil }
      (year.hasEra, year.isHijri, year.end) = (true, true, token + 2)
    case .beforeCommonEra:
      (year.hasEra, year.end, year.number) = (true, token + 2, 1 - number.value)
    case .before where cursor.word(token + 2) == .birth:
      (year.hasEra, year.end, year.number) = (true, token + 3, 1 - number.value)
    default:
      guard number.digits == 4, (1000...2999).contains(number.value) else { return nil }
    }
    return year
  }

  private func yearAlone(at start: Int) -> ParsedDate? {
    guard start < cursor.end else { return nil }
    var token = start
    var startOffset = offset(start)
    var hasHead = false
    var isDual = false
    if let head = cursor.peeled(token), case .yearHead(let dual) = head.word {
      hasHead = true
      isDual = dual
      startOffset = head.start
      token += 1
      if cursor.word(token) == .yearQualifier { token += 1 }
    }
    guard let year = plainYear(at: token, hasHead: hasHead) else { return nil }
    var parsed = ParsedDate(
      date: CalendarDate(
        calendar: year.isHijri ? .hijri : .gregorian, year: year.number, month: nil, day: nil),
      start: startOffset, tokens: start..<year.end)
    parsed.hasYearHead = hasHead
    parsed.isDualHead = isDual
    parsed.hasEra = year.hasEra
    parsed.isBareYear = !hasHead && !year.hasEra
    return parsed
  }
}
