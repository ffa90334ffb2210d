import WarraqText

/// How text stands in CoNLL-U, where tabs and line breaks part what is written.
enum CoNLLUText {
  /// A word's form: control characters become their pictures (U+2400 for U+0000), other white space
  /// inside of it and control characters without a picture U+2426.
  static func form(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var form: [UInt8] = []
    form.reserveCapacity(bytes.count)
    forEachScalar(bytes) { scalar in
      switch scalar {
      case 0..<0x21: form.append(utf8: 0x2400 + scalar)
      case 0x7F: form.append(utf8: 0x2421)
      case _ where isSpace(scalar) || isControl(scalar): form.append(utf8: 0x2426)
      default: form.append(utf8: scalar)
      }
    }
    return form
  }

  /// A value of the column MISC. White space and what parts values is escaped as UDPipe does (`\s`,
  /// `\t`, `\n`, `\r`, `\p` for `|`, `\\`); other white space and control characters are `\u` and four
  /// hexadecimal digits.
  static func escaped(_ bytes: some Collection<UInt8>) -> String {
    var output: [UInt8] = []
    forEachScalar(Array(bytes)[...]) { scalar in
      switch scalar {
      case 0x20: output += [0x5C, 0x73]
      case 0x09: output += [0x5C, 0x74]
      case 0x0A: output += [0x5C, 0x6E]
      case 0x0D: output += [0x5C, 0x72]
      case 0x7C: output += [0x5C, 0x70]
      case 0x5C: output += [0x5C, 0x5C]
      case _ where isSpace(scalar) || isControl(scalar):
        output += [0x5C, 0x75]
        output += Array(RecordWriter.name(of: scalar).utf8.dropFirst(2))
      default: output.append(utf8: scalar)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// An id in a comment: white space, control characters, `%`, and for ids of sentences `/` too, are
  /// percent-encoded. An empty one is `_`.
  static func name(_ id: String, keepsSlashes: Bool) -> String {
    var output: [UInt8] = []
    forEachScalar(Array(id.utf8)[...]) { scalar in
      var encoded: [UInt8] = []
      encoded.append(utf8: scalar)
      guard
        isSpace(scalar) || isControl(scalar) || scalar == 0x25 || scalar == 0x2F && !keepsSlashes
      else {
        output += encoded
        return
      }
      for byte in encoded {
        output += Array((byte < 0x10 ? "%0" : "%").utf8)
        output += Array(String(byte, radix: 16, uppercase: true).utf8)
      }
    }
    return output.isEmpty ? "_" : String(decoding: output, as: UTF8.self)
  }

  /// Whether any white space is among the characters.
  static func hasSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    var found = false
    forEachScalar(bytes) { found = found || isSpace($0) }
    return found
  }

  private static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || 0x7F...0x9F ~= scalar
  }

  /// White space of Unicode, and the four separators that Python takes for white space too.
  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  private static func forEachScalar(_ bytes: ArraySlice<UInt8>, _ body: (UInt32) -> Void) {
    var position = 0
    let text = Array(bytes)
    while position < text.count {
      let scalar = text.span.scalar(at: position)
      body(scalar.value)
      position += scalar.length
    }
  }
}
