public import WarraqDates
public import WarraqText

/// A document as it was read: its text, and where it comes from.
public struct InputDocument: Sendable {
  /// The id that records carry.
  public var id: String
  /// The path of its file, `-` for standard input.
  public var path: String
  /// Its line in the file, from 1; 1 for a file that is one document.
  public var line: Int
  /// The document's bytes before decoding; for JSON Lines the text field's UTF-8.
  public var bytes: [UInt8]
  /// What the bytes were decoded from.
  public var encoding = SourceEncoding.utf8
  /// Its text; of an HTML page the text in it.
  public var text: SourceText
  /// What the markup of an HTML page tells about the text; `nil` where it is no page.
  public var markup: MarkupEvidence?
  /// What was wrong with its bytes and has been repaired.
  public var diagnostics: [Diagnostic]
  /// A JSON object of the other fields of its line; `nil` where it is not from JSON Lines.
  public var meta: [UInt8]?
  /// The day that its line gives for its relative dates.
  public var reference: ReferenceDate?

  /// A document.
  public init(
    id: String, path: String, line: Int = 1, bytes: [UInt8], text: SourceText,
    diagnostics: [Diagnostic] = [], meta: [UInt8]? = nil, reference: ReferenceDate? = nil
  ) {
    self.id = id
    self.path = path
    self.line = line
    self.bytes = bytes
    self.text = text
    self.diagnostics = diagnostics
    self.meta = meta
    self.reference = reference
  }

  /// Takes the text of a page in place of its source. What was repaired in the source has no place in
  /// the text, so it is told at its start.
  mutating func read(_ page: HTMLPage) {
    text = page.text
    markup = page.markup
    for index in diagnostics.indices { diagnostics[index].range = TextRange(utf8: 0..<0) }
    diagnostics += page.diagnostics
  }
}
