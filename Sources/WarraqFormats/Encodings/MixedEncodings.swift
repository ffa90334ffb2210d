internal import WarraqText

/// Lines of windows-1256 or ISO-8859-6 in a text that is UTF-8: pages pasted together.
enum MixedEncodings {
  /// Ill-formed parts that a line must have.
  private static let fewestParts = 6

  /// A diagnostic for each line whose ill-formed bytes are Arabic in a charset of single bytes.
  ///
  /// - Parameter repairs: The ill-formed parts, in order.
  /// - Complexity: O(*n*).
  static func diagnostics(of bytes: [UInt8], _ repairs: [SourceText.Repair]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var next = repairs.startIndex
    while next < repairs.endIndex {
      let first = next
      let start = repairs[first].source.lowerBound
      let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      while next < repairs.endIndex, repairs[next].source.lowerBound < lineEnd { next += 1 }
      guard next - first >= fewestParts,
        let name = charset(of: bytes, in: start..<repairs[next - 1].source.upperBound)
      else { continue }
      let range = repairs[first].position.lowerBound..<repairs[next - 1].position.upperBound
      found.append(
        Diagnostic(
          code: "mixed-encodings", range: range,
          message: "bytes at offset \(start) look like \(name) in a text of UTF-8"))
    }
    return found
  }

  private static func charset(of bytes: [UInt8], in range: Range<Int>) -> String? {
    EncodingDetector.arabic(ByteCounts(bytes[range]))?.decoding.name
  }
}
