import Foundation
import Testing
import WarraqTestSupport

@Suite("What the tool reads")
struct InputTests {
  @Test("Empty files, white space and NUL bytes are documents")
  func plainDocuments() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "")
    try scratch.write("b.txt", " \r\n\t\u{2029}\n")
    try scratch.write("c.txt", "قبل\u{0}بعد")
    let result = try scratch.run("annotate", ".", "--include", "text")
    #expect(result.code == 0 && result.errors.isEmpty)
    let records = try result.records()
    #expect(records.map { $0["id"] as? String } == ["a.txt", "b.txt", "c.txt"])
    #expect(records.map { $0["length"] as? Int } == [0, 6, 7])
    #expect((records[1]["sentences"] as? [Any])?.isEmpty == true)
    #expect(records[2]["text"] as? String == "قبل\u{0}بعد")
    #expect(try scratch.run("annotate").records()[0]["length"] as? Int == 0)
  }

  @Test("Invalid UTF-8 is repaired with a diagnostic, or fails")
  func invalidBytes() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", Data([0x61, 0xFF, 0xD9, 0x82, 0xE2, 0x80]))
    let repaired = try scratch.run("annotate", "a.txt", "--include", "text")
    #expect(repaired.code == 0)
    let record = try repaired.records()[0]
    #expect(record["text"] as? String == "a\u{FFFD}ق\u{FFFD}")
    let diagnostics = try #require(record["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["start"] as? Int } == [1, 3])
    #expect(diagnostics[1]["message"] as? String == "invalid UTF-8 at byte offset 4")
    let failed = try scratch.run("annotate", "a.txt", "--on-invalid", "fail")
    #expect(failed.code == 1 && failed.output.isEmpty)
    #expect(
      failed.errors
        == "a.txt:1: error: invalid UTF-8 at byte offset 1\nwarraq: 0 documents, 1 failed\n")
  }

  @Test("A missing file is told, the others are read")
  func missing() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    let some = try scratch.run("annotate", "no.txt", "a.txt", "--quiet")
    #expect(some.code == 1)
    #expect(try some.records().count == 1)
    #expect(some.errors == "no.txt:1: error: No such file or directory\n")
    let none = try scratch.run("annotate", "no.txt", "-o", "out")
    #expect(none.code == 3)
    #expect(try scratch.names() == ["a.txt"])
  }

  @Test("A folder without documents is an error")
  func emptyFolder() throws {
    let scratch = try Scratch()
    try scratch.write("sub/a.md", "x")
    let result = try scratch.run("tokenize", "sub", "--quiet")
    #expect(result.code == 3 && result.output.isEmpty)
    #expect(
      result.errors
        == "sub: error: no .txt, .html, .htm, .jsonl, .ndjson, .warc or .wet files\n")
  }

  @Test("JSON Lines: ids, other fields, bad lines and their record")
  func jsonLines() throws {
    let scratch = try Scratch()
    try scratch.write(
      "a.jsonl",
      """
      {"id": 7, "text": "\\u0646\\u0635", "url": "x", "n": {"k": [1.0]}}
      {"id": "b", "text": 3}
      {"text": "ok"
      {"text": "\u{FEFF}last", "id": null}

      """)
    let result = try scratch.run("annotate", "a.jsonl", "--errors", "bad.jsonl")
    #expect(result.code == 1)
    let records = try result.records()
    #expect(records.map { $0["id"] as? String } == ["7", "a.jsonl#4"])
    #expect(result.text.contains(#""meta":{"url":"x","n":{"k": [1.0]}},"#))
    #expect(
      result.errors == """
        a.jsonl:2: error: field "text" is not a string at byte offset 20
        a.jsonl:3: error: invalid JSON: the line ends too early at byte offset 13
        warraq: 2 documents, 2 failed

        """)
    #expect(
      try scratch.read("bad.jsonl") == #"""
        {"id":"b","path":"a.jsonl","line":2,"error":"field \"text\" is not a string at byte offset 20"}
        {"id":null,"path":"a.jsonl","line":3,"error":"invalid JSON: the line ends too early at byte offset 13"}

        """#)
  }

  @Test("Standard input, lists of inputs, the format given")
  func sources() throws {
    let scratch = try Scratch()
    let line = Data(#"{"text":"في 5 مايو","when":"2020-01-09T00:00:00Z"}"#.utf8)
    let result = try scratch.run(
      "dates", "--input-format", "jsonl", "--reference-field", "when", input: line)
    #expect(result.text.hasPrefix(#"{"id":"-#1","timexes":[{"#))
    #expect(result.text.contains(#""value":"2020-05-05""#))
    try scratch.write("a.txt", "أ")
    try scratch.write("d/b.txt", "ب")
    let list = Data("a.txt\n\nd\r\n".utf8)
    let listed = try scratch.run("tokenize", "--files-from", "-", input: list)
    #expect(listed.code == 0 && listed.text == "أ\nب\n")
    #expect(try scratch.run("tokenize", "--files-from", "-").code == 3)
    #expect(try scratch.run("tokenize", "--files-from", "-", "-").code == 2)
  }

  @Test("One line of a megabyte, with escapes")
  func longLine() throws {
    let scratch = try Scratch()
    let words = String(repeating: #"كتب\u0627 \"نص\" "#, count: 50_000)
    try scratch.write("a.jsonl", #"{"text":"\#(words)"}"# + "\n")
    let result = try scratch.run("tokenize", "--count", "a.jsonl")
    #expect(result.code == 0)
    #expect(result.text == "documents\t1\ntokens\t200000\n")
  }

  @Test("The same input gives the same bytes")
  func deterministic() throws {
    let articles = Corpus.folder.appending(path: "articles")
    let first = try Tool.run("annotate", ".", "--include", "tokens,text", folder: articles)
    let second = try Tool.run("annotate", ".", "--include", "tokens,text", folder: articles)
    #expect(first.code == 0 && !first.output.isEmpty)
    #expect(first.output == second.output)
  }
}
