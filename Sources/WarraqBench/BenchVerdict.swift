/// How a row stands beside its baseline.
public enum BenchVerdict: String, Sendable {
  case slower, same, faster
  /// The baseline does not have it.
  case new

  /// Judges by the ratios to the yardstick, which the machine's mood moves least: faster or slower is
  /// what changed by more than the tolerance and lies outside of where both spread.
  ///
  /// - Parameter tolerance: The part that a ratio may change by, 0.1 for a tenth.
  public init(now: Quartiles, baseline: Quartiles, tolerance: Double) {
    if now.median < baseline.median * (1 - tolerance), now.high < baseline.low {
      self = .slower
    } else if now.median * (1 - tolerance) > baseline.median, now.low > baseline.high {
      self = .faster
    } else {
      self = .same
    }
  }
}

/// What comes of holding a report against a baseline.
public struct BenchVerdicts: Sendable {
  /// The part that ratios may change by.
  public let tolerance: Double
  /// A verdict for each row, and the baseline's ratio; `nil` for the yardsticks' own rows.
  public let rows: [(verdict: BenchVerdict, baseline: Double?)?]
  /// Rows of the baseline that were not measured, though their stage was.
  public let missing: [BenchRow.Name]

  /// Whether a row is slower.
  public var isSlower: Bool { rows.contains { $0?.verdict == .slower } }

  /// Holds rows against a baseline.
  public init(_ rows: [BenchRow], _ baseline: BenchBaseline, tolerance: Double) {
    self.tolerance = tolerance
    self.rows = rows.map { row in
      guard !row.isYardstick else { return nil }
      guard let ratio = baseline.ratios[row.name] else { return (.new, nil) }
      return (BenchVerdict(now: row.ratio, baseline: ratio, tolerance: tolerance), ratio.median)
    }
    let measured = Set(rows.map(\.name))
    let stages = Set(rows.map(\.name.stage))
    missing = baseline.names.filter { stages.contains($0.stage) && !measured.contains($0) }
  }
}
