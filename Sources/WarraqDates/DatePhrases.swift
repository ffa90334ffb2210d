import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Puts single dates together into ranges and lists, and asks bare years for evidence.
struct DatePhrases {
  let cursor: DateCursor
  let grammar: DateGrammar
  let evidence: YearEvidence

  init(_ cursor: DateCursor) {
    self.cursor = cursor
    grammar = DateGrammar(cursor: cursor)
    evidence = YearEvidence(cursor: cursor)
  }

  /// The expressions that begin at a token, and the token after them.
  ///
  /// - Complexity: O(number of dates in the list), which is at most ``longestList``.
  func phrase(at start: Int) -> (timexes: [Timex], end: Int)? {
    guard let first = grammar.date(at: start) else { return nil }
    // «30 فبراير 2020»: no day of the calendar, and no month either.
    if !first.isBareDay, !first.date.isValid { return ([], first.tokens.upperBound) }
    if let range = range(from: first) { return range }
    guard !first.isBareYear || evidence.supports(first) else { return nil }
    let list = completed(list(from: first))
    var timexes: [Timex] = []
    var end = start
    for date in list {
      guard let timex = timex(date) else { break }
      timexes.append(timex)
      end = date.tokens.upperBound
    }
    return timexes.isEmpty ? nil : (timexes, end)
  }

  // MARK: Ranges

  /// Dates of one range are at most this many years apart.
  private static let longestRange = 500

  private func range(from first: ParsedDate) -> (timexes: [Timex], end: Int)? {
    guard let second = secondEnd(of: first), !second.isBareDay else { return nil }
    var from = first.date
    var to = second.date
    // «1445-1446هـ»: the sign belongs to both.
    let isHijriPair =
      first.isBareYear && to.calendar == .hijri && (1...1500).contains(from.year ?? 0)
    if isHijriPair { from.calendar = .hijri }
    guard from.calendar == to.calendar else { return nil }
    if to.year == nil, let fromYear = from.year, to.month != nil {
      // «5 مايو 2020 إلى 7 يونيو»
      let wraps = (from.month ?? 0, from.day ?? 0) > (to.month ?? 0, to.day ?? 0)
      to.year = wraps ? fromYear + 1 : fromYear
    }
    guard let toYear = to.year else { return nil }
    if first.isBareDay {
      guard to.day != nil else { return nil }
      from.month = to.month
    }
    if from.year == nil {
      // «ديسمبر - فبراير 2020» begins the year before.
      let wraps = (from.month ?? 0, from.day ?? 0) > (to.month ?? 0, to.day ?? 0)
      if first.isBareDay, wraps { return nil }
      from.year = wraps ? toYear - 1 : toYear
    }
    guard from.isValid, to.isValid, CalendarDate.isBefore(from, to),
      let fromYear = from.year, toYear - fromYear <= Self.longestRange
    else { return nil }
    // A month and a bare year are not the ends of one range: «مارس 2015 - 2018».
    guard (from.month == nil) == (to.month == nil) else { return nil }
    if first.isBareYear, !isHijriPair {
      guard (1500...2100).contains(fromYear), (1500...2100).contains(toYear),
        !second.isBareYear || !evidence.looksCounted(second)
      else { return nil }
    }
    guard let value = intervalValue(from, to) else { return nil }
    let end = second.tokens.upperBound
    let range = first.start..<UTF8Offset(cursor.text.tokens.end(at: end - 1))
    let isHijri = from.calendar == .hijri
    let timex = Timex(
      range: range, kind: .interval, value: value, modifier: nil,
      hijri: isHijri ? from.iso + "/" + to.iso : nil, anchor: .text, rule: .range)
    return ([timex], end)
  }

  /// The date at the other end of a range that begins with a date.
  private func secondEnd(of first: ParsedDate) -> ParsedDate? {
    let next = first.tokens.upperBound
    guard next < cursor.end, cursor.sameLine(next - 1, next) else { return nil }
    let word = cursor.word(next)
    // «وحتى» and «وإلى» too.
    let joined = cursor.peeled(next)?.word
    if cursor.isDash(next) || joined == .to || joined == .until {
      return grammar.date(at: next + 1)
    }
    if cursor.mark(next) == 0x2F, first.date.month == nil, let year = first.date.year,
      let second = grammar.date(at: next + 1), second.isBareYear, second.date.year == year + 1,
      !first.isBareYear || evidence.supports(first)
    {
      return second  // موسم 2018/2019
    }
    // «بين عامي 1985 و1990», «بين أبريل ويونيو 2019»
    guard cursor.peeled(first.tokens.lowerBound - 1)?.word == .between else { return nil }
    if word == .and { return grammar.date(at: next + 1) }
    guard cursor.peeled(next)?.hasConjunction == true else { return nil }
    return grammar.date(at: next)
  }

  private func intervalValue(_ from: CalendarDate, _ to: CalendarDate) -> String? {
    guard from.calendar == .hijri else { return from.iso + "/" + to.iso }
    guard let first = from.gregorianValue, let last = to.gregorianValue else { return nil }
    // A Hijri month or year is itself an interval: take the outer ends.
    let start = first.split(separator: "/").first ?? ""
    let end = last.split(separator: "/").last ?? ""
    return "\(start)/\(end)"
  }

