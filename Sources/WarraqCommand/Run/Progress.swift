import WarraqFormats

/// The line that tells a person at a terminal how far a run is.
final class Progress {
  private let usesEscapes: Bool
  private let usesColor: Bool
  private let total: Int
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var isShown = false
  private var firstBytes: Int?
  private var firstDocuments = 0

  private static let interval = Duration.milliseconds(200)

  /// - Parameters:
  ///   - total: Bytes of all inputs; 0 where that is not known.
  ///   - usesColor: Whether failures are shown in red.
  ///   - usesEscapes: Whether the terminal understands more than text.
  init(total: Int, usesColor: Bool, usesEscapes: Bool) {
    self.total = total
    self.usesColor = usesColor
    self.usesEscapes = usesEscapes
  }

  /// Shows how far the run is, where it was not shown a moment ago.
  func update(_ counts: Ledger.Counts, bytes: Int) {
    if firstBytes == nil { (firstBytes, firstDocuments) = (bytes, counts.documents) }
    let now = ContinuousClock.now
    guard !isShown || now - shown >= Self.interval else { return }
    shown = now
    isShown = true
    write((usesEscapes ? "\r\u{1B}[K" : "\r") + line(counts, bytes, elapsed: now - start))
  }

  /// Takes the line away, so that something else can be told.
  func clear() {
    guard isShown else { return }
    isShown = false
    write(usesEscapes ? "\r\u{1B}[K" : "\r" + String(repeating: " ", count: 78) + "\r")
  }

  private func line(_ counts: Ledger.Counts, _ bytes: Int, elapsed: Duration) -> String {
    let seconds = max(elapsed / .seconds(1), 0.001)
    let read = Double(bytes - (firstBytes ?? 0))
    let documents = Double(counts.documents - firstDocuments)
    var parts = ["\(counts.documents) docs"]
    if total > 0 { parts.append("\(min(100, bytes * 100 / total))%") }
    parts.append("\(Int(documents / seconds)) docs/s")
    parts.append("\(Self.decimal(read / seconds / 1e6)) MB/s")
    if total > bytes, read > 0 {
      parts.append("ETA \(Self.clock(Double(total - bytes) * seconds / read))")
    }
    if counts.faults > 0 {
      let failed = "\(counts.faults) failed"
      parts.append(usesColor ? "\u{1B}[31m\(failed)\u{1B}[0m" : failed)
    }
    let text = parts.joined(separator: "  ")
    // Without escapes what stood there before has to be written over.
    return usesEscapes ? text : text + String(repeating: " ", count: max(0, 78 - text.utf8.count))
  }

  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(), 359_999))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return (hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)") + ":\(two(whole % 60))"
  }

  private func write(_ text: String) {
    try? SystemFile.standardError.write(Array(text.utf8))
  }
}
