import Foundation
import Testing
import Warraq
import WarraqPageFuzz
import WarraqTestSupport

@testable import WarraqFormats

@Suite("HTML pages")
struct HTMLPageTests {
  private func page(_ source: String) -> HTMLPage { HTMLPage(SourceText(source)) }

  private func text(_ source: String) -> String {
    String(decoding: page(source).text.utf8, as: UTF8.self)
  }

  @Test(
    "White space",
    arguments: [
      ("", ""), (" \n\t", ""), ("<p></p><p> </p>", ""),
      ("أ  ب\n\tج", "أ ب ج"), ("<b>أ</b> <i>ب</i>", "أ ب"), ("<b>أ </b> <i> ب</i>", "أ ب"),
      ("<b>أ</b><i>ب</i>", "أب"), ("<p>أ <p> ب", "أ\nب"), ("أ<br>ب", "أ\nب"),
      ("أ <br/> ب", "أ\nب"), ("أ<br><br><br>ب", "أ\n\nب"), ("<br><br>أ<br><br>", "أ"),
      ("<div><div><p>أ</p></div></div><div>ب</div>", "أ\nب"), ("أ<hr>ب", "أ\nب"),
      ("<ul><li>أ<li>ب<ul><li>ج</ul></ul>", "أ\nب\nج"), ("أ<div></div>ب", "أ\nب"),
      ("<table><tr><td>أ<td>ب<tr><th>ج</table>د", "أ\nب\nج\nد"), ("أ&nbsp; ب", "أ\u{A0} ب"),
      ("<pre>\n أ\n\n\n  ب\n</pre>ج", " أ\n\n\n  ب\nج"), ("<pre>أ\tب</pre>", "أ\tب"),
      ("أ<span>\n</span>ب", "أ ب"),
      ("<a>أ</a><a>ب</a>ج", "أ بج"), ("أ<time>ب</time>ج", "أ ب ج"), ("أ<a>ب</a>ج", "أبج"),
      ("أ<i class=author>ب</i><br>ج", "أ ب\nج"), ("<p><time>أ</time></p><time>ب</time>", "أ\nب"),
      ("أ\u{200C}ب\u{2028}ج", "أ\u{200C}ب\u{2028}ج"),
    ])
  func whiteSpace(source: String, expected: String) {
    #expect(text(source).utf8.elementsEqual(expected.utf8))
  }

  @Test(
    "What is no text",
    arguments: [
      "<script>خ</script>", "<style>خ</style>", "<head><title>خ</title></head>", "<!-- خ -->",
      "<!-- خ > -- > --!>", "<noscript>خ</noscript>", "<template><p>خ</p></template>",
      "<iframe>خ</iframe>", "<textarea>خ</textarea>", "<select><option>خ</select>",
      "<svg><title>خ</title></svg>", "<p hidden>خ</p>", "<p style='display:none'>خ</p>",
      "<p style='color:red; Visibility : Hidden !important'>خ</p>", "<dialog>خ</dialog>",
      "<object>خ</object>", "<video>خ</video>", "<![CDATA[ خ ]]>", "<!doctype خ>",
      "<script>'<p>'<!--<script>خ</script>خ</script>", "<datalist><option>خ</datalist>",
    ])
  func noText(source: String) {
    #expect(text(source + "ظاهر") == "ظاهر")
  }

  @Test(
    "What is text, though it may not look so",
    arguments: [
      "<p hidden=until-found>ظاهر</p>", "<p aria-hidden=true>ظاهر</p>",
      "<dialog open>ظاهر</dialog>",
      "<details>ظاهر</details>", "<x-y>ظاهر</x-y>", "<math><mi>ظاهر</mi></math>",
      "<body hidden>ظاهر", "<p style='background:url(display:none)'>ظاهر</p>",
      "<script/>مخفي</script>ظاهر", "<div style=display:none>ظاهر</div>",
    ])
  func visible(source: String) {
    #expect(text(source) == "ظاهر")
  }

  @Test("Declarations: where they stand, in which order, what is refused")
  func declarations() {
    let declared = page(
      """
      <html lang="ar_EG"><title>  عنوان
        | موقع </title><meta name=DC.date content=20210304><meta name="author" content="https://x/y">
      <meta property="article:published_time" content="2021-03-03T23:00:00Z">
      <meta name=date content="3/4/2021"><meta name=pubdate content="2021-02-30x">
      <script type="application/ld+json">[{"@type":"NewsArticle","headline":"عنوان","author":["سامي"],
        "datePublished":"Wed, 03 Mar 2021 10:00:00 GMT"}]</script>
      <script type="application/ld+json">{"@type":"NewsArticle","headline":</script>
      """
    ).markup.declared
    #expect(declared.titles == ["عنوان", "عنوان | موقع"])
    #expect(declared.days == ["2021-03-03", "2021-03-04"])
    #expect(declared.day == "2021-03-03" && declared.authors == ["سامي"])
    #expect(declared.language == "ar-eg")
  }

  @Test(
    "Days",
    arguments: [
      ("2021-03-03", "2021-03-03"), ("2021-03-03T10:00", "2021-03-03"),
      ("2021/03/03", "2021-03-03"),
      ("20210303", "2021-03-03"), ("3 Mar 2021", "2021-03-03"), ("Wed, 3 March 2021", "2021-03-03"),
      ("2021-03-03 10:00:00+03:00", "2021-03-03"), ("2021-13-01", nil), ("2021-00-10", nil),
      ("3/3/2021", nil), ("2021", nil), ("2021-03", nil), ("", nil), ("-", nil),
      ("2021-03-031", nil), ("0000-01-01", nil), ("٢٠٢١-٠٣-٠٣", nil),
    ] as [(String, String?)])
  func days(value: String, expected: String?) {
    #expect(HTMLDay.day(value) == expected)
  }

