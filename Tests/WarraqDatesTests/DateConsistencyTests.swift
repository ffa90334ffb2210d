import Testing
import WarraqAnalysis
import WarraqText

@testable import WarraqDates

@Suite("Dates that disagree with themselves")
struct DateConsistencyTests {
  private func found(_ string: String) -> [String] {
    let text = AnalyzedText(SourceText(string))
    let timexes = DateResolver.resolve(
      DateExtractor().annotate(text), reference: ReferenceDate("2024-05-15"))
    return DateConsistency.diagnostics(of: timexes, in: text).map {
      "\($0.code) \(text.text[$0.range])"
    }
  }

  @Test(
    "Reported",
    arguments: [
      ("عُقد يوم الأحد 6 مايو 2019 في جدة", "weekday-disagrees يوم الأحد 6 مايو 2019"),
      ("الجمعة، 3 مارس 2021", "weekday-disagrees الجمعة، 3 مارس 2021"),
      (
        "12 رمضان 1445هـ الموافق 30 مارس 2024م",
        "calendars-disagree 12 رمضان 1445هـ الموافق 30 مارس 2024م"
      ),
      (
        "صدر في 23 مارس 2024م (12 رمضان 1445هـ)",
        "calendars-disagree 23 مارس 2024م (12 رمضان 1445هـ"
      ),
      ("عام 1445هـ/2019م", "calendars-disagree عام 1445هـ/2019م"),
      ("في سنة 327هـ", "hijri-outside-table سنة 327هـ"),
    ])
  func reported(text: String, expected: String) {
    #expect(found(text) == [expected])
  }

  @Test(
    "Left alone",
    arguments: [
      "الاثنين 6 مايو 2019", "12 رمضان 1445هـ الموافق 22 مارس 2024م", "عام 1445هـ/2023م",
      "12 رمضان 1445هـ، ثم عاد في 30 مارس 2024", "يوم الأحد الماضي", "6 مايو 2019",
    ])
  func agreeing(text: String) {
    #expect(found(text).isEmpty)
  }
}
