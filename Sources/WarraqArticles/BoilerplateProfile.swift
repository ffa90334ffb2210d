/// The lines that a site prints on many of its pages, learned from a number of them.
///
/// A profile marks lines, it deletes nothing: without it a page is read as before.
public struct BoilerplateProfile: Sendable {
  /// Where on the page a line stands.
  public enum Place: String, Sendable, CaseIterable {
    /// Among the first lines.
    case head
    /// Among the last.
    case tail
    case anywhere
  }

  /// One line, and what differs of it from page to page left open.
  public struct Entry: Sendable, Hashable {
    /// What its region is: ``Article/RegionKind/interface`` or ``Article/RegionKind/siteNews``.
    public var kind: Article.RegionKind
    /// Where it stands.
    public var place: Place
    /// How many documents have it.
    public var documents: Int
    /// How often it stands in them.
    public var lines: Int
    /// Its folded words, `#` for numbers and `<date>` for dates, with spaces between them.
    public var key: String
    /// The line as the second document has it that it was found in.
    public var example: String

    /// An entry.
    public init(
      kind: Article.RegionKind, place: Place, documents: Int, lines: Int, key: String,
      example: String
    ) {
      (self.kind, self.place, self.documents, self.lines) = (kind, place, documents, lines)
      (self.key, self.example) = (key, example)
    }
  }

  /// Documents that it was learned from; those that are the same line by line count once.
  public let documents: Int
  /// The lines, those of most documents first.
  public let entries: [Entry]

  private let byKey: [LineKey: Int]

  /// A profile; of two entries with one key the first counts.
  public init(documents: Int, entries: [Entry]) {
    self.documents = documents
    self.entries = entries
    byKey = Dictionary(
      entries.enumerated().map { (LineKey(written: $1.key), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  subscript(key: LineKey) -> Entry? { byKey[key].map { entries[$0] } }
}

extension BoilerplateProfile.Place {
  /// Lines at a page's top that may be its head.
  private static let headLines = 14
  /// Lines at its bottom that may be its tail.
  private static let tailLines = 24

  /// Where a line stands among those of a page that are not blank; the halves of a short page are
  /// head and tail.
  static func of(line: Int, among count: Int) -> Self {
    if line < min(headLines, (count + 1) / 2) { return .head }
    if line >= count - min(tailLines, count / 2) { return .tail }
    return .anywhere
  }
}
