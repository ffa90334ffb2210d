import Testing
import WarraqTestSupport
import WarraqText
import WarraqTokenization

@Suite("UAX #29 word boundaries")
struct WordBreakConformanceTests {
  /// `÷ 0061 × 0308 ÷ 0020 ÷` as scalars and boundaries counted in scalars.
  private func cases() throws -> [(line: Int, scalars: [Unicode.Scalar], boundaries: [Int])] {
    let file = try Corpus.text("ucd/15.0.0/WordBreakTest.txt")
    var cases: [(line: Int, scalars: [Unicode.Scalar], boundaries: [Int])] = []
    for (number, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let data = line.prefix { $0 != "#" }
      guard data.contains("÷") else { continue }
      var scalars: [Unicode.Scalar] = []
      var boundaries: [Int] = []
      for field in data.split(whereSeparator: \.isWhitespace) {
        switch field {
        case "÷": boundaries.append(scalars.count)
        case "×": break
        default: scalars.append(try #require(UInt32(field, radix: 16).flatMap(Unicode.Scalar.init)))
        }
      }
      cases.append((number + 1, scalars, boundaries))
    }
    return cases
  }

  @Test("All 1,823 cases of WordBreakTest.txt, Unicode 15.0")
  func conformance() throws {
    let tokenizer = Tokenizer(profile: .uax29, includesSpaces: true)
    let cases = try cases()
    #expect(cases.count == 1823)
    for (line, scalars, expected) in cases {
      var string = String.UnicodeScalarView()
      string.append(contentsOf: scalars)
      let text = SourceText(String(string))
      let index = OffsetIndex(text, unit: .scalar)
      let tokens = tokenizer.tokenize(text)
      let found = [0] + tokens.map { index.convert($0.range.upperBound) }
      #expect(
        found == expected,
        "line \(line): \(scalars.map { String($0.value, radix: 16) }), boundaries \(found)")
    }
  }

  @Test("Segments tile any text")
  func tiling() throws {
    let seed: UInt64 = 29
    var random = SeededGenerator(seed: seed)
    let alphabet: [Unicode.Scalar] = [
      "a", "ا", "ب", "\u{0640}", "\u{064B}", "\u{200D}", "\u{200F}", ".", ",", ":", "'", "\"", "،",
      "1", "٢", "_", " ", "\n", "\r", "א", "カ", "🇪", "🇬", "🛑", "\u{1F3FF}", "@", "#", "-", "٪", "«",
    ]
    for profile in TokenizationProfile.allCases {
      let tokenizer = Tokenizer(profile: profile, includesSpaces: true)
      for _ in 0..<5_000 {
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...24, using: &random) {
          view.append(alphabet.randomElement(using: &random) ?? " ")
        }
        let text = SourceText(String(view))
        var position = 0
        for token in tokenizer.tokenize(text) {
          #expect(token.range.lowerBound.value == position, "seed \(seed): \(String(view))")
          #expect(!token.range.isEmpty, "seed \(seed): \(String(view))")
          position = token.range.upperBound.value
        }
        #expect(position == text.count, "seed \(seed): \(String(view))")
      }
    }
  }
}
