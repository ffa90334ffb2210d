import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

extension Page {
  /// Lines from the top, and from the bottom, in which declared dates and authors are looked for.
  private static let linesAtTop = 25
  private static let linesAtBottom = 5
  /// Words of a line that a declared author is looked for in.
  private static let longestByline = 16
  /// First words of names that are no person's.
  private static let institutions: Set<FoldedText> = [
    "مركز", "المركز", "معهد", "موسسه", "صحيفه", "جريده", "مجله", "قناه", "موقع", "شبكه", "وكاله",
    "هييه", "فريق", "تحرير", "اداره", "منتدي", "مجلس", "وحده", "قسم", "دار",
  ]

  /// Takes in what markup tells about title, author and date, after the rules have read the page.
  mutating func applyMarkup() {
    guard let markup else { return }
    if let lines = markup.title { applyTitle(lines) }
    if author == nil { findDeclaredAuthor(markup) }
    if let day = markup.day { findDeclaredDay(day, markup) }
  }

  private mutating func applyTitle(_ found: Range<Int>) {
    let first = found.lowerBound
    for line in 0..<first where kinds[line] == .title && lines[line].key != lines[first].key {
      kinds[line] = .interface
    }
    title = lines[first].range
    if kicker == title { kicker = nil }
    for line in found {
      if kinds[line] == .byline, author.map({ lines[line].range.overlaps($0) }) ?? false {
        author = nil
      }
      kinds[line] = .title
    }
  }

  // MARK: Author

  private mutating func findDeclaredAuthor(_ markup: PageMarkup) {
    for words in markup.declaredAuthors where (2...6).contains(words.count) {
      guard !Self.institutions.contains(words[0]) else { continue }
      for line in candidates {
        guard let name = tokens(of: words, in: line) else { continue }
        return nameAuthor(name, in: line)
      }
    }
    for range in markup.bylines {
      guard let line = lines.firstIndex(where: { $0.range.overlaps(range) }), !isTitle(line)
      else { continue }
      let inside = lines[line].tokens.filter {
        range.contains(text.tokens.range(at: $0).lowerBound)
      }
      guard let first = inside.first, let last = inside.last else { continue }
      let isLabelled = LineWords.author.contains(text.tokens.folded(at: first))
      guard
        let name = isLabelled
          ? nameTokens(after: first, in: first..<last + 1) : nameTokens(in: first..<last + 1),
        !Self.institutions.contains(text.tokens.folded(at: name.lowerBound))
      else { continue }
      return nameAuthor(name, in: line)
    }
  }

  private mutating func nameAuthor(_ name: Range<Int>, in line: Int) {
    author = text.tokens.range(of: name)
    // A line that holds the date too stays a line of the date.
    if kinds[line] != .date { kinds[line] = .byline }
  }

  /// Lines that may hold what the page declares, and are no title and no long paragraph.
  private var candidates: [Int] {
    lines.indices.filter { line in
      (line < Self.linesAtTop || line >= lines.count - Self.linesAtBottom)
        && lines[line].words <= Self.longestByline && !isTitle(line)
    }
  }

  private func isTitle(_ line: Int) -> Bool {
    kinds[line] == .title && !(markup?.mayBeElse(line) ?? false)
  }

  /// Where words stand in a line, one after the other.
  private func tokens(of words: [FoldedText], in line: Int) -> Range<Int>? {
    let line = lines[line].tokens
    guard line.count >= words.count else { return nil }
    return (line.lowerBound...line.upperBound - words.count).lazy.map { $0..<$0 + words.count }
      .first { $0.map { text.tokens.folded(at: $0) }.elementsEqual(words) }
  }

  // MARK: Date

  /// Finds the declared day in the text. A day that the text does not have is no finding: there is
  /// nothing to point to.
  private mutating func findDeclaredDay(_ day: String, _ markup: PageMarkup) {
    if let published, Self.agree(published.value, day) { return }
    let shortLines = candidates
    func line(of timex: Timex) -> Int? {
      shortLines.first { lines[$0].range.overlaps(timex.range) }
    }
    let dates = timexes.filter { $0.kind == .date && Self.agree($0.value, day) }
    // Against a date that the rules have found only a line that is a date can stand.
    if published != nil {
      for date in dates {
        guard let line = line(of: date), publicationDate(line) == date else { continue }
        return publish(date, in: line)
      }
      return
    }
    for time in markup.times where time.day == day || time.isPublication {
      guard let date = dates.first(where: { time.range.overlaps($0.range) }) else { continue }
      return publish(date, in: lines.firstIndex { $0.range.overlaps(date.range) })
    }
    for date in dates where date.value == day {
      guard let line = line(of: date) else { continue }
      return publish(date, in: line)
    }
    // «منذ ثلاثة أيام» in an element that tells the day.
    for time in markup.times where time.day == day {
      guard var date = timexes.first(where: { time.range.contains($0.range.lowerBound) }),
        date.kind == .date || date.kind == .time
      else { continue }
      (date.value, date.kind, date.anchor) = (day, .date, .reference)
      return publish(date, in: lines.firstIndex { $0.range.overlaps(date.range) })
    }
  }

  private mutating func publish(_ date: Timex, in line: Int?) {
    published = date
    guard let line, publicationDate(line) != nil || lines[line].words <= 8,
      !isTitle(line), kinds[line] != .byline
    else { return }
    kinds[line] = .date
  }

  /// Whether a value of the text, which may be a month, and a day are the same; a time zone may make
  /// a day's difference.
  private static func agree(_ value: String, _ day: String) -> Bool {
    if value.utf8.count == 7 { return day.hasPrefix(value) }
    guard let first = MarkupEvidence.Declarations.dayNumber(value),
      let second = MarkupEvidence.Declarations.dayNumber(day)
    else { return false }
    return abs(first - second) <= 1
  }
}
