import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq normalize`.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Normalize text.",
    usage: "warraq normalize [<options>] [<input> ...]",
    discussion: """
      Presets: light (repair that no reader would notice), ner (marks off, Arabic letters, \
      Western digits), search (hamza, alef and teh marbuta folded too), lm (training text).

      With --format jsonl each record is {"id", "text", "map"}: "map" holds, for each character \
      of the text, the offset of the character of the original that it comes from, then the \
      length of the original. Offsets count Unicode scalars, as Python does.

      Examples:
        warraq normalize article.txt > clean.txt
        warraq normalize --preset search articles/ --format jsonl -o keys.jsonl
        echo 'العـــربيّة' | warraq normalize --preset ner
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("What is done.", valueName: "light|ner|search|lm"))
  var preset = NormalizationPreset.light

  @Option(help: ArgumentHelp("What is written.", valueName: "text|jsonl"))
  var format = Format.text

  func run() throws {
    var run = try shared.batchRun()
    let normalizer = Normalizer(preset.options)
    let writer = RecordWriter()
    run.separatesDocuments = format == .text
    throw ExitCode(
      run.run { input in
        let normalized = normalizer.normalize(input.text)
        switch format {
        case .text: return normalized.text.utf8
        case .jsonl: return writer.normalized(normalized, of: input)
        }
      })
  }
}
