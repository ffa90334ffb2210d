import Testing
import WarraqTestSupport
import WarraqText
import WarraqTransliteration

/// The schemes that lead back exactly.
private let tableSchemes: [TransliterationScheme] = [
  .buckwalter, .safeBuckwalter, .xmlBuckwalter, .habashSoudiBuckwalter,
]

@Suite("Transliteration")
struct TransliterationTests {
  /// The 50 Arabic characters that the schemes write.
  private static let mapped: [Unicode.Scalar] =
    [0x0621...0x063A, 0x0640...0x0652].joined().compactMap { Unicode.Scalar(UInt32($0)) }
    + ["\u{670}", "\u{671}", "پ", "چ", "ڤ", "گ"]

  private func write(_ text: String, _ scheme: TransliterationScheme) throws -> Transliteration {
    try Transliterator(scheme).transliterate(SourceText(text))
  }

  private func read(_ text: String, _ scheme: TransliterationScheme) throws -> Transliteration {
    try Transliterator(scheme, to: .arabic).transliterate(SourceText(text))
  }

  private func string(_ result: Transliteration) -> String { result.text[result.text.range] }

  @Test("Golden cases: one line a scheme, direction and text")
  func golden() throws {
    try GoldenFile("transliteration.txt").check { golden in
      let fields = golden.expected.split(separator: "\t").map(String.init)
      try #require(fields.count == 4, "line \(golden.line) has not four columns")
      let scheme = try #require(TransliterationScheme(rawValue: fields[0]))
      let target = try #require(TransliterationTarget(rawValue: fields[1]))
      let result = try Transliterator(scheme, to: target).transliterate(SourceText(fields[2]))
      return [fields[0], fields[1], fields[2], string(result)].joined(separator: "\t")
    }
  }

  @Test("Every mapped character has a symbol of its own, and comes back", arguments: tableSchemes)
  func symbols(_ scheme: TransliterationScheme) throws {
    #expect(Self.mapped.count == 51)
    var symbols: Set<String> = []
    for letter in Self.mapped {
      let written = try write(String(letter), scheme)
      #expect(written.unmapped.isEmpty, "\(letter)")
      let symbol = string(written)
      #expect(symbol.unicodeScalars.count == 1 && symbol != String(letter), "\(letter)")
      #expect(symbols.insert(symbol).inserted, "\(symbol) stands for two characters")
      let back = try read(symbol, scheme)
      #expect(Array(string(back).unicodeScalars) == [letter])
      #expect(back.unmapped.isEmpty)
    }
  }

  @Test("The ASCII schemes write ASCII; the safe one only letters, _ and ~; XML no < > &")
  func alphabets() throws {
    let all = String(String.UnicodeScalarView(Self.mapped))
    for scheme in tableSchemes where scheme != .habashSoudiBuckwalter {
      #expect(try write(all, scheme).text.utf8.allSatisfy { $0 < 0x80 })
    }
    let safe = string(try write(all, .safeBuckwalter))
    #expect(safe.allSatisfy { $0.isLetter || $0 == "_" || $0 == "~" })
    #expect(!string(try write(all, .xmlBuckwalter)).contains { "<>&".contains($0) })
  }

  @Test("Random text of mapped characters and white space comes back", arguments: tableSchemes)
  func roundTrip(_ scheme: TransliterationScheme) throws {
    let seed: UInt64 = 20_261_122
    var generator = SeededGenerator(seed: seed)
    let alphabet = Self.mapped + [" ", "\n", "1", "،", "؟", "«", "ژ", "ש"]
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      let text = SourceText(String(String.UnicodeScalarView(scalars)))
      let written = try Transliterator(scheme).transliterate(text)
      let back = try Transliterator(scheme, to: .arabic).transliterate(written.text)
      #expect(back.text == text, "seed \(seed)")
    }
  }

  @Test("Any text comes back where nothing in it is ambiguous", arguments: tableSchemes)
  func anyText(_ scheme: TransliterationScheme) throws {
    let seed: UInt64 = 7
    var generator = SeededGenerator(seed: seed)
    var unambiguous = 0
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x20...0x6FF, using: &generator))
      }
      let text = SourceText(String(String.UnicodeScalarView(scalars)))
      let written = try Transliterator(scheme).transliterate(text)
      let isAmbiguous = written.unmapped.contains { $0.reason == .ambiguous }
      let back = try Transliterator(scheme, to: .arabic).transliterate(written.text)
      // A letter before a combining mark of Latin may be read as one symbol.
      let hasMark = scalars.contains { 0x0300...0x036F ~= $0.value }
      if !isAmbiguous, !hasMark {
        unambiguous += 1
        #expect(back.text == text, "seed \(seed): \(scalars)")
      }
    }
    #expect(unambiguous > 200)
  }

  @Test("What could not be mapped is told with its first place and its number")
  func unmapped() throws {
    let written = try write("نعم ژ، ab «ژ» 12 ٣ 🙂", .buckwalter)
    #expect(string(written) == "nEm ژ، ab «ژ» 12 ٣ 🙂")
    let found = written.unmapped.map { "\($0.scalar) \($0.reason.rawValue) \($0.count)" }
    #expect(
      found == [
        "1688 no-symbol 2", "1548 no-symbol 1", "97 ambiguous 1", "98 ambiguous 1",
        "1635 no-symbol 1",
      ])
    #expect(written.unmapped.map(\.first.value) == [7, 9, 12, 13, 25])
    let back = try read("nEm e X ن", .buckwalter)
    #expect(string(back) == "نعم e X ن")
    #expect(back.unmapped.map(\.scalar) == [0x65, 0x58, 0x646])
    #expect(back.unmapped.map(\.reason) == [.noSymbol, .noSymbol, .ambiguous])
  }

  @Test("Habash-Soudi-Buckwalter is read with a breve, and decomposed")
  func variants() throws {
    #expect(string(try read("\u{102}lý", .habashSoudiBuckwalter)) == "إلى")
    #expect(string(try read("A\u{30C}ly\u{301}", .habashSoudiBuckwalter)) == "إلى")
    #expect(string(try read("b\u{301}", .habashSoudiBuckwalter)) == "ب\u{301}")
  }

  @Test("ICU's schemes, long texts and unmapped characters")
  func icu() throws {
    #expect(string(try write("محمد", .icu)) == "mḥmd")
    #expect(string(try read("mḥmd", .icu)) == "محمد")
    #expect(string(try write("محمد", .bgn)) == "mḩmd")
    #expect(throws: TransliterationError.oneWay(.bgn)) {
      _ = try Transliterator(.bgn, to: .arabic)
    }
    let line = String(repeating: "محمد حسن ", count: 2000)
    let expected = String(repeating: "mḥmd ḥsn ", count: 2000)
    #expect(string(try write(line, .icu)) == expected)
    let word = String(repeating: "م", count: 5000)
    #expect(string(try write(word, .icu)) == String(repeating: "m", count: 5000))
    let unmapped = try write("محمد ۞ ۞", .icu).unmapped
    #expect(unmapped.map(\.scalar) == [0x6DE] && unmapped[0].count == 2)
    #expect(unmapped.first?.first == UTF8Offset(9))
  }
}
