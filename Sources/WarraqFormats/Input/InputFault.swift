/// Something that could not be read. The run goes on after it.
public struct InputFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// How far reading came.
  public enum Kind: Hashable, Sendable {
    /// The input could not be read at all.
    case unreadable
    /// A document was read and is not acceptable, or its input broke off.
    case rejected
    /// The user stopped the run.
    case interrupted
  }

  /// How far reading came.
  public var kind: Kind
  /// The input's path as the user named it, `-` for standard input.
  public var path: String
  /// The line, from 1; `nil` where the fault is not inside of a file.
  public var line: Int?
  /// The document's id, where it is known.
  public var id: String?
  /// What is wrong.
  public var message: String

  /// A fault.
  public init(kind: Kind, path: String, line: Int?, id: String? = nil, message: String) {
    self.kind = kind
    self.path = path
    self.line = line
    self.id = id
    self.message = message
  }

  /// The line shown to users: `path:line: error: message`.
  public var description: String {
    let place = line.map { ":\($0)" } ?? ""
    return "\(path)\(place): error: \(message)"
  }
}
