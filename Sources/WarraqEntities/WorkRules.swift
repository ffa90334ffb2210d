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
    found += view.text.lines.compactMap { related($0.tokens) }
    for (token, head) in view.heads where head.type == .work {
      if let candidate = bareTitle(token) { found.append(candidate) }
    }
    return found
  }

  // MARK: Titles of other pages

  private static let reads: KeySet = ["اقرأ", "تقرأ", "طالع", "شاهد"]
  private static let also: KeySet = ["أيضا", "كذلك"]
  private static let related: KeySet = ["ذات"]
  private static let kin: KeySet = ["صلة"]
  private static let ages: KeySet = ["منذ", "قبل"]
  private static let longestHead = 5

  /// «اقرأ أيضًا: نهائي سيدني», «مواد ذات صلة: …», «قبل 3 أيام - …»: behind the mark stands the title of
  /// another page, up to the end of its line.
  private func related(_ line: Range<Int>) -> Candidate? {
    guard line.count >= 5, line.count <= 40 else { return nil }
    let head = line.prefix(Self.longestHead)
    guard
      let mark = head.dropFirst().first(where: {
        [0x3A, 0x2D, 0x2013, 0x7C].contains(view.text.firstScalar(of: $0))
      })
    else { return nil }
    let words = line.lowerBound..<mark
    func has(_ set: KeySet) -> Bool { words.contains { view.tokens.isKey(at: $0, in: set) } }
    let first = view.tokens.keyHash(at: line.lowerBound)
    guard
      Self.reads.contains(first) && has(Self.also) || has(Self.related) && has(Self.kin)
        || Self.ages.contains(first)
    else { return nil }
    var end = line.upperBound
    while end > mark + 1, [0x2E, 0x060C].contains(view.text.firstScalar(of: end - 1)) { end -= 1 }
    guard end - mark > 3,
      !(mark + 1..<end).contains(where: { view.text.firstScalar(of: $0) == 0x7C })
    else { return nil }
    return Candidate(view, (mark + 1)..<end, .work, .listedWork)
  }

  // MARK: Titles without marks

  private static let questions: KeySet = ["كيف", "لماذا", "ماذا", "هل", "متى", "أين"]
  private static let longestBareTitle = 7
  /// «صاحب "النفق"» announces a quotation only.
  private static let authors: KeySet = ["صاحب", "صاحبة", "مؤلف", "مؤلفة"]

  /// «كتابه كيف أفقرت أوروبا إفريقيا،», «رواية جنود سالامينا (2001)»: words behind a noun of works up to a
  /// bracket, or a question up to a mark.
  private func bareTitle(_ head: Int) -> Candidate? {
    let first = head + 1
    guard first < view.tokens.count, view.inLine(first, of: head), view.isArabicWord(first),
      !Self.authors.contains(view.tokens.keyHash(at: head, dropping: Int(view.clitics[head])))
    else { return nil }
    let isQuestion = view.tokens.isKey(at: first, in: Self.questions)
    guard isQuestion || view.traits[first].isDisjoint(with: [.function, .title, .nationality])
    else {
      return nil
    }
    var end = first
    let limit = min(first + Self.longestBareTitle, Int(view.lineEnd[head]))
    while end < limit, view.isArabicWord(end), view.traits[end].isDisjoint(with: .speechVerb) {
      end += 1
    }
    guard end < view.tokens.count, view.inLine(end, of: head), end - first >= 2 else { return nil }
    let mark = view.text.firstScalar(of: end)
    let isBracket = mark == 0x28 && isBracketOfWork(end)
    guard isBracket || isQuestion && [0x060C, 0x2E, 0x061F, 0x3A].contains(mark),
      !view.sureNameStarts.contains(first) || end - first > 3
    else { return nil }
    return Candidate(view, first..<end, .work, .bareWork)
  }

  /// «(Seeing Like a State, 1998)», «(2001)»: a title in Latin letters or a year.
  private func isBracketOfWork(_ open: Int) -> Bool {
    guard let close = view.text.marks.closing(of: open), close - open <= 14, close > open + 1 else {
      return false
    }
    let kind = view.tokens.kind(at: open + 1)
    return kind == .otherWord || kind == .number && view.tokens.keyRange(at: open + 1).count == 4
  }

  private func isIssue(before token: Int) -> Bool {
    for back in 1...3 where token - back >= 0 && view.inLine(token, of: token - back) {
      if view.tokens.isKey(at: token - back, in: Self.issue) { return true }
    }
    return false
  }
}
