/// The formats that annotated documents are written in.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Records of `warraq.document/1`.
  case jsonl
  /// A few lines to be read by people.
  case summary
  /// CoNLL-U.
  case conllu
  /// Rows of tab-separated columns.
  case tsv
  /// Rows of comma-separated columns (RFC 4180).
  case csv
  /// A pair of files a document, for the annotation tool brat.
  case brat
  /// Tasks with predictions, for Label Studio.
  case labelstudio
  /// TEI P5.
  case tei
  /// An SQLite database.
  case sqlite

  /// The format that the name of a file tells; `nil` for other names.
  public init?(path: FilePath) {
    switch path.lowercasedExtension {
    case "jsonl", "ndjson": self = .jsonl
    case "conllu", "conll": self = .conllu
    case "tsv": self = .tsv
    case "csv": self = .csv
    case "xml", "tei": self = .tei
    case "sqlite", "sqlite3", "db": self = .sqlite
    default: return nil
    }
  }

  /// Whether the format itself says that offsets are counted in scalars, or has none.
  public var hasFixedOffsets: Bool {
    switch self {
    case .brat, .labelstudio, .tei, .summary: true
    case .jsonl, .conllu, .tsv, .csv, .sqlite: false
    }
  }
}

/// What the rows of a table are.
public enum TableRows: String, CaseIterable, Sendable {
  /// A row for each mention of an entity.
  case entities
  /// A row for each time expression.
  case timexes
}
