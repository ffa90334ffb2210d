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
        read, .jsonl and .ndjson files one document a line. Folders are read with all folders in \
        them, in the order of the paths' bytes; other files in them are skipped. Without INPUT standard input is read, as text.
        """,
      valueName: "input"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file that names more inputs, one a line; '-' is standard input.", valueName: "list"))
  var filesFrom: String?

  @Option(
    help: ArgumentHelp(
      "Take every input as text, as JSON Lines or as an HTML page.", valueName: "text|jsonl|html"))
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
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
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

  @Flag(help: "Do not print the summary. Errors are still printed.")
  var quiet = false

  mutating func validate() throws {
    if textField == idField {
      throw ValidationError("--text-field and --id-field must not be the same field")
    }
    let inputReadings = inputs.filter { $0 == "-" }.count + (filesFrom == "-" ? 1 : 0)
    if inputReadings > 1 { throw ValidationError("standard input can be read only once") }
    if let output, output == errors {
      throw ValidationError("--output and --errors must not be the same file")
    }
    for path in inputs + [filesFrom, output, errors].compactMap({ $0 }) where path.isEmpty {
      throw ValidationError("a path must not be empty")
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
  func batchRun(
    to destination: Destination? = nil, referenceField: String? = nil,
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
    return BatchRun(
      plan: plan,
      reading: ReadingOptions(
        encoding: encoding, onInvalid: onInvalid, jsonLines: fields,
        interruption: Signals.interruption),
      destination: destination ?? self.destination, errors: errors.map { FilePath($0) },
      replacing: force, stopsAtFirstFault: failFast, console: Console(isQuiet: quiet), frame: frame)
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

  mutating func validate() throws {
    for path in gazetteer + stopList where path.isEmpty {
      throw ValidationError("a path must not be empty")
    }
  }
}
