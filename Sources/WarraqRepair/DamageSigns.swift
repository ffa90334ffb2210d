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

  /// Looks over valid UTF-8.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: Span<UInt8>) {
    var line = Line()
    var position = 0
    // Whether an Arabic letter stands before, and whether it is a bare alef.
    var followsLetter = false
    var followsAlef = false
    var followsHamzaOnWaw = false
    while position < bytes.count {
      let lead = bytes[position]
      guard lead >= 0xC2 else {
        followsLetter = false
        followsAlef = false
        followsHamzaOnWaw = false
        if lead == 0x0A || lead == 0x0D { end(&line, at: position, next: position + 1) }
        position += 1
        continue
      }
      let second = bytes[position + 1]
      var isLetter = false
      var isAlef = false
      var isHamzaOnWaw = false
      switch lead {
      case 0xD8:
        switch second {
        case 0xA7:
          isLetter = true
          isAlef = true
          if followsAlef {
            lamAlef += 1
          } else if followsHamzaOnWaw || followsLetter && Self.isTwoLams(bytes, at: position + 2),
            LamAlefWords.isDamaged(wordAround: position, in: bytes)
          {
            // «هؤاء», «خالل».
            lamAlef += 1
          }
        case 0xA4:
          isLetter = true
          isHamzaOnWaw = true
        case 0xA2, 0xA3, 0xA5:
          isLetter = true
          if followsAlef { lamAlef += 1 }
        case 0xA9:
          isLetter = true
          if !followsLetter, Self.isLetter(bytes, at: position + 2) { line.impossibleStarts += 1 }
        case 0x9C: line.bidi += 1
        default: isLetter = second >= 0xA1
        }
        position += 2
      case 0xD9:
        switch second {
        case 0x80:
          line.tatweel += 1
          isLetter = true
        case 0x89:
          isLetter = true
          if !followsLetter, Self.isLetter(bytes, at: position + 2) { line.impossibleStarts += 1 }
        case 0x8B:
          isLetter = followsLetter
          if followsLetter, LamAlefWords.isDamaged(wordAround: position, in: bytes) { lamAlef += 1 }
        case 0x8C...0x9F:
          isLetter = followsLetter
          isAlef = followsAlef
        default: isLetter = second < 0x8B || second >= 0xB0
        }
        position += 2
      case 0xC2:
        // A no-break space, a soft hyphen, guillemets, a degree sign and a middle dot are usual.
        switch second {
        case 0xA0, 0xAB, 0xAD, 0xB0, 0xB7, 0xBB: break
        default: line.latin += 1
        }
        position += 2
      case 0xC3...0xCB:
        line.latin += 1
        position += 2
      case 0xCC...0xD7:
        position += 2
      case 0xDA:
        if second == 0xA9 || second == 0xBE { line.persian += 1 }
        isLetter = true
        position += 2
      case 0xDB:
        if second == 0x8C || second == 0x81 || second == 0x95 { line.persian += 1 }
        isLetter = second < 0x94
        position += 2
      case 0xDC...0xDF:
        position += 2
      case 0xE2:
        if Self.isBidiControl(second, bytes[position + 2]) { line.bidi += 1 }
        position += 3
      case 0xEF:
        if 0xAD...0xB7 ~= second || 0xB9...0xBB ~= second, bytes[position + 2] != 0xBF {
          line.forms += Self.isForm(second, bytes[position + 2]) ? 1 : 0
          isLetter = true
        }
        position += 3
      case 0xE0...0xEE:
        position += 3
      default:
        position += 4
      }
      followsLetter = isLetter
      followsAlef = isAlef
      followsHamzaOnWaw = isHamzaOnWaw
    }
    end(&line, at: bytes.count, next: bytes.count)
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
