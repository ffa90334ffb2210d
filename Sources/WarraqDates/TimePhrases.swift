import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// The grammar of quantities of time, of times told from the day of writing, and of parts of years
/// and days: «ستة أشهر», «كل عام», «العام الماضي», «الربع الأول من 2024», «مساء الأحد».
///
/// As in ``DateGrammar`` every function reads from a token and returns what it read, or nothing.
struct TimePhrases {
  let cursor: DateCursor
  let grammar: DateGrammar
  private let vocabulary = TimeVocabulary.shared

  init(_ cursor: DateCursor) {
    self.cursor = cursor
    grammar = DateGrammar(cursor: cursor)
  }

  /// What was read: its value or relation, where it begins, and the token behind it.
  struct Parsed {
    var kind: Timex.Kind
    var value = ""
    var relation: TimeRelation?
    var hijri: String?
    var start: UTF8Offset
    var end: Int
    var rule: DateRule
    var modifier: Timex.Modifier?
  }

  /// The expression that begins at a token, and the token after it.
  ///
  /// - Complexity: O(1): at most a dozen tokens are read.
  func phrase(at start: Int) -> (timex: Timex, end: Int)? {
    guard var parsed = positioned(at: start) ?? plain(at: start) else { return nil }
    for token in start..<parsed.end - 1 where !cursor.sameLine(token, token + 1) { return nil }
    if parsed.modifier == nil { parsed.modifier = modifier(around: parsed, from: start) }
    let range = parsed.start..<UTF8Offset(cursor.text.tokens.end(at: parsed.end - 1))
    let timex = Timex(
      range: range, kind: parsed.kind, value: parsed.value, modifier: parsed.modifier,
      hijri: parsed.hijri, anchor: parsed.relation == nil ? .text : .reference,
      rule: parsed.rule, relation: parsed.relation)
    return (timex, parsed.end)
  }

  private static let approximately: KeySet = ["تقريبا"]

  /// What the words around an expression make of it: «نحو», «تقريبًا», «أكثر من».
  private func modifier(around parsed: Parsed, from start: Int) -> Timex.Modifier? {
    if start > 0, cursor.sameLine(start - 1, start) {
      if cursor.peeled(start - 1)?.word == .approximately { return .approximately }
      if parsed.kind == .duration, cursor.word(start - 1) == .from,
        case .comparison(let modifier) = time(start - 2)?.word, cursor.sameLine(start - 2, start)
      {
        return modifier
      }
    }
    guard parsed.kind == .duration, isKey(parsed.end, Self.approximately),
      cursor.sameLine(parsed.end - 1, parsed.end)
    else { return nil }
    return .approximately
  }

  /// «نهاية العام المقبل», «مطلع التسعينيات».
  func positioned(at start: Int) -> Parsed? {
    guard let first = cursor.peeled(start), case .position(let position) = first.word,
      var parsed = plain(at: start + 1), parsed.kind == .date
    else { return nil }
    parsed.start = first.start
    parsed.modifier = position
    return parsed
  }

  func plain(at start: Int) -> Parsed? {
    guard start < cursor.end else { return nil }
    if let word = time(start) {
      switch word.word {
      case .every: return set(at: start)
      case .adverb(let unit): return adverb(unit, at: start)
      case .since, .after: return distance(at: start)
      case .demonstrative, .unit(_, .theSingular):
        return relativeUnit(at: start) ?? century(at: start)
      case .unit(_, .thePlural), .unit(_, .theDual): return definiteQuantity(at: start)
      case .quarter, .half: return partOfYear(at: start)
      case .season: return season(at: start)
      case .decadeName: return decade(at: start)
      case .partOfDay: return partOfDay(at: start)
      case .clock: return clock(at: start)
      case .yesterday, .first:
        if let day = namedDay(at: start) { return day }
      case .tomorrow:
        return isTomorrow(start) ? namedDay(at: start) : nil
      case .theCardinal, .theTens:
        if let found = countedDefinite(at: start) { return found }
      default: break
      }
    }
    if cursor.peeled(start)?.word == .before { return distance(at: start) }
    if cursor.word(start) == .dayHead || weekday(start) != nil {
      return relativeDay(at: start) ?? quantity(at: start).map(duration)
    }
    return clock(at: start) ?? yearly(at: start) ?? relativeRange(at: start)
      ?? relativeMonth(at: start) ?? quantity(at: start).map(duration) ?? single(at: start)
  }

  // MARK: Words

  /// The meaning of a word in this grammar, its clitics peeled off where the whole means nothing.
  func time(_ token: Int) -> (word: TimeWord, start: UTF8Offset, hasConjunction: Bool)? {
    cursor.peeled(token) { vocabulary[$0] }
  }

  /// The meaning of a word that may not have clitics.
  func bare(_ token: Int) -> TimeWord? {
    guard token >= 0, token < cursor.end else { return nil }
    return vocabulary[cursor.text.tokens.keyHash(at: token)]
  }

  func weekday(_ token: Int) -> (number: Int, start: UTF8Offset)? {
    guard let peeled = cursor.peeled(token), case .weekday(let number) = peeled.word else {
      return nil
    }
    return (number, peeled.start)
  }

  func offset(_ token: Int) -> UTF8Offset {
    cursor.text.tokens.range(at: token).lowerBound
  }

  func direction(_ token: Int) -> TimeDirection? {
    guard case .deictic(let direction) = bare(token) else { return nil }
    return direction
  }

  func ordinal(_ token: Int) -> Int? {
    if bare(token) == .one { return 1 }
    guard case .ordinal(let number) = cursor.word(token) else { return nil }
    return number
  }

  // MARK: Numbers

  /// A number in digits or words, 1 to 9999.
  func number(at start: Int) -> (value: Int, start: UTF8Offset, end: Int)? {
    if let digits = cursor.number(start), digits.value > 0 {
      return (digits.value, offset(start), start + 1)
    }
    guard let first = time(start) else { return nil }
    switch first.word {
    case .eleventh where isTen(start + 1): return (11, first.start, start + 2)
    case .cardinal(let ones):
      if ones < 10, isTen(start + 1) { return (10 + ones, first.start, start + 2) }
      if ones < 10, let next = time(start + 1), next.hasConjunction,
        case .tens(let tens) = next.word
      {
        return (tens + ones, first.start, start + 2)
      }
      return (ones, first.start, start + 1)
    case .tens(let tens): return (tens, first.start, start + 1)
    case .hundred:
      // «مئة وخمسين»
      guard let rest = time(start + 1), rest.hasConjunction, rest.word != .hundred,
        let more = number(at: start + 1), more.value < 100
      else { return (100, first.start, start + 1) }
      return (100 + more.value, first.start, more.end)
    default: return nil
    }
  }

  func isTen(_ token: Int) -> Bool { bare(token) == .cardinal(10) }
}
