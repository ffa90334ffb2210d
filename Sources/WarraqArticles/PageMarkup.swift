import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

/// What markup tells about the lines of a page, by the offsets that lines begin at.
struct PageMarkup {
  /// Lines that are taken out before the rules read the page: they are no part of the article.
  private(set) var claimed: [(line: LineShape, kind: Article.RegionKind)] = []
  /// The lines that the rules read.
  private(set) var lines: [LineShape] = []
  /// The title's lines.
  private(set) var title: Range<Int>?

  private let evidence: MarkupEvidence
  /// The level of the heading that each line is, or is a part of.
  private var levels: [Int?] = []
  /// Lines that are no headings, however they look.
  private var areItems: [Bool] = []
  private var areBylines: [Bool] = []

  /// Words that a title may have.
  private static let longestTitle = 30
  /// Lines in which a title is looked for that no `h1` marks.
  private static let linesAboveTitle = 40
  /// Titles, names and times that are looked at; pages of one article have a few.
  private static let mostMarks = 20

  init(_ all: [LineShape], _ text: AnalyzedText, _ evidence: MarkupEvidence) {
    self.evidence = evidence
    let kinds = Self.regions(of: all, evidence)
    for (line, kind) in zip(all, kinds) {
      if let kind { claimed.append((line, kind)) } else { lines.append(line) }
    }
    markLines()
    title = findTitle(text)
    claimSurroundings(text)
  }

  /// Marks of lines, once it is known which ones the rules read.
  private mutating func markLines() {
    levels = Self.covering(lines, evidence.headings.map { ($0.range, $0.level) })
    areBylines = covered(by: evidence.bylines)
    areItems = covered(by: evidence.listItems)
    for others in [evidence.cells, evidence.preformatted].map(covered) {
      for line in lines.indices where others[line] { areItems[line] = true }
    }
  }

  private func covered(by ranges: [TextRange]) -> [Bool] {
    Self.covering(lines, ranges.map { ($0, true) }).map { $0 ?? false }
  }

  /// The last mark of a list that covers each line.
  ///
  /// - Parameter marks: In text order.
  /// - Complexity: O(*n*) in lines and marks together.
  private static func covering<Mark>(
    _ lines: [LineShape], _ marks: [(range: TextRange, mark: Mark)]
  ) -> [Mark?] {
    var found = [Mark?](repeating: nil, count: lines.count)
    // Marks that begin at or before the line and end behind it, outermost first.
    var open: [(range: TextRange, mark: Mark)] = []
    var next = 0
    for (index, line) in lines.enumerated() {
      while next < marks.count, marks[next].range.lowerBound <= line.range.lowerBound {
        while let last = open.last, last.range.upperBound <= marks[next].range.lowerBound {
          open.removeLast()
        }
        open.append(marks[next])
        next += 1
      }
      while let last = open.last, last.range.upperBound < line.range.upperBound {
        open.removeLast()
      }
      found[index] = open.last?.mark
    }
    return found
  }

  // MARK: Areas

  /// The regions of lines that markup takes out of the article.
  private static func regions(
    of lines: [LineShape], _ evidence: MarkupEvidence
  ) -> [Article.RegionKind?] {
    let areas = covering(
      lines,
      evidence.areas.map {
        ($0.range, $0.kind == .related ? Article.RegionKind.siteNews : .interface)
      })
    let captions = covering(lines, evidence.captions.map { ($0, Article.RegionKind.caption) })
    return zip(areas, captions).map { $0 ?? $1 }
  }

  /// Lines above and below the element that holds the article, where it holds most of the page. The
  /// title may stand above it.
  private mutating func claimSurroundings(_ text: AnalyzedText) {
    guard let article = evidence.article else { return }
    let inside = lines.filter { article.contains($0.range.lowerBound) }
    func bytes(_ lines: [LineShape]) -> Int { lines.reduce(0) { $0 + $1.range.utf8.count } }
    guard bytes(inside) * 2 > bytes(lines) else { return }
    if let title, lines[title.upperBound - 1].range.lowerBound >= article.upperBound { return }
    let start = min(
      title.map { lines[$0.lowerBound].range.lowerBound } ?? article.lowerBound,
      article.lowerBound)
    var kept: [LineShape] = []
    for line in lines {
      if line.range.lowerBound >= start, line.range.lowerBound < article.upperBound {
        kept.append(line)
      } else {
        claimed.append((line, .interface))
      }
    }
    guard kept.count < lines.count else { return }
    let removedAbove = lines.prefix { $0.range.lowerBound < start }.count
    title = title.map { $0.lowerBound - removedAbove..<$0.upperBound - removedAbove }
    lines = kept
    markLines()
    claimed.sort { $0.line.range.lowerBound < $1.line.range.lowerBound }
  }

  // MARK: Title

