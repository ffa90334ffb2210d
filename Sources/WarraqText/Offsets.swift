/// A position in the original text, counted in UTF-8 bytes from its start.
///
/// The internal index of everything Warraq reports. Other units are made from it on export by
/// ``OffsetIndex``.
public struct UTF8Offset: Comparable, Hashable, Sendable {
  /// UTF-8 bytes before the position.
  public var value: Int

  /// The position after `value` bytes.
  @inlinable
  public init(_ value: Int) {
    self.value = value
  }

  /// Whether the left position stands earlier in the text.
  @inlinable
  public static func < (left: UTF8Offset, right: UTF8Offset) -> Bool {
    left.value < right.value
  }
}

/// A half-open range of the original text, in UTF-8 bytes.
public typealias TextRange = Range<UTF8Offset>

extension TextRange {
  /// The range between two byte counts.
  @inlinable
  public init(utf8 range: Range<Int>) {
    self = UTF8Offset(range.lowerBound)..<UTF8Offset(range.upperBound)
  }

  /// The same range as plain byte counts.
  @inlinable
  public var utf8: Range<Int> { lowerBound.value..<upperBound.value }
}

/// The unit that offsets are exported in.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode scalar values (code points): what Python's `str` indexes.
  case scalar
  /// UTF-8 bytes of the decoded text.
  case utf8
  /// UTF-16 code units: what JavaScript, Java and C# index.
  case utf16
}
