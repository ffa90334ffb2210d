internal import WarraqText

/// Writes the parts of one text's record: spans are counted in the unit asked for and carry the
/// text they stand for.
struct RecordEncoder {
  var json: JSONWriter
  let text: SourceText
  private let index: OffsetIndex

  /// An encoder for a text.
  ///
  /// - Complexity: O(*n*); each span is O(1) then, plus its own text.
  init(_ text: SourceText, offsets: OffsetUnit) {
    self.text = text
    index = OffsetIndex(text, unit: offsets)
    json = JSONWriter(reservingCapacity: 1024 + text.count / 2)
  }

  /// The length of the text.
  var length: Int { index.convert(text.range.upperBound) }

  /// An offset in the record's unit.
  func offset(_ offset: UTF8Offset) -> Int { index.convert(offset) }

  /// Writes the members `start` and `end`.
  mutating func range(_ range: TextRange) {
    json.field(.start, index.convert(range.lowerBound))
    json.field(.end, index.convert(range.upperBound))
  }

  /// Writes the members `start`, `end` and `text`.
  mutating func span(_ range: TextRange) {
    self.range(range)
    json.key(.text)
    json.string(text.utf8[range.utf8])
  }

  /// Writes an object of `start`, `end` and `text`, or `null`.
  mutating func spanObject(_ name: String, _ range: TextRange?) {
    json.key(name)
    guard let range else { return json.null() }
    json.beginObject()
    span(range)
    json.endObject()
  }

  /// Writes an object of `start` and `end`, or `null`.
  mutating func rangeObject(_ name: String, _ range: TextRange?) {
    json.key(name)
    guard let range else { return json.null() }
    json.beginObject()
    self.range(range)
    json.endObject()
  }

  /// Writes an array of objects.
  mutating func array<Elements: Sequence>(
    _ name: String, _ elements: Elements,
    _ members: (inout RecordEncoder, Elements.Element) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for element in elements {
      json.beginObject()
      members(&self, element)
      json.endObject()
    }
    json.endArray()
  }
}
