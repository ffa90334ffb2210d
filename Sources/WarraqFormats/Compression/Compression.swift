internal import CCompression

/// A format of compressed files.
///
/// Together with ``Decompressor`` the only place that talks to zlib and libzstd.
public enum Compression: String, CaseIterable, Sendable {
  case gzip, zstd

  /// The format that a file's extension tells; `nil` for other extensions.
  public init?(extension name: String) {
    switch name {
    case "gz": self = .gzip
    case "zst": self = .zstd
    default: return nil
    }
  }

  /// The format whose files begin with some bytes.
  init?(magic bytes: [UInt8]) {
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else if bytes.count >= 4, bytes[0] & 0xF0 == 0x50, bytes[1...3] == [0x2A, 0x4D, 0x18] {
      // A frame to be skipped; writers of seekable archives put it first.
      self = .zstd
    } else {
      return nil
    }
  }

  /// Bytes by which ``init(magic:)`` tells formats.
  static let magicLength = 4

  var number: Int32 {
    switch self {
    case .gzip: Int32(WARRAQ_GZIP)
    case .zstd: Int32(WARRAQ_ZSTD)
    }
  }

  /// One whole member or frame of some bytes; the same bytes always give the same.
  ///
  /// - Complexity: O(*n*).
  func compressed(_ bytes: [UInt8]) -> [UInt8] {
    let room = warraq_compress_bound(number, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, length in
      length = unsafe bytes.withUnsafeBufferPointer { input in
        // SAFETY: the library reads and writes within the counts given; both buffers live through
        // the call. An empty array may have no address, which the library accepts with count 0.
        unsafe warraq_compress(
          number, input.baseAddress, input.count, output.baseAddress, output.count)
      }
      precondition(length > 0, "there is room, so only memory can be short")
    }
  }
}
