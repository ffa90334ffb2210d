import CICU

/// A day of the proleptic Gregorian calendar. `month` and `day` count from 1; year 0 is 1 BCE.
public struct GregorianDay: Hashable, Sendable {
  /// The year; 0 is 1 BCE.
  public var year: Int
  /// The month, from 1.
  public var month: Int
  /// The day, from 1.
  public var day: Int

  /// Makes a day. Nothing is checked.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// Hijri days to Gregorian ones, by ICU's calendars.
///
/// Umm al-Qura where ICU has its table (1300 to 1600 AH), the arithmetic civil calendar outside
/// it. ICU itself would silently do the same; here the caller can ask which one holds.
public enum HijriCalendar {
  /// The years of ICU's Umm al-Qura table.
  public static let ummAlQuraYears = 1300...1600

  /// The Gregorian day of a Hijri day.
  ///
  /// - Throws: ``ICUError`` for a day that the calendar does not have.
  public static func gregorian(
    year: Int, month: Int, day: Int
  ) throws(ICUError) -> GregorianDay {
    var gregorianYear: Int32 = 0
    var gregorianMonth: Int32 = 0
    var gregorianDay: Int32 = 0
    // SAFETY: three pointers to live variables, written once each.
    let result = unsafe warraq_icu_gregorian_from_islamic(
      calendar(of: year), Int32(year), Int32(month), Int32(day), &gregorianYear, &gregorianMonth,
      &gregorianDay)
    _ = try ICUError.checked(result)
    return GregorianDay(
      year: Int(gregorianYear), month: Int(gregorianMonth), day: Int(gregorianDay))
  }

  /// The Hijri day of a Gregorian day, by the calendar that holds for a Hijri year.
  ///
  /// - Parameter hijriYear: Decides between Umm al-Qura and the civil calendar.
  /// - Throws: ``ICUError`` for a day that the Gregorian calendar does not have.
  public static func hijri(
    of day: GregorianDay, calendarOf hijriYear: Int
  ) throws(ICUError) -> (year: Int, month: Int, day: Int) {
    var year: Int32 = 0
    var month: Int32 = 0
    var number: Int32 = 0
    // SAFETY: as above.
    let result = unsafe warraq_icu_islamic_from_gregorian(
      calendar(of: hijriYear), Int32(day.year), Int32(day.month), Int32(day.day), &year, &month,
      &number)
    _ = try ICUError.checked(result)
    return (Int(year), Int(month), Int(number))
  }

  /// The number of days of a Hijri month.
  public static func length(ofMonth month: Int, year: Int) throws(ICUError) -> Int {
    try ICUError.checked(
      warraq_icu_islamic_month_length(calendar(of: year), Int32(year), Int32(month)))
  }

  private static func calendar(of year: Int) -> warraq_islamic_calendar {
    ummAlQuraYears.contains(year) ? WARRAQ_UMM_AL_QURA : WARRAQ_ISLAMIC_CIVIL
  }
}
