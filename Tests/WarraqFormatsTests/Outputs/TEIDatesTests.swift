import Testing

@testable import WarraqFormats

@Suite("Formats: dates of TEI")
struct TEIDatesTests {
  @Test(
    "Values that XML Schema has a type for",
    arguments: [
      ("2024-05-05", "2024-05-05", "2024-05-05"), ("2024-05", "2024-05", "2024-05"),
      ("2024", "2024", "2024"), ("199X", "1990", "1999"), ("19XX", "1900", "1999"),
      ("2018-Q3", "2018-07", "2018-09"), ("2018-H2", "2018-07", "2018-12"),
      ("XXXX-05-03", "--05-03", "--05-03"), ("XXXX-05", "--05", "--05"),
      ("2024-05-05T20:00", "2024-05-05T20:00:00", "2024-05-05T20:00:00"),
      ("T20:00", "20:00:00", "20:00:00"),
    ])
  func bounds(value: String, first: String, last: String) throws {
    let found = try #require(TEIDates.bounds(value))
    #expect(found.first == first && found.last == last)
  }

  @Test(
    "Values without one",
    arguments: ["P6M", "2018-W12", "PRESENT_REF", "2018-SU", "", "2018-Q5", "XXXX"])
  func none(value: String) {
    #expect(TEIDates.bounds(value) == nil)
  }
}
