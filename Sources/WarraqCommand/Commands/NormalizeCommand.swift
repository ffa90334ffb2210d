import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq normalize`.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Normalize text.",
    usage: "warraq normalize [--preset <preset>] [<options>] [<input> ...]",
    discussion: """
      Presets: light (repair that no reader would notice), ner (marks off, Arabic letters, \
      Western digits), search (hamza, alef and teh marbuta folded too), lm (training text). \
      Options replace those of the preset; without a preset, only the options given are on.

      With --format jsonl each record is {"id", "text", "map"}: "map" holds, for each character \
      of the text, the offset of the character of the original that it comes from, then the \
      length of the original. Offsets count Unicode scalars, as Python does.

      Examples:
        warraq normalize article.txt > clean.txt
        warraq normalize --preset search articles/ --format jsonl -o keys.jsonl
        warraq normalize --preset ner --digits keep --no-nfc corpus.jsonl
        warraq normalize --repair --preset light scraped/
        echo 'العـــربيّة' | warraq normalize --diacritics strip --explain
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var recording: ManifestOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup(title: "Normalization") var normalization: NormalizationArguments

  @Option(help: ArgumentHelp("What is written.", valueName: "text|jsonl"))
  var format = Format.text

  @Flag(help: "Tell on standard error how often each operation changed something, with samples.")
  var explain = false

  @Flag(
    help: """
      Repair damage first where that is certain: text read in a wrong encoding, lost or reversed \
      lam-alef, tatweel in every word, stray direction controls.
      """)
  var repair = false

  mutating func validate() throws {
    if explain, shared.resume {
      throw ValidationError("--explain tells of whole runs and cannot go on with --resume")
    }
  }

  func run() throws {
    let recorder = try ManifestRecorder(recording, shared)
    var run = try shared.batchRun(for: self)
    let normalizer = Normalizer(try normalization.options())
    let writer = RecordWriter()
    let (repair, explain, format) = (repair, explain, format)
    var report = NormalizationReport(normalizer.options)
    var damage: [Damage] = []
    run.separatesDocuments = format == .text
    let repairer = TextRepairer()
    let code = try run.run(
      recordedBy: recorder,
      noting: { input in
        let repaired = repair ? repairer.repair(input.text) : nil
        let source = repaired?.text ?? input.text
        var normalized: NormalizedText
        var note: (report: NormalizationReport, damage: [Damage])?
        if explain {
          let explained = normalizer.explain(source)
          note = (explained.report, repaired?.damage ?? [])
          normalized = explained.normalized
        } else {
          normalized = normalizer.normalize(source)
        }
        if let map = repaired?.map {
          normalized = normalized.mapped(through: map)
        }
        let bytes =
          format == .text ? normalized.text.utf8 : writer.normalized(normalized, of: input)
        return Product(bytes: bytes, note: note)
      },
      taking: { note in
        guard let note else { return }
        report.add(note.report)
        damage += note.damage
      })
    if explain, !shared.dryRun {
      Console(isQuiet: false).report(
        lines: ReportLines.lines(of: damage) + ReportLines.lines(of: report))
    }
    throw ExitCode(code)
  }

  /// The message of a usage error, with the names of all options where one was not known.
  static func listingOptions(in message: String) -> String {
    guard message.hasPrefix("Error: Unknown option"), message.contains("warraq normalize") else {
      return message
    }
    return message + "\nOptions of normalization: "
      + NormalizationArguments.flags.joined(separator: ", ")
  }
}
