import Foundation
import Testing
import Warraq
import WarraqTestSupport

@testable import WarraqFormats

/// A page of `Corpus/golden/html` and what reading it says about it; `Corpus/README.md` has the form.
struct GoldenPage: CustomTestStringConvertible, Sendable {
  let name: String
  /// Lines `@name value`, and lines `TAG | text`.
  let expected: [String]

  var testDescription: String { name }

  static func all() throws -> [GoldenPage] {
    let folder = Corpus.folder.path + "/golden/html"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".html") }
      .map { file in
        let name = String(file.dropLast(5))
        let lines = try Corpus.text("golden/html/\(name).lines").split(separator: "\n")
        return GoldenPage(name: name, expected: lines.map(String.init))
      }
  }

  /// The page as the product reads it.
  func read() throws -> InputDocument {
    var plan = InputPlan(format: nil)
    plan.add(FilePath(Corpus.folder.path + "/golden/html/\(name).html"))
    guard case .input(let input) = try #require(plan.items.first) else {
      throw CocoaError(.fileNoSuchFile)
    }
    var reader = try DocumentReader(input, options: ReadingOptions())
    return try #require(try reader.next())
  }

  /// The page's lines with their tags, as the product gives them.
  func found() throws -> [String] {
    let input = try read()
    let document = Pipeline().analyze(input)
    let markup = try #require(input.markup)
    let article = try #require(document.article)
    var lines = ["@encoding \(input.encoding.name)", "@declared" + declared(markup.declared)]
    let codes = input.diagnostics.map(\.code).reduce(into: [String]()) { codes, code in
      if !codes.contains(code) { codes.append(code) }
    }
    if !codes.isEmpty { lines.append("@diagnostics " + codes.joined(separator: " ")) }
    let passages = document.language.passages.map { "\($0.script)/\($0.language ?? "?")" }
    if !passages.isEmpty { lines.append("@passages " + passages.joined(separator: " ")) }
    for line in AnalyzedText(input.text).lines {
      guard !line.isBlank else {
        lines.append("- |")
        continue
      }
      let tags = articleTags(of: line, article, input.text) + evidence(of: line, markup)
      lines.append("\(tags) | \(input.text[line.range])")
    }
    return lines
  }

  private func declared(_ declared: MarkupEvidence.Declarations) -> String {
    var fields = ""
    if let title = declared.titles.first { fields += " title={\(title)}" }
    if let author = declared.authors.first { fields += " author={\(author)}" }
    if let day = declared.day { fields += " published=\(day)" }
    if let language = declared.language { fields += " language=\(language)" }
    return fields
  }

  private func articleTags(of line: Line, _ article: Article, _ text: SourceText) -> String {
    var tags = article.region(at: line.range.lowerBound)?.rawValue ?? "none"
    if article.sections.contains(where: { $0.heading.map(line.range.overlaps) ?? false }) {
      tags += " heading"
    }
    if let published = article.published, line.range.overlaps(published.range) {
      tags += " published=\(published.value)"
    }
    if let author = article.author, line.range.overlaps(author) {
      tags += " author={\(text[author])}"
    }
    return tags
  }

  private func evidence(of line: Line, _ markup: MarkupEvidence) -> String {
    func covers(_ range: TextRange) -> Bool {
      range.lowerBound <= line.range.lowerBound && line.range.upperBound <= range.upperBound
    }
    var tags = ""
    if let area = markup.areas.last(where: { covers($0.range) }) {
      tags += " area=\(area.kind.rawValue)"
    }
    if let heading = markup.headings.first(where: { covers($0.range) }) {
      tags += " h\(heading.level)"
    }
    if markup.listItems.contains(where: covers) { tags += " li" }
    if markup.captions.contains(where: covers) { tags += " cap" }
    if let time = markup.times.first(where: { line.range.overlaps($0.range) }) {
      tags += " time=\(time.day)"
    }
    if markup.bylines.contains(where: line.range.overlaps) { tags += " byline" }
    return tags
  }
}

@Suite("HTML golden pages")
struct HTMLGoldenTests {
  @Test("Text, evidence and structure", arguments: try GoldenPage.all())
  func golden(_ page: GoldenPage) throws {
    let found = try page.found()
    #expect(found.count == page.expected.count, "\(page.name)")
    for (found, expected) in zip(found, page.expected) {
      #expect(found.utf8.elementsEqual(expected.utf8), "\(page.name):\n\(expected)\n\(found)")
    }
  }

  @Test("Every range of the evidence is text without white space at its ends")
  func ranges() throws {
    for page in try GoldenPage.all() {
      let input = try page.read()
      let markup = try #require(input.markup)
      for range in markup.ranges {
        let text = input.text[range]
        #expect(!text.isEmpty)
        #expect(text.trimmingCharacters(in: .whitespacesAndNewlines) == text, "\(page.name)")
      }
    }
  }
}

extension MarkupEvidence {
  /// All ranges of the evidence.
  var ranges: [TextRange] {
    headings.map(\.range) + listItems + captions + times.map(\.range) + bylines
      + areas.map(\.range) + [article].compactMap(\.self)
  }
}
