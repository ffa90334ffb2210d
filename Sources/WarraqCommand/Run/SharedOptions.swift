import ArgumentParser
import Warraq
import WarraqDates
import WarraqFormats
import WarraqText

/// The options of every subcommand that reads documents.
struct SharedOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders to read; '-' is standard input.",
      discussion: """
        .txt files are one document each, .html and .htm files one page each, of which the text is \
        read, .jsonl and .ndjson files one document a line, .warc and .wet files one a record; each \
        may be compressed by gzip or zstd (a.jsonl.gz, a.txt.zst). Folders are read with all \
        folders in them, in the order of the paths' bytes; other files in them are skipped. Without \
        INPUT standard input is read, as text.
        """,
      valueName: "input"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file that names more inputs, one a line; '-' is standard input.", valueName: "list"))
  var filesFrom: String?

  @Option(
    help: ArgumentHelp(
      "Take every input as text, as JSON Lines, as an HTML page or as WARC records.",
      valueName: "text|jsonl|html|warc"))
  var inputFormat: InputFormat?

  @Option(help: ArgumentHelp("The JSON Lines field that holds the text.", valueName: "name"))
  var textField = "text"

  @Option(help: ArgumentHelp("The JSON Lines field that holds the id.", valueName: "name"))
  var idField = "id"

  @Option(
    help: ArgumentHelp(
      "How inputs are encoded; auto finds out for each file.",
      valueName: "auto|utf-8|windows-1256|iso-8859-6|utf-16"))
  var encoding = EncodingChoice.auto

  @Option(
    help: ArgumentHelp(
      "Repair bytes that are not of the encoding (U+FFFD), or fail the document.",
      valueName: "repair|fail"))
  var onInvalid = InvalidBytesPolicy.repair

  @Option(
    help: ArgumentHelp(
      "Reject documents of more bytes, as they are when decompressed. Default: 67108864 (64 MiB).",
      valueName: "bytes"))
  var maxDocumentBytes = ReadingOptions.usualMaximum

  @Option(help: ArgumentHelp("Read only the first documents.", valueName: "number"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Take so many of the documents by chance, in their order; all inputs are read twice.",
      valueName: "number"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "The seed of --sample; the same seed gives the same sample.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file instead of standard output; compressed where it ends in .gz or .zst.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Replace output files that exist.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Write what failed to a file, as JSON Lines of id, path, line and error.",
      valueName: "file"))
  var errors: String?

  @Flag(help: "Stop at the first failure; an output file is not written then.")
  var failFast = false

  @Option(
    help: ArgumentHelp(
      "Stop after so many failures; an output file is not written then.", valueName: "number"))
  var maxErrors: Int?

  @Flag(
    help: """
      Go on with a run that was broken off, of the same inputs and options. With nothing to go on \
      with it begins; what has finished is left as it is.
      """)
  var resume = false

  @Option(
    help: ArgumentHelp(
      "How often what --resume needs is written, in seconds. Default: 2.", valueName: "seconds"))
  var checkpointInterval = 2.0

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Threads that work. Default: the processors.", valueName: "number"))
  var jobs: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Show how far the run is, on standard error. Default: where that is a terminal.")
  var progress: Bool?

  @Flag(help: "List what would be read, and write nothing: path, format, bytes.")
  var dryRun = false

  @Flag(help: "Do not print progress and summary. Errors are still printed.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell each input when it is begun.")
  var verbose = false

  mutating func validate() throws {
    if textField == idField {
      throw ValidationError("--text-field and --id-field must not be the same field")
    }
    let inputReadings = inputs.filter { $0 == "-" }.count + (filesFrom == "-" ? 1 : 0)
    if inputReadings > 1 { throw ValidationError("standard input can be read only once") }
    if let output, output == errors {
      throw ValidationError("--output and --errors must not be the same file")
    }
    try validateRun()
    for path in inputs + [filesFrom, output, errors].compactMap({ $0 }) where path.isEmpty {
      throw ValidationError("a path must not be empty")
    }
  }

  private func validateRun() throws {
    for (name, value) in [
      ("--jobs", jobs), ("--limit", limit), ("--sample", sample), ("--max-errors", maxErrors),
      ("--max-document-bytes", maxDocumentBytes),
    ] {
      if let value, value < 1 { throw ValidationError("\(name) must be at least 1") }
    }
    if let jobs, jobs > 1024 { throw ValidationError("--jobs must be at most 1024") }
    if maxDocumentBytes > SourceText.maximumLength {
      throw ValidationError("--max-document-bytes must be at most \(SourceText.maximumLength)")
    }
    guard checkpointInterval >= 0, checkpointInterval <= 3600 else {
      throw ValidationError("--checkpoint-interval must be between 0 and 3600")
    }
    if limit != nil, sample != nil {
      throw ValidationError("--limit and --sample exclude each other")
    }
    if sample != nil, inputs.isEmpty && filesFrom == nil || inputs.contains("-") {
      throw ValidationError("--sample reads the inputs twice; standard input can be read only once")
    }
  }

  /// Where data goes.
  var destination: Destination {
    output.map { .file(FilePath($0)) } ?? .standardOutput
  }

  /// What is read.
  var plan: InputPlan {
    var plan = InputPlan(format: inputFormat, standardInputIsTaken: filesFrom == "-")
    for input in inputs { plan.add(FilePath(input)) }
    if let filesFrom {
      plan.add(listed: FilePath(filesFrom))
    } else if inputs.isEmpty {
      plan.add(FilePath("-"))
    }
    return plan
  }

  /// The run that these options describe.
  ///
  /// - Parameters:
  ///   - command: The command that they are options of; all that it has been given bears on what is
  ///     written.
  ///   - bearingFiles: Files besides the inputs that bear on it.
  func batchRun(
    for command: some ParsableCommand, to destination: Destination? = nil,
    referenceField: String? = nil, bearingFiles: [String] = [],
    frame: OutputFrame = OutputFrame()
  ) throws -> BatchRun {
    Signals.install()
    let plan = plan
    if case .folder(let folder) = destination,
      let (first, second) = Sinks.collision(in: plan, folder: folder, frame)
    {
      throw ValidationError(
        "records of \(first.path) and \(second.path) would go to one file of --output-dir")
    }
    let fields = JSONLinesReader(
      textField: textField, idField: idField, referenceField: referenceField)
    var run = BatchRun(
      plan: plan,
      reading: ReadingOptions(
        encoding: encoding, onInvalid: onInvalid, jsonLines: fields,
        maximumDocumentBytes: maxDocumentBytes, interruption: Signals.interruption),
      destination: destination ?? self.destination, errors: errors.map { FilePath($0) },
      replacing: force, mostFaults: failFast ? 1 : maxErrors ?? .max,
      console: Console(isQuiet: quiet, progress: progressLine(of: plan)))
    run.jobs = jobs ?? Processors.count
    run.limit = limit
    run.sample = sample.map { ($0, seed) }
    run.resumes = resume
    run.ledgerInterval = .seconds(checkpointInterval)
    run.identity = RunIdentity.options(of: command, shared: self)
    run.bearingFiles = bearingFiles.map { FilePath($0) }
    run.versions = try Versions.line()
    run.isVerbose = verbose
    run.isDry = dryRun
    run.frame = frame
    return run
  }

  /// The line of progress; `nil` where it is not shown.
  private func progressLine(of plan: InputPlan) -> Progress? {
    let isTerminal = SystemFile.standardError.isTerminal
    guard !quiet, !dryRun, progress ?? isTerminal else { return nil }
    var total = 0
    for case .input(let input) in plan.items { total += input.fileSize }
    let isPlain = SystemState.variable("NO_COLOR") != nil || SystemState.variable("TERM") == "dumb"
    return Progress(
      total: total, usesColor: isTerminal && !isPlain,
      usesEscapes: isTerminal && SystemState.variable("TERM") != "dumb")
  }
}

