import Foundation
import Testing
import WarraqTestSupport

@Suite("How the tool runs")
struct RunTests {
  /// Documents of very different lengths, with bad lines among them.
  private func corpus(_ count: Int) -> String {
    (0..<count).map { number in
      number % 13 == 5
        ? "{\"id\":\"bad\(number)\","
        : "{\"id\":\"d\(number)\",\"text\":\""
          + String(
            repeating: "قال الوزير إن القمة في بغداد \(number). ", count: 1 + number * number % 23)
          + "\"}"
    }.joined(separator: "\n") + "\n"
  }

  @Test(
    "The same bytes come out for any number of threads",
    arguments: [
      ["annotate"], ["dates"], ["entities"], ["article"], ["normalize", "--explain"],
      ["normalize", "--format", "jsonl"], ["tokenize", "--format", "tsv"], ["tokenize", "--count"],
      ["transliterate", "--scheme", "hsb"], ["boilerplate", "learn", "--min-share", "0.01"],
    ])
  func jobs(command: [String]) throws {
    let scratch = try Scratch()
    try scratch.write("in/a.jsonl", corpus(200))
    for number in 0..<30 {
      try scratch.write("in/t\(number).txt", "نص رقم \(number)\nفي 5 مايو 2020 Latin\n")
    }
    try scratch.write("in/z.txt", Data([0x61, 0xFF]))
    let arguments = command + ["in", "--on-invalid", "fail", "--errors"]
    let one = try Tool.run(arguments + ["bad1", "-j1"], folder: scratch.folder)
    #expect(one.code == 1 && !one.output.isEmpty)
    for jobs in ["2", "7"] {
      let result = try Tool.run(arguments + ["bad" + jobs, "-j", jobs], folder: scratch.folder)
      #expect(result.code == 1)
      #expect(result.output == one.output)
      #expect(result.errors == one.errors)
      #expect(try scratch.read("bad" + jobs) == scratch.read("bad1"))
    }
  }

  @Test("A folder's files are the same for any number of threads")
  func folder() throws {
    let scratch = try Scratch()
    for number in 0..<20 { try scratch.write("in/\(number).jsonl", corpus(number)) }
    try scratch.write("in/x.jsonl.gz", "")
    for jobs in ["1", "5"] {
      let result = try scratch.run("annotate", "in", "--output-dir", "out" + jobs, "-j", jobs)
      #expect(result.code == 1)
    }
    let names = try scratch.names().filter { $0.hasPrefix("out1/") }
    #expect(names.count == 21 && names.contains("out1/x.jsonl"))
    for name in names {
      #expect(try scratch.read(name) == scratch.read("out5" + name.dropFirst(4)), "\(name)")
    }
    #expect(try scratch.names().filter { $0.hasPrefix("out") }.count == 2 * 22)
  }

  @Test("Compressed inputs, also on standard input, and compressed outputs")
  func compression() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", corpus(300))
    let plain = try scratch.run("dates", "a.jsonl")
    for name in ["out.jsonl.gz", "out.jsonl.zst"] {
      #expect(try scratch.run("dates", "a.jsonl", "-o", name).code == 1)
      let magic: [UInt8] = name.hasSuffix("gz") ? [0x1F, 0x8B] : [0x28, 0xB5, 0x2F, 0xFD]
      #expect(try Data(contentsOf: scratch.url(name)).starts(with: magic))
      // What the tool has compressed it reads again.
      try scratch.write("text.jsonl", #"{"id":"x","text":"في 5 مايو 2020"}"# + "\n")
    }
    let text = try scratch.run("normalize", "text.jsonl", "--format", "jsonl", "-o", "t.jsonl.zst")
    #expect(text.code == 0)
    let packed = try Data(contentsOf: scratch.url("t.jsonl.zst"))
    let read = try scratch.run("dates", "--input-format", "jsonl", input: packed)
    #expect(read.text == (try scratch.run("dates", "text.jsonl").text) && !plain.text.isEmpty)
    #expect(try scratch.run("normalize", "text.jsonl", "--limit", "1", "-o", "e.gz").code == 0)
  }

