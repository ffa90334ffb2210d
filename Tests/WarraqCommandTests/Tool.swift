import Foundation
import Testing

/// The built `warraq`, run as a user runs it.
enum Tool {
  /// What a run came to.
  struct Result {
    var code: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The records on standard output.
    func records() throws -> [[String: Any]] {
      try output.split(separator: 0x0A).map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      }
    }
  }

  /// The program beside the test bundle.
  static let url: URL = {
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
      .map { URL(filePath: $0) }
    let folders = (bundles + [own]).map { $0.deletingLastPathComponent() }
    let programs = folders.map { $0.appending(path: "warraq") }
    return programs.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? programs[0]
  }()

  /// Runs the tool to its end.
  static func run(
    _ arguments: String..., input: Data? = nil, folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, input: input, folder: folder, environment: environment)
  }

  /// - Parameter environment: Variables set besides the tests' own.
  static func run(
    _ arguments: [String], input: Data? = nil, folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    // Files instead of pipes: no reader is needed while the tool runs.
    let scratch = try Scratch()
    try scratch.write("in", input ?? Data())
    try scratch.write("out", Data())
    try scratch.write("err", Data())
    let process = process(arguments, folder: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: scratch.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.url("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url("err"))
    try process.run()
    return Result(
      code: wait(for: process),
      output: try Data(contentsOf: scratch.url("out")),
      errors: String(decoding: try Data(contentsOf: scratch.url("err")), as: UTF8.self))
  }

  /// Waits for a process and returns its exit code; -1 where a signal ended it. One that hangs is
  /// ended after a minute.
  static func wait(for process: Process) -> Int32 {
    let deadline = Date(timeIntervalSinceNow: 60)
    while process.isRunning {
      if Date() > deadline { kill(process.processIdentifier, SIGKILL) }
      usleep(2000)
    }
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// A process that has not been started.
  static func process(_ arguments: [String], folder: URL? = nil) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    return process
  }
}

/// A folder that is removed with its last reference.
final class Scratch {
  let folder = FileManager.default.temporaryDirectory.appending(path: "warraq-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func url(_ name: String) -> URL { folder.appending(path: name) }

  func write(_ name: String, _ data: Data) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url(name))
  }

  func write(_ name: String, _ text: String) throws {
    try write(name, Data(text.utf8))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  /// Names of all files, temporary ones included.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  func run(_ arguments: String..., input: Data? = nil) throws -> Tool.Result {
    try Tool.run(arguments, input: input, folder: folder)
  }
}
