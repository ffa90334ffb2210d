import Testing
import WarraqAnalysis
import WarraqEntities
import WarraqQuotations
import WarraqTestSupport
import WarraqText

@Suite("Quotations")
struct QuotationGoldenTests {
  /// The quotations of a text.
  private func annotate(
    _ string: String
  ) -> (text: SourceText, entities: EntityAnnotation, quotations: [Quotation]) {
    let text = SourceText(string)
    let analyzed = AnalyzedText(text)
    let entities = EntityAnnotator().annotate(analyzed)
    return (text, entities, QuotationAnnotator().annotate(analyzed, entities: entities))
  }

  @Test("Golden cases")
  func golden() throws {
    try GoldenFile("quotes.txt").check { golden in
      let marked = golden.expected.split(separator: " == ").first.map(String.init) ?? ""
      let plain = String(
        GoldenMarkup.plain(marked).map { $0 == "⏎" ? "\n" : $0 } as [Character])
      let (text, entities, quotations) = annotate(plain)
      let shown = GoldenMarkup.marked(plain, quotations.map { ($0.range.utf8, "Q") })
        .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
      guard !quotations.isEmpty else { return shown }
      let said = quotations.map { quotation in
        let speaker = quotation.speaker.map { entities.entities[$0].canonical } ?? "-"
        return speaker + " / " + (quotation.verb.map { text[$0] } ?? "-")
      }
      return shown + " == " + said.joined(separator: " | ")
    }
  }

  @Test("Quotations are in order, apart, and within their lines' marks, on any text")
  func soundness() throws {
    for (name, bytes) in try Corpus.articles() {
      let text = try SourceText(validating: bytes)
      let analyzed = AnalyzedText(text)
      let entities = EntityAnnotator().annotate(analyzed)
      let quotations = QuotationAnnotator().annotate(analyzed, entities: entities)
      var position = UTF8Offset(0)
      for quotation in quotations {
        #expect(quotation.range.lowerBound >= position && !quotation.range.isEmpty, "\(name)")
        position = quotation.range.upperBound
        if let speaker = quotation.speaker { #expect(entities.entities.indices.contains(speaker)) }
        if let verb = quotation.verb { #expect(!verb.overlaps(quotation.range), "\(name)") }
      }
    }
  }

  @Test("Any marks in any order, with seed 7", arguments: 0..<300)
  func random(round: Int) {
    var generator = SeededGenerator(seed: UInt64(round) &+ 7)
    let pieces = [
      "قال", "وقال", "سامي الجبوري", "إن", "أن", ":", "«", "»", "\"", "“", "”", "‘", "’", "'", "بـ",
      "،", ".", "؟", "\n", "\n\n", " ", " ", "كتاب", "الوزير", "بحسب", "قوله", "ليلى الحداد", "(",
      ")", "و", "لا", "داعش", "على حد تعبير", "-", "في", "نص طويل من كلمات كثيرة جدًّا",
    ]
    var string = ""
    for _ in 0..<Int.random(in: 1..<60, using: &generator) {
      string += pieces.randomElement(using: &generator) ?? ""
      if Bool.random(using: &generator) { string += " " }
    }
    let (text, entities, quotations) = annotate(string)
    var position = UTF8Offset(0)
    for quotation in quotations {
      #expect(quotation.range.lowerBound >= position && !quotation.range.isEmpty, "\(string)")
      #expect(quotation.range.upperBound <= text.range.upperBound)
      position = quotation.range.upperBound
      #expect(quotation.speaker.map { entities.entities.indices.contains($0) } ?? true)
    }
  }

  @Test("Nothing is quoted outside of the text's own parts")
  func outside() {
    let text = SourceText("قال سامي الجبوري: «لن نعود».\nقالت ليلى الحداد: «سنعود غدًا».")
    let analyzed = AnalyzedText(text)
    let entities = EntityAnnotator().annotate(analyzed)
    let first = analyzed.lines[0].range
    let found = QuotationAnnotator().annotate(analyzed, entities: entities, outside: [first])
    #expect(found.map { text[$0.range] } == ["سنعود غدًا"])
  }

  @Test("Many marks take linear time", .timeLimit(.minutes(1)))
  func linear() {
    for piece in [
      "\"", "« ", "قال \"", "\" قال ", "قال: «ن» ", "“” ", "' ", "قال: «ن»\n", "«ن ", "ن» ",
      "وأضاف: «نص من كلمات». ", "قال ", "سامي الجبوري: «نص» ",
    ] {
      let (_, _, found) = annotate(String(repeating: piece, count: 10_000))
      #expect(found.count <= 10_000)
    }
  }
}
