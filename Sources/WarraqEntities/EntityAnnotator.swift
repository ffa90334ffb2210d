public import WarraqAnalysis

/// Finds named entities.
public struct EntityAnnotator: Sendable {
  /// Makes an annotator.
  public init() {}

  /// The entities of a text.
  public func annotate(_ text: AnalyzedText) -> EntityAnnotation {
    EntityAnnotation()
  }
}
