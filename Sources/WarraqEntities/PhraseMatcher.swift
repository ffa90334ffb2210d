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
    var here: [Match] = []
    for line in text.lines {
      var token = line.tokens.lowerBound
      while token < line.tokens.upperBound {
        here.removeAll(keepingCapacity: true)
        matches(of: trie, at: token, limit: line.tokens.upperBound, into: &here)
        // Of two of one length the one without clitics, which comes first.
        var best: Match?
        for match in here where match.tokens.count > best?.tokens.count ?? 0 { best = match }
        token = best?.tokens.upperBound ?? token + 1
        if let best { found.append(best) }
      }
    }
    return found
  }

  /// Every phrase that stands in the text, however they overlap.
  func all(_ trie: PhraseTrie) -> [Match] {
    var found: [Match] = []
    for line in text.lines {
      for token in line.tokens {
        matches(of: trie, at: token, limit: line.tokens.upperBound, into: &found)
      }
    }
    return found
  }

  /// Shortest rest, in bytes of the folded key, that clitics may leave of a single word: three
  /// letters.
  private static let shortestRest = 6

  private func matches(
    of trie: PhraseTrie, at token: Int, limit: Int, into found: inout [Match]
  ) {
    // Nearly every word of a text ends here.
    let isPlain = keys.isPlain(token)
    if isPlain, !trie.mayBegin(with: text.tokens.keyHash(at: token)),
      !Proclitics.mayBegin(text.tokens, at: token)
    {
      return
    }
    walk(trie, token, keys.step(token, limit: limit), nil, limit: limit, into: &found)
    guard text.tokens.kind(at: token) == .arabicWord, Proclitics.mayBegin(text.tokens, at: token)
    else { return }
    let readings = Proclitics.possibleReadings(text.tokens, at: token)
    for index in 0..<readings.count {
      let reading = readings[index]
      if reading.restoresArticle {
        for step in keys.steps(restoring: reading, at: token) {
          walk(trie, token, step, reading, limit: limit, into: &found)
        }
      } else if !isPlain || keys.mayBeShort(token, dropping: reading.keyBytes)
        || trie.mayBegin(with: text.tokens.keyHash(at: token, dropping: reading.keyBytes))
      {
        let step = keys.step(token, dropping: reading.keyBytes, limit: limit)
        walk(trie, token, step, reading, limit: limit, into: &found)
      }
    }
  }

  /// Notes each phrase that begins with a step.
  ///
  /// - Parameter reading: The clitics before the first word; `nil` where there are none.
  private func walk(
    _ trie: PhraseTrie, _ first: Int, _ firstStep: PhraseKeys.Step, _ reading: ProcliticReading?,
    limit: Int, into found: inout [Match]
  ) {
    guard
      trie.mayBegin(with: firstStep.key)
        || firstStep.inside.map({ trie.mayBegin(with: $0.key) }) ?? false
    else { return }
    var node = PhraseTrie.root
    var token = first
    var step = firstStep
    /// The mark that closes a quotation begun inside of the phrase.
    var closing: Int?
    while true {
      if let inside = step.inside {
        if let last = trie.child(of: node, step.key) {
          note(trie.number(at: last), first..<(token + 1), closing, reading, &found)
        }
        guard let next = trie.child(of: node, inside.key) else { return }
        node = next
        // أبو and بن end no phrase so; «عبد الله» is a word.
        if inside.end > token + 1 {
          note(trie.number(at: node), first..<inside.end, closing, reading, &found)
        }
        token = inside.end
      } else {
        guard let next = trie.child(of: node, step.key) else { return }
        node = next
        token += 1
        note(trie.number(at: node), first..<token, closing, reading, &found)
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

  /// Notes a phrase, where one ends.
  ///
  /// - Parameter closing: The mark that closes a quotation begun inside of it: of «حزب "الأمل"» it is
  ///   part, «حزب "الأمل الجديد"» is no whole.
  private func note(
    _ number: Int?, _ tokens: Range<Int>, _ closing: Int?, _ reading: ProcliticReading?,
    _ found: inout [Match]
  ) {
    guard let number, closing == nil || closing == tokens.upperBound else { return }
    var start = text.tokens.range(at: tokens.lowerBound).lowerBound
    if let reading {
      let rest = text.tokens.keyRange(at: tokens.lowerBound).count - reading.keyBytes
      guard tokens.count > 1 || rest >= Self.shortestRest else { return }
      start = Proclitics.start(reading, text.text, text.tokens, at: tokens.lowerBound)
    }
    let end = closing == nil ? tokens.upperBound : tokens.upperBound + 1
    found.append(Match(tokens: tokens.lowerBound..<end, start: start, number: number))
  }
}
