import WarraqLexicon
import WarraqTokenization

/// Broadcasters and papers whose names end like those of their kind: «سكاي نيوز عربية»,
/// «نيويورك تايمز», «مرصد نيوز».
struct MediaRules {
  let view: LexicalView

  private static let endings: KeySet = ["نيوز", "تايمز", "بوست", "تلغراف", "جورنال"]
  private static let additions: KeySet = ["عربية", "العربية", "عربي", "أرابيك", "إنترناشونال"]

  func candidates() -> [Candidate] {
    view.tokens.indices.compactMap { token in
      guard token > 0, view.tokens.isKey(at: token, in: Self.endings),
        view.inLine(token, of: token - 1), view.isArabicWord(token - 1),
        view.traits[token - 1].isDisjoint(with: [.function, .verb, .speechVerb, .title])
      else { return nil }
      var end = token + 1
      if end < view.tokens.count, view.inLine(end, of: token),
        view.tokens.isKey(at: end, in: Self.additions)
      {
        end += 1
      }
      return Candidate(
        view, (token - 1)..<end, start: view.start(of: token - 1), .organization, .media)
    }
  }
}
