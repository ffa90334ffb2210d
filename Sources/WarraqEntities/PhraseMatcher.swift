import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Finds the phrases of a ``PhraseTrie`` in a text.
///
/// A phrase stands within a line. Clitics may stand before its first word, quotation marks between
/// and around its words.
struct PhraseMatcher {
  let text: AnalyzedText
  private let keys: PhraseKeys

  init(_ text: AnalyzedText) {
    self.text = text
    keys = PhraseKeys(text.text, text.tokens)
  }

  /// A phrase that was found.
  struct Match {
    var tokens: Range<Int>
    /// Where it begins, clitics left out.
    var start: UTF8Offset
    var number: Int
  }

  /// The longest phrases, from the start of the text on; they do not overlap.
  ///
  /// - Complexity: O(*n*) in the number of tokens, times the length of the longest phrase where the
  ///   text is made of beginnings of phrases.
  func longest(_ trie: PhraseTrie) -> [Match] {
    var found: [Match] = []
    for line in text.lines {
      var token = line.tokens.lowerBound
      while token < line.tokens.upperBound {
        var best: Match?
        matches(of: trie, at: token, limit: line.tokens.upperBound) { match in
          if match.tokens.count > best?.tokens.count ?? 0 { best = match }
        }
        token = best?.tokens.upperBound ?? token + 1
        if let best { found.append(best) }
      }
    }
    return found
  }

  /// Every phrase that stands in the text, however they overlap.
  func all(_ trie: PhraseTrie, _ body: (Match) -> Void) {
    for line in text.lines {
      for token in line.tokens {
        matches(of: trie, at: token, limit: line.tokens.upperBound, body)
      }
    }
  }

  /// Shortest rest, in bytes of the folded key, that clitics may leave of a single word: three
  /// letters.
  private static let shortestRest = 6

  private func matches(
    of trie: PhraseTrie, at token: Int, limit: Int, _ body: (Match) -> Void
  ) {
    let whole = keys.step(token, limit: limit)
    if begins(trie, whole) {
      walk(trie, token, whole, limit: limit) { end, number in
        body(Match(tokens: token..<end, start: start(of: token), number: number))
      }
    }
    guard text.tokens.kind(at: token) == .arabicWord, Proclitics.mayBegin(text.tokens, at: token)
    else { return }
    let readings = Proclitics.possibleReadings(text.tokens, at: token)
    for index in 0..<readings.count {
      let reading = readings[index]
      if reading.restoresArticle {
        for step in keys.steps(restoring: reading, at: token) {
          walk(behind: reading, trie, token, step, limit: limit, body)
        }
      } else {
        walk(
          behind: reading, trie, token,
          keys.step(token, dropping: reading.keyBytes, limit: limit), limit: limit, body)
      }
    }
  }

  private func begins(_ trie: PhraseTrie, _ step: PhraseKeys.Step) -> Bool {
    trie.mayBegin(with: step.key) || step.inside.map { trie.mayBegin(with: $0.key) } ?? false
  }

  private func walk(
    behind reading: ProcliticReading, _ trie: PhraseTrie, _ token: Int, _ first: PhraseKeys.Step,
    limit: Int, _ body: (Match) -> Void
  ) {
    guard begins(trie, first) else { return }
    let rest = text.tokens.keyRange(at: token).count - reading.keyBytes
    walk(trie, token, first, limit: limit) { end, number in
      guard end > token + 1 || rest >= Self.shortestRest else { return }
      let start = Proclitics.start(reading, text.text, text.tokens, at: token)
      body(Match(tokens: token..<end, start: start, number: number))
    }
  }

  private func start(of token: Int) -> UTF8Offset { text.tokens.range(at: token).lowerBound }

  /// Calls `body` with the end and the number of each phrase that begins with a step.
  private func walk(
    _ trie: PhraseTrie, _ first: Int, _ firstStep: PhraseKeys.Step, limit: Int,
    _ body: (Int, Int) -> Void
  ) {
    var node = PhraseTrie.root
    var token = first
    var step = firstStep
    /// The mark that closes a quotation begun inside of the phrase.
    var closing: Int?
    while true {
      func end(at node: UInt32, _ end: Int) {
        guard let number = trie.number(at: node) else { return }
        // حزب "الأمل": the mark that closes belongs to it; «حزب "الأمل الجديد"» is no whole.
        if let closing {
          if closing == end { body(end + 1, number) }
        } else {
          body(end, number)
        }
      }
      if let inside = step.inside {
        if let last = trie.child(of: node, step.key) { end(at: last, token + 1) }
        guard let next = trie.child(of: node, inside.key) else { return }
        node = next
        // أبو and بن end no phrase so; «عبد الله» is a word.
        if inside.end > token + 1 { end(at: node, inside.end) }
        token = inside.end
      } else {
        guard let next = trie.child(of: node, step.key) else { return }
        node = next
        token += 1
        end(at: node, token)
      }
      while token < limit, keys.isQuote(token) {
        if token == closing {
          closing = nil
        } else if let opening = text.marks.opening(of: token) {
          if opening < first { return }
        } else if let end = text.marks.closing(of: token) {
          if closing != nil { return }
          closing = end
        }
        token += 1
      }
      guard token < limit else { return }
      step = keys.step(token, limit: limit)
    }
  }
}
