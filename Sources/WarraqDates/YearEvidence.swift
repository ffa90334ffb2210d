import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Decides whether a bare four-digit number is a year.
struct YearEvidence {
  let cursor: DateCursor

  private static let number: KeySet = ["رقم"]
  /// How far before a year its annual noun may stand: «موازنة مصر العامة 2019».
  private static let annualNounDistance = 5

  /// Whether the words around a bare year make it one.
  func supports(_ year: ParsedDate) -> Bool {
    guard let number = year.date.year, (1500...2100).contains(number),
      !cursor.countsNoun(year.tokens.upperBound - 1, byLooks: false)
    else { return false }
    if year.modifier != nil { return true }  // أواخر 1991
    let first = year.tokens.lowerBound
    if (1900...2100).contains(number), isAfterAnnualNoun(first) { return true }
    guard !looksCounted(year) else { return false }
    guard first > 0, cursor.sameLine(first - 1, first) else { return false }
    let isModern = (1900...2100).contains(number)
    switch cursor.peeled(first - 1)?.word {
    case .governor, .before, .until: return true
    default: break
    }
    if isModern, isInBrackets(year) || closesSource(year) || isInListOfEditions(year) {
      return true
    }
    return isModern && closesTitle(year)
  }

  /// Whether a number counts the noun after it, surely or by the noun's looks.
  func looksCounted(_ year: ParsedDate) -> Bool {
    let last = year.tokens.upperBound - 1
    guard year.isBareYear else { return false }
    if cursor.countsNoun(last) { return true }
    let before = cursor.peeled(year.tokens.lowerBound - 1)?.word
    // «أكثر من 2000», «قرابة 2000»: an amount, whatever follows.
    if before == .approximately { return true }
    return before == .from && cursor.word(year.tokens.lowerBound - 2) == .more
  }

  private func isInBrackets(_ year: ParsedDate) -> Bool {
    let open = year.tokens.lowerBound - 1
    guard cursor.mark(open) == 0x28, cursor.mark(year.tokens.upperBound) == 0x29 else {
      return false
    }
    // «رقم (2036)» is a number.
    let before = open - 1
    guard before >= 0, cursor.sameLine(before, open) else { return false }
    return !cursor.text.tokens.isKey(at: before, in: Self.number)
  }

  /// «(بيروت: دار الميناء، 2023)»: the last word in brackets, behind a comma.
  private func closesSource(_ year: ParsedDate) -> Bool {
    let comma = year.tokens.lowerBound - 1
    guard cursor.mark(year.tokens.upperBound) == 0x29, cursor.isComma(comma), comma > 0 else {
      return false
    }
    switch cursor.text.tokens.kind(at: comma - 1) {
    case .arabicWord, .otherWord: return cursor.sameLine(comma - 1, comma)
    default: return false
    }
  }

  private static let editions: KeySet = ["نسخ", "دورات", "طبعات", "بطولات"]

  /// «نسخ 1994 و1998»: one number behind the noun may count something.
  private func isInListOfEditions(_ year: ParsedDate) -> Bool {
    let first = year.tokens.lowerBound
    let and = year.tokens.upperBound
    guard cursor.text.tokens.isKey(at: first - 1, in: Self.editions), cursor.word(and) == .and,
      let next = cursor.number(and + 1)
    else { return false }
    return (1900...2100).contains(next.value)
  }

  private func isAfterAnnualNoun(_ first: Int) -> Bool {
    var token = first - 1
    let limit = max(0, first - Self.annualNounDistance)
    while token >= limit, cursor.sameLine(token, token + 1) {
      guard cursor.text.tokens.kind(at: token) == .arabicWord else { return false }
      // Between them only words with the article: «الموازنة العامة 2019», not «معرض يضم 2000».
      if token < first - 1, !hasArticle(token + 1) { return false }
      if cursor.text.tokens.isKey(at: token, in: Self.number) { return false }
      if cursor.peeled(token)?.word == .annualNoun { return true }
      token -= 1
    }
    return false
  }

  private func hasArticle(_ token: Int) -> Bool {
    let tokens = cursor.text.tokens
    let range = tokens.keyRange(at: token)
    return range.count > 4 && tokens.keyPool[range].starts(with: [0xD8, 0xA7, 0xD9, 0x84])
  }

  /// The last word of a quoted title: "... في الشرق الأوسط 2024".
  private func closesTitle(_ year: ParsedDate) -> Bool {
    let next = year.tokens.upperBound
    guard next < cursor.end, let opening = cursor.text.marks.opening(of: next),
      cursor.mark(next) != 0x29
    else { return false }
    return year.tokens.lowerBound - opening >= 3
      && cursor.text.tokens.kind(at: year.tokens.lowerBound - 1) == .arabicWord
      && !cursor.text.tokens.isKey(at: year.tokens.lowerBound - 1, in: Self.number)
  }
}
