import ArgumentParser

/// The options of a command that bear on what it writes, read off the command itself: an option that is
/// added later is among them.
enum RunIdentity {
  /// Options that bear on nothing that is written, or on where it is written only. The inputs are known
  /// by themselves.
  private static let indifferent: Set<String> = [
    "_inputs", "_filesFrom", "_output", "_outputDir", "_force", "_failFast", "_maxErrors",
    "_resume", "_checkpointInterval", "_jobs", "_progress", "_dryRun", "_quiet", "_verbose",
  ]

  /// Every option as `--name: value`, in the order of their declarations.
  static func options(of command: some ParsableCommand, shared: SharedOptions) -> [String] {
    let name = type(of: command).configuration.commandName ?? "\(type(of: command))"
    return [name] + options(of: command) + options(of: shared)
  }

  private static func options(of arguments: Any) -> [String] {
    Mirror(reflecting: arguments).children.flatMap { label, value -> [String] in
      guard let label, label != "_shared", !indifferent.contains(label) else { return [] }
      if let group = group(in: value) { return options(of: group) }
      return ["\(argument(label)): \(value)"]
    }
  }

  /// The options that the wrapper of a group holds; `nil` of the wrapper of one option.
  private static func group(in wrapper: Any) -> (any ParsableArguments)? {
    for (_, parsed) in Mirror(reflecting: wrapper).children {
      for (_, value) in Mirror(reflecting: parsed).children {
        if let group = value as? any ParsableArguments { return group }
      }
    }
    return nil
  }

  /// The name on the command line of a property with a wrapper.
  private static func argument(_ label: String) -> String {
    var name = "--"
    for scalar in label.unicodeScalars.dropFirst() {
      if ("A"..."Z").contains(scalar) { name += "-" }
      name += String(scalar).lowercased()
    }
    return name
  }
}
