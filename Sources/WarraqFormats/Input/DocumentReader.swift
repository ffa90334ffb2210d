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
  /// The longest document that is read, in bytes before decoding; longer ones are rejected. What a
  /// compressed file comes to counts, so no file can take more memory than its document may.
  public var maximumDocumentBytes: Int
  /// Tells whether the user has asked to stop.
  public var interruption: Interruption

  /// 64 MiB.
  public static let usualMaximum = 64 << 20

  /// Options.
  public init(
    encoding: EncodingChoice = .auto, onInvalid: InvalidBytesPolicy = .repair,
    jsonLines: JSONLinesReader = JSONLinesReader(), maximumDocumentBytes: Int = usualMaximum,
    interruption: Interruption = .never
  ) {
    self.maximumDocumentBytes = min(maximumDocumentBytes, SourceText.maximumLength)
    self.encoding = encoding
    self.onInvalid = onInvalid
    self.jsonLines = jsonLines
    self.interruption = interruption
  }
}

/// A place between two documents of an input.
public struct ReadingPosition: Hashable, Sendable {
  /// Bytes before it, of what comes out where the input is compressed.
  public var offset = 0
  /// Lines before it, of JSON Lines.
  public var line = 0
  /// Records before it.
  public var record = 0

  /// The start, or a place that was told before.
  public init(offset: Int = 0, line: Int = 0, record: Int = 0) {
    (self.offset, self.line, self.record) = (offset, line, record)
  }
}

/// Reads the documents of one input, one after the other.
///
/// JSON Lines and WARC are read record by record and never held whole.
public struct DocumentReader {
  /// What is read.
  public let input: Input
  let options: ReadingOptions
  private(set) var bytes: ByteReader
  /// What lines of JSON are in; `nil` for UTF-8.
  private let lineEncoding: LineEncoding?
  /// Whether no more documents will come.
  public private(set) var isFinished = false
  private var line = 0
  private var record = 0
  /// Records of WARC that are no documents, so far.
  public private(set) var skippedRecords = 0

  /// Opens an input, and decodes it where it is compressed.
  ///
  /// - Parameter position: Where reading begins, as ``position`` has told it of the same input.
  /// - Throws: ``InputFault`` where it cannot be read.
  public init(
    _ input: Input, options: ReadingOptions, from position: ReadingPosition = ReadingPosition()
  ) throws(InputFault) {
    self.input = input
    self.options = options
    do {
      let file: SystemFile
      switch input.source {
      case .standardInput: file = .standardInput
      case .file(let path): file = try .reading(path)
      }
      let isWhole = input.format == .text || input.format == .html
      bytes = ByteReader(
        file, bufferSize: isWhole ? 1 << 16 : 1 << 20, interruption: options.interruption)
      try bytes.decompress()
      lineEncoding = input.format == .jsonl ? try LineEncoding(&bytes, options.encoding) : nil
      if position.offset > 0 { try bytes.skip(position.offset) }
      (line, record) = (position.line, position.record)
    } catch {
      throw Self.fault(error, input, .unreadable, line: 1)
    }
  }

  /// The place behind the document that was read last.
  public var position: ReadingPosition {
    ReadingPosition(offset: bytes.position, line: line, record: record)
  }

  /// Bytes of the file, as it is on the disk, that documents have been made of; of a compressed file
  /// those that have been read.
  public var fileBytes: Int { bytes.isCompressed ? bytes.fileBytes : bytes.position }

  /// The next document; `nil` after the last one.
  ///
  /// - Throws: ``InputFault``. The next call goes on with the next document.
  public mutating func next() throws(InputFault) -> InputDocument? {
    guard let raw = try nextRaw() else { return nil }
    return try raw.document()
  }

  /// The next document as bytes, to be decoded elsewhere; `nil` after the last one.
  ///
  /// - Throws: ``InputFault``. The next call goes on with the next document.
  public mutating func nextRaw() throws(InputFault) -> RawDocument? {
    guard !isFinished else { return nil }
    switch input.format {
    case .text, .html:
      isFinished = true
      return try wholeFile()
    case .jsonl: return try nextLineRecord()
    case .warc: return try nextArchiveRecord()
    }
  }

  private static func fault(
    _ error: FileError, _ input: Input, _ kind: InputFault.Kind, line: Int
  ) -> InputFault {
    InputFault(
      kind: error.isInterruption ? .interrupted : kind, path: input.path, line: line,
      message: error.description)
  }

  private func rejection(_ message: String, line: Int?, id: String?) -> InputFault {
    InputFault(kind: .rejected, path: input.path, line: line, id: id, message: message)
  }

  private var tooLong: String {
    "longer than \(options.maximumDocumentBytes) bytes (--max-document-bytes)"
  }

  private func raw(_ content: RawDocument.Content, name: String) -> RawDocument {
    RawDocument(
      path: input.path, line: max(line, 1), name: name, content: content, options: options)
  }

  // MARK: Text

  private mutating func wholeFile() throws(InputFault) -> RawDocument {
    let content: [UInt8]?
    do {
      content = try bytes.rest(limit: options.maximumDocumentBytes)
    } catch {
      throw Self.fault(error, input, .unreadable, line: 1)
    }
    guard let content else {
      throw rejection("the document is \(tooLong)", line: 1, id: input.name)
    }
    return raw(input.format == .html ? .page(content) : .text(content), name: input.name)
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
    rejection("\(error)", line: Int?.some(line), id: input.name)
  }

  // MARK: JSON Lines

  private mutating func nextLineRecord() throws(InputFault) -> RawDocument? {
    while let line = try nextLine() {
      self.line += 1
      guard case .bytes(var content) = line else {
        record += 1
        throw rejection("the line is \(tooLong)", line: self.line, id: nil)
      }
      if self.line == 1, lineEncoding?.isBytewise != true,
        content.starts(with: [0xEF, 0xBB, 0xBF])
      {
        content.removeFirst(3)
      }
      // White space is the same in all charsets that a line may be in.
      if content.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      record += 1
      return raw(.line(content, lineEncoding), name: recordName)
    }
    isFinished = true
    return nil
  }

  private mutating func nextLine() throws(InputFault) -> ByteReader.Line? {
    do {
      return try bytes.line(limit: options.maximumDocumentBytes)
    } catch {
      isFinished = true
      throw Self.fault(error, input, line == 0 ? .unreadable : .rejected, line: line + 1)
    }
  }

  private var recordName: String { "\(input.name)#\(record)" }

  // MARK: WARC

  private mutating func nextArchiveRecord() throws(InputFault) -> RawDocument? {
    let reader = ArchiveReader(limit: options.maximumDocumentBytes)
    while true {
      record += 1
      var start = bytes.position
      do {
        switch try reader.next(&bytes, start: &start) {
        case nil:
          isFinished = true
          return nil
        case .skipped: skippedRecords += 1
        case .tooLong(let header):
          throw rejection(
            "the record is \(tooLong), at byte offset \(start)", line: nil,
            id: header.target ?? recordName)
        case .document(let header, let content):
          return raw(.archived(header, content), name: header.target ?? recordName)
        }
      } catch let fault as InputFault {
        throw fault
      } catch let error as ArchiveReader.Damage {
        isFinished = true
        throw InputFault(
          kind: record == 1 ? .unreadable : .rejected, path: input.path, line: nil,
          message: "\(error.message) at byte offset \(start)")
      } catch {
        isFinished = true
        guard let error = error as? FileError else { preconditionFailure("\(error)") }
        var fault = Self.fault(error, input, record == 1 ? .unreadable : .rejected, line: 1)
        fault.line = nil
        throw fault
      }
    }
  }
}
