/// Writes compact JSON (RFC 8259) into bytes.
///
/// The writer puts commas where they belong; that objects and arrays are closed in the right order
/// is the caller's part. Nothing but `"`, `\` and the control characters below U+0020 is escaped,
/// so Arabic stays readable.
///
/// ```swift
/// var json = JSONWriter()
/// json.beginObject()
/// json.field("id", "a.txt")
/// json.field("length", 8123)
/// json.endObject()  // {"id":"a.txt","length":8123}
/// ```
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  /// A writer with room for some bytes.
  public init(reservingCapacity capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Begins an object, as a value.
  public mutating func beginObject() { open(0x7B) }

  /// Ends the object begun last.
  public mutating func endObject() { close(0x7D) }

  /// Begins an array, as a value.
  public mutating func beginArray() { open(0x5B) }

  /// Ends the array begun last.
  public mutating func endArray() { close(0x5D) }

  /// Writes the name of the object's next member; its value must follow.
  ///
  /// - Parameter name: A name that needs no escapes.
  public mutating func key(_ name: String) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: name.utf8)
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes the name of the object's next member, given as its bytes with quotation marks and colon.
  mutating func key(_ name: PreparedName) {
    separate()
    bytes.append(contentsOf: name.bytes)
    needsComma = false
  }

  /// Writes a string value.
  public mutating func string(_ value: String) {
    separate()
    bytes.append(0x22)
    let start = bytes.count
    bytes.append(contentsOf: value.utf8)
    endString(from: start)
  }

  /// Writes a string value given as valid UTF-8.
  ///
  /// - Complexity: O(*n*); runs without escapes are copied as they are.
  public mutating func string(_ utf8: ArraySlice<UInt8>) {
    separate()
    bytes.append(0x22)
    let start = bytes.count
    bytes.append(contentsOf: utf8)
    endString(from: start)
  }

  /// Writes a number.
  public mutating func integer(_ value: Int) {
    separate()
    bytes.append(decimal: value)
    needsComma = true
  }

  /// Writes a finite number in the shortest form that reads back the same.
  public mutating func number(_ value: Double) {
    precondition(value.isFinite, "JSON has no infinity and no NaN")
    raw(Array(value.description.utf8)[...])
  }

  /// Writes `null`.
  public mutating func null() {
    raw([0x6E, 0x75, 0x6C, 0x6C])
  }

  /// Writes a value that is JSON already.
  public mutating func raw(_ json: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Ends a line; the next value begins a record of its own.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  // MARK: Members

  /// Writes a member whose value is a string, or `null`.
  public mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member whose value is a number, or `null`.
  public mutating func field(_ name: String, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member whose value is a number.
  mutating func field(_ name: PreparedName, _ value: Int) {
    key(name)
    bytes.append(decimal: value)
    needsComma = true
  }

  // MARK: Parts

  /// Ends a string whose content has been copied; few have something to escape.
  private mutating func endString(from start: Int) {
    if Self.hasEscapes(bytes.span.extracting(start..<bytes.count)) { escapeAll(from: start) }
    bytes.append(0x22)
    needsComma = true
  }

  private static func hasEscapes(_ content: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for position in content.indices {
      let byte = content[position]
      // No branch, so that the compiler can take many bytes at once.
      found |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
    }
    return found != 0
  }

  private mutating func escapeAll(from start: Int) {
    let content = Array(bytes[start...])
    bytes.removeLast(content.count)
    var copied = 0
    for position in content.indices {
      let byte = content[position]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      bytes.append(contentsOf: content[copied..<position])
      escape(byte)
      copied = position + 1
    }
    bytes.append(contentsOf: content[copied...])
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0A: bytes.append(0x6E)
    case 0x0C: bytes.append(0x66)
    case 0x0D: bytes.append(0x72)
    default:
      bytes.append(contentsOf: [0x75, 0x30, 0x30, 0x30 + byte >> 4])
      let low = byte & 0x0F
      bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
    }
  }
}

extension [UInt8] {
  /// Appends a number in decimal digits.
  mutating func append(decimal value: Int) {
    if value < 0 { append(0x2D) }
    var rest = value.magnitude
    var unit: UInt = 1
    while rest / unit >= 10 { unit *= 10 }
    while unit > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}

/// The name of a member that records have by the thousand, with its quotation marks and colon.
struct PreparedName: Sendable {
  let bytes: [UInt8]

  private init(_ name: String) { bytes = Array("\"\(name)\":".utf8) }

  static let start = PreparedName("start")
  static let end = PreparedName("end")
  static let text = PreparedName("text")
}
