import ArgumentParser
import Warraq
import WarraqBench
import WarraqFormats

/// `warraq bench`.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure speed on your own text, with ICU beside it.",
    usage: "warraq bench [<options>] [<input> ...]",
    discussion: """
      Puts the inputs together and measures, by turns in one process and on the same bytes, every \
      kernel that this machine can run, ICU's word break iterator (with the conversion from UTF-8 \
      to UTF-16 that it needs) and a naive table look-up a byte.

      --stage normalize measures the normalizer instead, against ICU's compiled transform rules \
      that do the same: search and dediacritize on the text, clean (the search key again, so that \
      nothing changes), vocalized and vocalized_search (marks put on every letter by a fixed \
      rule). It tells whether the outputs are equal, and the speed with the map beside that \
      without.

      --stage dates and --stage structure measure these stages: alone on tokens made before, and \
      with them. --stage quotes measures the quotation stage on tokens and entities made before.

      --stage entities measures the entity stage from bytes to mentions on one core, and the \
      parts of it, in megabytes and in words (what stands between white space) a second.

      Speeds are in megabytes (10^6 bytes of UTF-8) a second: the median of the rounds, and the \
      best. Ratios are medians of the rounds' ratios. APIs: batch (columns of starts and kinds), \
      sequence (a token at a time), fused (batch with folded keys). With --format json each row \
      is an object on a line of its own.

      Examples:
        warraq bench article.txt
        warraq bench --stage normalize article.txt
        warraq bench --stage entities articles/
        warraq bench --size 1048576 --format json articles/ > bench.jsonl
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  @Argument(
    help: ArgumentHelp(
      "Files or folders to read; '-' is standard input, which is read without INPUT too.",
      valueName: "input"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "What is measured.", valueName: "tokenize|normalize|dates|structure|entities|quotes"))
  var stage = BenchStage.tokenize

  @OptionGroup var config: ConfigOptions

  @Option(help: ArgumentHelp("What is written.", valueName: "table|json"))
  var format = Format.table

  @Option(
    help: ArgumentHelp(
      "Measure with these word boundaries only. Default: both.", valueName: "arabic|uax29"))
  var profile: TokenizationProfile?

  @Option(
    help: ArgumentHelp(
      "Repeat the text, or cut it, to this size (at the start of a character).",
      valueName: "bytes"))
  var size: Int?

  @Option(help: ArgumentHelp("Seconds that each row gets, on average.", valueName: "seconds"))
  var minTime = 1.0

  mutating func validate() throws {
    if let size, size < 1 || size > SourceText.maximumLength {
      throw ValidationError("--size must be between 1 and \(SourceText.maximumLength)")
    }
    guard minTime > 0, minTime <= 3600 else {
      throw ValidationError("--min-time must be more than 0 and at most 3600")
    }
    for path in inputs where path.isEmpty { throw ValidationError("a path must not be empty") }
    guard inputs.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("standard input can be read only once")
    }
  }

  func run() throws {
    Signals.install()
    var plan = InputPlan(format: nil)
    for input in inputs.isEmpty ? ["-"] : inputs { plan.add(FilePath(input)) }
    let output = OutputFile.standardOutput(interruption: Signals.interruption)
    do {
      try output.append(try measure(plan))
      try output.commit()
    } catch let error as FileError where error.isClosedPipe {
      return
    } catch let error as FileError {
      Console(isQuiet: false).report("\(error.path): error: \(error)")
      throw ExitCode(Outcome.nothingDone.rawValue)
    } catch let error as BenchError {
      if let code = Signals.exitCode { throw ExitCode(code) }
      Console(isQuiet: false).report("\(error)")
      throw ExitCode(Self.outcome(of: error).rawValue)
    }
  }

  /// The report, as it is to be written.
  private func measure(_ plan: InputPlan) throws(BenchError) -> [UInt8] {
    let sample = try BenchSample(
      reading: plan, size: size, interruption: Signals.interruption)
    switch stage {
    case .tokenize:
      let report = try TokenizeBench(
        profiles: profile.map { [$0] } ?? TokenizationProfile.allCases, secondsPerRow: minTime,
        interruption: Signals.interruption
      ).run(on: sample)
      return format == .json ? report.json : report.table
    case .normalize:
      let report = try NormalizeBench(
        secondsPerRow: minTime, interruption: Signals.interruption
      ).run(on: sample)
      return format == .json ? report.json : report.table
    case .dates:
      let report = try StageBench(secondsPerRow: minTime, interruption: Signals.interruption)
        .dates(on: sample)
      return format == .json ? report.json : report.table
    case .structure:
      let report = try StageBench(secondsPerRow: minTime, interruption: Signals.interruption)
        .structure(on: sample)
      return format == .json ? report.json : report.table
    case .entities:
      let report = try EntityBench(
        secondsPerRow: minTime, interruption: Signals.interruption
      ).run(on: sample)
      return format == .json ? report.json : report.table
    case .quotes:
      let report = try StageBench(secondsPerRow: minTime, interruption: Signals.interruption)
        .quotations(on: sample)
      return format == .json ? report.json : report.table
    }
  }

  private static func outcome(of error: BenchError) -> Outcome {
    if case .input(let fault) = error, fault.kind == .unreadable { return .nothingDone }
    return .someFailed
  }
}
