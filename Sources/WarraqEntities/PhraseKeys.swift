import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// The keys that surfaces of user lists are compared by: the hashes of folded words, with what
/// Arabic writes in several ways brought to one.
///
/// Quotation marks are no words. أبا and أبي are أبو and ابن is بن where a word follows; عبد is one
/// word with the next; پ چ ڤ گ are ب ج ف غ; all dashes are one.
struct PhraseKeys {
  let tokens: TokenList
  let text: SourceText
  /// Whether any key of the text has a letter of other languages: nearly no text has one.
  private let hasForeignLetters: Bool

  init(_ text: SourceText, _ tokens: TokenList) {
    self.text = text
    self.tokens = tokens
    hasForeignLetters = Self.hasForeignLetters(
      tokens.keyPool.span, 0..<tokens.keyPool.count)
  }

  /// What can stand at a place of a phrase.
  struct Step {
    /// The key of the word by itself, as the last of a phrase.
    var key: UInt64
    /// The key as one of several words, and where the next begins; `nil` for words that are written
    /// in one way only.
    var inside: (key: UInt64, end: Int)?
  }

  /// The key of a token, its line ending before `limit`.
  ///
  /// - Parameter dropping: Bytes of clitics at the front of its folded key.
  func step(_ token: Int, dropping: Int = 0, limit: Int) -> Step {
    let kind = tokens.kind(at: token)
    if kind == .punctuation, Self.isDash(scalar(token)) { return Step(key: Self.dash) }
    guard kind == .arabicWord else { return Step(key: tokens.keyHash(at: token)) }
    let hash =
      hasForeignLetters
      ? foreign(token, dropping) : tokens.keyHash(at: token, dropping: dropping)
    let length = tokens.keyRange(at: token).count - dropping
    guard length <= 6 else { return Step(key: hash) }
    return Step(key: hash, inside: variant(of: hash, token, limit: limit))
  }

  /// Whether a token is a word that is written in one way only.
  func isPlain(_ token: Int) -> Bool {
    !hasForeignLetters && tokens.kind(at: token) == .arabicWord && !mayBeShort(token)
  }

  /// Whether a word, some bytes of clitics left out, is as short as أبو, ابن, بن and عبد.
  func mayBeShort(_ token: Int, dropping: Int = 0) -> Bool {
    tokens.keyRange(at: token).count - dropping <= 6
  }

  /// The same for a word whose article the preposition ل has swallowed: its keys with the article
  /// written.
  func steps(restoring reading: ProcliticReading, at token: Int) -> [Step] {
    Proclitics.keys(reading, tokens, at: token).map {
      Step(key: FoldedKey.hash($0.span, 0..<$0.count))
    }
  }

  /// أبا بكر, ابن سلمان, عبد الله.
  private func variant(
    of hash: UInt64, _ token: Int, limit: Int
  ) -> (key: UInt64, end: Int)? {
    let next = token + 1
    guard next < limit, tokens.kind(at: next) == .arabicWord else { return nil }
    if Self.fathers.contains(hash) { return (Self.father, next) }
    if Self.sons.contains(hash) { return (Self.son, next) }
    guard Self.servants.contains(hash) else { return nil }
    let key = Self.servant + tokens.keyPool[tokens.keyRange(at: next)]
    return (FoldedKey.hash(key.span, 0..<key.count), next + 1)
  }

  /// Whether a token is a quotation mark.
  func isQuote(_ token: Int) -> Bool {
    guard tokens.kind(at: token) == .punctuation else { return false }
    switch scalar(token) {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0xFF02: return true
    default: return false
    }
  }

  private func scalar(_ token: Int) -> UInt32 {
    text.utf8.span.scalar(at: tokens.start(at: token)).value
  }

  private static func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || (0x2010...0x2015).contains(scalar) || scalar == 0x2212
  }

  private static func key(_ word: String) -> UInt64 {
    let key = FoldTable.shared.fold(word)
    return FoldedKey.hash(key.span, 0..<key.count)
  }

  private static let fathers: KeySet = ["أبو", "أبا", "أبي"]
  private static let sons: KeySet = ["بن", "ابن"]
  private static let servants: KeySet = ["عبد"]
  private static let father = key("أبو")
  private static let son = key("بن")
  private static let dash = key("-")
  private static let servant = FoldTable.shared.fold("عبد")

  // MARK: Letters of other languages

  /// The letter that stands for a letter of other languages in most spellings, as its bytes.
  private static func substitute(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
    switch (first, second) {
    case (0xDA, 0xA4): (0xD9, 0x81)
    case (0xD9, 0xBE): (0xD8, 0xA8)
    case (0xDA, 0x86): (0xD8, 0xAC)
    case (0xDA, 0xAF): (0xD8, 0xBA)
    default: nil
    }
  }

  /// Whether any letter of a range is one of those.
  private static func hasForeignLetters(_ pool: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    for index in range.lowerBound..<(range.upperBound - 1)
    where pool[index] >= 0xD9 && substitute(pool[index], pool[index + 1]) != nil {
      return true
    }
    return false
  }

  private func foreign(_ token: Int, _ dropping: Int) -> UInt64 {
    let range = tokens.keyRange(at: token)
    guard Self.hasForeignLetters(tokens.keyPool.span, range) else {
      return tokens.keyHash(at: token, dropping: dropping)
    }
    var key = Array(tokens.keyPool[(range.lowerBound + dropping)..<range.upperBound])
    for position in key.indices.dropLast() {
      if let letter = Self.substitute(key[position], key[position + 1]) {
        (key[position], key[position + 1]) = letter
      }
    }
    return FoldedKey.hash(key.span, 0..<key.count)
  }

  // MARK: Surfaces

  /// The keys of a whole phrase.
  ///
  /// - Returns: No keys where no letter or digit is in it.
  func phrase(_ range: Range<Int>) -> [UInt64] {
    var keys: [UInt64] = []
    var hasWord = false
    var token = range.lowerBound
    while token < range.upperBound {
      if isQuote(token) {
        token += 1
        continue
      }
      if tokens.kind(at: token) != .punctuation { hasWord = true }
      let step = step(token, limit: range.upperBound)
      keys.append(step.inside?.key ?? step.key)
      token = step.inside?.end ?? token + 1
    }
    return hasWord ? keys : []
  }
}
