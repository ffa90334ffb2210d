import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// What the lexicon says of a word.
struct WordTraits: OptionSet {
  let rawValue: UInt16

  static let givenName = WordTraits(rawValue: 1 << 0)
  /// A given name that is an everyday word too.
  static let givenWord = WordTraits(rawValue: 1 << 1)
  static let familyName = WordTraits(rawValue: 1 << 2)
  static let familyWord = WordTraits(rawValue: 1 << 3)
  static let nationality = WordTraits(rawValue: 1 << 4)
  /// A preposition, particle, pronoun and the like.
  static let function = WordTraits(rawValue: 1 << 5)
  static let verb = WordTraits(rawValue: 1 << 6)
  static let speechVerb = WordTraits(rawValue: 1 << 7)
  static let noun = WordTraits(rawValue: 1 << 8)
  static let title = WordTraits(rawValue: 1 << 9)
  static let head = WordTraits(rawValue: 1 << 10)

  static let anyGiven: WordTraits = [.givenName, .givenWord]
  static let anyFamily: WordTraits = [.familyName, .familyWord]
  static let anyName: WordTraits = [.givenName, .givenWord, .familyName, .familyWord]
  /// Words that a name does not go on with.
  static let closes: WordTraits = [.function, .verb, .speechVerb, .noun]
}

/// A title, office or head of an office phrase.
struct TitlePhrase {
  enum Kind {
    case honorific, office, officeHead
  }

  var kind: Kind
  var end: Int
}

/// A phrase of the lexicon found in the text.
struct NameMatch {
  var tokens: Range<Int>
  /// Where the name begins, clitics left out.
  var start: UTF8Offset
  var entity: Int
  var type: EntityType
  var evidence: Evidence
}

/// The text as the lexicon sees it: traits, titles, heads and names, for every token.
struct LexicalView {
  let text: AnalyzedText
  let lexicon: Lexicon
  private(set) var traits: [WordTraits]
  /// Bytes of the folded key that are clitics, where the traits are those of the rest.
  private(set) var clitics: [UInt8]
  private(set) var restoresArticle: [Bool]
  /// Tokens of the longest given name that begins at a token: 2 for «عبد الله».
  private(set) var givenLength: [UInt8]
  private(set) var titles: [Int: TitlePhrase] = [:]
  private(set) var heads: [Int: LexiconRecord] = [:]
  /// Names in order of their first token; several may begin at one.
  private(set) var names: [NameMatch] = []
  /// First tokens of names that the lexicon is sure of, persons left out.
  private(set) var sureNameStarts: Set<Int> = []
  /// End of each token's line, as a token index.
  private(set) var lineEnd: [Int32]

  var tokens: TokenList { text.tokens }

