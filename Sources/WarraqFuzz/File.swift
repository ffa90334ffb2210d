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

  /// Ends the process.
  static func exit(_ code: Int32) -> Never {
    Glibc.exit(code)
  }
}
