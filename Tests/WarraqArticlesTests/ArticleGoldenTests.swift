import Testing
import WarraqAnalysis
import WarraqDates
import WarraqTestSupport
import WarraqText

@testable import WarraqArticles

/// Pages of `Corpus/golden/articles.txt`, one tagged line a line; see the head of that file.
private struct TaggedPage: CustomTestStringConvertible, Sendable {
  var name: String
  var tags: [String]
  var lines: [String]

  var testDescription: String { name }

  static func all() throws -> [TaggedPage] {
    try ["articles.txt", "pages-second.txt", "pages-unseen.txt"].flatMap { try pages(of: $0) }
  }

  private static func pages(of file: String) throws -> [TaggedPage] {
    var pages: [TaggedPage] = []
    for line in try Corpus.text("golden/" + file).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("=== ") {
        pages.append(TaggedPage(name: String(line.dropFirst(4)), tags: [], lines: []))
        continue
      }
      let bar = try #require(line.firstIndex(of: "|"), "\(line)")
      pages[pages.count - 1].tags.append(line[..<bar].trimmingSpaces)
      pages[pages.count - 1].lines.append(String(line[line.index(after: bar)...].dropFirst()))
    }
    return pages
  }

  /// The tags as the product gives them.
  func found() -> [String] {
    let text = SourceText(lines.joined(separator: "\n"))
    let analyzed = AnalyzedText(text)
    let article = ArticleReader().read(
      analyzed, timexes: DateExtractor().annotate(analyzed))
    return analyzed.lines.map { line in
      guard !line.isBlank else { return "-" }
      let start = line.range.lowerBound
      func begins(_ range: TextRange?) -> Bool { range.map { line.range.overlaps($0) } ?? false }
      var tag = article.region(at: start)?.rawValue ?? "none"
      for section in article.sections {
        if begins(section.heading) { tag += " heading" }
        for point in section.points where line.range.contains(point.range.lowerBound) {
          tag += " point=\(point.number)"
          if let title = point.title { tag += " title={\(text[title])}" }
        }
      }
      if begins(article.published?.range) { tag += " published=\(article.published?.value ?? "")" }
      if begins(article.author) { tag += " author={\(article.author.map { text[$0] } ?? "")}" }
      if article.conclusion?.lowerBound == start { tag += " conclusion" }
      if begins(article.title), let first = article.regions.first(where: { $0.kind == .title }),
        !line.range.contains(first.range.lowerBound)
      {
        tag += " main"
      }
      return tag
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

@Suite("Articles")
struct ArticleGoldenTests {
  @Test("Golden pages", arguments: try TaggedPage.all())
  fileprivate func golden(_ page: TaggedPage) throws {
    let found = page.found()
    #expect(found.count == page.tags.count)
    for (line, (found, expected)) in zip(page.lines, zip(found, page.tags)) {
      if expected.hasPrefix("! ") {
        #expect(
          found != expected.dropFirst(2),
          "\(page.name): passes now; take away the mark of a known failure: \(line.prefix(60))")
      } else {
        #expect(found == expected, "\(page.name): \(line.prefix(60))")
      }
    }
  }

  /// The parts of a text.
  private func read(_ string: String) -> (text: SourceText, article: Article) {
    let text = SourceText(string)
    let analyzed = AnalyzedText(text)
    return (
      text, ArticleReader().read(analyzed, timexes: DateExtractor().annotate(analyzed))
    )
  }

  @Test("Nothing is made up for texts without structure", arguments: ["", " \n\t\n", "كلمة", "1-"])
  func empty(_ input: String) {
    let (_, article) = read(input)
    #expect(article.published == nil && article.sections.isEmpty && article.kicker == nil)
  }

  @Test("Regions are ordered and apart on any lines")
  func soundness() {
    var random = SeededGenerator(seed: 8)
    let lines = [
      "", "  • خبر عن مركز آخر", "أخبار المركز", "عنوان قصير:", "عنوان بلا علامة",
      "22 نوفمبر، 2018",
      "image", "1- نقطة: نص", "أولًا: الدوافع", "ختامًا، يمكن القول إن الأمر انتهى.", "الهوامش",
      "ملخص", "[1] مرجع", "#وسم", "د. سامي العواد", "إعداد:", "خاتمة",
      String(repeating: "كلمة ", count: 40) + ".",
    ]
    for _ in 0..<3_000 {
      let page = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        lines.randomElement(using: &random) ?? ""
      }
      let (text, article) = read(page.joined(separator: "\n"))
      var position = UTF8Offset(0)
      for region in article.regions {
        #expect(region.range.lowerBound >= position && !region.range.isEmpty)
        position = region.range.upperBound
      }
      #expect(position <= text.range.upperBound)
      for section in article.sections {
        #expect(section.range.upperBound <= text.range.upperBound)
        for point in section.points {
          #expect(point.range.lowerBound >= section.range.lowerBound)
          #expect(point.range.upperBound <= section.range.upperBound)
        }
      }
    }
  }
}
