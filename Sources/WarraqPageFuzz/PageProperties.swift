import Warraq
import WarraqFormats

/// What holds for every page, whatever its bytes.
package struct PageProperties: Sendable {
  private let pipeline = Pipeline(stages: [.article, .sentences, .timexes])

  package init() {}

  /// What does not hold for a page; `nil` where all does.
  ///
  /// - Parameter bytes: May be no UTF-8.
  package func broken(by bytes: [UInt8]) -> String? {
    guard let source = try? SourceText.repairing(bytes).text else { return "too long" }
    let page = HTMLPage(source)
    guard (try? SourceText(validating: page.text.utf8, keepingMark: true)) != nil else {
      return "the text is no UTF-8"
    }
    for (name, range) in ranges(of: page.markup) {
      if let problem = problem(of: range, in: page.text) { return "\(name): \(problem)" }
    }
    for pair in zip(page.markup.areas, page.markup.areas.dropFirst())
    where pair.1.range.lowerBound < pair.0.range.lowerBound {
      return "areas out of order"
    }
    let document = pipeline.analyze(page.text, markup: page.markup)
    return document.article.flatMap { problem(of: $0, in: page.text) }
  }

  private func ranges(of markup: MarkupEvidence) -> [(String, TextRange)] {
    markup.headings.map { ("heading", $0.range) } + markup.listItems.map { ("item", $0) }
      + markup.captions.map { ("caption", $0) } + markup.cells.map { ("cell", $0) }
      + markup.preformatted.map { ("preformatted", $0) } + markup.times.map { ("time", $0.range) }
      + markup.bylines.map { ("byline", $0) } + markup.areas.map { ("area", $0.range) }
      + (markup.article.map { [("article", $0)] } ?? [])
  }

  private func problem(of range: TextRange, in text: SourceText) -> String? {
    let bytes = range.utf8
    guard !bytes.isEmpty else { return "empty" }
    guard bytes.upperBound <= text.count else { return "outside of the text" }
    let ends = [text.utf8[bytes.lowerBound], text.utf8[bytes.upperBound - 1]]
    if ends.contains(where: { $0 == 0x20 || $0 == 0x0A }) { return "white space at an end" }
    if text.utf8[bytes.lowerBound] & 0xC0 == 0x80 { return "begins inside of a character" }
    if bytes.upperBound < text.count, text.utf8[bytes.upperBound] & 0xC0 == 0x80 {
      return "ends inside of a character"
    }
    return nil
  }

  private func problem(of article: Article, in text: SourceText) -> String? {
    var position = UTF8Offset(0)
    for region in article.regions {
      guard region.range.lowerBound >= position, !region.range.isEmpty else {
        return "regions overlap, or are out of order"
      }
      position = region.range.upperBound
    }
    guard position <= text.range.upperBound else { return "a region outside of the text" }
    for section in article.sections where section.range.upperBound > text.range.upperBound {
      return "a section outside of the text"
    }
    return nil
  }
}
