/// A failure reported by the operating system for one file.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named.
  public let path: FilePath
  /// The system's `errno`.
  public let code: Int32

  /// What is wrong, where it is nothing that the system tells.
  var message: String?

  /// The system's words for the code, for example `No such file or directory`.
  public var description: String { message ?? SystemFile.message(ofCode: code) }
}

/// The path of a file as the system knows it: bytes, in no particular encoding.
///
/// Paths are ordered by their bytes, whatever the locale.
public struct FilePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The bytes, without the NUL at the end.
  public let bytes: [UInt8]

  /// A path of some bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A path written as text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path as text; what is not UTF-8 in it is shown as U+FFFD.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the left path comes first by its bytes.
  public static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// What stands after the last `/`.
  public var lastComponent: [UInt8] {
    Array(bytes[((bytes.lastIndex(of: 0x2F) ?? -1) + 1)...])
  }

  /// Everything before the last component, without the `/`; `.` where there is no `/`.
  public var parent: FilePath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return FilePath(".") }
    return slash == 0 ? FilePath("/") : FilePath(Array(bytes[..<slash]))
  }

  /// The last component's extension, ASCII letters in lower case; empty where it has none.
  public var lowercasedExtension: String {
    let name = lastComponent
    guard let dot = name.lastIndex(of: 0x2E), dot > 0 else { return "" }
    let lowered = name[(dot + 1)...].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return String(decoding: lowered, as: UTF8.self)
  }

  /// The extension that tells the format: the one before `.gz` or `.zst` where there is one.
  var formatExtension: String { withoutCompression.lowercasedExtension }

  /// The path without `.gz` or `.zst`.
  public var withoutCompression: FilePath {
    let name = lowercasedExtension
    guard Compression(extension: name) != nil else { return self }
    return FilePath(Array(bytes.dropLast(name.utf8.count + 1)))
  }

  /// A path one component further.
  public func appending(_ component: [UInt8]) -> FilePath {
    FilePath(bytes + (bytes.last == 0x2F || bytes.isEmpty ? [] : [0x2F]) + component)
  }
}
