import ArgumentParser
import WarraqFormats

/// `--config`, which every subcommand has.
struct ConfigOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take options from a file of 'name = value' lines. The command line goes before the "
        + "environment (WARRAQ_ and the option's name), and that before the file.",
      valueName: "file"))
  var config: String?
}

/// The arguments of a run together with what the environment and a file of settings add to them.
///
/// An option that the command line gives is left as it is; else `WARRAQ_` and its name in capitals
/// counts, else the file, else its default.
struct Settings {
  /// The arguments, those added right behind the names of the subcommand.
  private(set) var arguments: [String]
  /// Each option of the subcommand with its values, in the order of the help.
  private(set) var settings: [RunManifest.Setting] = []
  /// Where each option comes from that was added, for messages.
  private(set) var origins: [(name: String, place: String)] = []

  /// Puts the settings of a run together.
  ///
  /// - Parameter environment: The variables whose names begin with `WARRAQ_`.
  /// - Throws: ``ConfigFile/Fault`` where the file cannot be read or has something wrong in it.
  init(
    _ arguments: [String], environment: [(name: String, value: String)],
    needsSettings: Bool = false
  ) throws(ConfigFile.Fault) {
    self.arguments = arguments
    let variables = environment.filter { $0.name != "WARRAQ_KERNEL" }
    let path = Self.configPath(arguments) ?? variables.first { $0.name == "WARRAQ_CONFIG" }?.value
    // Most runs have neither; the help need not be made for them.
    guard path != nil || !variables.isEmpty || needsSettings else { return }
    let tables = OptionTable.all()
    let config = try path.map { (path) throws(ConfigFile.Fault) in try ConfigFile(reading: path) }
    if let config { try Self.check(config, tables) }
    let (table, length) = Self.subcommand(of: arguments, tables)
    let own = table.values(in: Array(arguments.dropFirst(length)))
    var added: [String] = []
    for entry in table.entries {
      let name = Self.variable(of: entry.name)
      let lines = config?.lines.filter { $0.name == entry.name } ?? []
      if let values = own[entry.name] {
        settings.append(
          RunManifest.Setting(name: entry.name, values: values, origin: "command line"))
      } else if let variable = variables.first(where: { $0.name == name }) {
        added += try Self.arguments(entry, variable.value, place: "\(name) in the environment")
        settings.append(
          RunManifest.Setting(name: entry.name, values: [variable.value], origin: "environment"))
        origins.append((entry.name, "\(name) in the environment"))
      } else if !lines.isEmpty, let config {
        for line in lines {
          added += try Self.arguments(entry, line.value, place: "\(config.path):\(line.number)")
        }
        settings.append(
          RunManifest.Setting(name: entry.name, values: lines.map(\.value), origin: "config"))
        origins.append((entry.name, "\(config.path):\(lines[0].number)"))
      } else {
        settings.append(
          RunManifest.Setting(
            name: entry.name, values: entry.defaultValue.map { [$0] } ?? [], origin: "default"))
      }
    }
    self.arguments.insert(contentsOf: added, at: length)
  }

  /// The name that an option has in the environment.
  static func variable(of option: String) -> String {
    "WARRAQ_" + option.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  /// The file that arguments name.
  private static func configPath(_ arguments: [String]) -> String? {
    var path: String?
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--config", index + 1 < arguments.count { path = arguments[index + 1] }
      if argument.hasPrefix("--config=") { path = String(argument.dropFirst("--config=".count)) }
    }
    return path
  }

  /// The table of the subcommand that arguments name, and how many arguments its names are.
  private static func subcommand(
    of arguments: [String], _ tables: [OptionTable]
  ) -> (OptionTable, Int) {
    var length = 0
    while length < arguments.count,
      tables.contains(where: { $0.path == Array(arguments[...length]) })
    {
      length += 1
    }
    let path = Array(arguments[..<length])
    guard let table = tables.first(where: { $0.path == path }) else {
      preconditionFailure("the tool itself has a table")
    }
    return (table, length)
  }

  private static func check(
    _ config: ConfigFile, _ tables: [OptionTable]
  ) throws(ConfigFile.Fault) {
    var seen: Set<String> = []
    for line in config.lines {
      let place = "\(config.path):\(line.number): error:"
      let entries = tables.flatMap(\.entries).filter { $0.name == line.name }
      guard let entry = entries.first else {
        throw ConfigFile.Fault(description: "\(place) unknown option '\(line.name)'")
      }
      guard seen.insert(line.name).inserted || entry.isRepeating else {
        throw ConfigFile.Fault(description: "\(place) '\(line.name)' is set twice")
      }
    }
  }

  /// The arguments that set an option to a value.
  private static func arguments(
    _ entry: OptionTable.Entry, _ value: String, place: String
  ) throws(ConfigFile.Fault) -> [String] {
    if entry.isFlag {
      switch value {
      case "true", "1": return ["--\(entry.name)"]
      case "false", "0": return entry.hasOpposite ? ["--no-\(entry.name)"] : []
      default:
        throw ConfigFile.Fault(
          description: "\(place): error: '\(entry.name)' is true or false, not '\(value)'")
      }
    }
    let parts = entry.isRepeating ? value.split(separator: ",").map(String.init) : [value]
    if !entry.values.isEmpty, let bad = parts.first(where: { !entry.values.contains($0) }) {
      throw ConfigFile.Fault(
        description: "\(place): error: '\(bad)' is no value of '\(entry.name)': "
          + entry.values.joined(separator: ", "))
    }
    return ["--\(entry.name)=\(value)"]
  }
}
