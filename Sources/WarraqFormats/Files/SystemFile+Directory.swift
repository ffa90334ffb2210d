internal import Glibc

extension SystemFile {
  /// What a path leads to.
  public struct Status: Hashable, Sendable {
    /// What kinds of files are told apart.
    public enum Kind: Sendable {
      case file, folder, other
    }

    /// What it is, symbolic links followed.
    public var kind: Kind
    /// The same for two paths exactly where they lead to the same file.
    public var identity: FileIdentity
    /// Its length in bytes.
    public var size: Int
    /// When it was changed last, in nanoseconds since 1970.
    public var modified: Int
  }

  /// A file's place on the system's disks.
  public struct FileIdentity: Hashable, Sendable {
    var device: UInt64
    var number: UInt64
  }

  /// What a path leads to.
  public static func status(_ path: FilePath) throws(FileError) -> Status {
    var status = stat()
    let result = unsafe withCPath(path) { pointer in
      // SAFETY: both pointers live through the call.
      unsafe stat(pointer, &status)
    }
    guard result == 0 else { throw FileError(path: path, code: errno) }
    let kind: Status.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return Status(
      kind: kind,
      identity: FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)),
      size: Int(status.st_size),
      modified: Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec))
  }

  /// Whether a path is a symbolic link itself.
  static func isLink(_ path: FilePath) -> Bool {
    var status = stat()
    let result = unsafe withCPath(path) { pointer in
      // SAFETY: both pointers live through the call.
      unsafe lstat(pointer, &status)
    }
    return result == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, ordered by their bytes, `.` and `..` left out.
  static func names(in folder: FilePath) throws(FileError) -> [[UInt8]] {
    let stream = unsafe withCPath(folder) { pointer in
      // SAFETY: the pointer is used during the call only.
      unsafe opendir(pointer)
    }
    guard let stream = unsafe stream else { throw FileError(path: folder, code: errno) }
    // SAFETY: the stream is open, used by this function alone and closed once.
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      // SAFETY: the entry is valid until the next call; its name ends with a NUL.
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    guard errno == 0 else { throw FileError(path: folder, code: errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Makes a folder and the folders above it; one that exists is left as it is.
  public static func makeFolder(_ path: FilePath) throws(FileError) {
    if let status = try? status(path), status.kind == .folder { return }
    let parent = path.parent
    if parent != path, parent.bytes != [0x2E] { try makeFolder(parent) }
    let result = unsafe withCPath(path) { pointer in
      // SAFETY: the pointer is used during the call only.
      unsafe mkdir(pointer, 0o777)
    }
    guard result == 0 || errno == EEXIST else { throw FileError(path: path, code: errno) }
  }

  /// Waits until the names in a folder are on the disk.
  static func synchronize(folder: FilePath) throws(FileError) {
    try reading(folder).synchronize()
  }

  /// Waits until everything on the disk of a folder is on it.
  public static func synchronizeDisk(of folder: FilePath) throws(FileError) {
    try reading(folder).synchronizeDisk()
  }

  /// Gives a file another name; a file of that name is replaced in one step.
  static func rename(_ path: FilePath, to target: FilePath) throws(FileError) {
    let result = unsafe withCPath(path) { old in
      unsafe withCPath(target) { new in
        // SAFETY: both pointers live through the call.
        unsafe Glibc.rename(old, new)
      }
    }
    guard result == 0 else { throw FileError(path: target, code: errno) }
  }

  /// Removes a file, if it is there.
  public static func remove(_ path: FilePath) {
    _ = unsafe withCPath(path) { pointer in
      // SAFETY: the pointer is used during the call only.
      unsafe unlink(pointer)
    }
  }

  /// The path that a chain of symbolic links ends at; the path itself where it leads nowhere.
  static func resolvingLinks(_ path: FilePath) -> FilePath {
    unsafe withCPath(path) { pointer in
      // SAFETY: with no buffer given the system returns a new NUL-terminated string, freed here.
      guard let resolved = unsafe realpath(pointer, nil) else { return path }
      defer { unsafe free(resolved) }
      return unsafe FilePath(String(cString: resolved))
    }
  }

  /// The number of this process, for names of temporary files.
  static var processNumber: Int { Int(getpid()) }
}
