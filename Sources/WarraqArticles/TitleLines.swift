import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

/// Which lines of the head are title, kicker and subtitle.
extension Page {
  /// Words that a title may have.
  static let longestTitle = 30

  /// Decides about the lines of the head that nothing else claims.
  ///
  /// - Parameters:
  ///   - rest: Those lines, in order.
  ///   - end: The first line behind the head.
  mutating func nameTitleAndKicker(_ rest: [Int], end: Int) {
    guard !rest.isEmpty else { return }
    let candidates = rest.filter { !isSeries($0) || isPlainTitle($0) }
    guard let chosen = chooseTitle(candidates, end: end) else {
      for line in rest { kinds[line] = isSeries(line) ? .kicker : .body }
      nameKickerAlone(rest, end: end)
      for line in rest where kinds[line] == .kicker && kicker == nil { kicker = lines[line].range }
      return
    }
    title = titleRange(chosen)
    kinds[chosen] = .title
    let key = titleKey(chosen)
    for line in rest where line < chosen {
      if titleKey(line) == key || repeats(chosen, behind: line) {
        kinds[line] = .title  // The title with the site's name, above the title itself.
      } else if isKicker(line, above: chosen, rest) {
        kinds[line] = .kicker
        if kicker == nil || !isSeries(line) { kicker = kicker ?? lines[line].range }
      } else {
        kinds[line] = isDatedCaption(line) ? .caption : .interface
      }
    }
    for line in rest where line > chosen {
      // The title again, a second line of it, or a subtitle; a line with a colon right above the
      // first paragraph is the first heading.
      let isHeading =
        (lines[line].endsWithColon || markup?.headsSection(line) ?? false) && line == rest.last
        && line == end - 1
      if isHeading {
        kinds[line] = .body
      } else if isSeries(line), !isPlainTitle(line) {
        kinds[line] = .kicker
        if kicker == nil { kicker = lines[line].range }
      } else if isDatedCaption(line) {
        kinds[line] = .caption
      } else {
        kinds[line] = .title
      }
    }
  }

  /// The title's range: what stands before « | » and the site's name.
  private func titleRange(_ line: Int) -> TextRange {
    guard let bar = siteNameBar(line) else { return lines[line].range }
    return lines[line].range.lowerBound..<text.tokens.range(at: bar - 1).upperBound
  }

  /// The bar that keeps the site's name from the title.
  private func siteNameBar(_ line: Int) -> Int? {
    let tokens = lines[line].tokens
    guard let bar = tokens.last(where: { text.firstScalar(of: $0) == 0x7C }),
      bar > tokens.lowerBound, tokens.upperBound - bar <= 8
    else { return nil }
    return bar
  }

  /// The words of a title without the site's name.
  private func titleKey(_ line: Int) -> [FoldedText] {
    let shape = lines[line]
    let end = siteNameBar(line) ?? shape.tokens.upperBound
    return (shape.tokens.lowerBound..<end).filter {
      text.tokens.kind(at: $0) != .punctuation && text.tokens.kind(at: $0) != .symbol
    }.map { text.tokens.folded(at: $0) }
  }

  // MARK: The choice

  /// The line that speaks most like a title; of equals the first.
  private func chooseTitle(_ candidates: [Int], end: Int) -> Int? {
    let keys = candidates.map { titleKey($0) }
    var best: (line: Int, score: Int)?
    for (index, line) in candidates.enumerated() {
      guard isTitle(line) else { continue }
      var score = score(line, candidates: candidates, end: end)
      // Printed twice: the one without the site's name.
      let isRepeated = keys.enumerated().contains {
        $0.offset != index && $0.element == keys[index]
      }
      if isRepeated { score += siteNameBar(line) == nil ? 4 : 1 }
      // The same with a dash before the site's name: «عنوان - الموقع».
      if candidates.contains(where: { repeats(line, behind: $0) }) { score += 5 }
      if score > best?.score ?? 0 { best = (line, score) }
    }
    guard let line = best?.line else { return nil }
    return candidates.contains(line - 1) && isFirstHalf(line - 1) ? line - 1 : line
  }

  /// «أرصفة للإيجار:» right above «كيف صار الساحل سوقًا؟»: a title broken at its colon. A blank line
  /// below makes it a kicker, and so does a label.
  private func isFirstHalf(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.endsWithColon, (2...8).contains(shape.words), line + 1 < lines.count,
      !lines[line + 1].followsBlank, !isSeries(line), !isSeriesLike(line)
    else { return false }
    return shape.keyWords.first.map { !LineWords.labels.contains($0) } ?? false
  }

  private func hasDash(_ shape: LineShape) -> Bool {
    shape.tokens.contains { [0x2D, 0x2013, 0x2014, 0x7C].contains(text.firstScalar(of: $0)) }
  }

