import Foundation
import Testing

@Suite("What goes wrong around the tool")
struct FaultTests {
  private func lines(_ count: Int) -> String {
    (0..<count).map { "{\"id\":\"\($0)\",\"text\":\"في 5 مايو 2020 وصل الوفد\"}\n" }.joined()
  }

  /// A small disk; `nil` where none can be had.
  private final class Disk {
    let folder: URL

    init?(_ scratch: Scratch, options: String) throws {
      folder = scratch.url("disk")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      guard Self.run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder.path]) else {
        return nil
      }
    }

    deinit { _ = Self.run("umount", [folder.path]) }

    private static func run(_ program: String, _ arguments: [String]) -> Bool {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [program] + arguments
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
  }

  @Test(
    "A full disk is exit 3; nothing stands under the final name, and the run can go on",
    .enabled(if: geteuid() == 0, "only root can make a small disk"))
  func fullDisk() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", lines(12_000))
    guard let disk = try Disk(scratch, options: "size=1500k") else { return }
    let arguments = ["dates", "a.jsonl", "-o", "disk/out", "--checkpoint-interval", "0.01"]
    let full = try Tool.run(arguments, folder: scratch.folder)
    #expect(full.code == 3)
    #expect(full.errors.contains("disk/out: error: No space left on device\n"))
    #expect(!FileManager.default.fileExists(atPath: disk.folder.appending(path: "out").path))
    // Without checkpoints nothing is left at all.
    try FileManager.default.contentsOfDirectory(atPath: disk.folder.path).forEach {
      try FileManager.default.removeItem(at: disk.folder.appending(path: $0))
    }
    let bare = try scratch.run(
      "dates", "a.jsonl", "-o", "disk/out", "--checkpoint-interval", "3600")
    #expect(bare.code == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path) == [])
  }

  @Test(
    "A folder that cannot be written is exit 3",
    .enabled(if: geteuid() == 0, "only root can make a read-only disk"))
  func readOnlyFolder() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    guard let disk = try Disk(scratch, options: "ro") else { return }
    let result = try scratch.run("dates", "a.txt", "-o", "disk/out")
    #expect(result.code == 3)
    #expect(result.errors == "disk/out: error: Read-only file system\n")
    let folder = try scratch.run("annotate", "a.txt", "--output-dir", "disk/new")
    #expect(folder.code == 3 && folder.errors == "disk/new: error: Read-only file system\n")
    withExtendedLifetime(disk) {}
  }

  @Test("A file that cannot be read is told, the others are read")
  func unreadable() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    let some = try scratch.run("dates", "/proc/self/mem", "a.txt", "--quiet")
    #expect(some.code == 1 && some.errors == "/proc/self/mem:1: error: Input/output error\n")
    #expect(try some.records().count == 1)
    if geteuid() != 0 {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: scratch.url("a.txt").path)
      let result = try scratch.run("dates", "a.txt", "--quiet")
      #expect(result.code == 3 && result.errors == "a.txt:1: error: Permission denied\n")
    }
  }

  @Test("A file that shrinks while it is read ends where it ends")
  func shrinking() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", lines(60_000))
    let process = Tool.process(["dates", "a.jsonl", "--quiet", "-j", "1"], folder: scratch.folder)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // The pipe is full before much has been read, and nobody empties it yet.
    usleep(300_000)
    let kept = 3_000_007
    try FileHandle(forWritingTo: scratch.url("a.jsonl")).truncate(atOffset: UInt64(kept))
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let code = Tool.wait(for: process)
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let records = written.split(separator: 0x0A).count
    #expect(records > 1000 && records < 60_000)
    #expect(code == 1)
    #expect(told.wholeMatch(of: /a.jsonl:\d+: error: invalid JSON: .*\n/) != nil)
  }

  @Test("Truncated archives: what comes before the break is read, and the exit code is 1")
  func truncated() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", lines(8000))
    for name in ["t.jsonl.gz", "t.jsonl.zst"] {
      let made = try scratch.run(
        "normalize", "a.jsonl", "--format", "jsonl", "-o", name, "--quiet")
      #expect(made.code == 0)
      let whole = try Data(contentsOf: scratch.url(name))
      try scratch.write(name, whole.prefix(whole.count - 20))
      let result = try scratch.run("dates", name, "--quiet")
      #expect(result.code == 1)
      #expect(try result.records().count > 1000)
      #expect(
        result.errors.contains(
          /^t.jsonl.*:\d+: error: (gzip|zstd) data breaks off near byte offset \d+\n$/))
      try scratch.write("s.txt.gz", whole.prefix(12))
      #expect(try scratch.run("dates", "s.txt.gz", "--quiet").code == 3)
    }
  }

  @Test("Documents that are too long are rejected, and the run goes on")
  func tooLong() throws {
    let scratch = try Scratch()
    let long = String(repeating: "ا", count: 600_000)
    try scratch.write("a.jsonl", "{\"text\":\"\(long)\"}\n{\"text\":\"نص\"}\n")
    try scratch.write("b.txt", long)
    let result = try scratch.run("dates", ".", "--max-document-bytes", "1000000")
    #expect(result.code == 1)
    #expect(try result.records().map { $0["id"] as? String } == ["a.jsonl#2"])
    #expect(
      result.errors == """
        ./a.jsonl:1: error: the line is longer than 1000000 bytes (--max-document-bytes)
        ./b.txt:1: error: the document is longer than 1000000 bytes (--max-document-bytes)
        warraq: 1 document, 2 failed

        """)
    #expect(try scratch.run("dates", ".").code == 0)
  }

  @Test("Ids that stand twice are written twice")
  func duplicateIDs() throws {
    let scratch = try Scratch()
    try scratch.write(
      "a.jsonl", #"{"id":"x","text":"1"}"# + "\n" + #"{"id":"x","text":"2"}"# + "\n")
    let result = try scratch.run("dates", "a.jsonl")
    #expect(result.code == 0 && result.errors.isEmpty)
    #expect(try result.records().map { $0["id"] as? String } == ["x", "x"])
  }

  @Test("Names with line breaks and bytes that are no UTF-8")
  func names() throws {
    let scratch = try Scratch()
    let folder = Array((scratch.folder.path + "/").utf8)
    for name in [Array("a\nb.txt".utf8), Array("c".utf8) + [0xFF] + Array(".txt".utf8)] {
      let path = (folder + name + [0]).map { CChar(bitPattern: $0) }
      let descriptor = open(path, O_WRONLY | O_CREAT, 0o644)
      try #require(descriptor >= 0)
      write(descriptor, [0x61, 0xFF] as [UInt8], 2)
      close(descriptor)
    }
    let result = try scratch.run("dates", ".", "--on-invalid", "fail")
    #expect(result.code == 1)
    #expect(
      result.errors == """
        ./a?b.txt:1: error: invalid UTF-8 at byte offset 1
        ./c\u{FFFD}.txt:1: error: invalid UTF-8 at byte offset 1
        warraq: 0 documents, 2 failed

        """)
    let read = try scratch.run("annotate", ".", "--output-dir", "out")
    #expect(read.code == 0)
    #expect(try scratch.names().filter { $0.hasPrefix("out/") }.count == 2)
    let ids = try scratch.run("dates", ".", "--limit", "1").records().map { $0["id"] as? String }
    #expect(ids == ["a\nb.txt"])
  }

  @Test("Loops of links end")
  func links() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", "نص")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: scratch.url("in/up").path, withDestinationPath: "..")
    try manager.createSymbolicLink(atPath: scratch.url("in/self").path, withDestinationPath: "self")
    try manager.createSymbolicLink(
      atPath: scratch.url("in/l.txt").path, withDestinationPath: "l.txt")
    let result = try scratch.run("dates", "in", "--quiet")
    #expect(result.code == 1)
    #expect(result.errors == "in/l.txt:1: error: Too many levels of symbolic links\n")
    #expect(try result.records().map { $0["id"] as? String } == ["a.txt"])
  }
}
