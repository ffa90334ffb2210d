internal import WarraqText

/// Gathers what markup tells about a text while it is being laid out.
struct HTMLEvidenceBuilder {
  private var markup = MarkupEvidence()
  /// Areas, in the order of their ends.
  private var areas: [Candidate] = []
  private var articles: [TextRange] = []
  /// Open elements `article` and `main`.
  private var openArticles = 0
  private var lists: [List] = []

  /// An area that may turn out to be something else.
  private struct Candidate {
    var range: TextRange
    var kind: MarkupEvidence.AreaKind
    /// Whether the tag itself tells, not only a class.
    var isByTag: Bool
    /// Whether it is a list of nothing but links.
    var isLinkList = false
  }

  /// A list that has not ended.
  private struct List {
    var items = 0
    var words = 0
    /// Bytes in links, and in all.
    var linked = 0
    var hasLocalLinks = false
  }

  /// Longest name of an author, in bytes.
  private static let longestByline = 200
  /// Declared titles and headings that are looked at, and their length in bytes.
  private static let mostTitles = 50
  private static let longestTitle = 1000
  /// Longest caption that only a class tells, in bytes.
  private static let longestCaption = 600

  /// Takes note of an element that begins.
  mutating func begin(_ element: HTMLReader.OpenElement) {
    switch element.element.role {
    case .article: openArticles += 1
    case .list: lists.append(List())
    case .listItem: if !lists.isEmpty { lists[lists.count - 1].items += 1 }
    default: break
    }
  }

  /// Takes note of an element that has ended.
  ///
  /// - Parameters:
  ///   - range: Its text; `nil` where it has none.
  ///   - isLine: Whether that is one line.
  mutating func end(_ element: HTMLReader.OpenElement, range: TextRange?, isLine: Bool) {
    if case .article = element.element.role { openArticles -= 1 }
    var list: List?
    if case .list = element.element.role { list = lists.popLast() }
    guard let range else { return }
    let marks = element.marks
    // A class tells more than the tag: it counts as an area inside of the tag's.
    if let kind = marks.area {
      areas.append(Candidate(range: range, kind: kind, isByTag: false))
    }
    switch element.element.role {
    case .heading(let level):
      markup.headings.append(
        MarkupEvidence.Heading(range: range, level: level, isTitle: marks.isTitle))
    case .listItem: markup.listItems.append(range)
    case .caption: markup.captions.append(range)
    case .cell where isLine: markup.cells.append(range)
    case .preformatted: markup.preformatted.append(range)
    case .time:
      guard let day = marks.day else { break }
      markup.times.append(
        MarkupEvidence.Time(range: range, day: day, isPublication: marks.isPublication))
    case .article: articles.append(range)
    case .area(let kind):
      // The head and the foot of an article belong to it.
      guard openArticles == 0 || kind != .header && kind != .footer else { break }
      areas.append(Candidate(range: range, kind: kind, isByTag: true))
    case .link: addLink(range, isLocal: marks.isLocalLink)
    case .list: if let list { addList(list, range) }
    default: break
    }
    if let level = marks.headingLevel {
      markup.headings.append(MarkupEvidence.Heading(range: range, level: level))
    }
    if marks.isCaption, range.utf8.count <= Self.longestCaption { markup.captions.append(range) }
    if marks.isByline, range.utf8.count <= Self.longestByline { markup.bylines.append(range) }
  }

  private mutating func addLink(_ range: TextRange, isLocal: Bool) {
    guard !lists.isEmpty else { return }
    lists[lists.count - 1].linked += range.utf8.count
    if isLocal { lists[lists.count - 1].hasLocalLinks = true }
  }

  /// Three items or more that are nothing but links: a menu, or titles of other pages.
  private mutating func addList(_ list: List, _ range: TextRange) {
    guard list.items >= 3, !list.hasLocalLinks,
      list.linked * 10 >= (range.utf8.count - list.items) * 9
    else { return }
    // Names in menus have some 10 letters of two bytes, titles some 50.
    let isTitles = list.linked / list.items > 45
    areas.append(
      Candidate(
        range: range, kind: isTitles ? .related : .navigation, isByTag: false, isLinkList: true))
  }

