import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

extension Page {
  /// Words that a heading may have.
  private static let longestHeading = 14
  /// How many lines below the head zone a publication date may stand.
  private static let dateDistance = 5
  /// Words that the title of a point may have.
  private static let longestPointTitle = 14

  /// What a line of the body is.
  private enum Part {
    case paragraph
    case heading
    case point(Numbering)
  }

  /// Reads everything below the head zone.
  mutating func readBody() {
    let end = bodyEnd()
    if author == nil { readAuthorAtEnd() }
    var line = next
    // A heading may stand among the last lines of the head zone.
    while line > 0, kinds[line - 1] == .body { line -= 1 }
    let first = line
    var parts: [(line: Int, part: Part)] = []
    while line < end {
      if kinds[line] == nil || kinds[line] == .body {
        if isInterface(line) || line >= end - Self.linesOfEnd && isAged(line) {
          kinds[line] = .interface
        } else if line >= end - Self.linesOfEnd, isTrailingNote(line, end: end) {
          kinds[line] = .notes
        } else if isRoleNote(line) || line >= end - 8 && isClosingRole(line) {
          kinds[line] = .byline
        } else if isRelatedHead(line) {
          line = claimRelated(line, end: end)
        } else if isCaption(line), !isHeadingWord(line) {
          kinds[line] = .caption
        } else if published == nil, line - first < Self.dateDistance,
          let date = publicationDate(line)
        {
          published = date  // Below an abstract.
          kinds[line] = .date
        } else {
          kinds[line] = .body
          parts.append((line, part(line, end: end)))
        }
      }
      line += 1
    }
    readAbstract(parts)
    findConclusion(parts)
    makeSections(parts, first: first)
  }

  /// The first line of notes and references; what follows is notes or interface.
  private mutating func bodyEnd() -> Int {
    var end = lines.count
    for line in next..<lines.count
    where lines[line].words <= 4 && headsNotes(line) {
      end = line
      break
    }
    for line in end..<lines.count where kinds[line] == nil {
      kinds[line] = isInterface(line) ? .interface : .notes
    }
    return end
  }

  /// «الهوامش», «الإحالات والمراجع».
  private func headsNotes(_ line: Int) -> Bool {
    if LineWords.notes.contains(lines[line].key) { return true }
    let words = lines[line].keyWords
    return !words.isEmpty
      && words.allSatisfy { word in
        var stem = word.utf8[...]
        if stem.starts(with: "و".utf8) { stem = stem.dropFirst(2) }
        if stem.starts(with: "ال".utf8) { stem = stem.dropFirst(4) }
        return LineWords.noteWords.contains(FoldedText(stem))
      }
  }

  // MARK: Headings and points

  private func part(_ line: Int, end: Int) -> Part {
    let shape = lines[line]
    if let markup {
      if markup.isHeading(line) { return .heading }
      if markup.isTitle(line) || markup.isNoHeading(line) && shape.numbering == nil {
        return .paragraph
      }
    }
    if LineWords.headings.contains(shape.key) || LineWords.abstracts.contains(shape.key) {
      return .heading
    }
    if let numbering = shape.numbering {
      // «أولًا: الدوافع» on its own line is a heading, unless its neighbours are a list.
      let isShort = shape.words <= Self.longestHeading && !shape.endsWithStop
      return isShort && isAboveParagraph(line, end: end) ? .heading : .point(numbering)
    }
    return isHeading(line, end: end) ? .heading : .paragraph
  }

  private func isHeadingWord(_ line: Int) -> Bool { LineWords.headings.contains(lines[line].key) }

  /// «كاتبة من تونس» as the page's last line.
  private func isClosingRole(_ line: Int) -> Bool {
    (2...5).contains(lines[line].words) && !lines[line].endsWithStop && isRole(line)
      && lines[line].numbering == nil
  }

  /// «اقرأ أيضًا:», «مقالات أخرى»: titles of other pages follow, or stand in the line.
  private func isRelatedHead(_ line: Int) -> Bool {
    lines[line].words <= 24
      && LineWords.relatedHeads.contains { beginsWith($0, line) }
  }

