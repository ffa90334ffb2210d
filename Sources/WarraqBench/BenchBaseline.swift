public import WarraqFormats

/// Ratios that were measured before: a report as JSON Lines, read back.
public struct BenchBaseline: Sendable {
  /// The rows in their order, ICU's left out.
  public private(set) var names: [BenchRow.Name] = []
  /// Their ratios to the yardstick.
  public private(set) var ratios: [BenchRow.Name: Quartiles] = [:]

  /// Reads a baseline.
  ///
  /// - Throws: ``BenchError/baseline(path:line:message:)`` where the file cannot be read, is no
  ///   report, or is one of another text.
  public init(reading path: FilePath, for sample: BenchSample) throws(BenchError) {
    let bytes: [UInt8]
    do {
      bytes = try SystemFile.reading(path).contents(limit: 1 << 26)
    } catch {
      throw .baseline(path: path.description, line: nil, message: error.description)
    }
    try self.init(bytes, path: path.description, digest: sample.digest)
  }

  /// A baseline of the bytes of a report.
  init(_ bytes: [UInt8], path: String, digest: String) throws(BenchError) {
    var line = 0
    for content in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      guard !content.isEmpty else { continue }
      func fault(_ message: String) -> BenchError {
        .baseline(path: path, line: line, message: message)
      }
      let row: JSONValue
      do {
        row = try JSONValue(Array(content))
      } catch {
        throw fault(error.description)
      }
      guard let stage = row["stage"]?.text.flatMap(BenchStage.init(rawValue:)),
        let work = row["work"]?.text, let yardstick = row["yardstick"]?.text,
        let ratio = row["ratio"]?.number, let low = row["ratio_low"]?.number,
        let high = row["ratio_high"]?.number, let sample = row["sample"]?.text,
        low > 0, low <= ratio, ratio <= high
      else { throw fault("not a row of a report that \"warraq bench\" has written") }
      guard sample == digest else {
        throw fault("the baseline was measured on another text")
      }
      let name = BenchRow.Name(
        stage: stage, work: work, kernel: row["kernel"]?.text, yardstick: yardstick)
      guard name.kernel != "icu" else { continue }
      names.append(name)
      ratios[name] = Quartiles(low: low, median: ratio, high: high)
    }
    guard !names.isEmpty else {
      throw .baseline(path: path, line: nil, message: "the baseline has no rows")
    }
  }
}
