import Glibc

/// The little that this tool needs of the system.
enum File {
  /// A file's bytes.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[0..<count]
    }
  }

  /// Opens a file to write to, emptied.
  static func create(_ path: String) -> CInt? {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    return file < 0 ? nil : file
  }

  /// Puts a line in place of the one that the file has, at once, should the process end now.
  static func replaceLine(_ line: String, in file: CInt) {
    let bytes = Array((line + "\n").utf8)
    _ = ftruncate(file, 0)
    _ = unsafe pwrite(file, bytes, bytes.count, 0)
  }

  /// Ends the process.
  static func exit(_ code: Int32) -> Never {
    Glibc.exit(code)
  }
}
