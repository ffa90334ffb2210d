import Testing
import WarraqDates
import WarraqICU

@Suite("Hijri dates")
struct HijriDateTests {
  @Test("Every day of the table converts both ways as ICU does", arguments: 1300...1600)
  func table(year: Int) throws {
    try check(year)
  }

  @Test("So do days of the civil calendar around it", arguments: [1, 2, 30, 327, 1299, 1601, 1700])
  func civil(year: Int) throws {
    try check(year)
  }

  private func check(_ year: Int) throws {
    for month in 1...12 {
      let length = try HijriCalendar.length(ofMonth: month, year: year)
      #expect(HijriDate(year: year, month: month, day: length + 1) == nil)
      for day in 1...length {
        let expected = try HijriCalendar.gregorian(year: year, month: month, day: day)
        let date = try #require(HijriDate(year: year, month: month, day: day))
        #expect(
          date.gregorian == (expected.year, expected.month, expected.day),
          "\(year)-\(month)-\(day)")
        let back = try HijriCalendar.hijri(of: expected, calendarOf: year)
        #expect(back == (year, month, day))
        // Where the calendars meet, a day has two names; the table's counts.
        let found = HijriDate(
          gregorianYear: expected.year, month: expected.month, day: expected.day)
        if UmmAlQuraBorder.isFar(year) { #expect(found == date) }
      }
    }
  }

  /// Years next to the table, whose days the table may have too.
  private enum UmmAlQuraBorder {
    static func isFar(_ year: Int) -> Bool { year != 1299 && year != 1601 }
  }

  @Test("Days that no calendar has")
  func missing() {
    #expect(HijriDate(year: 0, month: 1, day: 1) == nil)
    #expect(HijriDate(year: 1445, month: 13, day: 1) == nil)
    #expect(HijriDate(year: 1445, month: 9, day: 31) == nil)
    #expect(HijriDate(gregorianYear: 2023, month: 2, day: 29) == nil)
    #expect(HijriDate(gregorianYear: 600, month: 1, day: 1) == nil)
  }
}
