import Foundation
import Testing
import WarraqFuzz
import WarraqICU
import WarraqTestSupport
import WarraqText
import WarraqTokenization

/// ICU's root rules are UAX #29 with a tailoring of their own (word.txt, ICU 72). Beside it, both
/// have to agree: an implementation that shares nothing with ours.
@Suite("Word boundaries against ICU")
struct WordBoundaryTests {
  /// Where ICU departs from the annex, with an example cut by both.
  static let tailorings: [(what: String, text: String, ours: String, icu: String)] = [
    ("A colon is no MidLetter", "قال:إن", "قال:إن", "قال|:|إن"),
    ("nor is a small one", "a\u{FE55}b", "a\u{FE55}b", "a|\u{FE55}|b"),
    ("nor a wide one", "a\u{FF1A}b", "a\u{FF1A}b", "a|\u{FF1A}|b"),
    ("@ joins letters and digits", "ا@ب", "ا|@|ب", "ا@ب"),
    ("so addresses are words", "a.b@c.org", "a.b|@|c.org", "a.b@c.org"),
    ("Chinese is cut by dictionary", "中文字", "中|文|字", "中|文字"),
    ("Thai is", "ภาษาไทย", "ภ|า|ษ|า|ไ|ท|ย", "ภาษา|ไทย"),
    ("Khmer is", "ខ្មែរ", "ខ្|មែ|រ", "ខ្មែរ"),
    ("Burmese is", "ကမ္ဘာ", "က|မ္|ဘာ", "ကမ္ဘာ"),
    ("Hangul does not join other letters", "a한b", "a한b", "a|한|b"),
  ]

  /// Scalars that the tailoring is about: colons and @; those of scripts written without spaces
  /// (Line_Break SA, Han and kana, with the marks and symbols of their blocks); Hangul.
  private static let tailored: [ClosedRange<UInt32>] = [
    0x3A...0x3A, 0x40...0x40, 0xFE55...0xFE55, 0xFF1A...0xFF1A,
    0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19FF, 0x1A20...0x1AAF,
    0xA9E0...0xA9FF, 0xAA60...0xAADF, 0x11700...0x1174F,
    0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x303B, 0x3040...0x30FF, 0x31F0...0x31FF,
    0x32D0...0x3357, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x16FE0...0x16FFF,
    0x1AFF0...0x1B16F, 0x1F200...0x1F200, 0x20000...0x3FFFF, 0xAC00...0xD7A3,
  ]

  private static func isTailored(_ scalar: UInt32) -> Bool {
    tailored.contains { $0.contains(scalar) }
  }

  private func ours(_ bytes: [UInt8]) throws -> [Int] {
    let text = try SourceText(validating: bytes, keepingMark: true)
    return [0]
      + Tokenizer(profile: .uax29, includesSpaces: true).tokenize(text)
      .map(\.range.upperBound.value)
  }

  private func pieces(_ bytes: [UInt8], _ boundaries: [Int]) -> String {
    zip(boundaries, boundaries.dropFirst())
      .map { String(decoding: bytes[$0.0..<$0.1], as: UTF8.self) }.joined(separator: "|")
  }

  /// Fails where a boundary is one of ICU's or ours alone, unless beside a tailored scalar.
  private func compare(_ bytes: [UInt8], _ name: String) throws {
    let ours = try ours(bytes)
    let icu = try WordBoundaryOracle.boundaries(of: bytes)
    guard ours != icu else { return }
    let strange = Set(ours).symmetricDifference(icu).filter { place in
      place == 0 || place == bytes.count
        || !Self.isTailored(bytes.span.scalar(at: place).value)
          && !Self.isTailored(bytes.span.scalar(before: place).value)
    }
    for place in strange.sorted().prefix(5) {
      let left = ours.last { $0 < place } ?? 0
      let right = ours.first { $0 > place } ?? bytes.count
      Issue.record(
        """
        \(name), byte \(place): ours \(pieces(bytes, ours.filter { left...right ~= $0 })), \
        ICU's \(pieces(bytes, icu.filter { left...right ~= $0 }))
        """)
    }
  }

  @Test("Where ICU departs from the annex", arguments: tailorings)
  func departures(_ example: (what: String, text: String, ours: String, icu: String)) throws {
    let bytes = Array(example.text.utf8)
    #expect(try pieces(bytes, ours(bytes)) == example.ours, "\(example.what): ours")
    #expect(
      try pieces(bytes, WordBoundaryOracle.boundaries(of: bytes)) == example.icu,
      "\(example.what): ICU's")
  }

  @Test("Everything that the rules are about, without a departure")
  func samples() throws {
    let bytes = Array(
      """
      أعلن "إياد علاوي" (نائب الرئيس) في أبريل 2017، أن 3.5% من ١٬٥٠٠ شركة؛ فـ"كذا" هنا!
      can't U.S. e-mail café naïve 1,000.5 a_b שלום א"ב 12th 🇪🇬🇸🇦 👩‍👩‍👧 нет ١٫٥\r\n ـ
      """.utf8)
    #expect(try WordBoundaryOracle.boundaries(of: bytes) == ours(bytes))
  }

  @Test("The articles and the golden cases")
  func corpus() throws {
    for article in try Corpus.articles() { try compare(article.bytes, article.name) }
    for name in ["articles.txt", "dates.txt", "entities.txt", "sentences.txt"] {
      try compare(Corpus.bytes("golden/" + name), name)
    }
  }

  /// Texts of one's own: paths, separated by colons.
  private static let texts = ProcessInfo.processInfo.environment["WARRAQ_TEXTS"] ?? ""

  @Test("The texts that WARRAQ_TEXTS names", .enabled(if: !texts.isEmpty))
  func ownTexts() throws {
    for path in Self.texts.split(separator: ":") {
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: String(path))))[...]
      var compared = 0
      while !bytes.isEmpty {
        // Whole lines, so that neither side sees more than the other.
        let part = bytes.prefix(1 << 20)
        let end = part.count == bytes.count ? part.endIndex : (part.lastIndex(of: 0x0A) ?? 0) + 1
        try #require(end > bytes.startIndex, "\(path): a line of more than a megabyte")
        try compare(Array(bytes[..<end]), "\(path) from byte \(compared)")
        compared += end - bytes.startIndex
        bytes = bytes[end...]
      }
      print("\(path): \(compared) bytes compared")
    }
  }

  @Test("Scalars of the first two planes between letters, between digits, and alone")
  func scalars() throws {
    for value in UInt32(0)..<0x20000 where !Self.isTailored(value) {
      // All of the living scripts and the emoji, some of the rest: most of it is unassigned.
      let isLiving =
        value < 0x3000 || (0xA000..<0xE000).contains(value) || (0xFB00..<0x10000).contains(value)
        || (0x1F100..<0x1FB00).contains(value)
      guard isLiving || value % 16 == 0, let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b ا\(scalar)ب 1\(scalar)2 \(scalar)\(scalar) \(scalar)"
      try compare(Array(text.utf8), "U+\(String(value, radix: 16))")
    }
  }

  @Test("Random strings without tailored scalars")
  func random() throws {
    let first = UInt64.random(in: 0..<1 << 32)
    let random = RandomText()
    for seed in first..<first + 2000 {
      var generator = Xorshift(seed: seed)
      let bytes = random.make(longest: 300, using: &generator)
      var text = String.UnicodeScalarView()
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
      where !Self.isTailored(scalar.value) {
        text.append(scalar)
      }
      try compare(Array(String(text).utf8), "seed \(seed)")
    }
  }
}
