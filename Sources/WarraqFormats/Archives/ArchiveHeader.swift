/// The header of a WARC record, as far as it is needed.
struct ArchiveHeader: Sendable {
  /// The kinds of records that may hold a document.
  enum RecordType: Sendable {
    case response, conversion, other
  }

  var type = RecordType.other
  /// The address that the record is about.
  var target: String?
  /// When it was fetched, as the record writes it.
  var date: String?
  /// The record's own id.
  var recordID: String?
  /// The block's content type, in lower case, without parameters.
  var contentType: String?
  /// Bytes of the block; `nil` where the record does not tell.
  var length: Int?

  /// A header of some lines `Name: value`.
  init(_ fields: HeaderFields) {
    switch fields["warc-type"].map(HeaderFields.lowercased) {
    case "response": type = .response
    case "conversion": type = .conversion
    default: type = .other
    }
    target = fields["warc-target-uri"].map(Self.withoutBrackets)
    date = fields["warc-date"]
    recordID = fields["warc-record-id"]
    contentType = fields["content-type"].map(HeaderFields.mediaType)
    length = fields["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The first version of the format put addresses in angle brackets.
  private static func withoutBrackets(_ address: String) -> String {
    let bytes = Array(address.utf8)
    guard bytes.count >= 2, bytes.first == 0x3C, bytes.last == 0x3E else { return address }
    return String(decoding: bytes[1..<bytes.count - 1], as: UTF8.self)
  }

  /// What records carry under `meta`.
  var meta: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("WARC-Date", date)
    json.field("WARC-Record-ID", recordID)
    json.endObject()
    return json.bytes
  }
}

/// Header lines `Name: value`, as WARC and HTTP have them.
struct HeaderFields: Sendable {
  private var values: [String: String] = [:]

  /// Takes in a line, without its line break. One that begins with white space goes on with the line
  /// before; what is no field is left out.
  private var last: String?

  init() {}

  mutating func add(_ line: [UInt8]) {
    let text = Self.trimmed(line[...])
    if let last, let first = line.first, first == 0x20 || first == 0x09 {
      values[last]? += " " + String(decoding: text, as: UTF8.self)
      return
    }
    guard let colon = line.firstIndex(of: 0x3A) else { return }
    let name = Self.lowercased(String(decoding: Self.trimmed(line[..<colon]), as: UTF8.self))
    values[name] = String(decoding: Self.trimmed(line[(colon + 1)...]), as: UTF8.self)
    last = name
  }

  /// The value of a field, by its name in lower case.
  subscript(name: String) -> String? { values[name] }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var part = bytes
    while let first = part.first, first == 0x20 || first == 0x09 { part.removeFirst() }
    while let last = part.last, last == 0x20 || last == 0x09 || last == 0x0D { part.removeLast() }
    return part
  }

  /// ASCII letters in lower case.
  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The type of a content type, without its parameters.
  static func mediaType(_ value: String) -> String {
    let end = value.utf8.firstIndex(of: 0x3B) ?? value.utf8.endIndex
    return lowercased(String(decoding: trimmed(Array(value.utf8[..<end])[...]), as: UTF8.self))
  }

  /// The charset that a content type names.
  static func charset(_ value: String) -> String? {
    let lowered = Array(lowercased(value).utf8)
    let word = Array("charset=".utf8)
    guard lowered.count > word.count,
      let start = (0...lowered.count - word.count).first(where: {
        lowered[$0...].starts(with: word)
      })
    else { return nil }
    let name = lowered[(start + word.count)...].drop { $0 == 0x22 || $0 == 0x27 }
      .prefix { $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x20 }
    return name.isEmpty || name.count > 40 ? nil : String(decoding: name, as: UTF8.self)
  }
}
