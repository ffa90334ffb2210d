import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Times told from the day of writing: «العام الماضي», «مارس المقبل», «الأحد الماضي».
extension TimePhrases {
  /// «العام الماضي», «هذا الشهر», «الأسبوع المقبل», «العام نفسه».
  func relativeUnit(at start: Int) -> Parsed? {
    guard let found = unitInTime(at: start) else { return nil }
    let base: TimeRelation.Base
    switch found.direction {
    case .same:
      guard found.unit == .year || found.unit == .month else { return nil }
      base = .same(found.unit)
    case .past: base = .shift(found.unit, by: -1)
    case .current: base = .shift(found.unit, by: 0)
    case .next: base = .shift(found.unit, by: 1)
    }
    return Parsed(
      kind: .date, relation: TimeRelation(base: base), start: found.start, end: found.end,
      rule: .relative)
  }

  func unitInTime(
    at start: Int
  ) -> (unit: TimeUnit, direction: TimeDirection, start: UTF8Offset, end: Int)? {
    guard let first = time(start) else { return nil }
    let isPointed = first.word == .demonstrative
    let token = isPointed ? start + 1 : start
    guard let word = isPointed ? bare(token) : first.word,
      case .unit(let unit, .theSingular) = word, unit != .hour, unit != .minute
    else { return nil }
    if let direction = direction(token + 1) { return (unit, direction, first.start, token + 2) }
    guard isPointed, unit != .day else { return nil }
    return (unit, .current, first.start, token + 1)
  }

  /// A year told behind من or directly: from the reference, or `nil` for the year mentioned before.
  func yearInTime(at start: Int) -> (years: Int?, end: Int)? {
    let token = cursor.word(start) == .from ? start + 1 : start
    guard token < cursor.end, let found = unitInTime(at: token), found.unit == .year else {
      return nil
    }
    switch found.direction {
    case .past: return (-1, found.end)
    case .current: return (0, found.end)
    case .next: return (1, found.end)
    case .same: return (nil, found.end)
    }
  }

  /// «مارس الماضي», «15 أيار/مايو المقبل», «ديسمبر من العام نفسه», «السادس عشر من الشهر نفسه».
  func relativeMonth(at start: Int) -> Parsed? {
    if let day = grammar.day(at: start), let found = unitInTime(at: day.end),
      found.unit == .month, (1...31).contains(day.number), cursor.word(day.end - 1) == .from
    {
      let months: [TimeDirection: Int] = [.past: -1, .current: 0, .next: 1]
      return Parsed(
        kind: .date,
        relation: TimeRelation(
          base: .dayOfMonth(day.number, months: months[found.direction])),
        start: day.start, end: found.end, rule: .relative)
    }
    guard let date = grammar.date(at: start), date.modifier == nil, date.date.year == nil,
      !date.isBareDay, let month = date.date.month, date.date.isValid
    else { return nil }
    return relative(date, month: month)
  }

  /// «18 ديسمبر من كل عام», «الخامس من كل شهر».
  func yearly(at start: Int) -> Parsed? {
    func set(_ value: String, _ start: UTF8Offset, _ end: Int) -> Parsed {
      Parsed(kind: .set, value: value, start: start, end: end, rule: .set)
    }
    if let day = grammar.day(at: start), (1...31).contains(day.number),
      cursor.word(day.end - 1) == .from, bare(day.end) == .every,
      bare(day.end + 1) == .unit(.month, .singular)
    {
      return set(
        "XXXX-XX-\(day.number < 10 ? "0" : "")\(day.number)", day.start, day.end + 2)
    }
    guard let date = grammar.date(at: start), date.modifier == nil, date.date.year == nil,
      !date.isBareDay, date.date.calendar == .gregorian, date.date.isValid
    else { return nil }
    let end = date.tokens.upperBound
    guard cursor.word(end) == .from, bare(end + 1) == .every,
      bare(end + 2) == .unit(.year, .singular)
    else { return nil }
    return set(date.date.iso, date.start, end + 3)
  }

