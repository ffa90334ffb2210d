import Testing
import WarraqAnalysis
import WarraqArticles
import WarraqDates
import WarraqText

@Suite("Learned boilerplate")
struct BoilerplateTests {
  private static let topics = ["الماء", "القمح", "الموانئ", "التعليم", "الطاقة", "السكن", "الصيد"]

  /// A page of a composed site: what stands in brackets here is the site's, the rest the article's.
  private static func page(_ number: Int) -> String {
    let topic = topics[number % topics.count]
    return """
      رواق الأفكار – نافذتك على العالم
      أخبار الرواق
      • ندوة عن \(topics[(number + 1) % topics.count]) في القرية
      • كتاب جديد عن \(topics[(number + 2) % topics.count])

      مستقبل \(topic) في المدن الصغيرة

      بقلم: سامي الجبوري
      نُشر في: \(number + 1) مارس 2021

      تتغير أحوال \(topic) عامًا بعد عام، ولا يجد أهل المدينة رقم \(number) من يسألهم عن رأيهم فيها اليوم.

      مقدمة
      \(number % 2 == 0 ? "لا أحد يعرف الجواب عن هذا السؤال القديم." : "الأسئلة عن \(topic) كثيرة هنا.")
      يطول الحديث عن \(topic) إذا بدأ، وقد كتب عنه الباحثون أوراقًا كثيرة تبلغ \(number * 37 + 11) ورقة أو أكثر.

      خاتمة
      هكذا يبدو مستقبل \(topic) لمن ينظر إليه من بعيد، أما من قرب فله ألوان كثيرة لا تُحصى في مقال واحد.

      المشاهدات: \(number * 113 + 7)
      صُنع بحب في الرواق © \(2019 + number)
      """
  }

  private static func learned(
    _ pages: [String], minimumDocuments: Int = 3, headings: Bool = false
  ) -> BoilerplateProfile? {
    var learner = BoilerplateLearner(
      minimumDocuments: minimumDocuments, includesHeadings: headings)
    for page in pages { learner.add(AnalyzedText(SourceText(page))) }
    return learner.profile()
  }

  @Test("Lines that recur, digits and dates apart; what is the article's own is not learned")
  func learn() throws {
    let profile = try #require(Self.learned((0..<6).map(Self.page)))
    #expect(profile.documents == 6)
    #expect(
      Set(
        profile.entries.map { "\($0.kind.rawValue) \($0.place.rawValue) \($0.documents) \($0.key)" }
      )
        == [
          "interface head 6 رواق الافكار نافذتك علي العالم",
          "site_news head 6 اخبار الرواق", "interface tail 6 المشاهدات #",
          "interface tail 6 صنع بحب في الرواق #",
        ])
    #expect(profile.entries.first { $0.key == "المشاهدات #" }?.example == "المشاهدات: 120")
  }

  @Test("Headings only where they are asked for")
  func headings() throws {
    let profile = try #require(Self.learned((0..<6).map(Self.page), headings: true))
    #expect(Set(profile.entries.map(\.key)).isSuperset(of: ["مقدمه", "خاتمه"]))
  }

  @Test("Too few documents, and copies of one, teach nothing")
  func few() {
    #expect(Self.learned((0..<2).map(Self.page)) == nil)
    #expect(Self.learned([Self.page(0), Self.page(0), Self.page(0), Self.page(1)]) == nil)
    #expect(Self.learned((0..<2).map(Self.page), minimumDocuments: 2)?.entries.isEmpty == false)
  }

  @Test("The profile marks lines and changes nothing else of the page")
  func mark() throws {
    let profile = try #require(Self.learned((0..<6).map(Self.page)))
    let text = SourceText(Self.page(6))
    let analyzed = AnalyzedText(text)
    let timexes = DateExtractor().annotate(analyzed)
    let article = ArticleReader().read(analyzed, timexes: timexes, boilerplate: profile)
    func lines(_ kind: Article.RegionKind) -> [String] {
      article.regions.filter { $0.kind == kind }
        .flatMap { text[$0.range].split(separator: "\n").map(String.init) }
    }
    #expect(
      lines(.interface) == [
        "رواق الأفكار – نافذتك على العالم", "المشاهدات: 685", "صُنع بحب في الرواق © 2025",
      ])
    #expect(
      lines(.siteNews) == ["أخبار الرواق", "• ندوة عن الماء في القرية", "• كتاب جديد عن القمح"])
    #expect(article.title.map { text[$0] } == "مستقبل الصيد في المدن الصغيرة")
    #expect(article.author.map { text[$0] } == "سامي الجبوري")
    #expect(article.published?.value == "2021-03-07")
    #expect(article.sections.map { $0.heading.map { text[$0] } } == ["مقدمة", "خاتمة"])
    for (left, right) in zip(article.regions, article.regions.dropFirst()) {
      #expect(left.range.upperBound <= right.range.lowerBound)
    }
  }

  @Test("A sentence of the body that one page has of those learned is not marked")
  func place() throws {
    let profile = BoilerplateProfile(
      documents: 9,
      entries: [
        .init(
          kind: .interface, place: .tail, documents: 9, lines: 9, key: "لا احد يعرف", example: "")
      ])
    let body = String(repeating: "هذه جملة طويلة من جمل المقال تملأ سطرًا كاملًا فيه.\n", count: 30)
    let text = SourceText("لا أحد يعرف\n" + body + "لا أحد يعرف")
    let analyzed = AnalyzedText(text)
    let article = ArticleReader().read(
      analyzed, timexes: DateExtractor().annotate(analyzed), boilerplate: profile)
    let marked = article.regions.filter { $0.kind == .interface }
    #expect(marked.count == 1 && marked.first?.range.upperBound == text.range.upperBound)
  }
}
