import WarraqText
import WarraqTokenization

/// The grammar of expressions of time: longest match from a token.
///
/// Every function reads from a token and returns what it read, or nothing; each looks at some
/// dozen tokens at most, all in one line. The files beside this one have the rules by their kinds.
struct TemporalGrammar {
  var text: TemporalText

  /// The longest expression that begins at a token, with what joins its range or list.
  ///
  /// - Complexity: O(number of members of the list), which is at most ``longestList``.
  func expressions(_ start: Int) -> (phrases: [Phrase], end: Int)? {
    if let quarters = dualQuarters(start), let last = quarters.last { return (quarters, last.end) }
    let point = point(start)
    var best: Phrase?
    func consider(_ phrase: Phrase?) {
      guard let phrase, phrase.end > best?.end ?? start else { return }
      best = phrase
    }
    // Of equally long readings the first counts.
    consider(setPhrase(start))
    consider(point)
    consider(clockPhrase(start))
    consider(partOfDayPhrase(start))
    consider(distance(start))
    consider(durationPhrase(start))
    guard let best else { return nil }
    guard best.kind == .date || best.kind == .time else {
      return ([modified(best)], best.end)
    }
    if let range = range(best) { return ([modified(range)], range.end) }
    if best.precision == .none { return ([modified(best)], best.end) }
    let list = list(best)
    let kept = list.filter { isTime($0, inList: $0.first != best.first) }
    guard let last = list.last, !kept.isEmpty else { return nil }
    // What was read and refused is read again from its second token.
    // «ثورة 17 فبراير» names an event: its year is not the nearest.
    if kept.count == 1, let event = event(kept[0]) { return ([event], event.end) }
    return (kept.map(modified), kept.count == list.count ? last.end : kept[kept.count - 1].end)
  }

  private func event(_ phrase: Phrase) -> Phrase? {
    guard phrase.rule == .dayMonth, text.isKey(phrase.first - 1, Self.eventNouns),
      case .gregorian(.nearest, .number(let month)?, let day?) = phrase.told
    else { return nil }
    let date = CalendarDate(calendar: .gregorian, year: nil, month: month, day: day)
    guard date.isValid else { return nil }
    var event = phrase
    event.told = .literal(date.iso)
    return event
  }

  /// A point or stretch of the calendar, with the position word before it and the time behind it.
  func point(_ start: Int) -> Phrase? {
    guard let position = text.word(start).position, !text.hasClitics(start + 1) else {
      return core(start).map(dayWithTime)
    }
    guard var found = core(start + 1), found.weakness == .none || found.weakness == .bareYear
        || found.weakness == .bareMonth
    else { return nil }
    if found.weakness == .bareYear, countsNoun(found.end - 1, byLooks: false) { return nil }
    found = found.begun(at: start, text.start(start))
    found.modifier = position
    found.weakness = .none
    return found
  }

  func core(_ start: Int) -> Phrase? {
    guard text.bounds.contains(start) else { return nil }
    var best: Phrase?
    func consider(_ phrase: Phrase?) {
      guard let phrase, phrase.end > best?.end ?? start else { return }
      best = phrase
    }
    consider(dayPhrase(start))
    consider(monthPhrase(start))
    consider(yearPhrase(start))
    consider(partOfYearPhrase(start))
    consider(seasonPhrase(start))
    consider(decadePhrase(start))
    consider(centuryPhrase(start))
    consider(unitPhrase(start))
    return best
  }

  /// The same with what the words around say of it.
  private func modified(_ phrase: Phrase) -> Phrase {
    guard phrase.modifier == nil else { return phrase }
    var phrase = phrase
    if phrase.kind == .duration {
      phrase.modifier = bound(before: phrase.first)
    } else if text.has(phrase.first - 1, .approximately), !text.isKey(phrase.first - 1, Self.roughly) {
      phrase.modifier = .approximately
    } else if text.isKey(phrase.first - 2, Self.whatWord), phrase.kind == .date {
      if text.has(phrase.first - 1, .before) { phrase.modifier = .before }
      if text.has(phrase.first - 1, .after) { phrase.modifier = .after }
    }
    if phrase.modifier == nil, phrase.kind != .interval, text.isKey(phrase.end, Self.roughly) {
      phrase.modifier = .approximately
    }
    return phrase
  }
}

/// Words that single rules ask for.
extension TemporalGrammar {
  static let qaf: KeySet = ["ق"]
  static let mim: KeySet = ["م"]
  static let inWord: KeySet = ["في"]
  static let onWord: KeySet = ["على"]
  static let whatWord: KeySet = ["ما"]
  static let dualDay: KeySet = ["يومي"]
  static let thisWord: KeySet = ["هذا", "هذه"]
  static let thatWord: KeySet = ["ذلك", "تلك"]
  static let todayWord: KeySet = ["اليوم"]
  static let theTomorrow: KeySet = ["الغد"]
  static let tomorrowWord: KeySet = ["غدا"]
  /// Behind «غدا» the adverb, not the verb.
  static let behindTomorrow: KeySet = ["بلا", "في", "إلى", "على", "مع", "أمام", "عند", "بين", "بعد"]
  /// Behind «قبل عام» and its like, which end there.
  /// Words that the unit before them is not the head of though they look like names.
  static let behindUnit: KeySet = ["الآن", "اليوم", "التي", "الذي", "الذين", "اللذين"]
  static let withoutWords: KeySet = ["دون", "غير"]
  static let theDaytime: KeySet = ["النهار"]
  static let greenwich: KeySet = ["غرينتش", "جرينتش", "غرينيتش", "جرينيتش"]
  static let mecca: KeySet = ["مكة"]
  static let honoured: KeySet = ["المكرمة"]
  /// What «عقود» are contracts of.
  static let contracts: KeySet = ["توريد", "عمل", "إيجار", "شراء", "بيع", "خدمة", "نفط", "غاز"]
  static let largeNumbers: KeySet = ["ألف", "ألفا", "آلاف", "مليون", "مئتي", "كذا"]
  /// «يقارب», «يقرب من»
  static let nears: KeySet = ["يقارب", "يقرب", "تقارب", "يناهز", "تناهز"]
  static let notLess: KeySet = ["يقل", "تقل"]
  static let notWord: KeySet = ["لا"]
  static let roughly: KeySet = ["تقريبا"]
  static let seasonHead: KeySet = ["فصل"]
  static let comingWords: KeySet = ["جاء", "أتى", "حل", "كان", "صار", "قاد"]
  static let eventNouns: KeySet = [
    "ثورة", "ثورتي", "حركة", "انتفاضة", "انقلاب", "هجمات", "أحداث", "تحالف", "كتلة", "حراك", "ميدان",
    "شارع", "جسر", "ساحة", "هزيمة", "نكسة", "حرب", "قوى", "معسكر",
  ]
  static let generally: KeySet = ["بوجه", "بشكل", "بصورة", "رأي", "أمين", "مدير", "قطاع", "مفتش"]
  static let amountVerbs: KeySet = [
    "تراوح", "تراوحت", "يتراوح", "تتراوح", "ارتفع", "ارتفعت", "انخفض", "انخفضت", "زاد", "زادت",
  ]
  static let untilEnd: KeySet = ["غاية"]
}
