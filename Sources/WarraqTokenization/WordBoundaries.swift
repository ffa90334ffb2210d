// Word boundaries of UAX #29, Unicode 15.0 (revision 41), in plain Swift.
//
// This is the reference that every faster core is held against: one scalar at a time, one line a
// rule. `WordSegment` is the seam. A vector core has to produce the same segments, in the same
// order, with the same summaries; nothing above this file knows how they were found.

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
  package static let punctuation = CategorySet(.punctuation)
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
package struct WordBoundaries: Sendable {
  private let table = ScalarTable.shared

  package init() {}

  /// The segment that begins at a boundary.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - start: A word boundary before the end of `bytes`.
  /// - Complexity: O(length of the segment and of the scalar after it).
  package func segment(of bytes: Span<UInt8>, at start: Int) -> WordSegment {
    let decoded = bytes.scalar(at: start)
    let properties = table[decoded.value]
    var end = start + decoded.length
    var segment = WordSegment(
      range: start..<end, first: properties.category, categories: CategorySet(properties.category))

    // WB3, WB3a: a line break stands alone, CR LF together.
    switch properties.wordBreak {
    case .cr:
      if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
      segment.range = start..<end
      return segment
    case .lf, .newline:
      return segment
    default: break
    }

    // `before` is the class that the rules see once WB4 has skipped marks, `last` the one just
    // before, whatever it is.
    var before = properties.wordBreak
    var last = before
    var regionalIndicators = before == .regionalIndicator ? 1 : 0
    while end < bytes.count {
      let decoded = bytes.scalar(at: end)
      let next = table[decoded.value]
      if next.wordBreak.isSkipped {  // WB4
        end += decoded.length
        last = next.wordBreak
      } else if before == .aLetter, next.wordBreak == .aLetter {  // WB5, the common case
        end += decoded.length
        last = .aLetter
      } else if mayJoinThrough(before, next.wordBreak),
        let after = unskipped(from: end + decoded.length, in: bytes),
        joinsThrough(before, next.wordBreak, after.properties.wordBreak)
      {
        segment.categories.insert(CategorySet(after.properties.category))
        end = after.end
        before = after.properties.wordBreak
        last = before
      } else if joins(last, before, next, regionalIndicators) {
        end += decoded.length
        before = next.wordBreak
        last = before
        if before == .regionalIndicator { regionalIndicators += 1 }
      } else {
        break
      }
      segment.categories.insert(CategorySet(next.category))
    }
    segment.range = start..<end
    return segment
  }

  /// Whether there is no boundary between two scalars, by the rules that look at two classes.
  ///
  /// `last` is the class just before, `before` the one that WB4 leaves; `next` is not skipped.
  private func joins(
    _ last: WordBreakClass, _ before: WordBreakClass, _ next: ScalarProperties,
    _ regionalIndicators: Int
  ) -> Bool {
    switch (before, next.wordBreak) {
    case (_, .cr), (_, .lf), (_, .newline): false  // WB3b
    case _ where last == .zwj && next.isPictographic: true  // WB3c
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

  /// Whether a class may join its neighbours on both sides, so that one more class must be read.
  private func mayJoinThrough(_ before: WordBreakClass, _ middle: WordBreakClass) -> Bool {
    switch middle {
    case .midLetter, .midNumLet, .midNum, .singleQuote:
      before == .aLetter || before == .hebrewLetter || before == .numeric
    case .doubleQuote: before == .hebrewLetter
    default: false
    }
  }

  /// Whether there is no boundary on either side of a middle class, by the rules that look at
  /// three.
  private func joinsThrough(
    _ before: WordBreakClass, _ middle: WordBreakClass, _ after: WordBreakClass
  ) -> Bool {
    let letterBefore = before == .aLetter || before == .hebrewLetter
    let letterAfter = after == .aLetter || after == .hebrewLetter
    return switch middle {
    case .midLetter: letterBefore && letterAfter  // WB6, WB7
    case .midNumLet, .singleQuote:
      letterBefore && letterAfter  // WB6, WB7
        || before == .numeric && after == .numeric  // WB11, WB12
    case .doubleQuote: before == .hebrewLetter && after == .hebrewLetter  // WB7b, WB7c
    case .midNum: before == .numeric && after == .numeric  // WB11, WB12
    default: false
    }
  }

  /// The first scalar at or after a position that WB4 does not skip, and where it ends.
  private func unskipped(
    from start: Int, in bytes: Span<UInt8>
  ) -> (properties: ScalarProperties, end: Int)? {
    var position = start
    while position < bytes.count {
      let decoded = bytes.scalar(at: position)
      position += decoded.length
      let properties = table[decoded.value]
      if !properties.wordBreak.isSkipped { return (properties, position) }
    }
    return nil
  }
}

extension WordBreakClass {
  /// Whether rule WB4 ignores the class after another one.
  fileprivate var isSkipped: Bool { self == .extend || self == .format || self == .zwj }
}
