import Synchronization
public import WarraqText

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
///
/// The map is made with the text, in a form that takes one bit a byte of the source.
/// ``sourceScalarOffsets`` writes it out once it is asked for, in Unicode scalars;
/// ``sourceUTF8Range(of:)`` answers in bytes without that.
public struct OffsetMap: Sendable, Hashable {
  private let storage: Storage

  private enum Storage: Sendable {
    case offsets([Int])
    case compact(CompactOffsets)
  }

  /// The map of a text to itself.
  ///
  /// - Complexity: O(1).
  init(identityOf text: SourceText) {
    storage = .compact(CompactOffsets(identityOf: text))
  }

  /// A map from the output scalars' origins and the number of source scalars.
  package init(origins: [Int], sourceCount: Int) {
    storage = .offsets(origins + [sourceCount])
  }

  /// A map as a pass over the text has made it.
  init(_ compact: CompactOffsets) {
    storage = .compact(compact)
  }

  private init(sourceScalarOffsets: [Int]) {
    storage = .offsets(sourceScalarOffsets)
  }

  /// The source scalar that each output scalar comes from, then the length of the source.
  ///
  /// For an output of *n* Unicode scalars, *n* + 1 offsets in Unicode scalars of the source, never
  /// decreasing.
  ///
  /// - Complexity: O(length of the source) when first asked for, then O(1).
  public var sourceScalarOffsets: [Int] {
    switch storage {
    case .offsets(let offsets): offsets
    case .compact(let compact): compact.scalarOffsets
    }
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
  /// - Complexity: O(1) once ``sourceScalarOffsets`` were asked for, plus the length of the output
  ///   that shares the last scalar's origin.
  public func sourceRange(of range: Range<NormalizedOffset>) -> Range<Int> {
    let offsets = sourceScalarOffsets
    let start = offsets[range.lowerBound.value]
    guard !range.isEmpty else { return start..<start }
    var next = range.upperBound.value
    let last = offsets[next - 1]
    while offsets[next] <= last { next += 1 }
    return start..<offsets[next]
  }

  /// The part of the source that a part of the normalized text stands for, in UTF-8 bytes of both.
  ///
  /// The same part as ``sourceRange(of:)`` gives. A map that was composed, or was made by
  /// ``NormalizationKernel/reference``, knows scalars only.
  ///
  /// - Parameter range: Bytes of the normalized text, from the start of one scalar to that of another.
  /// - Returns: A range of the source; `nil` where the map knows scalars only.
  /// - Complexity: O(log *n*), plus the length of the output that shares the last scalar's origin; for
  ///   the first range also O(*n* / 64).
  public func sourceUTF8Range(of range: Range<Int>) -> TextRange? {
    guard case .compact(let compact) = storage else { return nil }
    return TextRange(utf8: compact.sourceRange(of: range))
  }

  /// The map of a text that was normalized twice.
  ///
  /// - Parameter second: The second step's map; its source is the output of this map's step.
  /// - Returns: A map from the second step's output to this map's source.
  /// - Complexity: O(*n*) in the second output.
  public func composed(with second: OffsetMap) -> OffsetMap {
    let offsets = sourceScalarOffsets
    let secondOffsets = second.sourceScalarOffsets
    precondition(
      secondOffsets.last == offsets.count - 1, "the second map is not of this map's output")
    return OffsetMap(sourceScalarOffsets: secondOffsets.map { offsets[$0] })
  }

  /// Whether both maps have the same offsets.
  public static func == (left: OffsetMap, right: OffsetMap) -> Bool {
    left.sourceScalarOffsets == right.sourceScalarOffsets
  }

  /// Feeds the offsets.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(sourceScalarOffsets)
  }
}