  private func beginsWith(_ words: [FoldedText], _ line: Int) -> Bool {
    let tokens = lines[line].tokens
    guard tokens.count >= words.count else { return false }
    return zip(tokens, words).allSatisfy { text.tokens.folded(at: $0) == $1 }
  }

  /// Claims the head of a list of other pages and its titles; the last line claimed.
  private mutating func claimRelated(_ line: Int, end: Int) -> Int {
    kinds[line] = .siteNews
    var last = line
    // A head that holds a title itself stands alone.
    guard lines[line].words <= 4 else { return last }
    while last + 1 < end, last - line < 8, lines[last + 1].words <= 16,
      !lines[last + 1].endsWithStop,
      !isInterface(last + 1), !lines[last + 1].followsBlank || last == line
    {
      last += 1
      kinds[last] = .siteNews
    }
    return last
  }

  private func isHeading(_ line: Int, end: Int) -> Bool {
    let shape = lines[line]
    if isLeadIn(line) { return false }
    guard shape.bullet == nil || shape.bullet == 0x2A, shape.words > 0,
      shape.words <= Self.longestHeading, !shape.endsWithStop, line + 1 < end
    else { return false }
    // «سؤال: …؟» is a turn of an interview.
    if shape.endsWithQuestion, let first = shape.keyWords.first,
      LineWords.turns.contains(first)
    {
      return false
    }
    if shape.endsWithColon, let last = shape.keyWords.last,
      LineWords.leadIns.contains(last)
    {
      return false
    }
    // A colon above a list of bullets leads in, it does not head.
    if lines[line + 1].bullet != nil, shape.endsWithColon, !shape.followsBlank { return false }
    if shape.endsWithColon { return shape.words <= 12 }
    // A line that breaks off in a sentence's middle is no heading: it ends with a comma.
    if let last = shape.tokens.last, [0x060C, 0x2C, 0x061B].contains(text.firstScalar(of: last)) {
      return false
    }
    return isAboveParagraph(line, end: end)
  }

  /// «تواجه البلاد عددًا من القيود:»: a sentence that leads to what follows.
  private func isLeadIn(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.endsWithColon, shape.words >= 6 else { return false }
    let tokens = text.tokens
    if shape.tokens.contains(where: { text.firstScalar(of: $0) == 0x060C }) { return true }
    if shape.tokens.contains(where: { tokens.isKey(at: $0, in: LineWords.leadInWords) }) {
      return true
    }
    // A verb of the present begins a sentence.
    let first = tokens.folded(at: shape.tokens.lowerBound)
    // Four letters of two bytes.
    return first.hasPrefix("ي") && first.utf8.count >= 8
  }

  /// Whether the next line is a paragraph, a point with its text, or a bullet.
  private func isAboveParagraph(_ line: Int, end: Int) -> Bool {
    guard line + 1 < end else { return false }
    let below = lines[line + 1]
    return below.words >= 15 || isLeadIn(line + 1)
      || below.words > 8 && (below.endsWithStop || below.endsWithColon)
      || below.bullet != nil && lines[line].followsBlank
      || below.numbering != nil && lines[line].numbering == nil && lines[line].followsBlank
  }

  // MARK: Abstract and conclusion

  /// «ملخص تنفيذي» and the paragraphs below it, up to the next heading.
  private mutating func readAbstract(_ parts: [(line: Int, part: Part)]) {
    guard let start = parts.firstIndex(where: { LineWords.abstracts.contains(lines[$0.line].key) })
    else { return }
    var end = start + 1
    while end < parts.count {
      if case .heading = parts[end].part { break }
      end += 1
    }
    // Unless an introduction begins below, only the first paragraph is sure.
    if end == parts.count || !LineWords.introductions.contains(lines[parts[end].line].key) {
      end = min(start + 2, end)
    }
    for index in start..<end { kinds[parts[index].line] = .abstract }
  }