/// The unit of offsets.
struct OffsetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The unit of offsets: Unicode scalars as in Python, UTF-8 bytes, or UTF-16 units.",
      valueName: "scalar|utf8|utf16"))
  var offsets = OffsetUnit.scalar
}

/// What dates without a year are resolved against.
struct ReferenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day that dates without a year refer to. Default: the document's own date.",
      valueName: "YYYY-MM-DD"))
  var referenceDate: ReferenceDate?

  @Option(
    help: ArgumentHelp(
      "The JSON Lines field that holds that day; goes before --reference-date.",
      valueName: "name"))
  var referenceField: String?
}

/// The options of subcommands that find entities.
struct EntityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What counts as a name: the project's own guideline, or that of ANERcorp (whole tokens, "
        + "proclitics included).",
      valueName: "warraq|anercorp"))
  var guideline = EntityGuideline.warraq

  @Flag(
    help:
      "Take the input's tokens as they are: parted by single spaces, one sentence a line.")
  var tokenized = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Names that are always reported: a file of tab-separated columns surface, type, canonical "
        + "name, id. May be given more than once.",
      valueName: "file"))
  var gazetteer: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Names that are never reported: a file of one name a line. May be given more than once.",
      valueName: "file"))
  var stopList: [String] = []

  /// The files that are read besides the inputs.
  var files: [String] { gazetteer + stopList }

  mutating func validate() throws {
    for path in gazetteer + stopList where path.isEmpty {
      throw ValidationError("a path must not be empty")
    }
  }
}
