import WarraqText
import WarraqTokenization

/// Months' names.
extension TemporalGrammar {
  struct Month {
    var number: Int
    var isHijri: Bool
    var start: UTF8Offset
    var end: Int
    var hasHead = false
    /// مارس, آب, رمضان: words and names too.
    var isDoubtful = false
  }

  /// نوفمبر, شهر تموز, تشرين الأول, نيسان/أبريل, تموز (يوليو), ربيع الأول.
  func month(_ start: Int) -> Month? {
    guard text.has(start, .monthHead) else { return monthName(start) }
    guard !text.hasClitics(start + 1), var month = monthName(start + 1) else { return nil }
    month.start = text.start(start)
    month.hasHead = true
    month.isDoubtful = false
    return month
  }

  private func monthName(_ start: Int) -> Month? {
    guard var month = singleMonth(start) else { return nil }
    guard !month.isHijri else { return month }
    // The second name of a doubled month, and the third.
    for _ in 0..<2 {
      guard let end = secondName(of: month) else { break }
      month.end = end
      month.isDoubtful = false
    }
    return month
  }

  private func secondName(of month: Month) -> Int? {
    // «نوفمبر تشرين الثاني 2001»
    if let second = singleMonth(month.end), second.number == month.number, !second.isHijri,
      !text.hasClitics(month.end)
    {
      return second.end
    }
    guard let mark = text.mark(month.end) ?? (text.isBare(month.end, .or) ? 0x2F : nil) else {
      return nil
    }
    let isOpen = [0x28, 0x5B, 0xAB, 0x22, 0x201C].contains(mark)
    guard mark == 0x2F || mark == 0x5C || isOpen || text.isDash(month.end),
      let second = singleMonth(month.end + 1), second.number == month.number, !second.isHijri,
      !text.hasClitics(month.end + 1)
    else { return nil }
    guard isOpen else { return second.end }
    guard let close = text.mark(second.end) else { return nil }
    return [0x29, 0x5D, 0xBB, 0x22, 0x201D].contains(close) ? second.end + 1 : nil
  }

  private func singleMonth(_ start: Int) -> Month? {
    let word = text.word(start)
    func month(_ number: UInt8, _ isHijri: Bool, _ count: Int) -> Month {
      Month(
        number: Int(number), isHijri: isHijri, start: text.start(start), end: start + count,
        isDoubtful: isHijri && count == 1 || word.has(.doubtfulMonth))
    }
    if word.month > 0 { return month(word.month, false, 1) }
    if word.pair.first > 0 || word.hijriPair.first > 0 {
      let isHijri = word.hijriPair.first > 0
      let pair = isHijri ? word.hijriPair : word.pair
      switch pairOrdinal(start + 1, isHijri: isHijri) {
      case 1: return month(pair.first, isHijri, 2)
      case 2: return month(pair.second, isHijri, 2)
      default: return nil
      }
    }
    if word.hijriMonth > 0 { return month(word.hijriMonth, true, 1) }
    if word.has(.hijriOwner), text.bare(start + 1).hijriOwned > 0 {
      return month(text.bare(start + 1).hijriOwned, true, 2)
    }
    return nil
  }

  /// الأول or الثاني, also without the article and in digits: كانون 2, تشرين ثاني.
  private func pairOrdinal(_ token: Int, isHijri: Bool) -> Int? {
    let word = text.bare(token)
    if word.ordinal > 0, !text.isBare(token + 1, .ten) { return Int(word.ordinal) }
    if word.has(.firstWord) { return 1 }
    if word.has(.secondWord) { return 2 }
    if isHijri { return word.has(.hijriSecond) ? 2 : nil }
    guard let number = text.number(token), number.digits == 1 else { return nil }
    return number.value
  }

  /// A month with its year, or with what tells it: مارس 2019, مارس الماضي, نوفمبر من العام نفسه.
  func monthPhrase(_ start: Int) -> Phrase? {
    guard let month = month(start) else { return nil }
    let behind = yearTold(behind: month.end, isHijri: month.isHijri)
    var phrase = Phrase(
      told: Self.told(month, day: nil, behind?.told ?? .nearest), precision: .month,
      first: start, start: month.start, end: behind?.end ?? month.end,
      rule: month.isHijri ? .hijri : behind == nil ? .month : .monthYear)
    phrase.isHijri = month.isHijri
    if let behind {
      if case .number = behind.told {} else { phrase.rule = .relative }
    } else {
      phrase.weakness = .bareMonth
    }
    return phrase
  }

  static func told(_ month: Month, day: Int?, _ year: Told.Year) -> Told {
    month.isHijri
      ? .hijri(year, month: month.number, day: day)
      : .gregorian(year, month: .number(month.number), day: day)
  }

  private func numericMark(_ token: Int) -> UInt32? {
    guard let mark = text.mark(token), [0x2F, 0x2D, 0x25, 0x3A].contains(mark) else { return nil }
    return mark
  }

  /// The year of a month or day, in digits or told by «الماضي», «من العام نفسه».
  func yearTold(
    behind token: Int, isHijri: Bool
  ) -> (told: Told.Year, end: Int)? {
    var token = token
    if isHijri, text.isBare(token, .blessing) { token += 1 }
    switch text.bare(token).deictic {
    case .past: return (.toward(.past), token + 1)
    case .next: return (.toward(.next), token + 1)
    case .current: return (.toward(.current), token + 1)
    case .same: return isHijri ? nil : (.context(0), token + 1)
    case .following, .preceding, .last, nil: break
    }
    // «5 حزيران 67»
    if !isHijri, let number = text.number(token), number.digits == 2, number.value >= 32,
      !countsNoun(token), numericMark(token + 1) == nil
    {
      return (.number(1900 + number.value), token + 1)
    }
    guard let year = yearBehind(token, isHijri: isHijri) else { return nil }
    return (year.told, year.end)
  }
}
