internal import Crypto

/// Digests of documents and files.
package enum Digest {
  /// The SHA-256 of some bytes, in hexadecimal.
  ///
  /// - Complexity: O(*n*).
  package static func sha256(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { buffer in
      // SAFETY: the hash reads the buffer during the call only.
      unsafe hash.update(bufferPointer: buffer)
    }
    return hexadecimal(hash.finalize())
  }

  /// The size and the SHA-256 of what a file holds.
  ///
  /// - Complexity: O(*n*), in constant memory.
  static func sha256(of path: FilePath) throws(FileError) -> (size: Int, digest: String) {
    let file = try SystemFile.reading(path)
    var hash = SHA256()
    var size = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try file.read(into: &buffer)
      guard count > 0 else { return (size, hexadecimal(hash.finalize())) }
      size += count
      unsafe buffer.withUnsafeBytes { buffer in
        // SAFETY: as above; the file gave so many bytes.
        unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0F)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
