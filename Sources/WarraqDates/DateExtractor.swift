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
    let times = TimePhrases(cursor)
    var timexes: [Timex] = []
    var token = 0
    while token < text.tokens.count {
      let mayBeDate = mayBegin(token, cursor)
      let date = mayBeDate ? phrases.phrase(at: token) : nil
      // The longer reading counts: «مارس» in «مارس الماضي», «2024» in «الربع الأول من 2024».
      if mayBeDate || times.time(token) != nil, let time = times.phrase(at: token),
        time.end > date?.end ?? token
      {
        timexes.append(time.timex)
        token = time.end
        continue
      }
      if let date { timexes.append(contentsOf: date.timexes) }
      token = max(date?.end ?? 0, token + 1)
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
        .monthHead, .weekday, .position, .ordinal, .before:
        return true
      default:
        return false
      }
    default:
      return false
    }
  }
}
