public import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

/// Learns the lines that recur on the pages of a site.
///
/// A line is learned that enough documents have, as many as ``minimumDocuments`` and
/// ``minimumShare`` of all. Sentences in the middle of pages recur by chance, so more is asked of
/// them; a heading, a label of a series, a caption, an author's line, a line that gives the date of
/// publication are the article's own, however often they stand there.
///
/// The same documents in the same order give the same profile.
public struct BoilerplateLearner: Sendable {
  /// The fewest documents that a line is learned from, and that a profile is made of.
  public let minimumDocuments: Int
  /// The share of all documents that have to have a line.
  public let minimumShare: Double
  /// Whether headings such as «مقدمة» are learned too.
  public let includesHeadings: Bool

  /// Documents so far; those that are the same line by line count once.
  public private(set) var documents = 0

  /// What is known of one line.
  private struct Count: Sendable {
    var documents: UInt32 = 0
    var lines: UInt32 = 0
    var lastDocument: UInt32 = 0
    var heads: UInt32 = 0
    var tails: UInt32 = 0
    /// How often it stands among the site's news.
    var news: UInt32 = 0
    /// How often right above a paragraph.
    var abovePages: UInt32 = 0
    var words: UInt32 = 0
    var isSentence = false
  }

  private var counts: [LineKey: Count] = [:]
  /// Only of lines that two documents have: most lines stand in one.
  private var texts: [LineKey: (key: String, example: String)] = [:]
  private var seen: Set<UInt64> = []
  private let dates = DateExtractor()

  /// The share that a line needs that stands anywhere on its pages, and a sentence there.
  private static let shareAnywhere = 0.5
  private static let shareOfSentences = 0.8
  /// Words of a paragraph, as what stands below a heading.
  private static let paragraph = 15

  /// A learner that knows nothing.
  public init(
    minimumDocuments: Int = 3, minimumShare: Double = 0.3, includesHeadings: Bool = false
  ) {
    self.minimumDocuments = minimumDocuments
    self.minimumShare = minimumShare
    self.includesHeadings = includesHeadings
  }

  /// Takes in a document.
  ///
  /// - Complexity: O(*n*).
  public mutating func add(_ text: AnalyzedText) {
    let timexes = dates.annotate(text)
    let lines = LineShape.lines(of: text, timexes: timexes)
    let keys = lines.map { LineKey($0, text, timexes: timexes) }
    guard isNew(lines, text) else { return }
    documents += 1
    let news = newsLines(lines)
    for (index, line) in lines.enumerated() {
      guard let key = keys[index] else { continue }
      var count = counts[key] ?? Count()
      if count.lastDocument != UInt32(documents) {
        count.documents += 1
        count.lastDocument = UInt32(documents)
      }
      count.lines += 1
      switch BoilerplateProfile.Place.of(line: index, among: lines.count) {
      case .head: count.heads += 1
      case .tail: count.tails += 1
      case .anywhere: break
      }
      if news.contains(index) { count.news += 1 }
      if index + 1 < lines.count, lines[index + 1].words >= Self.paragraph { count.abovePages += 1 }
      count.words = UInt32(line.words)
      count.isSentence = line.endsWithStop && line.words >= 6
      counts[key] = count
      if count.documents == 2, texts[key] == nil {
        let parts = LineKey.parts(line, text, timexes: timexes)
        texts[key] = (LineKey.written(parts, text.tokens), text.text[line.range])
      }
    }
  }

  /// What has been learned; `nil` of fewer documents than ``minimumDocuments``.
  ///
  /// - Complexity: O(*n* log *n*) in the lines that several documents have.
  public func profile() -> BoilerplateProfile? {
    guard documents >= minimumDocuments else { return nil }
    var entries: [BoilerplateProfile.Entry] = []
    for (key, text) in texts {
      guard let count = counts[key] else { continue }
      let place = place(of: count)
      guard isLearned(count, place, text.key) else { continue }
      entries.append(
        BoilerplateProfile.Entry(
          kind: count.news * 2 > count.lines ? .siteNews : .interface, place: place,
          documents: Int(count.documents), lines: Int(count.lines), key: text.key,
          example: text.example))
    }
    entries.sort {
      ($1.documents, $1.lines, $0.key) < ($0.documents, $0.lines, $1.key)
    }
    return BoilerplateProfile(documents: documents, entries: entries)
  }

