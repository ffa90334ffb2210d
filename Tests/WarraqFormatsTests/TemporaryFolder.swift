import Foundation

/// A folder that is removed with the value's last reference.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "warraq-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var path: String { url.path(percentEncoded: false) }

  /// Writes a file, and the folders above it.
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
