/// How the documents of an input are told apart.
public enum InputFormat: String, CaseIterable, Sendable {
  /// One document a file.
  case text
  /// JSON Lines: one document a line.
  case jsonl
  /// An HTML page a file.
  case html
  /// WARC and WET: one document a record.
  case warc

  /// The format that a file's extension tells; `nil` for other extensions.
  init?(extension name: String) {
    switch name {
    case "txt": self = .text
    case "jsonl", "ndjson": self = .jsonl
    case "html", "htm": self = .html
    case "warc", "wet": self = .warc
    default: return nil
    }
  }
}

/// One file, or standard input, that documents are read from.
public struct Input: Hashable, Sendable {
  /// Where its bytes come from.
  public enum Source: Hashable, Sendable {
    case standardInput
    case file(FilePath)
  }

  /// Where its bytes come from.
  public var source: Source
  /// How documents are told apart in it.
  public var format: InputFormat
  /// What ids of documents without an id of their own are made of: the path relative to the folder
  /// named, or the path of a file named itself, or `-`.
  public var name: String
  /// The path relative to the folder named; the last component for a file named itself.
  public var relativePath: FilePath

  /// The path shown to users, `-` for standard input.
  public var path: String {
    switch source {
    case .standardInput: "-"
    case .file(let path): path.description
    }
  }

  /// Standard input.
  static func standardInput(_ format: InputFormat) -> Input {
    Input(source: .standardInput, format: format, name: "-", relativePath: FilePath("stdin"))
  }
}
