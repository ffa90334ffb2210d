import WarraqText

/// The segments of a text, one scalar at a time: what the kernels must give, and what they call on.
///
/// In profile `arabic` these go beyond the boundaries of ``ArabicTailoring``:
///
/// - URLs, e-mail addresses, #hashtags and @mentions are one token.
/// - An abbreviation takes its full stops (د. أ.د. ق.م.) when the line goes on.
/// - A percent sign belongs to the number before it.
/// - Format controls at the end of a token are cut off and count as space.
package final class ReferenceSegmenter: Sendable {
  /// Which boundaries are drawn.
  package let profile: TokenizationProfile
  private let boundaries: WordBoundaries
  private let table = ScalarTable.shared

  package init(_ profile: TokenizationProfile) {
    self.profile = profile
    boundaries = WordBoundaries(tailoring: profile == .arabic ? ArabicTailoring() : nil)
  }

  /// The segmenter of a profile that all scanners share.
  static func shared(_ profile: TokenizationProfile) -> ReferenceSegmenter {
    profile == .arabic ? sharedArabic : sharedPlain
  }
  private static let sharedArabic = ReferenceSegmenter(.arabic)
  private static let sharedPlain = ReferenceSegmenter(.uax29)

  /// The segment that begins at a boundary.
  ///
  /// - Parameters:
  ///   - bytes: Text; where it stops to be valid UTF-8 it ends. Before `start` it is valid.
  ///   - end: Where the text ends.
  /// - Returns: `nil` where no scalar begins at `start`.
  /// - Complexity: O(length of the segment).
  package func segment(
    of bytes: Span<UInt8>, at start: Int, end: Int
  ) -> (end: Int, kind: TokenKind)? {
    if profile == .arabic, let link = Links.token(at: start, in: bytes, end: end) {
      return (link.range.upperBound.value, link.kind)
    }
    guard let segment = boundaries.segment(of: bytes, at: start, end: end) else { return nil }
    let kind = TokenKind(first: segment.first, categories: segment.categories)
    guard profile == .arabic, kind != .space else { return (segment.range.upperBound, kind) }
    var stop = segment.range.upperBound
    switch kind {
    case .arabicWord: stop = abbreviationEnd(of: segment.range, in: bytes, end: end)
    case .number: stop = percentEnd(at: stop, in: bytes, end: end)
    default: break
    }
    let trimmed = trimmed(start..<stop, in: bytes)
    return trimmed == start ? (stop, .space) : (trimmed, kind)
  }

  /// Where a range ends without format controls at its end; they attach to what is before by WB4.
  private func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let last = bytes.scalar(before: end)
      guard table[last.value].wordBreak == .format else { break }
      end -= last.length
    }
    return end
  }

  /// Where the scalars that WB4 attaches to what is before a position end.
  private func skippedEnd(from start: Int, in bytes: Span<UInt8>, end: Int) -> Int {
    var position = start
    while let decoded = bytes.checkedScalar(at: position, end: end),
      table[decoded.value].wordBreak.isSkipped
    {
      position += decoded.length
    }
    return position
  }

  /// The end of a number with its percent sign.
  private func percentEnd(at position: Int, in bytes: Span<UInt8>, end: Int) -> Int {
    guard let decoded = bytes.checkedScalar(at: position, end: end) else { return position }
    switch decoded.value {
    case 0x25, 0x066A, 0x0609, 0x060A:  // % ٪ ؉ ؊
      return skippedEnd(from: position + decoded.length, in: bytes, end: end)
    default: return position
    }
  }

  // MARK: Abbreviations

  /// Letters that stand for a title or a unit when a full stop follows: د. أ. م. ص. ج. ت. ط. ق.
  private static let letters: [UInt32] = [
    0x062F, 0x0623, 0x0627, 0x0645, 0x0635, 0x062C, 0x062A, 0x0637, 0x0642,
  ]
  /// Spaces that may stand between a year and the letter of its era.
  private static let mostSpaces = 4

  /// The end of a word with the full stops of its abbreviation, or the word's own end.
  private func abbreviationEnd(of word: Range<Int>, in bytes: Span<UInt8>, end: Int) -> Int {
    guard word.count == 2 || word.count == 4, goesOn(after: word.upperBound, in: bytes, end: end)
    else {
      return word.upperBound
    }
    if let dotted = dottedEnd(from: word, in: bytes, end: end) {
      return goesOn(after: dotted, in: bytes, end: end)
        ? skippedEnd(from: dotted + 1, in: bytes, end: end) : dotted
    }
    let stop = skippedEnd(from: word.upperBound + 1, in: bytes, end: end)
    if word.count == 2 {
      guard Self.letters.contains(bytes.scalar(at: word.lowerBound).value) else {
        return word.upperBound
      }
      // In «2018 م.» the letter is the era, and the stop may end the sentence.
      var before = word.lowerBound
      while before > 0, word.lowerBound - before < Self.mostSpaces, bytes[before - 1] == 0x20 {
        before -= 1
      }
      let afterDigit =
        before > 0 && table[bytes.scalar(before: before).value].category == .digit
      return afterDigit ? word.upperBound : stop
    }
    // «ود. منى»: a conjunction in front of the letter.
    if word.count == 4, bytes[word.lowerBound] == 0xD9,
      bytes[word.lowerBound + 1] == 0x88 || bytes[word.lowerBound + 1] == 0x81,
      Self.letters.contains(bytes.scalar(at: word.lowerBound + 2).value),
      bytes[word.upperBound + 1] == UInt8(ascii: " ")
    {
      return stop
    }
    return word.upperBound
  }

  /// Whether a full stop follows and the line goes on behind it, not with another stop.
  private func goesOn(after position: Int, in bytes: Span<UInt8>, end: Int) -> Bool {
    guard position + 1 < end, bytes[position] == UInt8(ascii: ".") else { return false }
    let next = bytes[position + 1]
    return next != UInt8(ascii: ".") && next != UInt8(ascii: "\n") && next != UInt8(ascii: "\r")
  }

  /// Where one or two letters, a dot, one or two letters and so on end, before the last dot; `nil`
  /// where a longer word follows a dot, or no dot does.
  private func dottedEnd(from word: Range<Int>, in bytes: Span<UInt8>, end: Int) -> Int? {
    guard (1...2).contains(letters(from: word.lowerBound, in: bytes, end: end).count) else {
      return nil
    }
    var stop = word.upperBound
    var groups = 1
    while stop < end, bytes[stop] == UInt8(ascii: ".") {
      let next = letters(from: stop + 1, in: bytes, end: end)
      if next.count == 0 { break }
      guard next.count <= 2, groups < 6 else { return nil }
      stop = next.end
      groups += 1
    }
    return groups > 1 ? stop : nil
  }

  /// The Arabic letters from a position on, three at most, and where they end.
  private func letters(
    from start: Int, in bytes: Span<UInt8>, end: Int
  ) -> (count: Int, end: Int) {
    var count = 0
    var position = start
    while count < 3, let decoded = bytes.checkedScalar(at: position, end: end),
      table[decoded.value].category == .arabicLetter
    {
      count += 1
      position += decoded.length
    }
    return (count, position)
  }
}

extension TokenKind {
  /// The kind of a segment by the categories of its scalars.
  init(first: ScalarCategory, categories: CategorySet) {
    self =
      if first == .space {
        .space
      } else if categories.contains(.emoji) {
        .emoji
      } else if categories.contains(.arabicLetter) {
        .arabicWord
      } else if categories.contains(.letter) {
        .otherWord
      } else if categories.contains(.digit) {
        .number
      } else if first == .punctuation {
        .punctuation
      } else {
        .symbol
      }
  }
}
