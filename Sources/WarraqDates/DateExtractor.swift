public import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Finds dates and gives them ISO values.
///
/// One scan over the tokens: a number, or a word of ``DateVocabulary`` (its clitics peeled off),
/// may begin an expression; everything else costs one look-up. At such a token the longest
/// expression of the grammar is taken.
public struct DateExtractor: Annotator {
  /// What is found.
  public typealias Annotations = [Timex]

  /// Makes an extractor.
  public init() {}

  /// The time expressions of a text, in order; they never overlap.
  ///
  /// Days and months without a year carry `XXXX`; ``DateResolver`` gives them one.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  public func annotate(_ text: AnalyzedText) -> [Timex] {
    let cursor = DateCursor(text)
    let phrases = DatePhrases(cursor)
    var timexes: [Timex] = []
    var token = 0
    while token < text.tokens.count {
      guard mayBegin(token, cursor), let phrase = phrases.phrase(at: token) else {
        token += 1
        continue
      }
      timexes.append(contentsOf: phrase.timexes)
      token = max(phrase.end, token + 1)
    }
    return timexes
  }

  private func mayBegin(_ token: Int, _ cursor: DateCursor) -> Bool {
    switch cursor.text.tokens.kind(at: token) {
    case .number:
      return cursor.number(token) != nil
    case .arabicWord:
      if cursor.beginsFirstOfMonth(token) { return true }
      switch cursor.peeled(token)?.word {
      case .month, .pairedMonth, .hijriMonth, .pairedHijriMonth, .hijriOwner, .yearHead, .dayHead,
        .monthHead, .weekday, .position, .ordinal:
        return true
      default:
        return false
      }
    default:
      return false
    }
  }
}
