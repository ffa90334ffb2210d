import WarraqLexicon
import WarraqTokenization

/// Tells given names from other words, by the lexicon.
struct GivenNames: Sendable {
  let lexicon: Lexicon

  /// Whether a word is a given name and no everyday word, or the first of «عبد الله».
  func begins(_ tokens: TokenList, at token: Int) -> Bool {
    guard let term = lexicon.term(of: tokens, at: token),
      let node = lexicon.child(of: .root, term)
    else { return false }
    if isGivenName(node) { return true }
    guard token + 1 < tokens.count, let second = lexicon.term(of: tokens, at: token + 1),
      let pair = lexicon.child(of: node, second)
    else { return false }
    return isGivenName(pair)
  }

  private func isGivenName(_ node: Lexicon.Node) -> Bool {
    lexicon.records(at: node).contains {
      lexicon[record: $0].category == .givenName && lexicon[record: $0].flag == 0
    }
  }
}
