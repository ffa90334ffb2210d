import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

/// Lines that are no text of the article: placeholders, buttons, menus, share bars, counters, notices,
/// debris; and captions.
extension Page {
  /// Whether a line is none of the article's.
  func isInterface(_ line: Int) -> Bool { areInterface[line] }

  /// Looks at every line once.
  func interfaceLines() -> [Bool] { lines.indices.map(looksLikeInterface) }

  private func looksLikeInterface(_ line: Int) -> Bool {
    let shape = lines[line]
    if shape.words > 0, shape.tokens.allSatisfy({ isTagOrLink($0) }) { return true }
    // Paragraphs are most of a page and no more than notices.
    guard shape.tokens.count <= 60 else { return beginsNotice(shape) }
    if LineWords.interface.contains(shape.key) { return true }
    // «# الهند # الخليج»: tags apart from their marks.
    if text.firstScalar(of: shape.tokens.lowerBound) == 0x23,
      shape.tokens.count(where: { text.firstScalar(of: $0) == 0x23 }) >= 2
    {
      return true
    }
    let isHeading = markup?.isHeading(line) ?? false
    if isPlaceholder(shape) && !isHeading || isBreadcrumb(shape) { return true }
    if isNotice(shape) || isCounter(shape) || isBreakingNews(shape) || isDisclaimer(shape) {
      return true
    }
    // «© رحلة 2020»
    if text.firstScalar(of: shape.tokens.lowerBound) == 0xA9, shape.words <= 12 { return true }
    if !isHeading, isMenu(shape) || isForeign(shape) || isDebris(line) || isFused(shape) {
      return true
    }
    guard !shape.key.isEmpty else { return false }
    return LineWords.interfaceBeginnings.contains { shape.begins(with: $0) }
  }

  private func isTagOrLink(_ token: Int) -> Bool {
    switch text.tokens.kind(at: token) {
    case .hashtag, .url, .email, .mention, .punctuation, .symbol: true
    default: false
    }
  }

  /// «الرئيسية > فعاليات > تقارير», «الصفحة الرئيسية » أبحاث», «الرئيسية / تحليلات / أوروبا».
  private func isBreadcrumb(_ shape: LineShape) -> Bool {
    guard shape.words <= 14, text.tokens.kind(at: shape.tokens.lowerBound) == .arabicWord else {
      return false
    }
    let marks = shape.tokens.dropFirst().map { text.firstScalar(of: $0) }
    if shape.begins(with: "انت هنا") { return true }
    let words = shape.keyWords
    if shape.begins(with: "الصفحه ") || words.prefix(3).contains("الرييسيه") {
      if marks.contains(where: { [0x3E, 0x203A, 0xBB, 0x2F, 0x7C, 0x3A].contains($0) }) {
        return true
      }
    }
    return shape.words <= 10 && marks.contains { [0x3E, 0x203A].contains($0) }
      && shape.tokens.allSatisfy { text.tokens.kind(at: $0) != .number }
  }

  /// 7f3a9c21.jpg, {alt_text}, data-center-illustration, غلاف-الورقة-2017: one stretch without a space,
  /// of no Arabic letter or of words hung together.
  private func isPlaceholder(_ shape: LineShape) -> Bool {
    guard shape.tokens.count <= 16, shape.words > 0 else { return false }
    var hyphens = 0
    var isArabic = false
    for token in shape.tokens {
      if text.tokens.kind(at: token) == .arabicWord { isArabic = true }
      if [0x2D, 0x5F].contains(text.firstScalar(of: token)) { hyphens += 1 }
      if token > shape.tokens.lowerBound, !text.tokens.isGlued(at: token) { return false }
    }
    if isArabic { return hyphens >= 2 && shape.words >= 3 }
    return shape.tokens.contains { text.tokens.kind(at: $0) == .otherWord }
  }

  /// Cookies, comments, disclaimers: what only notices say.
  private func isNotice(_ shape: LineShape) -> Bool {
    if beginsNotice(shape) { return true }
    let tokens = text.tokens
    for token in shape.tokens.dropLast() where tokens.isKey(at: token, in: LineWords.noticeFirsts) {
      for (first, second) in LineWords.noticePairs
      where tokens.isKey(at: token, in: first) && tokens.isKey(at: token + 1, in: second) {
        return true
      }
    }
    return false
  }

  private func beginsNotice(_ shape: LineShape) -> Bool {
    guard shape.tokens.count > 3 else { return false }
    let start = shape.tokens.lowerBound
    return LineWords.noticeBeginnings.contains {
      text.tokens.isKey(at: start, in: $0.first) && text.tokens.isKey(at: start + 1, in: $0.second)
    }
  }

