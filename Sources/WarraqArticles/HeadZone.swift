import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

extension Page {
  /// Lines that a head zone may have.
  private static let longestHead = 14

  /// Reads the lines above the first paragraph.
  mutating func readHead() {
    let end = headEnd()
    var unclaimed: [Int] = []
    var line = next
    while line < end {
      if isInterface(line) {
        kinds[line] = .interface
      } else if let date = publicationDate(line) {
        kinds[line] = .date
        if published == nil { published = date }
      } else if let name = authorName(line, end: end) {
        line = name
      } else if isCaption(line) {
        kinds[line] = .caption
      } else {
        unclaimed.append(line)
      }
      line += 1
    }
    nameTitleAndKicker(unclaimed)
    if published == nil { readDateAtEnd(below: end) }
    next = end
  }

  /// The first line that is a paragraph, or a heading of the body.
  private func headEnd() -> Int {
    var line = next
    while line < lines.count, line - next < Self.longestHead {
      let shape = lines[line]
      let isParagraph = shape.words > 30 || shape.words > 10 && shape.endsWithStop
      if isParagraph || LineWords.abstracts.contains(shape.key)
        || LineWords.headings.contains(shape.key) || LineWords.notes.contains(shape.key)
      {
        return line
      }
      if shape.numbering != nil || shape.bullet != nil, line > next { return line }
      line += 1
    }
    guard line == lines.count, line - next > 1 else { return line }
    // Only short lines: the first full sentence below the first line begins the body. A poem, a
    // list or a table has none; its first line may be a title, no more.
    return (next + 1..<line).first { lines[$0].endsWithStop && lines[$0].words >= 4 } ?? next + 1
  }

  // MARK: Title and kicker

  private mutating func nameTitleAndKicker(_ unclaimed: [Int]) {
    var rest = unclaimed
    // Categories that lost the space between them: «تقاريراقتصاد».
    if rest.count > 1, let first = rest.first, isFusedCategories(first) {
      kinds[first] = .interface
      rest.removeFirst()
    }
    // The site's name above the label of a series.
    if rest.count > 2, let first = rest.first, lines[first].words <= 5, !isLabel(first),
      isLabel(rest[1])
    {
      kinds[first] = .interface
      rest.removeFirst()
    }
    while let first = rest.first, isLabel(first) {
      if kicker == nil { kicker = lines[first].range }
      kinds[first] = .kicker
      rest.removeFirst()
    }
    if kicker == nil, rest.count > 1, let first = rest.first, lines[first].endsWithColon,
      lines[first].words <= 6
    {
      kicker = lines[first].range
      kinds[first] = .kicker
      rest.removeFirst()
    }
    guard let first = rest.first, isTitle(first) else {
      for line in rest { kinds[line] = .body }
      return
    }
    title = lines[first].range
    kinds[first] = .title
    for line in rest.dropFirst() {
      // The title again, a second line of it, or a subtitle; a line with a colon right above the
      // first paragraph is the first heading.
      let isHeading =
        (lines[line].endsWithColon || markup?.headsSection(line) ?? false) && line == rest.last
      kinds[line] = isHeading ? .body : .title
    }
  }

  private func isTitle(_ line: Int) -> Bool {
    lines[line].words <= 30 && !lines[line].endsWithStop && lines[line].bullet == nil
  }

