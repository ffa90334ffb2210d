/// Damage of a document, and where it shows.
public struct Diagnostic: Hashable, Sendable {
  /// What kind of damage, for example `invalid-utf8`.
  public var code: String
  /// Where it shows in the text.
  public var range: TextRange
  /// What was found, and what was done about it.
  public var message: String

  /// A diagnostic.
  public init(code: String, range: TextRange, message: String) {
    self.code = code
    self.range = range
    self.message = message
  }
}
