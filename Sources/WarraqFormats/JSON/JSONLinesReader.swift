public import WarraqDates

/// Reads records of JSON Lines: finds the fields that Warraq needs and keeps all others as they
/// are.
///
/// Where a name stands twice in an object, the last one counts, as in Python's `json`.
public struct JSONLinesReader: Sendable {
  /// The field that holds the text.
  public let textField: String
  /// The field that holds the record's id.
  public let idField: String
  /// The field that holds the date that anchors relative dates, if any.
  public let referenceField: String?

  /// A reader for some field names.
  public init(textField: String = "text", idField: String = "id", referenceField: String? = nil) {
    self.textField = textField
    self.idField = idField
    self.referenceField = referenceField
  }

  /// Reads one line.
  ///
  /// - Parameter line: The line, with or without its line break.
  /// - Throws: ``JSONError`` with the byte offset in the line.
  /// - Complexity: O(*n*).
  public func read(_ line: [UInt8]) throws(JSONError) -> JSONLinesRecord {
    var scanner = JSONScanner(line)
    let members = try Self.members(&scanner)
    guard let text = members[textField] else {
      throw JSONError(reason: .missingField(textField), byteOffset: 0)
    }
    let content = try string(text, line) { .notAString(field: $0) }
    var record = JSONLinesRecord(
      text: content.bytes, loneSurrogates: content.loneSurrogates, id: nil, reference: nil,
      meta: [])
    if let id = members[idField] { record.id = try self.id(id, line) }
    if let referenceField, let date = members[referenceField] {
      record.reference = try self.reference(date, line)
    }
    record.meta = meta(members, line)
    return record
  }

  /// Reads only the id of a line.
  ///
  /// - Returns: `nil` where the line has none.
  /// - Throws: ``JSONError`` where the line is not JSON or its id is not usable.
  func id(of line: [UInt8]) throws(JSONError) -> String? {
    var scanner = JSONScanner(line)
    guard let id = try Self.members(&scanner)[idField] else { return nil }
    return try self.id(id, line)
  }

  /// A member of the line's object: its name and value as bytes of the line.
  private struct Member {
    var name: String
    var nameRange: Range<Int>
    var value: Range<Int>
  }

  private struct Members {
    var inOrder: [Member] = []
    var places: [String: Int] = [:]

    subscript(name: String) -> Member? { places[name].map { inOrder[$0] } }

    mutating func add(_ member: Member) {
      if let place = places[member.name] {
        inOrder[place] = member
      } else {
        places[member.name] = inOrder.count
        inOrder.append(member)
      }
    }
  }

  private static func members(_ scanner: inout JSONScanner) throws(JSONError) -> Members {
    try scanner.expect(0x7B, .expectedObject)
    var members = Members()
    if !scanner.skip(0x7D) {
      repeat {
        guard scanner.peek() == 0x22 else { throw scanner.error(.expectedName) }
        let name = try scanner.string()
        try scanner.expect(0x3A, .expectedColon)
        let value = try scanner.value(depth: 1)
        let content = try JSONStringContent(scanner.bytes, name)
        members.add(
          Member(
            name: String(decoding: content.bytes, as: UTF8.self),
            nameRange: name.range.lowerBound - 1..<name.range.upperBound + 1, value: value))
      } while scanner.skip(0x2C)
      try scanner.expect(0x7D, .expectedCommaOrEnd)
    }
    guard scanner.peek() == nil else { throw scanner.error(.trailingCharacters) }
    return members
  }

  private func string(
    _ member: Member, _ line: [UInt8], _ reason: (String) -> JSONError.Reason
  ) throws(JSONError) -> JSONStringContent {
    let start = member.value.lowerBound
    guard line[start] == 0x22 else {
      throw JSONError(reason: reason(member.name), byteOffset: start)
    }
    // The value has been checked; whether it holds escapes is found again by decoding.
    return try JSONStringContent(line, (start + 1..<member.value.upperBound - 1, true))
  }

  private func id(_ member: Member, _ line: [UInt8]) throws(JSONError) -> String? {
    switch line[member.value.lowerBound] {
    case 0x6E: return nil
    case 0x2D, 0x30...0x39: return String(decoding: line[member.value], as: UTF8.self)
    default:
      let content = try string(member, line) { .notAnID(field: $0) }
      return String(decoding: content.bytes, as: UTF8.self)
    }
  }

  private func reference(_ member: Member, _ line: [UInt8]) throws(JSONError) -> ReferenceDate? {
    guard line[member.value.lowerBound] != 0x6E else { return nil }
    let content = try string(member, line) { .notADate(field: $0) }
    var bytes = content.bytes[...]
    // Date and time may be parted by a space (RFC 3339) or a small `t`.
    if bytes.count > 10, [0x54, 0x74, 0x20].contains(bytes[10]) { bytes = bytes.prefix(10) }
    guard let date = ReferenceDate(String(decoding: bytes, as: UTF8.self)) else {
      throw JSONError(
        reason: .notADate(field: member.name), byteOffset: member.value.lowerBound)
    }
    return date
  }

  /// The object of all members but text and id.
  private func meta(_ members: Members, _ line: [UInt8]) -> [UInt8] {
    var meta: [UInt8] = [0x7B]
    for member in members.inOrder where member.name != textField && member.name != idField {
      if meta.count > 1 { meta.append(0x2C) }
      meta.append(contentsOf: line[member.nameRange])
      meta.append(0x3A)
      meta.append(contentsOf: line[member.value])
    }
    meta.append(0x7D)
    // A carriage return can only be white space here, and some readers would cut the line at it.
    for index in meta.indices where meta[index] == 0x0D || meta[index] == 0x0A {
      meta[index] = 0x20
    }
    return meta
  }
}

/// One record of JSON Lines.
public struct JSONLinesRecord: Sendable {
  /// The text field's content, escapes decoded; it may hold invalid UTF-8 where the line does.
  public var text: [UInt8]
  /// Where, in `text`, a U+FFFD stands for half of a surrogate pair, and the escape's byte offset
  /// in the line.
  public var loneSurrogates: [(content: Int, line: Int)]
  /// The id field's content; a number is its digits. `nil` where there is none or it is `null`.
  public var id: String?
  /// The reference field's date.
  public var reference: ReferenceDate?
  /// A JSON object of all other fields, values byte by byte as in the line.
  public var meta: [UInt8]
}
