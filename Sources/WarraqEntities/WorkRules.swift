import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Titles of works that no head noun announces.
struct WorkRules {
  let view: LexicalView

  private static let announcing: KeySet = [
    "بعنوان", "بعنوانها", "وعنوانه", "بعنوانه", "المعنون", "المعنونة",
  ]
  /// «صدر حديثًا: «...»», «في العدد الثالث من «...»».
  private static let recently: KeySet = ["حديثا"]
  private static let of: KeySet = ["من"]
  private static let issue: KeySet = ["العدد"]
  private static let writes: KeySet = ["يكتب", "تكتب", "كتب", "كتبت"]

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for token in view.tokens.indices where view.isArabicWord(token) {
      let key = view.tokens.keyHash(at: token)
      var open = token + 1
      if Self.announcing.contains(key) {
        if open < view.tokens.count, view.text.firstScalar(of: open) == 0x3A { open += 1 }
      } else if Self.writes.contains(key), open < view.tokens.count,
        view.text.firstScalar(of: open) == 0x3A
      {
        open += 1  // يكتب: (...)
      } else if Self.recently.contains(key), open < view.tokens.count,
        view.text.firstScalar(of: open) == 0x3A
      {
        open += 1
      } else if Self.of.contains(key), isIssue(before: token) {
        // العدد الثالث من «حوليات الحدود»
      } else {
        continue
      }
      guard open < view.tokens.count, view.inLine(open, of: token),
        let close = view.text.marks.closing(of: open), close > open + 1
      else { continue }
      found.append(Candidate(view, (open + 1)..<close, .work, .workTitle))
    }
    return found
  }

  private func isIssue(before token: Int) -> Bool {
    for back in 1...3 where token - back >= 0 && view.inLine(token, of: token - back) {
      if view.tokens.isKey(at: token - back, in: Self.issue) { return true }
    }
    return false
  }
}
