public import WarraqAnalysis
public import WarraqDates

/// Reads the parts of an article off its lines.
public struct ArticleReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// The parts of a text.
  ///
  /// - Parameter timexes: The text's time expressions.
  public func read(_ text: AnalyzedText, timexes: [Timex]) -> Article {
    Article()
  }
}
