import Testing

@testable import WarraqBench

/// Reports of fixed figures: how they are written, saved and compared.
@Suite("Reports of the bench")
struct BenchReportTests {
  private func row(
    _ work: String, kernel: String?, seconds: Double, ratio: Quartiles, memory: Int? = 12_300_000
  ) -> BenchRow {
    BenchRow(
      name: BenchRow.Name(stage: .dates, work: work, kernel: kernel, yardstick: "words"),
      bytes: 2_000_000, tokens: 300_000, results: 40, rounds: 5,
      seconds: Quartiles(low: seconds * 0.9, median: seconds, high: seconds * 1.1),
      fastest: seconds / 2, ratio: ratio, peakMemory: memory, equalsYardstick: nil)
  }

  private var report: BenchReport {
    BenchReport(
      bytes: 2_000_000, documents: 1, digest: "d1", icuVersion: "72.1",
      rows: [
        row("words", kernel: "icu", seconds: 0.02, ratio: Quartiles(low: 1, median: 1, high: 1)),
        row(
          "dates", kernel: nil, seconds: 0.01, ratio: Quartiles(low: 1.9, median: 2, high: 2.125)),
        row(
          "dates+tokens", kernel: "portable", seconds: 0.016,
          ratio: Quartiles(low: 1.2, median: 1.25, high: 1.3), memory: nil),
      ])
  }

  private func body(_ format: BenchFormat, of report: BenchReport) -> [String] {
    let text = String(decoding: report.written(as: format), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("The table, its columns in line")
  func table() {
    let lines = body(.table, of: report)
    #expect(lines[0] == "1 document, 2000000 bytes of UTF-8; 5 rounds")
    #expect(lines[1].hasPrefix("ICU 72.1; kernels of this machine: "))
    #expect(
      lines[2...] == [
        "",
        "stage  work          kernel    results   MB/s   best  spread  Mtokens/s  peak MB  x ICU  same as ICU",
        "dates  words         icu            40  100.0  200.0   20.0%      15.00     12.3      -            -",
        "dates  dates         -              40  200.0  400.0   20.0%      30.00     12.3   2.00            -",
        "dates  dates+tokens  portable       40  125.0  250.0   20.0%      18.75        -   1.25            -",
        "",
      ])
  }

  @Test("Markdown")
  func markdown() {
    let lines = body(.markdown, of: report)
    #expect(
      lines[3...6] == [
        "| stage | work | kernel | results | MB/s | best | spread | Mtokens/s | peak MB | x ICU | same as ICU |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| dates | words | icu | 40 | 100.0 | 200.0 | 20.0% | 15.00 | 12.3 | - | - |",
        "| dates | dates | - | 40 | 200.0 | 400.0 | 20.0% | 30.00 | 12.3 | 2.00 | - |",
      ])
  }

  @Test("JSON Lines, each with all that it depends on")
  func json() {
    let lines = body(.json, of: report)
    #expect(lines.count == 4)
    #expect(
      lines[2] == """
        {"stage":"dates","work":"dates+tokens","kernel":"portable","yardstick":"words",\
        "sample":"d1","bytes":2000000,"tokens":300000,"results":40,"rounds":5,"ms":16.0,\
        "mb_per_s":125.0,"best_mb_per_s":250.0,"spread":0.2,"mtokens_per_s":18.75,\
        "peak_memory":null,"yardstick_mb_per_s":100.0,"ratio":1.25,"ratio_low":1.2,\
        "ratio_high":1.3,"equals_yardstick":null,"icu":"72.1"}
        """)
  }

  @Test("Figures keep four digits")
  func figures() {
    #expect(BenchTable.significant(0.00123456) == 0.001235)
    #expect(BenchTable.significant(123456.4) == 123456)
    #expect(BenchTable.significant(12.34567) == 12.35)
    #expect(BenchTable.significant(0) == 0)
  }

  @Test("A report that is saved is a baseline that changes nothing")
  func roundTrip() throws {
    let report = report
    let baseline = try BenchBaseline(report.json, path: "b", digest: "d1")
    #expect(baseline.names == report.rows.dropFirst().map(\.name))
    #expect(baseline.ratios[report.rows[1].name] == report.rows[1].ratio)
    let verdicts = BenchVerdicts(report.rows, baseline, tolerance: 0)
    #expect(verdicts.rows.map { $0?.verdict } == [nil, .same, .same])
    #expect(!verdicts.isSlower && verdicts.missing.isEmpty)
  }

  @Test("Faster and slower are told by ratios, outside of tolerance and spread")
  func verdicts() {
    let baseline = Quartiles(low: 1.9, median: 2, high: 2.1)
    func verdict(_ low: Double, _ median: Double, _ high: Double) -> BenchVerdict {
      BenchVerdict(
        now: Quartiles(low: low, median: median, high: high), baseline: baseline, tolerance: 0.1)
    }
    #expect(verdict(1.5, 1.6, 1.7) == .slower)
    // A fifth slower, but the rounds spread to where the baseline's lay.
    #expect(verdict(1.5, 1.6, 1.95) == .same)
    // Apart from the baseline's rounds, but by less than a tenth.
    #expect(verdict(1.8, 1.85, 1.89) == .same)
    #expect(verdict(2.4, 2.5, 2.6) == .faster)
    #expect(verdict(2.05, 2.5, 2.6) == .same)
    #expect(verdict(2.15, 2.2, 2.25) == .same)
  }

  @Test("A comparison tells what the baseline said, what is new and what is missing")
  func comparison() throws {
    var before = report
    before.rows[1].ratio = Quartiles(low: 3.9, median: 4, high: 4.1)
    before.rows[2].name.work = "gone"
    var report = report
    report.verdicts = BenchVerdicts(
      report.rows, try BenchBaseline(before.json, path: "b", digest: "d1"), tolerance: 0.1)
    #expect(report.verdicts?.isSlower == true)
    let lines = body(.table, of: report)
    #expect(lines[3].hasSuffix("same as ICU   was  verdict"))
    #expect(lines[4].hasSuffix("-        -") && lines[5].hasSuffix("  4.00   slower"))
    #expect(lines[6].hasSuffix("     -      new"))
    #expect(lines[8] == "not measured, though in the baseline: dates, gone, portable")
    #expect(
      body(.json, of: report)[1].hasSuffix(
        #""icu":"72.1","baseline_ratio":4.0,"verdict":"slower"}"#))
  }

  @Test(
    "What is no baseline is told with its line",
    arguments: [
      ("", "b: error: the baseline has no rows"),
      ("\n{}\n", "b:2: error: not a row of a report that \"warraq bench\" has written"),
      ("{\"stage\":", "b:1: error: invalid JSON: the line ends too early at byte offset 9"),
      (
        #"{"stage":"dates","work":"w","kernel":null,"yardstick":"words","sample":"d2","#
          + #""ratio":1,"ratio_low":1,"ratio_high":1}"#,
        "b:1: error: the baseline was measured on another text"
      ),
      (
        #"{"stage":"dates","work":"w","kernel":null,"yardstick":"words","sample":"d1","#
          + #""ratio":1,"ratio_low":2,"ratio_high":1}"#,
        "b:1: error: not a row of a report that \"warraq bench\" has written"
      ),
    ])
  func faults(_ text: String, _ message: String) {
    let error = #expect(throws: BenchError.self) {
      try BenchBaseline(Array(text.utf8), path: "b", digest: "d1")
    }
    #expect(error?.description == message)
  }
}
