import Testing
import Warraq
import WarraqTestSupport

/// What is read of a page does not hang on how its spaces and letters came through other programs.
@Suite("Damaged texts")
struct DamagedTextTests {
  private static let articles = [
    "articles/levant-economy.txt", "articles/gulf-water-security.txt", "articles/ai-governance.txt",
  ]

  /// A text with scalars replaced, and where each scalar of the original went.
  private struct Spoiled {
    var text: SourceText
    var offsets: [Int]

    init(_ original: SourceText, _ change: (Int, Unicode.Scalar) -> String) {
      var text = ""
      var offsets: [Int] = []
      for (index, scalar) in original[original.range].unicodeScalars.enumerated() {
        for _ in 0..<scalar.utf8.count { offsets.append(text.utf8.count) }
        text += change(index, scalar)
      }
      offsets.append(text.utf8.count)
      self.text = SourceText(text)
      self.offsets = offsets
    }

    func range(_ range: TextRange) -> TextRange {
      TextRange(utf8: offsets[range.lowerBound.value]..<offsets[range.upperBound.value])
    }
  }

  private func expectSame(_ spoiled: Spoiled, as original: SourceText, _ comment: Comment) throws {
    let before = Pipeline().analyze(original)
    let after = Pipeline().analyze(spoiled.text)
    let (old, new) = (try #require(before.article), try #require(after.article))
    #expect(old.title.map(spoiled.range) == new.title, comment)
    #expect(old.kicker.map(spoiled.range) == new.kicker, comment)
    #expect(old.author.map(spoiled.range) == new.author, comment)
    #expect(old.published?.value == new.published?.value, comment)
    #expect(
      old.sections.map { $0.heading.map(spoiled.range) } == new.sections.map(\.heading), comment)
    #expect(old.regions.map(\.kind) == new.regions.map(\.kind), comment)
    #expect(
      before.entities?.mentions.map { spoiled.range($0.range) }
        == after.entities?.mentions.map(\.range), comment)
    #expect(before.timexes?.map(\.value) == after.timexes?.map(\.value), comment)
  }

  @Test("No-break spaces, spaces typed twice, direction marks between words", arguments: articles)
  func spaces(article: String) throws {
    let original = try SourceText(validating: Corpus.bytes(article))
    var generator = SeededGenerator(seed: 1445)
    let changes: [(Comment, Int, String)] = [
      ("no-break spaces", 2, "\u{A0}"), ("direction marks", 4, " \u{200F}"),
      ("two spaces", 12, "  "),
    ]
    for (comment, oneIn, replacement) in changes {
      let spoiled = Spoiled(original) { _, scalar in
        scalar == " " && Int.random(in: 0..<oneIn, using: &generator) == 0
          ? replacement : String(scalar)
      }
      try expectSame(spoiled, as: original, comment)
    }
  }

  @Test("Words with a damaged lam-alef are known, at their own places")
  func lamAlef() throws {
    let lost = SourceText("قالت اأمم المتحدة إن هؤاء من أعضاء ااتحاد الأوروبي، فضاً عن اأردن.")
    let reversed = SourceText(
      "قالت األمم المتحدة في ١٢ تموز إن الواليات المتحدة واالتحاد األوروبي تنتظر.")
    for (text, names) in [
      (lost, ["اأمم المتحدة", "ااتحاد الأوروبي", "اأردن"]),
      (reversed, ["األمم المتحدة", "الواليات المتحدة", "االتحاد األوروبي"]),
    ] {
      let document = Pipeline().analyze(text)
      #expect(document.entities?.mentions.map { text[$0.range] } == names)
      #expect(document.diagnostics.contains { $0.code.hasPrefix("lam-alef") })
    }
  }
}
