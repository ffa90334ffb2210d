import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Names that tags are made of: #الحشد_الشعبي. The mark stays outside of the name, the lines between
/// its words inside.
struct HashtagRules {
  let view: LexicalView

  /// - Parameter known: What has been found in the document; its names are known in tags too.
  func candidates(known: [Candidate]) -> [Candidate] {
    let tags = view.tokens.indices.filter { view.tokens.kind(at: $0) == .hashtag }
    guard !tags.isEmpty else { return [] }
    let forms = NameForms(view)
    var named: [[UInt8]: Candidate] = [:]
    for candidate in known where named[forms.name(candidate)] == nil {
      named[forms.name(candidate)] = candidate
    }
    return tags.compactMap { token in
      let words = Self.words(of: token, view)
      guard let start = start(of: token), !words.isEmpty else { return nil }
      if let other = named[words] {
        return Candidate(
          view, token..<(token + 1), start: start, other.type, .hashtag, entity: other.entity)
      }
      guard let match = listed(words) else { return nil }
      return Candidate(
        view, token..<(token + 1), start: start, match.type, .hashtag, entity: match.entity)
    }
  }

  /// The folded words of a tag, with spaces between them.
  static func words(of token: Int, _ view: LexicalView) -> [UInt8] {
    view.tokens.keyPool[view.tokens.keyRange(at: token)].compactMap { byte in
      switch byte {
      case UInt8(ascii: "#"): nil
      case UInt8(ascii: "_"): UInt8(ascii: " ")
      default: byte
      }
    }
  }

  private func start(of token: Int) -> UTF8Offset? {
    let range = view.tokens.range(at: token)
    guard view.text.text.utf8[range.lowerBound.value] == UInt8(ascii: "#") else { return nil }
    return UTF8Offset(range.lowerBound.value + 1)
  }

  /// The lexicon's sure name that all words of a tag are.
  private func listed(_ words: [UInt8]) -> NameMatch? {
    let text = SourceText(String(decoding: words, as: UTF8.self))
    let inner = LexicalView(AnalyzedText(text), lexicon: view.lexicon)
    return inner.names(at: 0).first {
      $0.tokens == inner.tokens.indices && $0.evidence == .sure && $0.start.value == 0
    }
  }
}
