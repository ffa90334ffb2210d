/// One document's text: valid UTF-8, checked once, never changed afterwards.
///
/// Every offset that Warraq reports points into this text. A leading byte order mark of the input
/// is not part of it.
public struct SourceText: Sendable, Hashable {
  /// The text as UTF-8.
  public let utf8: [UInt8]

  /// Bytes a text may have: offsets and counts, some of them tripled by composition, are kept in
  /// 32 bits.
  public static let maximumLength = Int(Int32.max) / 4

  /// Takes bytes that must be valid UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - keepingMark: Whether a leading U+FEFF is content, as inside a JSON string, not a mark.
  /// - Throws: ``TextError`` with the byte offset, in `bytes`, of the first ill-formed sequence.
  /// - Complexity: O(*n*).
  public init(
    validating bytes: [UInt8], keepingMark: Bool = false
  ) throws(TextError) {
    guard bytes.count <= Self.maximumLength else { throw .tooLong(bytes: bytes.count) }
    if let bad = UTF8Validation.firstIllFormed(in: bytes.span, from: 0) {
      throw .invalidUTF8(byteOffset: bad.lowerBound)
    }
    utf8 = keepingMark ? bytes : Self.withoutMark(bytes)
  }

  /// The text of a string.
  public init(_ string: String) {
    utf8 = Array(string.utf8)
  }

  /// Takes bytes that are known to be valid UTF-8, such as parts of another text.
  package init(valid utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// Takes bytes that may hold invalid UTF-8, and repairs them.
  ///
  /// Each maximal ill-formed part becomes one U+FFFD (The Unicode Standard, 3.9, "U+FFFD
  /// Substitution of Maximal Subparts"), as Python's `errors="replace"` does.
  ///
  /// - Throws: ``TextError`` only where the text is too long.
  /// - Complexity: O(*n*).
  public static func repairing(
    _ bytes: [UInt8], keepingMark: Bool = false
  ) throws(TextError) -> (text: SourceText, repairs: [Repair]) {
    guard bytes.count <= maximumLength else { throw .tooLong(bytes: bytes.count) }
    var repairs: [Repair] = []
    var output: [UInt8] = []
    var copied = 0
    let mark = hasMark(bytes) && !keepingMark ? 3 : 0
    while let bad = UTF8Validation.firstIllFormed(in: bytes.span, from: copied) {
      if output.isEmpty { output.reserveCapacity(bytes.count + 64) }
      output.append(contentsOf: bytes[copied..<bad.lowerBound])
      let position = UTF8Offset(output.count - mark)
      output.append(contentsOf: replacement)
      repairs.append(
        Repair(
          position: position..<UTF8Offset(position.value + replacement.count), source: bad))
      copied = bad.upperBound
    }
    guard !repairs.isEmpty else {
      return (SourceText(valid: keepingMark ? bytes : withoutMark(bytes)), [])
    }
    output.append(contentsOf: bytes[copied...])
    // One bad byte becomes three.
    guard output.count <= maximumLength else { throw .tooLong(bytes: output.count) }
    return (SourceText(valid: keepingMark ? output : withoutMark(output)), repairs)
  }

  /// One repaired place of a text.
  public struct Repair: Sendable, Hashable {
    /// Where the U+FFFD stands in the text.
    public let position: TextRange
    /// The ill-formed bytes in the input.
    public let source: Range<Int>
  }

  /// Number of UTF-8 bytes.
  public var count: Int { utf8.count }

  /// The whole text as a range.
  public var range: TextRange { TextRange(utf8: 0..<utf8.count) }

  /// The characters of a range, as a string.
  ///
  /// - Complexity: O(length of the range).
  public subscript(_ range: TextRange) -> String {
    String(decoding: utf8[range.utf8], as: UTF8.self)
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func hasMark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    hasMark(bytes) ? Array(bytes[3...]) : bytes
  }
}

/// Why bytes are not a text.
public enum TextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An ill-formed sequence begins at this byte of the input.
  case invalidUTF8(byteOffset: Int)
  /// The input is longer than ``SourceText/maximumLength``.
  case tooLong(bytes: Int)

  /// The message shown to users.
  public var description: String {
    switch self {
    case .invalidUTF8(let offset): "invalid UTF-8 at byte offset \(offset)"
    case .tooLong(let bytes):
      "document of \(bytes) bytes is too long (at most \(SourceText.maximumLength))"
    }
  }
}
