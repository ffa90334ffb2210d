internal import WarraqICU
internal import WarraqText

/// Finds out how a file is encoded.
///
/// A byte order mark tells; else bytes that are well-formed UTF-8 are UTF-8, as text in no other
/// encoding is that by chance. What is neither is UTF-16 where every other byte is a high one of
/// Arabic or ASCII, damaged UTF-8 where most of it is well formed, or a charset of single bytes:
/// windows-1256 or ISO-8859-6 by the frequencies of Arabic letters, others by ICU's detector.
struct EncodingDetector: Sendable {
  /// What was found.
  struct Finding: Sendable {
    var decoding: Decoding
    var confidence: Double
    /// Bytes of the mark in front.
    var mark = 0
  }

  /// Bytes that are looked at for the pattern of UTF-16.
  private static let sampleSize = 4096
  /// Bytes above ASCII that say something about a charset which is not Arabic.
  private static let fewestBytes = 4

  /// The finding that needs no validation: by a mark, or by the pattern of UTF-16.
  ///
  /// - Complexity: O(1).
  static func early(_ bytes: some RandomAccessCollection<UInt8>) -> Finding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Finding(decoding: .utf8, confidence: 1, mark: 3)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return Finding(decoding: .utf16(isBigEndian: false), confidence: 1, mark: 2)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return Finding(decoding: .utf16(isBigEndian: true), confidence: 1, mark: 2)
    }
    return unmarkedUTF16(bytes)
  }

  /// UTF-16 without a mark: Arabic letters have 06 for their high byte, ASCII has 00, and neither is
  /// a byte of a text in any other encoding.
  private static func unmarkedUTF16(_ bytes: some RandomAccessCollection<UInt8>) -> Finding? {
    var high = (0, 0)
    var pairs = 0
    var first: UInt8?
    for byte in bytes.prefix(sampleSize) {
      guard let even = first else {
        first = byte
        continue
      }
      if even == 0x00 || even == 0x06 { high.0 += 1 }
      if byte == 0x00 || byte == 0x06 { high.1 += 1 }
      pairs += 1
      first = nil
      // Other texts have no such bytes at all.
      if pairs == 32, high == (0, 0) { return nil }
    }
    guard pairs >= 4 else { return nil }
    let (even, odd) = (Double(high.0) / Double(pairs), Double(high.1) / Double(pairs))
    // Presentation forms, typographic marks and other scripts have other high bytes.
    guard max(even, odd) > 0.6, min(even, odd) < 0.25 else { return nil }
    return Finding(
      decoding: .utf16(isBigEndian: even > odd), confidence: max(even, odd) - min(even, odd) / 2)
  }

  /// Whether the first bytes of a file are those of a text in UTF-8, which may be damaged.
  ///
  /// - Complexity: O(*n*).
  static func isUTF8(_ sample: [UInt8]) -> Bool {
    if let early = early(sample) { return early.decoding == .utf8 }
    guard let found = legacy(sample: sample) else { return true }
    return found.decoding == .utf8
  }

  /// The finding for the first bytes of a file that are not marked; `nil` where they are well-formed
  /// UTF-8.
  static func legacy(sample: [UInt8]) -> Finding? {
    guard let repaired = try? SourceText.repairing(sample), !repaired.repairs.isEmpty else {
      return nil
    }
    return legacy(sample, repaired)
  }

  /// The finding for bytes that have been repaired as UTF-8.
  static func legacy(
    _ bytes: [UInt8], _ repaired: (text: SourceText, repairs: [SourceText.Repair]),
    declared: String? = nil
  ) -> Finding {
    let illFormed = repaired.repairs.count
    var wellFormed = -illFormed
    for byte in repaired.text.utf8 where byte >= 0xC0 { wellFormed += 1 }
    return legacy(bytes, wellFormed: wellFormed, illFormed: illFormed, declared: declared)
  }

  /// The finding for bytes that are neither marked nor well-formed UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - wellFormed: Sequences of two bytes and more that are well-formed UTF-8.
  ///   - illFormed: Maximal ill-formed parts.
  ///   - declared: The charset that the document itself declares, by any of its names.
  /// - Complexity: O(*n*).
  private static func legacy(
    _ bytes: [UInt8], wellFormed: Int, illFormed: Int, declared: String? = nil
  ) -> Finding {
    let damaged = Finding(
      decoding: .utf8, confidence: Double(wellFormed) / Double(max(wellFormed + illFormed, 1)))
    // Arabic in a charset of single bytes is well formed in one of fifty places.
    if wellFormed > 0, wellFormed * 3 >= illFormed { return damaged }
    let counts = ByteCounts(bytes)
    let arabic = arabic(counts)
    let own = declared.flatMap(Charsets.name(of:))
    if let arabic {
      // A declaration decides only where the letters do not.
      if arabic.confidence < 0.9, own == "windows-1256" || own == "iso-8859-6", let own {
        return Finding(decoding: .singleByte(own), confidence: 0.9)
      }
      return arabic
    }
    if let own, own != "utf-8", SingleByteCharset(own) != nil {
      return Finding(decoding: .singleByte(whatwg(own)), confidence: 0.8)
    }
    guard wellFormed == 0, counts.high >= fewestBytes,
      let found = try? Charsets.detected(in: sample(bytes)), found.confidence >= 0.25,
      SingleByteCharset(found.name) != nil
    else { return damaged }
    return Finding(decoding: .singleByte(whatwg(found.name)), confidence: found.confidence)
  }

  /// windows-1256 or ISO-8859-6, where the bytes are Arabic in one of them.
  static func arabic(_ bytes: ByteCounts) -> Finding? {
    guard bytes.following * 2 >= bytes.high else { return nil }
    let windows = ArabicEvidence(bytes, in: .windows1256)
    let iso = ArabicEvidence(bytes, in: .iso8859Part6)
    let isWindows = windows.cost <= iso.cost
    let best = isWindows ? windows : iso
    guard best.bytes >= 3, best.fit >= 0.85, best.cost < best.bytes * 520 else { return nil }
    // In nats.
    let margin = Double(abs(windows.cost - iso.cost)) / 100
    return Finding(
      decoding: isWindows ? .windows1256 : .iso8859Part6,
      confidence: best.fit * margin / (margin + 1))
  }

  /// A part of the bytes that is worth a look: from the first one above ASCII on.
  private static func sample(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    return bytes[max(0, first - 200)...]
  }

  /// The charset that is meant by those who say Latin-1 (WHATWG Encoding Standard).
  private static func whatwg(_ name: String) -> String {
    name == "iso-8859-1" || name == "us-ascii" ? "windows-1252" : name
  }
}
