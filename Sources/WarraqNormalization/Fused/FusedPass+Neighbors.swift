import CWarraqNormalization
import WarraqText

/// Scalars whose neighbours decide, where a look at those is enough.
extension FusedPass {
  /// Writes what the kernel has stopped at, and moves on behind it.
  func resolve() {
    let at = position
    // A mark out of order, or a repeated letter.
    if byte(at) & 0xC0 == 0x80 { return writeStretch() }
    let (scalar, count) = { ($0.value, $0.length) }(self.scalar(at: at))
    let isWritten =
      switch scalar {
      case 0: keepAll(at..<at + 1)
      case Named.tatweel: writeTatweel(at)
      case Named.zeroWidthNonJoiner, Named.zeroWidthJoiner: writeJoiner(at)
      case 0x066B, 0x066C: writeSeparator(at)
      case 0x26: !beginsReference(at) && keepAll(at..<at + 1)
      default:
        if scalar.isASCIISentenceMark {
          writeSentenceMark(at)
        } else if scalar >= 0x10000, plan.effects[scalar] == .keep {
          keepAll(at..<at + 4)
        } else {
          writeExpansion(of: scalar, at..<at + count)
        }
      }
    if !isWritten { writeStretch() }
  }

  private func keepAll(_ range: Range<Int>) -> Bool {
    keep(range)
    return true
  }

  /// How far a look at neighbours goes; what is longer is normalized as a stretch.
  private static let farthest = 32

  // MARK: Tatweel

  /// Keeps or drops a tatweel under `tatweel: strip`; `false` where marks, references, other scripts
  /// or forms stand in the same run.
  private func writeTatweel(_ at: Int) -> Bool {
    guard options.tatweel == .strip, let after = runAfter(at + 2) else { return false }
    if after == .letter {
      advance(to: at + 2)
      return true
    }
    guard let (letters, isFirst) = runBefore(at) else { return false }
    if letters <= 1, isFirst {
      keep(at..<at + 2)
    } else {
      advance(to: at + 2)
    }
    return true
  }

  private enum RunMember {
    case letter, mark, tatweel
    /// Dropped before runs are looked at.
    case nothing
    /// Not of the run.
    case other
  }

  /// What a scalar is to a run of Arabic letters; `nil` where that hangs on more.
  private func runMember(_ scalar: UInt32) -> RunMember? {
    if scalar == Named.tatweel { return .tatweel }
    if options.controls == .strip {
      // All that stands in the runs looked at is Arabic, so joiners go.
      if scalar.isJoiner || scalar.isRemovableControl { return .nothing }
    }
    if scalar.isMark {
      let isKnown =
        scalar.isArabicMark && plan.effects[scalar] != .hard && !plan.effects.ordersMarks
      return isKnown ? .mark : nil
    }
    if scalar == 0x3B, options.htmlEntities == .decode { return nil }
    switch plan.effects[scalar] {
    case .keep, .replace:
      if scalar >= 0xFB50, scalar <= 0xFEFC { return nil }
      return scalar.isArabicLetter ? .letter : .other
    case .drop, .hard:
      return nil
    }
  }

  /// Whether a letter follows in the run from a position on, or the run's end.
  private func runAfter(_ start: Int) -> RunMember? {
    var position = start
    for _ in 0..<Self.farthest {
      guard position < length else { return .other }
      let (scalar, count) = { ($0.value, $0.length) }(self.scalar(at: position))
      switch runMember(scalar) {
      case nil: return nil
      case .letter: return .letter
      case .other: return .other
      case .mark, .tatweel, .nothing: position += count
      }
    }
    return nil
  }

  /// The letters of the run before a tatweel, two at most, and whether no other tatweel stands
  /// between the last of them and it.
  private func runBefore(_ end: Int) -> (letters: Int, isFirst: Bool)? {
    var position = end
    var letters = 0
    var isFirst = true
    for _ in 0..<Self.farthest {
      guard let (scalar, start) = scalar(before: position) else { return (letters, isFirst) }
      switch runMember(scalar) {
      case nil: return nil
      case .letter:
        letters += 1
        if letters == 2 { return (letters, isFirst) }
      case .tatweel: if letters == 0 { isFirst = false }
      case .mark, .nothing: break
      case .other: return (letters, isFirst)
      }
      position = start
    }
    return nil
  }

