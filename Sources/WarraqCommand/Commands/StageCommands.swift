import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq dates`.
struct DatesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl, timex3, tsv, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Find dates and other time expressions, with ISO 8601 values.",
    usage: "warraq dates [<options>] [<input> ...]",
    discussion: """
      Writes JSON Lines {"id", "timexes"}. Hijri dates carry their Gregorian value. \
      Where a weekday or two calendars disagree, or a Hijri date lies outside the table of the \
      Umm al-Qura calendar, "diagnostics" tells it. \
      With --format timex3 a document is a TimeML element: its text, with TIMEX3 elements in it.

      Examples:
        warraq dates article.txt
        warraq dates --format timex3 article.txt > article.xml
        warraq dates --format csv articles/ > dates.csv
        warraq dates --reference-date 2024-05-01 articles/
        warraq dates corpus.jsonl --reference-field published -o dates.jsonl
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var offsets: OffsetOptions
  @OptionGroup var recording: ManifestOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var reference: ReferenceOptions

  @Option(
    help: ArgumentHelp(
      "Records, the text with its expressions marked, or a row for each expression.",
      valueName: "jsonl|timex3|tsv|csv"))
  var format: Format = .jsonl

  func run() throws {
    let table = TableEncoder(
      format == .csv ? .csv : .tsv, rows: .timexes, offsets: offsets.offsets)
    let recorder = try ManifestRecorder(recording, shared)
    let run = try shared.batchRun(
      for: self, referenceField: reference.referenceField,
      frame: format == .tsv || format == .csv ? table.frame : OutputFrame())
    let pipeline = Pipeline(stages: [.timexes])
    let writer = RecordWriter(offsets: offsets.offsets)
    let format = format
    let day = reference.referenceDate
    let found = recorder?.found
    throw ExitCode(
      try run.run(recordedBy: recorder) { input in
        let document = pipeline.analyze(input, reference: day)
        found?.add(document)
        let timexes = document.timexes ?? []
        switch format {
        case .jsonl:
          return writer.timexes(
            timexes,
            diagnostics: document.diagnostics.filter { DateConsistency.codes.contains($0.code) },
            of: input)
        case .timex3:
          return TimeMLWriter().document(document.text, timexes: timexes, of: input)
        case .tsv, .csv: return table.encode(document, of: input)
        }
      })
  }
}

/// `warraq entities`.
struct EntitiesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl, tsv, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Find named entities.",
    usage: "warraq entities [<options>] [<input> ...]",
    discussion: """
      Writes JSON Lines {"id", "entities", "entity_index"}: the mentions, and the things they \
      mention. A gazetteer adds names of one's own; its ids stand under "links".

      Examples:
        warraq entities article.txt
        warraq entities articles/ --offsets utf16 -o entities.jsonl
        warraq entities article.txt --gazetteer names.tsv --stop-list never.txt
        warraq entities --tokenized --guideline anercorp sentences.txt
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var offsets: OffsetOptions
  @OptionGroup var recording: ManifestOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var names: EntityOptions

  @Option(
    help: ArgumentHelp("Records, or a row for each mention.", valueName: "jsonl|tsv|csv"))
  var format: Format = .jsonl

  func run() throws {
    let table = TableEncoder(
      format == .csv ? .csv : .tsv, rows: .entities, offsets: offsets.offsets)
    let recorder = try ManifestRecorder(
      recording, shared, lists: names.gazetteer + names.stopList)
    let run = try shared.batchRun(
      for: self, bearingFiles: names.files,
      frame: format == .jsonl ? OutputFrame() : table.frame)
    let lists = try NameLists(names, outputs: [shared.output, shared.errors])
    let pipeline = Pipeline(
      stages: [.entities], guideline: names.guideline, tokenized: names.tokenized,
      gazetteer: lists.gazetteer, stopList: lists.stopList)
    let writer = RecordWriter(offsets: offsets.offsets)
    let format = format
    let found = recorder?.found
    throw ExitCode(
      try run.run(recordedBy: recorder) { input in
        let document = pipeline.analyze(input)
        found?.add(document)
        guard format == .jsonl else { return table.encode(document, of: input) }
        return writer.entities(document.entities ?? EntityAnnotation(), of: input)
      })
  }
}

/// `warraq article`.
struct ArticleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article",
    abstract: "Find the parts of articles: title, author, date, sections, conclusion.",
    usage: "warraq article [<options>] [<input> ...]",
    discussion: """
      Writes JSON Lines {"id", "article"}.

      Examples:
        warraq article article.txt
        warraq article articles/ -o structure.jsonl
        warraq article --boilerplate site.profile site/
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var offsets: OffsetOptions
  @OptionGroup var recording: ManifestOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var site: BoilerplateOptions

  func run() throws {
    let recorder = try ManifestRecorder(
      recording, shared, lists: [site.boilerplate].compactMap { $0 })
    let run = try shared.batchRun(for: self, bearingFiles: site.files)
    let pipeline = Pipeline(stages: [.article], boilerplate: try site.profile())
    let writer = RecordWriter(offsets: offsets.offsets)
    let found = recorder?.found
    throw ExitCode(
      try run.run(recordedBy: recorder) { input in
        let document = pipeline.analyze(input)
        found?.add(document)
        return writer.article(document.article ?? Article(), of: input)
      })
  }
}