  private func isTitle(_ line: Int) -> Bool {
    let shape = lines[line]
    return shape.words <= Self.longestTitle && (!shape.endsWithStop || isEllipsis(line))
      && shape.bullet == nil && shape.words > 0
  }

  private func score(_ line: Int, candidates: [Int], end: Int) -> Int {
    let shape = lines[line]
    var score = 3
    switch shape.words {
    case 3...18: score += 3
    case 19...24: score += 2
    case 2: score += 0
    case 1: score -= 2
    default: score -= 2
    }
    let inner = shape.tokens.dropFirst().dropLast()
    if inner.contains(where: { text.firstScalar(of: $0) == 0x3A })
      || shape.endsWithQuestion
    {
      score += 2
    }
    if inner.contains(where: {
      text.firstScalar(of: $0) == 0x2E && text.tokens.kind(at: $0) == .punctuation
    }) {
      score += 1
    }
    // What tells of the article, or its text, stands right below; a subtitle may stand between.
    let below = belowGroup(of: line, candidates)
    if below < lines.count {
      switch kinds[below] {
      case .date, .byline, .caption: score += 2
      case .interface: score += lines[below].words <= 2 ? 1 : 0
      default: if below == end { score += 1 }
      }
    }
    // The upper of two lines that stand together.
    if candidates.contains(line + 1), !lines[line + 1].followsBlank, shape.words > 1 {
      // Below others, it is hardly the site's name, and the lower one may be a subtitle that asks.
      score += line > next && !hasDash(shape) ? 2 : 1
    }
    if isSeriesLike(line), candidates.contains(where: { $0 > line && isTitle($0) }) { score -= 4 }
    if isSiteName(line) { score -= 6 }
    if LineWords.menu.contains(shape.key) { score -= 6 }
    if shape.endsWithColon {
      // A kicker, where a title stands below; else a heading or the title itself. A long one right
      // above another line is a title broken in two.
      let isAboveTitle = candidates.contains { $0 > line && isTitle($0) }
      score -= isAboveTitle ? (isBroken(line) ? 0 : 5) : shape.words <= 5 ? 5 : 1
    }
    if isDatedCaption(line), line > (candidates.first ?? line) { score -= 4 }
    if markup?.isTitle(line) ?? false { score += 8 }
    return score
  }

  /// «وداعًا أيها النهر..»: two dots or more end no sentence.
  private func isEllipsis(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.words <= 12, let last = shape.tokens.last else { return false }
    let range = text.tokens.range(at: last)
    return text.firstScalar(of: last) == 0x2026
      || range.utf8.count >= 2 && text.firstScalar(of: last) == 0x2E
      || last > shape.tokens.lowerBound && text.firstScalar(of: last) == 0x2E
        && text.firstScalar(of: last - 1) == 0x2E
  }

  /// Whether a line above has all words of a title and behind a mark the name of the site.
  private func repeats(_ title: Int, behind other: Int) -> Bool {
    guard other != title else { return false }
    let short = titleKey(title)
    let long = lines[other].tokens.filter {
      text.tokens.kind(at: $0) != .punctuation && text.tokens.kind(at: $0) != .symbol
    }
    guard short.count >= 3, long.count > short.count, long.count <= short.count + 6,
      zip(long, short).allSatisfy({ text.tokens.folded(at: $0) == $1 })
    else { return false }
    let mark = text.firstScalar(of: long[short.count] - 1)
    return [0x2D, 0x2013, 0x2014, 0x7C, 0x3A, 0xBB].contains(mark)
  }

  /// The first line below a line and the other candidates that follow it directly.
  private func belowGroup(of line: Int, _ candidates: [Int]) -> Int {
    var below = line + 1
    // A blank line parts a kicker from its title; where all lines are parted it tells nothing.
    while candidates.contains(below), !lines[below].followsBlank || areAllParted(candidates) {
      below += 1
    }
    return below
  }

  private func areAllParted(_ candidates: [Int]) -> Bool {
    candidates.dropFirst().allSatisfy { lines[$0].followsBlank } && candidates.count > 1
      && lines.dropFirst().prefix(12).allSatisfy(\.followsBlank)
  }

  /// «ملف إندونيسيا», «أوراق من الجنوب»: short lines that begin like the name of a series.
  private func isSeriesLike(_ line: Int) -> Bool {
    let shape = lines[line]
    guard let first = shape.keyWords.first, (2...4).contains(shape.words) else { return false }
    return LineWords.seriesHeads.contains(first) && !shape.endsWithQuestion
  }

  /// Whether a line with a colon is the first half of a title.
  private func isBroken(_ line: Int) -> Bool {
    lines[line].words >= 5 && line + 1 < lines.count && !lines[line + 1].followsBlank
  }

