import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// A text as the grammar of times reads it: the meaning of each word, clitics peeled off where the
/// whole word means nothing. Made in one pass over the tokens; four bytes a token.
///
/// Reading is bounded by one line: an index outside it is a word without meaning.
struct TemporalText {
  private struct Item {
    /// Index in the vocabulary; 0 for none.
    var word: UInt16 = 0
    /// Bytes of the folded key that are clitics.
    var cliticBytes: UInt8 = 0
    var flags: UInt8 = 0

    static let conjunction: UInt8 = 1
    static let restoresArticle: UInt8 = 2
  }

  /// What reading never changes; one object, so that copies of the reader cost nothing.
  private final class Storage: Sendable {
    let text: AnalyzedText
    let vocabulary = TemporalVocabulary.shared
    let items: [Item]
    let triggers: [Int32]

    init(_ text: AnalyzedText) {
      self.text = text
      let tokens = text.tokens
      var items = [Item](repeating: Item(), count: tokens.count)
      var triggers: [Int32] = []
      for token in 0..<tokens.count {
        switch tokens.kind(at: token) {
        case .arabicWord:
          let item = TemporalText.item(token, tokens, vocabulary)
          guard item.word != 0 else { continue }
          items[token] = item
          if vocabulary.mayBegin(item.word) { triggers.append(Int32(truncatingIfNeeded: token)) }
        case .number where tokens.keyRange(at: token).count <= 4:
          triggers.append(Int32(truncatingIfNeeded: token))
        default: continue
        }
      }
      self.items = items
      self.triggers = triggers
    }
  }

  private let storage: Storage
  /// The tokens of the line that is read.
  private(set) var bounds: Range<Int> = 0..<0

  var text: AnalyzedText { storage.text }
  private var vocabulary: TemporalVocabulary { storage.vocabulary }
  private var items: [Item] { storage.items }
  /// The tokens that may begin an expression, in order.
  var triggers: [Int32] { storage.triggers }

  /// Looks up every word of a text.
  ///
  /// - Complexity: O(*n*).
  init(_ text: AnalyzedText) { storage = Storage(text) }

  /// Bounds reading by a line.
  mutating func enter(_ line: Range<Int>) { bounds = line }

  private static func item(
    _ token: Int, _ tokens: TokenList, _ vocabulary: TemporalVocabulary
  ) -> Item {
    let word = vocabulary.index(tokens.keyHash(at: token))
    if word != 0 { return Item(word: word) }
    guard Proclitics.mayBegin(tokens, at: token) else { return Item() }
    return peeled(token, tokens, vocabulary)
  }

  private static func peeled(
    _ token: Int, _ tokens: TokenList, _ vocabulary: TemporalVocabulary
  ) -> Item {
    let key = tokens.keyRange(at: token)
    // و is D9 88, ف D9 81.
    let second = tokens.keyPool[key.lowerBound + 1]
    let isConjunction =
      tokens.keyPool[key.lowerBound] == 0xD9 && (second == 0x88 || second == 0x81)
    let readings = Proclitics.possibleReadings(tokens, at: token)
    for index in 0..<readings.count {
      let reading = readings[index]
      var item = Item(
        cliticBytes: UInt8(reading.keyBytes),
        flags: (isConjunction ? Item.conjunction : 0)
          | (reading.restoresArticle ? Item.restoresArticle : 0))
      if reading.restoresArticle {
        for rest in Proclitics.keys(reading, tokens, at: token) where item.word == 0 {
          item.word = vocabulary.index(FoldedKey.hash(rest.span, 0..<rest.count))
        }
      } else {
        item.word = vocabulary.index(tokens.keyHash(at: token, dropping: reading.keyBytes))
      }
      if item.word != 0 { return item }
    }
    return Item()
  }

  // MARK: Words

  /// The meaning of a word behind its clitics.
  func word(_ token: Int) -> TemporalWord {
    bounds.contains(token) ? vocabulary[items[token].word] : .none
  }

  /// The meaning of a word that has no clitics.
  func bare(_ token: Int) -> TemporalWord {
    guard bounds.contains(token), items[token].cliticBytes == 0 else { return .none }
    return vocabulary[items[token].word]
  }

  func has(_ token: Int, _ flags: TemporalWord.Flags) -> Bool { word(token).has(flags) }
  func isBare(_ token: Int, _ flags: TemporalWord.Flags) -> Bool { bare(token).has(flags) }

  /// Where a word begins behind its clitics.
  func start(_ token: Int) -> UTF8Offset {
    // Behind the last word there is nothing to begin.
    guard bounds.contains(token) else { return text.text.range.upperBound }
    let item = items[token]
    guard item.cliticBytes > 0 else { return text.tokens.range(at: token).lowerBound }
    return Proclitics.start(
      ProcliticReading(
        keyBytes: Int(item.cliticBytes),
        restoresArticle: item.flags & Item.restoresArticle != 0),
      text.text, text.tokens, at: token)
  }

  func end(_ token: Int) -> UTF8Offset { UTF8Offset(text.tokens.end(at: token)) }

  /// Whether و or ف is attached to a word.
  func hasConjunction(_ token: Int) -> Bool {
    bounds.contains(token) && items[token].flags & Item.conjunction != 0
  }

  /// Whether a preposition is attached to a word, behind و or alone.
  func hasPreposition(_ token: Int) -> Bool {
    guard bounds.contains(token) else { return false }
    let item = items[token]
    return Int(item.cliticBytes) > (item.flags & Item.conjunction != 0 ? 2 : 0)
  }

