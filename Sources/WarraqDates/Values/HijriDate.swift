/// The table of the Umm al-Qura calendar, which Saudi Arabia goes by: the years 1300 to 1600.
enum UmmAlQura {
  static let years = 1300...1600

  /// The day on which each year begins, and that after the last.
  static let yearStarts: [Int] = {
    var starts = [firstDay]
    for mask in longMonths { starts.append(starts[starts.count - 1] + 348 + mask.nonzeroBitCount) }
    return starts
  }()
}

/// A day of the Hijri calendar.
///
/// From 1300 to 1600 it is the Umm al-Qura calendar, as ICU's `islamic-umalqura` has it; before and
/// behind it is the arithmetic civil calendar (ICU's `islamic-civil`), which may be off by a day or
/// two from what was observed.
public struct HijriDate: Hashable, Sendable {
  /// The year after the Hijra, from 1.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; `nil` where the calendar does not have it.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The Hijri day of a day of the proleptic Gregorian calendar; `nil` for days that do not exist,
  /// and before the calendar begins.
  public init?(gregorianYear: Int, month: Int, day: Int) {
    guard
      CalendarDate(calendar: .gregorian, year: gregorianYear, month: month, day: day).isValid
    else { return nil }
    self.init(dayNumber: DayNumber.of(gregorianYear, month, day))
  }

  /// Whether the table of the Umm al-Qura calendar has the year.
  public var isUmmAlQura: Bool { UmmAlQura.years.contains(year) }

  /// The day in the proleptic Gregorian calendar; year 0 is 1 BCE.
  public var gregorian: (year: Int, month: Int, day: Int) { DayNumber.parts(dayNumber) }

  /// The number of days of a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    if UmmAlQura.years.contains(year) {
      let mask = UmmAlQura.longMonths[year - UmmAlQura.years.lowerBound]
      return mask >> UInt16(month - 1) & 1 == 1 ? 30 : 29
    }
    // Odd months have 30 days; in 11 of 30 years the last one has.
    if month == 12 { return (14 + 11 * year) % 30 < 11 ? 30 : 29 }
    return month % 2 == 1 ? 30 : 29
  }

  /// 1 Muharram of the year 1 in the civil calendar: Friday, 19 July 622.
  private static let civilEpoch = DayNumber.of(622, 7, 19)

  private static func civilStart(_ year: Int) -> Int {
    civilEpoch + 354 * (year - 1) + (3 + 11 * year) / 30
  }

  var dayNumber: Int {
    let start: Int
    if isUmmAlQura {
      start = UmmAlQura.yearStarts[year - UmmAlQura.years.lowerBound]
    } else {
      start = Self.civilStart(year)
    }
    return (1..<month).reduce(start + day - 1) { $0 + Self.length(ofMonth: $1, year: year) }
  }

  private init?(dayNumber: Int) {
    var year: Int
    var start: Int
    let starts = UmmAlQura.yearStarts
    if dayNumber >= starts[0], dayNumber < starts[starts.count - 1] {
      var index = (dayNumber - starts[0]) / 355
      while starts[index + 1] <= dayNumber { index += 1 }
      (year, start) = (UmmAlQura.years.lowerBound + index, starts[index])
    } else {
      guard dayNumber >= Self.civilEpoch else { return nil }
      year = max(1, (dayNumber - Self.civilEpoch) / 355)
      while Self.civilStart(year + 1) <= dayNumber { year += 1 }
      start = Self.civilStart(year)
    }
    var month = 1
    while month < 12, start + Self.length(ofMonth: month, year: year) <= dayNumber {
      start += Self.length(ofMonth: month, year: year)
      month += 1
    }
    // Where table and civil calendar meet, a day may belong to neither of their years.
    self.init(year: year, month: month, day: dayNumber - start + 1)
  }
}
