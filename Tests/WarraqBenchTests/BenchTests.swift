import Testing
import WarraqTestSupport
import WarraqText
import WarraqTokenization

@testable import WarraqBench

@Suite("Bench")
struct BenchTests {
  @Test("A sample is repeated or cut to a size, never inside of a scalar")
  func sizes() throws {
    let text = Array("aب€😀".utf8)
    #expect(try BenchSample(text).text.utf8 == text)
    for size in 1...40 {
      let sample = try BenchSample(text, size: size).text
      #expect(sample.count <= size && sample.count > size - 4)
      #expect(sample.utf8 == Array((text + text + text + text).prefix(sample.count)))
      #expect(throws: Never.self) { try SourceText(validating: sample.utf8) }
    }
    #expect(throws: BenchError.self) { try BenchSample([]) }
    #expect(throws: BenchError.self) { try BenchSample(Array("€".utf8), size: 2) }
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

  @Test("Every kernel is measured by every API, all finding the same tokens")
  func rows() throws {
    let sample = try BenchSample(Array("سنة 2017، قال نعم.\n".utf8), size: 2000)
    let report = try TokenizeBench(secondsPerRow: 0.001).run(on: sample)
    #expect(report.rows.count == 1 + TokenizerKernel.available.count * 2 * 3)
    #expect(report.rows[0].kernel == "byte-table" && report.rows[0].profile == nil)
    #expect(report.rows[0].ratioToByteTable == 1)
    for profile in TokenizationProfile.allCases {
      let counts = Set(report.rows.filter { $0.profile == profile }.map(\.tokens))
      #expect(counts.count == 1)
    }
    let uax29 = report.rows.first { $0.profile == .uax29 }
    #expect(report.icu.tokens == uax29?.tokens)
    for row in report.rows {
      #expect(row.speed > 0 && row.best >= row.speed && row.ratioToICU > 0)
    }
  }

  @Test("Medians")
  func medians() {
    #expect(median([3, 1, 2]) == 2)
    #expect(median([4, 1, 3, 2]) == 2.5)
    #expect(median([7]) == 7)
  }
}
