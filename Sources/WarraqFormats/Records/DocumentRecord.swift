internal import WarraqText

/// A record of `warraq.document/1` as it is read back, as far as it can be compared with another.
///
/// Ranges are offsets in Unicode scalars of the document's text. Parts that the record does not have
/// are `nil`, parts that it has none of are empty.
public struct DocumentRecord: Sendable {
  /// A named part of the page.
  public struct Region: Hashable, Sendable {
    /// Where it stands.
    public var range: Range<Int>
    /// Its name, as records have it.
    public var kind: String

    /// A region of a kind.
    public init(range: Range<Int>, kind: String) {
      (self.range, self.kind) = (range, kind)
    }
  }

  /// A numbered point.
  public struct Point: Hashable, Sendable {
    /// Where it begins.
    public var start: Int
    /// Its number or letter, as it is written.
    public var number: String
    /// Its own heading.
    public var title: Range<Int>?

    /// A point that begins somewhere.
    public init(start: Int, number: String, title: Range<Int>?) {
      (self.start, self.number, self.title) = (start, number, title)
    }
  }

  /// The parts of the article.
  public struct Structure: Sendable {
    /// The title's line.
    public var title: Range<Int>?
    /// The kicker's line.
    public var kicker: Range<Int>?
    /// The author's name.
    public var author: Range<Int>?
    /// The conclusion.
    public var conclusion: Range<Int>?
    /// The publication date and its ISO value.
    public var published: (range: Range<Int>, value: String)?
    /// All regions, in text order.
    public var regions: [Region] = []
    /// The headings of sections.
    public var headings: [Range<Int>] = []
    /// The points of all sections.
    public var points: [Point] = []

    /// A page without any part.
    public init() {}
  }

  /// A mention of an entity.
  public struct Mention: Hashable, Sendable {
    /// Where it stands.
    public var range: Range<Int>
    /// Its type's name.
    public var type: String
    /// What the mention stands for; `nil` where the record does not tell.
    public var entity: String?

    /// A mention of a type.
    public init(range: Range<Int>, type: String, entity: String? = nil) {
      (self.range, self.type, self.entity) = (range, type, entity)
    }
  }

  /// A time expression.
  public struct TimeExpression: Hashable, Sendable {
    /// Where it stands.
    public var range: Range<Int>
    /// Its TIMEX3 type.
    public var type: String
    /// Its ISO value.
    public var value: String

    /// An expression with a value.
    public init(range: Range<Int>, type: String, value: String) {
      (self.range, self.type, self.value) = (range, type, value)
    }
  }

  /// A quotation, and the entity that says it.
  public struct Quotation: Hashable, Sendable {
    /// The words quoted.
    public var range: Range<Int>
    /// The entity that says them; `nil` where nobody is named.
    public var speaker: String?
    /// The word that tells that somebody speaks; `nil` where there is none.
    public var verb: Range<Int>?

    /// A quotation.
    public init(range: Range<Int>, speaker: String? = nil, verb: Range<Int>? = nil) {
      (self.range, self.speaker, self.verb) = (range, speaker, verb)
    }
  }

  /// The document's name.
  public var id: String
  /// The text's scalars, where the record has the text.
  public var text: [UInt32]?
  /// The parts of the article.
  public var structure: Structure?
  /// The sentences.
  public var sentences: [Range<Int>]?
  /// The mentions of entities.
  public var mentions: [Mention]?
  /// The time expressions.
  public var timexes: [TimeExpression]?
  /// The quotations.
  public var quotes: [Quotation]?
  /// Whether the record tells verbs of quotations at all; gold may have none.
  public var tellsVerbs = false

  /// A record without any part.
  public init(id: String) {
    self.id = id
  }
}

/// Why a line is no record.
public enum RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line is no JSON.
  case json(JSONError)
  /// A field is missing, or not of its form.
  case field(String)
  /// Offsets count something else than scalars.
  case offsets(String)

  /// What is wrong, for people.
  public var description: String {
    switch self {
    case .json(let error): error.description
    case .field(let name): "no record: the field \"\(name)\" is missing or not of its form"
    case .offsets(let unit): "offsets are in \(unit); write both files with --offsets scalar"
    }
  }
}

