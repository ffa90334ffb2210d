import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq annotate`.
struct AnnotateCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl, summary
  }

  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotate documents with structure, sentences, entities, dates and quotations.",
    usage: "warraq annotate [<options>] [<input> ...]",
    discussion: """
      Writes JSON Lines, one warraq.document/1 record a document. Other fields of JSON Lines \
      input are passed on under "meta".

      Examples:
        warraq annotate article.txt
        warraq annotate articles/ -o annotations.jsonl
        warraq annotate page.html --include text
        warraq annotate articles/ --output-dir annotations/ --exclude entities
        warraq annotate corpus.jsonl --text-field body --include text
        warraq annotate articles/ --gazetteer names.tsv --stop-list never.txt
        warraq annotate --format summary article.txt
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var offsets: OffsetOptions
  @OptionGroup var reference: ReferenceOptions
  @OptionGroup var site: BoilerplateOptions
  @OptionGroup var names: EntityOptions

  @Option(
    help: ArgumentHelp(
      "Records, or a few lines about each document to be read by people.",
      valueName: "jsonl|summary"))
  var format: Format = .jsonl

  @Option(
    help: ArgumentHelp(
      "Write one file for each input to a folder: its relative path, ending with .jsonl.",
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
  }

  func run() throws {
    let run = try shared.batchRun(
      for: self, to: outputDir.map { .folder(FilePath($0)) },
      referenceField: reference.referenceField,
      bearingFiles: names.files + site.files)
    let lists = try NameLists(names, outputs: [shared.output, shared.errors])
    let versions = try Versions.current()
    let pipeline = Pipeline(
      stages: Set(Pipeline.Stage.allCases).subtracting(exclude.flatMap(\.names)),
      guideline: names.guideline, tokenized: names.tokenized, gazetteer: lists.gazetteer,
      stopList: lists.stopList, boilerplate: try site.profile())
    let format = format
    let day = reference.referenceDate
    let writer = RecordWriter(offsets: offsets.offsets, extras: Set(include.flatMap(\.names)))
    throw ExitCode(
      run.run { input in
        let document = pipeline.analyze(input, reference: day)
        switch format {
        case .jsonl: return writer.document(document, of: input, versions: versions)
        case .summary: return SummaryWriter().summary(document, of: input)
        }
      })
  }
}
