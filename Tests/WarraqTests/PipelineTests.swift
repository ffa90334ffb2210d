import Testing
import Warraq
import WarraqTestSupport

@Suite("Pipeline")
struct PipelineTests {
  @Test("The composed article with everything in it, read by eye")
  func levant() throws {
    let text = try SourceText(validating: Corpus.bytes("articles/levant-economy.txt"))
    let document = Pipeline().analyze(text)
    let article = try #require(document.article)
    #expect(article.title.map { text[$0] } == "هل تُنقذ المؤسسات المالية الدولية اقتصادات المشرق؟")
    #expect(article.kicker.map { text[$0] } == "وصفات على المحك:")
    #expect(article.published?.value == "2021-10-14")
    let news = try #require(article.regions.first)
    #expect(news.kind == .siteNews)
    #expect(text[news.range].split(separator: "\n").count == 6)
    #expect(
      article.sections.map { $0.heading.map { text[$0] } }
        == ["كيف وصلنا إلى هنا:", "من يدفع ثمن النهوض:"])
    #expect(
      article.sections.map { $0.points.map(\.number) } == [["1", "2", "3"], ["1", "2", "3"]])
    #expect(
      article.sections.last?.points.compactMap { $0.title.map { text[$0] } }
        == ["سيولة بلا خطة", "الناس قبل الإسمنت", "الربط الإقليمي منفذًا"])
    #expect(article.conclusion.map { text[$0].hasPrefix("وفي المحصلة") } == true)
  }

  @Test("Names of the site-news block are not the article's")
  func regions() throws {
    let text = try SourceText(validating: Corpus.bytes("articles/levant-economy.txt"))
    let document = Pipeline().analyze(text)
    let article = try #require(document.article)
    let mentions = try #require(document.entities).mentions
    let merkel = try #require(mentions.first { text[$0.range] == "أنغيلا ميركل" })
    #expect(article.region(at: merkel.range.lowerBound) == .siteNews)
    let bank = try #require(mentions.first { text[$0.range] == "البنك الدولي" })
    #expect(article.region(at: bank.range.lowerBound) == .body)
  }

  @Test("Nothing is quoted in notes and in the site's news")
  func quotations() {
    let text = SourceText(
      """
      أخبار المركز
      • ليلى الحداد: "الماء لا ينتظر المفاوضين في أي مكان"
      • سامي الجبوري: "المدن الصغيرة تكبر من دون أن ننتبه"

      عنوان عن الماء

      وقالت ليلى الحداد: "النهر لا ينتظر أحدًا"، وصفق لها الحاضرون في القاعة طويلًا قبل أن تغادر.

      الهوامش
      [1] ليلى الحداد: "تاريخ الماء في المدن الجافة والبعيدة"، بيروت، 2019.
      """)
    let quotations = Pipeline().analyze(text).quotations ?? []
    #expect(quotations.map { text[$0.range] } == ["النهر لا ينتظر أحدًا"])
  }

  @Test("Stages left out are absent, and do not change the others")
  func stages() throws {
    let text = try SourceText(validating: Corpus.bytes("articles/gulf-water-security.txt"))
    let whole = Pipeline().analyze(text)
    for stage in Pipeline.Stage.allCases {
      let part = Pipeline(stages: Set(Pipeline.Stage.allCases).subtracting([stage])).analyze(text)
      #expect(part.sentences == (stage == .sentences ? nil : whole.sentences))
      #expect(part.article == (stage == .article ? nil : whole.article))
      #expect(part.timexes == (stage == .timexes ? nil : whole.timexes))
      #expect(part.entities == (stage == .entities ? nil : whole.entities))
      // Without entities quotations have no speakers.
      if stage == .entities {
        #expect(part.quotations?.allSatisfy { $0.speaker == nil } == true)
      } else {
        #expect(part.quotations == (stage == .quotes ? nil : whole.quotations))
      }
    }
  }

  @Test("The reference date given wins over the publication date")
  func reference() {
    let text = SourceText("عنوان\n\n5 مايو 2020\n\nوقع ذلك في 3 يونيو.")
    #expect(Pipeline().analyze(text).timexes?.last?.value == "2020-06-03")
    let given = ReferenceDate("2015-01-01")
    #expect(Pipeline().analyze(text, reference: given).timexes?.last?.value == "2015-06-03")
  }

  @Test("Sentences cover everything but white space and never overlap")
  func sentences() throws {
    for (name, bytes) in try Corpus.articles() {
      let text = try SourceText(validating: bytes)
      let sentences = Pipeline(stages: [.sentences]).analyze(text).sentences ?? []
      var position = 0
      for sentence in sentences {
        let gap = text.utf8[position..<sentence.range.lowerBound.value]
        #expect(gap.allSatisfy { $0 == 0x20 || $0 == 0x0A }, "\(name)")
        position = sentence.range.upperBound.value
      }
      #expect(text.utf8[position...].allSatisfy { $0 == 0x20 || $0 == 0x0A }, "\(name)")
    }
  }

  @Test("Random bytes never crash a stage, and every span lies in the text")
  func randomText() throws {
    let seed: UInt64 = 2026
    var random = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] =
      [
        "داعش", "وزير", "الخارجية", "محمد", "\"", "«", "»", "(", ")", "[", "]", "2018", "نوفمبر",
        "عام",
        "إلى", "-", "1-", ":", ".", "؟", "،", " ", " ", " ", "\n", "\n\n", "•", "ـ", "\u{200F}",
        "أبو",
        "بن", "قرار", "رقم", "للأمم", "المتحدة", "ختامًا", "🙂", "\u{0}", "د.", "أولًا:", "مجلس",
        "الأمن",
      ].map { Array($0.utf8) } + [[0xFF], [0xD9]]
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      let (text, _) = try SourceText.repairing(bytes)
      let document = Pipeline().analyze(text)
      let index = OffsetIndex(text, unit: .scalar)
      var ranges = document.sentences?.map(\.range) ?? []
      ranges += document.timexes?.map(\.range) ?? []
      ranges += document.entities?.mentions.map(\.range) ?? []
      ranges += document.article?.regions.map(\.range) ?? []
      let scalars = Array(String(decoding: text.utf8, as: UTF8.self).unicodeScalars)
      for range in ranges {
        let start = index.convert(range.lowerBound)
        let end = index.convert(range.upperBound)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        #expect(Array(String(view).utf8) == Array(text.utf8[range.utf8]), "seed \(seed)")
      }
    }
  }

  @Test("A month or weekday in the name of a person is no time, a date in an event's name is one")
  func names() throws {
    let reference = ReferenceDate("2024-05-15")
    for (string, expected) in [
      ("قال وزير الداخلية علاء الخميس إن الأمر انتهى في رمضان الماضي.", ["رمضان الماضي"]),
      ("استعاد ناشطو ثورة 25 يناير شعاراتها.", ["25 يناير"]),
      ("التقى وزير الخارجية حسن خميس نظيره الخميس.", ["الخميس"]),
    ] {
      let text = SourceText(string)
      let timexes = try #require(Pipeline().analyze(text, reference: reference).timexes)
      #expect(timexes.map { text[$0.range] } == expected)
    }
  }

  @Test("Times of the site's news anchor nothing in the article")
  func news() throws {
    let text = SourceText(
      """
      أخبار المركز
      • سامي الخطيب يكتب: (انتخابات عام 1998)
      • هدى نصار تكتب: (حصاد عام 1999)

      عودة القطار

      توقف العمل في أواخر العام نفسه، ثم استؤنف عام 2015 واكتمل في أواخر العام نفسه.
      """)
    let document = Pipeline().analyze(text)
    #expect(document.article?.regions.first?.kind == .siteNews)
    let timexes = try #require(document.timexes)
    // Nothing tells the first year of the body; the news before it does not.
    #expect(timexes.map(\.value) == ["1998", "1999", "2015", "2015"])
  }
}
