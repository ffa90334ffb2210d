public import Warraq
import WarraqDates
import WarraqEntities
import WarraqText

/// Writes a JSON array of Label Studio tasks, each with the annotations of one document as a
/// prediction.
///
/// `start` and `end` count Unicode scalars: the editor of Label Studio turns what the browser counts
/// into code points before it keeps a region, and back when it shows one. The labels belong to a
/// control tag `label` of a text tag `text`; ``configuration`` is the labeling interface to go with them.
public struct LabelStudioEncoder: DocumentEncoder {
  private let versions: DataVersions

  /// An encoder; the model version of predictions is that of the tool and of its data.
  public init(versions: DataVersions) {
    self.versions = versions
  }

  /// The labeling interface that shows these tasks.
  public static var configuration: String {
    let labels =
      EntityType.allCases.map(\.rawValue) + Timex.Kind.allCases.map(\.rawValue)
    return """
      <View>
        <Labels name="label" toName="text">
      \(labels.map { "    <Label value=\"\($0)\"/>" }.joined(separator: "\n"))
        </Labels>
        <Text name="text" value="$text"/>
      </View>

      """
  }

  /// What stands around the documents of a file.
  public var frame: OutputFrame {
    var frame = OutputFrame(fileExtension: "json")
    frame.header = Array("[\n".utf8)
    frame.separator = Array(",\n".utf8)
    frame.footer = Array("\n]\n".utf8)
    return frame
  }

  /// The bytes of one document.
  public func encode(_ document: Document, of input: InputDocument) -> [UInt8] {
    var encoder = RecordEncoder(document.text, offsets: .scalar)
    encoder.json.beginObject()
    encoder.json.key("data")
    encoder.json.beginObject()
    encoder.json.field("id", input.id)
    encoder.json.key("text")
    encoder.json.string(document.text.utf8[...])
    if let meta = input.meta {
      encoder.json.key("meta")
      encoder.json.raw(meta[...])
    }
    encoder.json.endObject()
    encoder.json.key("predictions")
    encoder.json.beginArray()
    encoder.json.beginObject()
    encoder.json.field("model_version", "warraq \(versions.warraq) (\(versions.data))")
    encoder.json.key("result")
    encoder.json.beginArray()
    if let annotation = document.entities {
      let facts = MentionFacts.all(annotation, article: nil)
      for (number, facts) in facts.enumerated() { Self.mention(facts, number, &encoder) }
    }
    for (number, timex) in (document.timexes ?? []).enumerated() {
      Self.region("t\(number + 1)", timex.range, timex.kind.rawValue, &encoder)
      encoder.json.key("meta")
      encoder.json.beginObject()
      Self.note([timex.value] + [timex.hijri].compactMap { $0 }, &encoder)
      encoder.json.endObject()
      encoder.json.endObject()
    }
    encoder.json.endArray()
    encoder.json.endObject()
    encoder.json.endArray()
    encoder.json.endObject()
    return encoder.json.bytes
  }

  private static func mention(
    _ facts: MentionFacts, _ number: Int, _ encoder: inout RecordEncoder
  ) {
    region("m\(number + 1)", facts.mention.range, facts.mention.type.rawValue, &encoder)
    encoder.json.key("score")
    encoder.json.number(facts.mention.confidence)
    encoder.json.key("meta")
    encoder.json.beginObject()
    note([facts.entityID, facts.entity.key, facts.entity.canonical], &encoder)
    encoder.json.endObject()
    encoder.json.endObject()
  }

  /// Begins a region, which the caller has to end.
  private static func region(
    _ id: String, _ range: TextRange, _ label: String, _ encoder: inout RecordEncoder
  ) {
    encoder.json.beginObject()
    encoder.json.field("id", id)
    encoder.json.field("from_name", "label")
    encoder.json.field("to_name", "text")
    encoder.json.field("type", "labels")
    encoder.json.key("value")
    encoder.json.beginObject()
    encoder.span(range)
    encoder.json.key("labels")
    encoder.json.beginArray()
    encoder.json.string(label)
    encoder.json.endArray()
    encoder.json.endObject()
  }

  /// Lines that the editor shows beside a region.
  private static func note(_ lines: [String], _ encoder: inout RecordEncoder) {
    encoder.json.key("text")
    encoder.json.beginArray()
    for line in lines { encoder.json.string(line) }
    encoder.json.endArray()
  }
}
