import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// A stretch of text that a rule takes for a name.
struct Candidate {
  var tokens: Range<Int>
  /// Where the name begins, clitics left out.
  var start: UTF8Offset
  var end: UTF8Offset
  var type: EntityType
  var rule: EntityRule
  /// The lexicon's entity, where the name is known.
  var entity: Int?
  /// The gazetteer's identity, where the user lists the name.
  var listed: Int?
  /// How sure the rule is of this name.
  var confidence: Double

  init(
    _ view: LexicalView, _ tokens: Range<Int>, start: UTF8Offset? = nil, _ type: EntityType,
    _ rule: EntityRule, entity: Int? = nil
  ) {
    self.tokens = tokens
    self.start = start ?? view.tokens.range(at: tokens.lowerBound).lowerBound
    end = view.tokens.range(at: tokens.upperBound - 1).upperBound
    self.type = type
    self.rule = rule
    self.entity = entity
    confidence = rule.confidence
  }
}

extension Array<Candidate> {
  /// Leaves out candidates that overlap a better one: what the user lists goes before all else, the
  /// longest mention is reported, of two of one length the one whose entity is known, then the
  /// surer, of two alike the earlier.
  ///
  /// - Complexity: O(*n* log *n*), and O(length of the candidates).
  func withoutOverlaps(tokenCount: Int) -> [Candidate] {
    var taken = [Bool](repeating: false, count: tokenCount)
    var kept: [Candidate] = []
    let ranked = sorted {
      if ($0.listed == nil) != ($1.listed == nil) { return $0.listed != nil }
      return ($1.tokens.count, $1.entity == nil ? 0 : 1, $1.confidence, $0.tokens.lowerBound)
        < ($0.tokens.count, $0.entity == nil ? 0 : 1, $0.confidence, $1.tokens.lowerBound)
    }
    for candidate in ranked where !candidate.tokens.contains(where: { taken[$0] }) {
      for token in candidate.tokens { taken[token] = true }
      kept.append(candidate)
    }
    return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
