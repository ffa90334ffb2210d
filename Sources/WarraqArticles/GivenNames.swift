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

  /// Whether a word is «و» and a given name, and no name of its own: «ويوسف», not «وليد».
  func beginsAnother(_ tokens: TokenList, at token: Int) -> Bool {
    let key = tokens.keyRange(at: token)
    guard key.count > 6, tokens.keyPool[key].starts(with: [0xD9, 0x88]),
      !begins(tokens, at: token),
      let term = lexicon.term(tokens.keyPool, key.lowerBound + 2..<key.upperBound),
      let node = lexicon.child(of: .root, term)
    else { return false }
    return isGivenName(node)
  }

  private static let links: KeySet = ["عبد", "بن", "أبو", "آل", "الدين", "الله"]

  /// Whether a word may be a later part of a name: a listed name, a word with the article, عبد
  /// and the like.
  func mayFollow(_ tokens: TokenList, at token: Int) -> Bool {
    if tokens.isKey(at: token, in: Self.links) { return true }
    let key = tokens.keyRange(at: token)
    if tokens.keyPool[key].starts(with: [0xD8, 0xA7, 0xD9, 0x84]) { return true }
    guard let term = lexicon.term(of: tokens, at: token),
      let node = lexicon.child(of: .root, term)
    else { return false }
    return lexicon.records(at: node).contains {
      let category = lexicon[record: $0].category
      return category == .givenName || category == .familyName
    }
  }

  private func isGivenName(_ node: Lexicon.Node) -> Bool {
    lexicon.records(at: node).contains {
      lexicon[record: $0].category == .givenName && lexicon[record: $0].flag == 0
    }
  }
}
