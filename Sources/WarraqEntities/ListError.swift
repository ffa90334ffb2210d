/// What is wrong with a user's list of names; all faults that were found.
public struct ListError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One fault, and where it stands.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The list, as it was named.
    public var path: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong.
    public var message: String

    /// The fault as tools print it: `names.tsv:3: error: …`.
    public var description: String { "\(path):\(line): error: \(message)" }
  }

  /// In the order of the list; never empty.
  public let faults: [Fault]

  init(_ faults: [Fault]) {
    self.faults = faults.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
  }

  /// All faults, one a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
