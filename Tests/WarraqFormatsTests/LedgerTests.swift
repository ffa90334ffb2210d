import Foundation
import Testing

@testable import WarraqFormats

@Suite("Ledger")
struct LedgerTests {
  private func plan(_ folder: TemporaryFolder) -> InputPlan {
    var plan = InputPlan(format: nil)
    plan.add(FilePath(folder.path))
    return plan
  }

  @Test("A ledger reads back as it was written")
  func form() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.txt", "نص".utf8)
    var plan = InputPlan(format: nil)
    plan.add(FilePath(folder.path + "/in"))
    let inputs = try #require(InputIdentity(plan))
    var ledger = Ledger(versions: "v \"1\"", options: ["dates", "--x: 1"], inputs: inputs)
    ledger.item = 3
    ledger.position = ReadingPosition(offset: 1 << 40, line: 7, record: 6)
    ledger.counts.documents = 5
    ledger.counts.faults = 2
    ledger.counts.ordinal = 7
    ledger.output = OutputFile.Mark(length: 1 << 41, lastByte: 0x7D)
    let path = FilePath(folder.path + "/out.ledger")
    try ledger.write(to: path)
    #expect(try Ledger.reading(path) == ledger)
    ledger.isComplete = true
    ledger.errors = OutputFile.Mark(length: 0, lastByte: 0x0A)
    try ledger.write(to: path)
    #expect(try Ledger.reading(path) == ledger)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["in", "out.ledger"])
    #expect(try Ledger.reading(FilePath(folder.path + "/none")) == nil)
    for content in ["", "{}", "{\"schema\":\"warraq.ledger/1\"}", "\u{0}"] {
      try folder.write("bad", content.utf8)
      #expect(throws: FileError.self) { try Ledger.reading(FilePath(folder.path + "/bad")) }
    }
  }

  @Test("What differs is told")
  func obstacles() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "نص".utf8)
    try folder.write("b.txt", "نص".utf8)
    let before = try #require(InputIdentity(plan(folder)))
    let then = Ledger(versions: "1", options: ["dates", "--a: 1"], inputs: before)
    #expect(then.obstacle(for: then) == nil)
    #expect(
      then.obstacle(for: Ledger(versions: "2", options: then.options, inputs: before))
        == "the run was begun with 1; this is 2")
    #expect(
      then.obstacle(for: Ledger(versions: "1", options: ["dates", "--a: 2"], inputs: before))
        == "the run was begun with other options: then --a: 1; now --a: 2")
    let file = folder.url.appending(path: "b.txt")
    let date = try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate]
    // The same length and time; the digest tells.
    try folder.write("b.txt", "صن".utf8)
    try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: file.path)
    let changed = try #require(InputIdentity(plan(folder)))
    #expect(changed.difference(from: before) == "\(folder.path)/b.txt has changed")
    try folder.write("c.txt", "".utf8)
    let more = try #require(InputIdentity(plan(folder)))
    #expect(
      more.difference(from: before) == "then 2 inputs of 8 bytes, now 3 of 8")
    var standardInput = plan(folder)
    standardInput.add(FilePath("-"))
    #expect(InputIdentity(standardInput) == nil)
  }
}
