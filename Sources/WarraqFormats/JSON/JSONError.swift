/// Why a line is not the JSON that was expected.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case unexpectedEnd
    case expectedValue
    case expectedObject
    case expectedName
    case expectedColon
    case expectedCommaOrEnd
    case trailingCharacters
    case badNumber
    case badEscape
    case controlCharacter
    /// Half of a surrogate pair, where repairs are not allowed.
    case loneSurrogate
    /// More than ``JSONScanner/maximumDepth`` arrays and objects in each other.
    case tooDeep
    case missingField(String)
    case notAString(field: String)
    case notAnID(field: String)
    case notADate(field: String)
  }

  /// What is wrong.
  public let reason: Reason
  /// Where: bytes from the start of the line.
  public let byteOffset: Int

  /// The message shown to users.
  public var description: String { "\(what) at byte offset \(byteOffset)" }

  private var what: String {
    switch reason {
    case .unexpectedEnd: "invalid JSON: the line ends too early"
    case .expectedValue: "invalid JSON: expected a value"
    case .expectedObject: "expected a JSON object"
    case .expectedName: "invalid JSON: expected a name in quotation marks"
    case .expectedColon: "invalid JSON: expected ':'"
    case .expectedCommaOrEnd: "invalid JSON: expected ',' or a closing bracket"
    case .trailingCharacters: "invalid JSON: more characters after the object"
    case .badNumber: "invalid JSON: bad number"
    case .badEscape: "invalid JSON: bad escape"
    case .controlCharacter: "invalid JSON: control character in a string"
    case .loneSurrogate: "half of a surrogate pair"
    case .tooDeep: "invalid JSON: more than \(JSONScanner.maximumDepth) levels"
    case .missingField(let name): "no field \"\(name)\""
    case .notAString(let name): "field \"\(name)\" is not a string"
    case .notAnID(let name): "field \"\(name)\" is not a string or number"
    case .notADate(let name): "field \"\(name)\" is not an ISO 8601 date"
    }
  }
}
