public import Warraq
import WarraqArticles
import WarraqDates
import WarraqEntities
import WarraqNormalization
public import WarraqText
import WarraqTokenization

/// Writes the rows of an SQLite database, which an ``SQLiteStore`` puts in.
public struct SQLiteEncoder: DocumentEncoder {
  /// The unit of offsets.
  public let offsets: OffsetUnit
  private let folding = Normalizer(NormalizationPreset.search.options)

  /// An encoder for a unit.
  public init(offsets: OffsetUnit = .scalar) {
    self.offsets = offsets
  }

  /// What stands around the documents of a file.
  public var frame: OutputFrame { OutputFrame(fileExtension: "sqlite") }

  /// The bytes of one document.
  public func encode(_ document: Document, of input: InputDocument) -> [UInt8] {
    var rows = SQLiteRows()
    let index = OffsetIndex(document.text, unit: offsets)
    func text(_ string: String?) -> SQLiteRows.Value {
      string.map { .text(Array($0.utf8)) } ?? .null
    }
    func content(_ range: TextRange?) -> SQLiteRows.Value {
      range.map { .text(Array(document.text.utf8[$0.utf8])) } ?? .null
    }
    func span(_ range: TextRange) -> [SQLiteRows.Value] {
      [
        .integer(index.convert(range.lowerBound)), .integer(index.convert(range.upperBound)),
        content(range),
      ]
    }
    func region(_ range: TextRange) -> SQLiteRows.Value {
      text(document.article?.region(at: range.lowerBound)?.rawValue)
    }
    let article = document.article
    rows.append(
      .documents,
      [
        .document, text(input.id), text(input.path), .integer(input.line),
        text(Digest.sha256(of: input.bytes)), text(input.encoding.name), content(article?.title),
        content(article?.author), text(article?.published?.value),
        .integer(index.convert(document.text.range.upperBound)), content(document.text.range),
        input.meta.map { .text($0) } ?? .null,
      ])
    for (number, sentence) in (document.sentences ?? []).enumerated() {
      rows.append(.sentences, [.document, .integer(number + 1)] + span(sentence.range))
    }
    if let annotation = document.entities {
      for (number, entity) in annotation.entities.enumerated() {
        rows.append(
          .entities,
          [
            .entity(number), .document, text(RecordEncoder.entityID(number)),
            text(entity.type.rawValue), text(entity.canonical), text(entity.key),
            .integer(entity.mentions), text(entity.region), text(entity.wikidata),
            text(entity.gazetteer),
          ])
      }
      for mention in annotation.mentions {
        rows.append(
          .mentions,
          [.document, .entity(mention.entity)] + span(mention.range) + [
            text(mention.type.rawValue), region(mention.range), .real(mention.confidence),
            text(mention.rule.id), content(mention.role),
          ])
      }
    }
    for timex in document.timexes ?? [] {
      rows.append(
        .timexes,
        [.document] + span(timex.range) + [
          text(timex.kind.rawValue), text(timex.value), text(timex.modifier?.rawValue),
          text(timex.hijri), text(timex.anchor.rawValue), text(timex.rule.id), region(timex.range),
        ])
    }
    let title = article?.title.map { folding.normalizedText(SourceText(document.text[$0])).utf8 }
    rows.append(
      .search,
      [
        .document, title.map { .text($0) } ?? .null,
        .text(folding.normalizedText(document.text).utf8),
      ])
    return rows.bytes
  }
}
