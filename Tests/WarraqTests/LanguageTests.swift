import Testing
import Warraq

@Suite("Languages")
struct LanguageTests {
  private func profile(_ text: String) -> LanguageProfile {
    LanguageProfile(AnalyzedText(SourceText(text)))
  }

  @Test(
    "Lines in other scripts and languages",
    arguments: [
      ("This is the summary of a paper on the water of the Nile.", "Latn", "en"),
      ("Ceci est le résumé d'une étude sur les eaux du Nil dans le Soudan.", "Latn", "fr"),
      ("Dies ist die Zusammenfassung der Studie und nicht mehr als das.", "Latn", "de"),
      ("Bu makale daha çok okunan ve en iyi bilinen bir metin olarak", "Latn", "tr"),
      ("Lorem ipsum dolor amet consectetur", "Latn", nil),
      ("Президент заявил, что переговоры продолжатся", "Cyrl", nil),
      ("הממשלה הודיעה כי השיחות יימשכו בשבוע הבא", "Hebr", nil),
      ("این گزارش درباره آب است که برای دولت شده بود و از آن با پژوهش", "Arab", "fa"),
      ("یہ رپورٹ پانی کے بارے میں ہے جو حکومت کے لیے ہے", "Arab", "ur"),
      ("ئەم ڕاپۆرتە دەربارەی ئاوە کە بۆ حکومەتی هەرێم نووسراوە", "Arab", "ckb"),
    ] as [(String, String, String?)])
  func passages(line: String, script: String, language: String?) {
    let text = "قال الوزير إن المحادثات مستمرة في القاهرة.\n\(line)\nثم عاد الوفد إلى بلاده."
    let found = profile(text).passages
    #expect(found.count == 1)
    #expect(found.first?.script == script && found.first?.language == language)
    #expect(found.first.map { SourceText(text)[$0.range] } == line)
  }

  @Test(
    "What is no passage",
    arguments: [
      "PDF", "ENGLISH", "https://example.org/a/long/address/of/a/page/in/english?the=of&and=to",
      "قال John Smith من معهد Brookings Institution إن السوق مفتوحة أمام الجميع في المنطقة",
      "١٢٣٤٥ 67890 11111 22222 33333 44444",
      "وكـانـت الـحـكـومـة قـد أعـلـنـت ذلـك فـي بـيـان رسـمـي لـهـا",
      "کتب الوزیر الی نظیره المصری ان المحادثات مستمرة فی القاهرة",
    ])
  func none(line: String) {
    #expect(profile("قال الوزير إن المحادثات مستمرة.\n\(line)").passages.isEmpty)
  }

  @Test("Lines of one language are one passage; shares are of letters")
  func shares() {
    let text = "The first line of the text is here.\n\nAnd the second of the lines is here.\nنص"
    let found = profile(text)
    #expect(found.passages.count == 1)
    #expect(found.passages.first.map { $0.range.utf8.upperBound } == text.utf8.count - 5)
    #expect(profile("نص ab 123 …").arabicShare == 0.5)
    #expect(profile("نَصٌّ").letters == 2 && profile("12").arabicShare == nil)
  }
}
