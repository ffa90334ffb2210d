import Foundation
import Testing
import Warraq

@Suite("bench")
struct BenchTests {
  private let text = Data("قال الوزير في 12 أيار 2017، نعم.\n".utf8)

  @Test("JSON Lines: a row for each kernel, API and profile, with the fields promised")
  func json() throws {
    let result = try Tool.run(
      "bench", "--format", "json", "--size", "3000", "--min-time", "0.001", input: text)
    #expect(result.code == 0 && result.errors.isEmpty)
    let rows = try result.records()
    for row in rows {
      #expect(row["stage"] as? String == "tokenize")
      #expect((2997...3000).contains(row["bytes"] as? Int ?? 0))
      for name in ["mb_per_s", "best_mb_per_s", "icu_mb_per_s", "ratio_icu", "ratio_byte_table"] {
        let value = try #require(row[name] as? Double, "\(name)")
        #expect(value > 0 && value.isFinite)
      }
    }
    #expect(rows[0]["kernel"] as? String == "byte-table" && rows[0]["profile"] is NSNull)
    let keys = rows.dropFirst().map { row in
      ["kernel", "api", "profile"].map { row[$0] as? String ?? "" }
    }
    let expected = TokenizerKernel.available.flatMap { kernel in
      TokenizationProfile.allCases.flatMap { profile in
        ["batch", "sequence", "fused"].map { [kernel.rawValue, $0, profile.rawValue] }
      }
    }
    #expect(keys == expected)
  }

  @Test("The entity stage: a row for each part, with the fields promised")
  func entities() throws {
    let result = try Tool.run(
      "bench", "--stage", "entities", "--format", "json", "--size", "3000", "--min-time", "0.001",
      input: text)
    #expect(result.code == 0 && result.errors.isEmpty)
    let rows = try result.records()
    #expect(
      rows.map { $0["part"] as? String } == [
        "tokens and keys", "analysis", "annotation alone", "stage, warraq", "stage, anercorp",
      ])
    for row in rows {
      #expect(row["stage"] as? String == "entities")
      for name in ["bytes", "words", "found", "rounds", "words_per_s", "best_words_per_s"] {
        #expect((row[name] as? Int ?? -1) >= 0, "\(name)")
      }
    }
  }

  @Test("The normalizer: a row for each work and kernel, with the fields promised")
  func normalize() throws {
    let result = try Tool.run(
      "bench", "--stage", "normalize", "--format", "json", "--size", "3000", "--min-time", "0.001",
      input: text)
    #expect(result.code == 0 && result.errors.isEmpty)
    let rows = try result.records()
    for row in rows {
      #expect(row["stage"] as? String == "normalize" && row["equals_icu"] as? Bool != nil)
      for name in [
        "mb_per_s", "best_mb_per_s", "mb_per_s_with_map", "mb_per_s_allocating", "icu_mb_per_s",
        "ratio_icu", "ratio_icu_with_map", "ratio_map",
      ] {
        let value = try #require(row[name] as? Double, "\(name)")
        #expect(value > 0 && value.isFinite)
      }
    }
    let works = rows.filter { $0["kernel"] as? String == "portable" }.map { $0["work"] as? String }
    #expect(works == ["search", "dediacritize", "clean", "vocalized", "vocalized_search"])
    let table = try Tool.run("bench", "--stage", "normalize", "--min-time", "0.001", input: text)
    #expect(table.code == 0 && table.text.hasPrefix("stage normalize: a sample of "))
  }

  @Test("The table tells ICU's version, the kernels and the size")
  func table() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", text)
    try scratch.write("in/b.jsonl", "{\"text\":\"نص\"}\n")
    let result = try scratch.run("bench", "in", "--min-time", "0.001", "--profile", "arabic")
    #expect(result.code == 0)
    let lines = result.text.split(separator: "\n")
    #expect(lines[0].hasPrefix("stage tokenize: \(text.count + 4) bytes of UTF-8, "))
    #expect(lines[1].hasPrefix("ICU ") && lines[1].hasSuffix("reference"))
    #expect(lines[2].hasPrefix("kernel "))
    #expect(lines[3].hasPrefix("icu ") && lines[4].hasPrefix("byte-table "))
    #expect(lines.count == 5 + TokenizerKernel.available.count * 3)
    #expect(Set(lines.dropFirst(2).map(\.count)).count == 1)
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
