import WarraqText

/// Decides whether a mark ends a sentence (segmentation.md, "Sentences").
struct StopRules {
  let text: SourceText
  let tokens: TokenList
  let marks: PairedMarks

  private static let ellipsis: UInt32 = 0x2026
  private static let ends: Set<UInt32> = [0x2E, 0x21, 0x3F, 0x061F, 0x06D4, ellipsis]

  /// What stands at a token.
  enum Verdict {
    /// No end; go on at this token.
    case goesOn(at: Int)
    /// The sentence ends before this token; closing quotes and brackets belong to it.
    case ends(before: Int)
  }

  /// Decides whether the sentence ends at a token.
  ///
  /// - Parameters:
  ///   - token: The token that may be a mark.
  ///   - sentenceStart: First token of the sentence.
  ///   - line: Tokens of the line.
  func verdict(at token: Int, sentenceStart: Int, line: Range<Int>) -> Verdict {
    guard tokens.kind(at: token) == .punctuation else { return .goesOn(at: token + 1) }
    let mark = scalar(token)
    if mark == 0x3A {
      return leadInEnd(colon: token, line: line).map { .ends(before: $0) }
        ?? .goesOn(at: token + 1)
    }
    guard Self.ends.contains(mark) else { return .goesOn(at: token + 1) }
    // The cluster of marks that begins here.
    var end = token + 1
    var dots = mark == 0x2E ? 1 : 0
    var onlyDots = mark == 0x2E
    var hasEllipsis = mark == Self.ellipsis
    while end < line.upperBound, tokens.isGlued(at: end), Self.ends.contains(scalar(end)),
      tokens.kind(at: end) == .punctuation
    {
      if scalar(end) == 0x2E { dots += 1 } else { onlyDots = false }
      if scalar(end) == Self.ellipsis { hasEllipsis = true }
      end += 1
    }
    let clusterEnd = end
    let goesOn = Verdict.goesOn(at: clusterEnd)
    end = closingMarks(after: end, line: line)
    if end == line.upperBound { return .ends(before: end) }
    if onlyDots && dots == 2 { return goesOn }
    if hasEllipsis || onlyDots && dots > 2 {
      if token <= sentenceStart + 1 { return goesOn }
      if end == clusterEnd, quotationEnd(around: token, line: line) != nil { return goesOn }
    }
    guard isFollowedByBreak(clusterEnd, end, token, line) else { return goesOn }
    if mark == 0x2E, dots == 1, clusterEnd == token + 1, isAbbreviation(token, sentenceStart, line)
    {
      return goesOn
    }
    if closesQuotation(clusterEnd..<end), continuesClause(at: end) { return goesOn }
    // A stop inside a quotation that its sentence goes on behind.
    if let close = quotationEnd(around: token, line: line), close + 1 < line.upperBound,
      continuesClause(at: close + 1)
    {
      return goesOn
    }
    return .ends(before: end)
  }

  /// The first byte after a position that is not white space.
  func skipSpace(from start: UTF8Offset, to end: UTF8Offset) -> UTF8Offset {
    let bytes = text.utf8.span
    var position = start.value
    while position < end.value {
      let decoded = bytes.scalar(at: position)
      guard ScalarTable.shared[decoded.value].category == .space else { break }
      position += decoded.length
    }
    return UTF8Offset(position)
  }

  private func scalar(_ token: Int) -> UInt32 {
    text.utf8.span.scalar(at: tokens.start(at: token)).value
  }

  // MARK: What belongs to the sentence after its mark

  /// Skips closing quotes and brackets, and a footnote mark glued to the stop.
  private func closingMarks(after start: Int, line: Range<Int>) -> Int {
    var end = start
    while end < line.upperBound, tokens.isGlued(at: end) {
      if let opening = marks.opening(of: end), opening < start {
        end += 1
      } else if let closing = marks.closing(of: end), closing == end + 2, closing < line.upperBound,
        tokens.kind(at: end + 1) == .number
      {
        end = closing + 1  // .[1] and .(1)
      } else if tokens.kind(at: end) == .number, tokens.keyRange(at: end).count <= 2,
        end + 1 == line.upperBound || !tokens.isGlued(at: end + 1)
      {
        end += 1  // .1
      } else {
        break
      }
    }
    return end
  }

