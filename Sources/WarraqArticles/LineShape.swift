import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

/// What a line looks like.
struct LineShape {
  var line: Line
  /// Words and numbers.
  var words: Int
  /// Its folded words joined by spaces, for lines of up to twelve tokens; marks left out.
  var key: FoldedText
  /// The same, apart.
  var keyWords: [FoldedText]
  var endsWithColon: Bool
  /// Whether it ends like a sentence: . … or a closing mark behind one.
  var endsWithStop: Bool
  var endsWithQuestion: Bool
  /// Whether a blank line stands before it.
  var followsBlank: Bool
  /// Its bullet, if it begins with one.
  var bullet: UInt32?
  var numbering: Numbering?
  /// The time expressions in it.
  var timexes: Range<Int>

  /// Whether the key begins with some words, or parts of words.
  func begins(with prefix: FoldedText) -> Bool { key.hasPrefix(prefix) }

  var range: TextRange { line.range }
  var tokens: Range<Int> { line.tokens }
}

/// The number that a line begins with.
struct Numbering {
  /// The number as written, in Western digits; ordinals in words become digits.
  var number: String
  /// The first token behind the number and its mark.
  var rest: Int
  /// Whether it is an ordinal in words, which headings have too.
  var isOrdinal: Bool
}

extension LineShape {
  /// Bullets that scraped lists begin with.
  private static let bullets: Set<UInt32> = [
    0x2022, 0x25CF, 0x25AA, 0x25A0, 0x25E6, 0x2023, 0x2043, 0xB7, 0x2A, 0x2D, 0x2013, 0x2014,
    0x25BA, 0x25C4, 0xF0B7,
  ]

  /// Longest line whose key is made.
  private static let longestKey = 14

  /// The lines of a text that are not blank.
  ///
  /// - Complexity: O(*n*) in the number of lines and of time expressions; a line's inside is not
  ///   looked at but for its ends and, in short lines, its words.
  static func lines(of text: AnalyzedText, timexes: [Timex]) -> [LineShape] {
    var shapes: [LineShape] = []
    var timex = 0
    var followsBlank = true
    for line in text.lines {
      guard !line.isBlank, !line.tokens.isEmpty else {
        if line.isBlank { followsBlank = true }
        continue
      }
      while timex < timexes.count, timexes[timex].range.lowerBound < line.range.lowerBound {
        timex += 1
      }
      let first = timex
      while timex < timexes.count, timexes[timex].range.lowerBound < line.range.upperBound {
        timex += 1
      }
      shapes.append(
        LineShape(
          text, line: line, followsBlank: followsBlank, timexes: first..<timex))
      followsBlank = false
    }
    return shapes
  }

  private init(
    _ text: AnalyzedText, line: Line, followsBlank: Bool, timexes: Range<Int>
  ) {
    let tokens = text.tokens
    self.line = line
    self.followsBlank = followsBlank
    self.timexes = timexes
    func mark(_ token: Int) -> UInt32? {
      switch tokens.kind(at: token) {
      case .punctuation, .symbol: text.firstScalar(of: token)
      default: nil
      }
    }
    var last = line.tokens.upperBound - 1
    endsWithColon = mark(last) == 0x3A
    // Closing quotes, brackets and footnote marks stand behind the stop.
    while last > line.tokens.lowerBound, let opening = text.marks.opening(of: last),
      opening > line.tokens.lowerBound
    {
      let isNote = text.firstScalar(of: last) == 0x5D || text.firstScalar(of: last) == 0x29
      last = isNote && last - opening == 2 ? opening - 1 : last - 1
    }
    let lastMark = mark(last)
    endsWithStop = lastMark == 0x2E || lastMark == 0x2026 || lastMark == 0x06D4
    endsWithQuestion = lastMark == 0x061F || lastMark == 0x3F || lastMark == 0x21

    let firstMark = mark(line.tokens.lowerBound)
    bullet = firstMark.flatMap { Self.bullets.contains($0) ? $0 : nil }
    numbering = Numbering(text, line.tokens)
    if line.tokens.count > 2 * Self.longestKey {
      words = line.tokens.count
      key = ""
      keyWords = []
    } else {
      let list = line.tokens.filter {
        tokens.kind(at: $0) != .punctuation && tokens.kind(at: $0) != .symbol
      }
      words = list.count
      keyWords = list.count > Self.longestKey ? [] : list.map { tokens.folded(at: $0) }
      key = FoldedText(joining: keyWords)
    }
  }
}

extension Numbering {
  /// Reads `1-`, `1.`, `1)`, `(1)`, `أولًا:`, `أ-` off the front of a line.
  init?(_ text: AnalyzedText, _ line: Range<Int>) {
    let tokens = text.tokens
    func mark(_ token: Int) -> UInt32? {
      guard token < line.upperBound else { return nil }
      switch tokens.kind(at: token) {
      case .punctuation, .symbol: return text.firstScalar(of: token)
      default: return nil
      }
    }
    func isSeparator(_ token: Int, colon: Bool) -> Bool {
      switch mark(token) {
      case 0x2D, 0x2013, 0x2014, 0x29, 0x2E, 0x2F, 0x66A: true
      case 0x3A, 0x060C: colon
      default: false
      }
    }
    var first = line.lowerBound
    var isBracketed = false
    if mark(first) == 0x28 {
      guard text.marks.closing(of: first) == first + 2 else { return nil }
      isBracketed = true
      first += 1
    }
    guard first < line.upperBound, tokens.keyRange(at: first).count <= 20 else { return nil }
    let key = tokens.folded(at: first)
    switch tokens.kind(at: first) {
    case .number:
      guard key.utf8.count <= 2, key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      guard isBracketed || isSeparator(first + 1, colon: false) else { return nil }
      // 5-10 and 3/1/2021 are no list marks.
      let rest = first + 2
      guard rest < line.upperBound, tokens.kind(at: rest) != .number else { return nil }
      self.init(number: key.string, rest: rest, isOrdinal: false)
    case .arabicWord:
      if let ordinal = LineWords.ordinals[key], isBracketed || isSeparator(first + 1, colon: true),
        first + 2 < line.upperBound
      {
        self.init(number: String(ordinal), rest: first + 2, isOrdinal: true)
      } else if LineWords.letters.contains(key), first + 2 < line.upperBound,
        isBracketed || mark(first + 1) == 0x2D || mark(first + 1) == 0x29
          || mark(first + 1) == 0x2013
      {
        // Joiners and direction marks may hang on the letter.
        let letter = text.text[tokens.range(at: first)].unicodeScalars.filter {
          !(0x200B...0x200F).contains($0.value)
        }
        self.init(
          number: String(String.UnicodeScalarView(letter)), rest: first + 2, isOrdinal: false)
      } else {
        return nil
      }
    default:
      return nil
    }
  }
}
