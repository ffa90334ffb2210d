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
        bareNote(start..<line.tokens.upperBound, &found)
      } else if let start = numberedStart(line.tokens), endsLikeNote(line.tokens) {
        note(start..<line.tokens.upperBound, &found)
        bareNote(start..<line.tokens.upperBound, &found)
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

  // MARK: References without quotation marks

  /// The token behind «1-», «1.», «1)».
  private func numberedStart(_ line: Range<Int>) -> Int? {
    let first = line.lowerBound
    guard view.tokens.kind(at: first) == .number, view.tokens.keyRange(at: first).count <= 2,
      [0x2D, 0x2E, 0x29, 0x2013].contains(scalar(first + 1))
    else { return nil }
    return first + 2
  }

  /// Whether a year or a page ends a line: «… 2007.», «… ص 31.»
  private func endsLikeNote(_ line: Range<Int>) -> Bool {
    var last = line.upperBound - 1
    while last > line.lowerBound, view.tokens.kind(at: last) == .punctuation { last -= 1 }
    return view.tokens.kind(at: last) == .number
  }

  private static let presses: KeySet = [
    "Press", "University", "Verlag", "Books", "Publishers", "Publishing", "Éditions", "Presses",
  ]
  private static let longestBareTitle = 16

  /// «James C. Scott, Seeing Like a State, Yale University Press, 1998.», «هانس كلسن، النظرية المحضة في
  /// القانون، فيينا، 1934.»: author, title, and place or publisher, with commas between them.
  private func bareNote(_ tokens: Range<Int>, _ found: inout [Candidate]) {
    guard endsLikeNote(tokens) else { return }
    let parts = parts(of: tokens)
    guard parts.count >= 3, !parts[0].isEmpty, isName(parts[0]),
      (1...Self.longestBareTitle).contains(parts[1].count), let first = parts[1].first,
      view.tokens.kind(at: first).isWord, !isQuote(first)
    else { return }
    found.append(Candidate(view, parts[0], .person, .reference))
    found.append(Candidate(view, parts[1], .work, .reference))
    for part in parts[2...] where part.count <= 8 && !part.isEmpty {
      var publisher = part
      if let colon = part.first(where: { scalar($0) == 0x3A }), colon > part.lowerBound {
        let place = part.lowerBound..<colon
        if place.count <= 2, place.allSatisfy(isLatinName) {
          found.append(Candidate(view, place, .location, .reference))
        }
        publisher = colon + 1..<part.upperBound
      } else if !part.contains(where: { view.tokens.isKey(at: $0, in: Self.presses) }) {
        continue
      }
      guard !publisher.isEmpty,
        publisher.allSatisfy({ view.tokens.kind(at: $0).isWord }),
        publisher.allSatisfy({ view.isArabicWord($0) || isLatinName($0) || publisher.count > 1 })
      else { continue }
      found.append(Candidate(view, publisher, .organization, .reference))
    }
  }

  /// What stands between commas outside of brackets.
  private func parts(of tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    var token = start
    while token < tokens.upperBound {
      if let close = view.text.marks.closing(of: token), close < tokens.upperBound {
        token = close + 1
      } else {
        if scalar(token) == 0x060C || scalar(token) == 0x2C {
          parts.append(start..<token)
          start = token + 1
        }
        token += 1
      }
    }
    parts.append(start..<tokens.upperBound)
    return parts
  }

  private func isLatinName(_ token: Int) -> Bool {
    let first = scalar(token)
    return view.tokens.kind(at: token) == .otherWord
      && (0x41...0x5A ~= first || 0xC0...0xDE ~= first)
  }

  /// Two to four Arabic words that may be a name, or Latin ones with capitals, initials among them.
  private func isName(_ tokens: Range<Int>) -> Bool {
    if author(tokens) != nil { return true }
    let words = tokens.filter { view.tokens.kind(at: $0).isWord }
    return (2...4).contains(words.count) && words.allSatisfy(isLatinName)
      && tokens.allSatisfy { view.tokens.kind(at: $0).isWord || scalar($0) == 0x2E }
      && view.tokens.kind(at: tokens.lowerBound).isWord
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
