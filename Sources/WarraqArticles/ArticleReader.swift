public import WarraqAnalysis
public import WarraqDates
import WarraqLexicon
public import WarraqText
import WarraqTokenization

/// Reads the parts of an article off its lines, by rules.
///
/// The page is taken apart from the top: a list of other pages' titles (site news), then the head
/// zone (kicker, title, author, date, placeholders) up to the first paragraph, then the body with
/// its headings and numbered points, then notes and interface lines. A rule that finds no evidence
/// leaves its field empty.
public struct ArticleReader: Sendable {
  private let givenNames: GivenNames

  /// Makes a reader with the lexicon that the program carries.
  public init() {
    givenNames = GivenNames(lexicon: .shared)
  }

  /// The parts of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - timexes: Its time expressions; one of them may be the publication date.
  ///   - markup: What the markup of the page tells that the text was taken from.
  ///   - boilerplate: Lines that its site prints on many pages.
  /// - Complexity: O(*n*) in the number of lines.
  public func read(
    _ text: AnalyzedText, timexes: [Timex], markup: MarkupEvidence? = nil,
    boilerplate: BoilerplateProfile? = nil
  ) -> Article {
    let all = LineShape.lines(of: text, timexes: timexes)
    let known = boilerplate.map { BoilerplateMarks(all, text, timexes: timexes, profile: $0) }
    let lines = known?.lines ?? all
    let marks = markup.map { PageMarkup(lines, text, $0) }
    var page = Page(
      text: text, timexes: timexes, lines: marks?.lines ?? lines, givenNames: givenNames)
    page.markup = marks
    page.boilerplate = known
    page.areInterface = page.interfaceLines()
    if !page.lines.isEmpty {
      page.readSiteNews()
      page.readHead()
      page.readBody()
      page.applyMarkup()
    }
    return page.article()
  }
}

/// A page in the course of being read: what each line has been found to be.
struct Page {
  let text: AnalyzedText
  let timexes: [Timex]
  let lines: [LineShape]
  let givenNames: GivenNames
  /// What markup tells about the lines; `nil` of plain texts.
  var markup: PageMarkup?
  /// What the site prints on every page; `nil` where no profile is given.
  var boilerplate: BoilerplateMarks?
  /// The region of each line.
  var kinds: [Article.RegionKind?]
  var title: TextRange?
  var kicker: TextRange?
  var author: TextRange?
  var published: Timex?
  var sections: [Article.Section] = []
  var conclusion: TextRange?
  /// The first line behind what has been read.
  var next = 0

  /// Which lines are none of the article's.
  var areInterface: [Bool] = []
  /// Whether the page is Arabic: then lines of other scripts are none of its text.
  let isArabicPage: Bool

  init(text: AnalyzedText, timexes: [Timex], lines: [LineShape], givenNames: GivenNames) {
    self.givenNames = givenNames
    self.text = text
    self.timexes = timexes
    self.lines = lines
    kinds = [Article.RegionKind?](repeating: nil, count: lines.count)
    isArabicPage = lines.contains { line in
      line.words > 8
        && line.tokens.prefix(8).allSatisfy {
          let kind = text.tokens.kind(at: $0)
          return kind != .otherWord
        } && line.tokens.prefix(8).contains { text.tokens.kind(at: $0) == .arabicWord }
    }
  }

  /// The article, lines of one kind that follow each other as one region.
  func article() -> Article {
    var article = Article()
    for (line, kind) in regions {
      guard let kind else { continue }
      if let last = article.regions.last, last.kind == kind, kind != .title {
        article.regions[article.regions.count - 1].range =
          last.range.lowerBound..<line.range.upperBound
      } else {
        article.regions.append(Article.Region(kind: kind, range: line.range))
      }
    }
    article.title = title
    article.kicker = kicker
    article.author = author
    article.published = published
    article.sections = sections
    article.conclusion = conclusion
    return article
  }

  /// All lines with their regions, those that markup or a profile has taken out among them.
  private var regions: [(line: LineShape, kind: Article.RegionKind?)] {
    var all = Array(zip(lines, kinds)).map { (line: $0, kind: $1) }
    let claimed = (markup?.claimed ?? []) + (boilerplate?.claimed ?? [])
    guard !claimed.isEmpty else { return all }
    all += claimed.map { ($0.line, $0.kind) }
    return all.sorted { $0.line.range.lowerBound < $1.line.range.lowerBound }
  }

  // MARK: Site news

  /// A list of other pages' titles at the very top: bullets, at most one line above them, and above
  /// that what the site prints on every page.
  mutating func readSiteNews() {
    let header = (0..<min(lines.count, Self.linesAboveNews)).first { headsNews($0) } ?? 0
    guard (0..<header).allSatisfy({ lines[$0].words <= 6 && !lines[$0].endsWithStop }) else {
      return
    }
    var first = header
    if lines[header].bullet == nil {
      guard lines.count > header + 1, lines[header].words <= 6, !lines[header].endsWithStop else {
        return
      }
      first += 1
    }
    var end = first
    while end < lines.count, lines[end].bullet != nil { end += 1 }
    let isKnownHeader = first > header && headsNews(header)
    // Two bullets under a header that says so, or three with more page behind them.
    guard end - first >= (isKnownHeader ? 2 : 3), end < lines.count else { return }
    for line in 0..<header { kinds[line] = .interface }
    for line in header..<end { kinds[line] = .siteNews }
    next = end
  }

  /// Lines in which the header of the news is looked for.
  private static let linesAboveNews = 4

  /// Whether a line heads a list of other pages: «أخبار المركز», «من إصدارات المعهد».
  private func headsNews(_ line: Int) -> Bool {
    var words = lines[line].keyWords[...]
    if words.first == "من" { words.removeFirst() }
    return words.first.map(LineWords.siteNews.contains) ?? false
  }
}
