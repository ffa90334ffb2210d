import Testing
import WarraqICU

@Suite("ICU")
struct ICUTests {
  @Test("Versions are read")
  func versions() throws {
    let versions = try ICUVersions.current()
    #expect(Int(versions.icu.prefix { $0 != "." }) ?? 0 >= 72)
    #expect(!versions.unicode.isEmpty && !versions.cldr.isEmpty)
  }

  @Test(
    "Hijri days by Umm al-Qura",
    arguments: [
      ((1445, 9, 1), (2024, 3, 11)), ((1446, 1, 1), (2024, 7, 7)), ((1442, 7, 1), (2021, 2, 13)),
    ])
  func hijri(_ day: (Int, Int, Int), _ expected: (Int, Int, Int)) throws {
    let found = try HijriCalendar.gregorian(year: day.0, month: day.1, day: day.2)
    #expect(found == GregorianDay(year: expected.0, month: expected.1, day: expected.2))
  }

  @Test("A day that the calendar does not have is an error")
  func noSuchDay() {
    #expect(throws: ICUError.self) { try HijriCalendar.gregorian(year: 1445, month: 9, day: 31) }
    #expect(throws: ICUError.self) { try HijriCalendar.gregorian(year: 1445, month: 13, day: 1) }
  }

  @Test("Canonical composition")
  func composition() throws {
    #expect(try CanonicalComposition.compose([0x0627, 0x0654]) == [0x0623])
    #expect(try CanonicalComposition.compose([]) == [])
    #expect(
      try CanonicalComposition.boundaries(of: [0x0627, 0x0654, 0x20]) == [true, false, true])
  }

  @Test("Long runs of marks are put in canonical order as short ones are, in linear time")
  func longRuns() throws {
    // Fathatan and shadda by turns: classes 27 and 33.
    for count in [8, 40, 200_000] {
      let marks = (0..<count).flatMap { _ -> [UInt32] in [0x0651, 0x064B] }
      let composed = try CanonicalComposition.compose([0x0628] + marks)
      let expected =
        [0x0628] + [UInt32](repeating: 0x064B, count: count)
        + [UInt32](repeating: 0x0651, count: count)
      #expect(composed == expected)
    }
  }

  @Test("CLDR's Arabic names")
  func names() throws {
    #expect(try LocaleNames.name(ofRegion: "EG", in: "ar") == "مصر")
    #expect(try LocaleNames.city(ofZone: "Africa/Cairo", in: "ar") == "القاهرة")
    #expect(try LocaleNames.zones(ofRegion: "EG") == ["Africa/Cairo"])
  }
}
