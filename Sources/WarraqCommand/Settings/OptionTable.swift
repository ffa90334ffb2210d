import ArgumentParser
import WarraqFormats

/// The options of a subcommand, as its help has them.
struct OptionTable {
  /// One option.
  struct Entry {
    /// Its long name, without dashes; of a flag with an opposite the one without `no-`.
    var name: String
    /// All names with their dashes: `--output`, `-o`, `--no-nfc`.
    var names: [String]
    var isFlag: Bool
    /// Whether there is a `--no-…` to the flag.
    var hasOpposite: Bool
    var isRepeating: Bool
    var defaultValue: String?
    /// The values that it may have; empty where any may do.
    var values: [String]
  }

  /// The names of the subcommand: `annotate`, `boilerplate learn`.
  let path: [String]
  private(set) var entries: [Entry] = []

  /// What only makes sense where somebody types it.
  private static let interactive: Set = ["help", "version", "config", "experimental-dump-help"]

  /// The tables of all subcommands.
  static func all() -> [OptionTable] {
    guard let help = try? JSONValue(Array(WarraqCommand._dumpHelp().utf8)) else {
      preconditionFailure("the help of the tool is JSON")
    }
    var tables: [OptionTable] = []
    func visit(_ command: JSONValue, _ path: [String]) {
      tables.append(OptionTable(command, path))
      for below in command["subcommands"]?.elements ?? [] {
        if let name = below["commandName"]?.text { visit(below, path + [name]) }
      }
    }
    if let root = help["command"] { visit(root, []) }
    return tables
  }

  private init(_ command: JSONValue, _ path: [String]) {
    self.path = path
    for argument in command["arguments"]?.elements ?? [] {
      guard argument["kind"]?.text != "positional" else { continue }
      let isFlag = argument["kind"]?.text == "flag"
      var names: [String] = []
      var name: String?
      for each in argument["names"]?.elements ?? [] {
        guard let text = each["name"]?.text else { continue }
        let isShort = each["kind"]?.text == "short"
        names.append((isShort ? "-" : "--") + text)
        if !isShort, name == nil { name = text }
      }
      guard let name, !Self.interactive.contains(name) else { continue }
      if isFlag, name.hasPrefix("no-"),
        let index = entries.firstIndex(where: { $0.isFlag && "no-\($0.name)" == name })
      {
        entries[index].hasOpposite = true
        entries[index].names += names
        continue
      }
      entries.append(
        Entry(
          name: name, names: names, isFlag: isFlag, hasOpposite: false,
          isRepeating: argument["isRepeating"]?.isTrue ?? false,
          defaultValue: argument["defaultValue"]?.text,
          values: (argument["allValues"]?.elements ?? []).compactMap(\.text)))
    }
  }

  /// The values that arguments give to options, by the options' names.
  ///
  /// - Parameter arguments: Those behind the names of the subcommand.
  func values(in arguments: [String]) -> [String: [String]] {
    var found: [String: [String]] = [:]
    var position = 0
    while position < arguments.count, arguments[position] != "--" {
      let argument = arguments[position]
      position += 1
      guard argument.hasPrefix("-"), argument != "-" else { continue }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      if let entry = entries.first(where: { $0.names.contains(parts[0]) }) {
        if entry.isFlag {
          found[entry.name, default: []].append(parts[0].hasPrefix("--no-") ? "false" : "true")
        } else if parts.count == 2 {
          found[entry.name, default: []].append(parts[1])
        } else if position < arguments.count {
          found[entry.name, default: []].append(arguments[position])
          position += 1
        }
      }
    }
    return found
  }
}
