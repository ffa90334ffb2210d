import ArgumentParser
import Warraq
import WarraqFormats

/// `warraq tokenize`.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cut text into words or sentences.",
    usage: "warraq tokenize [<options>] [<input> ...]",
    discussion: """
      Formats: lines (one token a line), tsv (start, end, kind, text), jsonl ({"id", "tokens"}). \
      A line break or tab in a token is written as \\n, \\r or \\t in lines and tsv; in tsv a \
      backslash is doubled.

      Examples:
        warraq tokenize article.txt
        warraq tokenize --unit sentence articles/ --format jsonl -o sentences.jsonl
        warraq tokenize --profile uax29 --format tsv --offsets utf16 article.txt
        warraq tokenize --count articles/
      """)

  /// What text is cut into.
  enum Unit: String, CaseIterable, ExpressibleByArgument {
    case word, sentence
  }

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case lines, tsv, jsonl
  }

  /// What is left out unless asked for.
  enum Extra: String, CaseIterable, ExpressibleByArgument {
    case space
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var config: ConfigOptions
  @OptionGroup var offsets: OffsetOptions

  @Option(help: ArgumentHelp("What text is cut into.", valueName: "word|sentence"))
  var unit = Unit.word

  @Option(
    help: ArgumentHelp(
      "The word boundaries: Arabic (the default), or plain UAX #29.", valueName: "arabic|uax29"))
  var profile: TokenizationProfile?

  @Option(help: ArgumentHelp("Write white space too.", valueName: "space"))
  var include: Extra?

  @Option(help: ArgumentHelp("What is written. Default: lines.", valueName: "lines|tsv|jsonl"))
  var format: Format?

  @Flag(help: "Write only the numbers of documents and of tokens.")
  var count = false

  mutating func validate() throws {
    if unit == .sentence, profile != nil || include != nil {
      throw ValidationError("--profile and --include go with --unit word only")
    }
    if count, format != nil {
      throw ValidationError("--count and --format exclude each other")
    }
  }

  func run() throws {
    let run = try shared.batchRun(for: self)
    let (count, cutter) = (count, cutter)
    let (profile, includesSpaces) = (profile ?? .arabic, include == .space)
    let noun = unit == .word ? "tokens" : "sentences"
    let code = run.run(
      noting: { input in
        let tokens = cutter.spans(of: input.text)
        return Product(
          bytes: count ? [] : cutter.output(tokens, of: input), tokens: tokens.count, note: ())
      },
      taking: { _ in },
      streamed: isStreamed
        ? { (reader) throws(InputFault) in
          try reader.countTokens(profile: profile, includingSpaces: includesSpaces)
        } : nil,
      atEnd: { counts in
        guard count else { return [] }
        return Array("documents\t\(counts.documents)\n\(noun)\t\(counts.tokens)\n".utf8)
      })
    throw ExitCode(code)
  }

  /// Whether nothing is asked for that needs a whole document.
  private var isStreamed: Bool { count && unit == .word }

  private var cutter: Cutter {
    Cutter(
      unit: unit, profile: profile ?? .arabic, includesSpaces: include == .space,
      format: format ?? .lines, offsets: offsets.offsets)
  }
}

/// Cuts texts as the options of `warraq tokenize` ask for.
private struct Cutter: Sendable {
  let unit: TokenizeCommand.Unit
  let profile: TokenizationProfile
  let includesSpaces: Bool
  let format: TokenizeCommand.Format
  let offsets: OffsetUnit

  func spans(of text: SourceText) -> [TokenSpan] {
    switch unit {
    case .word:
      Tokenizer(profile: profile, includesSpaces: includesSpaces)
        .tokenize(text).map { TokenSpan($0) }
    case .sentence:
      AnalyzedText(text).sentences.map { TokenSpan($0) }
    }
  }

  func output(_ tokens: [TokenSpan], of input: InputDocument) -> [UInt8] {
    switch format {
    case .lines: TokenLines(hasColumns: false).lines(tokens, of: input.text)
    case .tsv: TokenLines(hasColumns: true, offsets: offsets).lines(tokens, of: input.text)
    case .jsonl: RecordWriter(offsets: offsets).tokens(tokens, of: input)
    }
  }
}
