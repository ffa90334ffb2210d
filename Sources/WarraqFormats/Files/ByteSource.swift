/// The bytes of a file, decoded where it is compressed.
final class ByteSource {
  let file: SystemFile
  private let interruption: Interruption
  /// What the file is compressed with.
  private(set) var compression: Compression?
  /// Bytes read of the file as it is on the disk.
  private(set) var fileBytes = 0

  private var decompressor: Decompressor?
  private var compressed: [UInt8] = []
  /// Compressed bytes that have not been decoded yet.
  private var pending = 0..<0
  private var isAtEnd = false
  /// Whether the compressed data may end here.
  private var isAtBoundary = true
  /// What is wrong with the data behind what has been given.
  private var damage: FileError?

  /// Compressed bytes read at once.
  private static let pieceSize = 1 << 17

  init(_ file: SystemFile, interruption: Interruption) {
    self.file = file
    self.interruption = interruption
  }

  /// Decodes from now on.
  ///
  /// - Parameter start: Bytes of the file that have been read before.
  func decompress(_ compression: Compression, from start: [UInt8]) {
    self.compression = compression
    decompressor = Decompressor(compression)
    compressed = start
    pending = 0..<start.count
    isAtBoundary = false
  }

  /// Steps over bytes without reading them, where the file allows that.
  ///
  /// - Returns: `false` where they have to be read.
  func seek(by count: Int) -> Bool {
    guard compression == nil, file.regularSize != nil else { return false }
    guard file.seek(by: count) else { return false }
    fileBytes += count
    return true
  }

  /// Reads the next bytes.
  ///
  /// - Parameter buffer: Takes the bytes at its start; must not be empty.
  /// - Returns: Number of bytes, 0 at the end.
  /// - Throws: ``FileError``, also where the data is damaged or breaks off; all that could be
  ///   decoded has been given then.
  func read(into buffer: inout [UInt8]) throws(FileError) -> Int {
    guard let decompressor else { return try readFile(into: &buffer) }
    if let damage { throw damage }
    while true {
      if pending.isEmpty, !isAtEnd { try fill() }
      let step = decompressor.decode(compressed, pending, into: &buffer)
      pending = pending.lowerBound + step.taken..<pending.upperBound
      switch step.outcome {
      case .boundary: isAtBoundary = true
      case .going where step.taken > 0 || step.given > 0: isAtBoundary = false
      case .going: break
      case .damaged: damage = fault("data is damaged")
      case .unsupported: damage = fault("data asks for a window of more than 128 MiB")
      }
      if step.given > 0 { return step.given }
      if pending.isEmpty, isAtEnd, damage == nil {
        if isAtBoundary { return 0 }
        damage = fault("data breaks off")
      }
      // A decoder that neither takes nor gives would never end.
      if step.taken == 0, !pending.isEmpty, damage == nil { damage = fault("data is damaged") }
      if let damage { throw damage }
    }
  }

  private func fault(_ message: String) -> FileError {
    let name = compression?.rawValue ?? ""
    return FileError(
      path: file.path, code: FileError.damaged,
      message: "\(name) \(message) near byte offset \(fileBytes - pending.count)")
  }

  private func fill() throws(FileError) {
    if compressed.count < Self.pieceSize {
      compressed = [UInt8](repeating: 0, count: Self.pieceSize)
    }
    let count = try readFile(into: &compressed)
    pending = 0..<count
    isAtEnd = count == 0
  }

  private func readFile(into buffer: inout [UInt8]) throws(FileError) -> Int {
    while true {
      do {
        let count = try file.read(into: &buffer)
        fileBytes += count
        return count
      } catch {
        guard error.isInterruption, !interruption.isRequested() else { throw error }
      }
    }
  }
}
