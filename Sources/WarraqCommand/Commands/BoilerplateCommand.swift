import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq boilerplate`.
struct BoilerplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boilerplate",
    abstract: "Learn the lines that a site prints on its pages.",
    usage: "warraq boilerplate learn [<options>] [<input> ...]",
    discussion: """
      Examples:
        warraq boilerplate learn site/ -o site.profile
        warraq annotate --boilerplate site.profile site/
      """,
    subcommands: [LearnCommand.self])
}

/// `warraq boilerplate learn`.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Find the lines that recur across documents of one site.",
    usage: "warraq boilerplate learn [<options>] [<input> ...]",
    discussion: """
      The inputs are documents of one site. Writes a profile, tab-separated: kind (interface or \
      site_news), place, documents and share that have the line, lines, key, example. A key is \
      the line's words, folded, with # for numbers and <date> for dates, so that counters and \
      dates may differ. Rows may be taken out by hand. Nothing is deleted from texts: annotate \
      and article mark the lines where they are given the profile.

      Documents that are the same line by line count once. Headings such as «مقدمة», labels of \
      series, captions, authors' lines and dates of publication are not learned.

      Examples:
        warraq boilerplate learn site/ -o site.profile
        warraq boilerplate learn corpus.jsonl --min-share 0.5 -o site.profile
        warraq article --boilerplate site.profile site/
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var config: ConfigOptions

  @Option(
    help: ArgumentHelp(
      "The fewest documents that a line is learned from.", valueName: "number"))
  var minDocuments = 3

  @Option(
    help: ArgumentHelp(
      "The share of all documents that have to have a line, up to 1.", valueName: "share"))
  var minShare = 0.3

  @Flag(help: "Learn headings, too, such as «مقدمة», where they recur.")
  var includeHeadings = false

  mutating func validate() throws {
    guard minDocuments >= 2 else { throw ValidationError("--min-documents must be at least 2") }
    guard minShare > 0, minShare <= 1 else {
      throw ValidationError("--min-share must be more than 0 and at most 1")
    }
    if shared.resume { throw ValidationError("what is learned cannot go on with --resume") }
  }

  func run() throws {
    let console = Console(isQuiet: shared.quiet)
    let output = shared.output.map { FilePath($0) }
    if let output {
      if shared.plan.reads(output) {
        console.report("\(output): error: is one of the inputs")
        throw ExitCode(Outcome.usage.rawValue)
      }
      try refuse(output, console)
    }
    let run = try shared.batchRun(for: self, to: .standardOutput)
    var learner = BoilerplateLearner(
      minimumDocuments: minDocuments, minimumShare: minShare, includesHeadings: includeHeadings)
    var read = 0
    let code = run.run(
      noting: { Product(bytes: [], note: AnalyzedText($0.text)) },
      taking: { text in
        learner.add(text)
        read += 1
      })
    if shared.dryRun { throw ExitCode(code) }
    guard code == Outcome.success.rawValue || code == Outcome.someFailed.rawValue,
      code == Outcome.success.rawValue || !shared.failFast
    else { throw ExitCode(code) }
    guard let profile = learner.profile() else {
      let same = read > learner.documents ? " that differ" : ""
      console.report(
        "warraq: error: \(learner.documents) documents\(same); a profile needs at least "
          + "\(minDocuments) (--min-documents)")
      throw ExitCode(Outcome.nothingDone.rawValue)
    }
    try write(BoilerplateFile.bytes(of: profile), to: output, console)
    throw ExitCode(code)
  }

  private func refuse(_ output: FilePath, _ console: Console) throws {
    do {
      try OutputFile.check(output, replacing: shared.force)
    } catch {
      let message =
        error.exists ? "already exists; use --force to replace it" : error.description
      console.report("\(error.path): error: \(message)")
      throw ExitCode(Outcome.nothingDone.rawValue)
    }
  }

  private func write(_ bytes: [UInt8], to path: FilePath?, _ console: Console) throws {
    do {
      let output =
        try path.map { (path) throws(FileError) in
          try OutputFile.creating(
            path, replacing: shared.force, interruption: Signals.interruption)
        } ?? .standardOutput(interruption: Signals.interruption)
      try output.append(bytes)
      try output.commit()
    } catch {
      if let code = Signals.exitCode { throw ExitCode(code) }
      if error.isClosedPipe { return }
      console.report("\(error.path): error: \(error)")
      throw ExitCode(Outcome.nothingDone.rawValue)
    }
  }
}

/// The profile of a site.
struct BoilerplateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Mark the lines that a site prints on its pages, by a profile of boilerplate learn.",
      valueName: "profile"))
  var boilerplate: String?

  /// The file that is read besides the inputs.
  var files: [String] { boilerplate.map { [$0] } ?? [] }

  mutating func validate() throws {
    if boilerplate == "" { throw ValidationError("a path must not be empty") }
  }

  /// The profile, read.
  func profile() throws -> BoilerplateProfile? {
    guard let boilerplate else { return nil }
    do {
      return try BoilerplateFile.read(FilePath(boilerplate))
    } catch {
      Console(isQuiet: false).report("\(error)")
      throw ExitCode(Outcome.nothingDone.rawValue)
    }
  }
}
