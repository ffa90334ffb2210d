import ArgumentParser
import Warraq
import WarraqFormats
import WarraqICU
import WarraqLexicon
import WarraqNormalization
import WarraqTokenization

/// `warraq doctor`.
struct DoctorCommand: ParsableCommand {
  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what the tool runs with, and whether it works here.",
    usage: "warraq doctor [<options>]",
    discussion: """
      Exit codes: 0 all is well; 1 something is not, and is marked.

      Examples:
        warraq doctor
        warraq doctor --format json
      """)

  @Option(help: ArgumentHelp("What is written.", valueName: "table|json"))
  var format = Format.table

  @OptionGroup var config: ConfigOptions

  func run() throws {
    Signals.install()
    let findings = Checkup.findings()
    let output = OutputFile.standardOutput(interruption: Signals.interruption)
    switch format {
    case .table: try output.append(Self.table(findings))
    case .json: try output.append(Self.json(findings))
    }
    try output.commit()
    let isWell = findings.allSatisfy { $0.state != .bad }
    throw ExitCode(isWell ? Outcome.success.rawValue : Outcome.someFailed.rawValue)
  }

  private static func table(_ findings: [Finding]) -> [UInt8] {
    let width = findings.map(\.name.utf8.count).max() ?? 0
    var text = ""
    for finding in findings {
      let mark = finding.state == .good ? "ok  " : finding.state == .notice ? "note" : "BAD "
      let space = String(repeating: " ", count: width - finding.name.utf8.count + 2)
      text += "\(mark)  \(finding.name)\(space)\(finding.value)\n"
    }
    return Array(text.utf8)
  }

  private static func json(_ findings: [Finding]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("ok")
    json.raw(Array((findings.contains { $0.state == .bad } ? "false" : "true").utf8)[...])
    json.key("checks")
    json.beginArray()
    for finding in findings {
      json.beginObject()
      json.field("name", finding.name)
      json.field("state", finding.state.rawValue)
      json.field("value", finding.value)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

/// One thing that was looked at.
struct Finding {
  /// How it is.
  enum State: String {
    case good = "ok"
    /// Worth knowing; nothing fails by it.
    case notice = "note"
    case bad = "bad"
  }

  var name: String
  var state = State.good
  var value: String
}