  /// Looks up a whole text.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  init(_ text: AnalyzedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    let count = text.tokens.count
    traits = [WordTraits](repeating: [], count: count)
    clitics = [UInt8](repeating: 0, count: count)
    restoresArticle = [Bool](repeating: false, count: count)
    givenLength = [UInt8](repeating: 0, count: count)
    lineEnd = [Int32](repeating: 0, count: count)
    for line in text.lines {
      for token in line.tokens {
        lineEnd[token] = Int32(line.tokens.upperBound)
        lookUp(token)
      }
    }
  }

  /// The names that begin at a token.
  ///
  /// - Complexity: O(log *n*) in the number of names.
  func names(at token: Int) -> ArraySlice<NameMatch> {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < names.count, names[end].tokens.lowerBound == token { end += 1 }
    return names[low..<end]
  }

  /// Whether a token begins with clitics that its traits leave out.
  func isPeeled(_ token: Int) -> Bool { clitics[token] != 0 }

  /// Whether a word is a given name as it stands, «والتر», whatever its first letter could be.
  func isWholeGivenName(_ token: Int) -> Bool {
    guard let term = lexicon.term(of: tokens, at: token),
      let node = lexicon.child(of: .root, term)
    else { return false }
    return lexicon.records(at: node).contains { lexicon[record: $0].category == .givenName }
  }

  /// Where a token's text begins behind the clitics that its traits leave out.
  func start(of token: Int) -> UTF8Offset {
    guard clitics[token] != 0 else { return tokens.range(at: token).lowerBound }
    let reading = ProcliticReading(
      keyBytes: Int(clitics[token]), restoresArticle: restoresArticle[token])
    return Proclitics.start(reading, text.text, tokens, at: token)
  }

  /// Whether a token stands in the line of another one before it.
  func inLine(_ token: Int, of earlier: Int) -> Bool {
    token < Int(lineEnd[earlier])
  }

  // MARK: Looking up

  /// Shortest rest, in bytes of the folded key, that clitics may leave of a single-word name.
  private static let shortestRest = 6

  /// فـ and كـ begin many verbs, «فوجده», «كسرت»: behind them a name has four letters.
  private func shortestRest(_ token: Int, _ reading: ProcliticReading) -> Int {
    let first = tokens.keyRange(at: token).lowerBound
    // ف is D9 81, ك is D9 83.
    let second = tokens.keyPool[first + 1]
    let isRare = tokens.keyPool[first] == 0xD9 && (second == 0x81 || second == 0x83)
    return isRare && reading.keyBytes == 2 ? 8 : Self.shortestRest
  }

  private mutating func lookUp(_ token: Int) {
    let kind = tokens.kind(at: token)
    guard kind == .arabicWord || kind == .otherWord else { return }
    if let term = term(token),
      walk(from: token, term, reading: nil)
    {
      return
    }
    guard kind == .arabicWord, Proclitics.mayBegin(tokens, at: token) else { return }
    for reading in Proclitics.readings(tokens, at: token) {
      if reading.restoresArticle {
        for key in Proclitics.keys(reading, tokens, at: token) {
          if let term = lexicon.term(key), walk(from: token, term, reading: reading) { return }
        }
      } else {
        let range = tokens.keyRange(at: token)
        let rest = (range.lowerBound + reading.keyBytes)..<range.upperBound
        if let term = lexicon.term(tokens.keyPool, rest), walk(from: token, term, reading: reading)
        {
          return
        }
        // «لأبو سعيد»: words that begin names without being names.
        if Self.nameParticles.contains(tokens.keyHash(at: token, dropping: reading.keyBytes)) {
          clitics[token] = UInt8(reading.keyBytes)
          return
        }
      }
    }
  }

  private static let nameParticles: KeySet = ["أبو", "أبا", "أبي", "ابن", "بن", "عبد"]

  /// The term of a whole word. Letters of other languages are read as the Arabic letters that
  /// stand for them in most spellings: ڤ as ف, پ as ب, چ as ج, گ as غ.
  private func term(_ token: Int) -> Lexicon.Term? {
    if let term = lexicon.term(of: tokens, at: token) { return term }
    let range = tokens.keyRange(at: token)
    var key: [UInt8] = []
    var position = range.lowerBound
    while position + 1 < range.upperBound {
      let letter: (UInt8, UInt8)? =
        switch (tokens.keyPool[position], tokens.keyPool[position + 1]) {
        case (0xDA, 0xA4): (0xD9, 0x81)
        case (0xD9, 0xBE): (0xD8, 0xA8)
        case (0xDA, 0x86): (0xD8, 0xAC)
        case (0xDA, 0xAF): (0xD8, 0xBA)
        default: nil
        }
      if let letter {
        if key.isEmpty { key = Array(tokens.keyPool[range]) }
        key[position - range.lowerBound] = letter.0
        key[position - range.lowerBound + 1] = letter.1
      }
      position += 1
    }
    return key.isEmpty ? nil : lexicon.term(key)
  }

  /// Walks the phrases that begin with a term; whether any of them ends in the text.
  private mutating func walk(
    from token: Int, _ first: Lexicon.Term, reading: ProcliticReading?
  ) -> Bool {
    guard var node = lexicon.child(of: .root, first) else { return false }
    var longest: [NameMatch] = []
    var found = false
    var end = token + 1
    while true {
      for index in lexicon.records(at: node) {
        let record = lexicon[record: index]
        if record.category == .entity {
          if end == token + 1, let reading,
            tokens.keyRange(at: token).count - reading.keyBytes < shortestRest(token, reading)
          {
            continue
          }
          guard let type = record.type else { continue }
          let match = NameMatch(
            tokens: token..<end, start: tokens.range(at: token).lowerBound, entity: record.value,
            type: type, evidence: record.evidence)
          longest.removeAll { $0.evidence == match.evidence && $0.tokens != match.tokens }
          longest.append(match)
          found = true
        } else if note(record, token, end: end) {
          found = true
        }
      }
      guard end < Int(lineEnd[token]), let term = term(end),
        let next = lexicon.child(of: node, term)
      else { break }
      node = next
      end += 1
    }
    guard found else { return false }
    if let reading {
      clitics[token] = UInt8(reading.keyBytes)
      restoresArticle[token] = reading.restoresArticle
    }
    for var match in longest {
      match.start = start(of: token)
      names.append(match)
      if match.evidence == .sure, match.type != .person { sureNameStarts.insert(token) }
    }
    return true
  }

  /// Notes what a record says of a token; whether it says anything.
  private mutating func note(_ record: LexiconRecord, _ token: Int, end: Int) -> Bool {
    let isWord = end == token + 1
    switch record.category {
    case .entity:
      return false
    case .givenName:
      traits[token].insert(record.flag == 0 ? .givenName : .givenWord)
      givenLength[token] = UInt8(clamping: end - token)
    case .familyName:
      guard isWord else { return false }
      traits[token].insert(record.flag == 0 ? .familyName : .familyWord)
    case .honorific: noteTitle(.honorific, token, end)
    case .office: noteTitle(.office, token, end)
    case .officeHead: noteTitle(.officeHead, token, end)
    case .head:
      guard isWord else { return false }
      traits[token].insert(.head)
      // Of two types the one listed first: «قناة» is a channel before it is a canal.
      if heads[token] == nil { heads[token] = record }
    case .nationality:
      traits[token].insert(.nationality)
    case .functionWord:
      guard isWord else { return false }
      switch FunctionWordClass(rawValue: record.flag) {
      case .verb: traits[token].insert(.verb)
      case .speechVerb: traits[token].insert(.speechVerb)
      case .noun: traits[token].insert(.noun)
      default: traits[token].insert(.function)
      }
    }
    return true
  }

  private static let governor: KeySet = ["والي"]

  private mutating func noteTitle(_ kind: TitlePhrase.Kind, _ token: Int, _ end: Int) {
    // «وإلى» is no «والي», though folding makes them alike.
    if end == token + 1, tokens.isKey(at: token, in: Self.governor),
      text.text.utf8[tokens.range(at: token).utf8].contains(0xA5)
    {
      return
    }
    traits[token].insert(.title)
    titles[token] = TitlePhrase(kind: kind, end: end)
  }
}

