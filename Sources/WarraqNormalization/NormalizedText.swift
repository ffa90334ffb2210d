public import WarraqText

/// What a ``Normalizer`` makes of a text.
public struct NormalizedText: Sendable {
  /// The normalized text.
  public let text: SourceText
  /// Where its Unicode scalars came from.
  public let map: OffsetMap

  init(text: SourceText, map: OffsetMap) {
    self.text = text
    self.map = map
  }

  /// The same text with the map of two steps: an earlier one, whose output was normalized, and the
  /// normalization.
  public func mapped(through earlier: OffsetMap) -> NormalizedText {
    NormalizedText(text: text, map: earlier.composed(with: map))
  }

  /// A text in which nothing changed.
  init(unchanged text: SourceText) {
    self.text = text
    map = OffsetMap(identityOf: text)
  }
}
