import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Decides whether a bare four-digit number is a year.
struct YearEvidence {
  let grammar: TemporalGrammar

  private var text: TemporalText { grammar.text }

  /// How far before a year its annual noun may stand: «موازنة مصر العامة 2019».
  private static let annualNounDistance = 5

  /// Whether the words around a bare year make it one.
  func supports(_ year: Phrase) -> Bool {
    guard case .gregorian(.number(let number), nil, nil) = year.told,
      (1000...2100).contains(number)
    else { return false }
    let first = year.first
    if isNumbered(year) { return false }
    let isModern = (1900...2100).contains(number)
    // «موازنة 2019 76 دولارًا»: right behind such a noun a number behind the year is another one.
    if isModern, text.has(first - 1, .annualNoun), text.isNumber(year.end) { return true }
    guard !grammar.countsNoun(year.end - 1, byLooks: false) else { return false }
    if isModern, isAfterAnnualNoun(first) { return true }
    guard !looksCounted(year), text.bounds.contains(first - 1) else { return false }
    let before = text.word(first - 1)
    if before.has([.governor, .before, .until, .since, .after]), number >= 1500 { return true }
    if isModern, before.has(.period) || text.isKey(first - 1, Self.headlessNouns) { return true }
    if number >= 1500, isInBrackets(year) { return true }
    if isModern, closesSource(year) || isInListOfEditions(year) { return true }
    return isModern && (closesTitle(year) || closesHeading(year))
  }

  /// «حصاد الدبلوماسية العربية 2017»: the last word of a line without a stop.
  private func closesHeading(_ year: Phrase) -> Bool {
    year.end == text.bounds.upperBound && (4...16).contains(text.bounds.count)
      && text.hasArticle(year.first - 1)
  }

  private static let headlessNouns: KeySet = ["ربيع", "صيف", "خريف", "شتاء", "حصاد", "ذكرى", "جيل"]

  /// Whether a number counts the noun after it, surely or by the noun's looks.
  func looksCounted(_ year: Phrase) -> Bool {
    guard year.weakness == .bareYear else { return false }
    if grammar.countsNoun(year.end - 1) { return true }
    // «أكثر من 2000», «قرابة 2000»: an amount, whatever follows.
    if text.has(year.first - 1, .approximately) { return true }
    return text.has(year.first - 1, .from) && text.has(year.first - 2, [.more, .less])
  }

  /// «رقم 2036», «هاتف 2018», «المادة 1949»: a number that names something.
  func isNumbered(_ year: Phrase) -> Bool {
    var token = year.first - 1
    if text.mark(token) == 0x28 || text.mark(token) == 0x3A { token -= 1 }
    return text.has(token, .numberNoun)
  }

  /// «يتراوح السعر بين 1950 و2010»
  func isAmount(before token: Int) -> Bool {
    for before in max(text.bounds.lowerBound, token - 5)..<token
    where text.isKey(before, TemporalGrammar.amountVerbs) {
      return true
    }
    return false
  }

  /// Whether «الفترة», «خلال», a bracket or another word of time stands before a range.
  func isPeriod(before token: Int) -> Bool {
    let word = text.word(token - 1)
    if word.has([.period, .dualYearHead, .yearHead]) || text.mark(token - 1) == 0x28 {
      return true
    }
    if word.has(.governor), !text.isKey(token - 1, TemporalGrammar.inWord) { return true }
    return word.has([.from, .between]) && text.has(token - 2, [.period, .governor])
  }

  private func isInBrackets(_ year: Phrase) -> Bool {
    let open = year.first - 1
    guard text.mark(open) == 0x28, text.mark(year.end) == 0x29 else { return false }
    guard text.bounds.contains(open - 1) else { return false }
    // «القرار 2254 (2015)», but «قرار مجلس الأمن (2254)».
    if text.isNumber(open - 1) { return true }
    return !((open - 4)..<open).contains { text.has($0, .numberNoun) }
  }

  /// «(بيروت: دار الميناء، 2023)», «لوكسمبورغ، 2024.»: the last word of a source, behind a comma.
  private func closesSource(_ year: Phrase) -> Bool {
    let comma = year.first - 1
    let isLast =
      text.mark(year.end) == 0x29
      || text.mark(year.end) == 0x2E && year.end + 1 == text.bounds.upperBound
      || text.isComma(year.end) && text.isKey(year.end + 1, Self.page)
    guard isLast, text.isComma(comma), text.bounds.contains(comma - 1) else { return false }
    switch text.text.tokens.kind(at: comma - 1) {
    case .arabicWord, .otherWord: return true
    default: return false
    }
  }

  private static let page: KeySet = ["ص", "صص"]
  private static let editions: KeySet = ["نسخ", "دورات", "طبعات", "بطولات"]

  /// «نسخ 1994 و1998»: one number behind the noun may count something.
  private func isInListOfEditions(_ year: Phrase) -> Bool {
    guard text.isKey(year.first - 1, Self.editions), text.isBare(year.end, .and),
      let next = text.number(year.end + 1)
    else { return false }
    return (1900...2100).contains(next.value)
  }

  private func isAfterAnnualNoun(_ first: Int) -> Bool {
    var token = first - 1
    let limit = max(text.bounds.lowerBound, first - Self.annualNounDistance)
    while token >= limit {
      guard text.isArabicWord(token) else { return false }
      // Between them only words with the article: «الموازنة العامة 2019», not «معرض يضم 2000».
      if token < first - 1, !text.hasArticle(token + 1) { return false }
      if text.has(token, .numberNoun) { return false }
      if text.has(token, .annualNoun) { return true }
      token -= 1
    }
    return false
  }

  /// The last word of a quoted title: "... في الشرق الأوسط 2024".
  private func closesTitle(_ year: Phrase) -> Bool {
    let next = year.end
    guard text.bounds.contains(next), let opening = text.text.marks.opening(of: next),
      text.mark(next) != 0x29
    else { return false }
    guard text.isArabicWord(year.first - 1) else { return false }
    // «مؤتمر "ليب 2025"», but «سيارات "بيجو 2008"».
    return year.first - opening >= (text.has(opening - 1, .annualNoun) ? 2 : 3)
  }
}
