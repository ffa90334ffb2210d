import WarraqFormats
public import WarraqNormalization
import WarraqText

/// What a bench of the normalizer found out.
public struct NormalizeReport: Sendable {
  /// One kernel at one work.
  public struct Row: Sendable {
    /// The work: `search`, `dediacritize`, `clean`, `vocalized` or `vocalized_search`.
    public let work: String
    /// The kernel.
    public let kernel: NormalizationKernel
    /// Bytes of UTF-8 that went in.
    public let bytes: Int
    /// Bytes of UTF-8 that came out.
    public let outputBytes: Int
    /// Rounds measured.
    public let rounds: Int
    /// The median of the rounds without a map, in 10^6 bytes of UTF-8 a second.
    public let speed: Double
    /// The best of the rounds.
    public let best: Double
    /// The median with the map.
    public let speedWithMap: Double
    /// The median of ``Normalizer/normalize(_:)``, which allocates text and map.
    public let speedOfValue: Double
    /// ICU's median on the same text.
    public let icuSpeed: Double
    /// How many times as fast as ICU, without a map: the median of the rounds' ratios.
    public let ratioToICU: Double
    /// The same with the map.
    public let ratioWithMap: Double
    /// Speed with the map as a part of that without: the median of the rounds' ratios.
    public let mapRatio: Double
    /// Whether ICU's output is ours.
    public let equalsICU: Bool

    init(
      task: NormalizeBench.Task, kernel: NormalizationKernel, equalsICU: Bool,
      icu: RoundRobin.Times, ways: [RoundRobin.Times]
    ) {
      work = task.name
      self.kernel = kernel
      let bytes = task.text.count
      self.bytes = bytes
      self.equalsICU = equalsICU
      outputBytes = ways[0].pass.segments
      rounds = icu.rounds.count
      func speed(_ times: RoundRobin.Times) -> Double {
        Double(bytes) / median(times.rounds) / 1e6
      }
      func ratio(_ times: RoundRobin.Times, to other: RoundRobin.Times) -> Double {
        median(zip(other.rounds, times.rounds).map { $0 / $1 })
      }
      self.speed = speed(ways[0])
      best = Double(bytes) / (ways[0].rounds.min() ?? .infinity) / 1e6
      speedWithMap = speed(ways[1])
      speedOfValue = speed(ways[2])
      icuSpeed = speed(icu)
      ratioToICU = ratio(ways[0], to: icu)
      ratioWithMap = ratio(ways[1], to: icu)
      mapRatio = ratio(ways[1], to: ways[0])
    }
  }

  /// Bytes of the sample.
  public let bytes: Int
  /// A row for each work and kernel.
  public let rows: [Row]
  /// ICU's version.
  public let icuVersion: String

  /// The rows as JSON Lines.
  public var json: [UInt8] {
    var json = JSONWriter()
    for row in rows {
      json.beginObject()
      json.field("stage", BenchStage.normalize.rawValue)
      json.field("work", row.work)
      json.field("kernel", row.kernel.rawValue)
      json.field("bytes", row.bytes)
      json.field("output_bytes", row.outputBytes)
      json.field("rounds", row.rounds)
      for (name, value, decimals) in [
        ("mb_per_s", row.speed, 1), ("best_mb_per_s", row.best, 1),
        ("mb_per_s_with_map", row.speedWithMap, 1),
        ("mb_per_s_allocating", row.speedOfValue, 1), ("icu_mb_per_s", row.icuSpeed, 1),
        ("ratio_icu", row.ratioToICU, 3), ("ratio_icu_with_map", row.ratioWithMap, 3),
        ("ratio_map", row.mapRatio, 3),
      ] {
        json.key(name)
        json.number(BenchTable.rounded(value, decimals))
      }
      json.key("equals_icu")
      json.raw(Array((row.equalsICU ? "true" : "false").utf8)[...])
      json.field("icu", icuVersion)
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  /// The rows as a table for people.
  public var table: [UInt8] {
    let kernels = NormalizationKernel.available.map(\.rawValue).joined(separator: ", ")
    let head = """
      stage normalize: a sample of \(bytes) bytes of UTF-8
      ICU \(icuVersion), compiled transform rules; kernels of this machine: \(kernels)

      """
    var lines = [
      [
        "work", "kernel", "equals ICU", "bytes", "MB/s", "with map", "allocating", "ICU", "x ICU",
        "map/text",
      ]
    ]
    for row in rows {
      lines.append([
        row.work, row.kernel.rawValue, row.equalsICU ? "yes" : "no", String(row.bytes),
        BenchTable.fixed(row.speed, 1), BenchTable.fixed(row.speedWithMap, 1),
        BenchTable.fixed(row.speedOfValue, 1), BenchTable.fixed(row.icuSpeed, 1),
        BenchTable.fixed(row.ratioToICU, 2), BenchTable.fixed(row.mapRatio, 2),
      ])
    }
    return Array((head + BenchTable.aligned(lines, namesFirst: 3)).utf8)
  }
}
