import Foundation
import Testing

@Suite("Settings: command line, environment, --config")
struct SettingsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("a.txt", "ولفرنسا دور في 5 مايو 2020.")
  }

  private func offsets(_ arguments: [String], _ environment: [String: String] = [:]) throws
    -> String
  {
    let result = try Tool.run(
      ["annotate", "a.txt"] + arguments, folder: scratch.folder, environment: environment)
    #expect(result.code == 0, "\(result.errors)")
    return try result.records().first?["offsets"] as? String ?? "-"
  }

  @Test(
    "The command line goes before the environment, that before the file, that before the default")
  func precedence() throws {
    try scratch.write("c.conf", "offsets = utf8\n")
    let environment = ["WARRAQ_OFFSETS": "utf16"]
    #expect(try offsets([]) == "scalar")
    #expect(try offsets(["--config", "c.conf"]) == "utf8")
    #expect(try offsets(["--config=c.conf"], environment) == "utf16")
    #expect(try offsets(["--config", "c.conf", "--offsets", "scalar"], environment) == "scalar")
    #expect(try offsets(["--config", "c.conf", "--offsets=scalar"]) == "scalar")
    #expect(try offsets([], ["WARRAQ_CONFIG": "c.conf"]) == "utf8")
    #expect(try offsets([], ["WARRAQ_OFFSETS": ""]) == "scalar")
    #expect(try offsets([], ["WARRAQ_SERVICE_PORT": "80"]) == "scalar")
  }

  @Test("A short name on the command line counts as its long one")
  func shortNames() throws {
    try scratch.write("c.conf", "output = from-config.jsonl\n")
    #expect(try scratch.run("annotate", "a.txt", "--config", "c.conf", "-o", "own.jsonl").code == 0)
    #expect(try scratch.names() == ["a.txt", "c.conf", "own.jsonl"])
    #expect(try scratch.run("annotate", "a.txt", "--config", "c.conf").code == 0)
    #expect(try scratch.names().contains("from-config.jsonl"))
  }

  @Test("Comments, quotation marks, flags and their opposites, options of other subcommands")
  func syntax() throws {
    try scratch.write(
      "c.conf",
      "# all\r\n\r\n  preset=light  \r\nnfc = false\r\nexplain = false\r\nrows = timexes\r\ntext-field = \" x \"\r\n"
    )
    try scratch.write("b.jsonl", "{\"id\":\"1\",\" x \":\"e\u{301}\"}\n")
    let result = try scratch.run(
      "normalize", "b.jsonl", "--format", "jsonl", "--config", "c.conf")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.text.contains("\"text\":\"e\u{301}\"") && result.errors.isEmpty)
    let composed = try scratch.run(
      "normalize", "b.jsonl", "--format", "jsonl", "--config", "c.conf", "--nfc")
    #expect(composed.text.unicodeScalars.contains("\u{E9}"))
  }

  @Test("An option that may be given more than once takes a line for each")
  func repeated() throws {
    try scratch.write("1.txt", "فرنسا\n")
    try scratch.write("c.conf", "stop-list = 1.txt\nexclude = timexes\nexclude = article,quotes\n")
    let record = try #require(
      try scratch.run("annotate", "a.txt", "--config", "c.conf").records().first)
    #expect((record["entities"] as? [Any])?.isEmpty == true)
    #expect(record["timexes"] == nil && record["article"] == nil && record["sentences"] != nil)
  }

  @Test(
    "Faults are told with path and line, as wrong usage",
    arguments: [
      ("x = 1", "c.conf:1: error: unknown option 'x'"),
      ("\n\nformat csv", "c.conf:3: error: expected 'name = value'"),
      ("offsets = utf7", "c.conf:1: error: 'utf7' is no value of 'offsets': scalar, utf8, utf16"),
      ("quiet = maybe", "c.conf:1: error: 'quiet' is true or false, not 'maybe'"),
      ("rows = timexes\nrows = entities", "c.conf:2: error: 'rows' is set twice"),
      ("help = true", "c.conf:1: error: unknown option 'help'"),
      ("config = d.conf", "c.conf:1: error: unknown option 'config'"),
    ])
  func faults(content: String, message: String) throws {
    try scratch.write("c.conf", content)
    let result = try scratch.run("annotate", "a.txt", "--config", "c.conf")
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.errors == message + "\n")
  }

  @Test("A file that is not there or no text; a value that only the option itself refuses")
  func otherFaults() throws {
    let missing = try scratch.run("annotate", "a.txt", "--config", "no.conf")
    #expect(missing.code == 2 && missing.errors == "no.conf: error: No such file or directory\n")
    try scratch.write("c.conf", Data([0xFF]))
    #expect(
      try scratch.run("annotate", "--config", "c.conf").errors == "c.conf: error: invalid UTF-8\n")
    try scratch.write("c.conf", "\nreference-date = tomorrow\n")
    let refused = try scratch.run("dates", "a.txt", "--config", "c.conf")
    #expect(refused.code == 2 && refused.errors.contains("--reference-date is set by c.conf:2\n"))
  }

  @Test("Every subcommand takes --config")
  func everywhere() throws {
    try scratch.write("c.conf", "unknown = 1\n")
    for command in [
      "annotate", "normalize", "transliterate", "tokenize", "dates", "entities", "article",
      "evaluate x y", "boilerplate learn", "bench", "verify x", "doctor",
    ] {
      let arguments = command.split(separator: " ").map(String.init) + ["--config", "c.conf"]
      let result = try Tool.run(arguments, input: Data(), folder: scratch.folder)
      #expect(result.code == 2 && result.errors.hasPrefix("c.conf:1: error: unknown"), "\(command)")
      let help = try Tool.run(
        command.split(separator: " ").map(String.init).filter { $0.count > 1 } + ["--help"])
      #expect(help.text.contains("--config <file>"), "\(command)")
    }
  }
}

@Suite("warraq doctor")
struct DoctorTests {
  @Test("All is well where the tests run, and both formats tell the same")
  func well() throws {
    let table = try Tool.run("doctor", environment: ["LC_ALL": "C.UTF-8"])
    #expect(table.code == 0)
    #expect(table.text.contains("self-check") && !table.text.contains("BAD"))
    let json = try Tool.run("doctor", "--format", "json", environment: ["LC_ALL": "C.UTF-8"])
    let report = try #require(try json.records().first)
    #expect(report["ok"] as? Bool == true)
    let checks = try #require(report["checks"] as? [[String: String]])
    for check in checks {
      #expect(table.text.contains(try #require(check["name"])))
      #expect(table.text.contains(try #require(check["value"])))
    }
    let names = checks.compactMap { $0["name"] }
    #expect(Set(["warraq", "icu", "sqlite", "processors", "locale"]).isSubset(of: names))
  }

  @Test("A temporary folder that cannot be written is found, and the code is 1")
  func temporaryFolder() throws {
    let result = try Tool.run("doctor", environment: ["TMPDIR": "/nowhere/at/all"])
    #expect(result.code == 1)
    #expect(result.text.contains("BAD   temporary files"))
  }

  @Test("Variables that set nothing, and a locale without UTF-8, are noted")
  func notes() throws {
    let result = try Tool.run(
      "doctor", environment: ["WARRAQ_OFSETS": "utf8", "WARRAQ_ROWS": "timexes", "LC_ALL": "C"])
    #expect(result.code == 0)
    #expect(result.text.contains("note  WARRAQ_OFSETS"))
    #expect(result.text.contains("ok    WARRAQ_ROWS"))
    #expect(result.text.contains("note  locale"))
  }
}
