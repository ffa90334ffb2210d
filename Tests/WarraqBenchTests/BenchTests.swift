import Testing
import WarraqNormalization
import WarraqTestSupport
import WarraqText
import WarraqTokenization

@testable import WarraqBench

@Suite("Bench")
struct BenchTests {
  @Test("A sample is repeated or cut to a size, never inside of a scalar")
  func sizes() throws {
    let text = Array("aب€😀".utf8)
    let whole = try BenchSample([text, [], Array("ب".utf8)])
    #expect(whole.documents.map(\.utf8) == [text, Array("ب".utf8)])
    #expect(whole.text.utf8 == text + Array("ب".utf8))
    for size in 1...40 {
      let sample = try BenchSample([text], size: size)
      #expect(sample.text.count <= size && sample.text.count > size - 4)
      #expect(sample.text.utf8 == Array((text + text + text + text).prefix(sample.text.count)))
      #expect(sample.documents.flatMap(\.utf8) == sample.text.utf8)
      #expect(throws: Never.self) { try SourceText(validating: sample.text.utf8) }
    }
    #expect(throws: BenchError.self) { try BenchSample([]) }
    #expect(throws: BenchError.self) { try BenchSample([[]]) }
    #expect(throws: BenchError.self) { try BenchSample([Array("€".utf8)], size: 2) }
  }

