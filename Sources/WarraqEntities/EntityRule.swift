/// What decided that a stretch of text is a name.
public struct EntityRule: Sendable, Hashable {
  /// Its name in records.
  public let id: String
  /// How sure it is: the share of its findings expected to be right.
  public let confidence: Double

  init(_ id: String, _ confidence: Double) {
    self.id = id
    self.confidence = confidence
  }
}
