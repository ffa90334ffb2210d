import Foundation
import Testing
import Warraq
import WarraqTestSupport

@testable import WarraqFormats

/// `Corpus/golden/outputs`: a memo, and what it is in each format.
///
/// With `UPDATE_GOLDENS=1` the files are rewritten, and the tests still fail: read the difference.
@Suite("Formats: a memo in each of them")
struct OutputGoldenTests {
  /// A format and the file that has the memo in it.
  struct Golden: CustomTestStringConvertible, Sendable {
    let file: String
    let encoder: any DocumentEncoder
    var testDescription: String { file }
  }

  static let goldens = [
    Golden(file: "memo.conllu", encoder: CoNLLUEncoder()),
    Golden(file: "memo.csv", encoder: TableEncoder(.csv, rows: .entities)),
    Golden(file: "memo.tsv", encoder: TableEncoder(.tsv, rows: .entities)),
    Golden(file: "memo.timexes.csv", encoder: TableEncoder(.csv, rows: .timexes)),
    Golden(file: "memo.timexes.tsv", encoder: TableEncoder(.tsv, rows: .timexes)),
    Golden(file: "memo.json", encoder: LabelStudioEncoder(versions: AnnotatedSamples.versions)),
    Golden(file: "memo.xml", encoder: TEIEncoder(versions: AnnotatedSamples.versions)),
  ]

  private func memo() throws -> (document: Document, input: InputDocument) {
    let bytes = try Corpus.bytes("golden/outputs/memo.txt")
    let text = try SourceText(validating: bytes)
    let input = InputDocument(id: "memo.txt", path: "memo.txt", bytes: bytes, text: text)
    return (Pipeline().analyze(input), input)
  }

  private func check(_ bytes: [UInt8], _ file: String) throws {
    let expected = (try? Corpus.bytes("golden/outputs/" + file)) ?? []
    #expect(bytes == expected, "\(file) differs: \(String(decoding: bytes, as: UTF8.self))")
    guard ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1", bytes != expected else {
      return
    }
    try Data(bytes).write(to: Corpus.folder.appending(path: "golden/outputs/" + file))
    Issue.record("\(file) was rewritten: review it, then run again without UPDATE_GOLDENS")
  }

  @Test("As it was read and approved", arguments: goldens)
  func golden(_ golden: Golden) throws {
    let (document, input) = try memo()
    try check(
      golden.encoder.frame.file([golden.encoder.encode(document, of: input)]), golden.file)
  }

  @Test("brat: annotations and configuration")
  func brat() throws {
    let (document, _) = try memo()
    try check(BratEncoder().annotations(of: document), "memo.ann")
    try check(BratEncoder.configuration, "annotation.conf")
  }

  @Test("Label Studio: the labeling interface")
  func labelStudio() throws {
    try check(Array(LabelStudioEncoder.configuration.utf8), "labelstudio.config.xml")
  }

  @Test("SQLite: the database as statements")
  func sqlite() throws {
    let (document, input) = try memo()
    let folder = try TemporaryFolder()
    let path = folder.url.path + "/memo.sqlite"
    let store = SQLiteStore(
      FilePath(path), replacing: false, versions: AnnotatedSamples.versions)
    try store.open()
    try store.append(SQLiteEncoder().encode(document, of: input))
    try store.commit()
    // Pages of the full-text index are the library's own; what they hold is tested elsewhere.
    let statements = try SQLiteClient.run(
      path, ".dump meta documents sentences entities mentions timexes")
    try check(Array(statements.utf8), "memo.sql")
  }
}
