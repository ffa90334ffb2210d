import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Second names in brackets right behind a name: «شركة نفط البحرين (بابكو)», «أوبن إيه آي (OpenAI)».
struct AliasRules {
  let view: LexicalView

  private static let longest = 6

  func candidates(known: [Candidate]) -> [Candidate] {
    known.compactMap(alias)
  }

  private func alias(_ candidate: Candidate) -> Candidate? {
    guard candidate.type != .location else { return nil }
    let last = candidate.tokens.upperBound - 1
    var open = last + 1
    guard open < view.tokens.count, view.inLine(open, of: last) else { return nil }
    // «ديب سيك» (DeepSeek): the mark that closes the name stands between.
    if view.tokens.kind(at: open) == .punctuation, view.text.firstScalar(of: open) != 0x28 {
      let before = candidate.tokens.lowerBound - 1
      guard before >= 0, view.text.marks.closing(of: before) == open else { return nil }
      open += 1
    }
    guard open + 2 < view.tokens.count, view.inLine(open + 2, of: last),
      view.text.firstScalar(of: open) == 0x28, var close = view.text.marks.closing(of: open),
      close - open - 1 <= Self.longest
    else { return nil }
    var first = open + 1
    if view.text.marks.closing(of: first) == close - 1 {
      first += 1
      close -= 1
    }
    guard first < close else { return nil }
    let isLatin = (first..<close).allSatisfy {
      view.tokens.kind(at: $0) == .otherWord || view.text.firstScalar(of: $0) == 0x2D
    }
    guard isLatin || isShortName(first..<close, of: candidate) else { return nil }
    return Candidate(
      view, first..<close, candidate.type, .alias, entity: candidate.entity)
  }

  /// «(سالك)», «(هيبك)»: one word that nothing else reads, behind a name of several.
  private func isShortName(_ tokens: Range<Int>, of candidate: Candidate) -> Bool {
    let token = tokens.lowerBound
    guard tokens.count == 1, candidate.tokens.count > 1, candidate.type != .person,
      candidate.type != .work, view.isArabicWord(token), !view.isPeeled(token)
    else { return false }
    return view.traits[token].isDisjoint(with: .closes.union([.nationality, .head, .title]))
      && !view.hasCommonEnding(token) && !view.sureNameStarts.contains(token)
  }
}
