import WarraqText

/// How profile `arabic` changes the boundaries of UAX #29.
///
/// - Words are cut where the Arabic script begins or ends: 14آب, الـ15, الـCIA.
/// - `:`, quotes and a full stop do not join Arabic letters: قال:إن, كذا.وقال.
/// - Digits are joined by `.`, `,`, `٫`, `٬` and `’` only, and by `،` where three digits follow;
///   dates written with dots (5.11.2018) are cut at them.
/// - `_` does not join digits.
///
/// ``ReferenceSegmenter`` adds what spans several segments. All that is asked here looks at the
/// bytes around a place, never at where a segment began: so tokenizing may begin anew at any
/// token.
package final class ArabicTailoring: Sendable {
  private let table = ScalarTable.shared

  package init() {}

  private static let decimalSeparator: UInt32 = 0x066B

  /// Whether there is a boundary between two scalars that the annex joins.
  ///
  /// - Parameter start: Where their segment begins.
  package func cuts(
    _ before: WordBoundaries.Scalar, _ next: WordBoundaries.Scalar, from start: Int,
    in bytes: Span<UInt8>, end: Int
  ) -> Bool {
    if before.isArabic != next.isArabic { return true }
    switch (before.wordBreak, next.wordBreak) {
    case (.numeric, .extendNumLet), (.extendNumLet, .numeric):
      return true
    case (_, .numeric) where next.value == Self.decimalSeparator:
      let after = next.position + 2
      return before.wordBreak != .numeric || before.value == Self.decimalSeparator
        || !isDigit(bytes, at: after, end: end)
    case (.numeric, _) where before.value == Self.decimalSeparator:
      // It joined what stood before, so a digit follows; at the start of a token it is punctuation.
      return before.position == start
    default:
      return false
    }
  }

  /// Whether there are boundaries on both sides of a scalar that the annex joins to both.
  package func cutsAround(
    _ middle: WordBoundaries.Scalar, between before: WordBoundaries.Scalar,
    _ after: WordBoundaries.Scalar, in bytes: Span<UInt8>, end: Int
  ) -> Bool {
    guard before.wordBreak == .numeric else { return before.isArabic || after.isArabic }
    if before.value == Self.decimalSeparator || after.value == Self.decimalSeparator { return true }
    switch middle.value {
    case 0x2E: return isDotOfDate(bytes, at: middle.position, end: end)
    case 0x2C, 0x066C, 0x2019: return false  // , ٬ ’
    case 0x060C: return digits(bytes, from: after.position, end: end).count != 3
    default: return true
    }
  }

  // MARK: Digits

  private func isDigit(_ bytes: Span<UInt8>, at position: Int, end: Int) -> Bool {
    guard let decoded = bytes.checkedScalar(at: position, end: end) else { return false }
    return table[decoded.value].category == .digit
  }

  /// The digits from a position on, five at most, and where they end.
  private func digits(
    _ bytes: Span<UInt8>, from start: Int, end: Int
  ) -> (count: Int, end: Int) {
    var count = 0
    var position = start
    while count < 5, let decoded = bytes.checkedScalar(at: position, end: end),
      table[decoded.value].category == .digit
    {
      count += 1
      position += decoded.length
    }
    return (count, position)
  }

  /// The digits before a position, five at most, and where they begin.
  private func digits(_ bytes: Span<UInt8>, before end: Int) -> (count: Int, start: Int) {
    var count = 0
    var position = end
    while count < 5, position > 0 {
      let decoded = bytes.scalar(before: position)
      guard table[decoded.value].category == .digit else { break }
      count += 1
      position -= decoded.length
    }
    return (count, position)
  }

  /// Whether a full stop between digits is one of the two in `d.d.yyyy`.
  private func isDotOfDate(_ bytes: Span<UInt8>, at dot: Int, end: Int) -> Bool {
    let left = digits(bytes, before: dot)
    let right = digits(bytes, from: dot + 1, end: end)
    guard (1...2).contains(left.count) else { return false }
    if (1...2).contains(right.count) {
      return right.end < end && bytes[right.end] == UInt8(ascii: ".")
        && digits(bytes, from: right.end + 1, end: end).count == 4
    }
    return right.count == 4 && left.start > 0 && bytes[left.start - 1] == UInt8(ascii: ".")
      && (1...2).contains(digits(bytes, before: left.start - 1).count)
  }
}
