internal import CSQLite
public import WarraqText

/// A database of annotated documents, written as a whole or not at all.
///
/// Rows go to a temporary file in the same folder, in the order of the documents, and the file gets
/// its name when ``commit()`` is called. The only place that talks to SQLite. Not to be used by two
/// threads at once.
@safe
public final class SQLiteStore: DocumentStore {
  private let path: FilePath
  private let replacing: Bool
  private let facts: [(key: String, value: String)]
  private var database: OpaquePointer?
  private var move: (from: FilePath, to: FilePath)?
  private var statements: [SQLiteSchema.Table: Int32] = [:]
  private var documents = 0
  private var entities = 0
  /// The number of the first entity of the document being put in.
  private var firstEntity = 1

  /// Documents in one transaction.
  private static let batch = 1000

  /// A database to be made at a path.
  ///
  /// - Parameters:
  ///   - replacing: Whether a file that is there may be replaced.
  ///   - versions: Kept in the table `meta`.
  ///   - offsets: The unit of offsets, kept there too.
  public init(
    _ path: FilePath, replacing: Bool, versions: DataVersions, offsets: OffsetUnit = .scalar
  ) {
    self.path = path
    self.replacing = replacing
    facts = [
      ("schema", "warraq.sqlite/\(SQLiteSchema.version)"), ("offsets", offsets.rawValue),
      ("search", "normalization preset search"), ("warraq", versions.warraq),
      ("unicode", versions.unicode), ("icu", versions.icu), ("data", versions.data),
    ]
  }

  /// The database, once it has its name.
  public private(set) var files: [FilePath] = []

  deinit {
    close()
    if let move { SystemFile.remove(move.from) }
  }

  /// The version of the library that runs.
  public static var libraryVersion: String {
    // SAFETY: the library gives a constant string.
    unsafe String(cString: warraq_sqlite_version())
  }

  /// Whether the library that runs can make full-text tables.
  public static var hasFullText: Bool { warraq_sqlite_has_fts5() != 0 }

  /// Makes the files that come before any document.
  public func open() throws(FileError) {
    try OutputFile.check(path, replacing: replacing)
    let temporary = try OutputFile.temporaryFile(beside: path)
    move = temporary
    // SAFETY: the path is NUL-terminated and lives through the call.
    unsafe database = SystemFile.withCPath(temporary.from) { unsafe warraq_sqlite_create($0) }
    guard unsafe database != nil else { throw .outOfMemory(path) }
    // The file is temporary and nobody else's: what protects it against a crash would only cost time.
    try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
    try run("BEGIN;")
    try run(SQLiteSchema.tables)
    for table in SQLiteSchema.Table.allCases { statements[table] = try prepare(table.insertion) }
    let meta = try prepare("INSERT INTO meta (key, value) VALUES (?1, ?2)")
    for (key, value) in facts {
      bind(.text(Array(key.utf8)), meta, 1)
      bind(.text(Array(value.utf8)), meta, 2)
      try step(meta)
    }
  }

  /// Puts in what the encoder made of the next document.
  public func append(_ record: [UInt8]) throws(FileError) {
    documents += 1
    firstEntity = entities + 1
    try SQLiteRows.forEach(in: record) { (table, values) throws(FileError) in
      guard let statement = statements[table] else { preconditionFailure("opened before") }
      if table == .entities { entities += 1 }
      for (column, value) in values.enumerated() { bind(value, statement, Int32(column + 1)) }
      try step(statement)
    }
    if documents % Self.batch == 0 { try run("COMMIT; BEGIN;") }
  }

  /// Ends the work; gives a database its name.
  public func commit() throws(FileError) {
    try run(SQLiteSchema.indexes)
    try run("COMMIT;")
    close()
    guard let move else { return }
    try SystemFile.rename(move.from, to: move.to)
    self.move = nil
    files = [path]
  }

  // MARK: Calls

  // SAFETY of all below: `database` is set by `open()` and used by this object alone until `close()`
  // takes it away; strings and buffers live through the calls, which copy what they keep.

  private func run(_ statements: String) throws(FileError) {
    unsafe statements.withCString { unsafe warraq_sqlite_run(database, $0) }
    try check()
  }

  private func prepare(_ statement: String) throws(FileError) -> Int32 {
    let number = unsafe statement.withCString { unsafe warraq_sqlite_prepare(database, $0) }
    try check()
    return number
  }

  private func bind(_ value: SQLiteRows.Value, _ statement: Int32, _ column: Int32) {
    switch value {
    case .null: unsafe warraq_sqlite_bind_null(database, statement, column)
    case .integer(let number):
      unsafe warraq_sqlite_bind_integer(database, statement, column, Int64(number))
    case .real(let number): unsafe warraq_sqlite_bind_real(database, statement, column, number)
    case .text(let text):
      unsafe text.withUnsafeBufferPointer { buffer in
        unsafe warraq_sqlite_bind_text(
          database, statement, column, buffer.baseAddress, buffer.count)
      }
    case .document:
      unsafe warraq_sqlite_bind_integer(database, statement, column, Int64(documents))
    case .entity(let number):
      unsafe warraq_sqlite_bind_integer(
        database, statement, column, Int64(firstEntity + number))
    }
  }

  private func step(_ statement: Int32) throws(FileError) {
    unsafe warraq_sqlite_step(database, statement)
    try check()
  }

  private func check() throws(FileError) {
    guard unsafe warraq_sqlite_failed(database) != 0 else { return }
    throw FileError(path: path, code: unsafe warraq_sqlite_errno(database))
  }

  private func close() {
    unsafe warraq_sqlite_close(database)
    unsafe database = nil
  }
}
