/// Reads the records of a WARC or WET file (ISO 28500), one after the other.
struct ArchiveReader {
  /// One record.
  enum Record {
    /// A response with a page, or a conversion to text.
    case document(ArchiveHeader, [UInt8])
    /// A record whose block is longer than allowed; it has been stepped over.
    case tooLong(ArchiveHeader)
    /// A record of another kind.
    case skipped
  }

  /// Why no more records can be read.
  struct Damage: Error {
    var message: String
  }

  /// The longest block that is read, in bytes.
  let limit: Int

  /// The longest line of a header; longer ones are no header.
  private static let longestLine = 1 << 16
  private static let mostLines = 1000

  /// Takes the next record; `nil` at the end.
  ///
  /// - Parameter start: Becomes the place where the record begins.
  /// - Throws: ``Damage`` where no record begins or it breaks off, ``FileError``.
  func next(_ bytes: inout ByteReader, start: inout Int) throws -> Record? {
    guard let header = try header(&bytes, &start) else { return nil }
    guard let length = header.length else { throw Damage(message: "a record without its length") }
    guard isWanted(header) else {
      try skip(length, &bytes)
      return .skipped
    }
    guard length <= limit else {
      try skip(length, &bytes)
      return .tooLong(header)
    }
    let block = try bytes.take(length)
    guard block.count == length else { throw Damage(message: "the record breaks off") }
    if header.type == .response, !HTTPResponse(block).isPage { return .skipped }
    return .document(header, block)
  }

  private func isWanted(_ header: ArchiveHeader) -> Bool {
    switch header.type {
    case .response: header.contentType == nil || header.contentType == "application/http"
    case .conversion: header.contentType == nil || header.contentType == "text/plain"
    case .other: false
    }
  }

  private func skip(_ length: Int, _ bytes: inout ByteReader) throws {
    let (end, overflows) = bytes.position.addingReportingOverflow(length)
    guard !overflows else { throw Damage(message: "a record of impossible length") }
    // A length that is a lie would seek over the end.
    if let size = bytes.plainSize, end > size { throw Damage(message: "the record breaks off") }
    try bytes.skip(length)
    guard bytes.position == end else { throw Damage(message: "the record breaks off") }
  }

  /// The header of the next record, line breaks before it stepped over; `nil` at the end.
  private func header(
    _ bytes: inout ByteReader, _ start: inout Int
  ) throws -> ArchiveHeader? {
    while true {
      start = bytes.position
      guard let line = try line(&bytes) else { return nil }
      if line.isEmpty { continue }
      guard line.starts(with: Array("WARC/".utf8)) else {
        throw Damage(message: "no WARC record")
      }
      break
    }
    var fields = HeaderFields()
    for _ in 0..<Self.mostLines {
      guard let line = try line(&bytes) else { throw Damage(message: "the record breaks off") }
      if line.isEmpty { return ArchiveHeader(fields) }
      fields.add(line)
    }
    throw Damage(message: "a header of more than \(Self.mostLines) lines")
  }

  private func line(_ bytes: inout ByteReader) throws -> [UInt8]? {
    guard let line = try bytes.line(limit: Self.longestLine) else { return nil }
    guard case .bytes(var content) = line else { throw Damage(message: "no WARC record") }
    if content.last == 0x0D { content.removeLast() }
    return content
  }
}
