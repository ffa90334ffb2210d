internal import WarraqText

/// What is done about bytes that are not of the encoding.
public enum InvalidBytesPolicy: String, CaseIterable, Sendable {
  /// Each maximal ill-formed part becomes U+FFFD and gets a diagnostic.
  case repair
  /// The document is rejected.
  case fail
}

/// How documents are read.
public struct ReadingOptions: Sendable {
  /// How inputs are encoded.
  public var encoding: EncodingChoice
  /// What is done about bytes that are not of the encoding.
  public var onInvalid: InvalidBytesPolicy
  /// Finds the fields of JSON Lines.
  public var jsonLines: JSONLinesReader
  /// Tells whether the user has asked to stop.
  public var interruption: Interruption

  /// Options.
  public init(
    encoding: EncodingChoice = .auto, onInvalid: InvalidBytesPolicy = .repair,
    jsonLines: JSONLinesReader = JSONLinesReader(), interruption: Interruption = .never
  ) {
    self.encoding = encoding
    self.onInvalid = onInvalid
    self.jsonLines = jsonLines
    self.interruption = interruption
  }
}

/// Reads the documents of one input, one after the other.
///
/// JSON Lines are read line by line and never held whole.
public struct DocumentReader {
  /// What is read.
  public let input: Input
  let options: ReadingOptions
  private(set) var bytes: ByteReader
  /// What lines of JSON are in; `nil` for UTF-8.
  private let lineEncoding: LineEncoding?
  private var isFinished = false
  private var line = 0
  private var record = 0

  /// Opens an input.
  ///
  /// - Throws: ``InputFault`` where it cannot be read, or is of a kind that is not supported.
  public init(_ input: Input, options: ReadingOptions) throws(InputFault) {
    self.input = input
    self.options = options
    do {
      let file: SystemFile
      switch input.source {
      case .standardInput: file = .standardInput
      case .file(let path): file = try .reading(path)
      }
      bytes = ByteReader(
        file, bufferSize: input.format == .jsonl ? 1 << 20 : 1 << 16,
        interruption: options.interruption)
      if let kind = Self.compression(try bytes.peek(4)) {
        throw InputFault(
          kind: .unreadable, path: input.path, line: 1, message: "\(kind) is not supported yet")
      }
      lineEncoding = input.format == .jsonl ? try LineEncoding(&bytes, options.encoding) : nil
    } catch let error as FileError {
      throw Self.fault(error, input, .unreadable, line: 1)
    } catch let error as InputFault {
      throw error
    } catch {
      preconditionFailure("files throw FileError only")
    }
  }

  /// The next document; `nil` after the last one.
  ///
  /// - Throws: ``InputFault``. The next call goes on with the next document.
  public mutating func next() throws(InputFault) -> InputDocument? {
    guard !isFinished else { return nil }
    switch input.format {
    case .text, .html:
      isFinished = true
      return try wholeFile()
    case .jsonl: return try nextRecord()
    }
  }

  private static func compression(_ start: [UInt8]) -> String? {
    if start.starts(with: [0x1F, 0x8B]) { return "gzip-compressed input" }
    if start == [0x28, 0xB5, 0x2F, 0xFD] { return "zstd-compressed input" }
    return nil
  }

  private static func fault(
    _ error: FileError, _ input: Input, _ kind: InputFault.Kind, line: Int
  ) -> InputFault {
    InputFault(
      kind: error.isInterruption ? .interrupted : kind, path: input.path, line: line,
      message: error.description)
  }

  private func rejection(_ message: String, line: Int, id: String?) -> InputFault {
    InputFault(kind: .rejected, path: input.path, line: line, id: id, message: message)
  }

  // MARK: Text

  private mutating func wholeFile() throws(InputFault) -> InputDocument {
    let content: [UInt8]?
    do {
      content = try bytes.rest(limit: SourceText.maximumLength)
    } catch {
      throw Self.fault(error, input, .unreadable, line: 1)
    }
    do {
      guard let content else { throw TextError.tooLong(bytes: SourceText.maximumLength + 1) }
      return try decoded(content)
    } catch {
      var line = 1
      if case .invalidUTF8(let offset) = error as? TextError, let content {
        line += content[..<offset].count { $0 == 0x0A }
      } else if let fault = error as? DecodingFault {
        line += fault.feeds
      }
      throw rejection("\(error)", line: line, id: input.name)
    }
  }

