import ArgumentParser
import Warraq
import WarraqBench
import WarraqFormats

/// `warraq bench`.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure the speed of every stage on your own text, with ICU beside it.",
    usage: "warraq bench [<options>] [<input> ...]",
    discussion: """
      Measures stages on the inputs, by turns in one process with ICU doing work of the same kind on \
      the same bytes: conversion to UTF-16 (decode), compiled transform rules (normalize), sentence \
      breaks (sentences), word breaks (all others). Without --stage every stage is measured \
      briefly; with it every kernel and way of calling gets a row.

      Stages up to normalize read the inputs as one text; those behind read one document after the \
      other. "dates" is the stage alone, on tokens made before; "dates+tokens" makes them too. \
      annotate goes from bytes to records.

      MB/s: 10^6 bytes of UTF-8 a second, the median of the rounds; best: the fastest round; \
      spread: what lies between the quartiles of the times, as a part of the median; Mtokens/s: \
      10^6 words, numbers and marks; peak MB: the most memory that the process had resident in the \
      first run, text included; x ICU: the median of the rounds' ratios.

      --save writes a baseline (the rows as JSON Lines, as --format json does). --compare holds the \
      ratios to ICU against one: slower or faster is what changed by more than --tolerance and \
      lies outside of where the rounds of both spread. Times are never compared. The exit code is 1 \
      where a row is slower.

      Examples:
        warraq bench articles/
        warraq bench --stage normalize article.txt
        warraq bench --stage dates,entities --format markdown articles/
        warraq bench --save before.jsonl articles/
        warraq bench --compare before.jsonl --tolerance 5 articles/
      """)

  @Argument(
    help: ArgumentHelp(
      "Files or folders to read; '-' is standard input, which is read without INPUT too.",
      valueName: "input"))
  var inputs: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "What is measured: \(BenchStage.allCases.map(\.rawValue).joined(separator: ", ")). Default: all.",
      valueName: "stage"))
  var stage: [NameList<BenchStage>] = []

  @Flag(help: "With --stage: measure the fastest kernel alone.")
  var brief = false

  @OptionGroup var config: ConfigOptions

  @Option(help: ArgumentHelp("What is written.", valueName: "table|json|markdown"))
  var format = BenchFormat.table

  @Option(
    help: ArgumentHelp(
      "Measure with these word boundaries only. Default: both.", valueName: "arabic|uax29"))
  var profile: TokenizationProfile?

  @Option(
    help: ArgumentHelp(
      "Repeat the text, or cut it, to this size (at the start of a character).",
      valueName: "bytes"))
  var size: Int?

  @Option(
    help: ArgumentHelp(
      "Seconds that each row gets, on average. Default: 1, without --stage 0.2.",
      valueName: "seconds"))
  var minTime: Double?

  @Option(
    help: ArgumentHelp(
      "Rounds that are measured, at least. Default: 5, without --stage 3.", valueName: "number"))
  var rounds: Int?

  @Option(help: ArgumentHelp("Rounds before, which do not count.", valueName: "number"))
  var warmUp = 1

  @Option(help: ArgumentHelp("Write the rows to a file, a baseline.", valueName: "file"))
  var save: String?

  @Flag(help: "Replace the file that --save names.")
  var force = false

  @Option(help: ArgumentHelp("Hold the rows against a baseline.", valueName: "file"))
  var compare: String?

  @Option(
    help: ArgumentHelp("What a ratio may change by, in percent.", valueName: "percent"))
  var tolerance = 10.0

  mutating func validate() throws {
    if let size, size < 1 || size > SourceText.maximumLength {
      throw ValidationError("--size must be between 1 and \(SourceText.maximumLength)")
    }
    if let minTime, !(minTime > 0 && minTime <= 3600) {
      throw ValidationError("--min-time must be more than 0 and at most 3600")
    }
    if let rounds, !(1...10_000).contains(rounds) {
      throw ValidationError("--rounds must be between 1 and 10000")
    }
    guard (0...10_000).contains(warmUp) else {
      throw ValidationError("--warm-up must be between 0 and 10000")
    }
    guard tolerance >= 0, tolerance < 100 else {
      throw ValidationError("--tolerance must be at least 0 and less than 100")
    }
    for path in inputs + [save, compare].compactMap({ $0 }) where path.isEmpty {
      throw ValidationError("a path must not be empty")
    }
    guard inputs.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("standard input can be read only once")
    }
  }

  func run() throws {
    Signals.install()
    var plan = InputPlan(format: nil)
    for input in inputs.isEmpty ? ["-"] : inputs { plan.add(FilePath(input)) }
    do {
      let report = try measure(plan)
      if let save {
        let file = try OutputFile.creating(
          FilePath(save), replacing: force, interruption: Signals.interruption)
        try file.append(report.json)
        try file.commit()
      }
      let output = OutputFile.standardOutput(interruption: Signals.interruption)
      try output.append(report.written(as: format))
      try output.commit()
      if report.verdicts?.isSlower == true { throw ExitCode(Outcome.someFailed.rawValue) }
    } catch let error as FileError where error.isClosedPipe {
      return
    } catch let error as FileError {
      let message =
        error.exists ? "already exists; use --force to replace it" : error.description
      Console(isQuiet: false).report("\(error.path): error: \(message)")
      throw ExitCode(Outcome.nothingDone.rawValue)
    } catch let error as BenchError {
      if let code = Signals.exitCode { throw ExitCode(code) }
      Console(isQuiet: false).report("\(error)")
      throw ExitCode(Self.outcome(of: error).rawValue)
    }
  }

  private func measure(_ plan: InputPlan) throws -> BenchReport {
    // What cannot be written or compared is told before anything is measured.
    if let save { try OutputFile.check(FilePath(save), replacing: force) }
    let sample = try BenchSample(reading: plan, size: size, interruption: Signals.interruption)
    let baseline = try compare.map { try BenchBaseline(reading: FilePath($0), for: sample) }
    let named = stage.flatMap(\.names)
    let isBrief = named.isEmpty
    var report = try Bench(
      isDetailed: !isBrief && !brief,
      profiles: profile.map { [$0] }
        ?? (isBrief || brief ? [.arabic] : TokenizationProfile.allCases),
      secondsPerRow: minTime ?? (isBrief ? 0.2 : 1), rounds: rounds ?? (isBrief ? 3 : 5),
      warmUpRounds: warmUp, interruption: Signals.interruption
    ).run(BenchStage.allCases.filter { isBrief || named.contains($0) }, on: sample)
    if let baseline {
      report.verdicts = BenchVerdicts(report.rows, baseline, tolerance: tolerance / 100)
    }
    return report
  }

  private static func outcome(of error: BenchError) -> Outcome {
    switch error {
    case .input(let fault) where fault.kind == .unreadable: .nothingDone
    case .baseline: .nothingDone
    default: .someFailed
    }
  }
}
