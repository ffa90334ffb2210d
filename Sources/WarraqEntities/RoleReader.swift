import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// The title or office that a text states of a person: right before the name, or in apposition.
///
/// An office goes before a mere title: of «معالي وزير المالية د. فؤاد سالم» it is «وزير المالية», of
/// «د. فؤاد سالم» it is «د.».
struct RoleReader {
  let view: LexicalView
  private let candidates: [Candidate]
  /// First tokens of persons' names.
  private let names: Set<Int>
  /// Where the last person's name before each candidate ends.
  private let previousName: [Int]

  /// Words that a role may have.
  private static let longest = 18

  init(view: LexicalView, _ candidates: [Candidate]) {
    self.view = view
    self.candidates = candidates
    var names: Set<Int> = []
    var previous: [Int] = []
    var last = 0
    for candidate in candidates {
      previous.append(last)
      guard candidate.type == .person else { continue }
      names.insert(candidate.tokens.lowerBound)
      last = candidate.tokens.upperBound
    }
    self.names = names
    previousName = previous
  }

  /// The role of the person that a candidate names; `nil` where none is stated.
  ///
  /// - Complexity: O(1).
  func role(of index: Int) -> TextRange? {
    let before = roleBefore(index)
    if let before, before.isOffice { return range(before.tokens) }
    if let behind = roleBehind(candidates[index]) { return range(behind) }
    return before.map { range($0.tokens) }
  }

  private func range(_ tokens: Range<Int>) -> TextRange {
    view.start(of: tokens.lowerBound)..<view.tokens.range(at: tokens.upperBound - 1).upperBound
  }

  // MARK: Before the name

  private func roleBefore(_ index: Int) -> (tokens: Range<Int>, isOffice: Bool)? {
    let name = candidates[index].tokens
    // «الرئيس المصري والسيسي»: a clitic begins another phrase.
    guard candidates[index].start == view.tokens.range(at: name.lowerBound).lowerBound else {
      return nil
    }
    var end = name.lowerBound
    if end > 0, view.text.marks.closing(of: end - 1) == name.upperBound { end -= 1 }
    let first = phraseStart(before: end, floor: max(previousName[index], end - Self.longest))
    guard var chain = nearestTitle(first..<end) else { return nil }
    while let more = title(before: chain[0], from: first, until: end) { chain.insert(more, at: 0) }

    let offices = chain.indices.filter { !isHonorific(chain[$0]) }
    guard let firstOffice = offices.first, let lastOffice = offices.last else {
      return (chain[0]..<end, false)
    }
    // «وزير الخارجية الدكتور»: what stands behind the office and before the name.
    var last = end
    for place in chain.indices.reversed() where place > lastOffice {
      guard phraseEnd(chain[place]) >= last else { break }
      last = chain[place]
    }
    return (chain[firstOffice]..<last, true)
  }

  /// How far back the words before a name may belong to it.
  private func phraseStart(before end: Int, floor: Int) -> Int {
    var first = end
    while first > floor, view.inLine(end - 1, of: first - 1) {
      let token = first - 1
      switch view.tokens.kind(at: token) {
      case .punctuation:
        if isAbbreviationStop(token) {
          first = token
        } else if let open = view.text.marks.opening(of: token), open >= floor, isQuote(open),
          !(open..<token).contains(where: names.contains)
        {
          first = open
        } else {
          return first
        }
      case .arabicWord:
        guard !closes(token) || titleKind(token) != nil else { return first }
        first = token
      case .otherWord:
        first = token
      default:
        return first
      }
    }
    return first
  }

  /// The nearest title whose phrase reaches the name.
  private func nearestTitle(_ tokens: Range<Int>) -> [Int]? {
    for token in tokens.reversed() {
      guard let kind = titleKind(token), phraseEnd(token) <= tokens.upperBound else { continue }
      let rest = phraseEnd(token)..<tokens.upperBound
      switch kind {
      case .honorific:
        // «الملك الأردني عبد الله»
        guard rest.allSatisfy({ view.isDefinite($0) }) else { return nil }
      case .office, .officeHead:
        break
      }
      return [token]
    }
    return nil
  }

