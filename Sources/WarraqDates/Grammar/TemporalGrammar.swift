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
    let isNumber = text.isNumber(start)
    if isNumber {
      // The last field of a number that is no date: «9999-07-13ه».
      if let number = text.number(start), number.digits <= 2, text.isGlued(start),
        text.isDash(start - 1), text.isNumber(start - 2), text.isGlued(start - 1)
      {
        return nil
      }
      if let range = eraRange(start) { return ([range], range.end) }
    } else if let quarters = dualQuarters(start), let last = quarters.last {
      return (quarters, last.end)
    }
    let word = text.word(start)
    var best: Phrase?
    func consider(_ phrase: Phrase?) {
      guard let phrase, phrase.end > best?.end ?? start else { return }
      best = phrase
    }
    // Of equally long readings the first counts. The rules that a first word rules out are not
    // asked.
    if word.has(.every) || word.adverb != nil || comesAgain(start) { consider(setPhrase(start)) }
    consider(point(start))
    if isNumber || word.ordinal > 0 || word.has([.clockHead, .articleAlone])
      || word.position == .mid
    {
      consider(clockPhrase(start))
    }
    if word.dayPart != nil || word.has([.tonight, .demonstrative, .after, .before])
      || word.position == .mid
    {
      consider(partOfDayPhrase(start))
    }
    if word.has([.before, .after, .since]) { consider(distance(start)) }
    if isNumber || word.unit != nil || word.cardinal > 0 || word.definiteCardinal > 0
      || word.has([.half, .quarter, .articleAlone, .eleventh])
    {
      consider(durationPhrase(start))
    }
    guard let best else { return nil }
    guard best.kind == .date || best.kind == .time else {
      return ([modified(best)], best.end)
    }
    if let pair = pair(best) { return pair }
    if let range = range(best) { return ([modified(range)], range.end) }
    if best.precision == .none { return ([modified(best)], best.end) }
    let list = list(best)
    // What a later member is taken for rests on the one before it.
    var kept: [Phrase] = []
    for phrase in list where isTime(phrase, inList: !kept.isEmpty) { kept.append(phrase) }
    guard let last = list.last, !kept.isEmpty else { return nil }
    // What was read and refused is read again from its second token.
    // «ثورة 17 فبراير» names an event: its year is not the nearest.
    if kept.count == 1, let event = event(kept[0]) { return ([event], event.end) }
    return (kept.map(modified), kept.count == list.count ? last.end : kept[kept.count - 1].end)
  }

  /// «يوم الجمعة الموافق 18 مايو 2012», «7 رمضان الموافق 31 آب 1802»: the second day tells which the
  /// first is.
  private func pair(_ first: Phrase) -> (phrases: [Phrase], end: Int)? {
    guard first.precision == .day, first.kind == .date, text.isKey(first.end, Self.agreeing) else {
      return nil
    }
    switch first.told {
    case .weekday(_, nil, _), .hijri(.nearest, _, .some), .gregorian(.nearest, .some, .some): break
    default: return nil
    }
    var token = first.end + 1
    if text.isKey(token, Self.agreeingIn) || text.mark(token) == 0x3A { token += 1 }
    guard let second = point(token), second.precision == .day, isTime(second, inList: false),
      second.isHijri == false || !first.isHijri
    else { return nil }
    switch second.told {
    case .gregorian(.number, _, _), .hijri(.number, _, _): break
    default: return nil
    }
    var known = first
    known.told = .anchored(first.told, to: second.told)
    known.weakness = .none
    return ([known, modified(second)], second.end)
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

  /// Whether «كل» stands near enough behind a token to make a set of it: «18 ديسمبر من كل عام».
  private func comesAgain(_ start: Int) -> Bool {
    for token in (start + 1)..<(start + 7) where text.isBare(token, .every) { return true }
    return false
  }

  /// A point or stretch of the calendar, with the position word before it and the time behind it.
  func point(_ start: Int) -> Phrase? {
    guard let position = text.word(start).position, !text.hasClitics(start + 1) else {
      return core(start).map(dayWithTime)
    }
    guard var found = core(start + 1),
      found.weakness == .none || found.weakness == .bareYear
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
    if text.isNumber(start) {
      consider(dayPhrase(start))
      consider(yearPhrase(start))
      return best
    }
    let word = text.word(start)
    let isPointer = word.has([.demonstrative, .sameBefore])
    if isPointer || word.weekday > 0 || word.ordinal > 0 || word.month > 0 || word.pair.first > 0
      || word.unit == .day || word.has(Self.dayWords)
    {
      consider(dayPhrase(start))
    }
    if word.month > 0 || word.pair.first > 0 || word.hijriMonth > 0 || word.hijriPair.first > 0
      || word.has([.monthHead, .hijriOwner])
    {
      consider(monthPhrase(start))
    }
    if isPointer || word.has([.yearHead, .dualYearHead]) { consider(yearPhrase(start)) }
    if word.has([.definitePart, .term]) { consider(partOfYearPhrase(start)) }
    if isPointer || word.season != nil || text.isKey(start, Self.seasonHead) {
      consider(seasonPhrase(start))
    }
    if word.decade > 0 || word.unit == .decade { consider(decadePhrase(start)) }
    if word.unit == .century { consider(centuryPhrase(start)) }
    if isPointer || word.unit != nil { consider(unitPhrase(start)) }
    return best
  }

  /// The same with what the words around say of it.
  private func modified(_ phrase: Phrase) -> Phrase {
    guard phrase.modifier == nil else { return phrase }
    var phrase = phrase
    if phrase.kind == .duration {
      phrase.modifier = bound(before: phrase.first)
    } else if text.has(phrase.first - 1, .approximately),
      !text.isKey(phrase.first - 1, Self.roughly)
    {
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
  /// What may begin a day.
  static let dayWords: TemporalWord.Flags = [
    .dayHead, .firstWord, .secondWord, .lastWord, .yesterday, .tomorrow, .after, .articleAlone,
    .monthHead,
  ]
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
  static let behindTomorrow: KeySet = [
    "بلا", "في", "إلى", "على", "مع", "أمام", "عند", "بين", "بعد",
  ]
  /// Behind «قبل عام» and its like, which end there.
  /// Words that the unit before them is not the head of though they look like names.
  static let behindUnit: KeySet = ["الآن", "اليوم", "التي", "الذي", "الذين", "اللذين"]
  static let withoutWords: KeySet = ["دون", "غير"]
  static let theDaytime: KeySet = ["النهار"]
  static let greenwich: KeySet = ["غرينتش", "جرينتش", "غرينيتش", "جرينيتش"]
  static let zones: [(offset: String, cities: KeySet)] = [
    (
      "+03:00",
      ["الرياض", "السعودية", "بغداد", "الكويت", "الدوحة", "قطر", "المنامة", "صنعاء", "عدن"]
    ),
    ("+04:00", ["أبوظبي", "دبي", "الإمارات", "مسقط"]),
    ("+01:00", ["تونس", "الجزائر"]),
  ]
  static let changingZones: KeySet = [
    "القاهرة", "بيروت", "دمشق", "عمان", "القدس", "غزة", "الخرطوم", "طرابلس", "الرباط", "لندن",
    "باريس",
    "برلين", "بروكسل", "جنيف", "نيويورك", "واشنطن", "موسكو", "طهران", "أنقرة", "إسطنبول", "كييف",
  ]
  static let mecca: KeySet = ["مكة"]
  static let honoured: KeySet = ["المكرمة"]
  /// What «عقود» are contracts of.
  static let contracts: KeySet = [
    "توريد", "عمل", "إيجار", "شراء", "بيع", "خدمة", "نفط", "غاز", "نفطية", "غازية", "تجارية",
    "عسكرية",
    "استثمارية", "مبرمة", "موقعة", "جديدة", "مع", "للغاز", "للنفط", "للتوريد", "لتوريد", "لشراء",
    "لبيع", "زواج",
    "تأمين", "صيانة", "إنشاء",
  ]
  static let watches: KeySet = ["يد", "حائط", "جيب", "ذكية", "رملية"]
  static let degrees: KeySet = ["درجة", "درجات"]
  /// What «قبل شهر من» and «بعد شهر من» lead to, besides words with the article or a pronoun.
  static let eventHeads: KeySet = [
    "توقيع", "اندلاع", "بدء", "بداية", "انتهاء", "نهاية", "موعد", "وفاة", "ولادة", "تشكيل",
    "انعقاد", "إعلان",
    "استقالة", "سقوط", "انطلاق", "اغتيال", "وقوع", "رحيل", "عودة", "وصول", "مغادرة", "تولي",
    "إقرار", "قيام",
    "دخول", "صدور", "تعيين", "انتخاب", "تسلم", "حدوث", "مقتل", "هجوم", "اجتماع", "قمة", "زيارة",
    "انتخابات",
    "ثورة", "حرب", "انقلاب", "زلزال", "تاريخ", "حلول", "افتتاح", "إطلاق", "تنفيذ", "نشر", "تأسيس",
    "استقلال",
    "هزيمة", "انسحاب", "اتفاق", "هدنة", "إغلاق", "تفشي", "ظهور", "اكتشاف", "رفع", "فرض", "إنشاء",
    "يوم", "عام",
  ]
  /// Places with the article that people come from.
  static let placesWithArticle: KeySet = [
    "القاهرة", "الرياض", "الخرطوم", "الدوحة", "المنامة", "الكويت", "الجزائر", "الرباط", "العراق",
    "اليمن",
    "الأردن", "السودان", "الصومال", "المغرب", "السعودية", "الإمارات", "البحرين", "القدس", "الموصل",
    "البصرة",
    "الرقة", "الحسكة", "الضفة", "القطاع", "الهند", "الصين", "اليابان",
  ]
  static let largeNumbers: KeySet = ["ألف", "ألفا", "آلاف", "مليون", "مئتي", "كذا"]
  /// «يقارب», «يقرب من»
  static let nears: KeySet = ["يقارب", "يقرب", "تقارب", "يناهز", "تناهز"]
  static let notLess: KeySet = ["يقل", "تقل"]
  static let notWord: KeySet = ["لا"]
  static let roughly: KeySet = ["تقريبا"]
  static let seasonHead: KeySet = ["فصل"]
  static let comingWords: KeySet = ["جاء", "أتى", "حل", "كان", "صار", "قاد"]
  static let eventNouns: KeySet = [
    "ثورة", "ثورتي", "حركة", "انتفاضة", "انقلاب", "هجمات", "أحداث", "تحالف", "كتلة", "حراك",
    "ميدان",
    "شارع", "جسر", "ساحة", "هزيمة", "نكسة", "حرب", "قوى", "معسكر",
  ]
  static let generally: KeySet = ["بوجه", "بشكل", "بصورة", "رأي", "أمين", "مدير", "قطاع", "مفتش"]
  static let amountVerbs: KeySet = [
    "تراوح", "تراوحت", "يتراوح", "تتراوح", "ارتفع", "ارتفعت", "انخفض", "انخفضت", "زاد", "زادت",
  ]
  static let agreeing: KeySet = ["الموافق", "والموافق", "يوافق", "الموافقة"]
  static let agreeingIn: KeySet = ["فيه", "في", "ل"]
  static let untilEnd: KeySet = ["غاية"]
}
