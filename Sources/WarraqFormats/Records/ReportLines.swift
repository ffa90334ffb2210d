public import WarraqNormalization
public import WarraqRepair

/// Writes what a normalization did as lines to be read by people.
///
/// A line for each operation, then, for each sample, the word before (`-`) and after (`+`). Invisible
/// characters are written as `U+` and their number in angle brackets.
public enum ReportLines {
  /// The lines of a report.
  public static func lines(of report: NormalizationReport) -> [String] {
    report.rules.flatMap { rule in
      let value = rule.value == "true" ? "" : "=\(rule.value)"
      return ["\(rule.option)\(value): \(rule.count) \(rule.count == 1 ? "place" : "places")"]
        + rule.samples.flatMap { ["  - " + visible($0.before), "  + " + visible($0.after)] }
    }
  }

  /// A line for each kind of damage: how often it was found, and how often it could be repaired.
  public static func lines(of damage: [Damage]) -> [String] {
    DamageKind.allCases.compactMap { kind in
      let ofKind = damage.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { return nil }
      let repaired = ofKind.count(where: \.isRepairable)
      return "\(kind.rawValue): \(ofKind.count) \(ofKind.count == 1 ? "place" : "places"), "
        + "\(repaired) repaired"
    }
  }

  private static func visible(_ string: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
        .surrogate:
        output.append(contentsOf: name(scalar))
      case .spaceSeparator where scalar != " ":
        output.append(contentsOf: name(scalar))
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  private static func name(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    "<\(RecordWriter.name(of: scalar.value))>".unicodeScalars
  }
}
