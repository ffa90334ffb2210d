import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Lines that name the author.
extension Page {
  /// Reads an author's line, with the lines of name or role that belong to it.
  ///
  /// - Returns: The last line read; `nil` where it is no author's line.
  mutating func authorName(_ line: Int, end: Int) -> Int? {
    let shape = lines[line]
    guard shape.words <= 16, let first = shape.tokens.first else { return nil }
    let key = text.tokens.folded(at: first)
    if LineWords.translator.contains(key), shape.words <= 6, !shape.endsWithStop {
      kinds[line] = .byline
      return line
    }
    // A role without a name, above or below the article.
    if isRoleNote(line) || isRole(line) && isRoleAlone(line) {
      kinds[line] = .byline
      return line
    }
    // «كتبت في: تحقيقات» names a category.
    if LineWords.author.contains(key), first + 1 < shape.tokens.upperBound,
      text.tokens.isKey(at: first + 1, in: LineWords.inWord)
    {
      kinds[line] = .interface
      return line
    }
    if LineWords.author.contains(key) {
      kinds[line] = .byline
      if let name = nameTokens(after: first, in: shape.tokens) {
        author = author ?? text.tokens.range(of: name)
        return role(after: line, end: end)
      }
      guard line + 1 < end, lines[line + 1].words <= 7,
        let name = nameTokens(in: lines[line + 1].tokens)
      else { return line }
      kinds[line + 1] = .byline
      author = author ?? text.tokens.range(of: name)
      return role(after: line + 1, end: end)
    }
    let isStarred = text.firstScalar(of: shape.tokens.upperBound - 1) == 0x2A
    let isTitled =
      LineWords.honorifics.contains(key) && (shape.words <= 7 || beginsListOfNames(shape))
    let isAboveRole =
      (2...5).contains(shape.words) && !shape.endsWithColon && line > next
      && line + 1 < end && isRole(line + 1)
    guard
      isTitled || isAboveRole || isBareName(line) || isBeforeRole(line)
        || isStarred && isNameLike(line, words: 2...4) || isNameBeside(line, end: end)
        || isListOfNames(line)
        || isNameAboveDate(line, end: end),
      !shape.endsWithQuestion, !shape.endsWithStop,
      let name = nameTokens(in: shape.tokens)
    else { return nil }
    kinds[line] = .byline
    author = author ?? text.tokens.range(of: name)
    return role(after: line, end: end)
  }

  /// Two to four words that begin with a given name and hold nothing else: a name, below a title.
  private func isBareName(_ line: Int) -> Bool {
    let shape = lines[line]
    // A title has to stand above it.
    let hasTitle = (next..<line).contains { kinds[$0] == nil && !isSeries($0) }
    guard var last = shape.tokens.last, let first = shape.tokens.first, hasTitle else {
      return false
    }
    // An asterisk sends to the note that tells who the author is.
    while last > first, text.firstScalar(of: last) == 0x2A { last -= 1 }
    let name = first...last
    return (2...5).contains(name.count)
      && name.allSatisfy { text.tokens.kind(at: $0) == .arabicWord }
      && givenNames.begins(text.tokens, at: first)
      && name.dropFirst().allSatisfy { givenNames.mayFollow(text.tokens, at: $0) }
  }

  /// «أوس الربيعي - لينا حدادين»: names of two to four words with marks between them, nothing else.
  private func isListOfNames(_ line: Int) -> Bool {
    let tokens = lines[line].tokens
    guard tokens.count <= 20 else { return false }
    var names = 0
    var start = tokens.lowerBound
    for token in tokens.lowerBound...tokens.upperBound {
      if token < tokens.upperBound, text.tokens.kind(at: token) == .arabicWord { continue }
      if token < tokens.upperBound,
        ![0x2013, 0x2D, 0x2014, 0x060C, 0x2C, 0x2F].contains(text.firstScalar(of: token))
      {
        return false
      }
      guard (2...4).contains(token - start), givenNames.begins(text.tokens, at: start),
        !(start..<token).contains(where: { text.tokens.isKey(at: $0, in: LineWords.noNames) })
      else { return false }
      names += 1
      start = token + 1
    }
    return names >= 2
  }

  /// «د. حسن فارح، ميرون تسيغاي، ترجمة: رانيا كوسا»: a title, a name, a comma and more names.
  private func beginsListOfNames(_ shape: LineShape) -> Bool {
    guard shape.words <= 16, let name = nameTokens(in: shape.tokens),
      name.upperBound < shape.tokens.upperBound
    else { return false }
    return [0x060C, 0x2C, 0x2013, 0x2D, 0x2014, 0x2F].contains(
      text.firstScalar(of: name.upperBound))
  }

  /// Two or three words, the first a given name, none a preposition.
  private func isNameShaped(_ line: Int) -> Bool {
    let words = lines[line].tokens.filter { text.firstScalar(of: $0) != 0x2A }
    guard (2...4).contains(words.count), let first = words.first,
      words.allSatisfy({ text.tokens.kind(at: $0) == .arabicWord }),
      givenNames.begins(text.tokens, at: first)
    else { return false }
    return words.dropFirst().allSatisfy {
      text.tokens.keyRange(at: $0).count >= 6 && !text.tokens.isKey(at: $0, in: LineWords.noNames)
    }
  }

  /// A name on a line of its own between the title, or nothing, and a date, a role or the text.
  private func isNameBeside(_ line: Int, end: Int) -> Bool {
    guard isNameShaped(line), lines[line].words <= 3 else { return false }
    let isBelowSome = line > next && kinds[line - 1] == nil && lines[line - 1].words >= 3
    let isAboveSome =
      line + 1 < end && (publicationDate(line + 1) != nil || isRole(line + 1)) || line + 1 == end
    let isFirst =
      line == next && line + 1 < end && lines[line + 1].words >= 4
      && !lines[line + 1].endsWithStop
    return isBelowSome && isAboveSome || isFirst
  }

