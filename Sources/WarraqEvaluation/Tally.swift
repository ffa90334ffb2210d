/// Counts from which precision, recall and F1 follow; those of documents add up.
///
/// Whole numbers for sets of spans; sums of shares for B-cubed.
public struct Tally: Hashable, Sendable {
  /// Items of the gold.
  public var gold = 0.0
  /// How many of them were found.
  public var found = 0.0
  /// Items of the predictions.
  public var predicted = 0.0
  /// How many of them are right.
  public var right = 0.0

  /// Nothing counted yet.
  public init() {}

  init(gold: Int, found: Int, predicted: Int, right: Int) {
    self.gold = Double(gold)
    self.found = Double(found)
    self.predicted = Double(predicted)
    self.right = Double(right)
  }

  /// The share of the predictions that are right; 1 where there are none and there should be none.
  public var precision: Double { predicted > 0 ? right / predicted : gold > 0 ? 0 : 1 }
  /// The share of the gold that was found.
  public var recall: Double { gold > 0 ? found / gold : predicted > 0 ? 0 : 1 }
  /// The harmonic mean of both.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  static func += (left: inout Tally, right: Tally) {
    left.gold += right.gold
    left.found += right.found
    left.predicted += right.predicted
    left.right += right.right
  }
}

/// What is measured: a layer, the way of matching, and a type or `all`.
public struct Measure: Hashable, Sendable, Comparable {
  /// The layers, in the order of reports.
  public enum Layer: String, CaseIterable, Sendable {
    case entities, timexes, sentences, structure, quotes
  }

  /// What kind of annotation is measured.
  public var layer: Layer
  /// How spans are matched, or which part of the structure it is.
  public var match: String
  /// An entity type, a kind of region, or `all`.
  public var type: String
  /// Where it stands among those of its layer.
  private var rank: Int

  init(_ layer: Layer, _ match: String, _ type: String = "all", rank: Int) {
    self.layer = layer
    self.match = match
    self.type = type
    self.rank = rank
  }

  /// Layer, match and type, as programs name the measure.
  public var name: String { "\(layer.rawValue).\(match).\(type)" }

  /// The order of reports.
  public static func < (left: Measure, right: Measure) -> Bool {
    let order = Layer.allCases
    let (l, r) = (order.firstIndex(of: left.layer) ?? 0, order.firstIndex(of: right.layer) ?? 0)
    if l != r { return l < r }
    if left.rank != right.rank { return left.rank < right.rank }
    if (left.type == "all") != (right.type == "all") { return left.type == "all" }
    return left.type < right.type
  }
}
