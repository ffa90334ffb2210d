internal import Crypto

/// Digests of documents.
public enum Digest {
  /// The SHA-256 of some bytes, in hexadecimal.
  ///
  /// - Complexity: O(*n*).
  public static func sha256(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { buffer in
      // SAFETY: the hash reads the buffer during the call only.
      unsafe hash.update(bufferPointer: buffer)
    }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0F)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
