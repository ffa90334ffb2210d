import ArgumentParser
import WarraqEvaluation
import WarraqFormats

/// `warraq evaluate`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score annotations against gold annotations.",
    usage: "warraq evaluate [<options>] <gold> <predictions>",
    discussion: """
      Both files hold records as "warraq annotate" writes them, or one of its stages; the gold may \
      be CoNLL columns instead (a token a line, the tag last; predictions are made of its tokens with \
      spaces between them, a sentence a line). Documents are matched by id; single documents, and \
      as many of CoNLL as of predictions, in their order. What a file does not have at all is not \
      scored.

      Entities: exact (same span and type), overlap (same type, a shared character), distinct \
      (entities with at least one exact mention), span (types left out), b-cubed (how mentions are \
      grouped). Dates: exact, overlap, exact+value. Quotations: exact, overlap, \
      speaker (the entity has a mention in common), verb where the gold has any. Regions are counted by characters, points and \
      the conclusion by where they begin. Intervals: F1 in 95 of 100 samples of the documents.

      Examples:
        warraq annotate Corpus/gold/dev.jsonl | warraq evaluate Corpus/gold/dev.jsonl -
        warraq evaluate --errors 5 gold.jsonl predictions.jsonl
        warraq entities sentences.txt | warraq evaluate --format json sentences.conll -
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, markdown
  }

  @Argument(help: "The file that is right.")
  var gold: String

  @Argument(help: "The file to score; '-' is standard input.")
  var predictions: String

  @OptionGroup var config: ConfigOptions

  @Option(help: ArgumentHelp("What is written.", valueName: "table|json|markdown"))
  var format = Format.table

  @Option(
    help: ArgumentHelp(
      "List so many errors of each kind behind the figures; not with json.", valueName: "number"))
  var errors = 0

  mutating func validate() throws {
    guard errors >= 0 else { throw ValidationError("--errors must not be negative") }
    guard errors == 0 || format != .json else {
      throw ValidationError("--errors goes with --format table and markdown")
    }
    guard !gold.isEmpty, !predictions.isEmpty else {
      throw ValidationError("a path must not be empty")
    }
    guard gold != "-" || predictions != "-" else {
      throw ValidationError("standard input can be read only once")
    }
  }

  func run() throws {
    Signals.install()
    let console = Console(isQuiet: false)
    do {
      let evaluation = Evaluation(
        gold: try RecordFile(reading: FilePath(gold)),
        predicted: try RecordFile(reading: FilePath(predictions)))
      if let code = Signals.exitCode { throw ExitCode(code) }
      for id in evaluation.repeated {
        console.report("warraq: warning: two predictions for \(id); the last one counts")
      }
      if evaluation.missing.count == evaluation.documents {
        console.report("warraq: error: none of the predictions is of a document of the gold")
        throw ExitCode(Outcome.someFailed.rawValue)
      }
      if evaluation.results.isEmpty {
        console.report("warraq: error: the files have no layer in common")
        throw ExitCode(Outcome.someFailed.rawValue)
      }
      for id in evaluation.missing { console.report("warraq: warning: no predictions for \(id)") }
      for id in evaluation.unknown { console.report("warraq: warning: no gold for \(id)") }
      let output = OutputFile.standardOutput(interruption: Signals.interruption)
      switch format {
      case .table: try output.append(evaluation.table)
      case .json: try output.append(evaluation.json)
      case .markdown: try output.append(evaluation.markdown)
      }
      if errors > 0 { try output.append(evaluation.errorList(errors)) }
      try output.commit()
    } catch let fault as RecordFile.Fault {
      console.report("\(fault)")
      throw ExitCode(
        fault.line == nil ? Outcome.nothingDone.rawValue : Outcome.someFailed.rawValue)
    } catch let error as FileError where error.isClosedPipe {
      return
    } catch let error as FileError {
      console.report("\(error.path): error: \(error)")
      throw ExitCode(Outcome.nothingDone.rawValue)
    }
  }
}
