/// A value of JSON, read whole. For small documents whose every part is wanted; the reader of inputs
/// steps over values with ``JSONScanner`` instead.
package enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// Of two members of one name the last counts.
  case object([String: JSONValue])

  /// Reads a text that holds one value.
  ///
  /// - Complexity: O(*n*).
  package init(_ bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    // Checks all of it, nesting included, so that reading need not.
    _ = try scanner.value()
    guard scanner.peek() == nil else { throw scanner.error(.trailingCharacters) }
    var second = JSONScanner(bytes)
    try self.init(&second)
  }

  private init(_ scanner: inout JSONScanner) throws(JSONError) {
    guard let first = scanner.peek() else { throw scanner.error(.unexpectedEnd) }
    switch first {
    case 0x22:
      self = .string(try Self.string(&scanner))
    case 0x5B:
      var elements: [JSONValue] = []
      try scanner.expect(0x5B, .expectedValue)
      if !scanner.skip(0x5D) {
        repeat { elements.append(try JSONValue(&scanner)) } while scanner.skip(0x2C)
        try scanner.expect(0x5D, .expectedCommaOrEnd)
      }
      self = .array(elements)
    case 0x7B:
      var members: [String: JSONValue] = [:]
      try scanner.expect(0x7B, .expectedObject)
      if !scanner.skip(0x7D) {
        repeat {
          let name = try Self.string(&scanner)
          try scanner.expect(0x3A, .expectedColon)
          members[name] = try JSONValue(&scanner)
        } while scanner.skip(0x2C)
        try scanner.expect(0x7D, .expectedCommaOrEnd)
      }
      self = .object(members)
    default:
      let range = try scanner.value()
      let text = String(decoding: scanner.bytes[range], as: UTF8.self)
      self =
        switch text {
        case "null": .null
        case "true": .bool(true)
        case "false": .bool(false)
        default: .number(Double(text) ?? .nan)
        }
    }
  }

  private static func string(_ scanner: inout JSONScanner) throws(JSONError) -> String {
    _ = scanner.peek()
    let found = try scanner.string()
    let content = try JSONStringContent(scanner.bytes, found)
    return String(decoding: content.bytes, as: UTF8.self)
  }

  // MARK: Parts

  /// The member of an object; `nil` where there is none, or it is null.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[name] else { return nil }
    if case .null = value { return nil }
    return value
  }

  /// The elements of an array; none of anything else.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The content of a string.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A number.
  package var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// A number without a fraction.
  package var integer: Int? {
    guard case .number(let number) = self else { return nil }
    return Int(exactly: number)
  }

  /// Whether the value is `true`.
  package var isTrue: Bool {
    if case .bool(true) = self { true } else { false }
  }

  /// The members of an object, ordered by their names; none of anything else.
  package var members: [(name: String, value: JSONValue)] {
    guard case .object(let members) = self else { return [] }
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
