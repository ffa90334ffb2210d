import WarraqText

/// What a first look over a text's bytes found: where something stands that damage leaves behind and
/// clean text seldom has.
struct DamageSigns {
  /// What was found on one line.
  struct Line {
    /// The line's bytes, its line break left out.
    var range = 0..<0
    /// Latin letters and signs past ASCII.
    var latin = 0
    /// Presentation forms.
    var forms = 0
    /// Tatweel.
    var tatweel = 0
    /// ک, ی, ہ, ھ and ە.
    var persian = 0
    /// Direction controls.
    var bidi = 0
    /// Words that begin with ة or ى.
    var impossibleStarts = 0

    var mayHaveMojibake: Bool { latin >= 3 }
    var mayHaveForms: Bool { forms > 0 }
    var mayHaveTatweel: Bool { tatweel >= 4 }
    var mayHavePersianLetters: Bool { persian > 0 }
    var mayHaveBidiControls: Bool { bidi > 0 }
    /// Presentation forms hide the letters, so they may be in visual order too.
    var mayBeVisual: Bool { impossibleStarts > 0 || forms >= 6 }

    var isAny: Bool {
      mayHaveMojibake || mayHaveForms || mayHaveTatweel || mayHavePersianLetters
        || mayHaveBidiControls || mayBeVisual
    }
  }

  /// The lines that need a detailed look.
  private(set) var lines: [Line] = []
  /// An alef after ا, and words that the loss or exchange of a lam-alef leaves behind.
  private var lamAlef = 0

  var hasLamAlefSign: Bool { lamAlef > 0 }

  /// What a scalar of ASCII or of U+0600–067F means for the look.
  private enum Code: UInt8, CaseIterable {
    /// A letter that tells nothing.
    case letter
    case lam, alef, alefWithHamza, wawWithHamza
    /// ة or ى.
    case finalOnly
    case tatweel, fathatan
    /// Another mark.
    case mark
    case bidiControl
    /// A line's end.
    case end
    /// Digits, punctuation, what is not Arabic.
    case none
  }

  /// The codes of ASCII, then of U+0600–067F.
  private static let codes: [UInt8] = (Array(0...0x7F) + Array(0x0600...0x067F)).map { scalar in
    let code: Code =
      switch scalar {
      case 0x0A, 0x0D: .end
      case 0x061C: .bidiControl
      case 0x0622, 0x0623, 0x0625: .alefWithHamza
      case 0x0624: .wawWithHamza
      case 0x0627: .alef
      case 0x0629, 0x0649: .finalOnly
      case 0x0640: .tatweel
      case 0x0644: .lam
      case 0x064B: .fathatan
      case 0x064C...0x065F, 0x0670: .mark
      case 0x0620...0x064A, 0x066E...0x067F: .letter
      default: .none
      }
    return code.rawValue
  }

  /// What stands before a scalar, marks left out.
  private enum Previous: UInt8, CaseIterable {
    case noLetter, letter, alef, wawWithHamza
    /// An alef right behind a letter, and the same with a lam right behind it.
    case innerAlef, innerAlefLam
  }

  /// For each ``Previous`` sixteen entries, one a ``Code``: the next ``Previous``, and ``acts`` where
  /// there is something to do. A table, as letters follow each other in no order that a processor
  /// foresees.
  private static let transitions: [UInt8] = Previous.allCases.flatMap { previous in
    (0..<16).map { code in
      guard let code = Code(rawValue: UInt8(code)) else { return 0 }
      let (next, isActing) = transition(previous, code)
      return next.rawValue | (isActing ? acts : 0)
    }
  }

  private static let acts: UInt8 = 0x80

  private static func transition(_ previous: Previous, _ code: Code) -> (Previous, Bool) {
    let isAlef = previous == .alef || previous == .innerAlef
    switch code {
    case .letter: return (.letter, false)
    case .lam:
      // «خالل» shows with its second lam.
      if previous == .innerAlef { return (.innerAlefLam, false) }
      return (.letter, previous == .innerAlefLam)
    case .alef:
      if isAlef || previous == .wawWithHamza { return (.alef, true) }
      return (previous == .noLetter ? .alef : .innerAlef, false)
    case .alefWithHamza: return (.letter, isAlef)
    case .wawWithHamza: return (.wawWithHamza, false)
    case .finalOnly: return (.letter, previous == .noLetter)
    case .tatweel: return (.letter, true)
    case .fathatan: return (previous == .noLetter ? .noLetter : .letter, previous != .noLetter)
    case .mark:
      return switch previous {
      case .innerAlef: (.alef, false)
      case .innerAlefLam: (.letter, false)
      default: (previous, false)
      }
    case .bidiControl, .end: return (.noLetter, true)
    case .none: return (.noLetter, false)
    }
  }

