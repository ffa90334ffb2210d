import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// The user's own names: those that are always reported, and those that never are.
struct GazetteerRules {
  let view: LexicalView
  let gazetteer: Gazetteer?
  /// The last token of names that are never reported, by where they begin.
  private let stopped: [UTF8Offset: [Int]]
  private let isWholeTokens: Bool
  private let matcher: PhraseMatcher?

  /// - Parameter wholeTokens: Whether names keep the clitics of their first token.
  init(
    view: LexicalView, gazetteer: Gazetteer?, stopList: StopList?, wholeTokens: Bool = false
  ) {
    self.view = view
    self.gazetteer = gazetteer
    isWholeTokens = wholeTokens
    var stopped: [UTF8Offset: [Int]] = [:]
    matcher = gazetteer != nil || stopList != nil ? PhraseMatcher(view.text) : nil
    if let matcher, let stopList, !stopList.trie.isEmpty {
      for match in matcher.all(stopList.trie) {
        let start =
          wholeTokens
          ? view.tokens.range(at: match.tokens.lowerBound).lowerBound : match.start
        stopped[start, default: []].append(match.tokens.upperBound)
      }
    }
    self.stopped = stopped
  }

  /// What the gazetteer lists.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  func candidates() -> [Candidate] {
    guard let matcher, let gazetteer, !gazetteer.trie.isEmpty else { return [] }
    return matcher.longest(gazetteer.trie).map { match in
      let identity = gazetteer.identityOfPhrase[match.number]
      var candidate = Candidate(
        view, match.tokens, start: isWholeTokens ? nil : match.start,
        gazetteer.identities[identity].type, .gazetteer)
      candidate.listed = identity
      return candidate
    }
  }

  /// Candidates without those that are never reported.
  func allowed(_ candidates: [Candidate]) -> [Candidate] {
    if stopped.isEmpty { return candidates }
    return candidates.filter { candidate in
      !(stopped[candidate.start]?.contains(candidate.tokens.upperBound) ?? false)
    }
  }
}
