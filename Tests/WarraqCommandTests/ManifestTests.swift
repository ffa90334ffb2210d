import Foundation
import Testing

@Suite("--manifest and warraq verify")
struct ManifestTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("in/a.txt", "زار الرئيس المصري العراق في 5 مايو 2020.")
    try scratch.write("in/b.txt", "ولفرنسا دور.")
  }

  private func manifest(_ name: String = "run.json") throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: scratch.url(name)))
    return try #require(json as? [String: Any])
  }

  /// The sum that another program gives.
  private func sum(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", scratch.url(name).path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes.prefix(64), as: UTF8.self)
  }

  @Test("Inputs, outputs, options and counts are told")
  func contents() throws {
    let run = try scratch.run(
      "annotate", "in", "-o", "a.csv", "--manifest", "run.json", "--rows", "timexes")
    #expect(run.code == 0)
    let manifest = try manifest()
    #expect(manifest["schema"] as? String == "warraq.manifest/1")
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    #expect(inputs.compactMap { $0["path"] as? String } == ["in/a.txt", "in/b.txt"])
    #expect(
      try inputs.compactMap { $0["sha256"] as? String } == [sum("in/a.txt"), sum("in/b.txt")])
    #expect(inputs[0]["size"] as? Int == (try Data(contentsOf: scratch.url("in/a.txt")).count))
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    #expect(try outputs.compactMap { $0["sha256"] as? String } == [sum("a.csv")])
    let counts = try #require(manifest["counts"] as? [String: Int])
    #expect(counts["documents"] == 2 && counts["failures"] == 0 && counts["timexes"] == 1)
    #expect(counts["mentions"] == 2 && counts["entities"] == 2 && counts["sentences"] == 2)
    let options = try #require(manifest["options"] as? [String: [String: Any]])
    #expect(options["rows"]?["values"] as? [String] == ["timexes"])
    #expect(options["rows"]?["from"] as? String == "command line")
    #expect(options["encoding"]?["values"] as? [String] == ["auto"])
    #expect(options["encoding"]?["from"] as? String == "default")
  }

  @Test(
    "A run that is repeated gives the same, whatever the format",
    arguments: [
      ["-o", "x.jsonl"], ["-o", "x.csv"], ["--output=x.sqlite"], ["-o", "x.xml"],
      ["--format", "brat", "--output-dir", "x"], ["--format", "conllu", "--output-dir=x"],
    ])
  func same(output: [String]) throws {
    let run = try Tool.run(
      ["annotate", "in", "--manifest", "run.json"] + output, folder: scratch.folder)
    #expect(run.code == 0, "\(run.errors)")
    let before = try scratch.names()
    let result = try scratch.run("verify", "run.json")
    #expect(result.code == 0 && result.text == "same\n", "\(result.text) \(result.errors)")
    #expect(try scratch.names() == before)
    // Files that were there before are no part of the run.
    try scratch.write("x.other", "")
    let again = try Tool.run(
      ["annotate", "in", "--manifest", "run.json", "--force"] + output, folder: scratch.folder)
    #expect(again.code == 0)
    #expect(try scratch.run("verify", "run.json", "--quiet").code == 0)
  }

  @Test("Changed inputs and outputs that differ are told")
  func differs() throws {
    #expect(try scratch.run("entities", "in", "-o", "a.jsonl", "--manifest", "run.json").code == 0)
    try scratch.write("in/b.txt", "ولألمانيا دور.")
    let result = try scratch.run("verify", "run.json")
    #expect(result.code == 1)
    #expect(result.text.hasPrefix("input changed: in/b.txt\noutput differs: a.jsonl: was "))
    #expect(result.text.hasSuffix("differs\n"))
    try FileManager.default.removeItem(at: scratch.url("in/b.txt"))
    let missing = try scratch.run("verify", "run.json")
    #expect(missing.code == 3)
    #expect(missing.errors == "in/b.txt: error: No such file or directory\n")
  }

  @Test("Other versions are told")
  func versions() throws {
    #expect(try scratch.run("dates", "in", "-o", "a.jsonl", "--manifest", "run.json").code == 0)
    let text = try scratch.read("run.json")
    let data = try #require((try manifest()["versions"] as? [String: String])?["data"])
    try scratch.write("run.json", text.replacingOccurrences(of: "\"\(data)\"", with: "\"old\""))
    let result = try scratch.run("verify", "run.json")
    #expect(result.code == 0)
    #expect(result.text == "version of data: was old, is \(data)\nsame\n")
  }

  @Test("Failures of the run are part of what is repeated")
  func failures() throws {
    try scratch.write("in/c.txt", Data([0xFF]))
    let run = try scratch.run(
      "annotate", "in", "-o", "a.jsonl", "--manifest", "run.json", "--encoding", "utf-8",
      "--on-invalid", "fail", "--errors", "e.jsonl")
    #expect(run.code == 1)
    #expect((try manifest()["counts"] as? [String: Int])?["failures"] == 1)
    let result = try scratch.run("verify", "run.json")
    #expect(result.code == 0 && result.text == "same\n")
  }

  @Test("Lists are part of the run; settings are taken as they were")
  func lists() throws {
    try scratch.write("names.tsv", "دور\tORG\tدور\tx1\n")
    try scratch.write("c.conf", "offsets = utf8\ngazetteer = names.tsv\n")
    let run = try scratch.run(
      "annotate", "in", "-o", "a.csv", "--manifest", "run.json", "--config", "c.conf")
    #expect(run.code == 0, "\(run.errors)")
    let manifest = try manifest()
    #expect((manifest["lists"] as? [[String: Any]])?.first?["path"] as? String == "names.tsv")
    try scratch.write("c.conf", "offsets = utf16\n")
    #expect(try scratch.run("verify", "run.json").code == 0)
    try scratch.write("names.tsv", "")
    let changed = try scratch.run("verify", "run.json")
    #expect(changed.code == 1 && changed.text.hasPrefix("list changed: names.tsv\n"))
  }

  @Test("What is no manifest, and what cannot be one")
  func faults() throws {
    try scratch.write("x.json", "{\"schema\": \"other\"}")
    try scratch.write("y.json", "{")
    for name in ["x.json", "y.json", "missing.json"] {
      let result = try scratch.run("verify", name)
      #expect(result.code == 3 && result.errors.hasPrefix("\(name): error: "), "\(result.errors)")
    }
    #expect(try scratch.run("annotate", "in", "--manifest", "run.json").code == 2)
    #expect(try scratch.run("annotate", "in", "-o", "a", "--manifest", "a").code == 2)
    #expect(try scratch.run("annotate", "in", "-o", "a", "--manifest", "in/a.txt").code == 2)
    #expect(try scratch.run("annotate", "in", "-o", "a", "--manifest", "x.json").code == 3)
    let piped = try scratch.run(
      "annotate", "-", "-o", "b", "--manifest", "run.json", input: Data("نص".utf8))
    #expect(piped.code == 0)
    #expect(try scratch.run("verify", "run.json").code == 3)
  }
}
