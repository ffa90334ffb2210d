public import WarraqAnalysis
public import WarraqEntities
public import WarraqText
import WarraqTokenization

/// Finds quotations, and who says them.
///
/// What stands between quotation marks is a quotation where the text says that somebody speaks: a
/// word of speaking before it or behind it, «أن» between them or a colon, a name and a colon,
/// «بحسب فلان». Names, titles and words in quotation marks that nobody says are none.
public struct QuotationAnnotator: Sendable {
  /// Makes an annotator.
  public init() {}

  /// The quotations of a text, in text order; they never overlap.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - entities: Its entities; the speakers are among them.
  ///   - outside: Parts of the page in which nothing is quoted (other pages' titles, notes), in text
  ///     order.
  /// - Complexity: O(*n*) in the number of tokens, and O(log *n*) a quotation.
  public func annotate(
    _ text: AnalyzedText, entities: EntityAnnotation, outside: [TextRange] = []
  ) -> [Quotation] {
    let spans = QuotedSpans.find(in: text)
    guard !spans.isEmpty else { return [] }
    var reader = QuotationReader(text, entities: entities, spans: spans)
    var part = 0
    for index in spans.indices {
      let start = text.tokens.range(at: spans[index].open).lowerBound
      while part < outside.count, outside[part].upperBound <= start { part += 1 }
      if part < outside.count, outside[part].contains(start) { continue }
      reader.read(index)
    }
    return reader.found.map(\.quotation)
  }
}
