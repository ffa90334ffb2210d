import CWarraqNormalization
import WarraqText

/// Stretches that the operations normalize one after the other, and where they begin and end.
///
/// A **boundary** is a place that no operation reaches across: the parts on both sides, normalized
/// alone and put together, give the same text and map as the whole. There are two kinds.
///
/// - Behind a line feed, where a firm scalar, a space or another line feed follows. Marks that
///   follow would compose with the line feed; dropped scalars would bring such marks to it.
/// - Between a firm scalar, with its marks, and a single space before another firm scalar. The
///   space itself belongs to neither part: it stays, whatever the options.
///
/// A **firm** scalar always gives at least one scalar that is no space and no mark, and begins
/// nothing that a reference of HTML could end or be. Runs of Arabic letters, combining sequences,
/// references, numbers and repeated letters all end at a space. Two operations look further: the
/// state of `punctuation: arabic` is found again in the output, and with `quotes: guillemets`, which
/// scans lines, only the first kind of boundary counts.
extension FusedPass {
  /// Normalizes what stands at the position together with all that it may hang on.
  func writeStretch() {
    let at = position
    let start = boundary(before: at)
    rollBack(to: start)
    let end = boundary(after: at)
    var offsets: [Int] = []
    let source = MappedText(
      unsafe UnsafeBufferPointer(rebasing: input[start..<end]).span, offsets: &offsets)
    var result = source.normalized(plan.stretchOptions)
    if options.punctuation == .arabic {
      result = result.writingArabicPunctuation(after: followsLetter(inOutputUpTo: outputCount))
    }
    write(
      result.scalars, for: start..<end, origins: result.origins.map { start + offsets[$0] })
    floor = end
  }

  /// The end of the stretch around a position, where the stretch stays as it is and the text before it
  /// does; else `nil`.
  func endOfUnchangedStretch(at position: Int) -> Int? {
    guard options.punctuation != .arabic else { return nil }
    let start = boundary(before: position)
    let end = boundary(after: position)
    guard end - start < Self.longestLook else { return nil }
    var offsets: [Int] = []
    let source = MappedText(
      unsafe UnsafeBufferPointer(rebasing: input[start..<end]).span, offsets: &offsets)
    let result = source.normalized(options)
    guard result.scalars == source.scalars, result.origins == source.origins else { return nil }
    return end
  }

  private static let longestLook = 512

  /// The last boundary at or before a position.
  private func boundary(before position: Int) -> Int {
    var place = position
    while place > floor {
      if isBoundary(place) { return place }
      place -= 1
    }
    return floor
  }

  /// The next boundary behind the scalar at a position; of the second kind the one before the space.
  private func boundary(after position: Int) -> Int {
    var place = position + 1
    while place < length {
      if isBoundary(place) {
        return byte(place - 1) == UInt8(ascii: " ") ? place - 1 : place
      }
      place += 1
    }
    return length
  }

  /// Whether a boundary is before the byte at a place greater than 0; one of the second kind counts
  /// from behind its space.
  func isBoundary(_ place: Int) -> Bool {
    let before = byte(place - 1)
    if before == UInt8(ascii: "\n") {
      let next = byte(place)
      return next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") || isFirm(at: place)
    }
    guard before == UInt8(ascii: " "), options.quotes != .guillemets, isFirm(at: place) else {
      return false
    }
    return isFirm(before: place - 1)
  }

  private func isFirm(at place: Int) -> Bool {
    plan.isFirm(scalar(at: place).value)
  }

  /// Whether the scalar before a place is firm, marks left out that no other operation looks at.
  private func isFirm(before place: Int) -> Bool {
    guard place > 0 else { return isContinued }
    var end = place
    for _ in 0..<16 {
      guard let (scalar, start) = scalar(before: end) else { return false }
      guard scalar.isMark, plan.effects[scalar] != .hard else { return plan.isFirm(scalar) }
      end = start
    }
    return false
  }

  /// The last boundary of a text behind its start, from which on it may be normalized later; `nil`
  /// where it has none.
  func lastBoundary(in text: UnsafeBufferPointer<UInt8>, continuing: Bool) -> Int? {
    unsafe pass.pointee.text = text.baseAddress
    unsafe pass.pointee.length = UInt64(text.count)
    isContinued = unsafe continuing && pass.pointee.last != UInt8(ascii: "\n")
    var place = text.count - 1
    while place > 0 {
      if isBoundary(place) {
        let end = byte(place - 1) == UInt8(ascii: " ") ? place - 1 : place
        return end > 0 ? end : nil
      }
      place -= 1
    }
    return nil
  }

  /// Whether the nearest scalar of the output before a position that is no space, no mark and no
  /// closing quote or bracket is an Arabic letter or tatweel.
  func followsLetter(inOutputUpTo position: Int) -> Bool {
    unsafe followsLetter(in: output.span, upTo: position)
  }

  private func followsLetter(in text: Span<UInt8>, upTo position: Int) -> Bool {
    var end = position
    while end > 0 {
      let scalar = text.scalar(before: end)
      if !scalar.value.isSkippedByPunctuation { return scalar.value.isLetterBeforePunctuation }
      end -= scalar.length
    }
    return followsLetter
  }

  /// Remembers what the next part of the text has to know.
  func keepState(isUnchanged: Bool) {
    guard length > 0 else { return }
    if isUnchanged { unsafe pass.pointee.last = byte(length - 1) }
    guard options.punctuation == .arabic else { return }
    followsLetter =
      isUnchanged
      ? unsafe followsLetter(in: input.span, upTo: length)
      : followsLetter(inOutputUpTo: outputCount)
  }
}

extension NormalizationPlan {
  /// Whether a scalar is firm (see `FusedPass+Stretches`).
  func isFirm(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      let isReference = scalar == 0x26 || scalar == 0x3B
      return scalar > 0x20 && !(isReference && options.htmlEntities == .decode)
    }
    guard !scalar.isMark, !scalar.isWhiteSpace else { return false }
    switch effects[scalar] {
    case .keep: return true
    case .replace(let other): return !other.isMark && !other.isWhiteSpace
    case .drop: return false
    case .hard: return effects.expansion(of: scalar) != nil
    }
  }
}