  /// The lines of the title: an `h1` that the page declares as its title, else a line that it
  /// declares, else the heading marked as one, else its only `h1`.
  private func findTitle(_ text: AnalyzedText) -> Range<Int>? {
    let declared = evidence.declared.titles.prefix(Self.mostMarks).map(Self.words(of:)).filter {
      !$0.isEmpty
    }
    // Declared titles go on with the name of the site.
    func isDeclared(_ lines: Range<Int>, share: Int) -> Bool {
      let words = lines.flatMap { self.words(of: $0, text) }
      guard !words.isEmpty, words.count <= Self.longestTitle else { return false }
      return declared.contains {
        $0.starts(with: words) && ($0.count == words.count || words.count >= 2)
          && words.count * share >= $0.count
      }
    }
    let firsts = headings { $0.level == 1 }
    if let title = firsts.first(where: { isDeclared($0, share: 4) }) { return title }
    let others = (0..<min(lines.count, Self.linesAboveTitle)).map { $0..<$0 + 1 }
    if let title = others.first(where: { isDeclared($0, share: 2) }) { return title }
    let marked = headings(where: \.isTitle)
    if marked.count == 1 { return marked[0] }
    guard firsts.count == 1, let only = firsts.first,
      only.reduce(0, { $0 + lines[$1].words }) <= Self.longestTitle
    else { return nil }
    // The name of the site stands at the end of the page's title.
    let words = only.flatMap { self.words(of: $0, text) }
    let isSite = declared.contains {
      $0.count > words.count && $0.suffix(words.count).elementsEqual(words)
    }
    return isSite ? nil : only
  }

  /// The lines of each heading of a kind.
  private func headings(where isWanted: (MarkupEvidence.Heading) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var line = 0
    for heading in evidence.headings where isWanted(heading) {
      while line < lines.count, lines[line].range.lowerBound < heading.range.lowerBound {
        line += 1
      }
      var end = line
      while end < lines.count, lines[end].range.upperBound <= heading.range.upperBound { end += 1 }
      if end > line { found.append(line..<end) }
      line = end
    }
    return found
  }

  private func words(of line: Int, _ text: AnalyzedText) -> [FoldedText] {
    let shape = lines[line]
    guard shape.words <= Self.longestTitle else { return [] }
    return Self.words(shape.tokens, text.tokens)
  }

  private static func words(of string: String) -> [FoldedText] {
    let tokens = Tokenizer(profile: .arabic).tokenize(SourceText(string))
    return words(tokens.indices, tokens)
  }

  private static func words(_ range: Range<Int>, _ tokens: TokenList) -> [FoldedText] {
    range.filter { tokens.kind(at: $0).isWord || tokens.kind(at: $0) == .number }
      .map { tokens.folded(at: $0) }
  }

  // MARK: Questions of the rules

  /// Whether markup says that a line is the heading of a section.
  func isHeading(_ line: Int) -> Bool {
    guard let level = levels[line], (2...4).contains(level), !isTitle(line) else { return false }
    return lines[line].words <= Self.longestTitle
  }

  /// Whether a line is no heading: an item of a list, a cell, an author's name, or what leads in to a
  /// list.
  func isNoHeading(_ line: Int) -> Bool {
    guard levels[line] == nil else { return false }
    if areItems[line] || areBylines[line] { return true }
    return lines[line].endsWithColon && line + 1 < lines.count && areItems[line + 1]
  }

  /// Whether a line belongs to the title.
  func isTitle(_ line: Int) -> Bool { title?.contains(line) ?? false }

  /// Whether a line that the rules have taken for the title may be something else after all.
  func mayBeElse(_ line: Int) -> Bool { title != nil && !isTitle(line) && levels[line] == nil }

  /// Whether a heading right below the title heads a section: it has others of its level below it.
  func headsSection(_ line: Int) -> Bool {
    guard isHeading(line), let level = levels[line] else { return false }
    return levels[(line + 1)...].contains(level)
  }

  /// The names of authors that the page declares, as folded words.
  var declaredAuthors: [[FoldedText]] {
    evidence.declared.authors.prefix(Self.mostMarks).map(Self.words(of:))
  }

  /// The day that the page declares as that of its publication, or that its one element `time` says.
  var day: String? {
    if !evidence.declared.days.isEmpty { return evidence.declared.day }
    let days = Set(times.map(\.day))
    return days.count == 1 ? days.first : nil
  }

  /// Elements `time` in the lines that the rules read.
  var times: [MarkupEvidence.Time] {
    var line = 0
    return evidence.times.prefix(10 * Self.mostMarks).filter { time in
      while line < lines.count, lines[line].range.upperBound <= time.range.lowerBound { line += 1 }
      return line < lines.count && lines[line].range.lowerBound <= time.range.lowerBound
    }
  }

  /// Elements marked as an author's name.
  var bylines: ArraySlice<TextRange> { evidence.bylines.prefix(Self.mostMarks) }
}
