import Foundation
import Testing

@Suite("Runs that are broken off")
struct ResumeTests {
  private func corpus(_ count: Int) -> String {
    (0..<count).map { number in
      number % 19 == 7
        ? "{\"text\":"
        : "{\"text\":\""
          + String(repeating: "قال الوزير في 5 مايو إن القمة في بغداد \(number). ", count: 5)
          + "\"}"
    }.joined(separator: "\n") + "\n"
  }

  /// Starts a run and kills it as soon as its ledger is there, or some time later.
  private func killed(
    _ arguments: [String], _ scratch: Scratch, ledger: String, signal: Int32 = SIGKILL,
    after delay: UInt32 = 0
  ) throws -> Int32 {
    let process = Tool.process(
      arguments + ["--checkpoint-interval", "0"], folder: scratch.folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 30)
    while process.isRunning, Date() < deadline,
      !FileManager.default.fileExists(atPath: scratch.url(ledger).path)
    { usleep(1000) }
    usleep(delay)
    kill(process.processIdentifier, signal)
    return Tool.wait(for: process)
  }

  @Test(
    "After any kill the resumed run writes what an uninterrupted one does",
    arguments: [
      (["-o", "out.jsonl"], "out.jsonl.ledger"), (["-o", "out.jsonl.gz"], "out.jsonl.gz.ledger"),
      (["--output-dir", "out"], "out/.warraq.ledger"),
    ])
  func kills(output: [String], ledger: String) throws {
    let whole = try Scratch()
    let scratch = try Scratch()
    for folder in [whole, scratch] {
      try folder.write("a.jsonl", corpus(500))
      for number in 0..<20 { try folder.write("in/\(number).jsonl", corpus(20)) }
    }
    let arguments = ["annotate", "a.jsonl", "in", "--errors", "bad"] + output
    #expect(try Tool.run(arguments, folder: whole.folder).code == 1)
    let kills = ProcessInfo.processInfo.environment["WARRAQ_KILLS"].flatMap { Int($0) } ?? 4
    for number in 0..<kills {
      let delay = UInt32(number * 37 % 11) * 15_000
      _ = try killed(
        arguments + ["--resume", "-j", "\(1 + number % 3)"], scratch, ledger: ledger, after: delay)
    }
    let last = try Tool.run(arguments + ["--resume"], folder: scratch.folder)
    #expect(last.code == 1 || last.errors.contains("nothing to do"))
    let names = try whole.names().filter { !$0.hasSuffix("ledger") }
    #expect(try scratch.names().filter { !$0.hasSuffix("ledger") } == names)
    for name in names where !name.hasPrefix("in") && name != "out" {
      #expect(
        try Data(contentsOf: scratch.url(name)) == Data(contentsOf: whole.url(name)), "\(name)")
    }
    let again = try Tool.run(arguments + ["--resume", "-j", "1"], folder: scratch.folder)
    #expect(again.code == 0)
    #expect(again.errors == "warraq: finished before; nothing to do\n")
  }

  @Test("Ctrl-C leaves a state to go on with, and says how")
  func interruption() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", corpus(2000))
    let process = Tool.process(
      ["annotate", "a.jsonl", "-o", "out", "--checkpoint-interval", "0"], folder: scratch.folder)
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 30)
    while try !scratch.names().contains("out.ledger"), Date() < deadline { usleep(1000) }
    kill(process.processIdentifier, SIGINT)
    let told = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(Tool.wait(for: process) == 130)
    #expect(
      told.contains(/warraq: stopped after \d+ documents; the same command with --resume goes on\n/)
    )
    #expect(try scratch.names() == [".out.partial", "a.jsonl", "out.ledger"])
    // Without --resume the state is in the way; with --force it is given up.
    let refused = try scratch.run("annotate", "a.jsonl", "-o", "out")
    #expect(refused.code == 3)
    #expect(
      refused.errors == "out.ledger: error: an interrupted run is there; --resume goes on, "
        + "--force begins afresh\n")
    let resumed = try scratch.run("annotate", "a.jsonl", "-o", "out", "--resume", "-j", "1")
    #expect(resumed.code == 1)
    let whole = try scratch.run("annotate", "a.jsonl")
    #expect(try scratch.read("out") == whole.text)
    // The summary tells of the whole run.
    #expect(resumed.errors.hasSuffix("warraq: 1895 documents, 105 failed\n"))
  }

  @Test("Other options, other inputs and other versions are refused; --jobs may differ")
  func refusals() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", corpus(2000))
    try scratch.write("stop.txt", "بغداد\n")
    let arguments = ["annotate", "a.jsonl", "--stop-list", "stop.txt", "-o", "out"]
    #expect(try killed(arguments, scratch, ledger: "out.ledger") == -1)
    func resume(_ arguments: [String]) throws -> Tool.Result {
      try Tool.run(arguments + ["--resume"], folder: scratch.folder)
    }
    let other = try resume(arguments + ["--offsets", "utf8"])
    #expect(other.code == 2)
    #expect(
      other.errors == "out.ledger: error: the run was begun with other options: then "
        + "--offsets: scalar; now --offsets: utf8; without --resume, --force begins afresh\n")
    #expect(try resume(["dates", "a.jsonl", "-o", "out"]).code == 2)
    let fewer = try resume(["annotate", "a.jsonl", "-o", "out"])
    #expect(fewer.code == 2)
    try scratch.write("stop.txt", "دمشق\n")
    let changed = try resume(arguments)
    #expect(changed.code == 2)
    #expect(changed.errors.contains("the inputs are not those of the run: stop.txt has changed"))
    try scratch.write("stop.txt", "بغداد\n")
    // The kill may have come while the ledger was written anew.
    let names = try scratch.names().filter { $0 != "out.ledger.tmp" }
    #expect(names == [".out.partial", "a.jsonl", "out.ledger", "stop.txt"])
    var ledger = try scratch.read("out.ledger")
    ledger.replace("Unicode 15", with: "Unicode 14")
    try scratch.write("out.ledger", ledger)
    #expect(try resume(arguments).errors.contains("the run was begun with warraq "))
    try scratch.write("out.ledger", "nothing")
    let damaged = try resume(arguments)
    #expect(damaged.code == 3)
    #expect(damaged.errors == "out.ledger: error: is no ledger of warraq\n")
    #expect(try Tool.run(arguments + ["--force"], folder: scratch.folder).code == 1)
    #expect(try scratch.names() == ["a.jsonl", "out", "stop.txt"])
  }

  @Test("With nothing to go on with a run begins; what has finished stays as it is")
  func afresh() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    #expect(try scratch.run("dates", "a.txt", "-o", "out", "--resume").code == 0)
    #expect(try scratch.names() == ["a.txt", "out", "out.ledger"])
    let again = try scratch.run("dates", "a.txt", "-o", "out", "--resume", "-j", "1")
    #expect(again.code == 0 && again.errors == "warraq: finished before; nothing to do\n")
    try scratch.write("a.txt", "نص آخر")
    #expect(try scratch.run("dates", "a.txt", "-o", "out", "--resume").code == 2)
    #expect(try scratch.run("dates", "a.txt", "-o", "out").code == 3)
    #expect(try scratch.run("dates", "a.txt", "-o", "out", "--force").code == 0)
    #expect(try scratch.names() == ["a.txt", "out"])
    #expect(try scratch.run("dates", "a.txt", "-o", "out", "--resume").code == 0)
  }

  @Test("What cannot be read again cannot be resumed")
  func unresumable() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    for arguments in [
      ["-o", "out"], ["a.txt"], ["a.txt", "-o", "/dev/null"], ["-", "-o", "out"],
    ] {
      let result = try Tool.run(
        ["dates", "--resume"] + arguments, input: Data("نص".utf8), folder: scratch.folder)
      #expect(result.code == 2)
      #expect(
        result.errors.contains("--resume needs --output or --output-dir, and inputs that are files")
      )
    }
    #expect(try scratch.run("normalize", "a.txt", "--explain", "--resume", "-o", "out").code == 2)
    #expect(try scratch.names() == ["a.txt"])
  }
}
