import Foundation
import Testing
import Warraq
import WarraqTestSupport

@testable import WarraqFormats

/// The `sqlite3` command-line client, as a reader that is not ours.
enum SQLiteClient {
  static func run(_ path: String, _ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", "-batch", "-bail", path, command]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw FormatFault("sqlite3: \(text)") }
    return text
  }
}

@Suite("Formats: SQLite")
struct SQLiteTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.url.path + "/" + name }

  private func write(
    _ name: String, _ texts: [String], offsets: OffsetUnit = .scalar, replacing: Bool = false
  ) throws {
    let encoder = SQLiteEncoder(offsets: offsets)
    let store = SQLiteStore(
      FilePath(path(name)), replacing: replacing, versions: AnnotatedSamples.versions,
      offsets: offsets)
    try store.open()
    for (number, text) in texts.enumerated() {
      let input = AnnotatedSamples.input(text, id: "d\(number)")
      try store.append(encoder.encode(Pipeline().analyze(input), of: input))
    }
    try store.commit()
  }

  @Test("Whole, with keys that hold, of the version stated, rows in the order of documents")
  func integrity() throws {
    let texts = try AnnotatedSamples.all()
    try write("a.sqlite", texts)
    let database = path("a.sqlite")
    #expect(try SQLiteClient.run(database, "PRAGMA integrity_check") == "ok\n")
    #expect(try SQLiteClient.run(database, "PRAGMA foreign_key_check") == "")
    #expect(try SQLiteClient.run(database, "PRAGMA user_version") == "1\n")
    let names = try SQLiteClient.run(database, "SELECT name FROM documents ORDER BY id")
    #expect(names == texts.indices.map { "d\($0)\n" }.joined())
    let documents = texts.map { Pipeline().analyze(AnnotatedSamples.input($0)) }
    let counts = try SQLiteClient.run(
      database,
      """
      SELECT (SELECT count(*) FROM sentences), (SELECT count(*) FROM entities),
        (SELECT count(*) FROM mentions), (SELECT count(*) FROM timexes), (SELECT count(*) FROM search)
      """)
    let expected = [
      documents.reduce(0) { $0 + ($1.sentences?.count ?? 0) },
      documents.reduce(0) { $0 + ($1.entities?.entities.count ?? 0) },
      documents.reduce(0) { $0 + ($1.entities?.mentions.count ?? 0) },
      documents.reduce(0) { $0 + ($1.timexes?.count ?? 0) }, documents.count,
    ]
    #expect(counts == expected.map(String.init).joined(separator: "|") + "\n")
  }

  @Test("A mention belongs to an entity of its own document, and all are counted")
  func entities() throws {
    try write("b.sqlite", try AnnotatedSamples.all())
    let strays = try SQLiteClient.run(
      path("b.sqlite"),
      """
      SELECT count(*) FROM mentions m JOIN entities e ON m.entity = e.id WHERE m.document <> e.document;
      SELECT count(*) FROM entities e WHERE e.mentions <>
        (SELECT count(*) FROM mentions m WHERE m.entity = e.id)
      """)
    #expect(strays == "0\n0\n")
  }

  @Test("Offsets point at the text: scalars as substr counts, bytes as blobs have them")
  func offsets() throws {
    // substr() ends at U+0000, which is told in the documentation.
    let texts = try AnnotatedSamples.all().filter { !$0.unicodeScalars.contains("\0") }
    try write("c.sqlite", texts)
    try write("d.sqlite", texts, offsets: .utf8)
    for table in ["mentions", "timexes", "sentences"] {
      let query = "SELECT count(*) FROM \(table) t JOIN documents d ON t.document = d.id WHERE "
      #expect(
        try SQLiteClient.run(
          path("c.sqlite"),
          query + "substr(d.text, t.start + 1, t.\"end\" - t.start) IS NOT t.text") == "0\n")
      #expect(
        try SQLiteClient.run(
          path("d.sqlite"),
          query + "CAST(substr(CAST(d.text AS BLOB), t.start + 1, t.\"end\" - t.start) AS TEXT) "
            + "IS NOT t.text") == "0\n")
    }
    #expect(
      try SQLiteClient.run(path("d.sqlite"), "SELECT value FROM meta WHERE key = 'offsets'")
        == "utf8\n")
  }

  @Test("The full-text table finds words whatever their marks and hamzas; the original is kept")
  func search() throws {
    try write("e.sqlite", ["قالت إيمَانُ أحمد في القاهرة", "لا شيء هنا", "آراء أحمد"])
    let key = Normalizer(NormalizationPreset.search.options)
      .normalizedText(SourceText("أحمد")).utf8
    let found = try SQLiteClient.run(
      path("e.sqlite"),
      "SELECT d.name, d.text FROM search s JOIN documents d ON d.id = s.rowid "
        + "WHERE search MATCH '\(String(decoding: key, as: UTF8.self))' ORDER BY d.id")
    #expect(found == "d0|قالت إيمَانُ أحمد في القاهرة\nd2|آراء أحمد\n")
  }

  @Test("The same documents give the same bytes")
  func deterministic() throws {
    let texts = AnnotatedSamples.texts
    try write("f.sqlite", texts)
    try write("g.sqlite", texts)
    #expect(
      try Data(contentsOf: URL(filePath: path("f.sqlite")))
        == Data(contentsOf: URL(filePath: path("g.sqlite"))))
  }

  @Test("More documents than go into one transaction")
  func transactions() throws {
    try write("h.sqlite", (0..<2001).map { "نص \($0)" })
    #expect(try SQLiteClient.run(path("h.sqlite"), "SELECT count(*) FROM documents") == "2001\n")
    #expect(try SQLiteClient.run(path("h.sqlite"), "PRAGMA integrity_check") == "ok\n")
  }

  @Test(
    "A file that is there stays, unless it may be replaced; what is not committed leaves nothing")
  func replacing() throws {
    try Data("x".utf8).write(to: URL(filePath: path("i.sqlite")))
    #expect(throws: FileError.self) { try write("i.sqlite", ["a"]) }
    #expect(try Data(contentsOf: URL(filePath: path("i.sqlite"))) == Data("x".utf8))
    do {
      let store = SQLiteStore(
        FilePath(path("i.sqlite")), replacing: true, versions: AnnotatedSamples.versions)
      try store.open()
    }
    #expect(try Data(contentsOf: URL(filePath: path("i.sqlite"))) == Data("x".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["i.sqlite"])
    try write("i.sqlite", ["a"], replacing: true)
    #expect(try SQLiteClient.run(path("i.sqlite"), "SELECT text FROM documents") == "a\n")
    #expect(throws: FileError.self) { try write("missing/folder.sqlite", ["a"]) }
  }
}
