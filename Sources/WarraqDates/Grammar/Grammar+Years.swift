import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Years, as numbers and as told from the reference or the context.
extension TemporalGrammar {
  struct Year {
    var told: Told.Year
    var start: UTF8Offset
    var end: Int
    var isHijri = false
    var hasHead = false
    var isDualHead = false
    var hasEra = false

    /// Whether nothing but its digits makes it a year.
    var isBare: Bool {
      if case .number = told { return !hasHead && !hasEra }
      return false
    }

    var number: Int? {
      if case .number(let number) = told { return number }
      return nil
    }
  }

  enum Era { case common, beforeCommon, hijri }

  /// م, للميلاد, ق.م, قبل الميلاد, هـ, للهجرة; the token behind it.
  func era(_ token: Int) -> (era: Era, end: Int)? {
    let word = text.bare(token)
    // «ة» alone has the key of «ه», and is no sign of an era.
    if word.has(.hijriEra), text.text.firstScalar(of: token) != 0x0629 {
      return (.hijri, token + 1)
    }
    if word.has(.beforeCommonEra) { return (.beforeCommon, token + 1) }
    if word.has(.commonEra) { return (.common, token + 1) }
    if word.has(.before), text.isBare(token + 1, .birth) { return (.beforeCommon, token + 2) }
    if word.has(.after), text.isBare(token + 1, .birth) { return (.common, token + 2) }
    if text.isKey(token, Self.qaf) {
      // «ق م», «ق. م»
      let next = text.mark(token + 1) == 0x2E ? token + 2 : token + 1
      if text.isKey(next, Self.mim) { return (.beforeCommon, next + 1) }
    }
    return nil
  }

  /// Digits, or words behind a head or a month, with an era mark: 2018, 2018م, 1445هـ, 480 ق.م.
  ///
  /// - Parameter isBehindMonth: Whether a month stands before it: then «939م» is no length.
  func yearNumber(_ start: Int, hasHead: Bool, isBehindMonth: Bool = false) -> Year? {
    guard text.bounds.contains(start) else { return nil }
    if let digits = text.number(start) {
      guard digits.value > 0 else { return nil }
      return yearNumber(
        digits.value, hasFourDigits: digits.digits == 4, start, end: start + 1, hasHead: hasHead,
        isBehindMonth: isBehindMonth)
    }
    guard hasHead || isBehindMonth, let words = spelled(start),
      (100...2999).contains(words.value), words.value >= 1000 || era(words.end) != nil
    else { return nil }
    // «السابع من نيسان ألفين وعشرين»: without a head, two words at least and nothing that they count.
    if !hasHead {
      guard words.value >= 1000, words.end >= start + 2,
        !text.bounds.contains(words.end)
          || text.text.tokens.kind(at: words.end) != .arabicWord
      else { return nil }
    }
    return yearNumber(
      words.value, hasFourDigits: words.value >= 1000, start, end: words.end, hasHead: true)
  }

  private func yearNumber(
    _ value: Int, hasFourDigits: Bool, _ start: Int, end: Int, hasHead: Bool,
    isBehindMonth: Bool = false
  ) -> Year? {
    var year = Year(told: .number(value), start: text.start(start), end: end, hasHead: hasHead)
    if let era = era(end) {
      switch era.era {
      case .common
      where hasFourDigits || hasHead || isLongEra(end)
        || (isBehindMonth || isBesideHijri(start)) && value > 99:
        (year.hasEra, year.end) = (true, era.end)
        return year
      case .common: break
      case .hijri:
        // Later ones are no years that anybody writes of, nor Gregorian ones of four digits.
        guard value <= 1700 else { return nil }
        (year.hasEra, year.isHijri, year.end) = (true, true, era.end)
        return year
      case .beforeCommon:
        (year.told, year.hasEra, year.end) = (.number(1 - value), true, era.end)
        return year
      }
    }
    if hasHead, let shared = sharedEra(end) {
      // «عامي 264 و146 ق.م»: the era of the second is that of the first.
      year.isHijri = shared == .hijri
      year.hasEra = true
      if shared == .beforeCommon { year.told = .number(1 - value) }
      return year
    }
    guard hasFourDigits, (1000...2999).contains(value) else {
      // «عام 67»: of the century that is told so.
      if hasHead, text.number(start)?.digits == 2, (30...99).contains(value),
        !countsNoun(start), !text.isDash(end), text.mark(end) != 0x25
      {
        year.told = .number(1900 + value)
        return year
      }
      return nil
    }
    return year
  }

  private func sharedEra(_ token: Int) -> Era? {
    guard let next = conjoinedNumber(token), let era = era(next + 1), era.era != .common else {
      return nil
    }
    return era.era
  }

  /// The number that و joins: «و146», «و 146».
  private func conjoinedNumber(_ token: Int) -> Int? {
    text.isBare(token, .and) && text.isNumber(token + 1) ? token + 1 : nil
  }