  /// «مؤسسة رواق للحوار», «وزارة التخطيط – مركز المعلومات»: an institution and nothing else.
  private func isSiteName(_ line: Int) -> Bool {
    let words = lines[line].keyWords
    guard let first = words.first, words.count <= 7 else { return false }
    guard LineWords.institutions.contains(first) else { return false }
    return !lines[line].endsWithQuestion
      && !lines[line].tokens.contains { text.firstScalar(of: $0) == 0x3A }
  }

  // MARK: Kickers

  /// A label of a series: «تقدير موقف», «العدد 12», «أوراق سياسات – العدد 14 – 11 مايو 2020».
  func isSeries(_ line: Int) -> Bool {
    let shape = lines[line]
    if LineWords.labels.contains(shape.key) { return true }
    let words = shape.keyWords
    guard words.count >= 2, shape.words <= 16 else { return false }
    if words.count <= 3, LineWords.numberedLabels.contains(words[0]), isDigits(words[1]) {
      return true
    }
    if shape.words <= 12, !shape.endsWithStop, !shape.endsWithQuestion, hasOrdinalLabel(shape) {
      return true
    }
    // A number of an issue behind a name.
    for (index, word) in words.dropLast().enumerated()
    where ["العدد", "عدد", "السنه", "المجلد"].contains(word) && isDigits(words[index + 1]) {
      return !shape.endsWithStop
    }
    // A label, a mark, and what is no title: a date or a number.
    for length in 1...3 where words.count > length {
      guard LineWords.labels.contains(FoldedText(joining: words[0..<length])) else { continue }
      let marked = shape.tokens.lowerBound + length
      guard marked < shape.tokens.upperBound,
        [0x2013, 0x2D, 0x2014, 0x7C, 0x3A].contains(text.firstScalar(of: marked))
      else { continue }
      let rest = marked + 1..<shape.tokens.upperBound
      if rest.allSatisfy({ isNumberOrTime($0, shape) }) { return true }
    }
    return false
  }

  /// «كراسات القانون – الكراسة التاسعة», «أدب ودولة، الحلقة الرابعة»: the label at an end of the line
  /// or beside a mark.
  private func hasOrdinalLabel(_ shape: LineShape) -> Bool {
    shape.tokens.dropLast().contains { token in
      guard text.tokens.isKey(at: token, in: LineWords.ordinalLabels),
        text.tokens.isKey(at: token + 1, in: LineWords.labelOrdinals)
      else { return false }
      let isFirst = token == shape.tokens.lowerBound
      return isFirst || text.tokens.kind(at: token - 1) == .punctuation
    }
  }

  private func isDigits(_ word: FoldedText) -> Bool {
    word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isNumberOrTime(_ token: Int, _ shape: LineShape) -> Bool {
    switch text.tokens.kind(at: token) {
    case .number, .punctuation, .symbol: return true
    default:
      let range = text.tokens.range(at: token)
      return timexes[shape.timexes].contains { $0.range.overlaps(range) }
    }
  }

  /// A label may be a title where it is long and asks: none of those here.
  private func isPlainTitle(_ line: Int) -> Bool {
    lines[line].words >= 6 && lines[line].endsWithQuestion
  }

  /// Whether a line above the title is its kicker: a series, or a short line with a colon right above.
  private func isKicker(_ line: Int, above title: Int, _ rest: [Int]) -> Bool {
    if isSeries(line) || isSeriesLike(line) { return true }
    // «بغداد / عمّان» below the authors is theirs.
    if line > 0, kinds[line - 1] == .byline { return false }
    // A short line parted from its title by a blank one, or right above it below other lines.
    if lines[line].words <= 3, lines[line].words > 0, !isSiteName(line),
      !lines[line].endsWithStop || isEllipsis(line),
      rest.last(where: { $0 < title }) == line, line + 1 == title,
      lines[title].followsBlank || line > next && lines[line].words > 1,
      !(lines[line].keyWords.first.map(isButtonWord) ?? false)
    {
      return true
    }
    guard lines[line].endsWithColon, lines[line].words <= 6, !isBroken(line) else { return false }
    return rest.last { $0 < title } == line
  }

  /// «بحث في الموقع», «طباعة المقال»: the first word of a button, and no category.
  private func isButtonWord(_ word: FoldedText) -> Bool {
    LineWords.interface.contains(word)
      || LineWords.menu.contains(word) && !LineWords.categories.contains(word)
  }

  /// A short line with a colon above the text is a kicker without a title.
  private mutating func nameKickerAlone(_ rest: [Int], end: Int) {
    guard kicker == nil, rest.count == 1, let line = rest.first, lines[line].endsWithColon,
      lines[line].words <= 5, end < lines.count, lines[end].words > 15
    else { return }
    kinds[line] = .kicker
    kicker = lines[line].range
  }
}
