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

  static func parts(_ number: Int) -> (year: Int, month: Int, day: Int) {
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
