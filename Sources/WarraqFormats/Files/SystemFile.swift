internal import CSystem
internal import Glibc

/// An open file. Together with `SystemFile+Directory.swift` the only place of the formats that
/// talks to the system.
public final class SystemFile: Sendable {
  /// The path that errors name.
  public let path: FilePath
  private let descriptor: Int32
  private let closes: Bool

  private init(path: FilePath, descriptor: Int32, closes: Bool) {
    self.path = path
    self.descriptor = descriptor
    self.closes = closes
  }

  deinit {
    if closes { _ = Glibc.close(descriptor) }
  }

  /// The process's standard input.
  public static var standardInput: SystemFile {
    SystemFile(path: FilePath("-"), descriptor: STDIN_FILENO, closes: false)
  }

  /// The process's standard output.
  public static var standardOutput: SystemFile {
    SystemFile(path: FilePath("-"), descriptor: STDOUT_FILENO, closes: false)
  }

  /// The process's standard error.
  public static var standardError: SystemFile {
    SystemFile(path: FilePath("-"), descriptor: STDERR_FILENO, closes: false)
  }

  /// Opens a file for reading.
  public static func reading(_ path: FilePath) throws(FileError) -> SystemFile {
    try open(path, O_RDONLY)
  }

  /// Makes a file that must not exist, for writing.
  public static func creating(_ path: FilePath) throws(FileError) -> SystemFile {
    try open(path, O_WRONLY | O_CREAT | O_EXCL)
  }

  /// Opens a file for writing, makes it where it does not exist, and holds it against other runs.
  ///
  /// - Throws: ``FileError``; with ``FileError/isHeld`` where another process holds it.
  static func holding(_ path: FilePath) throws(FileError) -> SystemFile {
    let file = try open(path, O_WRONLY | O_CREAT | O_NOFOLLOW)
    guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw FileError(path: path, code: errno)
    }
    return file
  }

  /// Cuts a file to a length and goes on writing at its end.
  ///
  /// - Throws: ``FileError``, also where the file is shorter.
  func cut(to length: Int) throws(FileError) {
    guard let size = regularSize, size >= length else { throw FileError(path: path, code: EIO) }
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, off_t(length), SEEK_SET) >= 0
    else { throw FileError(path: path, code: errno) }
  }

  /// Waits until all that was written is on the disk.
  func synchronize() throws(FileError) {
    // What cannot be synchronized, such as a pipe, says EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileError(path: path, code: errno)
    }
  }

  /// Waits until all that was written to the disk of an open file is on it.
  func synchronizeDisk() throws(FileError) {
    guard warraq_syncfs(descriptor) == 0 else { throw FileError(path: path, code: errno) }
  }

  /// Opens a file that exists, such as a device or a named pipe, for writing.
  public static func writing(_ path: FilePath) throws(FileError) -> SystemFile {
    try open(path, O_WRONLY)
  }

  private static func open(_ path: FilePath, _ flags: Int32) throws(FileError) -> SystemFile {
    let result = unsafe withCPath(path) { pointer in
      // SAFETY: the pointer is NUL-terminated and used during the call only.
      unsafe Glibc.open(pointer, flags | O_CLOEXEC, 0o666)
    }
    guard result >= 0 else { throw FileError(path: path, code: errno) }
    return SystemFile(path: path, descriptor: result, closes: true)
  }

  /// Whether a person is at the other end.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Reads the next bytes.
  ///
  /// - Parameter buffer: Takes the bytes at its start; must not be empty.
  /// - Returns: Number of bytes read, 0 at the end.
  /// - Throws: ``FileError``; with ``FileError/isInterruption`` where a signal came first.
  public func read(into buffer: inout [UInt8]) throws(FileError) -> Int {
    let count = unsafe buffer.withUnsafeMutableBytes { target in
      // SAFETY: the system writes at most `count` bytes to the buffer, which lives through the call.
      unsafe Glibc.read(descriptor, target.baseAddress, target.count)
    }
    guard count >= 0 else { throw FileError(path: path, code: errno) }
    return count
  }

  /// Reads everything up to the file's end.
  ///
  /// - Throws: ``FileError``, also where that is more than `limit` bytes.
  public func contents(limit: Int) throws(FileError) -> [UInt8] {
    var reader = ByteReader(self, bufferSize: 1 << 16, interruption: .never)
    guard let bytes = try reader.rest(limit: limit) else {
      throw FileError(path: path, code: EFBIG)
    }
    return bytes
  }

  /// Reads bytes at an offset from the file's start, whatever has been read before.
  ///
  /// - Parameter buffer: Takes the bytes at its start; must not be empty.
  /// - Returns: Number of bytes read: less than the buffer has room for only at the file's end.
  /// - Throws: ``FileError``.
  func read(into buffer: inout [UInt8], from offset: Int) throws(FileError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = unsafe buffer.withUnsafeMutableBytes { target in
        // SAFETY: `done` is less than the count, so the part is inside of the buffer, which lives
        // through the call.
        unsafe pread(
          descriptor, target.baseAddress.map { unsafe $0 + done }, target.count - done,
          off_t(offset + done))
      }
      if count == 0 { break }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw FileError(path: path, code: errno)
      }
    }
    return done
  }

  /// Steps over bytes of a regular file; also over its end.
  func seek(by count: Int) -> Bool { lseek(descriptor, off_t(count), SEEK_CUR) >= 0 }

  /// How many bytes a regular file has; `nil` of other files, such as pipes.
  public var regularSize: Int? {
    var status = stat()
    // SAFETY: the structure lives through the call.
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// Writes all of some bytes.
  public func write(
    _ bytes: [UInt8], interruption: Interruption = .never
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { source in
        // SAFETY: `written` is less than the count, so the part is inside of the buffer, which
        // lives through the call.
        unsafe Glibc.write(
          descriptor, source.baseAddress.map { unsafe $0 + written }, source.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR || interruption.isRequested() {
        throw FileError(path: path, code: errno)
      }
    }
  }

  /// The system's words for an `errno`.
  static func message(ofCode code: Int32) -> String {
    // SAFETY: the string is copied at once; only the main thread asks.
    unsafe String(cString: strerror(code))
  }

  static func withCPath<Result>(
    _ path: FilePath, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    let terminated = path.bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // SAFETY: the buffer holds at least the NUL, so it has an address.
      guard let base = buffer.baseAddress else { preconditionFailure("a path has a NUL") }
      return unsafe body(base)
    }
  }
}

extension FileError {
  /// Whether a signal came before anything was done.
  public var isInterruption: Bool { code == EINTR }

  /// Whether the reader at the other end of a pipe has gone.
  public var isClosedPipe: Bool { code == EPIPE }

  /// The code of compressed data that is no such data.
  static let damaged = EBADMSG

  /// Whether the disk has no room.
  public var isFullDisk: Bool { code == ENOSPC || code == EDQUOT }

  /// Whether the file does not exist.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether another process holds the file.
  public var isHeld: Bool { code == EWOULDBLOCK }

  /// Whether the file exists already.
  public var exists: Bool { code == EEXIST }

  static func alreadyExists(_ path: FilePath) -> FileError {
    FileError(path: path, code: EEXIST)
  }

  static func outOfMemory(_ path: FilePath) -> FileError {
    FileError(path: path, code: ENOMEM)
  }

  static func isFolder(_ path: FilePath) -> FileError {
    FileError(path: path, code: EISDIR)
  }
}
