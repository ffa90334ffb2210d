import Testing
import WarraqAnalysis
import WarraqTestSupport
import WarraqText

@testable import WarraqDates

@Suite("Dates, golden cases")
struct DateGoldenTests {
  @Test("Golden cases")
  func golden() throws {
    try GoldenFile("dates.txt").check { golden in
      let plain = GoldenMarkup.plain(golden.expected)
      let timexes = DateResolver.resolve(
        DateExtractor().annotate(AnalyzedText(SourceText(plain))), reference: nil)
      return GoldenMarkup.marked(
        plain,
        timexes.map {
          ($0.range.utf8, $0.value + ($0.modifier.map { "~" + $0.rawValue } ?? ""))
        })
    }
  }
}
