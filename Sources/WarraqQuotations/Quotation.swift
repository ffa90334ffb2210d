public import WarraqText

/// Words that somebody says, as a text quotes them.
public struct Quotation: Sendable, Hashable {
  /// The words quoted, quotation marks left out, in UTF-8 bytes of the original text.
  public var range: TextRange
  /// Who says them: the entity's place in the entities of the document; `nil` where nobody is named
  /// or it is not sure who.
  public var speaker: Int?
  /// The word that tells that somebody speaks, clitics left out: أكد, قائلًا, قوله. `nil` where
  /// there is none: «بحسب فلان», a name and a colon.
  public var verb: TextRange?

  /// A quotation.
  public init(range: TextRange, speaker: Int? = nil, verb: TextRange? = nil) {
    self.range = range
    self.speaker = speaker
    self.verb = verb
  }
}
