/// The encoding that the user says inputs are in.
public enum EncodingChoice: String, CaseIterable, Sendable {
  /// Found out for each file.
  case auto
  case utf8 = "utf-8"
  case windows1256 = "windows-1256"
  case iso8859Part6 = "iso-8859-6"
  /// Of either byte order: a mark tells it, else the bytes.
  case utf16 = "utf-16"
}

/// The encoding that a document was read in.
public struct SourceEncoding: Hashable, Sendable {
  /// Its name in lower case, as IANA has it: `utf-8`, `windows-1256`.
  public var name: String
  /// How sure it is, 0 to 1; `nil` where the user has said it.
  public var confidence: Double?

  /// An encoding.
  public init(name: String, confidence: Double? = nil) {
    self.name = name
    self.confidence = confidence
  }

  /// UTF-8, by definition.
  public static let utf8 = SourceEncoding(name: "utf-8")
}

/// How bytes become scalars.
enum Decoding: Hashable, Sendable {
  case utf8
  case utf16(isBigEndian: Bool)
  /// A charset of single bytes, by its IANA name in lower case.
  case singleByte(String)

  /// The name that records carry.
  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16: "utf-16"
    case .singleByte(let name): name
    }
  }

  static let windows1256 = Decoding.singleByte("windows-1256")
  static let iso8859Part6 = Decoding.singleByte("iso-8859-6")
}

/// Why a document could not be decoded.
struct DecodingFault: Error, Sendable, CustomStringConvertible {
  /// The encoding's name in messages.
  var encoding: String
  /// The first byte that is not of the encoding.
  var byteOffset: Int
  /// Line feeds before it.
  var feeds: Int

  var description: String { "invalid \(encoding) at byte offset \(byteOffset)" }
}
