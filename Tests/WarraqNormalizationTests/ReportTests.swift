import Testing
import WarraqNormalization
import WarraqText

@Suite("Reports of what operations did")
struct ReportTests {
  private typealias Sample = NormalizationReport.Sample

  private func report(_ text: String, _ options: NormalizationOptions) -> NormalizationReport {
    Normalizer(options).explain(SourceText(text)).report
  }

  @Test("Operations stand in the order in which they run, those that did nothing too")
  func order() {
    let found = report("نعم", NormalizationPreset.ner.options)
    #expect(
      found.rules.map(\.option) == [
        "nfc", "presentation_forms", "ligatures", "controls", "superscript_alef", "quranic_marks",
        "diacritics", "tatweel", "letter_variants", "digits", "quotes", "spaces",
      ])
    #expect(found.rules.allSatisfy { $0.count == 0 && $0.samples.isEmpty })
    #expect(found.rules.last?.value == "collapse" && found.rules.first?.value == "true")
    #expect(NormalizationReport(NormalizationOptions()).rules.isEmpty)
  }

  @Test("Neighbours changed together are one place, with the word around it")
  func places() {
    let digits = report("في ١٢ مايو ٢٠٢١م", options { $0.digits = .western }).rules[0]
    #expect(digits.count == 2)
    #expect(digits.samples.map(\.before) == ["١٢", "٢٠٢١م"])
    #expect(digits.samples.map(\.after) == ["12", "2021م"])
    let marks = report("ك\u{64E}ت\u{64E}ب\u{64E}", options { $0.diacritics = .strip }).rules[0]
    #expect(marks.count == 3)
    // Three places of one word show alike.
    #expect(marks.samples.count == 1 && marks.samples[0].after == "كتب")
  }

  @Test("At most five samples, all different; counts go on")
  func samples() {
    let words = (0..<20).map { "\($0 % 7)ـ\($0 % 7)" }.joined(separator: " ")
    let rule = report(words, options { $0.tatweel = .stripAll }).rules[0]
    #expect(rule.count == 20)
    #expect(rule.samples.map(\.before) == ["0ـ0", "1ـ1", "2ـ2", "3ـ3", "4ـ4"])
  }

  @Test("Reports of several texts add up in their order")
  func adding() {
    let options = options { $0.quotes = .ascii }
    var total = NormalizationReport(options)
    for text in ["«أ»", "لا", "“ب”", "«أ»"] { total.add(report(text, options)) }
    #expect(total.rules[0].count == 6)
    #expect(total.rules[0].samples.map(\.before) == ["«أ»", "“ب”"])
  }

  @Test("Composition counts as nfc wherever it runs again")
  func composition() {
    let found = report(
      "ڪـ\u{654} ا\u{200F}\u{654}",
      options {
        $0.nfc = true
        $0.controls = .strip
      })
    #expect(found.rules.map(\.count) == [1, 1])
  }
}
