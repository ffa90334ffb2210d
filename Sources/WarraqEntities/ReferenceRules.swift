import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Authors, titles and publishers in notes and lists of publications.
struct ReferenceRules {
  let view: LexicalView

  private static let longestTitle = 30

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for line in view.text.lines where line.tokens.count >= 4 {
      if let start = noteStart(line.tokens) {
        note(start..<line.tokens.upperBound, &found)
      } else if let entry = listed(line.tokens) {
        found.append(entry)
      }
    }
    return found
  }

  private func scalar(_ token: Int) -> UInt32 { view.text.firstScalar(of: token) }

  private func isQuote(_ token: Int) -> Bool {
    view.tokens.kind(at: token) == .punctuation && ![0x28, 0x5B, 0x7B].contains(scalar(token))
  }

  /// The token behind «[1]», «(١)».
  private func noteStart(_ line: Range<Int>) -> Int? {
    let first = line.lowerBound
    guard scalar(first) == 0x5B || scalar(first) == 0x28,
      view.tokens.kind(at: first + 1) == .number,
      scalar(first + 2) == 0x5D || scalar(first + 2) == 0x29
    else { return nil }
    return first + 3
  }

  /// • «حوض بلا خريطة»، سيف الدين الراوي
  private func listed(_ line: Range<Int>) -> Candidate? {
    let bullet = line.lowerBound
    guard [0x2022, 0x2D, 0x25AA, 0x25CF].contains(scalar(bullet)) else { return nil }
    let open = bullet + 1
    guard isQuote(open), let close = view.text.marks.closing(of: open), line.contains(close + 1),
      close - open > 1, close - open <= Self.longestTitle, scalar(close + 1) == 0x060C
    else { return nil }
    return Candidate(view, (open + 1)..<close, .work, .listedWork)
  }

  /// «عادل نقولا، «المصرف والدولة» (بيروت: دار الميناء، 2023)، ص 114.»
  private func note(_ tokens: Range<Int>, _ found: inout [Candidate]) {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if isQuote(token), let close = view.text.marks.closing(of: token), close < tokens.upperBound,
        close - token > 1, close - token <= Self.longestTitle
      {
        let isFirst = token == tokens.lowerBound
        if isFirst || scalar(token - 1) == 0x060C {
          found.append(Candidate(view, (token + 1)..<close, .work, .reference))
          if let author = author(tokens.lowerBound..<(token - 1)), !isFirst { found.append(author) }
        }
        token = close + 1
      } else if scalar(token) == 0x3A, let publisher = publisher(behind: token, tokens) {
        found.append(publisher)
        token += 1
      } else {
        token += 1
      }
    }
  }

  /// Two to four words that no list claims for something else.
  private func author(_ tokens: Range<Int>) -> Candidate? {
    guard (2...4).contains(tokens.count), !view.isDefinite(tokens.lowerBound) else { return nil }
    for token in tokens {
      guard view.isArabicWord(token), !view.sureNameStarts.contains(token) else { return nil }
      let traits = view.traits[token]
      guard
        !traits.isDisjoint(with: .anyName)
          || traits.isDisjoint(with: [.function, .head, .nationality])
            && !view.hasCliticAndArticle(token) && !view.hasCommonEnding(token)
      else { return nil }
    }
    guard view.heads[tokens.lowerBound] == nil else { return nil }
    return Candidate(view, tokens, .person, .reference)
  }

  /// «(بيروت: دار الميناء، 2023)»: one word behind a bracket, a colon, the publisher, a year.
  private func publisher(behind colon: Int, _ line: Range<Int>) -> Candidate? {
    guard colon - 2 >= line.lowerBound, scalar(colon - 2) == 0x28 else { return nil }
    var end = colon + 1
    while end < line.upperBound, view.isArabicWord(end), end - colon <= 5 { end += 1 }
    guard end > colon + 1, end + 1 < line.upperBound, scalar(end) == 0x060C,
      view.tokens.kind(at: end + 1) == .number
    else { return nil }
    return Candidate(view, (colon + 1)..<end, .organization, .reference)
  }
}
