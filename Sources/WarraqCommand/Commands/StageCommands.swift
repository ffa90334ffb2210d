import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq dates`.
struct DatesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case jsonl, timex3
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
        warraq dates --reference-date 2024-05-01 articles/
        warraq dates corpus.jsonl --reference-field published -o dates.jsonl
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var offsets: OffsetOptions
  @OptionGroup var reference: ReferenceOptions

  @Option(
    help: ArgumentHelp(
      "Records, or the text with its expressions marked.", valueName: "jsonl|timex3"))
  var format: Format = .jsonl

  func run() throws {
    let run = try shared.batchRun(for: self, referenceField: reference.referenceField)
    let pipeline = Pipeline(stages: [.timexes])
    let writer = RecordWriter(offsets: offsets.offsets)
    let format = format
    let day = reference.referenceDate
    throw ExitCode(
      run.run { input in
        let document = pipeline.analyze(input, reference: day)
        let timexes = document.timexes ?? []
        switch format {
        case .jsonl:
          return writer.timexes(
            timexes,
            diagnostics: document.diagnostics.filter { DateConsistency.codes.contains($0.code) },
            of: input)
        case .timex3:
          return TimeMLWriter().document(document.text, timexes: timexes, of: input)
        }
      })
  }
}

/// `warraq entities`.
struct EntitiesCommand: ParsableCommand {
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
  @OptionGroup var names: EntityOptions

  func run() throws {
    let run = try shared.batchRun(for: self, bearingFiles: names.files)
    let lists = try NameLists(names, outputs: [shared.output, shared.errors])
    let pipeline = Pipeline(
      stages: [.entities], guideline: names.guideline, tokenized: names.tokenized,
      gazetteer: lists.gazetteer, stopList: lists.stopList)
    let writer = RecordWriter(offsets: offsets.offsets)
    throw ExitCode(
      run.run { input in
        let document = pipeline.analyze(input)
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
  @OptionGroup var site: BoilerplateOptions

  func run() throws {
    let run = try shared.batchRun(for: self, bearingFiles: site.files)
    let pipeline = Pipeline(stages: [.article], boilerplate: try site.profile())
    let writer = RecordWriter(offsets: offsets.offsets)
    throw ExitCode(
      run.run { input in
        let document = pipeline.analyze(input)
        return writer.article(document.article ?? Article(), of: input)
      })
  }
}