  /// Whether a word has clitics.
  func hasClitics(_ token: Int) -> Bool {
    bounds.contains(token) && items[token].cliticBytes > 0
  }

  func isArabicWord(_ token: Int) -> Bool {
    bounds.contains(token) && text.tokens.kind(at: token) == .arabicWord
  }

  /// Whether a word's folded key is in a set.
  func isKey(_ token: Int, _ keys: KeySet) -> Bool {
    bounds.contains(token) && text.tokens.isKey(at: token, in: keys)
  }

  // MARK: Numbers and marks

  /// The value and count of digits of a plain number of at most four digits.
  func number(_ token: Int) -> (value: Int, digits: Int)? {
    guard bounds.contains(token), text.tokens.kind(at: token) == .number else { return nil }
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

  func isNumber(_ token: Int) -> Bool {
    bounds.contains(token) && text.tokens.kind(at: token) == .number
  }

  /// The scalar of a punctuation mark; a tatweel that stands alone counts as a dash.
  func mark(_ token: Int) -> UInt32? {
    guard bounds.contains(token) else { return nil }
    switch text.tokens.kind(at: token) {
    case .punctuation, .symbol: return text.firstScalar(of: token)
    case .arabicWord where text.tokens.keyRange(at: token).isEmpty:
      return text.firstScalar(of: token) == 0x0640 ? 0x2D : nil
    default: return nil
    }
  }

  func isDash(_ token: Int) -> Bool {
    guard let mark = mark(token) else { return false }
    return mark == 0x2D || (0x2010...0x2015).contains(mark) || mark == 0x2212
  }

  func isComma(_ token: Int) -> Bool {
    guard let mark = mark(token) else { return false }
    return mark == 0x060C || mark == 0x2C
  }

  /// Whether a token stands without a space behind the one before it.
  func isGlued(_ token: Int) -> Bool { bounds.contains(token) && text.tokens.isGlued(at: token) }

  /// ًا or اً at the end of a word: the accusative of a counted noun, or an adverb.
  func endsInTanwinAlef(_ token: Int) -> Bool {
    guard bounds.contains(token) else { return false }
    let range = text.tokens.range(at: token).utf8
    guard range.count > 4 else { return false }
    let bytes = text.text.utf8.span
    let last = bytes.scalar(before: range.upperBound)
    let before = bytes.scalar(before: range.upperBound - last.length)
    return last.value == 0x0627 && before.value == 0x064B
      || last.value == 0x064B && before.value == 0x0627
  }

  /// ً at the end of a word or before its last alef.
  func endsInTanwin(_ token: Int) -> Bool {
    guard bounds.contains(token) else { return false }
    let range = text.tokens.range(at: token).utf8
    let bytes = text.text.utf8.span
    var position = range.upperBound
    for _ in 0..<2 where position > range.lowerBound {
      let scalar = bytes.scalar(before: position)
      if scalar.value == 0x064B { return true }
      position -= scalar.length
    }
    return false
  }

  private static let heh: [UInt8] = [0xD9, 0x87]

  /// ة at the end of a word, which the key has as ه.
  func endsInTehMarbuta(_ token: Int) -> Bool {
    guard bounds.contains(token) else { return false }
    let key = text.tokens.keyRange(at: token)
    return key.count > 2
      && text.tokens.keyPool[(key.upperBound - 2)..<key.upperBound].elementsEqual(Self.heh)
  }

  /// Whether a token is a Latin word, in any case.
  func isLatin(_ token: Int, _ word: StaticString) -> Bool {
    guard bounds.contains(token), text.tokens.kind(at: token) == .otherWord else { return false }
    return text.text[text.tokens.range(at: token)].lowercased() == "\(word)"
  }

  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  /// Whether a word without clitics has the article.
  func hasArticle(_ token: Int) -> Bool {
    guard bounds.contains(token) else { return false }
    let range = text.tokens.keyRange(at: token)
    return range.count > 4 && text.tokens.keyPool[range].starts(with: Self.article)
  }

  private static let pluralEndings: [[UInt8]] = [
    [0xD9, 0x8A, 0xD9, 0x86], [0xD8, 0xA7, 0xD9, 0x86],
  ]

  /// Whether a word is a noun in the dual or plural without the article: «مديرين», «أمينان».
  func isIndefiniteDual(_ token: Int) -> Bool {
    guard isArabicWord(token), items[token].word == 0, !hasArticle(token) else { return false }
    let key = text.tokens.keyRange(at: token)
    guard key.count > 8 else { return false }
    let end = text.tokens.keyPool[(key.upperBound - 4)..<key.upperBound]
    return Self.pluralEndings.contains { end.elementsEqual($0) }
  }

  private static let pronouns: [[UInt8]] = [
    Array("ه".utf8), Array("ها".utf8), Array("هم".utf8), Array("هما".utf8), Array("نا".utf8),
    Array("هن".utf8),
  ]

  /// Whether a word ends in an attached pronoun, by its letters: «تعيينه», «توليها». The ة of a
  /// noun is told from ه in the text itself.
  func hasPronoun(_ token: Int) -> Bool {
    guard isArabicWord(token) else { return false }
    let range = text.tokens.range(at: token).utf8
    guard range.count > 8 else { return false }
    let bytes = text.text.utf8.span
    return Self.pronouns.contains { ending in
      let start = range.upperBound - ending.count
      return ending.indices.allSatisfy { bytes[start + $0] == ending[$0] }
    }
  }
}
