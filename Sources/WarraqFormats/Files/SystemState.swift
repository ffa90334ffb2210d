internal import Glibc

/// What the system tells of the process and its surroundings.
public enum SystemState {
  /// The time now in UTC, as `2024-05-01T12:00:00Z`.
  public static func now() -> String {
    var seconds = time(nil)
    var parts = unsafe tm()
    // SAFETY: both values live through the call; of the result only numbers are read.
    unsafe gmtime_r(&seconds, &parts)
    let date = unsafe [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday]
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec]
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return date.map(two).joined(separator: "-") + "T" + clock.map(two).joined(separator: ":") + "Z"
  }

  /// The folder that relative paths start from; `nil` where the system does not tell.
  public static var currentFolder: FilePath? {
    // SAFETY: with no buffer given the system returns a new NUL-terminated string, freed here.
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe FilePath(String(cString: path))
  }

  /// The variables of the environment whose names begin with some letters, in the order of their
  /// names; those that are empty are left out.
  public static func environment(prefix: String) -> [(name: String, value: String)] {
    guard let file = try? SystemFile.reading(FilePath("/proc/self/environ")),
      let bytes = try? file.contents(limit: 1 << 24)
    else { return [] }
    return bytes.split(separator: 0).compactMap { entry in
      guard let sign = entry.firstIndex(of: 0x3D), sign + 1 < entry.endIndex,
        entry.starts(with: prefix.utf8)
      else { return nil }
      return (
        String(decoding: entry[..<sign], as: UTF8.self),
        String(decoding: entry[(sign + 1)...], as: UTF8.self)
      )
    }.sorted { $0.name < $1.name }
  }

  /// The value of one variable; `nil` where it is not set or empty.
  public static func variable(_ name: String) -> String? {
    environment(prefix: name + "=").first?.value
      ?? environment(prefix: name).first { $0.name == name }?.value
  }

  /// How many processors are at work.
  public static var processors: Int { Processors.count }

  /// The folder of temporary files: `TMPDIR`, else `/tmp`.
  public static var temporaryFolder: FilePath { FilePath(variable("TMPDIR") ?? "/tmp") }

  /// Makes a new folder among the temporary files.
  public static func makeTemporaryFolder(named name: String) throws(FileError) -> FilePath {
    let template = temporaryFolder.appending(Array("\(name)-XXXXXX".utf8))
    var path = template.bytes.map { CChar(bitPattern: $0) } + [0]
    // SAFETY: the buffer ends with a NUL and lives through the call, which changes its letters only.
    let made = unsafe path.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a path has a NUL") }
      return unsafe mkdtemp(base) != nil
    }
    guard made else { throw FileError(path: template, code: errno) }
    return FilePath(path.dropLast().map { UInt8(bitPattern: $0) })
  }

  /// Removes a folder and everything in it, as far as the system allows it.
  public static func removeFolder(_ folder: FilePath) {
    for name in (try? SystemFile.names(in: folder)) ?? [] {
      let path = folder.appending(name)
      if !SystemFile.isLink(path), (try? SystemFile.status(path))?.kind == .folder {
        removeFolder(path)
      } else {
        SystemFile.remove(path)
      }
    }
    _ = unsafe SystemFile.withCPath(folder) { pointer in
      // SAFETY: the pointer is used during the call only.
      unsafe rmdir(pointer)
    }
  }

  /// The files in a folder and below, as paths relative to it, ordered by their bytes.
  public static func files(below folder: FilePath) throws(FileError) -> [FilePath] {
    var files: [FilePath] = []
    var pending = [FilePath([])]
    while let relative = pending.popLast() {
      let path = relative.bytes.isEmpty ? folder : folder.appending(relative.bytes)
      for name in try SystemFile.names(in: path) {
        let below = relative.appending(name)
        let status = try SystemFile.status(folder.appending(below.bytes))
        if status.kind == .folder { pending.append(below) } else { files.append(below) }
      }
    }
    return files.sorted()
  }
}