  @Test("Evidence is in the order of the text, areas inside of others behind them")
  func order() {
    let page = page(
      """
      <div class=sidebar>أ<nav>ب</nav>ج</div><h2>عنوان<br>آخر</h2><article><h1>عنوان</h1>
      <p>متن طويل يزيد على كل ما حوله من الكلمات كي يكون هو الأكبر.</p><footer>ذيل</footer></article>
      """)
    func texts(_ ranges: [TextRange]) -> [String] { ranges.map { page.text[$0] } }
    #expect(texts(page.markup.areas.map(\.range)) == ["أ\nب\nج", "ب"])
    #expect(page.markup.areas.map(\.kind) == [.aside, .navigation])
    #expect(texts(page.markup.headings.map(\.range)) == ["عنوان\nآخر", "عنوان"])
    #expect(page.markup.headings.map(\.level) == [2, 1])
    #expect(page.markup.article.map { page.text[$0].hasSuffix("ذيل") } == true)
  }

  // MARK: Hostile pages

  /// Pages that would take a parser without limits quadratic time, or its stack.
  private static let hostilePages: [(String, @Sendable (Int) -> String)] = [
    ("div", { String(repeating: "<div>", count: $0) + "نص" }),
    ("b", { String(repeating: "<b>", count: $0) + "نص" }),
    ("span", { String(repeating: "<span class=related>", count: $0) + "نص" }),
    ("tables", { String(repeating: "<table><tr><td>", count: $0) + "نص" }),
    ("lists", { String(repeating: "<ul><li>", count: $0) + "نص" }),
    ("fonts", { String(repeating: "<p><font c=1>نص", count: $0) }),
    ("changing fonts", { (0..<$0).map { "<p><font c=\($0)>نص" }.joined() }),
    ("em and a", { String(repeating: "<em><a href=x>", count: $0) + "نص" }),
    ("attributes", { "<p " + (0..<$0).map { "a\($0) " }.joined() + ">نص" }),
    ("svg", { String(repeating: "<svg><g>", count: $0) + "نص" }),
    ("comments", { String(repeating: "<!--", count: $0) + "-->نص" }),
    ("scripts", { String(repeating: "<script>", count: $0) + "</script>نص" }),
    (
      "navigation",
      { String(repeating: "<nav>أ</nav><h1>ب</h1><time datetime=2021-03-03>نص</time>", count: $0) }
    ),
    ("brackets", { String(repeating: "<", count: $0) + "نص" }),
    ("references", { String(repeating: "&", count: $0) + "نص" }),
    ("open tag", { "نص" + String(repeating: "<a b='", count: $0) }),
    (
      "JSON",
      { "<script type=application/ld+json>" + String(repeating: "[", count: $0) + "</script>نص" }
    ),
    ("frames", { String(repeating: "<frameset>", count: $0) }),
  ]

  @Test("Pages made to be slow or deep: 100,000 tags, in time", arguments: 0..<18)
  func hostile(index: Int) {
    let (name, make) = Self.hostilePages[index]
    let pipeline = Pipeline(stages: [.article])
    func time(_ count: Int) -> Double {
      let source = SourceText(make(count))
      var found: HTMLPage?
      let elapsed = ContinuousClock().measure {
        let page = HTMLPage(source)
        _ = pipeline.analyze(page.text, markup: page.markup)
        found = page
      }
      let text = found.map { String(decoding: $0.text.utf8, as: UTF8.self) } ?? ""
      #expect(name == "frames" || text.contains("نص"), "\(name)")
      return elapsed / .seconds(1)
    }
    // Debug builds take some microseconds a tag; quadratic time would be minutes.
    let (small, large) = (time(25_000), time(100_000))
    #expect(large < 30, "\(name): \(large) s")
    #expect(large < small * 12 + 2, "\(name): \(small) s, \(large) s")
  }

  @Test("A page past the limits is told, and none of its text is lost")
  func limits() {
    let lines = (0..<600).map { "سطر \($0)" }
    let deep = page(
      lines.map { "<div title='>'>\($0)" }.joined()
        + "<script>خ</script><b>غامق</b> &laquo;ن&raquo;")
    #expect(deep.diagnostics.map(\.code) == ["html-limit"])
    let found = String(decoding: deep.text.utf8, as: UTF8.self)
    #expect(found.split(separator: "\n").map(String.init) == lines + ["غامق «ن»"])
    #expect(page(String(repeating: "<div>", count: 400) + "نص").diagnostics.isEmpty)
  }

  @Test("Random pages, and golden pages changed at random")
  func fuzz() throws {
    let seed: UInt64 = 20_260
    let pages = try GoldenPage.all().map { try Corpus.bytes("golden/html/\($0.name).html") }
    let saved = try FileManager.default.contentsOfDirectory(
      atPath: Corpus.folder.path + "/fuzz/html"
    ).sorted().map { try Corpus.bytes("fuzz/html/" + $0) }
    let properties = PageProperties()
    for page in pages + saved { #expect(properties.broken(by: page) == nil) }
    let random = RandomPage()
    for index in 0..<1500 {
      var generator = PageRandom(seed: seed + UInt64(index))
      let page =
        index % 2 == 0
        ? random.make(longest: 120, using: &generator)
        : random.mutated(pages[index % pages.count], using: &generator)
      #expect(properties.broken(by: page) == nil, "seed \(seed + UInt64(index))")
    }
  }
}
