/// A position in a normalized text, counted in Unicode scalars from its start.
public struct NormalizedOffset: Comparable, Hashable, Sendable {
  /// Unicode scalars of the normalized text before the position.
  public var value: Int

  /// The position after `value` scalars.
  public init(_ value: Int) {
    self.value = value
  }

  /// Whether the left position stands earlier in the text.
  public static func < (left: NormalizedOffset, right: NormalizedOffset) -> Bool {
    left.value < right.value
  }
}

/// Where each Unicode scalar of a normalized text came from.
///
/// - A deleted scalar belongs to the output scalar before it; those deleted at the very start
///   belong to none.
/// - One source scalar that gives several: all of them map to it. Several that give one: it maps
///   to the first. In a combining sequence that composition changed, every output scalar maps to
///   the start of the sequence.
public struct OffsetMap: Sendable, Hashable {
  /// The source scalar that each output scalar comes from, then the length of the source.
  ///
  /// For an output of *n* Unicode scalars, *n* + 1 offsets in Unicode scalars of the source, never
  /// decreasing.
  public let sourceScalarOffsets: [Int]

  /// The map of a text of `count` Unicode scalars to itself.
  ///
  /// - Complexity: O(*n*).
  init(identityOf count: Int) {
    sourceScalarOffsets = Array(0...count)
  }

  /// A map from the output scalars' origins and the number of source scalars.
  package init(origins: [Int], sourceCount: Int) {
    sourceScalarOffsets = origins + [sourceCount]
  }

  private init(sourceScalarOffsets: [Int]) {
    self.sourceScalarOffsets = sourceScalarOffsets
  }

  /// Number of Unicode scalars of the normalized text.
  public var normalizedCount: Int { sourceScalarOffsets.count - 1 }

  /// Number of Unicode scalars of the source.
  public var sourceCount: Int { sourceScalarOffsets[normalizedCount] }

  /// The part of the source that a part of the normalized text stands for.
  ///
  /// It holds whole letters with their marks, and never half a ligature. An empty range gives the
  /// empty range at its source position.
  ///
  /// - Parameter range: A range of the normalized text.
  /// - Returns: A range of the source, in Unicode scalars.
  /// - Complexity: O(1), plus the length of the output that shares the last scalar's origin.
  public func sourceRange(of range: Range<NormalizedOffset>) -> Range<Int> {
    let start = sourceScalarOffsets[range.lowerBound.value]
    guard !range.isEmpty else { return start..<start }
    var next = range.upperBound.value
    let last = sourceScalarOffsets[next - 1]
    while sourceScalarOffsets[next] <= last { next += 1 }
    return start..<sourceScalarOffsets[next]
  }

  /// The map of a text that was normalized twice.
  ///
  /// - Parameter second: The second step's map; its source is the output of this map's step.
  /// - Returns: A map from the second step's output to this map's source.
  /// - Complexity: O(*n*) in the second output.
  public func composed(with second: OffsetMap) -> OffsetMap {
    precondition(
      second.sourceCount == normalizedCount, "the second map is not of this map's output")
    return OffsetMap(
      sourceScalarOffsets: second.sourceScalarOffsets.map { sourceScalarOffsets[$0] })
  }
}