  @Test("Archives: records skipped are counted")
  func archive() throws {
    let scratch = try Scratch()
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>في 5 مايو 2020"
    func record(_ type: String, _ block: String) -> String {
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://x.org/\r\n"
        + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }
    let archive = record("request", "x") + record("response", page) + record("conversion", "نص")
    try scratch.write("a.warc", archive)
    let result = try scratch.run("dates", "a.warc")
    #expect(result.code == 0)
    #expect(result.errors == "warraq: 2 documents, 1 other record skipped\n")
    #expect(
      try result.records().map { $0["id"] as? String } == ["https://x.org/", "https://x.org/"])
    let piped = try scratch.run(
      "dates", "--input-format", "warc", input: Data(archive.dropLast(6).utf8))
    #expect(piped.code == 1)
    #expect(piped.errors.hasPrefix("-: error: the record breaks off at byte offset "))
    #expect(try piped.records().count == 1)
  }

  @Test("The first documents, and samples")
  func selection() throws {
    let scratch = try Scratch()
    let lines = (0..<500).map { "{\"id\":\"\($0)\",\"text\":\"نص\"}\n" }
    try scratch.write("a.jsonl", lines[..<200].joined())
    try scratch.write("b.jsonl", lines[200...].joined())
    func ids(_ arguments: String...) throws -> [Int] {
      try Tool.run(["dates", "a.jsonl", "b.jsonl"] + arguments, folder: scratch.folder).records()
        .compactMap { ($0["id"] as? String).flatMap { Int($0) } }
    }
    #expect(try ids("--limit", "203") == Array(0..<203))
    #expect(try ids("--limit", "9999").count == 500)
    let sample = try ids("--sample", "100", "--seed", "5")
    #expect(sample.count == 100 && sample == sample.sorted() && Set(sample).count == 100)
    #expect(try ids("--sample", "100", "--seed", "5", "-j", "1") == sample)
    #expect(try ids("--sample", "100", "--seed", "6") != sample)
    #expect(sample.contains { $0 >= 200 } && sample.contains { $0 < 200 })
    #expect(try ids("--sample", "500") == Array(0..<500))
    let files = try scratch.run("tokenize", "a.jsonl", "b.jsonl", "--sample", "3", "--count")
    #expect(files.text == "documents\t3\ntokens\t3\n")
  }

  @Test("A dry run tells what would be read, and writes nothing")
  func dryRun() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.jsonl", "{}\n")
    try scratch.write("in/b.txt", "نص")
    try scratch.write("in/c.md", "")
    let result = try scratch.run("annotate", "in", "gone.txt", "-o", "out", "--dry-run")
    #expect(result.code == 1)
    #expect(result.text == "in/a.jsonl\tjsonl\t3\nin/b.txt\ttext\t4\n")
    #expect(
      result.errors == """
        gone.txt:1: error: No such file or directory
        warraq: 2 inputs, 7 bytes, 1 other file skipped

        """)
    #expect(try scratch.names() == ["in", "in/a.jsonl", "in/b.txt", "in/c.md"])
  }

  @Test("Too many failures end the run, at the same one for any number of threads")
  func mostErrors() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", corpus(100))
    for jobs in ["1", "4"] {
      let result = try scratch.run(
        "annotate", "a.jsonl", "--max-errors", "3", "-o", "out", "-j", jobs, "--force",
        "--errors", "bad")
      #expect(result.code == 1)
      #expect(result.errors.contains("a.jsonl:32: error: "))
      #expect(!result.errors.contains("a.jsonl:45: error: "))
      #expect(result.errors.contains("warraq: stopped after 3 failures (--max-errors)\n"))
      #expect(try scratch.names() == ["a.jsonl", "bad"])
      #expect(try scratch.read("bad").split(separator: "\n").count == 3)
    }
    #expect(
      try scratch.run("annotate", "a.jsonl", "--max-errors", "9", "-o", "out").code == 1)
    #expect(try scratch.names().contains("out"))
  }

  @Test("Each input is told where that is asked for")
  func verbose() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    #expect(try scratch.run("dates", "a.txt", "-v").errors == "warraq: reading a.txt\n")
  }

  @Test(
    "Wrong options of runs end with 2",
    arguments: [
      ["--jobs", "0"], ["--jobs", "x"], ["--limit", "0"], ["--sample", "0", "a"],
      ["--sample", "3"],
      ["--sample", "3", "-"], ["--limit", "1", "--sample", "1", "a"], ["--max-errors", "0"],
      ["--max-document-bytes", "0"], ["--checkpoint-interval", "-1"], ["--seed", "-1"],
    ])
  func wrong(arguments: [String]) throws {
    let result = try Tool.run(["annotate"] + arguments)
    #expect(result.code == 2 && result.output.isEmpty)
  }

  @Test("Progress stands on a terminal only, and leaves it clean")
  func progress() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", corpus(200))
    #expect(
      try scratch.run("annotate", "a.jsonl", "--quiet", "-o", "o1").errors.contains("\r") == false)
    let terminal = try #require(Terminal())
    for (environment, isColored) in [(["NO_COLOR": ""], true), (["NO_COLOR": "1"], false)] {
      let shown = try terminal.run(
        ["annotate", "a.jsonl", "-o", "out", "--force"], folder: scratch.folder,
        environment: environment.merging(["TERM": "xterm"]) { $1 })
      #expect(shown.contains(/\r\u{1B}\[K\d+ docs  \d+%  \d+ docs\/s  \d+\.\d MB\/s/))
      #expect(shown.contains("\u{1B}[31m") == isColored)
      #expect(shown.hasSuffix(" failed\r\n"))
      // Whatever stood last has been taken away before the summary.
      let last = shown.components(separatedBy: "\u{1B}[K").last ?? ""
      #expect(last.hasPrefix("warraq: 185 documents, 15 failed"))
    }
    let none = try terminal.run(
      ["annotate", "a.jsonl", "-o", "out", "--force", "--no-progress"], folder: scratch.folder)
    #expect(!none.contains("docs/s"))
    let forced = try scratch.run("annotate", "a.jsonl", "--progress", "-o", "o2")
    #expect(forced.errors.contains(" docs/s") && !forced.errors.contains("\u{1B}"))
  }
}