  /// Words that may be a name of people: none a preposition, the first without the article.
  private func isNameLike(_ line: Int, words allowed: ClosedRange<Int>) -> Bool {
    let words = lines[line].tokens.filter { text.firstScalar(of: $0) != 0x2A }
    return allowed.contains(words.count) && lines[line].numbering == nil
      && words.allSatisfy {
        text.tokens.kind(at: $0) == .arabicWord && !text.tokens.isKey(at: $0, in: LineWords.noNames)
          && text.tokens.keyRange(at: $0).count >= 4
      }
      && !hasArticle(words[0])
  }

  /// The article is written with a bare alef; «إلياس» has none.
  private func hasArticle(_ token: Int) -> Bool {
    text.firstScalar(of: token) == 0x0627 && text.tokens.folded(at: token).hasPrefix("ال")
  }

  /// «خلود السويدان»: two words, the second with the article, between a title and a date.
  private func isNameAboveDate(_ line: Int, end: Int) -> Bool {
    guard isNameLike(line, words: 2...3), line > next, line + 1 < end, kinds[line - 1] == nil,
      lines[line - 1].words >= 4, publicationDate(line + 1) != nil, !isSeries(line),
      let last = lines[line].tokens.last
    else { return false }
    return hasArticle(last) && lines[line].followsBlank
  }

  /// «* باحثة في شؤون البيئة»: the note that an asterisk behind a name leads to.
  func isRoleNote(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.bullet == 0x2A, shape.words <= 20, shape.tokens.count > 1 else { return false }
    return LineWords.roles.contains(text.tokens.folded(at: shape.tokens.lowerBound + 1))
  }

  /// Whether a line of role says no more: it does not ask, end or head.
  private func isRoleAlone(_ line: Int) -> Bool {
    let shape = lines[line]
    return (3...12).contains(shape.words) && !shape.endsWithStop && !shape.endsWithQuestion
      && !shape.endsWithColon && line > next
      && !shape.tokens.contains { text.firstScalar(of: $0) == 0x3A }
  }

  func isBeforeRole(_ line: Int) -> Bool {
    let shape = lines[line]
    guard var first = shape.tokens.first else { return false }
    // «* مازن بلحاف - مراسل في المكلا»
    if shape.bullet == 0x2A { first += 1 }
    let start = first
    while first < shape.tokens.upperBound,
      LineWords.honorifics.contains(text.tokens.folded(at: first))
    {
      first += 1
    }
    var mark = first
    while mark < shape.tokens.upperBound, text.tokens.kind(at: mark) == .arabicWord { mark += 1 }
    let isTitled = first > start
    guard (2...6).contains(mark - first), mark + 1 < shape.tokens.upperBound,
      [0x2013, 0x2D, 0x2014, 0x060C, 0x2C, 0x28, 0x3A].contains(text.firstScalar(of: mark))
    else { return false }
    guard LineWords.roles.contains(text.tokens.folded(at: mark + 1)) else { return false }
    // «منى الشرقاوي (ناقدة مصرية)», «أمل القباني: باحثة في …»: no given name is asked for, as many are
    // everyday words too.
    let isSure =
      text.firstScalar(of: mark) == 0x28
      || text.firstScalar(of: mark) == 0x3A && mark + 2 < shape.tokens.upperBound
        && text.tokens.isKey(at: mark + 2, in: LineWords.inWord)
    return isTitled || givenNames.begins(text.tokens, at: first)
      || isSure && mark - first <= 4
        && !(first..<mark).contains { text.tokens.isKey(at: $0, in: LineWords.noNames) }
  }

  func isRole(_ line: Int) -> Bool {
    let first = lines[line].keyWords.first ?? ""
    return LineWords.roles.contains(first) && lines[line].words <= 14
  }

  /// Claims a line of role behind an author's line; the last line claimed.
  private mutating func role(after line: Int, end: Int) -> Int {
    guard line + 1 < end, isRole(line + 1) else { return line }
    kinds[line + 1] = .byline
    return line + 1
  }

  func nameTokens(after label: Int, in line: Range<Int>) -> Range<Int>? {
    var first = label + 1
    while first < line.upperBound, text.tokens.kind(at: first) == .punctuation { first += 1 }
    return nameTokens(in: first..<line.upperBound)
  }

  /// The name in a stretch of tokens: titles before it and everything from the first mark on left
  /// out; two to six words.
  func nameTokens(in line: Range<Int>) -> Range<Int>? {
    var first = line.lowerBound
    if first < line.upperBound, text.firstScalar(of: first) == 0x2A { first += 1 }
    while first < line.upperBound,
      LineWords.honorifics.contains(text.tokens.folded(at: first))
        || first > line.lowerBound && text.tokens.isKey(at: first, in: LineWords.rankParts)
    {
      first += 1
      // Where damage hides that «د.» is an abbreviation, its point stands apart.
      if first < line.upperBound, text.firstScalar(of: first) == 0x2E { first += 1 }
    }
    var end = first
    while end < line.upperBound,
      text.tokens.kind(at: end) == .arabicWord || text.tokens.kind(at: end) == .otherWord
    {
      // «سعاد التمسماني ويوسف باطيس» are two.
      if end >= first + 2, givenNames.beginsAnother(text.tokens, at: end) { break }
      end += 1
    }
    return (2...6).contains(end - first) ? first..<end : nil
  }
}
