import WarraqICU

/// A time that is told from the day of writing, or from an expression before it.
struct TimeRelation: Hashable, Sendable {
  /// What is told.
  enum Base: Hashable, Sendable {
    /// So many units from the reference: «العام الماضي», «قبل ستة أشهر».
    case shift(TimeUnit, by: Int)
    /// The year, or the month, of the expression before.
    case same(TimeUnit)
    /// «مارس الماضي», «15 أيار المقبل»; without a direction the nearest.
    case month(Int, day: Int?, TimeDirection?)
    /// «ديسمبر من العام الماضي»: years from the reference, `nil` for the year mentioned before.
    case monthOfYear(Int, day: Int?, years: Int?)
    /// «السادس عشر من الشهر نفسه»: months from the reference, `nil` for the month before.
    case dayOfMonth(Int, months: Int?)
    case hijriMonth(Int, TimeDirection)
    /// 1 is Monday.
    case weekday(Int, TimeDirection?)
    case season(Season, TimeDirection)
    /// A quarter, half or season of a year told from the reference: its code behind the year.
    case partOfYear(String, years: Int?)
  }

  var base: Base
  /// The code of a part of the day behind the value; empty for none.
  var partOfDay = ""
  /// Where the range begins that the time is the end of.
  var first: MonthDay?

  /// A month or a day of some year.
  struct MonthDay: Hashable, Sendable {
    var month: Int
    var day: Int?
  }
}

/// The year and month that the last expression before was about.
struct TimeContext {
  var year: Int?
  var month: Int?

  /// Takes note of a value.
  mutating func follow(_ value: String) {
    let fields = value.split(separator: "/")[0].split(
      separator: "-", omittingEmptySubsequences: false)
    guard let first = fields.first, first.utf8.count == 4, let year = Int(first) else { return }
    self.year = year
    month = fields.count > 1 && fields[1].utf8.count == 2 ? Int(fields[1]) : nil
  }
}

extension TimeRelation {
  /// The value, if the reference or the context gives one.
  ///
  /// - Complexity: O(1).
  func value(
    reference: ReferenceDate?, context: TimeContext
  ) -> (value: String, anchor: Timex.Anchor)? {
    if let value = contextual(context) { return (begun(value) + partOfDay, .context) }
    guard let reference, let value = value(from: reference), isInRange(value) else { return nil }
    return (begun(value) + partOfDay, .reference)
  }