extension DocumentRecord {
  /// Reads a record from a line of JSON Lines.
  ///
  /// - Complexity: O(*n*).
  public init(_ line: [UInt8]) throws(RecordError) {
    let json: JSONValue
    do { json = try JSONValue(line) } catch { throw .json(error) }
    guard let id = json["id"]?.text else { throw .field("id") }
    self.init(id: id)
    let unit = json["offsets"]?.text ?? "scalar"
    guard unit == "scalar" else { throw .offsets(unit) }
    text = json["text"]?.text.map { $0.unicodeScalars.map(\.value) }
    if let article = json["article"] { structure = try Structure(article) }
    sentences = try Self.list(json, "sentences") { (each) throws(RecordError) in
      try Self.range(each, "sentences")
    }
    mentions = try Self.list(json, "entities") { (each) throws(RecordError) in
      guard let type = each["type"]?.text else { throw .field("entities.type") }
      return Mention(
        range: try Self.range(each, "entities"), type: type, entity: each["entity"]?.text)
    }
    timexes = try Self.list(json, "timexes") { (each) throws(RecordError) in
      guard let type = each["type"]?.text, let value = each["value"]?.text else {
        throw .field("timexes.value")
      }
      return TimeExpression(range: try Self.range(each, "timexes"), type: type, value: value)
    }
    quotes = try Self.list(json, "quotes") { (each) throws(RecordError) in
      Quotation(
        range: try Self.range(each, "quotes"), speaker: each["speaker"]?.text,
        verb: try Self.optionalRange(each, "verb"))
    }
    tellsVerbs = quotes?.contains { $0.verb != nil } ?? false
  }

  private static func list<Element>(
    _ json: JSONValue, _ name: String,
    _ element: (JSONValue) throws(RecordError) -> Element
  ) throws(RecordError) -> [Element]? {
    guard let value = json[name] else { return nil }
    guard case .array(let values) = value else { throw .field(name) }
    var elements: [Element] = []
    for value in values { elements.append(try element(value)) }
    return elements
  }

  fileprivate static func range(
    _ json: JSONValue, _ name: String
  ) throws(RecordError) -> Range<Int> {
    guard let start = json["start"]?.integer, let end = json["end"]?.integer, 0 <= start,
      start <= end, end <= SourceText.maximumLength
    else { throw .field("\(name).start") }
    return start..<end
  }

  fileprivate static func optionalRange(
    _ json: JSONValue, _ name: String
  ) throws(RecordError) -> Range<Int>? {
    guard let value = json[name] else { return nil }
    return try range(value, name)
  }
}

extension DocumentRecord.Structure {
  fileprivate init(_ json: JSONValue) throws(RecordError) {
    title = try DocumentRecord.optionalRange(json, "title")
    kicker = try DocumentRecord.optionalRange(json, "kicker")
    author = try DocumentRecord.optionalRange(json, "author")
    conclusion = try DocumentRecord.optionalRange(json, "conclusion")
    if let date = json["published"] {
      guard let value = date["value"]?.text else { throw .field("published.value") }
      published = (try DocumentRecord.range(date, "published"), value)
    }
    for region in json["regions"]?.elements ?? [] {
      guard let kind = region["kind"]?.text else { throw .field("regions.kind") }
      regions.append(
        DocumentRecord.Region(range: try DocumentRecord.range(region, "regions"), kind: kind))
    }
    for section in json["sections"]?.elements ?? [] {
      if let heading = try DocumentRecord.optionalRange(section, "heading") {
        headings.append(heading)
      }
      for point in section["points"]?.elements ?? [] {
        points.append(
          DocumentRecord.Point(
            start: try DocumentRecord.range(point, "points").lowerBound,
            number: point["number"]?.text ?? "",
            title: try DocumentRecord.optionalRange(point, "title")))
      }
    }
  }
}
