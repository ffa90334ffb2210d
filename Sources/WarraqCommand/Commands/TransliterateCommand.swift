import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq transliterate`.
struct TransliterateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliterate",
    abstract: "Write Arabic in Latin letters, or back.",
    usage: "warraq transliterate --scheme <scheme> [<options>] [<input> ...]",
    discussion: """
      Schemes: buckwalter, safe-buckwalter, xml-buckwalter and hsb (Habash-Soudi-Buckwalter) write \
      one character for each Arabic one and lead back exactly; icu is CLDR's Arabic-Latin, bgn the \
      BGN/PCGN system for geographical names, one way.

      What has no symbol, and Latin text that would come back as Arabic, stands as it was and is \
      told on standard error. With --format jsonl each record is {"id", "text", "unmapped"}.

      Examples:
        warraq transliterate --scheme hsb articles/ --format jsonl -o hsb.jsonl
        echo 'السلام عليكم' | warraq transliterate --scheme buckwalter
        echo 'AlslAm Elykm' | warraq transliterate --scheme buckwalter --reverse
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var offsets: OffsetOptions

  @Option(
    help: ArgumentHelp(
      "The scheme.", valueName: "scheme"))
  var scheme: TransliterationScheme

  @Option(help: ArgumentHelp("The script that is written.", valueName: "latin|arabic"))
  var to: TransliterationTarget?

  @Flag(help: "The same as --to arabic.")
  var reverse = false

  @Option(help: ArgumentHelp("What is written.", valueName: "text|jsonl"))
  var format = Format.text

  mutating func validate() throws {
    guard !(reverse && to == .latin) else {
      throw ValidationError("--reverse and --to latin exclude each other")
    }
    do {
      _ = try transliterator()
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func transliterator() throws(TransliterationError) -> Transliterator {
    try Transliterator(scheme, to: to ?? (reverse ? .arabic : .latin))
  }

  func run() throws {
    var run = try shared.batchRun(for: self)
    let transliterator = try transliterator()
    let (format, unit, isQuiet) = (format, offsets.offsets, shared.quiet)
    let writer = RecordWriter(offsets: unit)
    let console = run.console
    run.separatesDocuments = format == .text
    throw ExitCode(
      run.run(
        noting: { input in
          let result: Transliteration
          do {
            result = try transliterator.transliterate(input.text)
          } catch {
            // Only a broken installation of ICU fails here, for every document alike.
            preconditionFailure("\(error)")
          }
          guard format == .text else {
            return Product(bytes: writer.transliterated(result, of: input), note: [String]())
          }
          var warnings: [String] = []
          if !isQuiet {
            let index = OffsetIndex(input.text, unit: unit)
            warnings = result.unmapped.map { Self.warning($0, index.convert($0.first), input) }
          }
          return Product(bytes: result.text.utf8, note: warnings)
        },
        taking: { console.report(lines: $0) }))
  }

  private static func warning(
    _ unmapped: UnmappedScalar, _ offset: Int, _ input: InputDocument
  ) -> String {
    let name = RecordWriter.name(of: unmapped.scalar)
    let character = Unicode.Scalar(unmapped.scalar).map { String($0) } ?? ""
    let reason =
      switch unmapped.reason {
      case .noSymbol: "has no symbol"
      case .ambiguous: "reads as a symbol"
      }
    return "\(input.path):\(input.line): warning: \(name) \(character) \(reason), "
      + "\(unmapped.count) \(unmapped.count == 1 ? "time" : "times"), first at \(offset)"
  }
}
