// Word boundaries of UAX #29, Unicode 15.0 (revision 41), in plain Swift.
//
// This is the reference that every faster core is held against: one scalar at a time, one line a
// rule. The kernels call on it wherever they meet what they do not know.

package import WarraqText

/// What scalars a segment holds, as a set of categories.
package struct CategorySet: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package init(_ category: ScalarCategory) {
    rawValue = 1 << UInt16(category.rawValue)
  }

  package static let arabicLetter = CategorySet(.arabicLetter)
  package static let mark = CategorySet(.mark)
  package static let letter = CategorySet(.letter)
  package static let digit = CategorySet(.digit)
  package static let emoji = CategorySet(.emoji)
}

/// One segment between two neighbouring word boundaries.
package struct WordSegment: Sendable {
  /// UTF-8 bytes, half open.
  package var range: Range<Int>
  /// Category of the first scalar.
  package var first: ScalarCategory
  /// Categories of all scalars.
  package var categories: CategorySet
}

/// Finds word segments, one call each.
package final class WordBoundaries: Sendable {
  private let table = ScalarTable.shared
  private let tailoring: ArabicTailoring?

  /// Boundaries of the annex, or as a tailoring changes them.
  package init(tailoring: ArabicTailoring? = nil) {
    self.tailoring = tailoring
  }

  /// A scalar as the rules see it.
  package struct Scalar {
    /// Its first byte.
    package var position: Int
    package var value: UInt32
    package var properties: ScalarProperties

    package var wordBreak: WordBreakClass { properties.wordBreak }
    /// Whether it is a letter of the Arabic script.
    package var isArabic: Bool { properties.category == .arabicLetter }
  }

  /// The segment that begins at a boundary.
  ///
  /// - Parameters:
  ///   - bytes: Text; where it stops to be valid UTF-8 it ends.
  ///   - start: A word boundary before `end`.
  ///   - end: Where the text ends.
  /// - Returns: `nil` where no scalar begins at `start`.
  /// - Complexity: O(length of the segment and of the scalar after it).
  package func segment(of bytes: Span<UInt8>, at start: Int, end: Int) -> WordSegment? {
    guard let decoded = bytes.checkedScalar(at: start, end: end) else { return nil }
    var position = start + decoded.length
    // `before` is the scalar that the rules see once WB4 has skipped marks, `last` the class just
    // before, whatever it is.
    var before = Scalar(
      position: start, value: decoded.value, properties: table[decoded.value])
    var segment = WordSegment(
      range: start..<position, first: before.properties.category,
      categories: CategorySet(before.properties.category))

    // WB3, WB3a: a line break stands alone, CR LF together.
    switch before.wordBreak {
    case .cr:
      if position < end, bytes[position] == UInt8(ascii: "\n") { position += 1 }
      segment.range = start..<position
      return segment
    case .lf, .newline:
      return segment
    default: break
    }

    var last = before.wordBreak
    var regionalIndicators = before.wordBreak == .regionalIndicator ? 1 : 0
    while let decoded = bytes.checkedScalar(at: position, end: end) {
      let next = Scalar(position: position, value: decoded.value, properties: table[decoded.value])
      let following = position + decoded.length
      if next.wordBreak.isSkipped {  // WB4
        position = following
        last = next.wordBreak
      } else if next.wordBreak == .aLetter, before.wordBreak == .aLetter,
        next.isArabic == before.isArabic
      {  // WB5, the common case, which no tailoring changes
        position = following
        before = next
        last = .aLetter
      } else if mayJoinThrough(before, next),
        let after = unskipped(from: following, in: bytes, end: end),
        joinsThrough(before, next, after.scalar, in: bytes, end: end)
      {
        segment.categories.insert(CategorySet(after.scalar.properties.category))
        position = after.end
        before = after.scalar
        last = before.wordBreak
      } else if joins(last, before, next, regionalIndicators),
        tailoring?.cuts(before, next, from: start, in: bytes, end: end) != true
      {
        position = following
        before = next
        last = next.wordBreak
        if last == .regionalIndicator { regionalIndicators += 1 }
      } else {
        break
      }
      segment.categories.insert(CategorySet(next.properties.category))
    }
    segment.range = start..<position
    return segment
  }

  /// Whether there is no boundary between two scalars, by the rules that look at two classes.
  ///
  /// `last` is the class just before, `before` the one that WB4 leaves; `next` is not skipped.
  private func joins(
    _ last: WordBreakClass, _ before: Scalar, _ next: Scalar, _ regionalIndicators: Int
  ) -> Bool {
    switch (before.wordBreak, next.wordBreak) {
    case (_, .cr), (_, .lf), (_, .newline): false  // WB3b
    case _ where last == .zwj && next.properties.isPictographic: true  // WB3c
    case (_, .wSegSpace): last == .wSegSpace  // WB3d
    case (.aLetter, .aLetter), (.aLetter, .hebrewLetter): true  // WB5
    case (.hebrewLetter, .aLetter), (.hebrewLetter, .hebrewLetter): true  // WB5
    case (.hebrewLetter, .singleQuote): true  // WB7a
    case (.numeric, .numeric): true  // WB8
    case (.aLetter, .numeric), (.hebrewLetter, .numeric): true  // WB9
    case (.numeric, .aLetter), (.numeric, .hebrewLetter): true  // WB10
    case (.katakana, .katakana): true  // WB13
    case (.aLetter, .extendNumLet), (.hebrewLetter, .extendNumLet): true  // WB13a
    case (.numeric, .extendNumLet), (.katakana, .extendNumLet): true  // WB13a
    case (.extendNumLet, .extendNumLet): true  // WB13a
    case (.extendNumLet, .aLetter), (.extendNumLet, .hebrewLetter): true  // WB13b
    case (.extendNumLet, .numeric), (.extendNumLet, .katakana): true  // WB13b
    case (.regionalIndicator, .regionalIndicator): regionalIndicators % 2 == 1  // WB15, WB16
    default: false  // WB999
    }
  }

  /// Whether a scalar may join its neighbours on both sides, so that one more must be read.
  private func mayJoinThrough(_ before: Scalar, _ middle: Scalar) -> Bool {
    switch middle.wordBreak {
    case .midLetter, .midNumLet, .midNum, .singleQuote:
      before.wordBreak == .aLetter || before.wordBreak == .hebrewLetter
        || before.wordBreak == .numeric
    case .doubleQuote: before.wordBreak == .hebrewLetter
    default: false
    }
  }

  /// Whether there is no boundary on either side of a middle scalar, by the rules that look at
  /// three.
  private func joinsThrough(
    _ before: Scalar, _ middle: Scalar, _ after: Scalar, in bytes: Span<UInt8>, end: Int
  ) -> Bool {
    let letterBefore = before.wordBreak == .aLetter || before.wordBreak == .hebrewLetter
    let letterAfter = after.wordBreak == .aLetter || after.wordBreak == .hebrewLetter
    let numeric = before.wordBreak == .numeric && after.wordBreak == .numeric
    let joins =
      switch middle.wordBreak {
      case .midLetter: letterBefore && letterAfter  // WB6, WB7
      case .midNumLet, .singleQuote: letterBefore && letterAfter || numeric  // WB6, WB7, WB11, WB12
      case .doubleQuote: before.wordBreak == .hebrewLetter && after.wordBreak == .hebrewLetter
      // WB7b, WB7c
      case .midNum: numeric  // WB11, WB12
      default: false
      }
    guard joins, let tailoring else { return joins }
    return !tailoring.cutsAround(middle, between: before, after, in: bytes, end: end)
  }

  /// The first scalar at or after a position that WB4 does not skip, and where it ends.
  private func unskipped(
    from start: Int, in bytes: Span<UInt8>, end: Int
  ) -> (scalar: Scalar, end: Int)? {
    var position = start
    while let decoded = bytes.checkedScalar(at: position, end: end) {
      let properties = table[decoded.value]
      let next = position + decoded.length
      if !properties.wordBreak.isSkipped {
        return (Scalar(position: position, value: decoded.value, properties: properties), next)
      }
      position = next
    }
    return nil
  }
}

extension WordBreakClass {
  /// Whether rule WB4 ignores the class after another one.
  package var isSkipped: Bool { self == .extend || self == .format || self == .zwj }
}