// MARK: Shapes of words

extension LexicalView {
  /// Whether a token is a word of the Arabic script.
  func isArabicWord(_ token: Int) -> Bool { tokens.kind(at: token) == .arabicWord }

  /// Whether a word has the article, and a stem of two letters or more.
  func isDefinite(_ token: Int) -> Bool {
    isArabicWord(token) && hasPrefix([0xD8, 0xA7, 0xD9, 0x84], token, longerThan: 7)
  }

  /// للفكر: ل with the article.
  func isDefiniteWithLam(_ token: Int) -> Bool {
    isArabicWord(token) && hasPrefix([0xD9, 0x84, 0xD9, 0x84], token, longerThan: 7)
  }

  /// والدراسات: و with the article.
  func isDefiniteWithWaw(_ token: Int) -> Bool {
    isArabicWord(token) && hasPrefix([0xD9, 0x88, 0xD8, 0xA7, 0xD9, 0x84], token, longerThan: 9)
  }

  /// Whether a word begins with ي or سي, as imperfect verbs do, or with و, as clauses do.
  func beginsLikeVerb(_ token: Int) -> Bool {
    hasPrefix([0xD9, 0x8A], token, longerThan: 3) || hasPrefix([0xD9, 0x88], token, longerThan: 3)
      || hasPrefix([0xD8, 0xB3, 0xD9, 0x8A], token, longerThan: 7)
  }

  /// بالتذكير, والقمح, كالسابق, للنقل: a clitic and the article.
  func hasCliticAndArticle(_ token: Int) -> Bool {
    if isDefiniteWithLam(token) || isDefiniteWithWaw(token) { return true }
    return isArabicWord(token)
      && (hasPrefix([0xD8, 0xA8, 0xD8, 0xA7, 0xD9, 0x84], token, longerThan: 9)
        || hasPrefix([0xD9, 0x81, 0xD8, 0xA7, 0xD9, 0x84], token, longerThan: 9)
        || hasPrefix([0xD9, 0x83, 0xD8, 0xA7, 0xD9, 0x84], token, longerThan: 9))
  }