  private func decoded(_ content: [UInt8]) throws -> InputDocument {
    let isPage = input.format == .html
    let decoded = try DecodedText(
      content, encoding: options.encoding, onInvalid: options.onInvalid,
      declared: { isPage ? HTMLCharset.declared(in: content) : nil })
    var document = InputDocument(
      id: input.name, path: input.path, bytes: content, text: decoded.text,
      diagnostics: decoded.diagnostics)
    document.encoding = decoded.encoding
    if isPage { document.read(HTMLPage(decoded.text)) }
    return document
  }

  /// Hands on the next piece of a text input as it is in the file, in place of the document.
  ///
  /// - Parameter body: Takes the bytes; they hold until it returns.
  /// - Returns: `false` at the end; then `body` is not called.
  mutating func nextPiece(_ body: (Span<UInt8>) -> Void) throws(InputFault) -> Bool {
    precondition(input.format == .text, "lines of JSON are documents of their own")
    guard !isFinished else { return false }
    try checkInterruption()
    do {
      isFinished = try !bytes.piece(body)
      return !isFinished
    } catch {
      isFinished = true
      throw Self.fault(error, input, .unreadable, line: 1)
    }
  }

  /// Whether a text input is read as UTF-8, as far as its beginning tells.
  mutating func isReadAsUTF8() throws(InputFault) -> Bool {
    switch options.encoding {
    case .utf8: return true
    case .windows1256, .iso8859Part6, .utf16: return false
    case .auto:
      do {
        return EncodingDetector.isUTF8(try bytes.peek(1 << 16))
      } catch {
        throw Self.fault(error, input, .unreadable, line: 1)
      }
    }
  }

  /// Throws where the user has asked to stop.
  func checkInterruption() throws(InputFault) {
    guard options.interruption.isRequested() else { return }
    throw InputFault(kind: .interrupted, path: input.path, line: 1, message: "interrupted")
  }

  /// The fault of a text input whose bytes are no text.
  func rejection(_ error: TextError, line: Int) -> InputFault {
    rejection("\(error)", line: line, id: input.name)
  }

  // MARK: JSON Lines

  private mutating func nextRecord() throws(InputFault) -> InputDocument? {
    while let line = try nextLine() {
      self.line += 1
      guard case .bytes(var content) = line else {
        record += 1
        throw rejection("the line is too long", line: self.line, id: nil)
      }
      var encoding = SourceEncoding.utf8
      if let lineEncoding {
        encoding = lineEncoding.encoding
        do {
          content = try lineEncoding.decode(content, onInvalid: options.onInvalid)
        } catch {
          record += 1
          throw rejection("\(error)", line: self.line, id: nil)
        }
      }
      if self.line == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) { content.removeFirst(3) }
      if content.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      record += 1
      var document = try document(content)
      document.encoding = encoding
      return document
    }
    isFinished = true
    return nil
  }

  private mutating func nextLine() throws(InputFault) -> ByteReader.Line? {
    do {
      return try bytes.line(limit: SourceText.maximumLength)
    } catch {
      isFinished = true
      throw Self.fault(error, input, line == 0 ? .unreadable : .rejected, line: line + 1)
    }
  }

  private func document(_ content: [UInt8]) throws(InputFault) -> InputDocument {
    let fields: JSONLinesRecord
    do {
      fields = try options.jsonLines.read(content)
    } catch {
      throw rejection(error.description, line: line, id: id(ofRejected: content))
    }
    let id = fields.id ?? recordName
    do {
      let decoded = try DecodedText(fields, of: content, onInvalid: options.onInvalid)
      return InputDocument(
        id: id, path: input.path, line: line, bytes: fields.text, text: decoded.text,
        diagnostics: decoded.diagnostics, meta: decoded.meta, reference: fields.reference)
    } catch {
      throw rejection("\(error)", line: line, id: id)
    }
  }

  private var recordName: String { "\(input.name)#\(record)" }

  /// The id of a line that is JSON but no document; `nil` where it is no JSON.
  private func id(ofRejected line: [UInt8]) -> String? {
    do {
      return try options.jsonLines.id(of: line) ?? recordName
    } catch {
      return nil
    }
  }
}
