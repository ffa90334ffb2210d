internal import WarraqText

/// A document as bytes: what a reader hands on, so that decoding can be done by any thread.
public struct RawDocument: Sendable {
  /// How the bytes become a text.
  enum Content: Sendable {
    case text([UInt8])
    case page([UInt8])
    /// A line of JSON, and what it is in; `nil` for UTF-8.
    case line([UInt8], LineEncoding?)
    /// A record of a WARC file.
    case archived(ArchiveHeader, [UInt8])
  }

  let path: String
  let line: Int
  /// The id where the document has none of its own.
  let name: String
  let content: Content
  let options: ReadingOptions

  /// Bytes that it takes.
  public var byteCount: Int {
    switch content {
    case .text(let bytes), .page(let bytes), .line(let bytes, _), .archived(_, let bytes):
      bytes.count
    }
  }

  /// Decodes it.
  ///
  /// - Throws: ``InputFault`` where the bytes are no document.
  /// - Complexity: O(*n*).
  public func document() throws(InputFault) -> InputDocument {
    switch content {
    case .text(let bytes): try whole(bytes, isPage: false)
    case .page(let bytes): try whole(bytes, isPage: true)
    case .line(let bytes, let encoding): try record(bytes, encoding)
    case .archived(let header, let bytes): try archived(header, bytes)
    }
  }

  private func rejection(_ message: String, line: Int?, id: String?) -> InputFault {
    InputFault(kind: .rejected, path: path, line: line, id: id, message: message)
  }

  // MARK: Whole files

  private func whole(
    _ bytes: [UInt8], isPage: Bool, charset: String? = nil
  ) throws(InputFault) -> InputDocument {
    do {
      let decoded = try DecodedText(
        bytes, encoding: options.encoding, onInvalid: options.onInvalid,
        declared: { charset ?? (isPage ? HTMLCharset.declared(in: bytes) : nil) })
      var document = InputDocument(
        id: name, path: path, bytes: bytes, text: decoded.text, diagnostics: decoded.diagnostics)
      document.encoding = decoded.encoding
      if isPage { document.read(HTMLPage(decoded.text)) }
      return document
    } catch {
      var line = 1
      if case .invalidUTF8(let offset) = error as? TextError {
        line += bytes[..<offset].count { $0 == 0x0A }
      } else if let fault = error as? DecodingFault {
        line += fault.feeds
      }
      throw rejection("\(error)", line: line, id: name)
    }
  }

  // MARK: JSON Lines

  private func record(
    _ bytes: [UInt8], _ lineEncoding: LineEncoding?
  ) throws(InputFault) -> InputDocument {
    var content = bytes
    if let lineEncoding {
      do {
        content = try lineEncoding.decode(content, onInvalid: options.onInvalid)
      } catch {
        throw rejection("\(error)", line: line, id: nil)
      }
      if line == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) { content.removeFirst(3) }
    }
    let fields: JSONLinesRecord
    do {
      fields = try options.jsonLines.read(content)
    } catch {
      throw rejection(error.description, line: line, id: id(ofRejected: content))
    }
    let id = fields.id ?? name
    do {
      let decoded = try DecodedText(fields, of: content, onInvalid: options.onInvalid)
      var document = InputDocument(
        id: id, path: path, line: line, bytes: fields.text, text: decoded.text,
        diagnostics: decoded.diagnostics, meta: decoded.meta, reference: fields.reference)
      document.encoding = lineEncoding?.encoding ?? .utf8
      return document
    } catch {
      throw rejection("\(error)", line: line, id: id)
    }
  }

  /// The id of a line that is JSON but no document; `nil` where it is no JSON.
  private func id(ofRejected line: [UInt8]) -> String? {
    do {
      return try options.jsonLines.id(of: line) ?? name
    } catch {
      return nil
    }
  }

  // MARK: WARC

  private func archived(
    _ header: ArchiveHeader, _ block: [UInt8]
  ) throws(InputFault) -> InputDocument {
    var document: InputDocument
    do {
      if header.type == .conversion {
        document = try whole(block, isPage: false)
      } else {
        let response = HTTPResponse(block)
        let body = try response.body(limit: options.maximumDocumentBytes)
        document = try whole(body, isPage: true, charset: response.charset)
      }
    } catch let error as HTTPResponse.Failure {
      throw rejection(error.message, line: nil, id: name)
    } catch {
      guard var fault = error as? InputFault else { preconditionFailure("\(error)") }
      fault.line = nil
      throw fault
    }
    document.meta = header.meta
    return document
  }
}