  /// The title that a title stands in or that belongs to the same person.
  private func title(before next: Int, from first: Int, until end: Int) -> Int? {
    var token = next - 1
    while token >= first {
      guard let kind = titleKind(token) else {
        token -= 1
        continue
      }
      if phraseEnd(token) > next { return token }
      let gap = phraseEnd(token)..<max(next, phraseEnd(token))
      if gap.isEmpty {
        // «معالي د.», «نائب رئيس»; but «رئيس الوزراء» is complete, and another office follows.
        let isComplete =
          kind != .honorific && titleKind(next) == .officeHead
          && view.isDefinite(phraseEnd(token) - 1)
        return isComplete || view.isPeeled(next)
          ? secondOffice(token, next, from: first) : token
      }
      if kind == .honorific { return nil }
      if isHonorific(next), !view.isPeeled(next) { return token }
      // «مستشار شؤون رئيس الوزراء»: the phrase is still open.
      let isOpen = gap.allSatisfy { !view.isDefinite($0) && view.isArabicWord($0) }
      if isOpen, !view.isPeeled(next) { return token }
      return secondOffice(token, next, from: first)
    }
    return nil
  }

  /// «نائب رئيس الوزراء وزير الخارجية أيمن الصالح» is one person; «التقى رئيس الوزراء وزير الخارجية
  /// أيمن الصالح» are two.
  private func secondOffice(_ token: Int, _ next: Int, from first: Int) -> Int? {
    guard titleKind(next) == .officeHead, titleKind(token) != .honorific,
      !view.isPeeled(next) || isWaw(next) && view.isDefinite(next - 1)
    else { return nil }
    // Where the first office begins: «نائب رئيس الوزراء».
    var start = token
    while start > first, titleKind(start - 1) == .officeHead, phraseEnd(start - 1) == start {
      start -= 1
    }
    guard start > 0, view.inLine(start, of: start - 1) else { return token }
    let before = view.traits[start - 1]
    if before.contains(.speechVerb) { return token }
    return before.contains(.verb) || view.looksImperfect(start - 1) ? nil : token
  }

  // MARK: Behind the name

  private func roleBehind(_ candidate: Candidate) -> Range<Int>? {
    let name = candidate.tokens
    var mark = name.upperBound
    if name.lowerBound > 0, view.text.marks.closing(of: name.lowerBound - 1) == mark,
      isQuote(name.lowerBound - 1)
    {
      mark += 1
    }
    guard mark < view.tokens.count else { return nil }
    guard view.inLine(mark, of: name.lowerBound) else { return roleOnNextLine(name, mark) }
    guard view.tokens.kind(at: mark) == .punctuation else {
      // «هالة مطران محامية وباحثة في ...»: at the head of a line.
      guard titleKind(mark) == .officeHead, startsLine(name), let role = phrase(from: mark)
      else { return nil }
      return role.count > 1 ? role : nil
    }
    switch view.text.firstScalar(of: mark) {
    case 0x060C, 0x2C: break  // comma
    case 0x28: break  // bracket
    case 0x2D, 0x2013, 0x2014:
      if view.tokens.isGlued(at: mark) { return nil }
    default: return nil
    }
    guard mark + 1 < view.tokens.count, view.inLine(mark + 1, of: mark) else { return nil }
    return phrase(from: mark + 1)
  }

  /// Whether nothing but titles stands before a name in its line.
  private func startsLine(_ name: Range<Int>) -> Bool {
    var token = name.lowerBound
    while token > 0, view.inLine(name.lowerBound, of: token - 1) {
      guard isAbbreviationStop(token - 1) || view.traits[token - 1].contains(.title) else {
        return false
      }
      token -= 1
    }
    return true
  }

  /// «هالة مطران» and under it «باحثة في شؤون الطاقة».
  private func roleOnNextLine(_ name: Range<Int>, _ next: Int) -> Range<Int>? {
    guard startsLine(name), isOnNextLine(next, of: name.upperBound - 1),
      let role = phrase(from: next)
    else { return nil }
    // «رئيس الوزراء قال»: a paragraph, no line about the author.
    let end = role.upperBound
    let isLine =
      end >= Int(view.lineEnd[next]) || view.tokens.kind(at: end) == .punctuation
    return isLine ? role : nil
  }

