public import WarraqText

/// What a ``Normalizer`` makes of a text.
public struct NormalizedText: Sendable {
  /// The normalized text.
  public let text: SourceText
  /// Where its Unicode scalars came from.
  public let map: OffsetMap
}
