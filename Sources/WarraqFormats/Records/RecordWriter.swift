public import Warraq
public import WarraqArticles
public import WarraqDates
public import WarraqEntities
public import WarraqNormalization
public import WarraqText
public import WarraqTransliteration

/// The versions of everything that a record depends on.
public struct DataVersions: Hashable, Sendable {
  /// Warraq's own, for example `0.1.0`.
  public var warraq: String
  /// Of Unicode, for example `15.0`.
  public var unicode: String
  /// Of ICU, for example `72.1`.
  public var icu: String
  /// The fingerprint of the lexicon.
  public var data: String

  /// Versions.
  public init(warraq: String, unicode: String, icu: String, data: String) {
    self.warraq = warraq
    self.unicode = unicode
    self.icu = icu
    self.data = data
  }
}

/// Writes annotations as records of JSON Lines.
///
/// Every method returns one line, its line feed included, with members in a fixed order: the same
/// document gives the same bytes. All methods are O(*n*) in the text and its annotations.
public struct RecordWriter: Sendable {
  /// Parts of a document record that are left out unless asked for.
  public enum Extra: String, CaseIterable, Sendable {
    case tokens, text
  }

  /// The unit of all offsets.
  public let offsets: OffsetUnit
  /// What document records hold besides the usual.
  public let extras: Set<Extra>

  /// A writer for a unit.
  public init(offsets: OffsetUnit = .scalar, extras: Set<Extra> = []) {
    self.offsets = offsets
    self.extras = extras
  }

  /// A `warraq.document/1` record. Stages that were left out have no member.
  public func document(
    _ document: Document, of input: InputDocument, versions: DataVersions
  ) -> [UInt8] {
    var encoder = RecordEncoder(document.text, offsets: offsets)
    encoder.json.beginObject()
    encoder.json.field("schema", "warraq.document/1")
    encoder.json.field("id", input.id)
    encoder.json.field("offsets", offsets.rawValue)
    encoder.json.field("length", encoder.length)
    source(of: input, &encoder.json)
    if let meta = input.meta {
      encoder.json.key("meta")
      encoder.json.raw(meta[...])
    }
    if let markup = input.markup { encoder.declared(markup.declared) }
    if extras.contains(.text) {
      encoder.json.key("text")
      encoder.json.string(document.text.utf8[...])
    }
    if let article = document.article { encoder.article(article) }
    if let sentences = document.sentences { encoder.sentences(sentences) }
    if extras.contains(.tokens) { encoder.tokens(document.tokens) }
    if let entities = document.entities { encoder.entities(entities, article: document.article) }
    if let timexes = document.timexes { encoder.timexes(timexes) }
    if let quotations = document.quotations {
      encoder.quotations(quotations, hasEntities: document.entities != nil)
    }
    encoder.language(document.language)
    // What reading repaired comes first among those of one place.
    let diagnostics = input.diagnostics + document.diagnostics
    encoder.diagnostics(
      diagnostics.enumerated().sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }.map(\.element))
    self.versions(versions, &encoder.json)
    return Self.ended(&encoder.json)
  }

  /// A record `{"id", "timexes"}`, with `diagnostics` where there are any of the dates.
  public func timexes(
    _ timexes: [Timex], diagnostics: [Diagnostic] = [], of input: InputDocument
  ) -> [UInt8] {
    record(input) { encoder in
      encoder.timexes(timexes)
      if !diagnostics.isEmpty { encoder.diagnostics(diagnostics) }
    }
  }

  /// A record `{"id", "entities", "entity_index"}`.
  public func entities(_ entities: EntityAnnotation, of input: InputDocument) -> [UInt8] {
    record(input) { $0.entities(entities, article: nil) }
  }

  /// A record `{"id", "article"}`.
  public func article(_ article: Article, of input: InputDocument) -> [UInt8] {
    record(input) { $0.article(article) }
  }

  /// A record `{"id", "tokens"}`, each token with `start`, `end`, `kind` and `text`.
  public func tokens(_ tokens: some Sequence<TokenSpan>, of input: InputDocument) -> [UInt8] {
    record(input) { encoder in
      encoder.array("tokens", tokens) { encoder, token in
        encoder.range(token.range)
        encoder.json.field("kind", token.kind)
        encoder.json.key("text")
        encoder.json.string(encoder.text.utf8[token.range.utf8])
      }
    }
  }

  /// A record `{"id", "text", "map"}`: for each scalar of the normalized text the scalar of the
  /// original that it comes from, then the length of the original, in scalars.
  public func normalized(_ normalized: NormalizedText, of input: InputDocument) -> [UInt8] {
    var json = JSONWriter(reservingCapacity: normalized.text.count * 5)
    json.beginObject()
    json.field("id", input.id)
    json.key("text")
    json.string(normalized.text.utf8[...])
    json.key("map")
    json.beginArray()
    for offset in normalized.map.sourceScalarOffsets { json.integer(offset) }
    json.endArray()
    return Self.ended(&json)
  }

  /// A record `{"id", "text", "unmapped"}`: `unmapped` lists what the scheme could not map, each with
  /// `scalar`, `reason`, `count` and `start`, its first place in the original.
  public func transliterated(_ result: Transliteration, of input: InputDocument) -> [UInt8] {
    record(input) { encoder in
      encoder.json.key("text")
      encoder.json.string(result.text.utf8[...])
      encoder.array("unmapped", result.unmapped) { encoder, unmapped in
        encoder.json.field("scalar", Self.name(of: unmapped.scalar))
        encoder.json.field("reason", unmapped.reason.rawValue)
        encoder.json.field("count", unmapped.count)
        encoder.json.field("start", encoder.offset(unmapped.first))
      }
    }
  }

  /// The name of a scalar value, as `U+0640`.
  public static func name(of scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// The record of a document that was rejected: `{"id", "path", "line", "error"}`.
  public static func rejection(_ fault: InputFault) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("id", fault.id)
    json.field("path", fault.path)
    json.field("line", fault.line)
    json.field("error", fault.message)
    return ended(&json)
  }

  // MARK: Parts

  private func record(
    _ input: InputDocument, _ members: (inout RecordEncoder) -> Void
  ) -> [UInt8] {
    var encoder = RecordEncoder(input.text, offsets: offsets)
    encoder.json.beginObject()
    encoder.json.field("id", input.id)
    members(&encoder)
    return Self.ended(&encoder.json)
  }

  private static func ended(_ json: inout JSONWriter) -> [UInt8] {
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func source(of input: InputDocument, _ json: inout JSONWriter) {
    json.key("source")
    json.beginObject()
    json.field("path", input.path)
    json.field("bytes", input.bytes.count)
    json.field("encoding", input.encoding.name)
    if let confidence = input.encoding.confidence {
      json.key("encoding_confidence")
      json.number((confidence * 1000).rounded() / 1000)
    }
    json.field("sha256", Digest.sha256(of: input.bytes))
    json.endObject()
  }

  private func versions(_ versions: DataVersions, _ json: inout JSONWriter) {
    json.key("warraq")
    json.beginObject()
    json.field("version", versions.warraq)
    json.field("unicode", versions.unicode)
    json.field("icu", versions.icu)
    json.field("data", versions.data)
    json.endObject()
  }
}
