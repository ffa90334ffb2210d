import WarraqFormats

/// What is told to the user, on standard error.
struct Console {
  /// Whether the summary is left out. Errors are always told.
  let isQuiet: Bool

  /// Tells one line. Control characters in it are shown as `?`.
  func report(_ line: String) {
    var bytes = Array(line.utf8)
    for index in bytes.indices where bytes[index] < 0x20 || bytes[index] == 0x7F {
      bytes[index] = 0x3F
    }
    // Where standard error is closed there is nobody to tell.
    try? SystemFile.standardError.write(bytes + [0x0A])
  }

  /// Tells some lines.
  func report(lines: [String]) {
    for line in lines { report(line) }
  }

  /// Tells how a run went, where not everything went well.
  func summarize(_ state: RunState, skippedFiles: Int) {
    guard !isQuiet, state.faults > 0 || skippedFiles > 0 || state.repaired > 0 else { return }
    var parts = [Self.count(state.documents, "document")]
    if state.repaired > 0 { parts.append("\(state.repaired) repaired") }
    if state.faults > 0 { parts.append("\(state.faults) failed") }
    if skippedFiles > 0 { parts.append("\(Self.count(skippedFiles, "other file")) skipped") }
    report("warraq: " + parts.joined(separator: ", "))
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