  /// Whether one line break stands between two tokens.
  private func isOnNextLine(_ next: Int, of last: Int) -> Bool {
    let gap =
      view.tokens.range(at: last).utf8.upperBound..<view.tokens.range(at: next).utf8.lowerBound
    return view.text.text.utf8[gap].count { $0 == 0x0A } <= 1
  }

  /// An office phrase that begins at a token; `nil` where it leads to another name.
  private func phrase(from start: Int) -> Range<Int>? {
    guard !view.isPeeled(start),
      titleKind(start).map({ $0 != .honorific }) ?? false || isRank(start)
    else { return nil }
    var end = phraseEnd(start)
    let limit = min(Int(view.lineEnd[start]), start + Self.longest)
    while end < limit {
      if names.contains(end) { return nil }
      switch view.tokens.kind(at: end) {
      case .punctuation:
        guard isQuote(end), let close = view.text.marks.closing(of: end), close < limit else {
          return trimmed(start..<end)
        }
        if (end..<close).contains(where: names.contains) { return nil }
        end = close + 1
      case .arabicWord:
        guard continues(end) else { return trimmed(start..<end) }
        end += 1
      case .otherWord, .number:
        end += 1
      default:
        return trimmed(start..<end)
      }
    }
    return trimmed(start..<end)
  }

  private func continues(_ token: Int) -> Bool {
    if titleKind(token) != nil { return true }
    if closes(token) { return false }
    // «وزير الخارجية والتعاون»; not «ونشر التقرير».
    if isWaw(token), !view.isDefiniteWithWaw(token), view.traits[token].isDisjoint(with: .title) {
      return false
    }
    return !(view.traits[token].isEmpty && view.looksImperfect(token) && !view.isPeeled(token))
  }

  private func isWaw(_ token: Int) -> Bool {
    view.clitics[token] != 0 && view.text.firstScalar(of: token) == 0x0648
  }

  /// A phrase without the words at its end that lead on to something else.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int>? {
    var end = tokens.upperBound
    while end > tokens.lowerBound + 1, view.tokens.isKey(at: end - 1, in: Self.inside) { end -= 1 }
    return end > tokens.lowerBound ? tokens.lowerBound..<end : nil
  }

  // MARK: Words

  /// Function words that stand inside office phrases.
  private static let inside: KeySet = [
    "في", "لشؤون", "شؤون", "غير", "لدى", "باسم", "بشؤون", "على", "عن", "من",
  ]
  private static let insideBoth: KeySet = [
    "في", "لشؤون", "شؤون", "غير", "لدى", "باسم", "بشؤون",
  ]

  /// Whether a word ends an office phrase.
  private func closes(_ token: Int) -> Bool {
    let traits = view.traits[token]
    if !traits.isDisjoint(with: [.verb, .speechVerb]) {
      return traits.isDisjoint(with: .anyName.union([.noun, .head, .nationality]))
    }
    guard traits.contains(.function) else { return false }
    return !view.tokens.isKey(at: token, in: Self.insideBoth)
  }

  private func titleKind(_ token: Int) -> TitlePhrase.Kind? {
    if let title = view.titles[token] { return title.kind }
    if let head = view.heads[token], head.type == .person { return .office }
    return nil
  }

  private static let ranks: KeySet = ["كبير", "كبيرة", "أحد", "إحدى"]

  /// «كبير الاقتصاديين», «أحد مؤسسي الحزب»: an office in apposition only.
  private func isRank(_ token: Int) -> Bool {
    view.tokens.isKey(at: token, in: Self.ranks) && token + 1 < view.tokens.count
      && view.inLine(token + 1, of: token)
  }

  private func isHonorific(_ token: Int) -> Bool { titleKind(token) == .honorific }

  private func phraseEnd(_ token: Int) -> Int { view.titles[token]?.end ?? token + 1 }

  /// The full stop of «د.», «أ. د.».
  private func isAbbreviationStop(_ token: Int) -> Bool {
    guard token > 0, view.tokens.kind(at: token) == .punctuation,
      view.text.firstScalar(of: token) == 0x2E, view.traits[token - 1].contains(.title)
    else { return false }
    return view.tokens.keyRange(at: token - 1).count <= 4
  }

  private func isQuote(_ token: Int) -> Bool {
    ![0x28, 0x5B, 0x7B].contains(view.text.firstScalar(of: token))
  }
}
