/// Reads a file through a buffer, as a whole or by lines.
struct ByteReader {
  private let source: ByteSource
  private var buffer: [UInt8]
  /// Bytes of the buffer that have been read from the file and not been taken yet.
  private var pending = 0..<0
  /// Bytes that have come into the buffer.
  private var received = 0

  /// A reader at the start of a file.
  init(_ file: SystemFile, bufferSize: Int, interruption: Interruption) {
    source = ByteSource(file, interruption: interruption)
    buffer = [UInt8](repeating: 0, count: bufferSize)
  }

  /// What is read.
  var file: SystemFile { source.file }

  /// Bytes taken so far: of what comes out where the file is compressed.
  var position: Int { received - pending.count }

  /// Bytes read of the file as it is on the disk.
  var fileBytes: Int { source.fileBytes }

  /// Whether what comes out is not what is on the disk.
  var isCompressed: Bool { source.compression != nil }

  /// How many bytes a regular file has that is not compressed; `nil` of all others.
  var plainSize: Int? { isCompressed ? nil : file.regularSize }

  /// Decodes what is read where its first bytes are those of a compressed file.
  ///
  /// Must come before anything is taken.
  mutating func decompress() throws(FileError) {
    guard let found = Compression(magic: try peek(Compression.magicLength)) else { return }
    source.decompress(found, from: Array(buffer[pending]))
    (pending, received) = (0..<0, 0)
  }

  /// Steps over bytes; fewer where the file ends.
  mutating func skip(_ count: Int) throws(FileError) {
    var rest = count
    while rest > 0 {
      if pending.isEmpty, source.seek(by: rest) {
        received += rest
        return
      }
      guard try hasMore() else { return }
      let step = min(rest, pending.count)
      pending = pending.lowerBound + step..<pending.upperBound
      rest -= step
    }
  }

  /// Takes an exact number of bytes; fewer only where the file ends.
  mutating func take(_ count: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, try hasMore() {
      let step = min(count - bytes.count, pending.count)
      bytes.append(contentsOf: buffer[pending.prefix(step)])
      pending = pending.lowerBound + step..<pending.upperBound
    }
    return bytes
  }

  /// A line, and whether it was longer than allowed and has been dropped.
  enum Line {
    case bytes([UInt8])
    case tooLong
  }

  /// Takes everything up to the end of the file.
  ///
  /// - Returns: `nil` where that is more than `limit` bytes.
  mutating func rest(limit: Int) throws(FileError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while try hasMore() {
      bytes.append(contentsOf: buffer[pending])
      pending = 0..<0
      guard bytes.count <= limit else { return nil }
    }
    return bytes
  }

  /// Puts bytes in the place of the whole file, which has been taken.
  mutating func replace(with bytes: [UInt8]) {
    buffer = bytes
    pending = 0..<buffer.count
    received = pending.count
    if buffer.isEmpty { buffer = [0] }
  }

  /// Takes the next bytes, as many as there are at once.
  ///
  /// - Parameter body: Takes them; they hold until it returns.
  /// - Returns: `false` at the end of the file; then `body` is not called.
  mutating func piece(_ body: (Span<UInt8>) -> Void) throws(FileError) -> Bool {
    guard try hasMore() else { return false }
    body(buffer.span.extracting(pending))
    pending = 0..<0
    return true
  }

  /// Takes the next line, without its line feed; `nil` at the end of the file.
  ///
  /// - Complexity: O(length of the line); a line over `limit` bytes is read but not kept.
  mutating func line(limit: Int) throws(FileError) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    guard try hasMore() else { return nil }
    while try hasMore() {
      let end = lineFeed()
      if line.count + (end ?? pending.upperBound) - pending.lowerBound > limit {
        isTooLong = true
        line = []
      } else if !isTooLong {
        line.append(contentsOf: buffer[pending.lowerBound..<(end ?? pending.upperBound)])
      }
      if let end {
        pending = end + 1..<pending.upperBound
        break
      }
      pending = 0..<0
    }
    return isTooLong ? .tooLong : .bytes(line)
  }

  /// The first bytes of the file, which are not taken; fewer where the file is shorter.
  ///
  /// Must come before anything is taken.
  mutating func peek(_ count: Int) throws(FileError) -> [UInt8] {
    var rest = [UInt8]()
    while pending.upperBound < count {
      // A pipe may give less than asked for; what comes is put behind what is there.
      if rest.isEmpty { rest = [UInt8](repeating: 0, count: buffer.count - pending.upperBound) }
      let read = try source.read(into: &rest)
      guard read > 0 else { break }
      received += read
      for index in 0..<read { buffer[pending.upperBound + index] = rest[index] }
      pending = 0..<pending.upperBound + read
      rest = []
    }
    return Array(buffer[pending].prefix(count))
  }

  /// Whether bytes are pending, reading more where none are.
  private mutating func hasMore() throws(FileError) -> Bool {
    if !pending.isEmpty { return true }
    let read = try source.read(into: &buffer)
    pending = 0..<read
    received += read
    return read > 0
  }

  /// Where the next line feed stands among the pending bytes.
  private func lineFeed() -> Int? {
    let bytes = buffer.span
    for position in pending where bytes[position] == 0x0A { return position }
    return nil
  }
}
