import WarraqAnalysis
import WarraqDates

/// The lines of a page that a profile knows: they are taken out before the rules read the page.
struct BoilerplateMarks {
  /// The lines that the rules read.
  private(set) var lines: [LineShape] = []
  /// The others, with their regions.
  private(set) var claimed: [(line: LineShape, kind: Article.RegionKind)] = []

  /// - Complexity: O(*n*) in the number of tokens.
  init(
    _ all: [LineShape], _ text: AnalyzedText, timexes: [Timex], profile: BoilerplateProfile
  ) {
    var isNews = false
    for (index, line) in all.enumerated() {
      if let key = LineKey(line, text, timexes: timexes), let entry = profile[key],
        entry.place == .anywhere || entry.place == .of(line: index, among: all.count)
      {
        claimed.append((line, entry.kind))
        isNews = entry.kind == .siteNews
      } else if isNews, line.bullet != nil {
        // The titles below a header that is known change from page to page.
        claimed.append((line, .siteNews))
      } else {
        lines.append(line)
        isNews = false
      }
    }
  }
}
