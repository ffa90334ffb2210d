import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Parts of years and days, decades and centuries.
extension TimePhrases {
  /// «الربع الأول من 2024», «النصف الثاني من العام الجاري».
  func partOfYear(at start: Int) -> Parsed? {
    guard let first = time(start) else { return nil }
    let isQuarter = first.word == .quarter
    let number: Int
    if bare(start + 1) == .last {
      number = isQuarter ? 4 : 2
    } else if let ordinal = ordinal(start + 1), ordinal <= (isQuarter ? 4 : 2) {
      number = ordinal
    } else {
      return nil
    }
    return part(isQuarter ? "Q\(number)" : "H\(number)", start: first.start, behind: start + 2)
  }

  /// A part of a year whose year follows: in digits, with or without من and عام, or told.
  func part(_ code: String, start: UTF8Offset, behind token: Int) -> Parsed? {
    if let year = grammar.year(after: token, isHijri: false), !cursor.isComma(token),
      (1000...2999).contains(year.number)
    {
      let iso = CalendarDate(calendar: .gregorian, year: year.number).iso
      return Parsed(
        kind: .date, value: "\(iso)-\(code)", start: start, end: year.end, rule: .partOfYear)
    }
    guard let year = yearInTime(at: token) else { return nil }
    return Parsed(
      kind: .date, relation: TimeRelation(base: .partOfYear(code, years: year.years)),
      start: start, end: year.end, rule: .partOfYear)
  }

  /// «خريف 2019», «الصيف المقبل», «ربيع العام الماضي».
  func season(at start: Int) -> Parsed? {
    guard let first = time(start), case .season(let season) = first.word else { return nil }
    if let found = part(season.rawValue, start: first.start, behind: start + 1) { return found }
    guard let direction = direction(start + 1), direction == .past || direction == .next else {
      return nil
    }
    return Parsed(
      kind: .date, relation: TimeRelation(base: .season(season, direction)), start: first.start,
      end: start + 2, rule: .partOfYear)
  }

  /// «سبعينيات القرن الماضي», «التسعينيات».
  func decade(at start: Int) -> Parsed? {
    guard let first = time(start), case .decadeName(let tens, let isDefinite) = first.word else {
      return nil
    }
    var hundreds = 19
    var end = start + 1
    if let century = hundredsOfCentury(at: start + 1), !century.isBCE {
      (hundreds, end) = (century.hundreds, century.end)
    } else if !isDefinite {
      return nil
    }
    return Parsed(
      kind: .date, value: "\(hundreds)\(tens / 10)X", start: first.start, end: end, rule: .decade)
  }

  /// «القرن التاسع عشر», «القرن الخامس قبل الميلاد», «القرن الماضي».
  func century(at start: Int) -> Parsed? {
    guard let first = time(start), let found = hundredsOfCentury(at: start) else { return nil }
    let digits = found.hundreds < 10 ? "0\(found.hundreds)" : "\(found.hundreds)"
    var parsed = Parsed(
      kind: .date, value: "\(found.isBCE ? "-" : "")\(digits)XX", start: first.start,
      end: found.end, rule: .century)
    if found.isHijri {
      let years = (found.hundreds * 100 + 1, found.hundreds * 100 + 100)
      guard
        let from = CalendarDate(calendar: .hijri, year: years.0).gregorianValue,
        let to = CalendarDate(calendar: .hijri, year: years.1).gregorianValue
      else { return nil }
      parsed.hijri = parsed.value
      parsed.value =
        "\(from.split(separator: "/")[0].prefix(4))/\(to.split(separator: "/")[1].prefix(4))"
    }
    return parsed
  }

  func hundredsOfCentury(
    at start: Int
  ) -> (hundreds: Int, isBCE: Bool, isHijri: Bool, end: Int)? {
    guard let head = time(start), head.word == .unit(.century, .theSingular) else { return nil }
    if let direction = direction(start + 1) {
      switch direction {
      case .past: return (19, false, false, start + 2)
      case .current: return (20, false, false, start + 2)
      case .next: return (21, false, false, start + 2)
      case .same: return nil
      }
    }
    guard let first = ordinal(start + 1) else { return nil }
    var number = first
    var end = start + 2
    if first <= 9, isTen(end) {
      number += 10
      end += 1
    } else if first == 1, let next = cursor.peeled(end), next.hasConjunction,
      next.word == .ordinal(20)
    {
      number = 21
      end += 1
    }
    guard number <= 21 else { return nil }
    if cursor.word(end) == .beforeCommonEra { return (number - 1, true, false, end + 1) }
    if cursor.word(end) == .before, cursor.word(end + 1) == .birth {
      return (number - 1, true, false, end + 2)
    }
    if bare(end) == .hijriEra { return (number - 1, false, true, end + 1) }
    if bare(end) == .commonEra { end += 1 }
    return (number - 1, false, false, end)
  }

  // MARK: Parts of days

  /// «مساء الثلاثاء 19 نونبر 2024», «فجر الأحد الماضي», «صباح 12 مارس».
  func partOfDay(at start: Int) -> Parsed? {
    guard let first = time(start), case .partOfDay(let code) = first.word else { return nil }
    var found: Parsed?
    if let date = grammar.date(at: start + 1), !date.isBareDay, date.date.day != nil,
      date.modifier == nil, date.date.calendar == .gregorian, let month = date.date.month,
      date.date.isValid
    {
      if date.date.year != nil {
        return Parsed(
          kind: .time, value: date.date.iso + code, start: first.start,
          end: date.tokens.upperBound, rule: .partOfDay)
      }
      found =
        relative(date, month: month)
        ?? Parsed(
          kind: .time,
          relation: TimeRelation(base: .month(month, day: date.date.day, nil)),
          start: first.start, end: date.tokens.upperBound, rule: .partOfDay)
    } else if let day = relativeDay(at: start + 1) {
      found = day
    } else if let day = weekday(start + 1) {
      found = Parsed(
        kind: .time, relation: TimeRelation(base: .weekday(day.number, nil)), start: first.start,
        end: start + 2, rule: .partOfDay)
    } else if let day = namedDay(at: start + 1) {
      found = day
    }
    guard var found else { return nil }
    found.kind = .time
    found.start = first.start
    found.rule = .partOfDay
    found.relation?.partOfDay = code
    return found
  }
}
