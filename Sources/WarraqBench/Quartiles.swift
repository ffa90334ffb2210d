/// The middle of some measurements, and how far they spread: half of them lie between the quartiles.
public struct Quartiles: Hashable, Sendable {
  /// A quarter of the values lies below.
  public var low: Double
  /// The value in the middle.
  public var median: Double
  /// A quarter of the values lies above.
  public var high: Double

  /// Quartiles that are known.
  public init(low: Double, median: Double, high: Double) {
    self.low = low
    self.median = median
    self.high = high
  }

  /// Those of some values, one at least; between two values in proportion.
  ///
  /// - Complexity: O(*n* log *n*).
  init(of values: [Double]) {
    precondition(!values.isEmpty)
    let sorted = values.sorted()
    func value(at part: Double) -> Double {
      let place = part * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
    self.init(low: value(at: 0.25), median: value(at: 0.5), high: value(at: 0.75))
  }

  /// The distance of the quartiles as a part of the median.
  public var spread: Double { median == 0 ? 0 : (high - low) / median }
}
