public import Warraq
import WarraqArticles
import WarraqDates
import WarraqEntities
public import WarraqText

/// Writes mentions or time expressions as rows of a table, a header row first.
///
/// Rows of all documents follow one another; a document without any has no row.
public struct TableEncoder: DocumentEncoder {
  /// How columns are parted.
  public enum Style: Sendable {
    /// RFC 4180: commas, CR LF behind each row. A field with a comma, a quotation mark, a CR or a
    /// LF stands in quotation marks, and those in it are doubled.
    case csv
    /// Tabs, LF behind each row. A tab, LF, CR or backslash in a field is `\t`, `\n`, `\r`, `\\`.
    case tsv
  }

  /// How columns are parted.
  public let style: Style
  /// What the rows are.
  public let rows: TableRows
  /// The unit of offsets.
  public let offsets: OffsetUnit

  /// An encoder of one of the tables.
  public init(_ style: Style, rows: TableRows, offsets: OffsetUnit = .scalar) {
    (self.style, self.rows, self.offsets) = (style, rows, offsets)
  }

  /// The names of the columns, as the header row has them.
  public var columns: [String] {
    switch rows {
    case .entities:
      [
        "id", "start", "end", "text", "type", "entity", "canonical", "key", "confidence", "rule",
        "region", "role", "role_start", "role_end", "iso3166", "wikidata", "gazetteer",
      ]
    case .timexes:
      [
        "id", "start", "end", "text", "type", "value", "mod", "calendar", "orig", "anchor", "rule",
        "region",
      ]
    }
  }

  /// What stands around the documents of a file.
  public var frame: OutputFrame {
    var frame = OutputFrame(fileExtension: style == .csv ? "csv" : "tsv")
    frame.header = row(columns.map { Array($0.utf8) })
    return frame
  }

  /// The bytes of one document.
  public func encode(_ document: Document, of input: InputDocument) -> [UInt8] {
    var output: [UInt8] = []
    let index = OffsetIndex(document.text, unit: offsets)
    for fields in self.fields(of: document, input, index) { output += row(fields) }
    return output
  }

  private func fields(
    of document: Document, _ input: InputDocument, _ index: OffsetIndex
  ) -> [[[UInt8]]] {
    let id = Array(input.id.utf8)
    func text(_ string: String?) -> [UInt8] { string.map { Array($0.utf8) } ?? [] }
    func offset(_ offset: UTF8Offset?) -> [UInt8] { text(offset.map { "\(index.convert($0))" }) }
    func span(_ range: TextRange) -> [[UInt8]] {
      [offset(range.lowerBound), offset(range.upperBound), Array(document.text.utf8[range.utf8])]
    }
    switch rows {
    case .entities:
      guard let annotation = document.entities else { return [] }
      return MentionFacts.all(annotation, article: document.article).map { facts in
        let (mention, entity) = (facts.mention, facts.entity)
        let role = mention.role.map { Array(document.text.utf8[$0.utf8]) } ?? []
        return [id] + span(mention.range) + [
          text(mention.type.rawValue), text(facts.entityID), text(entity.canonical),
          text(entity.key), text(mention.confidence.description), text(mention.rule.id),
          text(facts.region), role, offset(mention.role?.lowerBound),
          offset(mention.role?.upperBound), text(entity.region), text(entity.wikidata),
          text(entity.gazetteer),
        ]
      }
    case .timexes:
      return (document.timexes ?? []).map { timex in
        [id] + span(timex.range) + [
          text(timex.kind.rawValue), text(timex.value), text(timex.modifier?.rawValue),
          text(timex.hijri == nil ? nil : "islamic"), text(timex.hijri),
          text(timex.anchor.rawValue), text(timex.rule.id),
          text(document.article?.region(at: timex.range.lowerBound)?.rawValue),
        ]
      }
    }
  }

  private func row(_ fields: [[UInt8]]) -> [UInt8] {
    var output: [UInt8] = []
    for (number, field) in fields.enumerated() {
      if number > 0 { output.append(style == .csv ? 0x2C : 0x09) }
      switch style {
      case .csv: Self.quote(field, into: &output)
      case .tsv: Self.escape(field, into: &output)
      }
    }
    output += style == .csv ? [0x0D, 0x0A] : [0x0A]
    return output
  }

  private static func quote(_ field: [UInt8], into output: inout [UInt8]) {
    guard field.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      output += field
      return
    }
    output.append(0x22)
    for byte in field {
      if byte == 0x22 { output.append(byte) }
      output.append(byte)
    }
    output.append(0x22)
  }

  private static func escape(_ field: [UInt8], into output: inout [UInt8]) {
    for byte in field {
      switch byte {
      case 0x09: output += [0x5C, 0x74]
      case 0x0A: output += [0x5C, 0x6E]
      case 0x0D: output += [0x5C, 0x72]
      case 0x5C: output += [0x5C, 0x5C]
      default: output.append(byte)
      }
    }
  }
}
