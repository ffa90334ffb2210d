/// A date of which some parts are known.
struct CalendarDate: Hashable {
  enum Calendar: Hashable {
    case gregorian, hijri
  }

  var calendar: Calendar
  /// Astronomical: 0 is 1 BCE.
  var year: Int?
  var month: Int?
  var day: Int?

  /// Whether the parts can be a date of their calendar.
  var isValid: Bool {
    if let month, !(1...12).contains(month) { return false }
    if calendar == .hijri, let year, !(1...9999).contains(year) { return false }
    guard let day else { return true }
    guard day >= 1, let month else { return false }
    switch calendar {
    case .gregorian:
      return day <= Self.gregorianLength(month: month, year: year ?? 2000)
    case .hijri:
      guard let year else { return day <= 30 }
      return HijriDate(year: year, month: month, day: day) != nil
    }
  }

  /// The number of days of a month of the proleptic Gregorian calendar.
  static func gregorianLength(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `YYYY-MM-DD`, as far as it is known; `X` for an unknown year.
  var iso: String {
    var text = year.map(Self.isoYear) ?? "XXXX"
    if let month { text += "-" + Self.twoDigits(month) }
    if let day { text += "-" + Self.twoDigits(day) }
    return text
  }

  /// The Gregorian value: the date itself, or what a Hijri date, month or year converts to.
  var gregorianValue: String? {
    guard calendar == .hijri else { return iso }
    guard let year, let first = HijriDate(year: year, month: month ?? 1, day: day ?? 1) else {
      return nil
    }
    guard day == nil else { return DayNumber.iso(first.dayNumber) }
    let lastMonth = month ?? 12
    guard
      let last = HijriDate(
        year: year, month: lastMonth, day: HijriDate.length(ofMonth: lastMonth, year: year))
    else { return nil }
    return DayNumber.iso(first.dayNumber) + "/" + DayNumber.iso(last.dayNumber)
  }

  /// Orders dates of one calendar by their known parts; unknown parts count as the earliest.
  static func isBefore(_ left: CalendarDate, _ right: CalendarDate) -> Bool {
    (left.year ?? 0, left.month ?? 0, left.day ?? 0)
      < (right.year ?? 0, right.month ?? 0, right.day ?? 0)
  }

  private static func isoYear(_ year: Int) -> String {
    let digits = String(abs(year))
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return year < 0 ? "-" + padded : padded
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