  // MARK: Joiners

  /// Keeps or drops a joiner under `controls: strip`.
  private func writeJoiner(_ at: Int) -> Bool {
    guard options.controls == .strip else { return false }
    var start = at
    var isArabicBefore: Bool?
    for _ in 0..<Self.farthest {
      guard let before = scalar(before: start) else {
        isArabicBefore = false
        break
      }
      if !before.value.isJoiner {
        isArabicBefore = isArabicBesideJoiner(before.value)
        break
      }
      start = before.start
    }
    var end = at + 3
    var isArabicAfter: Bool?
    var next: UInt32?
    for _ in 0..<Self.farthest {
      guard end < length else {
        isArabicAfter = false
        break
      }
      let after = scalar(at: end)
      if !after.value.isJoiner {
        isArabicAfter = isArabicBesideJoiner(after.value)
        next = after.value
        break
      }
      end += after.length
    }
    guard let isArabicBefore, let isArabicAfter else { return false }
    if isArabicBefore || isArabicAfter {
      // Dropping it may bring marks together that have to be put in order.
      if plan.effects.ordersMarks, next?.isMark ?? false { return false }
      advance(to: end)
    } else {
      keep(at..<end)
    }
    return true
  }

  /// Whether a scalar beside a joiner is Arabic; `nil` where that hangs on more.
  private func isArabicBesideJoiner(_ scalar: UInt32) -> Bool? {
    if scalar == Named.tatweel { return true }
    if scalar == 0x3B, options.htmlEntities == .decode { return nil }
    if scalar.isRemovableControl || 0xFB50...0xFEFC ~= scalar { return nil }
    if plan.effects[scalar] == .hard { return nil }
    return scalar.isArabicLetter || scalar.isArabicMark
  }

  // MARK: Numbers and punctuation

  /// Writes U+066B or U+066C under `digits: western`.
  private func writeSeparator(_ at: Int) -> Bool {
    guard options.digits == .western else { return false }
    let before = scalar(before: at)?.value
    let after = at + 2 < length ? scalar(at: at + 2).value : nil
    if before?.digitValue != nil, after?.digitValue != nil {
      keep(UInt8(ascii: byte(at + 1) == 0xAB ? "." : ","), at: at + 1)
      return true
    }
    guard isSettled(before), isSettled(after) else { return false }
    keep(at..<at + 2)
    return true
  }

  /// Whether a scalar beside a separator stays where it is and what it is to it.
  private func isSettled(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return true }
    if scalar.isArabicNumberSeparator { return true }
    if scalar == 0x3B, options.htmlEntities == .decode { return false }
    switch plan.effects[scalar] {
    case .keep, .replace: return true
    case .drop, .hard: return false
    }
  }

  /// Writes `,`, `;` or `?` under `punctuation: arabic`.
  private func writeSentenceMark(_ at: Int) -> Bool {
    guard options.punctuation == .arabic else { return false }
    let mark = UInt32(byte(at))
    if followsLetter(inOutputUpTo: outputCount) {
      write([MappedText.arabicPunctuation[mark]], for: at..<at + 1, origins: nil)
    } else {
      keep(at..<at + 1)
    }
    return true
  }

  /// Whether an ampersand under `html_entities` may begin a reference.
  private func beginsReference(_ at: Int) -> Bool {
    guard options.htmlEntities == .decode, at + 1 < length else { return false }
    let next = byte(at + 1)
    return next == UInt8(ascii: "#") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= next
  }

  /// Writes a scalar that becomes several whatever stands around it.
  private func writeExpansion(of scalar: UInt32, _ range: Range<Int>) -> Bool {
    guard options.elongation == .keep, let output = plan.effects.expansion(of: scalar) else {
      return false
    }
    write(output, for: range, origins: nil)
    return true
  }
}
