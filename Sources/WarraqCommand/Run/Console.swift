import WarraqFormats

/// What is told to the user, on standard error.
struct Console {
  /// Whether the summary is left out. Errors are always told.
  let isQuiet: Bool
  /// The line that has to make way for others.
  var progress: Progress?

  init(isQuiet: Bool, progress: Progress? = nil) {
    self.isQuiet = isQuiet
    self.progress = progress
  }

  /// Tells one line. Control characters in it are shown as `?`.
  func report(_ line: String) {
    progress?.clear()
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
  func summarize(_ counts: Ledger.Counts, skippedFiles: Int) {
    guard !isQuiet,
      counts.faults > 0 || skippedFiles > 0 || counts.repaired > 0 || counts.skippedRecords > 0
    else { return }
    var parts = [Self.count(counts.documents, "document")]
    if counts.repaired > 0 { parts.append("\(counts.repaired) repaired") }
    if counts.faults > 0 { parts.append("\(counts.faults) failed") }
    if skippedFiles > 0 { parts.append("\(Self.count(skippedFiles, "other file")) skipped") }
    if counts.skippedRecords > 0 {
      parts.append("\(Self.count(counts.skippedRecords, "other record")) skipped")
    }
    report("warraq: " + parts.joined(separator: ", "))
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
