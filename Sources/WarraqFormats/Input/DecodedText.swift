internal import WarraqText

/// Bytes made a text, with what had to be repaired.
struct DecodedText {
  private(set) var text: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  /// What the bytes were taken for.
  private(set) var encoding = SourceEncoding.utf8
  /// The other fields of a line of JSON Lines, as valid UTF-8.
  private(set) var meta: [UInt8]?

  /// Decodes a whole file.
  ///
  /// - Parameter declared: Finds the charset that the document itself declares, for files that are
  ///   neither marked nor UTF-8.
  /// - Throws: ``TextError`` or ``DecodingFault``, with the byte offset in the file.
  init(
    _ bytes: [UInt8], encoding choice: EncodingChoice = .utf8, onInvalid: InvalidBytesPolicy,
    declared: () -> String? = { nil }
  ) throws {
    switch choice {
    case .utf8: try self.init(utf8: bytes, onInvalid: onInvalid)
    case .windows1256: try self.init(bytes, in: .windows1256, onInvalid: onInvalid)
    case .iso8859Part6: try self.init(bytes, in: .iso8859Part6, onInvalid: onInvalid)
    case .utf16:
      var found = EncodingDetector.early(bytes)
      if case .utf16 = found?.decoding {} else { found = nil }
      try self.init(
        bytes, in: found?.decoding ?? .utf16(isBigEndian: false), mark: found?.mark ?? 0,
        onInvalid: onInvalid)
    case .auto: self = try Self.detecting(bytes, onInvalid: onInvalid, declared: declared)
    }
    if choice != .auto { encoding.confidence = nil }
  }

  private init(_ text: SourceText, confidence: Double, diagnostics: [Diagnostic] = []) {
    self.text = text
    self.diagnostics = diagnostics
    encoding.confidence = confidence
  }

  private static func detecting(
    _ bytes: [UInt8], onInvalid: InvalidBytesPolicy, declared: () -> String?
  ) throws -> DecodedText {
    var found = EncodingDetector.early(bytes)
    if found == nil || found?.decoding == .utf8 {
      // Most files are UTF-8, and validation is needed anyway.
      do {
        return DecodedText(try SourceText(validating: bytes), confidence: 1)
      } catch .tooLong(let bytes) {
        throw TextError.tooLong(bytes: bytes)
      } catch {}
      let repaired = try SourceText.repairing(bytes)
      let legacy = found ?? EncodingDetector.legacy(bytes, repaired, declared: declared())
      if legacy.decoding == .utf8 {
        if onInvalid == .fail { _ = try SourceText(validating: bytes) }
        return DecodedText(
          repaired.text, confidence: legacy.confidence,
          diagnostics: repaired.repairs.map { diagnostic($0, of: "") }
            + MixedEncodings.diagnostics(of: bytes, repaired.repairs))
      }
      found = legacy
    }
    guard let found else { preconditionFailure("what is not UTF-8 has been found") }
    var decoded = try DecodedText(
      bytes, in: found.decoding, mark: found.mark, onInvalid: onInvalid)
    decoded.encoding.confidence = found.confidence
    return decoded
  }

  private init(utf8 bytes: [UInt8], onInvalid: InvalidBytesPolicy) throws(TextError) {
    switch onInvalid {
    case .fail:
      text = try SourceText(validating: bytes)
    case .repair:
      let repaired = try SourceText.repairing(bytes)
      text = repaired.text
      diagnostics =
        repaired.repairs.map { Self.diagnostic($0, of: "") }
        + MixedEncodings.diagnostics(of: bytes, repaired.repairs)
    }
  }

  /// Decodes bytes of another encoding than UTF-8.
  private init(
    _ bytes: [UInt8], in decoding: Decoding, mark: Int = 0, onInvalid: InvalidBytesPolicy
  ) throws {
    let decoded: (utf8: [UInt8], invalid: [(source: Int, position: Int)])
    switch decoding {
    case .utf8: preconditionFailure("UTF-8 is validated, not decoded")
    case .utf16(let isBigEndian):
      decoded = UTF16Decoder.decode(bytes, from: mark, isBigEndian: isBigEndian)
    case .singleByte(let name):
      guard let charset = SingleByteCharset(name) else {
        preconditionFailure("only charsets that ICU knows are chosen")
      }
      decoded = charset.decode(bytes)
    }
    guard decoded.utf8.count <= SourceText.maximumLength else {
      throw TextError.tooLong(bytes: decoded.utf8.count)
    }
    encoding.name = decoding.name
    if onInvalid == .fail, let first = decoded.invalid.first {
      throw DecodingFault(
        encoding: Self.shown(decoding), byteOffset: first.source,
        feeds: decoded.utf8[..<first.position].count { $0 == 0x0A })
    }
    text = SourceText(valid: decoded.utf8)
    diagnostics = decoded.invalid.map { place in
      Diagnostic(
        code: "invalid-bytes", range: TextRange(utf8: place.position..<place.position + 3),
        message: "invalid \(Self.shown(decoding)) at byte offset \(place.source)")
    }
  }

  private static func shown(_ decoding: Decoding) -> String {
    switch decoding {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .singleByte(let name): name.hasPrefix("iso") ? name.uppercased() : name
    }
  }

  /// Decodes the text and the other fields of a line.
  ///
  /// - Throws: ``TextError`` or ``JSONError``, with the byte offset in the line.
  init(
    _ fields: JSONLinesRecord, of line: [UInt8], onInvalid: InvalidBytesPolicy
  ) throws {
    if onInvalid == .fail {
      _ = try SourceText(validating: line)
      if let lone = fields.loneSurrogates.first {
        throw JSONError(reason: .loneSurrogate, byteOffset: lone.line)
      }
      text = try SourceText(validating: fields.text, keepingMark: true)
      meta = fields.meta
      return
    }
    let repaired = try SourceText.repairing(fields.text, keepingMark: true)
    text = repaired.text
    diagnostics = repaired.repairs.map { Self.diagnostic($0, of: " of the text field") }
    addSurrogates(fields, repaired.repairs)
    let others = try SourceText.repairing(fields.meta)
    meta = others.text.utf8
    if !others.repairs.isEmpty {
      diagnostics.insert(
        Diagnostic(
          code: "invalid-utf8", range: TextRange(utf8: 0..<0),
          message: "\(others.repairs.count) ill-formed parts in other fields"), at: 0)
    }
  }

  /// Adds the places where a U+FFFD stands for half of a surrogate pair.
  private mutating func addSurrogates(_ fields: JSONLinesRecord, _ repairs: [SourceText.Repair]) {
    guard !fields.loneSurrogates.isEmpty else { return }
    var growth = 0
    var next = repairs.startIndex
    for lone in fields.loneSurrogates {
      // Each repair before it made the text longer or shorter.
      while next < repairs.endIndex, repairs[next].source.lowerBound < lone.content {
        growth += 3 - repairs[next].source.count
        next += 1
      }
      let start = lone.content + growth
      diagnostics.append(
        Diagnostic(
          code: "lone-surrogate", range: TextRange(utf8: start..<start + 3),
          message: "half of a surrogate pair at byte offset \(lone.line) of the line"))
    }
    diagnostics.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func diagnostic(_ repair: SourceText.Repair, of whole: String) -> Diagnostic {
    Diagnostic(
      code: "invalid-utf8", range: repair.position,
      message: "invalid UTF-8 at byte offset \(repair.source.lowerBound)\(whole)")
  }
}
