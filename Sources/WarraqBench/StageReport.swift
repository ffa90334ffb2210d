import WarraqFormats
import WarraqICU

/// What a bench of a stage found out.
public struct StageReport: Sendable {
  /// One measured way.
  public struct Row: Sendable {
    /// What was done, for example `dates+tokens`.
    public let work: String
    /// What came out: tokens, expressions.
    public let results: Int
    /// The median of the rounds, in 10^6 bytes of UTF-8 a second.
    public let speed: Double
    /// The best of the rounds.
    public let best: Double
    /// How many times as fast as ICU's word breaks on the same bytes: the median of the rounds' ratios.
    public let ratioToICU: Double
  }

  /// What was measured.
  public let stage: BenchStage
  /// Bytes of UTF-8.
  public let bytes: Int
  /// Rounds measured.
  public let rounds: Int
  /// ICU's version.
  public let icuVersion: String
  /// ICU's word breaks.
  public let icu: Row
  /// The stage's rows.
  public let rows: [Row]

  init(
    stage: BenchStage, bytes: Int, versions: ICUVersions, icu: RoundRobin.Times,
    rows: [(String, RoundRobin.Times)]
  ) {
    self.stage = stage
    self.bytes = bytes
    rounds = icu.rounds.count
    icuVersion = versions.icu
    func row(_ name: String, _ times: RoundRobin.Times) -> Row {
      Row(
        work: name, results: times.pass.segments,
        speed: Double(bytes) / median(times.rounds) / 1e6,
        best: Double(bytes) / (times.rounds.min() ?? .infinity) / 1e6,
        ratioToICU: median(zip(icu.rounds, times.rounds).map { $0 / $1 }))
    }
    self.icu = row("icu-words", icu)
    self.rows = rows.map { row($0, $1) }
  }

  /// The rows as JSON Lines.
  public var json: [UInt8] {
    var json = JSONWriter()
    for row in rows {
      json.beginObject()
      json.field("stage", stage.rawValue)
      json.field("work", row.work)
      json.field("bytes", bytes)
      json.field("results", row.results)
      json.field("rounds", rounds)
      for (name, value, decimals) in [
        ("mb_per_s", row.speed, 1), ("best_mb_per_s", row.best, 1),
        ("icu_mb_per_s", icu.speed, 1), ("ratio_icu", row.ratioToICU, 3),
      ] {
        json.key(name)
        json.number(BenchTable.rounded(value, decimals))
      }
      json.field("icu", icuVersion)
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  /// The rows, ICU's first, as a table for people.
  public var table: [UInt8] {
    let head = """
      stage \(stage.rawValue): \(bytes) bytes of UTF-8, \(rounds) rounds; ICU \(icuVersion)

      """
    var lines = [["work", "results", "MB/s", "best", "x ICU"]]
    for row in [icu] + rows {
      lines.append([
        row.work, String(row.results), BenchTable.fixed(row.speed, 1),
        BenchTable.fixed(row.best, 1), BenchTable.fixed(row.ratioToICU, 2),
      ])
    }
    return Array((head + BenchTable.aligned(lines, namesFirst: 1)).utf8)
  }
}
