import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq annotate`.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotate documents with structure, sentences, entities, dates and quotations.",
    usage: "warraq annotate [<options>] [<input> ...]",
    discussion: """
      Writes JSON Lines, one warraq.document/1 record a document. Other fields of JSON Lines \
      input are passed on under "meta". Other formats: conllu, tsv and csv (a row for each \
      mention or, with --rows timexes, each time expression), tei, labelstudio, sqlite (with \
      -o FILE), brat (with --output-dir), and summary, to be read by people. Without --format \
      the extension of -o tells: .csv, .tsv, .conllu, .xml, .tei, .sqlite, .db.

      Examples:
        warraq annotate article.txt
        warraq annotate articles/ -o annotations.jsonl
        warraq annotate page.html --include text
        warraq annotate articles/ --output-dir annotations/ --exclude entities
        warraq annotate corpus.jsonl --text-field body --include text
        warraq annotate articles/ --gazetteer names.tsv --stop-list never.txt
        warraq annotate --format summary article.txt
        warraq annotate articles/ -o corpus.sqlite
        warraq annotate articles/ -o annotations.jsonl --manifest run.json
        warraq annotate articles/ --format csv --rows timexes -o dates.csv
        warraq annotate articles/ --format brat --output-dir brat/
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var offsets: OffsetOptions
  @OptionGroup var reference: ReferenceOptions
  @OptionGroup var site: BoilerplateOptions
  @OptionGroup var names: EntityOptions
  @OptionGroup var recording: ManifestOptions
  @OptionGroup var config: ConfigOptions

  @Option(
    help: ArgumentHelp(
      "What is written. Default: what the extension of the output tells, else jsonl.",
      valueName: OutputFormat.allCases.map(\.rawValue).joined(separator: "|")))
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp("What the rows of tsv and csv are.", valueName: "entities|timexes"))
  var rows = TableRows.entities

  @Option(
    help: ArgumentHelp(
      "Write one file for each input to a folder: its relative path, ending with .jsonl or what "
        + "the format asks for. With brat, two for each document.",
      valueName: "folder"))
  var outputDir: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Add parts to the records.", valueName: "tokens|text"))
  var include: [NameList<RecordWriter.Extra>] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Leave parts out of the records.", valueName: "article|sentences|timexes|entities|quotes"))
  var exclude: [NameList<Pipeline.Stage>] = []

  mutating func validate() throws {
    if outputDir != nil, shared.output != nil {
      throw ValidationError("--output and --output-dir exclude each other")
    }
    if outputDir == "" { throw ValidationError("a path must not be empty") }
    try OutputPlan.validate(wishes, shared)
  }

  private var wishes: OutputPlan.Wishes {
    OutputPlan.Wishes(
      format: format, rows: rows, include: Set(include.flatMap(\.names)), offsets: offsets.offsets,
      outputFolder: outputDir)
  }

  func run() throws {
    let recorder = try ManifestRecorder(
      recording, shared, folder: outputDir,
      lists: names.gazetteer + names.stopList + [site.boilerplate].compactMap { $0 })
    let output = try OutputPlan(wishes, shared)
    let run = try output.batchRun(
      shared, for: self, referenceField: reference.referenceField,
      bearingFiles: names.files + site.files)
    let lists = try NameLists(names, outputs: [shared.output, shared.errors])
    let pipeline = Pipeline(
      stages: Set(Pipeline.Stage.allCases).subtracting(exclude.flatMap(\.names)),
      guideline: names.guideline, tokenized: names.tokenized, gazetteer: lists.gazetteer,
      stopList: lists.stopList, boilerplate: try site.profile())
    let encoder = output.encoder
    let day = reference.referenceDate
    let found = recorder?.found
    throw ExitCode(
      try run.run(recordedBy: recorder) { input in
        let document = pipeline.analyze(input, reference: day)
        found?.add(document)
        return encoder.encode(document, of: input)
      })
  }
}
