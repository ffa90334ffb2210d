import WarraqFormats
import WarraqNormalization
import WarraqTokenization

/// How a report is written.
public enum BenchFormat: String, CaseIterable, Sendable {
  case table, json, markdown
}

extension BenchReport {
  /// The report in a format.
  public func written(as format: BenchFormat) -> [UInt8] {
    switch format {
    case .json: json
    case .table:
      Array((head + "\n" + BenchTable.aligned(lines, namesFirst: names) + foot).utf8)
    case .markdown:
      Array((head + "\n" + BenchTable.markdown(lines, namesFirst: names) + foot).utf8)
    }
  }

  /// The rows as JSON Lines, each with all that it depends on. What a baseline is saved as.
  public var json: [UInt8] {
    var json = JSONWriter()
    var yardstick = rows.first
    for (index, row) in rows.enumerated() {
      if row.isYardstick { yardstick = row }
      json.beginObject()
      json.field("stage", row.name.stage.rawValue)
      json.field("work", row.name.work)
      json.field("kernel", row.name.kernel)
      json.field("yardstick", row.name.yardstick)
      json.field("sample", digest)
      json.field("bytes", row.bytes)
      json.field("tokens", row.tokens)
      json.field("results", row.results)
      json.field("rounds", row.rounds)
      json.figure("ms", row.seconds.median * 1000)
      json.figure("mb_per_s", row.speed)
      json.figure("best_mb_per_s", row.best)
      json.figure("spread", row.seconds.spread)
      json.figure("mtokens_per_s", row.tokenSpeed)
      json.field("peak_memory", row.peakMemory)
      json.figure("yardstick_mb_per_s", yardstick?.speed ?? 0)
      json.figure("ratio", row.ratio.median)
      json.figure("ratio_low", row.ratio.low)
      json.figure("ratio_high", row.ratio.high)
      json.field("equals_yardstick", row.equalsYardstick)
      json.field("icu", icuVersion)
      if let verdict = verdicts?.rows[index] {
        json.key("baseline_ratio")
        if let ratio = verdict.baseline { json.number(ratio) } else { json.null() }
        json.field("verdict", verdict.verdict.rawValue)
      }
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  private var head: String {
    let kernels = TokenizerKernel.available.map(\.rawValue).joined(separator: ", ")
    let rounds = Set(rows.map(\.rounds)).sorted()
    let range =
      rounds.count > 1 ? "\(rounds[0]) to \(rounds[rounds.count - 1])" : "\(rounds.first ?? 0)"
    return """
      \(documents) document\(documents == 1 ? "" : "s"), \(bytes) bytes of UTF-8; \(range) rounds
      ICU \(icuVersion); kernels of this machine: \(kernels)

      """
  }

  private var names: Int { 3 }

  private var lines: [[String]] {
    var first = [
      "stage", "work", "kernel", "results", "MB/s", "best", "spread", "Mtokens/s", "peak MB",
      "x ICU", "same as ICU",
    ]
    if verdicts != nil { first += ["was", "verdict"] }
    return [first]
      + rows.enumerated().map { index, row in
        var line = [
          row.name.stage.rawValue, row.name.work, row.name.kernel ?? "-", String(row.results),
          BenchTable.fixed(row.speed, 1), BenchTable.fixed(row.best, 1),
          BenchTable.fixed(row.seconds.spread * 100, 1) + "%",
          BenchTable.fixed(row.tokenSpeed, 2),
          row.peakMemory.map { BenchTable.fixed(Double($0) / 1e6, 1) } ?? "-",
          row.isYardstick ? "-" : BenchTable.fixed(row.ratio.median, 2),
          row.equalsYardstick.map { $0 ? "yes" : "no" } ?? "-",
        ]
        if let verdicts {
          let verdict = verdicts.rows[index]
          line.append(verdict?.baseline.map { BenchTable.fixed($0, 2) } ?? "-")
          line.append(verdict?.verdict.rawValue ?? "-")
        }
        return line
      }
  }

  private var foot: String {
    guard let verdicts else { return "" }
    var text = "\n"
    for name in verdicts.missing {
      text +=
        "not measured, though in the baseline: \(name.stage.rawValue), \(name.work)"
        + (name.kernel.map { ", \($0)" } ?? "") + "\n"
    }
    let percent = BenchTable.fixed(verdicts.tolerance * 100, 1)
    return text
      + "slower or faster: the ratio to ICU changed by more than \(percent)%, and outside of where "
      + "rounds spread\n"
  }
}

extension JSONWriter {
  /// A member that is a measured figure: four digits that count.
  fileprivate mutating func figure(_ name: String, _ value: Double) {
    key(name)
    number(BenchTable.significant(value))
  }

  fileprivate mutating func field(_ name: String, _ value: Bool?) {
    key(name)
    guard let value else { return null() }
    raw(Array((value ? "true" : "false").utf8)[...])
  }
}
