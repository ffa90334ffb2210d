import WarraqText

/// Finds the tokens that hold punctuation inside: URLs, e-mail addresses, hashtags, mentions.
enum Links {
  /// The link that begins at a word boundary, if any.
  ///
  /// - Complexity: O(length of the link, or of the word that is none).
  static func token(at start: Int, in bytes: Span<UInt8>, end: Int) -> Token? {
    guard start < end else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "#"):
      return tagged(start, .hashtag, in: bytes, limit: end)
    case UInt8(ascii: "@"):
      return tagged(start, .mention, in: bytes, limit: end)
    case let byte where isWordByte(byte):
      return url(at: start, in: bytes, limit: end) ?? email(at: start, in: bytes, limit: end)
    default:
      return nil
    }
  }

  // MARK: URLs

  private static let schemes: [[UInt8]] = [
    "https://", "http://", "ftp://", "www.",
  ].map { Array($0.utf8) }

  private static func url(at start: Int, in bytes: Span<UInt8>, limit: Int) -> Token? {
    // h, f or w, in either case
    guard [0x68, 0x66, 0x77].contains(bytes[start] | 0x20),
      let scheme = schemes.first(where: { hasPrefix($0, at: start, in: bytes, limit: limit) })
    else { return nil }
    var end = start + scheme.count
    while let decoded = bytes.checkedScalar(at: end, end: limit), isURLScalar(decoded.value) {
      end += decoded.length
    }
    // Marks at the end belong to the sentence, not to the address.
    while end > start + scheme.count, isTrailingMark(bytes[end - 1]) { end -= 1 }
    guard end > start + scheme.count else { return nil }
    return Token(range: TextRange(utf8: start..<end), kind: .url)
  }

  private static func hasPrefix(
    _ prefix: [UInt8], at start: Int, in bytes: Span<UInt8>, limit: Int
  ) -> Bool {
    guard start + prefix.count <= limit else { return false }
    for offset in 0..<prefix.count {
      let byte = bytes[start + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != prefix[offset] { return false }
    }
    return true
  }

  private static func isURLScalar(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F: false
    case 0x060C, 0x061B, 0x061F: false  // ، ؛ ؟
    case 0x80...0xA0, 0xAB, 0xBB, 0x2000...0x206F, 0x3000, 0xFEFF: false  // « » “ ” and spaces
    default: true
    }
  }

  private static func isTrailingMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  // MARK: E-mail addresses

  /// Bytes that the part before the @ may have (RFC 5321, 4.5.3.1.1).
  private static let longestLocalPart = 64

  private static func email(at start: Int, in bytes: Span<UInt8>, limit: Int) -> Token? {
    if start > 0, isLocalByte(bytes[start - 1]) { return nil }
    var at = start
    while at < limit, at - start <= longestLocalPart, isLocalByte(bytes[at]) { at += 1 }
    guard at < limit, at - start <= longestLocalPart, bytes[at] == UInt8(ascii: "@") else {
      return nil
    }
    var end = at + 1
    var lastDot: Int?
    while end < limit {
      if bytes[end] == UInt8(ascii: ".") {
        guard end > at + 1, end + 1 < limit, isWordByte(bytes[end + 1]) else { break }
        lastDot = end
      } else if !isWordByte(bytes[end]), bytes[end] != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    guard let lastDot, end - lastDot > 2 else { return nil }
    return Token(range: TextRange(utf8: start..<end), kind: .email)
  }

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  // MARK: Hashtags and mentions

  private static func tagged(
    _ start: Int, _ kind: TokenKind, in bytes: Span<UInt8>, limit: Int
  ) -> Token? {
    var end = start + 1
    while let decoded = bytes.checkedScalar(at: end, end: limit), isTagScalar(decoded.value, kind) {
      end += decoded.length
    }
    guard end > start + 1 else { return nil }
    return Token(range: TextRange(utf8: start..<end), kind: kind)
  }

  private static func isTagScalar(_ scalar: UInt32, _ kind: TokenKind) -> Bool {
    if scalar == 0x5F { return true }
    if kind == .mention {
      return scalar < 0x80 && isWordByte(UInt8(scalar))
    }
    return switch ScalarTable.shared[scalar].category {
    case .arabicLetter, .letter, .digit, .mark: true
    default: false
    }
  }
}
