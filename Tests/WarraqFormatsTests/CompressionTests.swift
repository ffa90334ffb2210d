import Foundation
import Testing
import Warraq

@testable import WarraqFormats

@Suite("Compressed inputs and outputs")
struct CompressionTests {
  /// What `gzip` makes of «نص» and a line feed.
  private let gzip: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xBB, 0xD9, 0x76, 0x63, 0x2B, 0x17, 0x00, 0xB9, 0xD4,
    0x08, 0x70, 0x05, 0, 0, 0,
  ]
  /// What `zstd` makes of `a` and a line feed.
  private let zstd: [UInt8] = [
    0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x11, 0, 0, 0x61, 0x0A, 0x55, 0xC8, 0xCC, 0x1E,
  ]

  private func read(
    _ bytes: [UInt8], named name: String, _ options: ReadingOptions = ReadingOptions()
  ) throws -> [Result<InputDocument, InputFault>] {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    var plan = InputPlan(format: nil)
    plan.add(FilePath(folder.path))
    var results: [Result<InputDocument, InputFault>] = []
    for case .input(let input) in plan.items {
      do throws(InputFault) {
        var reader = try DocumentReader(input, options: options)
        while !reader.isFinished {
          do throws(InputFault) {
            if let document = try reader.next() { results.append(.success(document)) }
          } catch {
            results.append(.failure(error))
          }
        }
      } catch {
        results.append(.failure(error))
      }
    }
    return results
  }

  private func texts(_ results: [Result<InputDocument, InputFault>]) throws -> [String] {
    try results.map { String(decoding: try $0.get().text.utf8, as: UTF8.self) }
  }

  private func lines(_ count: Int) -> [UInt8] {
    (0..<count).flatMap { Array("{\"text\":\"وثيقة \($0 * 7919)\"}\n".utf8) }
  }

  @Test("Members and frames follow each other; padding is no damage")
  func members() throws {
    #expect(try texts(read(gzip + gzip, named: "a.txt.gz")) == ["نص\nنص\n"])
    #expect(try texts(read(gzip + [0, 0, 0], named: "a.txt.gz")) == ["نص\n"])
    #expect(try texts(read(zstd + zstd, named: "a.txt.zst")) == ["a\na\n"])
    // A frame that is to be skipped.
    let skipped: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9]
    #expect(try texts(read(skipped + zstd, named: "a.txt.zst")) == ["a\n"])
  }

  @Test("The format stands before .gz and .zst; the bytes tell the compression")
  func extensions() throws {
    let line = Array("{\"text\":\"نص\"}\n".utf8)
    for compression in Compression.allCases {
      let packed = compression.compressed(line)
      for name in ["a.jsonl.gz", "b.ndjson.zst", "c.JSONL.GZ", "d.jsonl"] {
        #expect(try texts(read(packed, named: name)) == ["نص"], "\(name) \(compression)")
      }
    }
    #expect(try texts(read(line, named: "plain.jsonl.gz")) == ["نص"])
    #expect(try read(gzip, named: "a.gz").isEmpty)
    #expect(
      try texts(read(Compression.gzip.compressed(Array("<p>نص".utf8)), named: "a.html.gz")) == [
        "نص"
      ])
  }

  @Test("What comes before the break of an archive is read", arguments: Compression.allCases)
  func truncated(compression: Compression) throws {
    let packed = compression.compressed(lines(20_000))
    let results = try read(Array(packed[..<(packed.count / 2)]), named: "a.jsonl.gz")
    #expect(results.count > 500)
    for (index, result) in results.dropLast().enumerated() where index % 500 == 0 {
      #expect(try result.get().text == SourceText("وثيقة \(index * 7919)"))
    }
    guard case .failure(let fault) = results.last else {
      Issue.record("the break is not told")
      return
    }
    #expect(fault.kind == .rejected && fault.line == results.count)
    #expect(fault.message.hasPrefix("\(compression.rawValue) data breaks off near byte offset "))
  }

  @Test(
    "Every break and every changed byte gives an error or the text, and ends",
    arguments: Compression.allCases)
  func damaged(compression: Compression) throws {
    let text = Array("{\"text\":\"قال إن القمة\"}\n".utf8)
    let packed = compression.compressed(text)
    for length in 4..<packed.count {
      let results = try read(Array(packed[..<length]), named: "a.jsonl")
      #expect(results.contains { if case .failure = $0 { true } else { false } }, "\(length)")
    }
    for place in 4..<packed.count {
      var changed = packed
      changed[place] ^= 0x40
      #expect(try read(changed, named: "a.jsonl").count <= 3)
    }
  }

  @Test("A bomb is rejected, and the next line read")
  func bomb() throws {
    let long = [UInt8](repeating: 0x61, count: 4 << 20)
    let bytes = Array("{\"text\":\"".utf8) + long + Array("\"}\n{\"text\":\"نص\"}\n".utf8)
    let packed = Compression.zstd.compressed(bytes)
    #expect(packed.count < 2000)
    let options = ReadingOptions(maximumDocumentBytes: 1 << 18)
    let results = try read(packed, named: "a.jsonl.zst", options)
    #expect(results.count == 2)
    #expect(throws: InputFault.self) { try results[0].get() }
    #expect(try results[1].get().text == SourceText("نص"))
    let text = try read(Compression.gzip.compressed(long), named: "a.txt.gz", options)
    guard case .failure(let fault) = text[0] else {
      Issue.record("a bomb was read")
      return
    }
    #expect(fault.message == "the document is longer than 262144 bytes (--max-document-bytes)")
    let exact = ReadingOptions(maximumDocumentBytes: 5)
    #expect(try texts(read(gzip, named: "a.txt.gz", exact)) == ["نص\n"])
    #expect(try texts(read(gzip, named: "a.txt.gz")) == ["نص\n"])
  }

  @Test("Reading goes on at every place that a reader tells", arguments: ["a.jsonl", "a.jsonl.gz"])
  func positions(name: String) throws {
    let folder = try TemporaryFolder()
    let bytes = [0xEF, 0xBB, 0xBF] + lines(5) + Array("\n{\n{\"text\":\"last\"}".utf8)
    try folder.write(name, name == "a.jsonl" ? bytes : Compression.gzip.compressed(bytes))
    var plan = InputPlan(format: nil)
    plan.add(FilePath(folder.path))
    guard case .input(let input) = plan.items[0] else { return }
    func rest(_ reader: inout DocumentReader) -> [String] {
      var found: [String] = []
      while true {
        do throws(InputFault) {
          guard let document = try reader.next() else { return found }
          found.append("\(document.id):\(document.line)")
        } catch {
          found.append(error.description)
        }
      }
    }
    var first = try DocumentReader(input, options: ReadingOptions())
    let all = rest(&first)
    #expect(all.count == 7)
    var reader = try DocumentReader(input, options: ReadingOptions())
    for taken in 0..<all.count {
      var second = try DocumentReader(input, options: ReadingOptions(), from: reader.position)
      #expect(rest(&second) == Array(all[taken...]))
      _ = try? reader.next()
    }
  }

  @Test(
    "A compressed output is the same wherever it was broken off", arguments: ["out.gz", "out.zst"])
  func continuedOutput(name: String) throws {
    let folder = try TemporaryFolder()
    let records = (0..<300).map { [UInt8](repeating: UInt8(97 + $0 % 26), count: 20_000 + $0) }
    let whole = FilePath(folder.path + "/whole." + name)
    let output = try OutputFile.creating(whole, replacing: false)
    for record in records { try output.append(record) }
    try output.commit()
    let path = FilePath(folder.path + "/" + name)
    var next = 0
    var mark = OutputFile.Mark(length: 0, lastByte: 0x0A)
    for stop in [90, 200, 299] {
      let file =
        next == 0
        ? try OutputFile.creating(path, replacing: false, resumable: true)
        : try OutputFile.continuing(path, from: mark)
      var marked = next
      for index in next..<stop {
        try file.append(records[index])
        if file.canMark, let new = try file.mark() { (mark, marked) = (new, index + 1) }
      }
      file.keep()
      #expect(marked > next)
      next = marked
    }
    let last = try OutputFile.continuing(path, from: mark)
    for index in next..<records.count { try last.append(records[index]) }
    try last.commit()
    #expect(
      try Data(contentsOf: folder.url.appending(path: name))
        == Data(contentsOf: folder.url.appending(path: "whole." + name)))
    let reader = try SystemFile.reading(path)
    var bytes = ByteReader(reader, bufferSize: 1 << 16, interruption: .never)
    try bytes.decompress()
    #expect(try bytes.rest(limit: .max) == records.flatMap { $0 })
  }

  @Test("A resumable output belongs to one run at a time")
  func held() throws {
    let folder = try TemporaryFolder()
    let path = FilePath(folder.path + "/out")
    let first = try OutputFile.creating(path, replacing: false, resumable: true)
    try first.append(Array("whole".utf8))
    #expect(throws: FileError.self) {
      try OutputFile.creating(path, replacing: false, resumable: true)
    }
    try first.commit()
    #expect(try Data(contentsOf: folder.url.appending(path: "out")) == Data("whole".utf8))
  }
}