  /// The paragraphs under «خاتمة», or from the one that begins with «ختامًا».
  private mutating func findConclusion(_ parts: [(line: Int, part: Part)]) {
    guard let last = parts.last?.line else { return }
    let stop = lines[last].range.upperBound
    for index in parts.indices.reversed() {
      let line = parts[index].line
      if LineWords.conclusions.contains(lines[line].key), index + 1 < parts.count {
        conclusion = lines[parts[index + 1].line].range.lowerBound..<stop
        return
      }
      // Only among the last paragraphs: «أخيرًا» begins enumerations too.
      guard parts.count - index <= 4, case .paragraph = parts[index].part else { continue }
      if beginsConclusion(line) {
        conclusion = lines[line].range.lowerBound..<stop
        return
      }
    }
  }

  private func beginsConclusion(_ line: Int) -> Bool {
    let tokens = lines[line].tokens
    guard tokens.count > 3 else { return false }
    let first = text.tokens.folded(at: tokens.lowerBound)
    if LineWords.concluding.contains(first) { return true }
    return LineWords.concludingPairs.contains(
      FoldedText(joining: [first, text.tokens.folded(at: tokens.lowerBound + 1)]))
  }

  // MARK: Sections

  private mutating func makeSections(_ parts: [(line: Int, part: Part)], first: Int) {
    var section: Article.Section?
    var point: Article.Point?
    var last = UTF8Offset(0)
    func closePoint() {
      guard let open = point else { return }
      section?.points.append(
        Article.Point(
          number: open.number, title: open.title, range: open.range.lowerBound..<last))
      point = nil
    }
    func closeSection() {
      closePoint()
      guard let open = section else { return }
      sections.append(
        Article.Section(
          heading: open.heading, range: open.range.lowerBound..<last, points: open.points))
      section = nil
    }
    for (line, part) in parts {
      let range = lines[line].range
      if range.lowerBound == conclusion?.lowerBound, section.map({ !isConclusion($0) }) ?? false {
        closeSection()
        break
      }
      switch part {
      case .heading:
        closeSection()
        section = Article.Section(heading: headingRange(line), range: range, points: [])
      case .point(let numbering):
        closePoint()
        if section == nil {
          section = Article.Section(heading: nil, range: range, points: [])
        }
        point = Article.Point(
          number: numbering.number, title: pointTitle(numbering, lines[line]), range: range)
      case .paragraph:
        break
      }
      last = range.upperBound
    }
    closeSection()
  }

  /// Whether a section is the one headed «خاتمة».
  private func isConclusion(_ section: Article.Section) -> Bool {
    guard let heading = section.heading,
      let line = lines.first(where: { $0.range.contains(heading.lowerBound) })
    else { return false }
    return LineWords.conclusions.contains(line.key)
  }

  /// A heading's text, without a bullet in front of it.
  private func headingRange(_ line: Int) -> TextRange {
    let shape = lines[line]
    guard shape.bullet != nil, shape.tokens.count > 1 else { return shape.range }
    return text.tokens.range(at: shape.tokens.lowerBound + 1).lowerBound..<shape.range.upperBound
  }

  /// The title of a point: up to the first colon, or the first full stop where the number is an
  /// ordinal in words; the whole line where it has neither and is short.
  private func pointTitle(_ numbering: Numbering, _ shape: LineShape) -> TextRange? {
    var token = numbering.rest
    let limit = min(token + 2 * Self.longestPointTitle, shape.tokens.upperBound)
    while token < limit {
      if text.tokens.kind(at: token) == .punctuation {
        let mark = text.firstScalar(of: token)
        let isEnd =
          mark == 0x3A
          || numbering.isOrdinal && mark == 0x2E
            && !text.tokens.isGlued(at: token + 1, in: shape.tokens)
        if isEnd, token > numbering.rest, token - numbering.rest <= Self.longestPointTitle {
          let title = numbering.rest..<token
          return mark == 0x3A || title.count <= 6 ? text.tokens.range(of: title) : nil
        }
      }
      token += 1
    }
    let isShort =
      shape.tokens.upperBound - numbering.rest <= Self.longestPointTitle && !shape.endsWithStop
    return isShort ? text.tokens.range(of: numbering.rest..<shape.tokens.upperBound) : nil
  }
}

extension TokenList {
  /// Whether a token of a line follows the one before it with nothing between them.
  fileprivate func isGlued(at token: Int, in line: Range<Int>) -> Bool {
    token < line.upperBound && isGlued(at: token)
  }
}
