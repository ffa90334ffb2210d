import WarraqText

/// The tables of the database.
enum SQLiteSchema {
  /// What `PRAGMA user_version` tells. It grows with every change of the tables.
  static let version = 1

  /// The tables that rows are put into; raw values stand in encoded rows.
  enum Table: UInt8, CaseIterable {
    case documents, sentences, entities, mentions, timexes, search

    /// The statement that puts a row in.
    var insertion: String {
      let columns = columns
      let places = columns.indices.map { "?\($0 + 1)" }
      return "INSERT INTO \(self) (\(columns.joined(separator: ", ")))"
        + " VALUES (\(places.joined(separator: ", ")))"
    }

    /// The columns, in the order of encoded rows.
    private var columns: [String] {
      switch self {
      case .documents:
        [
          "id", "name", "path", "line", "sha256", "encoding", "title", "author", "published",
          "length", "text", "meta",
        ]
      case .sentences: ["document", "number", "start", "\"end\"", "text"]
      case .entities:
        [
          "id", "document", "name", "type", "canonical", "\"key\"", "mentions", "iso3166",
          "wikidata", "gazetteer",
        ]
      case .mentions:
        [
          "document", "entity", "start", "\"end\"", "text", "type", "region", "confidence", "rule",
          "role",
        ]
      case .timexes:
        [
          "document", "start", "\"end\"", "text", "type", "value", "mod", "orig", "anchor", "rule",
          "region",
        ]
      case .search: ["rowid", "title", "text"]
      }
    }
  }

  /// Makes the tables.
  static let tables = """
    PRAGMA user_version = \(version);
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE documents (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL,
      sha256 TEXT NOT NULL, encoding TEXT NOT NULL, title TEXT, author TEXT, published TEXT,
      length INTEGER NOT NULL, text TEXT NOT NULL, meta TEXT);
    CREATE TABLE sentences (
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
      number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL);
    CREATE TABLE entities (
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, name TEXT NOT NULL,
      type TEXT NOT NULL, canonical TEXT NOT NULL, "key" TEXT NOT NULL, mentions INTEGER NOT NULL,
      iso3166 TEXT, wikidata TEXT, gazetteer TEXT);
    CREATE TABLE mentions (
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
      entity INTEGER NOT NULL REFERENCES entities, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      text TEXT NOT NULL, type TEXT NOT NULL, region TEXT, confidence REAL NOT NULL,
      rule TEXT NOT NULL, role TEXT);
    CREATE TABLE timexes (
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, type TEXT NOT NULL,
      value TEXT NOT NULL, mod TEXT, orig TEXT, anchor TEXT NOT NULL, rule TEXT NOT NULL,
      region TEXT);
    CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 0");
    """

  /// Makes the indexes, after all rows are in.
  static let indexes = """
    CREATE INDEX documents_name ON documents (name);
    CREATE INDEX documents_published ON documents (published);
    CREATE INDEX sentences_document ON sentences (document, number);
    CREATE INDEX entities_document ON entities (document);
    CREATE INDEX entities_key ON entities ("key");
    CREATE INDEX mentions_document ON mentions (document, start);
    CREATE INDEX mentions_entity ON mentions (entity);
    CREATE INDEX timexes_document ON timexes (document, start);
    CREATE INDEX timexes_value ON timexes (value);
    INSERT INTO search (search) VALUES ('optimize');
    """
}