  @Test("The byte table finds words, numbers, white space and marks")
  func byteTable() {
    let text = Array("قال: «نعم»، ٢٠١٧ or 12!\n\n".utf8)
    let table = ByteTable(capacity: text.count)
    let count = table.run(text)
    let starts = (0..<count).map { table.segment(at: $0).start } + [text.count]
    let segments = zip(starts, starts.dropFirst()).map {
      String(decoding: text[$0..<$1], as: UTF8.self)
    }
    #expect(
      segments
        == ["قال", ":", " ", "«", "نعم", "»", "،", " ", "٢٠١٧", " ", "or", " ", "12", "!", "\n\n"])
    let word = TokenKind.arabicWord
    #expect(
      (0..<count).map { table.segment(at: $0).kind } == [
        word, .punctuation, .space, .punctuation, word, .punctuation, .punctuation, .space,
        .number, .space, word, .space, .number, .punctuation, .space,
      ])
    #expect(table.run([]) == 0)
  }

  @Test("The byte table cuts plain articles much as UAX #29 does")
  func byteTableOnArticles() throws {
    for (name, bytes) in try Corpus.articles() {
      let found = ByteTable(capacity: bytes.count).run(bytes)
      let expected = Tokenizer(profile: .uax29, includesSpaces: true)
        .tokenize(try SourceText(validating: bytes)).count
      #expect(abs(found - expected) * 50 < expected, "\(name): \(found), \(expected)")
    }
  }

  /// A bench that takes no time.
  private func bench(isDetailed: Bool) -> Bench {
    Bench(isDetailed: isDetailed, secondsPerRow: 0.0001, rounds: 1, warmUpRounds: 0)
  }

  @Test("Every kernel is measured by every API, all finding the same tokens")
  func kernels() throws {
    let sample = try BenchSample([Array("سنة 2017، قال نعم.\n".utf8)], size: 2000)
    let report = try bench(isDetailed: true).run([.tokenize], on: sample)
    #expect(report.rows.count == 2 + TokenizerKernel.available.count * 2 * 3)
    #expect(report.rows[0].isYardstick && report.rows[0].ratio.median == 1)
    #expect(report.rows[1].name.kernel == "byte-table")
    for profile in TokenizationProfile.allCases {
      let counts = report.rows.filter { $0.name.work.hasPrefix(profile.rawValue) }.map(\.results)
      #expect(Set(counts).count == 1 && counts.count == TokenizerKernel.available.count * 3)
    }
    let uax29 = report.rows.first { $0.name.work == "uax29, batch" }
    #expect(report.rows[0].results == uax29?.results)
    for row in report.rows {
      #expect(row.speed > 0 && row.best >= row.speed && row.ratio.median > 0)
      #expect(row.tokens > 0 && row.bytes == sample.text.count)
    }
  }

  @Test("Every stage has rows, each against ICU's work of its kind")
  func stages() throws {
    let text = "عنوان\n12 أيار 2017\nقال الوزير سامي الجبوري: «نعم لكل شيء».\n"
    let sample = try BenchSample([Array(text.utf8), Array(text.utf8)])
    let report = try bench(isDetailed: false).run(BenchStage.allCases, on: sample)
    let ours = report.rows.filter { !$0.isYardstick }
    #expect(
      ours.map { "\($0.name.stage): \($0.name.work) / \($0.name.yardstick)" } == [
        "decode: utf-8 / utf-8 to utf-16", "tokenize: uax29, batch / words",
        "tokenize: uax29, sequence / words", "tokenize: uax29, fused / words",
        "tokenize: arabic, batch / words", "tokenize: arabic, sequence / words",
        "tokenize: arabic, fused / words", "normalize: light / light, rules",
        "normalize: ner / ner, rules", "normalize: search / search, rules",
        "normalize: lm / lm, rules", "normalize: dediacritize / dediacritize, rules",
        "sentences: sentences / sentences", "sentences: sentences+tokens / sentences",
        "dates: dates / words", "dates: dates+tokens / words", "entities: entities / words",
        "entities: entities+tokens / words", "structure: structure / words",
        "structure: structure+tokens+dates / words", "quotes: quotes / words",
        "write: record / words", "annotate: annotate / words",
        "annotate: annotate without entities / words",
      ])
    func results(_ stage: BenchStage) -> [Int] {
      ours.filter { $0.name.stage == stage }.map(\.results)
    }
    // A date and a quotation in each document; what is found alone is found with tokens too.
    #expect(results(.dates) == [2, 2] && results(.quotes) == [2])
    for stage in [BenchStage.sentences, .entities, .structure] {
      #expect(results(stage)[0] == results(stage)[1] && results(stage)[0] >= 2)
    }
    #expect(results(.write)[0] == results(.annotate)[0])
    for row in report.rows { #expect((row.peakMemory ?? 1) > 0) }
  }

  @Test("Articles give the same with ICU's rules")
  func articles() throws {
    for (name, bytes) in try Corpus.articles() {
      let report = try bench(isDetailed: true).run([.normalize], on: BenchSample([bytes]))
      let judged = report.rows.filter { $0.equalsYardstick != nil }
      #expect(judged.count == 8 * (NormalizationKernel.available.count - 1))
      for row in judged { #expect(row.equalsYardstick == true, "\(name), \(row.name.work)") }
    }
  }

  @Test("Marks are put on letters by their number")
  func vocalized() {
    let text = NormalizationTask.vocalized(SourceText("قال 5 a ـ فلان"))
    #expect(
      text[text.range]
        == "ق\u{650}ا\u{64F}ل\u{652} 5 a ـ ف\u{64E}ل\u{651}\u{652}ا\u{64E}ن")
    let marks = NormalizationTask.all(SourceText("قال"), isDetailed: true)
      .first { $0.name == "vocalized" }
    #expect(marks?.options.diacritics == .strip)
  }

  @Test("Quartiles")
  func quartiles() {
    #expect(Quartiles(of: [3, 1, 2]) == Quartiles(low: 1.5, median: 2, high: 2.5))
    #expect(Quartiles(of: [4, 1, 3, 2]) == Quartiles(low: 1.75, median: 2.5, high: 3.25))
    #expect(Quartiles(of: [7]) == Quartiles(low: 7, median: 7, high: 7))
    #expect(Quartiles(of: [1, 2, 3, 4, 5]).spread == 2.0 / 3)
  }

  @Test("The peak of memory is read off the system's lines")
  func memory() {
    let status = "Name:\twarraq\nVmPeak:\t  9000 kB\nVmHWM:\t    7312 kB\nVmRSS:\t 12 kB\n"
    #expect(PeakMemory.peak(inStatus: status) == 7312 * 1024)
    #expect(PeakMemory.peak(inStatus: "VmPeak:\t 9000 kB\n") == nil)
    #expect(PeakMemory.peak(inStatus: "VmHWM:\n") == nil)
  }
}
