/// The encoding of a file of JSON Lines that is not UTF-8, as JSON should be.
struct LineEncoding: Sendable {
  /// What records tell.
  let encoding: SourceEncoding
  /// Decodes each line; `nil` where the file has been decoded as a whole.
  private let charset: SingleByteCharset?

  /// Bytes by which the encoding is found out.
  private static let sampleSize = 1 << 16

  private static let largestUTF16 = 1 << 30

  /// Finds out the encoding of what a reader gives; `nil` for UTF-8.
  ///
  /// UTF-16, whose line feeds are two bytes, is decoded at once. Charsets of single bytes are found
  /// out in regular files only: on a pipe nothing may wait for more than a line.
  init?(_ bytes: inout ByteReader, _ choice: EncodingChoice) throws(FileError) {
    switch choice {
    case .utf8: return nil
    case .windows1256: self.init(.windows1256)
    case .iso8859Part6: self.init(.iso8859Part6)
    case .utf16: try self.init(decoding: &bytes, isSaid: true)
    case .auto:
      let isFile = bytes.file.regularSize != nil
      let sample = try bytes.peek(isFile ? Self.sampleSize : 4)
      guard let early = EncodingDetector.early(sample) else {
        guard isFile, let found = EncodingDetector.legacy(sample: sample),
          case .singleByte(let name) = found.decoding,
          let charset = SingleByteCharset(name)
        else { return nil }
        self.init(
          encoding: SourceEncoding(name: name, confidence: found.confidence), charset: charset)
        return
      }
      guard case .utf16 = early.decoding else { return nil }
      try self.init(decoding: &bytes, isSaid: false)
    }
  }

  private init(encoding: SourceEncoding, charset: SingleByteCharset?) {
    self.encoding = encoding
    self.charset = charset
  }

  private init(_ decoding: Decoding) {
    let charset = SingleByteCharset(decoding.name)
    self.init(encoding: SourceEncoding(name: decoding.name), charset: charset)
  }

  private init(decoding bytes: inout ByteReader, isSaid: Bool) throws(FileError) {
    guard let whole = try bytes.rest(limit: Self.largestUTF16) else {
      throw FileError(
        path: bytes.file.path, code: FileError.damaged,
        message: "JSON Lines in UTF-16 are read whole, and these are longer than 1 GiB")
    }
    var found = EncodingDetector.early(whole)
    if case .utf16 = found?.decoding {} else { found = nil }
    var isBigEndian = false
    if case .utf16(let order) = found?.decoding { isBigEndian = order }
    bytes.replace(
      with:
        UTF16Decoder.decode(whole, from: found?.mark ?? 0, isBigEndian: isBigEndian).utf8)
    self.init(
      encoding: SourceEncoding(name: "utf-16", confidence: isSaid ? nil : found?.confidence),
      charset: nil)
  }

  /// Whether lines are still in a charset of single bytes.
  var isBytewise: Bool { charset != nil }

  /// The UTF-8 of a line.
  ///
  /// - Throws: ``DecodingFault``, with the byte offset in the line.
  func decode(_ line: [UInt8], onInvalid: InvalidBytesPolicy) throws(DecodingFault) -> [UInt8] {
    guard let charset else { return line }
    let decoded = charset.decode(line)
    if onInvalid == .fail, let first = decoded.invalid.first {
      throw DecodingFault(encoding: encoding.name, byteOffset: first.source, feeds: 0)
    }
    return decoded.utf8
  }
}
