internal import WarraqICU
internal import WarraqText

/// A charset of single bytes: windows-1256, ISO-8859-6 and their like. ICU has the tables.
struct SingleByteCharset: Sendable {
  /// The scalar of each byte; `nil` for bytes that the charset does not have.
  let scalars: [UInt32?]
  /// The UTF-8 of each byte; that of U+FFFD for bytes that the charset does not have.
  private let encoded: [[UInt8]]

  /// The charset of a name; `nil` where ICU does not know it, or it has characters of several bytes.
  init?(_ name: String) {
    guard let table = try? Charsets.singleByteTable(of: name) else { return nil }
    scalars = table
    encoded = table.map { scalar in
      var bytes: [UInt8] = []
      bytes.append(utf8: scalar ?? 0xFFFD)
      return bytes
    }
  }

  /// windows-1256.
  static let windows1256 = named("windows-1256")
  /// ISO-8859-6.
  static let iso8859Part6 = named("iso-8859-6")

  private static func named(_ name: String) -> SingleByteCharset {
    guard let charset = SingleByteCharset(name) else {
      preconditionFailure("ICU has every charset of ISO 8859 and of Windows")
    }
    return charset
  }

  /// Decodes bytes to UTF-8.
  ///
  /// - Returns: The text, and for each byte that the charset does not have its offset and that of the
  ///   U+FFFD in its place.
  /// - Complexity: O(*n*).
  func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], invalid: [(source: Int, position: Int)]) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var invalid: [(source: Int, position: Int)] = []
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80, scalars[Int(byte)] == UInt32(byte) {
        output.append(byte)
        continue
      }
      if scalars[Int(byte)] == nil { invalid.append((offset, output.count)) }
      output.append(contentsOf: encoded[Int(byte)])
    }
    return (output, invalid)
  }
}