  /// Whether a word's folded key begins with ل.
  func beginsWithLam(_ token: Int) -> Bool {
    isArabicWord(token) && hasPrefix([0xD9, 0x84], token, longerThan: 7)
  }

  /// Whether a word's folded key ends with ي, as a nisba does.
  func endsWithYeh(_ token: Int) -> Bool {
    hasSuffix([0xD9, 0x8A], token)
  }

  /// «التزامها»: a noun whose first letters only look like the article.
  func hasPronoun(_ token: Int) -> Bool {
    hasSuffix([0xD9, 0x87, 0xD8, 0xA7], token) && tokens.keyRange(at: token).count > 10  // ها
  }

  /// Whether a word's folded key ends with ه.
  func endsWithHeh(_ token: Int) -> Bool {
    hasSuffix([0xD9, 0x87], token)
  }

  /// Whether a word's folded key ends like a feminine adjective of relation: «الاستراتيجية».
  func endsWithYehHeh(_ token: Int) -> Bool {
    hasSuffix([0xD9, 0x8A, 0xD9, 0x87], token)
  }

  /// Whether a word begins with ي or ت, و or ف before it allowed: «تشرح», «ويستدرك».
  func looksImperfect(_ token: Int) -> Bool {
    let range = tokens.keyRange(at: token)
    guard range.count >= 8, !hasCommonEnding(token) else { return false }
    var first = range.lowerBound
    let pool = tokens.keyPool
    if pool[first] == 0xD9, pool[first + 1] == 0x88 || pool[first + 1] == 0x81 { first += 2 }
    return pool[first] == 0xD9 && pool[first + 1] == 0x8A
      || pool[first] == 0xD8 && pool[first + 1] == 0xAA
  }

  /// Whether a word ends like an adjective of relation or a feminine: «السياسي», «السياسية».
  func endsWithYehOrHeh(_ token: Int) -> Bool { endsWithYeh(token) || endsWithHeh(token) }

  /// Whether a verb has a feminine subject: رفضت, ترفض.
  func isFeminineVerb(_ token: Int) -> Bool {
    guard !traits[token].isDisjoint(with: [.verb, .speechVerb]) else { return false }
    return hasSuffix([0xD8, 0xAA], token) || hasPrefix([0xD8, 0xAA], token, longerThan: 5)
  }

  /// Whether a word looks like a feminine, a plural or an adverb: no part of a personal name.
  func hasCommonEnding(_ token: Int) -> Bool {
    let range = tokens.range(at: token).utf8
    let bytes = text.text.utf8.span
    let last = bytes.scalar(before: range.upperBound).value
    if last == 0x0629 || last == 0x064B { return true }  // ة and tanwin
    if last == 0x0627, range.count > 4,
      bytes.scalar(before: range.upperBound - 2).value == 0x064B
    {
      return true  // ًا
    }
    let key = tokens.keyRange(at: token)
    guard key.count > 8 else { return false }
    return hasSuffix([0xD8, 0xA7, 0xD8, 0xAA], token)  // ات
      || hasSuffix([0xD9, 0x88, 0xD9, 0x86], token)  // ون
      || hasSuffix([0xD9, 0x87, 0xD8, 0xA7], token)  // ها
      || hasSuffix([0xD9, 0x87, 0xD9, 0x85], token)  // هم
  }

  private func hasPrefix(_ prefix: [UInt8], _ token: Int, longerThan length: Int) -> Bool {
    let range = tokens.keyRange(at: token)
    guard range.count > length else { return false }
    for offset in 0..<prefix.count
    where tokens.keyPool[range.lowerBound + offset] != prefix[offset] {
      return false
    }
    return true
  }

  private func hasSuffix(_ suffix: [UInt8], _ token: Int) -> Bool {
    let range = tokens.keyRange(at: token)
    guard range.count > suffix.count else { return false }
    for offset in 0..<suffix.count
    where tokens.keyPool[range.upperBound - suffix.count + offset] != suffix[offset] {
      return false
    }
    return true
  }
}