  /// Looks over valid UTF-8.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: Span<UInt8>) {
    let codes = Self.codes.span
    let transitions = Self.transitions.span
    var line = Line()
    var previous = Previous.noLetter.rawValue
    var position = 0
    while position < bytes.count {
      let lead = bytes[position]
      let isASCII = lead < 0x80
      guard isASCII || lead & 0xFE == 0xD8 else {
        var found = Previous.noLetter
        position += Self.look(at: position, in: bytes, &line, &found)
        previous = found.rawValue
        continue
      }
      // Of the last byte itself where it is ASCII; then it is not used.
      let second = bytes[min(position + 1, bytes.count - 1)]
      let code = codes[isASCII ? Int(lead) : 0x80 | Int(lead & 1) << 6 | Int(second & 0x3F)]
      let entry = transitions[Int(previous) << 4 | Int(code)]
      if entry & Self.acts != 0 {
        act(
          on: Code(rawValue: code), behind: Previous(rawValue: previous), at: position, bytes, &line
        )
      }
      previous = entry & ~Self.acts
      position += isASCII ? 1 : 2
    }
    end(&line, at: bytes.count, next: bytes.count)
  }

  /// Takes note of a scalar.
  private mutating func act(
    on code: Code?, behind previous: Previous?, at position: Int, _ bytes: Span<UInt8>,
    _ line: inout Line
  ) {
    switch code {
    case .lam:
      if LamAlefWords.isDamaged(wordAround: position, in: bytes) { lamAlef += 1 }
    case .alef where previous == .wawWithHamza, .fathatan:
      // «هؤاء», «فضاً».
      if LamAlefWords.isDamaged(wordAround: position, in: bytes) { lamAlef += 1 }
    case .alef, .alefWithHamza:
      lamAlef += 1
    case .finalOnly:
      if Self.isLetter(bytes, at: position + 2) { line.impossibleStarts += 1 }
    case .tatweel: line.tatweel += 1
    case .bidiControl: line.bidi += 1
    case .end: end(&line, at: position, next: position + 1)
    default: break
    }
  }

  /// Looks at a scalar outside of ASCII and U+0600–067F.
  ///
  /// - Returns: Its bytes.
  private static func look(
    at position: Int, in bytes: Span<UInt8>, _ line: inout Line, _ previous: inout Previous
  ) -> Int {
    let second = bytes[position + 1]
    previous = .noLetter
    switch bytes[position] {
    case 0xC2:
      // A no-break space, a soft hyphen, guillemets, a degree sign and a middle dot are usual.
      switch second {
      case 0xA0, 0xAB, 0xAD, 0xB0, 0xB7, 0xBB: break
      default: line.latin += 1
      }
      return 2
    case 0xC3...0xCB:
      line.latin += 1
      return 2
    case 0xDA:
      if second == 0xA9 || second == 0xBE { line.persian += 1 }
      previous = .letter
      return 2
    case 0xDB:
      if second == 0x8C || second == 0x81 || second == 0x95 { line.persian += 1 }
      if second < 0x96 { previous = .letter }
      return 2
    case 0xCC...0xDF:
      return 2
    case 0xE2:
      if isBidiControl(second, bytes[position + 2]) { line.bidi += 1 }
      return 3
    case 0xEF:
      if 0xAD...0xB7 ~= second || 0xB9...0xBB ~= second, bytes[position + 2] != 0xBF,
        isForm(second, bytes[position + 2])
      {
        line.forms += 1
        previous = .letter
      }
      return 3
    case 0xE0...0xEE:
      return 3
    default:
      return 4
    }
  }

  private mutating func end(_ line: inout Line, at position: Int, next: Int) {
    if line.isAny {
      line.range = line.range.lowerBound..<position
      lines.append(line)
    }
    line = Line(range: next..<next)
  }

  private static func isLetter(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    guard position + 1 < bytes.count else { return false }
    let second = bytes[position + 1]
    return bytes[position] == 0xD8 ? second >= 0xA1 : bytes[position] == 0xD9 && second < 0x8B
  }

  /// U+200E, U+200F, U+202A–202E, U+2066–2069.
  private static func isBidiControl(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && (third == 0x8E || third == 0x8F || 0xAA...0xAE ~= third)
      || second == 0x81 && 0xA6...0xA9 ~= third
  }

  /// A form of letters: neither a word ligature U+FDF0–FDFF, nor an ornate parenthesis or a sign of
  /// U+FD3E–FD4F.
  private static func isForm(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0xB4: third < 0xBE
    case 0xB5: third >= 0x90
    case 0xB7: third < 0x88
    case 0xB9: third >= 0xB0
    default: true
    }
  }
}