  /// «١٥ يونيو و١٥ سبتمبر من العام الجاري» behind بين, «3 إلى 14 يوليو المقبل».
  func relativeRange(at start: Int) -> Parsed? {
    guard let first = grammar.date(at: start), first.modifier == nil, first.date.year == nil,
      first.date.calendar == .gregorian, first.isBareDay || first.date.isValid
    else { return nil }
    var token = first.tokens.upperBound
    let joint = cursor.peeled(token)
    if cursor.isDash(token) || joint?.word == .to || joint?.word == .until {
      token += 1
    } else if cursor.peeled(start - 1)?.word == .between, joint?.hasConjunction == true {
      if cursor.word(token) == .and { token += 1 }
    } else {
      return nil
    }
    guard var parsed = relativeMonth(at: token) else { return nil }
    let last: (month: Int, day: Int?)
    switch parsed.relation?.base {
    case .month(let month, let day, _), .monthOfYear(let month, let day, _): last = (month, day)
    default: return nil
    }
    guard (first.date.day == nil) == (last.day == nil) else { return nil }
    let month = first.date.month ?? last.month
    if first.isBareDay, (first.date.day ?? 0) >= (last.day ?? 0) { return nil }
    parsed.relation?.first = TimeRelation.MonthDay(month: month, day: first.date.day)
    parsed.kind = .interval
    parsed.start = first.start
    return parsed
  }

  /// «أمس», «أول أمس», «أول من أمس», «أمس الأول», «غدًا», with a weekday behind them.
  func namedDay(at start: Int) -> Parsed? {
    guard let first = time(start) else { return nil }
    let days: Int
    var end = start + 1
    switch first.word {
    case .first:
      if cursor.word(end) == .from { end += 1 }
      guard bare(end) == .yesterday else { return nil }
      days = -2
      end += 1
    case .yesterday:
      let isBefore = cursor.word(end) == .ordinal(1) && cursor.word(end + 1) != .from
      days = isBefore ? -2 : -1
      if isBefore { end += 1 }
    case .tomorrow: days = 1
    default: return nil
    }
    if let day = weekday(end), day.start == offset(end) { end += 1 }
    return Parsed(
      kind: .date, relation: TimeRelation(base: .shift(.day, by: days)), start: first.start,
      end: end, rule: .relative)
  }

  /// «غدًا» with its mark or a weekday; «غدا» alone is a verb too, «غد» and «الغد» are the future.
  func isTomorrow(_ token: Int) -> Bool {
    cursor.endsInTanwinAlef(token) || isKey(token, Self.tomorrow) && weekday(token + 1) != nil
  }

  private static let tomorrow: KeySet = ["غدا"]

  func relative(_ date: ParsedDate, month: Int) -> Parsed? {
    let end = date.tokens.upperBound
    var base: TimeRelation.Base?
    var last = end
    if let direction = direction(end) {
      last = end + 1
      if date.date.calendar == .hijri {
        base = date.date.day == nil && direction != .same ? .hijriMonth(month, direction) : nil
      } else {
        base =
          direction == .same
          ? .monthOfYear(month, day: date.date.day, years: nil)
          : .month(month, day: date.date.day, direction)
      }
    } else if date.date.calendar == .gregorian, let year = yearInTime(at: end) {
      last = year.end
      base = .monthOfYear(month, day: date.date.day, years: year.years)
    }
    guard let base else { return nil }
    return Parsed(
      kind: .date, relation: TimeRelation(base: base), start: date.start, end: last,
      rule: .relative)
  }

  /// «الأحد الماضي», «يوم الثلاثاء المقبل», «يوم الأحد».
  func relativeDay(at start: Int) -> Parsed? {
    let hasHead = cursor.word(start) == .dayHead || cursor.peeled(start)?.word == .dayHead
    guard let day = weekday(hasHead ? start + 1 : start) else { return nil }
    let startOffset = hasHead ? cursor.peeled(start)?.start ?? day.start : day.start
    let end = hasHead ? start + 2 : start + 1
    let direction = direction(end)
    guard hasHead || direction != nil, direction != .same else { return nil }
    return Parsed(
      kind: .date,
      relation: TimeRelation(base: .weekday(day.number, direction == .current ? nil : direction)),
      start: startOffset, end: direction == nil ? end : end + 1, rule: .relative)
  }
}
