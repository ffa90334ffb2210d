/// A response of HTTP/1 as it came over the wire: its header, and the body without its encodings.
struct HTTPResponse {
  /// Why there is no body.
  struct Failure: Error {
    var message: String
  }

  private let bytes: [UInt8]
  private let bodyStart: Int
  private let fields: HeaderFields

  /// Takes a response apart. What does not begin with a status line is a body without a header.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var fields = HeaderFields()
    guard bytes.starts(with: Array("HTTP/".utf8)) else {
      (self.fields, bodyStart) = (fields, 0)
      return
    }
    var position = 0
    var isFirst = true
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      let next = min(end + 1, bytes.count)
      var line = Array(bytes[position..<end])
      if line.last == 0x0D { line.removeLast() }
      position = next
      if line.isEmpty { break }
      if !isFirst { fields.add(line) }
      isFirst = false
    }
    (self.fields, bodyStart) = (fields, position)
  }

  /// Whether the body is an HTML page, as the header tells; without one, as it begins.
  var isPage: Bool {
    if let type = fields["content-type"].map(HeaderFields.mediaType) {
      return type == "text/html" || type == "application/xhtml+xml"
    }
    return bytes[bodyStart...].first { $0 > 0x20 } == 0x3C
  }

  /// The charset that the header names.
  var charset: String? { fields["content-type"].flatMap(HeaderFields.charset) }

  /// The body, chunks joined and compression undone.
  ///
  /// Crawlers may have undone either and left the header as it was; then the body is taken as it is.
  ///
  /// - Throws: ``Failure`` where it is damaged, or longer than `limit` bytes.
  func body(limit: Int) throws(Failure) -> [UInt8] {
    var body = Array(bytes[bodyStart...])
    if let coding = fields["transfer-encoding"], HeaderFields.lowercased(coding).contains("chunked")
    {
      body = Self.unchunked(body) ?? body
    }
    let decoder: Decompressor
    switch fields["content-encoding"].map(HeaderFields.lowercased) {
    case nil, "", "identity": return body
    case "gzip", "x-gzip":
      guard Compression(magic: body) == .gzip else { return body }
      decoder = Decompressor(.gzip)
    case "zstd":
      guard Compression(magic: body) == .zstd else { return body }
      decoder = Decompressor(.zstd)
    case "deflate":
      guard body.first(where: { $0 > 0x20 }) != 0x3C else { return body }
      decoder = .deflate()
    case .some(let name):
      guard body.first(where: { $0 > 0x20 }) != 0x3C else { return body }
      throw Failure(message: "the content encoding \(name) is not supported")
    }
    let result = Decompressor.decoded(body, by: decoder, limit: limit)
    if result.isTooLong {
      throw Failure(message: "the page is longer than \(limit) bytes (--max-document-bytes)")
    }
    guard let decoded = result.bytes else {
      throw Failure(message: "the page's compressed data is damaged")
    }
    return decoded
  }

  /// The content of chunks; `nil` where they are none. Chunks that break off give what there is.
  private static func unchunked(_ body: [UInt8]) -> [UInt8]? {
    var content: [UInt8] = []
    var position = 0
    while position < body.count {
      guard let end = body[position...].firstIndex(of: 0x0A) else { return nil }
      var length = 0
      var digits = 0
      for byte in body[position..<end] {
        guard let digit = digit(byte) else { break }
        length = length << 4 | digit
        digits += 1
        guard digits <= 8 else { return nil }
      }
      guard digits > 0 else { return nil }
      position = end + 1
      if length == 0 { return content }
      let stop = min(position + length, body.count)
      content.append(contentsOf: body[position..<stop])
      position = stop
      if position < body.count, body[position] == 0x0D { position += 1 }
      if position < body.count, body[position] == 0x0A { position += 1 }
    }
    return content
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x37
    case 0x61...0x66: Int(byte) - 0x57
    default: nil
    }
  }
}