  private func isFollowedByBreak(
    _ clusterEnd: Int, _ end: Int, _ token: Int, _ line: Range<Int>
  ) -> Bool {
    if !tokens.isGlued(at: end) { return true }
    // One mark right after a word of three letters may lack its space: كذا.وقال
    return clusterEnd == token + 1 && end == clusterEnd && token > line.lowerBound
      && tokens.isGlued(at: token) && tokens.kind(at: token - 1) == .arabicWord
      && tokens.keyRange(at: token - 1).count >= 6 && tokens.kind(at: end) == .arabicWord
  }

  // MARK: What is no end

  private static let etCetera: KeySet = ["إلخ", "وإلخ", "ألخ"]
  private static let eras: KeySet = ["م", "هـ"]
  private static let waw: KeySet = ["و"]
  private static let latinAbbreviations: KeySet = [
    "dr", "mr", "mrs", "ms", "vs", "no", "st", "jr", "sr", "inc", "ltd", "co", "corp", "vol", "pp",
    "p", "fig", "ed", "eds", "al", "etc", "cf", "prof", "gen",
  ]

  /// Whether a single full stop, with text after it, closes an abbreviation, an initial, a list
  /// number or an era mark.
  private func isAbbreviation(_ token: Int, _ sentenceStart: Int, _ line: Range<Int>) -> Bool {
    guard token > line.lowerBound, tokens.isGlued(at: token) else { return false }
    let before = token - 1
    let key = tokens.keyRange(at: before)
    switch tokens.kind(at: before) {
    case .number:
      return before == sentenceStart && key.count <= 3  // 1. عنوان
    case .otherWord:
      return key.count == 1 || tokens.keyPool[key].contains(UInt8(ascii: "."))
        || tokens.isKey(at: before, in: Self.latinAbbreviations)
    case .arabicWord:
      if tokens.isKey(at: before, in: Self.etCetera) { return true }
      let afterYear = before > line.lowerBound && tokens.kind(at: before - 1) == .number
      if afterYear, tokens.isKey(at: before, in: Self.eras) { return true }  // ٢٠١٨م. and ١٤٤٥هـ.
      return key.count == 2 && !tokens.isKey(at: before, in: Self.waw)  // An initial.
    default:
      return false
    }
  }

  /// The closing mark of the pair that is open around a token.
  private func quotationEnd(around token: Int, line: Range<Int>) -> Int? {
    // Look back for an opening mark whose partner stands after the token. Bounded, so that a
    // line of ten million dots stays linear.
    var position = token - 1
    let limit = max(line.lowerBound, token - 400)
    while position >= limit {
      if let closing = marks.closing(of: position), closing > token { return closing }
      position -= 1
    }
    return nil
  }

  private func closesQuotation(_ closers: Range<Int>) -> Bool {
    closers.contains { marks.opening(of: $0) != nil && ![0x29, 0x5D, 0x7D].contains(scalar($0)) }
  }

  private static let clauseVerbs: KeySet = [
    "قال", "قالت", "يقول", "تقول", "اكد", "اكدت", "يوكد", "اضاف", "اضافت", "يضيف", "كتب", "كتبت",
    "صرح", "صرحت", "تساءل", "يتساءل", "تتساءل", "يرد", "رد", "ردت", "سأل", "يسأل",
    "علق", "ردد", "اوضح", "اوضحت",
  ]

  /// Whether what follows a quotation goes on with its sentence.
  private func continuesClause(at token: Int) -> Bool {
    switch tokens.kind(at: token) {
    case .punctuation:
      return [0x060C, 0x2C, 0x061B, 0x3B, 0x3A].contains(scalar(token))
    case .arabicWord:
      let key = tokens.keyRange(at: token)
      let first = key.lowerBound
      // و is D9 88, ف is D9 81. The key of a tatweel alone is empty.
      let isConjunction =
        key.count >= 2 && tokens.keyPool[first] == 0xD9
        && (tokens.keyPool[first + 1] == 0x88 || tokens.keyPool[first + 1] == 0x81)
      return isConjunction || tokens.isKey(at: token, in: Self.clauseVerbs)
    default:
      return false
    }
  }

  // MARK: Inline points

  /// A colon ends the lead-in of points when the first of them, right behind it, is numbered 1.
  private func leadInEnd(colon: Int, line: Range<Int>) -> Int? {
    let number = colon + 1
    guard number + 1 < line.upperBound, !tokens.isGlued(at: number),
      tokens.kind(at: number) == .number, tokens.key(at: number) == "1",
      tokens.isGlued(at: number + 1)
    else { return nil }
    return [0x2D, 0x29, 0x2E, 0x2013].contains(scalar(number + 1)) ? number : nil
  }
}
