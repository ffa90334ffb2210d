import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Reads tokens as the items of the date grammar.
struct DateCursor {
  let text: AnalyzedText
  let vocabulary = DateVocabulary.shared

  init(_ text: AnalyzedText) {
    self.text = text
  }

  var end: Int { text.tokens.count }

  /// The meaning of a whole word.
  func word(_ token: Int) -> DateWord? {
    guard token >= 0, token < end else { return nil }
    return vocabulary[text.tokens.keyHash(at: token)]
  }

  /// A word behind its clitics.
  struct Peeled {
    var word: DateWord
    var start: UTF8Offset
    /// Whether و is among the clitics.
    var hasConjunction: Bool
  }

  /// The meaning of a word, clitics peeled off where the whole word means nothing.
  func peeled(_ token: Int) -> Peeled? {
    peeled(token) { vocabulary[$0] }.map {
      Peeled(
        word: $0.word, start: $0.start, hasConjunction: $0.hasConjunction || $0.word == .and)
    }
  }

  /// The same in any vocabulary.
  func peeled<Word>(
    _ token: Int, _ meaning: (UInt64) -> Word?
  ) -> (word: Word, start: UTF8Offset, hasConjunction: Bool)? {
    guard token >= 0, token < end else { return nil }
    let tokens = text.tokens
    if let word = meaning(tokens.keyHash(at: token)) {
      return (word, tokens.range(at: token).lowerBound, false)
    }
    guard tokens.kind(at: token) == .arabicWord, Proclitics.mayBegin(tokens, at: token) else {
      return nil
    }
    for reading in Proclitics.readings(tokens, at: token) {
      guard let word = word(behind: reading, token, meaning) else { continue }
      let first = tokens.keyRange(at: token).lowerBound
      // و is D9 88.
      let isWaw = tokens.keyPool[first] == 0xD9 && tokens.keyPool[first + 1] == 0x88
      return (word, Proclitics.start(reading, text.text, tokens, at: token), isWaw)
    }
    return nil
  }

  private func word<Word>(
    behind reading: ProcliticReading, _ token: Int, _ meaning: (UInt64) -> Word?
  ) -> Word? {
    let tokens = text.tokens
    guard reading.restoresArticle else {
      return meaning(tokens.keyHash(at: token, dropping: reading.keyBytes))
    }
    for key in Proclitics.keys(reading, tokens, at: token) {
      if let word = meaning(FoldedKey.hash(key.span, 0..<key.count)) { return word }
    }
    return nil
  }

  /// The value and count of digits of a plain number.
  func number(_ token: Int) -> (value: Int, digits: Int)? {
    guard token >= 0, token < end, text.tokens.kind(at: token) == .number else { return nil }
    let range = text.tokens.keyRange(at: token)
    guard range.count <= 4 else { return nil }
    var value = 0
    for position in range {
      let byte = text.tokens.keyPool[position]
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (value, range.count)
  }

  /// The scalar of a punctuation mark.
  func mark(_ token: Int) -> UInt32? {
    guard token >= 0, token < end else { return nil }
    switch text.tokens.kind(at: token) {
    case .punctuation, .symbol: return text.firstScalar(of: token)
    default: return nil
    }
  }

  /// Whether a token is a hyphen or dash.
  func isDash(_ token: Int) -> Bool {
    guard let mark = mark(token) else { return false }
    return mark == 0x2D || (0x2010...0x2015).contains(mark) || mark == 0x2212
  }

  /// Whether a token is a comma of either script.
  func isComma(_ token: Int) -> Bool {
    mark(token) == 0x060C || mark(token) == 0x2C
  }

  /// Whether two tokens stand in one line; none before the text or behind it does.
  func sameLine(_ left: Int, _ right: Int) -> Bool {
    guard left >= 0, right < end else { return false }
    let range = text.tokens.end(at: left)..<text.tokens.start(at: right)
    let bytes = text.text.utf8.span
    // The line breaks of `LineList`; of white space only these begin with their bytes.
    for position in range {
      switch bytes[position] {
      case 0x0A...0x0D: return false
      case 0xC2 where bytes[position + 1] == 0x85: return false
      case 0xE2 where bytes[position + 1] == 0x80 && (0xA8...0xA9).contains(bytes[position + 2]):
        return false
      default: continue
      }
    }
    return true
  }

  private static let first: KeySet = ["أول"]

  /// «أول مايو»
  func beginsFirstOfMonth(_ token: Int) -> Bool {
    guard text.tokens.isKey(at: token, in: Self.first), case .month = word(token + 1) else {
      return false
    }
    return true
  }

  /// Whether the number at a token counts the noun after it: «2000 مقاتل», «1950 طنًا».
  ///
  /// - Parameter byLooks: Whether an accusative alone is taken for a counted noun; behind a month
  ///   or a head noun it is an adverb: «في نوفمبر 2018 جزئيًا».
  func countsNoun(_ token: Int, byLooks: Bool = true) -> Bool {
    let next = token + 1
    guard next < end, sameLine(token, next) else { return false }
    let tokens = text.tokens
    switch tokens.kind(at: next) {
    case .symbol:
      // % $ € and other currency signs.
      return [0x25, 0x24, 0x20AC, 0xA3, 0x066A].contains(text.firstScalar(of: next))
    case .otherWord, .number:
      return !tokens.isGlued(at: next)
    case .arabicWord:
      if vocabulary.isCounted(tokens.keyHash(at: next)) { return true }
      return byLooks && endsInTanwinAlef(next)
    default:
      return false
    }
  }

  /// ًا or اً at the end of a word: the accusative of a counted noun.
  func endsInTanwinAlef(_ token: Int) -> Bool {
    guard token >= 0, token < end else { return false }
    let range = text.tokens.range(at: token).utf8
    guard range.count > 4 else { return false }
    let bytes = text.text.utf8.span
    let last = bytes.scalar(before: range.upperBound)
    let before = bytes.scalar(before: range.upperBound - last.length)
    return last.value == 0x0627 && before.value == 0x064B
      || last.value == 0x064B && before.value == 0x0627
  }
}
