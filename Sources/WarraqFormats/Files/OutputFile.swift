/// A file being written: either the whole of it comes into being, or nothing.
///
/// Bytes go to a temporary file in the same folder, which gets its name when ``commit()`` is
/// called. Standard output, devices and pipes are written directly.
///
/// A resumable file has a temporary sibling of a fixed name, `.NAME.partial`, held against other
/// runs; ``mark()`` tells how far it is on the disk, and ``continuing(_:from:interruption:)`` goes on
/// there.
///
/// A path that ends in `.gz` or `.zst` is written compressed, as members or frames of a MiB each that
/// begin and end between two calls of ``append(_:)``. So what is written does not depend on where the
/// run was broken off.
public final class OutputFile {
  /// How far a file is on the disk.
  public struct Mark: Hashable, Sendable {
    /// Bytes of the file.
    public var length: Int
    /// The last byte appended, before compression.
    public var lastByte: UInt8

    /// A mark.
    public init(length: Int, lastByte: UInt8) {
      (self.length, self.lastByte) = (length, lastByte)
    }
  }

  private let file: SystemFile
  private let interruption: Interruption
  private let isTerminal: Bool
  private let compression: Compression?
  /// The temporary file and the name it shall have; `nil` where bytes go out directly.
  private let move: (from: FilePath, to: FilePath)?
  private var buffer: [UInt8] = []
  /// Bytes written, after compression.
  private var length = 0
  private var isFinished = false
  /// Whether a write has failed, so that nobody knows what is in the file.
  private var isBroken = false
  /// Whether anything has been appended.
  public private(set) var isEmpty = true
  private var lastByte: UInt8 = 0x0A

  /// Bytes gathered before they are written.
  private static let flushSize = 1 << 20

  private init(
    _ file: SystemFile, move: (from: FilePath, to: FilePath)?, compression: Compression? = nil,
    interruption: Interruption
  ) {
    self.file = file
    self.move = move
    self.compression = compression
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

  /// The temporary sibling of a resumable file.
  public static func partialPath(of path: FilePath) -> FilePath {
    let target = SystemFile.resolvingLinks(path)
    return target.parent.appending([0x2E] + target.lastComponent + Array(".partial".utf8))
  }

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - replacing: Whether a file that is there may be replaced.
  ///   - resumable: Whether the temporary file has a fixed name, by which it is found again; one that
  ///     is there is begun anew.
  /// - Throws: ``FileError``, as ``check(_:replacing:)`` and where no file can be made.
  public static func creating(
    _ path: FilePath, replacing: Bool, resumable: Bool = false, interruption: Interruption = .never
  ) throws(FileError) -> OutputFile {
    try check(path, replacing: replacing)
    let compression = Compression(extension: path.lowercasedExtension)
    if let status = try? SystemFile.status(path), status.kind == .other {
      return OutputFile(try .writing(path), move: nil, interruption: interruption)
    }
    if resumable {
      let file = try held(path)
      try file.cut(to: 0)
      return OutputFile(
        file, move: (partialPath(of: path), SystemFile.resolvingLinks(path)),
        compression: compression, interruption: interruption)
    }
    let (file, move) = try temporary(for: path)
    return OutputFile(file, move: move, compression: compression, interruption: interruption)
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

  /// Goes on with a resumable file where it was marked; what was written after that is cut off.
  ///
  /// - Throws: ``FileError``, also where the file is shorter than the mark says.
  public static func continuing(
    _ path: FilePath, from mark: Mark, interruption: Interruption = .never
  ) throws(FileError) -> OutputFile {
    let file = try held(path)
    let output = OutputFile(
      file, move: (partialPath(of: path), SystemFile.resolvingLinks(path)),
      compression: Compression(extension: path.lowercasedExtension), interruption: interruption)
    do {
      try file.cut(to: mark.length)
    } catch {
      output.keep()
      throw error
    }
    (output.length, output.lastByte) = (mark.length, mark.lastByte)
    output.isEmpty = mark.length == 0
    return output
  }

  private static func held(_ path: FilePath) throws(FileError) -> SystemFile {
    do {
      return try SystemFile.holding(partialPath(of: path))
    } catch {
      throw FileError(
        path: path, code: error.code,
        message: error.isHeld ? "another run is writing it" : nil)
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

  /// Waits until all that was appended is on the disk, and tells how far that is.
  ///
  /// - Returns: `nil` where that is not possible now: inside of a compressed member.
  public func mark() throws(FileError) -> Mark? {
    guard canMark else { return nil }
    try flush()
    try file.synchronize()
    return Mark(length: length, lastByte: lastByte)
  }

  /// Whether ``mark()`` gives a mark now.
  public var canMark: Bool { !isBroken && (compression == nil || buffer.isEmpty) }

  /// Writes all that was appended and waits until it is on the disk; nothing may be appended after.
  public func seal() throws(FileError) {
    try flush()
    // A compressed file of nothing is a member of nothing.
    if let compression, length == 0 { try write(compression.compressed([])) }
    if move != nil { try file.synchronize() }
  }

  /// How far a sealed file is on the disk.
  public var sealedMark: Mark { Mark(length: length, lastByte: lastByte) }

  /// Writes what is left and gives the file its name.
  ///
  /// - Parameter synchronized: Whether the file and its name are on the disk when this returns.
  public func commit(synchronized: Bool = true) throws(FileError) {
    if synchronized {
      try seal()
    } else {
      try flush()
      if let compression, length == 0 { try write(compression.compressed([])) }
    }
    if let move {
      try SystemFile.rename(move.from, to: move.to)
      isFinished = true
      if synchronized { try SystemFile.synchronize(folder: move.to.parent) }
    }
    isFinished = true
  }

  /// Gives up the file: nothing is left of it, as far as it has not gone out directly.
  public func discard() {
    guard !isFinished else { return }
    isFinished = true
    if let move { SystemFile.remove(move.from) }
  }

  /// Leaves the temporary file as it is, to go on with it later.
  public func keep() {
    isFinished = true
  }

  private func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    try write(compression?.compressed(buffer) ?? buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: [UInt8]) throws(FileError) {
    do {
      try file.write(bytes, interruption: interruption)
    } catch {
      isBroken = true
      // Of the temporary file nobody knows the name.
      throw FileError(path: move?.to ?? file.path, code: error.code)
    }
    length += bytes.count
  }
}
