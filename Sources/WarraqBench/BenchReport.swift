import WarraqFormats
import WarraqText

/// One measured way to do work.
public struct BenchRow: Sendable {
  /// What names a row, in a report and in the baseline that it is held against.
  public struct Name: Hashable, Sendable {
    /// The stage.
    public var stage: BenchStage
    /// What was done, for example `dates+tokens`.
    public var work: String
    /// What did it: the name of a kernel, `icu`; `nil` where there is but one way.
    public var kernel: String?
    /// What ICU did for the ratio.
    public var yardstick: String
  }

  /// What names it.
  public var name: Name
  /// Bytes of UTF-8 that it was given.
  public var bytes: Int
  /// Words, numbers and marks of the text.
  public var tokens: Int
  /// What came out: tokens, expressions, bytes.
  public var results: Int
  /// Rounds measured.
  public var rounds: Int
  /// Seconds that one run over the text took.
  public var seconds: Quartiles
  /// The shortest of the rounds.
  public var fastest: Double
  /// How many times as fast as the yardstick, of each round's times.
  public var ratio: Quartiles
  /// Bytes that the process had resident at most while it ran first, the text included; `nil` where
  /// the system does not tell.
  public var peakMemory: Int?
  /// Whether ICU's output is the same; `nil` where that is not asked.
  public var equalsYardstick: Bool?

  /// The median, in 10^6 bytes of UTF-8 a second.
  public var speed: Double { Double(bytes) / seconds.median / 1e6 }
  /// The best of the rounds.
  public var best: Double { Double(bytes) / fastest / 1e6 }
  /// The median, in 10^6 tokens a second.
  public var tokenSpeed: Double { Double(tokens) / seconds.median / 1e6 }
  /// Whether it is ICU's own.
  public var isYardstick: Bool { name.kernel == "icu" }
}

extension BenchRow {
  init(
    _ comparison: BenchComparison, _ found: BenchCase, tokens: Int, times: RoundRobin.Times,
    yardstick: RoundRobin.Times
  ) {
    self.init(
      name: Name(
        stage: comparison.stage, work: found.work, kernel: found.kernel,
        yardstick: comparison.yardstick.work),
      bytes: comparison.text.count, tokens: tokens, results: times.pass.results,
      rounds: times.rounds.count, seconds: Quartiles(of: times.rounds),
      fastest: times.rounds.min() ?? .infinity,
      ratio: Quartiles(of: zip(yardstick.rounds, times.rounds).map { $0 / $1 }),
      peakMemory: times.peakMemory, equalsYardstick: found.equalsYardstick)
  }
}

/// What a bench found out.
public struct BenchReport: Sendable {
  /// Bytes of the sample.
  public var bytes: Int
  /// Its documents.
  public var documents: Int
  /// SHA-256 of its text.
  public var digest: String
  /// ICU's version.
  public var icuVersion: String
  /// All rows, each comparison's with ICU's first.
  public var rows: [BenchRow]
  /// What a baseline said; `nil` where none was asked.
  public var verdicts: BenchVerdicts?
}