  /// «عدد المشاهدات: 2817», «المشاهدات : 733», «1.3K مشاهدة», «زمن القراءة 5 دقائق».
  private func isCounter(_ shape: LineShape) -> Bool {
    guard (1...14).contains(shape.words),
      shape.key.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return false }
    let words = shape.keyWords.filter {
      !$0.utf8.contains { (0x30...0x39).contains($0) }
    }
    return !words.isEmpty && words.contains(where: LineWords.counters.contains)
      && words.allSatisfy {
        LineWords.counters.contains($0) || LineWords.counterWords.contains($0)
          || shape.words > 3 && LineWords.menu.contains($0)
      }
  }

  /// «08:15 | عاجل | الصليب الأحمر يدخل خان يونس»: news that has just come in.
  private func isBreakingNews(_ shape: LineShape) -> Bool {
    guard shape.words <= 20, !shape.endsWithStop, shape.tokens.count > 4 else { return false }
    let start = shape.tokens.prefix(6)
    return start.contains { token in
      text.tokens.isKey(at: token, in: LineWords.breaking) && token + 1 < shape.tokens.upperBound
        && [0x3A, 0x7C, 0x2D, 0x2013].contains(text.firstScalar(of: token + 1))
    }
  }

  /// «لا تعبر المقالات المنشورة بالضرورة عن رأي هيئة التحرير»: whose opinion an article is.
  private func isDisclaimer(_ shape: LineShape) -> Bool {
    guard (5...40).contains(shape.words) else { return false }
    guard
      let verb = shape.tokens.first(where: {
        text.tokens.isKey(at: $0, in: LineWords.expresses)
      })
    else { return false }
    return (verb..<min(verb + 7, shape.tokens.upperBound - 1)).contains {
      text.tokens.isKey(at: $0, in: LineWords.opinions.first)
        && text.tokens.isKey(at: $0 + 1, in: LineWords.opinions.second)
    }
  }

  /// Words of menus and buttons only, or items far apart: «من نحن    برامجنا    إصداراتنا».
  private func isMenu(_ shape: LineShape) -> Bool {
    let words = shape.keyWords
    if words.count >= 2, words.allSatisfy(LineWords.networks.contains) { return true }
    if !words.isEmpty, words.count <= 10, words.allSatisfy(LineWords.menu.contains) { return true }
    if let first = words.first, !shape.endsWithStop, !shape.endsWithQuestion {
      if words.count <= 7, LineWords.buttons.contains(first) { return true }
      if words.count <= 4, words.contains("للطباعه") || LineWords.shortButtons.contains(first) {
        return true
      }
    }
    guard shape.tokens.count <= 60, !shape.endsWithStop, !shape.endsWithColon else { return false }
    let segments = segments(of: shape)
    guard segments.count >= 3 else { return false }
    return segments.allSatisfy { segment in
      segment.count <= 4 && segment.contains { text.tokens.kind(at: $0) != .punctuation }
    }
  }

  /// Items of a line that wide gaps or bars keep apart.
  func segments(of shape: LineShape) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var first = shape.tokens.lowerBound
    // Two spaces part items where they are the rule; now and then they are an author's careless hand.
    let doubled = shape.tokens.dropFirst().count { spaces(before: $0) == 2 }
    let single = shape.tokens.dropFirst().count { spaces(before: $0) == 1 }
    let fewest = doubled >= single * 2 ? 2 : 3
    for token in shape.tokens.dropFirst() {
      let isBar = text.firstScalar(of: token) == 0x7C
      guard isBar || spaces(before: token) >= fewest else { continue }
      if token > first { segments.append(first..<token) }
      first = isBar ? token + 1 : token
    }
    if first < shape.tokens.upperBound { segments.append(first..<shape.tokens.upperBound) }
    return segments
  }

  /// The spaces between a token and the one before it; a tab counts for four. A no-break space is a
  /// space like any other, and direction marks take no room.
  private func spaces(before token: Int) -> Int {
    let bytes = text.text.utf8.span
    var position = text.tokens.end(at: token - 1)
    let end = text.tokens.start(at: token)
    if end - position == 1, bytes[position] == 0x20 { return 1 }
    var spaces = 0
    while position < end {
      let decoded = bytes.scalar(at: position)
      if decoded.value == 0x09 {
        spaces += 4
      } else if ScalarTable.shared[decoded.value].category == .space {
        spaces += 1
      }
      position += decoded.length
    }
    return spaces
  }

  /// A line of another script in a page of Arabic: «Skip to content», «Arabic | English».
  private func isForeign(_ shape: LineShape) -> Bool {
    guard shape.words > 0, shape.words <= 8, shape.numbering == nil, isArabicPage else {
      return false
    }
    return shape.tokens.allSatisfy { text.tokens.kind(at: $0) != .arabicWord }
      && shape.tokens.contains { text.tokens.kind(at: $0) == .otherWord }
      && shape.timexes.isEmpty
  }

  /// Marks and single digits alone, dumps: «(», «[0] => article_image», «A+ A-».
  private func isDebris(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.tokens.count <= 30, shape.timexes.isEmpty else { return false }
    var hasLetters = false
    var previous: UInt32 = 0
    for token in shape.tokens {
      switch text.tokens.kind(at: token) {
      case .arabicWord, .otherWord, .hashtag, .url: hasLetters = true
      default: break
      }
      let scalar = text.firstScalar(of: token)
      if previous == 0x3D, scalar == 0x3E { return true }
      previous = scalar
    }
    guard !hasLetters, shape.words <= 2 else { return false }
    // A number alone may be a cell of a table; a small one among words is a page's or a counter's.
    return shape.words == 0
      || shape.words == 1 && shape.key.utf8.count <= 2 && !isAmongNumbers(line)
  }

  private func isAmongNumbers(_ line: Int) -> Bool {
    [line - 1, line + 1].contains { neighbour in
      lines.indices.contains(neighbour) && lines[neighbour].words > 0
        && lines[neighbour].tokens.allSatisfy {
          ![.arabicWord, .otherWord].contains(text.tokens.kind(at: $0))
        }
    }
  }

  /// Names of categories, sites or buttons that lost the space between them: «تقاريراقتصاد».
  private func isFused(_ shape: LineShape) -> Bool {
    guard (1...3).contains(shape.words) else { return false }
    let words = shape.keyWords
    guard let first = words.first, first.utf8.count <= 160 else { return false }
    return words.dropFirst().allSatisfy {
      LineWords.isMenuWord($0) || LineWords.places.contains($0)
    }
      && isFused(first)
  }

  private func isFused(_ word: FoldedText) -> Bool {
    // Where each prefix can be cut into known words, the most parts. Arabic letters are two bytes.
    let bytes = word.utf8
    guard (12...120).contains(bytes.count) else { return false }
    var parts = [Int?](repeating: nil, count: bytes.count + 1)
    parts[0] = 0
    for end in stride(from: 2, through: bytes.count, by: 2) {
      for start in stride(from: max(0, end - 24), to: end, by: 2) {
        guard let before = parts[start] else { continue }
        let piece = FoldedText(bytes[start..<end])
        if LineWords.isMenuWord(piece) || LineWords.places.contains(piece) {
          parts[end] = max(parts[end] ?? 0, before + 1)
        }
      }
    }
    return (parts[bytes.count] ?? 0) >= 2
  }

  // MARK: Captions

  /// A caption or credit: it says so, or ends with who took the picture.
  func isCaption(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.words >= 2, shape.words <= 26 else { return false }
    let tokens = text.tokens
    let first = tokens.folded(at: shape.tokens.lowerBound)
    let hasColon = shape.tokens.contains { text.firstScalar(of: $0) == 0x3A }
    if hasColon, LineWords.captions.contains(where: { shape.begins(with: $0) }) { return true }
    guard !shape.endsWithStop || shape.words <= 14 else { return false }
    // «(غيتي - أرشيف)»
    if shape.words <= 4,
      text.marks.closing(of: shape.tokens.lowerBound) == shape.tokens.upperBound - 1,
      shape.tokens.contains(where: { tokens.isKey(at: $0, in: LineWords.credits) })
    {
      return true
    }
    if LineWords.captionBeginnings.contains(first) { return !shape.endsWithQuestion && !hasColon }
    for pair in LineWords.captionPairs where shape.begins(with: pair) { return true }
    // «… – تصوير: فلان», «… (رويترز)».
    for token in shape.tokens.dropFirst(2) where tokens.isKey(at: token, in: LineWords.credits) {
      let before = text.firstScalar(of: token - 1)
      if [0x28, 0x2D, 0x2013, 0x2014, 0x2F, 0x7C].contains(before) { return true }
    }
    return false
  }

  /// A line right below a picture's placeholder that tells of a time or of the picture.
  func isPictured(_ line: Int) -> Bool {
    let shape = lines[line]
    guard line > 0, areInterface[line - 1], isPlaceholder(lines[line - 1]) || isImage(line - 1),
      (3...26).contains(shape.words), !shape.endsWithStop, !shape.endsWithQuestion,
      !shape.endsWithColon, publicationDate(line) == nil
    else { return false }
    return !shape.timexes.isEmpty
      || shape.tokens.contains { text.tokens.isKey(at: $0, in: LineWords.pictures) }
  }

  private func isImage(_ line: Int) -> Bool {
    ["image", "img", "photo", "صوره", "الصوره"].contains(lines[line].key)
  }

  /// A line below the title with a date of its own and no stop: what a picture shows.
  func isDatedCaption(_ line: Int) -> Bool {
    let shape = lines[line]
    return (6...24).contains(shape.words) && !shape.timexes.isEmpty && !shape.endsWithStop
      && !shape.endsWithQuestion && !shape.endsWithColon && shape.numbering == nil
      && timexes[shape.timexes].contains { $0.value.utf8.count >= 10 }
  }
}