  // MARK: What is learned

  private func place(of count: Count) -> BoilerplateProfile.Place {
    // A sentence above a paragraph stands in the article, however short that is.
    if count.isSentence, count.abovePages * 2 > count.lines { return .anywhere }
    // Four of five.
    if count.heads * 5 >= count.lines * 4 { return .head }
    if count.tails * 5 >= count.lines * 4 { return .tail }
    return .anywhere
  }

  private func isLearned(
    _ count: Count, _ place: BoilerplateProfile.Place, _ key: String
  ) -> Bool {
    let share = Double(count.documents) / Double(documents)
    guard count.documents >= minimumDocuments, share >= minimumShare else { return false }
    if place == .anywhere, share < (count.isSentence ? Self.shareOfSentences : Self.shareAnywhere) {
      return false
    }
    if Self.isOwn(key, includesHeadings: includesHeadings) { return false }
    // What stands above paragraphs heads them, unless it is the head of the page.
    let heads = count.abovePages * 2 > count.lines && count.words <= 8 && !count.isSentence
    return includesHeadings || !heads || place == .head && share >= Self.shareOfSentences
  }

  /// Whether a line is the article's own, however often it recurs.
  private static func isOwn(_ key: String, includesHeadings: Bool) -> Bool {
    var words = FoldedText(key.utf8).words
    let (date, number) = (FoldedText(LineKey.date.utf8), FoldedText(LineKey.number.utf8))
    // «آخر تحديث: 3 مارس 2021», «نشر في 3/3/2021»: the date of publication.
    if words.contains(date) {
      let rest = words.filter { $0 != date && $0 != number }
      if rest.allSatisfy({ LineWords.publication.contains($0) }) { return true }
    }
    if let first = words.first, LineWords.author.contains(first) { return true }
    if LineWords.captions.contains(where: { words.starts(with: $0.words) }) { return true }
    // «1- مقدمة», «أولًا: المقدمة»
    while let first = words.first, first == number || LineWords.ordinals[first] != nil {
      words.removeFirst()
    }
    let bare = FoldedText(joining: words)
    if LineWords.labels.contains(bare) || words.isEmpty { return true }
    if let first = words.first, LineWords.numberedLabels.contains(first), words.count <= 3 {
      return true
    }
    guard !includesHeadings else { return false }
    return LineWords.headings.contains(bare) || LineWords.abstracts.contains(bare)
      || LineWords.conclusions.contains(bare) || LineWords.notes.contains(bare)
      || LineWords.concluding.contains(bare)
  }

  // MARK: Documents and their news

  /// Whether no document before had the same lines.
  private mutating func isNew(_ lines: [LineShape], _ text: AnalyzedText) -> Bool {
    var hash: UInt64 = UInt64(lines.count)
    for line in lines {
      for token in line.tokens {
        hash = (hash ^ text.tokens.keyHash(at: token)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
    }
    return seen.insert(hash).inserted
  }

  /// The lines of a list of other pages' titles at the top, its header among them.
  private func newsLines(_ lines: [LineShape]) -> Range<Int> {
    for header in lines.indices.prefix(8) {
      var words = lines[header].keyWords[...]
      if words.first == "من" { words.removeFirst() }
      guard let first = words.first, LineWords.siteNews.contains(first), lines[header].words <= 6,
        header + 1 < lines.count, lines[header + 1].bullet != nil
      else { continue }
      var end = header + 1
      while end < lines.count, lines[end].bullet != nil { end += 1 }
      return header..<end
    }
    return 0..<0
  }
}