/// A terminal that nobody sits at.
private final class Terminal {
  private let control: FileHandle
  private let path: String

  init?() {
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    control = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // TIOCSPTLCK and TIOCGPTN, which Swift's view of the C library leaves out.
    var (isLocked, number) = (CInt(0), CInt(0))
    guard ioctl(descriptor, 0x4004_5431, &isLocked) == 0,
      ioctl(descriptor, 0x8004_5430, &number) == 0
    else { return nil }
    path = "/dev/pts/\(number)"
  }

  /// Runs the tool with the terminal as standard error; returns what has come to it.
  func run(
    _ arguments: [String], folder: URL, environment: [String: String] = [:]
  ) throws -> String {
    let end = open(path, O_RDWR | O_NOCTTY)
    defer { close(end) }
    let process = Tool.process(arguments, folder: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardError = FileHandle(fileDescriptor: end)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let flags = fcntl(control.fileDescriptor, F_GETFL)
    _ = fcntl(control.fileDescriptor, F_SETFL, flags | O_NONBLOCK)
    try process.run()
    var shown: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let isRunning = process.isRunning
      let count = read(control.fileDescriptor, &piece, piece.count)
      if count > 0 { shown += piece[..<count] } else if !isRunning { break } else { usleep(2000) }
    }
    _ = Tool.wait(for: process)
    return String(decoding: shown, as: UTF8.self)
  }
}
