import WarraqAnalysis
import WarraqEntities
import WarraqText
import WarraqTokenization

/// A text in the course of being read for quotations.
struct QuotationReader {
  /// A quotation that was found.
  struct Found {
    var quotation: Quotation
    var span: QuotedSpan
    /// The number of its sentence.
    var sentence: Int
  }

  /// A word of speaking in the text.
  struct Verb {
    var token: Int
    var word: SpeechWord
    /// The word without clitics.
    var range: TextRange
    var hasConjunction: Bool
    /// Whether clitics stand before it.
    var isPeeled: Bool
  }

  let text: AnalyzedText
  let mentions: MentionIndex
  let spans: [QuotedSpan]
  let vocabulary = SpeechVocabulary.shared
  private(set) var found: [Found] = []
  /// What verbs have told of the gender of entities.
  var genders: [Int: SpeechWord.Gender] = [:]

  var tokens: TokenList { text.tokens }

  init(_ text: AnalyzedText, entities: EntityAnnotation, spans: [QuotedSpan]) {
    self.text = text
    self.spans = spans
    mentions = MentionIndex(entities, in: text)
  }

  /// Takes down a span, if it is a quotation.
  mutating func read(_ index: Int) {
    let span = spans[index]
    guard span.words > 0, span.open > found.last?.span.close ?? -1 else { return }
    guard let cue = cue(of: span) else { return }
    let sentence = sentence(of: span.open)
    found.append(
      Found(
        quotation: Quotation(
          range: tokens.range(of: span.content), speaker: cue.speaker, verb: cue.verb?.range),
        span: span, sentence: sentence))
    if let speaker = cue.speaker, let gender = cue.verb?.word.gender { genders[speaker] = gender }
  }

  // MARK: Words

  func scalar(_ token: Int) -> UInt32 { text.firstScalar(of: token) }

  func isMark(_ token: Int) -> Bool {
    switch tokens.kind(at: token) {
    case .punctuation, .symbol: true
    default: false
    }
  }

  func isColon(_ token: Int) -> Bool { isMark(token) && scalar(token) == 0x3A }

  func isComma(_ token: Int) -> Bool {
    isMark(token) && [0x060C, 0x2C, 0x061B].contains(scalar(token))
  }

  func isComplementizer(_ token: Int) -> Bool {
    tokens.isKey(at: token, in: QuotationWords.complementizers)
  }

  /// الباحث, والباحثة: a noun with the article.
  func isDefinite(_ token: Int) -> Bool {
    guard tokens.kind(at: token) == .arabicWord else { return false }
    let range = tokens.keyRange(at: token)
    let pool = tokens.keyPool
    guard range.count > 7 else { return false }
    return pool[range.lowerBound] == 0xD8 && pool[range.lowerBound + 1] == 0xA7
      && pool[range.lowerBound + 2] == 0xD9 && pool[range.lowerBound + 3] == 0x84
  }

  /// مبتسمًا: a word with tanwin, or one that ends with alef as most such words do.
  func isAdverb(_ token: Int) -> Bool {
    let range = tokens.keyRange(at: token)
    guard tokens.kind(at: token) == .arabicWord, range.count >= 8 else { return false }
    return tokens.keyPool[range.upperBound - 2] == 0xD8
      && tokens.keyPool[range.upperBound - 1] == 0xA7
  }

  /// A clitic that stands before a quotation mark by itself: «بـ"..."».
  func clitic(_ token: Int) -> Bool {
    tokens.kind(at: token) == .arabicWord && tokens.keyRange(at: token).count == 2
  }

  /// The word of speaking at a token.
  func verb(at token: Int) -> Verb? {
    guard tokens.kind(at: token) == .arabicWord else { return nil }
    if let word = vocabulary.word(tokens.keyHash(at: token)) {
      return Verb(
        token: token, word: word, range: tokens.range(at: token), hasConjunction: false,
        isPeeled: false)
    }
    guard Proclitics.mayBegin(tokens, at: token) else { return nil }
    let readings = Proclitics.possibleReadings(tokens, at: token)
    for index in 0..<readings.count where !readings[index].restoresArticle {
      let reading = readings[index]
      guard let word = vocabulary.word(tokens.keyHash(at: token, dropping: reading.keyBytes)) else {
        continue
      }
      let key = tokens.keyRange(at: token).lowerBound
      let pool = tokens.keyPool
      let last = key + reading.keyBytes - 2
      let isConjunction = pool[last] == 0xD9 && (pool[last + 1] == 0x88 || pool[last + 1] == 0x81)
      // بقوله, ليقول; other prepositions make a noun of what follows.
      let isPurpose =
        pool[last] == 0xD9 && pool[last + 1] == 0x84 && pool[last + 2] == 0xD9
        && pool[last + 3] == 0x8A
      guard isConjunction || word.kind == .saying || isPurpose else { continue }
      let start = Proclitics.start(reading, text.text, tokens, at: token)
      return Verb(
        token: token, word: word, range: start..<tokens.range(at: token).upperBound,
        hasConjunction: isConjunction || reading.keyBytes == 4, isPeeled: true)
    }
    return nil
  }

  // MARK: Places

  /// The number of the sentence that a token stands in.
  ///
  /// - Complexity: O(log *n*).
  func sentence(of token: Int) -> Int {
    var low = 0
    var high = text.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].tokens.upperBound <= token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return min(low, text.sentences.count - 1)
  }

  /// The tokens of the line that a sentence stands in.
  func line(ofSentence sentence: Int) -> Range<Int> {
    text.lines[text.sentences[sentence].line].tokens
  }

  /// The quotation that a token is part of.
  func quotation(around token: Int) -> Found? {
    var index = found.count - 1
    while index >= 0, found[index].span.close > token {
      if found[index].span.open < token { return found[index] }
      index -= 1
    }
    return nil
  }
}
