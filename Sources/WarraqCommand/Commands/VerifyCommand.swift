import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run again what a manifest tells, and compare the output.",
    usage: "warraq verify [<options>] <manifest>",
    discussion: """
      The run is repeated with the options of the manifest, in the current folder, its output \
      written among the temporary files and compared with the sums of the manifest; nothing else \
      is written. Inputs and versions that are not the same are told. Environment and --config \
      do not change what is run.

      Exit codes: 0 the output is the same; 1 it differs; 2 wrong usage; 3 something could not be \
      read.

      Examples:
        warraq annotate articles/ -o annotations.jsonl --manifest run.json
        warraq verify run.json
      """)

  @Argument(help: "A file that --manifest wrote.")
  var manifest: String

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup var config: ConfigOptions

  func run() throws {
    Signals.install()
    let told = try read()
    var lines = differences(of: told)
    lines += try changes(of: told.inputs, "input") + changes(of: told.lists, "list")
    let folder: FilePath
    do {
      folder = try SystemState.makeTemporaryFolder(named: "warraq-verify")
    } catch {
      throw failure("\(error.path): error: \(error)")
    }
    defer { SystemState.removeFolder(folder) }
    let (outputs, code) = try repeated(told, in: folder)
    let found = compared(told, outputs)
    lines += found.lines
    if code != told.exitCode {
      lines.append("exit code: was \(told.exitCode), is \(code)")
    }
    let isSame = found.isSame && code == told.exitCode
    if !quiet {
      lines.append(isSame ? "same" : "differs")
      let output = OutputFile.standardOutput(interruption: Signals.interruption)
      try output.append(Array((lines.joined(separator: "\n") + "\n").utf8))
      try output.commit()
    }
    throw ExitCode(isSame ? Outcome.success.rawValue : Outcome.someFailed.rawValue)
  }

  private func failure(_ message: String) -> ExitCode {
    Console(isQuiet: false).report(message)
    return ExitCode(Outcome.nothingDone.rawValue)
  }

  private func read() throws -> RunManifest {
    do {
      let bytes = try SystemFile.reading(FilePath(manifest)).contents(limit: 1 << 28)
      return try RunManifest(bytes)
    } catch let error as FileError {
      throw failure("\(manifest): error: \(error)")
    } catch let fault as RunManifest.Fault {
      throw failure("\(manifest): error: \(fault)")
    }
  }

  /// What is another version now.
  private func differences(of told: RunManifest) -> [String] {
    guard let now = try? Versions.current() else { return [] }
    let pairs = [
      ("warraq", told.versions.warraq, now.warraq), ("unicode", told.versions.unicode, now.unicode),
      ("icu", told.versions.icu, now.icu), ("data", told.versions.data, now.data),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "version of \($0.0): was \($0.1), is \($0.2)" }
  }

  /// What has become of files that were read.
  ///
  /// - Throws: The exit code 3 where one cannot be read any more.
  private func changes(of files: [RunManifest.File], _ noun: String) throws -> [String] {
    var lines: [String] = []
    for file in files {
      guard file.path != "-" else {
        throw failure("\(manifest): error: the run read standard input, which is gone")
      }
      // What could not be read then need not be there now.
      guard file.sha256 != nil else { continue }
      do {
        let now = try RunManifest.File(reading: FilePath(file.path))
        if now != file { lines.append("\(noun) changed: \(file.path)") }
      } catch {
        throw failure("\(error.path): error: \(error)")
      }
    }
    return lines
  }

  /// Runs again, with the output in a folder.
  private func repeated(
    _ told: RunManifest, in folder: FilePath
  ) throws -> (outputs: [RunManifest.File], code: Int) {
    let target = folder.appending(Array("out".utf8))
    let (arguments, isFolder) = Self.arguments(told.arguments, target)
    var code = 0
    do {
      var command = try WarraqCommand.parseAsRoot(arguments)
      guard !(command is VerifyCommand) else {
        throw failure("\(manifest): error: \"arguments\" are not those of a run")
      }
      try command.run()
    } catch let exit as ExitCode {
      code = Int(exit.rawValue)
    } catch {
      throw failure(
        "\(manifest): error: the run cannot be repeated: \(WarraqCommand.message(for: error))")
    }
    guard code <= Outcome.someFailed.rawValue else { throw ExitCode(Int32(code)) }
    do {
      let files = try SystemState.files(below: isFolder ? target : folder)
      return (
        try files.map { (relative) throws(FileError) in
          var file = try RunManifest.File(
            reading: (isFolder ? target : folder).appending(relative.bytes))
          file.path = relative.description
          return file
        }, code
      )
    } catch {
      throw failure("\(error.path): error: \(error)")
    }
  }

  /// The arguments of a run with the output elsewhere, and whether that is a folder.
  private static func arguments(
    _ arguments: [String], _ target: FilePath
  ) -> (arguments: [String], isFolder: Bool) {
    // Each with a value; what else was written is left out.
    let outputs: Set = ["--output", "-o", "--output-dir", "--manifest", "--errors", "--config"]
    var kept: [String] = []
    var isFolder = false
    var name = target.description
    var position = 0
    var endOfOptions: Int?
    while position < arguments.count {
      let argument = arguments[position]
      position += 1
      if argument == "--" {
        endOfOptions = kept.count
        kept += arguments[(position - 1)...]
        break
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      var value = parts.count == 2 ? parts[1] : nil
      let option = parts[0]
      guard outputs.contains(option) else {
        if argument != "--resume" { kept.append(argument) }
        continue
      }
      if value == nil, position < arguments.count {
        value = arguments[position]
        position += 1
      }
      if option == "--output-dir" { isFolder = true }
      if option == "-o" || option == "--output", let value {
        // The extension may tell the format.
        let ending = FilePath(value).lowercasedExtension
        name = target.description + (ending.isEmpty ? "" : ".\(ending)")
      }
    }
    kept.insert(
      contentsOf: [isFolder ? "--output-dir" : "--output", name], at: endOfOptions ?? kept.count)
    return (kept, isFolder)
  }

  /// Compares what was written then and now, file by file.
  private func compared(
    _ told: RunManifest, _ outputs: [RunManifest.File]
  ) -> (lines: [String], isSame: Bool) {
    if told.outputs.count == 1, outputs.count == 1 {
      let (before, now) = (told.outputs[0], outputs[0])
      guard before.sha256 != now.sha256 else { return ([], true) }
      return ([Self.line(before.path, before, now)], false)
    }
    // Those of a folder: their paths end with the path in it.
    var lines: [String] = []
    var left = told.outputs
    for now in outputs {
      guard let index = left.firstIndex(where: { $0.path.hasSuffix("/" + now.path) }) else {
        lines.append("output only now: \(now.path)")
        continue
      }
      let before = left.remove(at: index)
      if before.sha256 != now.sha256 { lines.append(Self.line(before.path, before, now)) }
    }
    lines += left.map { "output only then: \($0.path)" }
    return (lines, lines.isEmpty)
  }

  private static func line(
    _ path: String, _ before: RunManifest.File, _ now: RunManifest.File
  ) -> String {
    "output differs: \(path): was \(before.size ?? 0) bytes, is \(now.size ?? 0) bytes"
  }
}