  /// «تقدير موقف», «العدد 12».
  private func isLabel(_ line: Int) -> Bool {
    let key = lines[line].key
    if LineWords.labels.contains(key) { return true }
    let words = key.split(separator: " ")
    return words.count <= 3 && words.count >= 2
      && LineWords.numberedLabels.contains(String(words[0]))
      && words[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Two names of categories or labels written as one word.
  private func isFusedCategories(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.words <= 3, let key = shape.key.split(separator: " ").first.map(String.init) else {
      return false
    }
    func isCategory(_ word: Substring) -> Bool {
      LineWords.categories.contains(String(word)) || LineWords.labels.contains(String(word))
    }
    return key.indices.dropFirst().contains { isCategory(key[..<$0]) && isCategory(key[$0...]) }
  }

  // MARK: Dates

  /// The date of a line that holds nothing but a date, its label and a time of day.
  func publicationDate(_ line: Int) -> Timex? {
    let shape = lines[line]
    guard shape.words <= 14, !shape.timexes.isEmpty else { return nil }
    let dates = timexes[shape.timexes].filter { $0.kind == .date && isFullDate($0) }
    // Of two calendars the Gregorian is the one given as such.
    guard let date = dates.first(where: { $0.hijri == nil }) ?? dates.first else { return nil }
    for token in placeEnd(of: shape)..<shape.tokens.upperBound {
      let range = text.tokens.range(at: token)
      if timexes[shape.timexes].contains(where: { $0.range.overlaps(range) }) { continue }
      switch text.tokens.kind(at: token) {
      case .punctuation, .symbol, .number: continue
      default: break
      }
      let key = text.tokens.key(at: token)
      guard
        LineWords.publication.contains(key) || LineWords.numberedLabels.contains(key)
          || Self.weekdays.contains(key)
      else { return nil }
    }
    return date
  }

  /// The token behind a place that stands before a date: «بيروت، 9 تشرين الأول 2025».
  private func placeEnd(of shape: LineShape) -> Int {
    let first = shape.tokens.lowerBound
    for comma in first + 1..<min(first + 3, shape.tokens.upperBound) {
      guard text.tokens.kind(at: comma - 1) == .arabicWord else { break }
      if [0x060C, 0x2C].contains(text.firstScalar(of: comma)) { return comma + 1 }
    }
    return first
  }

  private static let weekdays: Set<String> = [
    "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت",
  ]

  /// Day and month and year, or month and year.
  private func isFullDate(_ timex: Timex) -> Bool {
    !timex.value.hasPrefix("X") && (timex.value.utf8.count >= 7 || timex.hijri != nil)
      && timex.value.utf8.count <= 10
  }

  /// A date in the last line of the page.
  private mutating func readDateAtEnd(below head: Int) {
    guard let last = lines.indices.last, last >= head, lines[last].words <= 8,
      let date = publicationDate(last)
    else { return }
    published = date
    kinds[last] = .date
  }

  // MARK: Authors

  /// Reads an author's line, with the lines of name or role that belong to it.
  ///
  /// - Returns: The last line read; `nil` where it is no author's line.
  private mutating func authorName(_ line: Int, end: Int) -> Int? {
    let shape = lines[line]
    guard shape.words <= 16, let first = shape.tokens.first else { return nil }
    let key = text.tokens.key(at: first)
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
    let isTitled = LineWords.honorifics.contains(key) && shape.words <= 7
    let isAboveRole =
      (2...5).contains(shape.words) && !shape.endsWithColon && line > next
      && line + 1 < end && isRole(line + 1)
    guard isTitled || isAboveRole || isBareName(line) || isBeforeRole(line),
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
    let hasTitle = (next..<line).contains { kinds[$0] == nil && !isLabel($0) }
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

  /// «سيف الدين الراوي – باحث في الشأن المائي»: a name, a mark, and a role.
  private func isBeforeRole(_ line: Int) -> Bool {
    let shape = lines[line]
    guard var first = shape.tokens.first else { return false }
    while first < shape.tokens.upperBound,
      LineWords.honorifics.contains(text.tokens.key(at: first))
    {
      first += 1
    }
    var mark = first
    while mark < shape.tokens.upperBound, text.tokens.kind(at: mark) == .arabicWord { mark += 1 }
    let isTitled = first > shape.tokens.lowerBound
    guard (2...6).contains(mark - first), mark + 1 < shape.tokens.upperBound,
      [0x2013, 0x2D, 0x2014, 0x060C, 0x2C].contains(text.firstScalar(of: mark))
    else { return false }
    return LineWords.roles.contains(text.tokens.key(at: mark + 1))
      && (isTitled || givenNames.begins(text.tokens, at: first))
  }

  private func isRole(_ line: Int) -> Bool {
    let first = lines[line].key.split(separator: " ").first.map(String.init) ?? ""
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
    while first < line.upperBound, LineWords.honorifics.contains(text.tokens.key(at: first)) {
      first += 1
    }
    var end = first
    while end < line.upperBound,
      text.tokens.kind(at: end) == .arabicWord || text.tokens.kind(at: end) == .otherWord
    {
      end += 1
    }
    return (2...6).contains(end - first) ? first..<end : nil
  }

  // MARK: Interface and captions

  /// Placeholders, buttons, share bars, tag lines, teasers, disclaimers.
  func isInterface(_ line: Int) -> Bool {
    let shape = lines[line]
    if LineWords.interface.contains(shape.key) { return true }
    if shape.words > 0, shape.tokens.allSatisfy({ isTagOrLink($0) }) { return true }
    let isHeading = markup?.isHeading(line) ?? false
    if isPlaceholder(shape) && !isHeading || isBreadcrumb(shape) { return true }
    let words = shape.key.split(separator: " ").map(String.init)
    if words.count >= 2, words.allSatisfy(LineWords.networks.contains) { return true }
    if words.count == 2,
      LineWords.counters.contains(words[1]) || LineWords.counters.contains(words[0]),
      let count = shape.tokens.first(where: { text.tokens.kind(at: $0) == .number }), count >= 0
    {
      return true
    }
    guard !shape.key.isEmpty else { return false }
    return LineWords.interfaceBeginnings.contains { shape.key.hasPrefix($0) }
  }

  private func isTagOrLink(_ token: Int) -> Bool {
    switch text.tokens.kind(at: token) {
    case .hashtag, .url, .email, .mention, .punctuation, .symbol: true
    default: false
    }
  }

  /// «الرئيسية > فعاليات > تقارير»
  private func isBreadcrumb(_ shape: LineShape) -> Bool {
    guard shape.words <= 10 else { return false }
    return shape.tokens.dropFirst().contains { [0x3E, 0x203A].contains(text.firstScalar(of: $0)) }
      && shape.tokens.allSatisfy { text.tokens.kind(at: $0) != .number }
      && text.tokens.kind(at: shape.tokens.lowerBound) == .arabicWord
  }

  /// 7f3a9c21.jpg, {alt_text}, data-center-illustration: one stretch without a space and without
  /// an Arabic letter.
  private func isPlaceholder(_ shape: LineShape) -> Bool {
    guard shape.tokens.count <= 16, shape.words > 0 else { return false }
    for token in shape.tokens {
      if text.tokens.kind(at: token) == .arabicWord { return false }
      if token > shape.tokens.lowerBound, !text.tokens.isGlued(at: token) { return false }
    }
    return shape.tokens.contains { text.tokens.kind(at: $0) == .otherWord }
  }

  private func isCaption(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.words <= 20, !shape.key.isEmpty, let first = shape.tokens.first,
      first + 1 < shape.tokens.upperBound
    else { return false }
    let begins = LineWords.captions.contains { shape.key.hasPrefix($0) }
    return begins && shape.tokens.contains { text.firstScalar(of: $0) == 0x3A }
  }
}
