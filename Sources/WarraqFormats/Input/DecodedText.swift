internal import WarraqText

/// Bytes made a text, with what had to be repaired.
struct DecodedText {
  private(set) var text: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  /// The other fields of a line of JSON Lines, as valid UTF-8.
  private(set) var meta: [UInt8]?

  /// Decodes a whole file.
  ///
  /// - Throws: ``TextError``, with the byte offset in the file.
  init(_ bytes: [UInt8], onInvalid: InvalidBytesPolicy) throws(TextError) {
    switch onInvalid {
    case .fail:
      text = try SourceText(validating: bytes)
    case .repair:
      let repaired = try SourceText.repairing(bytes)
      text = repaired.text
      diagnostics = repaired.repairs.map { Self.diagnostic($0, of: "") }
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