  // MARK: Lists

  /// Dates that one list may hold.
  static let longestList = 16

  private func list(from first: ParsedDate) -> [ParsedDate] {
    var list = [first]
    while list.count < Self.longestList, let last = list.last {
      guard let next = listMember(after: last) else { break }
      list.append(next)
    }
    return list
  }

  private func listMember(after last: ParsedDate) -> ParsedDate? {
    let next = last.tokens.upperBound
    guard next < cursor.end, cursor.sameLine(next - 1, next) else { return nil }
    var member: ParsedDate?
    if cursor.word(next) == .and {
      member = grammar.date(at: next + 1)
    } else if cursor.isComma(next), !last.isBareDay {
      member = grammar.date(at: cursor.word(next + 1) == .and ? next + 2 : next + 1)
    } else if cursor.peeled(next)?.hasConjunction == true {
      member = grammar.date(at: next)
    }
    guard let member, member.date.calendar == last.date.calendar,
      member.isBareDay || member.date.isValid
    else { return nil }
    // A member that begins a range of its own is left to it.
    if range(from: member) != nil { return nil }
    let isYear = last.date.month == nil && last.date.day == nil
    if member.isBareYear { return isYear && !evidence.looksCounted(member) ? member : nil }
    if member.isBareDay { return last.isBareDay ? member : nil }
    if last.isBareDay { return member.date.day != nil && member.date.month != nil ? member : nil }
    return member.date.month != nil && last.date.month != nil ? member : nil
  }

  /// Fills what members leave to a later one: the month and the year of «5 و6 مايو 2020».
  private func completed(_ list: [ParsedDate]) -> [ParsedDate] {
    var list = list
    for index in list.indices.dropLast().reversed() {
      let later = list[index + 1].date
      if list[index].isBareDay, later.month != nil {
        list[index].date.month = later.month
        list[index].isBareDay = false
      }
      if list[index].date.year == nil { list[index].date.year = later.year }
    }
    return list
  }

  // MARK: Values

  private func timex(_ parsed: ParsedDate) -> Timex? {
    let date = parsed.date
    guard !parsed.isBareDay, date.isValid else { return nil }
    let range =
      parsed
      .start..<UTF8Offset(
        cursor.text.tokens.end(at: parsed.tokens.upperBound - 1))
    var timex = Timex(
      range: range, kind: .date, value: date.iso, modifier: parsed.modifier, hijri: nil,
      anchor: .text, rule: rule(parsed))
    if date.calendar == .hijri {
      // Without a year nothing can be converted; a month's or day's name alone is no evidence.
      guard let value = date.gregorianValue else { return nil }
      timex.value = value
      timex.hijri = date.iso
    } else if date.year == nil {
      // «مايو الماضي», «نوفمبر من العام نفسه», «5 حزيران 67»: the year is told, but not in full.
      if isQualified(after: parsed.tokens.upperBound) { return nil }
      if date.day == nil, !governsMonth(parsed) { return nil }
    }
    if timex.modifier == nil,
      cursor.peeled(parsed.tokens.lowerBound - 1)?.word == .approximately
    {
      timex.modifier = .approximately
    }
    return timex
  }

  private static let deictics: KeySet = [
    "الماضي", "الماضية", "المنصرم", "المنصرمة", "الفائت", "الفائتة", "المقبل", "المقبلة", "القادم",
    "القادمة", "الجاري", "الجارية", "الحالي", "الحالية", "التالي", "التالية", "نفسه", "ذاته",
  ]

  /// Whether the words behind a date without a year say which year is meant.
  private func isQualified(after end: Int) -> Bool {
    guard end < cursor.end, cursor.sameLine(end - 1, end) else { return false }
    if cursor.text.tokens.isKey(at: end, in: Self.deictics) { return true }
    if let number = cursor.number(end), number.digits == 2 { return true }
    guard cursor.word(end) == .from, let head = cursor.peeled(end + 1) else { return false }
    if case .yearHead = head.word { return true }
    return false
  }

  private func rule(_ parsed: ParsedDate) -> DateRule {
    let date = parsed.date
    if date.calendar == .hijri { return .hijri }
    if parsed.isNumeric { return .numeric }
    switch (date.day, date.month, date.year) {
    case (.some, _, .some): return .dayMonthYear
    case (.some, _, nil): return .dayMonth
    case (nil, .some, .some): return .monthYear
    case (nil, .some, nil): return .month
    default: return .year
    }
  }

  /// Whether a month without a year is meant as a time: months' names are words and names too.
  private func governsMonth(_ parsed: ParsedDate) -> Bool {
    let first = parsed.tokens.lowerBound
    if parsed.modifier != nil || cursor.peeled(first)?.word == .monthHead { return true }
    switch cursor.peeled(first - 1)?.word {
    case .governor, .until, .before: return true
    default: return false
    }
  }
}
