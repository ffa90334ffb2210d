/// A file being written: either the whole of it comes into being, or nothing.
///
/// Bytes go to a temporary file in the same folder, which gets its name when ``commit()`` is
/// called. Standard output, devices and pipes are written directly.
public final class OutputFile {
  private let file: SystemFile
  private let interruption: Interruption
  private let isTerminal: Bool
  /// The temporary file and the name it shall have; `nil` where bytes go out directly.
  private let move: (from: FilePath, to: FilePath)?
  private var buffer: [UInt8] = []
  private var isFinished = false
  /// Whether anything has been appended.
  public private(set) var isEmpty = true
  private var lastByte: UInt8 = 0x0A

  /// Bytes gathered before they are written.
  private static let flushSize = 1 << 20

  private init(
    _ file: SystemFile, move: (from: FilePath, to: FilePath)?, interruption: Interruption
  ) {
    self.file = file
    self.move = move
    self.interruption = interruption
    isTerminal = file.isTerminal
  }

  deinit {
    discard()
  }

  /// Standard output.
  public static func standardOutput(interruption: Interruption = .never) -> OutputFile {
    OutputFile(.standardOutput, move: nil, interruption: interruption)
  }

  /// Whether a file may be written at a path.
  ///
  /// - Throws: ``FileError`` with ``FileError/exists`` where a file is there and must not be
  ///   replaced, and where a folder is there.
  public static func check(_ path: FilePath, replacing: Bool) throws(FileError) {
    guard let status = try? SystemFile.status(path) else { return }
    switch status.kind {
    case .file where !replacing: throw .alreadyExists(path)
    case .folder: throw .isFolder(path)
    default: return
    }
  }

  /// Begins a file.
  ///
  /// - Parameter replacing: Whether a file that is there may be replaced.
  /// - Throws: ``FileError``, as ``check(_:replacing:)`` and where no file can be made.
  public static func creating(
    _ path: FilePath, replacing: Bool, interruption: Interruption = .never
  ) throws(FileError) -> OutputFile {
    try check(path, replacing: replacing)
    if let status = try? SystemFile.status(path), status.kind == .other {
      return OutputFile(try .writing(path), move: nil, interruption: interruption)
    }
    let (file, move) = try temporary(for: path)
    return OutputFile(file, move: move, interruption: interruption)
  }

  /// Makes an empty file to be given the name of another one later, in the same folder.
  ///
  /// - Returns: The file made, and the path that it is for, links followed.
  static func temporaryFile(
    beside path: FilePath
  ) throws(FileError) -> (from: FilePath, to: FilePath) {
    let (_, move) = try temporary(for: path)
    return move
  }

  private static func temporary(
    for path: FilePath
  ) throws(FileError) -> (file: SystemFile, move: (from: FilePath, to: FilePath)) {
    // A link keeps leading to the file, which is the one replaced.
    let target = SystemFile.resolvingLinks(path)
    var attempt = 0
    while true {
      let suffix = ".\(SystemFile.processNumber)" + (attempt == 0 ? "" : "-\(attempt)") + ".tmp"
      let temporary = target.parent.appending([0x2E] + target.lastComponent + Array(suffix.utf8))
      do {
        return (try SystemFile.creating(temporary), (temporary, target))
      } catch {
        guard error.exists, attempt < 100 else { throw FileError(path: path, code: error.code) }
        attempt += 1
      }
    }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``FileError`` where the system cannot write.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    guard let last = bytes.last else { return }
    buffer.append(contentsOf: bytes)
    isEmpty = false
    lastByte = last
    if buffer.count >= Self.flushSize || isTerminal { try flush() }
  }

  /// Ends a line that was begun and not ended.
  public func endLine() throws(FileError) {
    if lastByte != 0x0A { try append([0x0A]) }
  }

  /// Writes what is left and gives the file its name.
  public func commit() throws(FileError) {
    try flush()
    if let move { try SystemFile.rename(move.from, to: move.to) }
    isFinished = true
  }

  /// Gives up the file: nothing is left of it, as far as it has not gone out directly.
  public func discard() {
    guard !isFinished else { return }
    isFinished = true
    if let move { SystemFile.remove(move.from) }
  }

  private func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    try file.write(buffer, interruption: interruption)
    buffer.removeAll(keepingCapacity: true)
  }
}
