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

  /// A text in which nothing changed.
  init(unchanged text: SourceText) {
    self.text = text
    map = OffsetMap(identityOf: text)
  }
}
