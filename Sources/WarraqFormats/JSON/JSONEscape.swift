internal import WarraqText

/// One escape of a JSON string: `\n`, `\u0627`, or two `\u` escapes that are a surrogate pair.
struct JSONEscape {
  /// The scalar that it stands for; `nil` for half of a surrogate pair.
  let scalar: UInt32?
  /// Its bytes.
  let length: Int

  /// Reads the escape that begins with the `\` at a position.
  init(_ bytes: [UInt8], at start: Int) throws(JSONError) {
    guard start + 1 < bytes.count else {
      throw JSONError(reason: .unexpectedEnd, byteOffset: bytes.count)
    }
    let letter = bytes[start + 1]
    guard letter == 0x75 else {
      guard let scalar = Self.simple(letter) else {
        throw JSONError(reason: .badEscape, byteOffset: start)
      }
      self.scalar = scalar
      length = 2
      return
    }
    guard let unit = Self.unit(bytes, at: start) else {
      throw JSONError(reason: .badEscape, byteOffset: start)
    }
    switch unit {
    case 0xD800...0xDBFF:
      if let low = Self.unit(bytes, at: start + 6), 0xDC00...0xDFFF ~= low {
        scalar = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        length = 12
      } else {
        scalar = nil
        length = 6
      }
    case 0xDC00...0xDFFF:
      scalar = nil
      length = 6
    default:
      scalar = unit
      length = 6
    }
  }

  private static func simple(_ letter: UInt8) -> UInt32? {
    switch letter {
    case 0x22, 0x5C, 0x2F: UInt32(letter)
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    default: nil
    }
  }

  /// The UTF-16 unit of a `\uXXXX` at a position, if one stands there.
  private static func unit(_ bytes: [UInt8], at start: Int) -> UInt32? {
    guard start + 6 <= bytes.count, bytes[start] == 0x5C, bytes[start + 1] == 0x75 else {
      return nil
    }
    var unit: UInt32 = 0
    for byte in bytes[start + 2..<start + 6] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}

/// A JSON string's content, escapes decoded.
struct JSONStringContent {
  /// The content as it is in the file, UTF-8 or not.
  private(set) var bytes: [UInt8]
  /// Where, in `bytes`, a U+FFFD stands for half of a surrogate pair, and where in the line the
  /// escape was.
  private(set) var loneSurrogates: [(content: Int, line: Int)] = []

  /// Decodes what stands between the quotation marks of a string that has been scanned.
  ///
  /// - Complexity: O(*n*); runs without escapes are copied as they are.
  init(
    _ line: [UInt8], _ string: (range: Range<Int>, hasEscapes: Bool)
  ) throws(JSONError) {
    guard string.hasEscapes else {
      bytes = Array(line[string.range])
      return
    }
    bytes = []
    bytes.reserveCapacity(string.range.count)
    var copied = string.range.lowerBound
    var position = copied
    while position < string.range.upperBound {
      guard line[position] == 0x5C else {
        position += 1
        continue
      }
      bytes.append(contentsOf: line[copied..<position])
      let escape = try JSONEscape(line, at: position)
      if escape.scalar == nil { loneSurrogates.append((bytes.count, position)) }
      bytes.append(utf8: escape.scalar ?? 0xFFFD)
      position += escape.length
      copied = position
    }
    bytes.append(contentsOf: line[copied..<string.range.upperBound])
  }
}
