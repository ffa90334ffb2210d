import Testing
import WarraqAnalysis
import WarraqEntities
import WarraqTestSupport
import WarraqText

@Suite("What is hard about names")
struct HazardTests {
  @Test("Forty phenomena: spans, types and identity")
  func hazards() throws {
    try GoldenFile("hazards.txt").check { golden in
      let plain = GoldenMarkup.plain(golden.expected)
      let annotation = EntityAnnotator().annotate(AnalyzedText(SourceText(plain)))
      return GoldenMarkup.marked(
        plain,
        annotation.mentions.map { ($0.range.utf8, "\($0.type.rawValue)\($0.entity + 1)") })
    }
  }

  @Test("Each phenomenon has cases, and at least thirty-four are handled")
  func rows() throws {
    var failing: [String: Bool] = [:]
    for golden in try GoldenFile("hazards.txt").cases {
      let row = try #require(golden.settings["row"])
      failing[row, default: false] = failing[row, default: false] || golden.isKnownFailure
    }
    #expect(Set(failing.keys) == Set((1...40).map(String.init)))
    #expect(failing.values.count { !$0 } >= 34)
  }
}
