import WarraqFormats
import WarraqICU
public import WarraqTokenization

/// What a bench found out, to be written for programs or for people.
public struct BenchReport: Sendable {
  /// One measured way to do the work.
  public struct Row: Sendable {
    /// The kernel's name, or `byte-table`.
    public let kernel: String
    /// How it was called.
    public let api: BenchAPI
    /// The word boundaries; `nil` where the kernel has its own.
    public let profile: TokenizationProfile?
    /// Segments found, white space included.
    public let tokens: Int
    /// The median of the rounds, in 10^6 bytes of UTF-8 a second.
    public let speed: Double
    /// The best of the rounds.
    public let best: Double
    /// How many times as fast as ICU: the median of the rounds' ratios, each with ICU's time in the
    /// same round.
    public let ratioToICU: Double
    /// The same with the byte table.
    public let ratioToByteTable: Double
  }

  /// What was measured.
  public let stage: BenchStage
  /// Bytes of UTF-8 that each way was given.
  public let bytes: Int
  /// Rounds measured.
  public let rounds: Int
  /// ICU's version.
  public let icuVersion: String
  /// ICU's Unicode version.
  public let unicodeVersion: String
  /// The row of ICU itself; its API is the word break iterator's.
  public let icu: Row
  /// All other rows.
  public let rows: [Row]

  init(
    stage: BenchStage, bytes: Int, versions: ICUVersions, icu: RoundRobin.Times,
    byteTable: RoundRobin.Times, rows: [(TokenizeBench.Label, RoundRobin.Times)]
  ) {
    self.stage = stage
    self.bytes = bytes
    rounds = icu.rounds.count
    icuVersion = versions.icu
    unicodeVersion = versions.unicode
    func row(_ label: TokenizeBench.Label, _ times: RoundRobin.Times) -> Row {
      func ratio(to other: RoundRobin.Times) -> Double {
        median(zip(other.rounds, times.rounds).map { $0 / $1 })
      }
      return Row(
        kernel: label.kernel, api: label.api, profile: label.profile,
        tokens: times.pass.segments, speed: Double(bytes) / median(times.rounds) / 1e6,
        best: Double(bytes) / (times.rounds.min() ?? .infinity) / 1e6,
        ratioToICU: ratio(to: icu), ratioToByteTable: ratio(to: byteTable))
    }
    self.icu = row(TokenizeBench.Label(kernel: "icu", api: .batch), icu)
    self.rows = rows.map { row($0, $1) }
  }

  /// The rows as JSON Lines.
  public var json: [UInt8] {
    var json = JSONWriter()
    for row in rows {
      json.beginObject()
      json.field("stage", stage.rawValue)
      json.field("kernel", row.kernel)
      json.field("api", row.api.rawValue)
      json.field("profile", row.profile?.rawValue)
      json.field("bytes", bytes)
      json.field("tokens", row.tokens)
      json.field("rounds", rounds)
      for (name, value, decimals) in [
        ("mb_per_s", row.speed, 1), ("best_mb_per_s", row.best, 1),
        ("icu_mb_per_s", icu.speed, 1), ("ratio_icu", row.ratioToICU, 3),
        ("ratio_byte_table", row.ratioToByteTable, 3),
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
    let kernels = TokenizerKernel.available.map(\.rawValue).joined(separator: ", ")
    let head = """
      stage \(stage.rawValue): \(bytes) bytes of UTF-8, \(rounds) rounds
      ICU \(icuVersion) (Unicode \(unicodeVersion)); kernels of this machine: \(kernels)

      """
    var lines = [["kernel", "api", "profile", "tokens", "MB/s", "best", "x ICU", "x table"]]
    for row in [icu] + rows {
      lines.append([
        row.kernel, row.kernel == icu.kernel ? "ubrk" : row.api.rawValue,
        row.profile?.rawValue ?? "-", String(row.tokens), BenchTable.fixed(row.speed, 1),
        BenchTable.fixed(row.best, 1), BenchTable.fixed(row.ratioToICU, 2),
        BenchTable.fixed(row.ratioToByteTable, 2),
      ])
    }
    return Array((head + BenchTable.aligned(lines, namesFirst: 3)).utf8)
  }
}
