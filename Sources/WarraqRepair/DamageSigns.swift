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

  /// What a scalar of two bytes, D8 or D9 first, means for the look.
  private enum Code: UInt8 {
    /// A letter that tells nothing.
    case letter
    case alef, alefWithHamza, wawWithHamza
    /// ة or ى.
    case finalOnly
    case tatweel, fathatan
    /// Another mark.
    case mark
    case bidiControl
    /// Digits, punctuation.
    case none
  }

  /// The codes of U+0600–067F.
  private static let codes: [Code] = (0x0600...0x067F).map { scalar in
    switch scalar {
    case 0x061C: .bidiControl
    case 0x0622, 0x0623, 0x0625: .alefWithHamza
    case 0x0624: .wawWithHamza
    case 0x0627: .alef
    case 0x0629, 0x0649: .finalOnly
    case 0x0640: .tatweel
    case 0x064B: .fathatan
    case 0x064C...0x065F, 0x0670: .mark
    case 0x0620...0x064A, 0x066E...0x067F: .letter
    default: .none
    }
  }

  /// What stands before a scalar, marks left out.
  private enum Previous {
    case noLetter, letter, alef, wawWithHamza
  }

  /// Looks over valid UTF-8.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: Span<UInt8>) {
    let codes = Self.codes.span
    var line = Line()
    var previous = Previous.noLetter
    var position = 0
    while position < bytes.count {
      let lead = bytes[position]
      if lead < 0x80 {
        previous = .noLetter
        if lead < 0x20, lead == 0x0A || lead == 0x0D {
          end(&line, at: position, next: position + 1)
        }
        position += 1
        continue
      }
      guard lead & 0xFE == 0xD8 else {
        position += Self.look(at: position, in: bytes, &line, &previous)
        continue
      }
      let code = codes[Int(lead & 1) << 6 | Int(bytes[position + 1] & 0x3F)]
      // Most are; apart from the jump, which is hard to foresee.
      if code == .letter {
        previous = .letter
        position += 2
        continue
      }
      switch code {
      case .letter: break
      case .alef:
        if previous == .alef {
          lamAlef += 1
        } else if previous == .wawWithHamza
          || previous == .letter && Self.isTwoLams(bytes, at: position + 2),
          LamAlefWords.isDamaged(wordAround: position, in: bytes)
        {
          // «هؤاء», «خالل».
          lamAlef += 1
        }
        previous = .alef
      case .alefWithHamza:
        if previous == .alef { lamAlef += 1 }
        previous = .letter
      case .wawWithHamza:
        previous = .wawWithHamza
      case .finalOnly:
        if previous == .noLetter, Self.isLetter(bytes, at: position + 2) {
          line.impossibleStarts += 1
        }
        previous = .letter
      case .tatweel:
        line.tatweel += 1
        previous = .letter
      case .fathatan:
        if previous != .noLetter, LamAlefWords.isDamaged(wordAround: position, in: bytes) {
          lamAlef += 1
        }
        if previous != .noLetter { previous = .letter }
      case .mark: break
      case .bidiControl:
        line.bidi += 1
        previous = .noLetter
      case .none:
        previous = .noLetter
      }
      position += 2
    }
    end(&line, at: bytes.count, next: bytes.count)
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

  private static func isTwoLams(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    position + 3 < bytes.count && bytes[position] == 0xD9 && bytes[position + 1] == 0x84
      && bytes[position + 2] == 0xD9 && bytes[position + 3] == 0x84
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
