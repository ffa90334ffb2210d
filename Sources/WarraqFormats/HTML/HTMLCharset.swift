/// The charset that a page declares in its first bytes: `<meta charset=…>`, `<meta http-equiv … content
/// ="text/html; charset=…">` or `<?xml … encoding=…?>`.
enum HTMLCharset {
  /// Bytes that are looked at. HTML asks for 1024; many pages have more before it.
  private static let sampleSize = 8192
  /// Longest name of a charset.
  private static let longestName = 40

  /// The declared charset, as it is written; `nil` where there is none.
  ///
  /// - Complexity: O(1).
  static func declared(in bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(sampleSize).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return name(behind: "charset", in: sample) ?? name(behind: "encoding", in: sample)
  }

  private static func name(behind word: String, in sample: [UInt8]) -> String? {
    let word = Array(word.utf8)
    var position = 0
    while position + word.count < sample.count {
      guard sample[position...].starts(with: word) else {
        position += 1
        continue
      }
      position += word.count
      func skip(_ allowed: (UInt8) -> Bool) {
        while position < sample.count, allowed(sample[position]) { position += 1 }
      }
      skip(HTMLTextBuilder.isSpace)
      guard position < sample.count, sample[position] == 0x3D else { continue }
      position += 1
      skip { HTMLTextBuilder.isSpace($0) || $0 == 0x22 || $0 == 0x27 }
      let start = position
      skip(isNameByte)
      let name = sample[start..<position]
      if !name.isEmpty, name.count <= longestName { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte == 0x2D || byte == 0x5F || byte == 0x3A
      || byte == 0x2E
  }
}