  /// «132هـ/750م», «132هـ (750م)»: beside a Hijri year «م» is no metre.
  private func isBesideHijri(_ start: Int) -> Bool {
    guard let mark = text.mark(start - 1), [0x2F, 0x5C, 0x28, 0x3D, 0x2D].contains(mark) else {
      return false
    }
    return text.isBare(start - 2, .hijriEra)
  }

  /// «ميلادية» and «للميلاد» belong to any number, a mere «م» may be metres.
  private func isLongEra(_ token: Int) -> Bool { !text.isKey(token, Self.mim) }

  /// A year alone: عام 1997, السنة المالية 2021, 2011, العام الماضي, العام نفسه.
  func year(_ start: Int) -> Year? {
    if let told = toldYear(start) { return told }
    let head = text.word(start)
    guard head.has([.yearHead, .dualYearHead]) else { return yearNumber(start, hasHead: false) }
    // «بوجه عام 1500 أسرة»
    if text.isKey(start - 1, Self.generally) { return nil }
    var token = start + 1
    while text.isBare(token, .yearQualifier) { token += 1 }
    // «العام الجاري 2024»
    if let deictic = text.bare(token).deictic, deictic != .same, text.number(token + 1) != nil {
      token += 1
    }
    guard var year = yearNumber(token, hasHead: true) else { return nil }
    if text.isBare(token - 1, .hijriEra), !year.hasEra, year.number ?? 0 < 1700 {
      year.isHijri = true
    }
    year.start = text.start(start)
    year.isDualHead = head.has(.dualYearHead)
    return year
  }

  /// العام الماضي, هذه السنة, العام الدراسي المقبل, العام نفسه, العام التالي.
  func toldYear(_ start: Int) -> Year? {
    guard let found = toldUnit(start), found.unit == .year, let year = found.year else {
      return nil
    }
    // «العام الماضي 2023»: digits say it better.
    return Year(told: year, start: text.start(start), end: found.end, hasHead: true)
  }

  /// The year behind a month or a part of a year: 2018, ، 2018, من عام 2018, لعام 1988, من العام الماضي.
  func yearBehind(_ start: Int, isHijri: Bool, allowsComma: Bool = true) -> Year? {
    var token = start
    if isHijri, text.isBare(token, .blessing) { token += 1 }
    if allowsComma, text.isComma(token) { token += 1 }
    let hasFrom = text.isBare(token, .from) || text.isBare(token, .governor) && isIn(token)
    if hasFrom { token += 1 }
    guard let year = year(token) ?? yearNumber(token, hasHead: false, isBehindMonth: true) else {
      return nil
    }
    // «في مايو في العام نفسه», never «في مايو في 2018».
    if hasFrom, !text.isBare(token - 1, .from), year.isBare { return nil }
    guard !year.isDualHead, let number = year.number else {
      return token > start && text.isComma(token - 1) ? nil : year.isDualHead ? nil : year
    }
    // «في نوفمبر، 2018 شخصًا»
    if year.isBare, countsNoun(token, byLooks: false) { return nil }
    guard year.isHijri == isHijri || !year.hasEra else { return nil }
    // Between 1300 and 1500 beside a Hijri month the year is Hijri without its sign.
    if isHijri, !year.hasEra, !(1..<1500).contains(number) { return nil }
    if !isHijri, !year.hasEra, number < 1000 { return nil }
    return year
  }

  private func isIn(_ token: Int) -> Bool { text.isKey(token, Self.inWord) }

  /// Whether the number at a token counts the noun behind it: «2000 مقاتل», «1950 طنًا».
  ///
  /// - Parameter byLooks: Whether an accusative alone is taken for a counted noun; behind a month
  ///   or a head noun it is an adverb: «في نوفمبر 2018 جزئيًا».
  func countsNoun(_ token: Int, byLooks: Bool = true) -> Bool {
    let next = token + 1
    guard text.bounds.contains(next) else { return false }
    switch text.text.tokens.kind(at: next) {
    case .symbol:
      // % $ € and other currency signs.
      return [0x25, 0x24, 0x20AC, 0xA3, 0x066A].contains(text.text.firstScalar(of: next))
    case .otherWord:
      return !text.isGlued(next)
    case .number:
      // «27 أكتوبر 2022 14:35»
      return !text.isGlued(next) && text.mark(next + 1) != 0x3A
    case .arabicWord:
      if text.isBare(next, .counted) { return true }
      return byLooks && text.endsInTanwinAlef(next)
    default:
      return false
    }
  }

  func yearPhrase(_ start: Int) -> Phrase? {
    guard let year = year(start) else { return nil }
    let rule: DateRule
    switch year.told {
    case .number: rule = year.isHijri ? .hijri : .year
    default: rule = .relative
    }
    var phrase = Phrase(
      told: year.isHijri
        ? .hijri(year.told, month: nil, day: nil) : .gregorian(year.told, month: nil, day: nil),
      precision: .year, first: start, start: year.start, end: year.end, rule: rule)
    phrase.weakness = year.isBare ? .bareYear : .none
    phrase.isHijri = year.isHijri
    phrase.isDualHead = year.isDualHead
    return phrase
  }
}
