import Testing
import WarraqNormalization
import WarraqTestSupport
import WarraqText

@testable import WarraqBench

@Suite("Bench of the normalizer")
struct NormalizeBenchTests {
  @Test("Every work is measured on every fused kernel, and ICU's output is ours")
  func rows() throws {
    let text = "قالَ الوزيــر «نعم»:  ١٢٫٥ في ٢٠١٧هـ، أُنجِزَ  \n\u{200F}ﻻ شيء\n"
    let report = try NormalizeBench(secondsPerRow: 0.001)
      .run(on: BenchSample(Array(text.utf8), size: 5000))
    let kernels = NormalizationKernel.available.filter { $0 != .reference }
    let works = ["search", "dediacritize", "clean", "vocalized", "vocalized_search"]
    #expect(report.rows.map(\.work) == works.flatMap { work in kernels.map { _ in work } })
    for row in report.rows {
      // The sample may be cut inside a line, where spaces at its end have no rule.
      #expect(row.speed > 0 && row.best >= row.speed && row.ratioToICU > 0 && row.mapRatio > 0)
      if row.work != "vocalized_search" { #expect(row.equalsICU, "\(row.work)") }
    }
  }

  @Test("Articles give the same with ICU's rules")
  func articles() throws {
    for (name, bytes) in try Corpus.articles() {
      let report = try NormalizeBench(secondsPerRow: 0.001).run(on: BenchSample(bytes))
      for row in report.rows { #expect(row.equalsICU, "\(name), \(row.work)") }
    }
  }

  @Test("Marks are put on letters by their number")
  func vocalized() {
    let text = NormalizeBench.vocalized(SourceText("قال 5 a ـ فلان"))
    #expect(
      text[text.range]
        == "ق\u{650}ا\u{64F}ل\u{652} 5 a ـ ف\u{64E}ل\u{651}\u{652}ا\u{64E}ن")
    let marks = NormalizeBench.tasks(SourceText("قال")).first { $0.name == "vocalized" }
    #expect(marks?.options.diacritics == .strip)
  }
}
