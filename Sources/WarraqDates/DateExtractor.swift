public import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Finds expressions of time and gives them ISO values.
///
/// One pass over the tokens looks up each word in a table of the words of time, its clitics peeled
/// off; only where an expression may begin is the grammar asked, for the longest one. Text without
/// such words costs the look-up alone.
public struct DateExtractor: Annotator {
  /// What is found.
  public typealias Annotations = [Timex]

  /// Makes an extractor.
  public init() {}

  /// The time expressions of a text, in order; they never overlap.
  ///
  /// What the reference date has to tell is left open; ``DateResolver`` gives it a value.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  public func annotate(_ text: AnalyzedText) -> [Timex] {
    var grammar = TemporalGrammar(text: TemporalText(text))
    var timexes: [Timex] = []
    var line = 0
    var read = 0
    let triggers = grammar.text.triggers
    for trigger in triggers {
      let token = Int(trigger)
      if token < read { continue }
      while line < text.lines.count, text.lines[line].tokens.upperBound <= token { line += 1 }
      guard line < text.lines.count else { break }
      grammar.text.enter(text.lines[line].tokens)
      guard let found = grammar.expressions(token) else { continue }
      for phrase in found.phrases {
        if let timex = Self.timex(phrase, text) { timexes.append(timex) }
      }
      read = max(found.end, token + 1)
    }
    return timexes
  }

  /// A phrase with its value, as far as the text gives it; `nil` where the text gives one that does
  /// not exist, as 30 February.
  private static func timex(_ phrase: Phrase, _ text: AnalyzedText) -> Timex? {
    let range = phrase.start..<UTF8Offset(text.tokens.end(at: phrase.end - 1))
    let found = phrase.told.value(reference: nil, context: TimeContext())
    if found == nil, phrase.told.isTextual { return nil }
    return Timex(
      range: range, kind: phrase.kind, value: found?.value ?? "", modifier: phrase.modifier,
      hijri: found?.hijri, anchor: found?.anchor ?? .reference, rule: phrase.rule,
      statedWeekday: phrase.weekday, told: phrase.told)
  }
}