  // MARK: The whole page

  /// The evidence, once all has been seen.
  func evidence(
    of text: SourceText, declared: MarkupEvidence.Declarations
  ) -> MarkupEvidence {
    var markup = markup
    markup.declared = declared
    markup.article = article
    markup.headings.sort { $0.range.lowerBound < $1.range.lowerBound }
    for list in [\MarkupEvidence.listItems, \.captions, \.bylines, \.preformatted] {
      markup[keyPath: list].sort(by: Self.inOrder)
    }
    markup.times.sort { Self.inOrder($0.range, $1.range) }
    // Those inside of others come behind them; they have ended before them.
    let surroundings = Surroundings(
      article: markup.article, title: Self.title(of: markup, text), bytes: text.count)
    markup.areas = areas.reversed().filter { isArea($0, surroundings) }
      .map { MarkupEvidence.Area(range: $0.range, kind: $0.kind) }
      .sorted { Self.inOrder($0.range, $1.range) }
    return markup
  }

  private static func inOrder(_ first: TextRange, _ second: TextRange) -> Bool {
    (first.lowerBound, second.upperBound) < (second.lowerBound, first.upperBound)
  }

  /// The element `article` or `main` with most text; of several articles that share a page, as on
  /// lists of titles, none.
  private var article: TextRange? {
    let largest = articles.max { $0.utf8.count < $1.utf8.count }
    guard let largest else { return nil }
    let others = articles.filter { !largest.overlaps($0) }
    return others.allSatisfy { $0.utf8.count * 3 < largest.utf8.count } ? innermost(largest) : nil
  }

  /// Of an article in a `main`, the article, where it has most of the text.
  private func innermost(_ outer: TextRange) -> TextRange {
    articles.filter { outer.contains($0.lowerBound) && $0.utf8.count * 4 > outer.utf8.count * 3 }
      .min { $0.utf8.count < $1.utf8.count } ?? outer
  }

  /// The first heading of level 1 or 2 that a declared title begins with, or is; else the only one of
  /// level 1.
  private static func title(of markup: MarkupEvidence, _ text: SourceText) -> TextRange? {
    let titles = markup.declared.titles.prefix(mostTitles)
    let headings = markup.headings.lazy.filter { $0.level <= 2 }.map(\.range).prefix(mostTitles)
    let declared = headings.first { range in
      guard range.utf8.count <= longestTitle else { return false }
      let words = text[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return titles.contains { $0.hasPrefix(words) && $0.utf8.count < 4 * words.utf8.count }
    }
    let firsts = markup.headings.lazy.filter { $0.level == 1 }.map(\.range).prefix(2)
    return declared ?? (firsts.count == 1 ? firsts.first : nil)
  }

  /// What the whole page is like.
  private struct Surroundings {
    var article: TextRange?
    /// The heading that is the title in all likelihood.
    var title: TextRange?
    var bytes: Int
  }

  private func isArea(_ area: Candidate, _ page: Surroundings) -> Bool {
    // The article stands in no area, whatever the class of an element around it.
    if let article = page.article, area.range.contains(article.lowerBound),
      area.range.upperBound >= article.upperBound
    {
      return false
    }
    // Nor does the title.
    if area.kind != .related, let title = page.title,
      area.range.contains(title.lowerBound)
    {
      return area.isByTag && area.kind == .navigation
    }
    if area.isLinkList { return isOutsideText(area.range, page) }
    if area.isByTag { return true }
    return area.range.utf8.count * 2 < page.bytes
  }

  /// Whether a place is outside of the article, or above the title where the page has no article.
  private func isOutsideText(_ range: TextRange, _ page: Surroundings) -> Bool {
    if let article = page.article { return !article.overlaps(range) }
    return page.title.map { range.upperBound <= $0.lowerBound } ?? false
  }
}
