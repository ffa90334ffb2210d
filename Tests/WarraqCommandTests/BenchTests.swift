import Foundation
import Testing
import Warraq

@Suite("bench")
struct BenchTests {
  private let text = Data("قال الوزير في 12 أيار 2017، نعم.\n".utf8)

  /// Options that leave nothing to wait for.
  private let quick = ["--min-time", "0.0001", "--rounds", "1", "--warm-up", "0"]

  private func bench(_ arguments: String..., input: Data? = nil) throws -> Tool.Result {
    try Tool.run(["bench"] + arguments + quick, input: input ?? text)
  }

  @Test("A stage in JSON Lines: a row for each kernel, API and profile, with the fields promised")
  func json() throws {
    let result = try bench("--stage", "tokenize", "--format", "json", "--size", "3000")
    #expect(result.code == 0 && result.errors.isEmpty)
    let rows = try result.records()
    for row in rows {
      #expect(row["stage"] as? String == "tokenize" && row["yardstick"] as? String == "words")
      #expect((2997...3000).contains(row["bytes"] as? Int ?? 0))
      for name in [
        "ms", "mb_per_s", "best_mb_per_s", "mtokens_per_s", "yardstick_mb_per_s", "ratio",
        "ratio_low", "ratio_high",
      ] {
        let value = try #require(row[name] as? Double, "\(name)")
        #expect(value > 0 && value.isFinite)
      }
    }
    let keys = rows.map { row in ["kernel", "work"].map { row[$0] as? String ?? "" } }
    let expected = TokenizerKernel.available.flatMap { kernel in
      TokenizationProfile.allCases.flatMap { profile in
        ["batch", "sequence", "fused"].map { [kernel.rawValue, "\(profile.rawValue), \($0)"] }
      }
    }
    #expect(keys == [["icu", "words"], ["byte-table", "batch"]] + expected)
  }

  @Test("Without a stage every stage is in one table")
  func table() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", text)
    try scratch.write("in/b.jsonl", "{\"text\":\"نص\"}\n")
    let result = try Tool.run(["bench", "in"] + quick, folder: scratch.folder)
    #expect(result.code == 0)
    let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "2 documents, \(text.count + 4) bytes of UTF-8; 1 rounds")
    #expect(lines[1].hasPrefix("ICU ") && lines[1].hasSuffix("reference"))
    let stages = lines[4...].compactMap { $0.split(separator: " ").first.map(String.init) }
    var order: [String] = []
    for stage in stages where order.last != stage { order.append(stage) }
    #expect(
      order == [
        "decode", "tokenize", "normalize", "sentences", "dates", "entities", "structure", "quotes",
        "write", "annotate",
      ])
    #expect(Set(lines[3...].dropLast().map(\.count)).count == 1)
    let markdown = try bench("--stage", "dates,quotes", "--brief", "--format", "markdown")
    #expect(markdown.text.contains("\n| dates | dates+tokens | - | 1 | "))
  }

  @Test("A baseline is saved once, compared, and told where it does not fit")
  func baseline() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", text)
    try scratch.write("other.txt", "نص آخر")
    func run(_ arguments: String...) throws -> Tool.Result {
      try Tool.run(
        ["bench", "--stage", "tokenize", "--brief"] + arguments + quick, folder: scratch.folder)
    }
    #expect(try run("a.txt", "--save", "base.jsonl").code == 0)
    let again = try run("a.txt", "--save", "base.jsonl")
    #expect(again.code == 3 && again.output.isEmpty)
    #expect(again.errors == "base.jsonl: error: already exists; use --force to replace it\n")
    #expect(try run("a.txt", "--save", "base.jsonl", "--force").code == 0)

    let lines = try scratch.read("base.jsonl")
    func write(_ name: String, ratio: String) throws {
      try scratch.write(
        name,
        lines.replacing(/"ratio([a-z_]*)":[0-9.e+-]+/) { "\"ratio\($0.output.1)\":\(ratio)" })
    }
    try write("fast.jsonl", ratio: "1e9")
    try write("slow.jsonl", ratio: "1e-9")
    let slower = try run("a.txt", "--compare", "fast.jsonl")
    #expect(slower.code == 1 && slower.text.contains(" slower\n") && slower.errors.isEmpty)
    let faster = try run("a.txt", "--compare", "slow.jsonl")
    #expect(faster.code == 0 && faster.text.contains(" faster\n"))

    let other = try run("other.txt", "--compare", "base.jsonl")
    #expect(other.code == 3 && other.output.isEmpty)
    #expect(other.errors == "base.jsonl:1: error: the baseline was measured on another text\n")
    let missing = try run("a.txt", "--compare", "no.jsonl")
    #expect(missing.code == 3)
    #expect(missing.errors == "no.jsonl: error: No such file or directory\n")
    #expect(try run("a.txt", "--tolerance", "100").code == 2)
  }

  @Test("Inputs that are no text end the run, and tell where")
  func faults() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", text)
    try scratch.write("bad.txt", Data([0x61, 0x62, 0xD9, 0x20]))
    let bad = try scratch.run("bench", "good.txt", "bad.txt")
    #expect(bad.code == 1 && bad.output.isEmpty)
    #expect(bad.errors == "bad.txt:1: error: invalid UTF-8 at byte offset 2\n")
    let missing = try scratch.run("bench", "no.txt")
    #expect(missing.code == 3 && missing.output.isEmpty)
    #expect(missing.errors == "no.txt:1: error: No such file or directory\n")
    let empty = try scratch.run("bench")
    #expect(empty.code == 1 && empty.output.isEmpty)
    #expect(empty.errors == "error: there is no text to measure with\n")
  }
}
