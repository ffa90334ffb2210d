/// One text with all its annotations. Offsets are those of ``text``.
public struct Document: Sendable {
  /// The original text.
  public let text: SourceText
  /// Its tokens.
  public let tokens: TokenList
  /// Its sentences; `nil` where the stage was left out.
  public var sentences: [Sentence]?
  /// Its parts; `nil` where the stage was left out.
  public var article: Article?
  /// Its time expressions; `nil` where the stage was left out.
  public var timexes: [Timex]?
  /// Its named entities; `nil` where the stage was left out.
  public var entities: EntityAnnotation?
  /// Its quotations; `nil` where the stage was left out. Speakers are places in ``entities``.
  public var quotations: [Quotation]?
  /// Its scripts, and passages in other languages.
  public var language: LanguageProfile
  /// Damage of the text, in text order.
  public var diagnostics: [Diagnostic] = []
}
