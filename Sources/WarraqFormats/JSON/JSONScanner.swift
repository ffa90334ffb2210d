/// A validating scanner of JSON (RFC 8259) that builds nothing: it steps over values and tells
/// where they stand. Strings are decoded only when asked for.
///
/// Bytes of 0x80 and above are taken as they are; whether they are UTF-8 is the caller's question.
struct JSONScanner {
  /// Arrays and objects that may stand in each other.
  static let maximumDepth = 512

  let bytes: [UInt8]
  /// The next byte.
  private(set) var position = 0

  /// A scanner at the start of some bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// An error at the next byte.
  func error(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason: position < bytes.count ? reason : .unexpectedEnd, byteOffset: position)
  }

  /// The next byte that is no white space, or `nil` at the end.
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }

  /// Steps over a byte that must come next, white space before it left out.
  mutating func expect(_ byte: UInt8, _ reason: JSONError.Reason) throws(JSONError) {
    guard peek() == byte else { throw error(reason) }
    position += 1
  }

  /// Steps over a byte if it comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  /// Steps over a value.
  ///
  /// - Returns: Where it stands, white space around it left out.
  /// - Complexity: O(its length).
  mutating func value(depth: Int = 0) throws(JSONError) -> Range<Int> {
    guard let first = peek() else { throw error(.unexpectedEnd) }
    let start = position
    switch first {
    case 0x22: _ = try string()
    case 0x7B, 0x5B:
      guard depth < Self.maximumDepth else { throw error(.tooDeep) }
      position += 1
      if first == 0x7B { try members(depth: depth) } else { try elements(depth: depth) }
    case 0x74: try literal("true")
    case 0x66: try literal("false")
    case 0x6E: try literal("null")
    case 0x2D, 0x30...0x39: try number()
    default: throw error(.expectedValue)
    }
    return start..<position
  }

  /// Steps over a string that begins at the next byte.
  ///
  /// - Returns: What stands between its quotation marks, and whether escapes are in it.
  /// - Complexity: O(its length).
  mutating func string() throws(JSONError) -> (range: Range<Int>, hasEscapes: Bool) {
    try expect(0x22, .expectedValue)
    let start = position
    let (end, hasEscapes) = try Self.endOfString(in: bytes, from: start)
    position = end
    guard end < bytes.count else { throw error(.unexpectedEnd) }
    position += 1
    return (start..<end, hasEscapes)
  }

  /// Where the quotation mark stands that ends a string, and whether escapes come before it.
  private static func endOfString(
    in bytes: [UInt8], from start: Int
  ) throws(JSONError) -> (end: Int, hasEscapes: Bool) {
    let span = bytes.span
    var end = start
    var hasEscapes = false
    while end < span.count, span[end] != 0x22 {
      let byte = span[end]
      if byte == 0x5C {
        hasEscapes = true
        end += try JSONEscape(bytes, at: end).length
      } else if byte < 0x20 {
        throw JSONError(reason: .controlCharacter, byteOffset: end)
      } else {
        end += 1
      }
    }
    return (end, hasEscapes)
  }

  private mutating func members(depth: Int) throws(JSONError) {
    guard !skip(0x7D) else { return }
    while true {
      guard peek() == 0x22 else { throw error(.expectedName) }
      _ = try string()
      try expect(0x3A, .expectedColon)
      _ = try value(depth: depth + 1)
      if skip(0x7D) { return }
      try expect(0x2C, .expectedCommaOrEnd)
    }
  }

  private mutating func elements(depth: Int) throws(JSONError) {
    guard !skip(0x5D) else { return }
    while true {
      _ = try value(depth: depth + 1)
      if skip(0x5D) { return }
      try expect(0x2C, .expectedCommaOrEnd)
    }
  }

  private mutating func literal(_ word: StaticString) throws(JSONError) {
    for byte in "\(word)".utf8 {
      guard position < bytes.count, bytes[position] == byte else { throw error(.expectedValue) }
      position += 1
    }
  }

  private mutating func number() throws(JSONError) {
    if bytes[position] == 0x2D { position += 1 }
    if position < bytes.count, bytes[position] == 0x30 {
      position += 1
    } else {
      try digits()
    }
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      try digits()
    }
    // `01` and `1x` are no numbers.
    if position < bytes.count, Self.continuesNumber(bytes[position]) { throw error(.badNumber) }
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while position < bytes.count, 0x30...0x39 ~= bytes[position] { position += 1 }
    guard position > start else { throw error(.badNumber) }
  }

  private static func continuesNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }
}
