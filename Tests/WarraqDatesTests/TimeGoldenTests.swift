import Testing
import WarraqAnalysis
import WarraqTestSupport
import WarraqText

@testable import WarraqDates

@Suite("Times, golden cases")
struct TimeGoldenTests {
  /// The type that a value has in the file where none is written.
  private func usualKind(_ value: String) -> Timex.Kind {
    if value.hasPrefix("P") { return .duration }
    if value.hasPrefix("XXXX-W") { return .set }
    if value.contains("/") { return .interval }
    return value.contains("T") ? .time : .date
  }

  @Test("Golden cases", arguments: ["times.txt", "times-second.txt", "times-unseen.txt"])
  func golden(file: String) throws {
    try GoldenFile(file).check { golden in
      let plain = GoldenMarkup.plain(golden.expected)
      let timexes = DateResolver.resolve(
        DateExtractor().annotate(AnalyzedText(SourceText(plain))),
        reference: golden.settings["reference"].flatMap { ReferenceDate($0) })
      return GoldenMarkup.marked(
        plain,
        timexes.map { timex in
          let kind = timex.kind == usualKind(timex.value) ? "" : timex.kind.rawValue + ":"
          let modifier = timex.modifier.map { "~" + $0.rawValue } ?? ""
          return (timex.range.utf8, kind + timex.value + modifier)
        })
    }
  }
}
