import Foundation
import Testing
import Warraq
import WarraqTestSupport

@testable import WarraqFormats

@Suite("Input")
struct InputTests {
  /// Everything that a path holds: documents, and the messages of faults in their place.
  private func readAll(
    _ path: String, format: InputFormat? = nil, _ options: ReadingOptions = ReadingOptions()
  ) -> [Result<InputDocument, InputFault>] {
    var plan = InputPlan(format: format)
    plan.add(FilePath(path))
    return plan.items.flatMap { item -> [Result<InputDocument, InputFault>] in
      switch item {
      case .fault(let fault): return [.failure(fault)]
      case .input(let input):
        var results: [Result<InputDocument, InputFault>] = []
        do throws(InputFault) {
          var reader = try DocumentReader(input, options: options)
          while let result = next(&reader) { results.append(result) }
        } catch {
          results.append(.failure(error))
        }
        return results
      }
    }
  }

  private func next(_ reader: inout DocumentReader) -> Result<InputDocument, InputFault>? {
    do throws(InputFault) {
      return try reader.next().map { .success($0) }
    } catch {
      return .failure(error)
    }
  }

  @Test("A folder's files come in the order of their paths' bytes, each folder once")
  func folder() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.TXT", "a.txt", "a/b/c.ndjson", "é.txt", "A.jsonl", "x.md", "y"] {
      try folder.write(name, "".utf8)
    }
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/a/up", withDestinationPath: "..")
    try manager.createSymbolicLink(atPath: folder.path + "/0", withDestinationPath: "a")
    try manager.createSymbolicLink(atPath: folder.path + "/gone.txt", withDestinationPath: "no")
    var plan = InputPlan(format: nil)
    plan.add(FilePath(folder.path))
    let names = plan.items.map { item in
      if case .input(let input) = item { input.name } else { "?" }
    }
    #expect(
      names == ["A.jsonl", "a.txt", "a/b/c.ndjson", "a/z.TXT", "b.txt", "gone.txt", "é.txt"])
    #expect(plan.skippedFiles == 2)
  }

  @Test("Ids and paths")
  func ids() throws {
    let folder = try TemporaryFolder()
    try folder.write("s/t.txt", "نص".utf8)
    try folder.write(
      "s/l.jsonl", "{\"text\":\"1\"}\n\n{\"text\":\"2\",\"id\":5}\r\n{\"text\":\"3\"}".utf8)
    let documents = readAll(folder.path).compactMap { try? $0.get() }
    #expect(documents.map(\.id) == ["s/l.jsonl#1", "5", "s/l.jsonl#3", "s/t.txt"])
    #expect(documents.map(\.line) == [1, 3, 4, 1])
    #expect(documents[3].path == folder.path + "/s/t.txt")
    #expect(documents[0].meta == Array("{}".utf8) && documents[3].meta == nil)
    let direct = readAll(folder.path + "/s/t.txt")
    #expect(try direct[0].get().id == folder.path + "/s/t.txt")
  }

  @Test(
    "Compressed data that is none is said so",
    arguments: [
      ("a.html", [0x1F, 0x8B, 0x08, 0x00], "gzip data breaks off near byte offset 4"),
      ("a.txt", [0x1F, 0x8B, 0x07, 0x00], "gzip data is damaged near byte offset 4"),
      ("a.jsonl", [0x28, 0xB5, 0x2F, 0xFD, 0x00], "zstd data breaks off near byte offset 5"),
    ] as [(String, [UInt8], String)])
  func damagedCompression(name: String, bytes: [UInt8], message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    let results = readAll(folder.path + "/" + name)
    #expect(results.count == 1)
    #expect(throws: InputFault.self) { try results[0].get() }
    guard case .failure(let fault) = results[0] else { return }
    #expect(fault.description == "\(folder.path)/\(name):1: error: \(message)")
    #expect(fault.kind == .unreadable)
  }

  @Test("The format can be given")
  func format() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.html", "<p>".utf8)
    try folder.write("a.log", #"{"text":"نص"}"#.utf8)
    #expect(try readAll(folder.path + "/a.html", format: .text)[0].get().text.count == 3)
    #expect(try readAll(folder.path + "/a.log", format: .jsonl)[0].get().text.count == 4)
    #expect(try readAll(folder.path + "/a.log")[0].get().text.count == 15)
  }

  @Test("Lines longer than the buffer, and line breaks at its edges")
  func longLines() throws {
    let folder = try TemporaryFolder()
    var file: [UInt8] = []
    let sizes = [0, 1, (1 << 20) - 13, (1 << 20) - 12, (1 << 20) - 11, 3 << 20, 5]
    for size in sizes {
      file += Array(#"{"text":""#.utf8) + [UInt8](repeating: 0x61, count: size)
      file += Array("\"}\n".utf8)
    }
    try folder.write("a.jsonl", file)
    let documents = try readAll(folder.path).map { try $0.get() }
    #expect(documents.map(\.text.count) == sizes)
  }

  @Test("A file's byte order mark is no part of the text; U+FEFF in a JSON string is")
  func mark() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", [0xEF, 0xBB, 0xBF, 0x61])
    try folder.write("b.jsonl", [0xEF, 0xBB, 0xBF] + Array(#"{"text":"\ufeffb"}"#.utf8))
    let documents = try readAll(folder.path).map { try $0.get() }
    #expect(documents.map(\.text) == [SourceText("a"), SourceText("\u{FEFF}b")])
    #expect(documents[0].bytes.count == 4)
  }

  @Test("Repairs of a JSON Lines text are told at their places in the text")
  func repairs() throws {
    let folder = try TemporaryFolder()
    let line =
      Array(#"{"text":"\ufeffa"#.utf8) + [0xFF] + Array(#"\ud800b"#.utf8)
      + [0xE2, 0x80]
      + Array(#"\udc00ب","k":""#.utf8) + [0xC0] + Array("\"}\n".utf8)
    try folder.write("a.jsonl", line)
    let document = try readAll(folder.path)[0].get()
    #expect(document.text == SourceText("\u{FEFF}a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}ب"))
    #expect(document.diagnostics.map(\.range.utf8) == [0..<0, 4..<7, 7..<10, 11..<14, 14..<17])
    #expect(
      document.diagnostics.map(\.code) == [
        "invalid-utf8", "invalid-utf8", "lone-surrogate", "invalid-utf8", "lone-surrogate",
      ])
    #expect(document.meta == Array("{\"k\":\"\u{FFFD}\"}".utf8))
    let strict = readAll(folder.path, ReadingOptions(onInvalid: .fail))
    guard case .failure(let fault) = strict[0] else {
      Issue.record("accepted")
      return
    }
    #expect(fault.message == "invalid UTF-8 at byte offset 16" && fault.line == 1)
  }

  @Test("A rejected line tells its id where it has one")
  func rejectedIDs() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.jsonl", "{\"id\":\"x\"}\n{\"text\":1}\n{\n{\"text\":\"ok\"}".utf8)
    let results = readAll(folder.path)
    let ids = results.map { result -> String? in
      switch result {
      case .success(let document): document.id
      case .failure(let fault): fault.id
      }
    }
    #expect(ids == ["x", "a.jsonl#2", nil, "a.jsonl#4"])
  }

  @Test("An output file comes into being whole or not at all")
  func output() throws {
    let folder = try TemporaryFolder()
    let path = FilePath(folder.path + "/out")
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
    do {
      let file = try OutputFile.creating(path, replacing: false)
      try file.append(Array("half".utf8))
      #expect(try names().count == 1)
      #expect(try names() != ["out"])
    }
    #expect(try names() == [])
    let file = try OutputFile.creating(path, replacing: false)
    try file.append(Array("whole".utf8))
    try file.commit()
    #expect(try names() == ["out"])
    #expect(throws: FileError.self) { try OutputFile.creating(path, replacing: false) }
    try OutputFile.creating(path, replacing: true).commit()
    #expect(try Data(contentsOf: folder.url.appending(path: "out")).isEmpty)
  }
}
