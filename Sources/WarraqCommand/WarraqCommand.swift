import ArgumentParser
import Warraq
import WarraqFormats
import WarraqICU
import WarraqLexicon

/// The `warraq` tool.
@main
struct WarraqCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warraq",
    abstract: "Annotates and normalizes Arabic articles.",
    discussion: """
      Finds an article's parts, sentences, dates and named entities. Every offset points into the \
      text as it was read.

      Examples:
        warraq annotate articles/ -o annotations.jsonl
        warraq annotate page.html --include text
        warraq dates --reference-date 2024-05-01 article.txt
        curl -s https://example.org/a.txt | warraq normalize
        warraq tokenize --count articles/

      WARRAQ_KERNEL in the environment names the tokenizer's kernel; without it the fastest runs. \
      "warraq bench" lists those of the machine. Every option can be set by WARRAQ_ and its name, \
      and by a file that --config names.

      Exit codes: 0 all good; 1 some inputs failed; 2 wrong usage; 3 nothing could be read or \
      written; 130 stopped by Ctrl-C.
      """,
    subcommands: [
      AnnotateCommand.self, NormalizeCommand.self, TransliterateCommand.self, TokenizeCommand.self,
      DatesCommand.self, EntitiesCommand.self, ArticleCommand.self, EvaluateCommand.self,
      BoilerplateCommand.self, BenchCommand.self, VerifyCommand.self, DoctorCommand.self,
    ])

  @Flag(help: "Show the version of the tool and of its data.")
  var version = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    print(try Versions.line())
  }

  /// Fails where the environment asks for a kernel that cannot be had, rather than run another one.
  private static func checkKernel() throws {
    guard let name = TokenizerKernel.forcedName, !name.isEmpty else { return }
    let names = TokenizerKernel.available.map(\.rawValue)
    guard !names.contains(name) else { return }
    throw ValidationError(
      "WARRAQ_KERNEL is '\(name)'; this machine has: \(names.joined(separator: ", "))")
  }

  static func main() {
    var settings: Settings?
    do {
      settings = try Settings(
        Array(CommandLine.arguments.dropFirst()),
        environment: SystemState.environment(prefix: "WARRAQ_"))
      var command = try parseAsRoot(settings?.arguments)
      if !(command is Self) { try checkKernel() }
      try command.run()
    } catch let fault as ConfigFile.Fault {
      Console(isQuiet: false).report("\(fault)")
      Signals.exit(Outcome.usage.rawValue)
    } catch {
      let code = exitCode(for: error)
      var message = NormalizeCommand.listingOptions(in: fullMessage(for: error))
      if code == .validationFailure, let settings {
        for (name, place) in settings.origins where message.contains("--\(name)") {
          message += "\n--\(name) is set by \(place)"
        }
      }
      if !message.isEmpty {
        if code.isSuccess {
          print(message)
        } else {
          try? SystemFile.standardError.write(Array((message + "\n").utf8))
        }
      }
      Signals.exit(code == .validationFailure ? Outcome.usage.rawValue : code.rawValue)
    }
  }
}

/// The versions that records and `--version` tell.
enum Versions {
  /// Versions for records.
  static func current() throws -> DataVersions {
    DataVersions(
      warraq: WarraqVersion.current, unicode: ScalarTable.unicodeVersion,
      icu: try ICUVersions.current().icu, data: Lexicon.shared.fingerprint)
  }

  /// The line that `--version` prints.
  static func line() throws -> String {
    let versions = try current()
    return "warraq \(versions.warraq) (Unicode \(versions.unicode), ICU \(versions.icu), "
      + "CLDR \(try ICUVersions.current().cldr), lexicon \(versions.data))"
  }
}