  /// Whether a value's year is one of 1 to 9999: others have no form of four digits.
  private func isInRange(_ value: String) -> Bool {
    let year = value.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)[0]
    return year.utf8.count == 4 && year != "0000"
  }

  /// The value with the beginning of its range, which is in the year before where its month is later.
  private func begun(_ value: String) -> String {
    guard let first, let year = Int(value.prefix(4)) else { return value }
    let begin = Self.iso(year, first.month, first.day)
    return (begin > value ? Self.iso(year - 1, first.month, first.day) : begin) + "/" + value
  }

  private func contextual(_ context: TimeContext) -> String? {
    switch base {
    case .same(.year): return context.year.map { Self.iso($0) }
    case .same(.month):
      guard let year = context.year, let month = context.month else { return nil }
      return Self.iso(year, month)
    case .monthOfYear(let month, let day, nil):
      return context.year.map { Self.iso($0, month, day) }
    case .dayOfMonth(let day, nil):
      guard let year = context.year, let month = context.month else { return nil }
      return Self.iso(year, month, day)
    case .partOfYear(let code, nil):
      return context.year.map { Self.iso($0) + "-" + code }
    default: return nil
    }
  }

  private func value(from reference: ReferenceDate) -> String? {
    let months = reference.year * 12 + reference.month - 1
    switch base {
    case .shift(let unit, let count):
      return Self.shifted(reference, unit, count)
    case .month(let month, let day, let direction):
      guard let day else { return Self.month(month, direction, reference) }
      return Self.day(month, day, direction, reference)
    case .monthOfYear(let month, let day, let years?):
      return Self.iso(reference.year + years, month, day)
    case .dayOfMonth(let day, let shift?):
      return Self.iso((months + shift) / 12, (months + shift) % 12 + 1, day)
    case .hijriMonth(let month, let direction):
      return Self.hijri(month, direction, reference)
    case .weekday(let weekday, let direction):
      let today = reference.dayNumber
      var back = ((today - DayNumber.monday) % 7 + 8 - weekday) % 7
      if direction == .past, back == 0 { back = 7 }
      return DayNumber.iso(direction == .next ? today + 7 - back : today - back)
    case .season(let season, let direction):
      // Winter is that of the year it begins in.
      let first = season.firstMonth
      var year = reference.year
      if direction == .past, reference.month < first + 3 { year -= 1 }
      if direction == .next, reference.month >= first { year += 1 }
      return Self.iso(year) + "-" + season.rawValue
    case .partOfYear(let code, let years?):
      return Self.iso(reference.year + years) + "-" + code
    case .same, .monthOfYear, .dayOfMonth, .partOfYear:
      return nil
    }
  }

  private static func shifted(
    _ reference: ReferenceDate, _ unit: TimeUnit, _ count: Int
  ) -> String? {
    switch unit {
    case .minute, .hour: return nil
    case .day: return DayNumber.known(reference.dayNumber + count).map(DayNumber.iso)
    case .week: return DayNumber.known(reference.dayNumber + 7 * count).map(DayNumber.isoWeek)
    case .month:
      let months = reference.year * 12 + reference.month - 1 + count
      return months < 12 ? nil : iso(months / 12, months % 12 + 1)
    case .year: return iso(reference.year + count)
    case .decade: return String(iso(reference.year + 10 * count).dropLast()) + "X"
    case .century: return String(iso(reference.year + 100 * count).dropLast(2)) + "XX"
    }
  }

  /// The month that is nearest in a direction; the reference's own for the current one.
  private static func month(
    _ month: Int, _ direction: TimeDirection?, _ reference: ReferenceDate
  ) -> String {
    var year = reference.year
    switch direction {
    case .past: if month >= reference.month { year -= 1 }
    case .next: if month <= reference.month { year += 1 }
    case .current, .same: break
    case nil:
      let distance = month - reference.month
      if distance > 6 { year -= 1 }
      if distance < -6 { year += 1 }
    }
    return iso(year, month)
  }

  /// The day of a month that is nearest in a direction, or nearest of all; `nil` where the year that
  /// is told does not have it. 29 February is looked for in the leap years around.
  private static func day(
    _ month: Int, _ day: Int, _ direction: TimeDirection?, _ reference: ReferenceDate
  ) -> String? {
    func isDay(_ year: Int) -> Bool {
      CalendarDate(calendar: .gregorian, year: year, month: month, day: day).isValid
    }
    let years = ((reference.year - 8)...(reference.year + 8)).filter(isDay)
    func number(_ year: Int) -> Int { DayNumber.of(year, month, day) }
    let year: Int? =
      switch direction {
      case .past: years.last { number($0) < reference.dayNumber }
      case .next: years.first { number($0) > reference.dayNumber }
      case .current, .same: isDay(reference.year) ? reference.year : nil
      case nil:
        years.min {
          abs(number($0) - reference.dayNumber) < abs(number($1) - reference.dayNumber)
        }
      }
    return year.map { iso($0, month, day) }
  }

  /// A Hijri month in a direction, as its Gregorian days.
  private static func hijri(
    _ month: Int, _ direction: TimeDirection, _ reference: ReferenceDate
  ) -> String? {
    // The Hijri year that the Gregorian one mostly lies in, and its neighbours.
    let year = (reference.year - 622) * 33 / 32
    let today = "\(reference)"
    let months = ((year - 2)...(year + 2)).compactMap { year in
      CalendarDate(calendar: .hijri, year: year, month: month, day: nil).gregorianValue
    }
    return switch direction {
    case .past: months.last { $0.split(separator: "/")[1] < today }
    case .next: months.first { $0.split(separator: "/")[0] > today }
    case .current, .same:
      months.min {
        distance($0, reference) < distance($1, reference)
      }
    }
  }

  private static func distance(_ interval: String, _ reference: ReferenceDate) -> Int {
    let first = ReferenceDate(String(interval.prefix(10)))
    return abs((first?.dayNumber ?? 0) + 15 - reference.dayNumber)
  }

  private static func iso(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> String {
    CalendarDate(calendar: .gregorian, year: year, month: month, day: day).iso
  }
}

/// Days counted through the proleptic Gregorian calendar.
enum DayNumber {
  /// A day that is a Monday.
  static let monday = of(2024, 1, 1)

  /// Days since 0000-03-01.
  static func of(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = (month + 9) % 12
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
      + (153 * marchMonth + 2) / 5 + day - 1
  }

  /// The day, where it lies in the years 1 to 9999.
  static func known(_ number: Int) -> Int? {
    number >= of(1, 1, 1) && number <= of(9999, 12, 31) ? number : nil
  }

  private static func parts(_ number: Int) -> (year: Int, month: Int, day: Int) {
    // 146,097 days are 400 years.
    let era = number / 146_097
    let dayOfEra = number % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    return (yearOfEra + 400 * era + (month <= 2 ? 1 : 0), month, day)
  }

  static func iso(_ number: Int) -> String {
    let day = parts(number)
    return CalendarDate(calendar: .gregorian, year: day.year, month: day.month, day: day.day).iso
  }

  /// The ISO 8601 week that a day lies in, `YYYY-Www`.
  static func isoWeek(_ number: Int) -> String {
    // A week belongs to the year of its Thursday.
    let thursday = number - ((number - monday) % 7 + 7) % 7 + 3
    let year = parts(thursday).year
    let week = (thursday - of(year, 1, 1)) / 7 + 1
    return "\(CalendarDate(calendar: .gregorian, year: year).iso)-W\(week < 10 ? "0" : "")\(week)"
  }
}

extension ReferenceDate {
  var dayNumber: Int { DayNumber.of(year, month, day) }
}
