import WarraqText
import WarraqTokenization

/// Units told from the reference or the context: «العام الماضي», «هذا الشهر», «قبل ستة أعوام».
extension TemporalGrammar {
  struct ToldUnit {
    var unit: TimeUnit
    var told: Told
    var end: Int

    /// The year that a told year is.
    var year: Told.Year? {
      switch told {
      case .shift(.year, let count): .reference(count)
      case .contextShift(.year, let count): .context(count)
      default: nil
      }
    }

    /// The month that a told month is.
    var month: Told.Month? {
      switch told {
      case .shift(.month, let count): .reference(count)
      case .contextShift(.month, let count): .context(count)
      default: nil
      }
    }
  }

  /// A direction behind a word: الماضي, «قبل الماضي», «بعد المقبل».
  func direction(_ token: Int) -> (direction: TimeDirection, extra: Int, end: Int)? {
    let word = text.bare(token)
    switch word.deictic {
    case .past: return (.past, 0, token + 1)
    case .current: return (.current, 0, token + 1)
    case .next: return (.next, 0, token + 1)
    default: break
    }
    if word.has(.before), text.bare(token + 1).deictic == .past { return (.past, -1, token + 2) }
    if word.has(.after), text.bare(token + 1).deictic == .next { return (.next, 1, token + 2) }
    return nil
  }

  /// Offices with the adjective «العام», with the clitics that may stand before them.
  private static let generalOffices = KeySet(
    [
      "أمين", "مدير", "نائب", "مدعي", "مفتش", "قائد", "مراقب", "منسق", "سكرتير", "كاتب", "مفوض",
      "قنصل", "مرشد", "حاكم", "محامي", "وكيل", "مشرف", "ممثل", "رئيس",
    ].flatMap { office in
      ["ال", "وال", "فال", "بال", "كال", "لل", "ولل"].map { $0 + office }
    })

  /// «العام الماضي», «هذا الشهر», «العام الدراسي المقبل», «الأسبوع بعد المقبل», «العام نفسه», «نفس العام».
  func toldUnit(_ start: Int) -> ToldUnit? {
    let first = text.word(start)
    let isPointed = first.has(.demonstrative)
    let isSame = first.has(.sameBefore)
    var token = isPointed || isSame ? start + 1 : start
    let word = token == start ? first : text.bare(token)
    guard let unit = word.unit, word.form == .theSingular, !unit.isOfClock else { return nil }
    // «الأمين العام السابق»: here «العام» is what an office is called.
    if unit == .year, start > 0, text.isKey(start - 1, Self.generalOffices) { return nil }
    token += 1
    while unit == .year, text.isBare(token, .yearQualifier) { token += 1 }
    if isSame { return ToldUnit(unit: unit, told: .contextShift(unit, by: 0), end: token) }
    if let found = direction(token) {
      let count =
        switch found.direction {
        case .past: -1 + found.extra
        case .current: 0
        case .next: 1 + found.extra
        }
      return ToldUnit(unit: unit, told: .shift(unit, by: count), end: found.end)
    }
    switch text.bare(token).deictic {
    case .same: return ToldUnit(unit: unit, told: .contextShift(unit, by: 0), end: token + 1)
    case .following: return ToldUnit(unit: unit, told: .contextShift(unit, by: 1), end: token + 1)
    case .preceding: return ToldUnit(unit: unit, told: .contextShift(unit, by: -1), end: token + 1)
    default: break
    }
    if !isPointed, text.isKey(token, Self.thisWord) {
      return ToldUnit(unit: unit, told: .shift(unit, by: 0), end: token + 1)
    }
    // «هذا اليوم» is as often that of the story.
    guard isPointed, unit != .day else { return nil }
    if text.isKey(start, Self.thatWord) {
      guard unit == .year || unit == .month else { return nil }
      return ToldUnit(unit: unit, told: .contextShift(unit, by: 0), end: token)
    }
    return ToldUnit(unit: unit, told: .shift(unit, by: 0), end: token)
  }

  func unitPhrase(_ start: Int) -> Phrase? {
    guard let unit = toldUnit(start), unit.unit != .year, unit.unit != .day else { return nil }
    let precision: Phrase.Precision =
      switch unit.unit {
      case .week: .week
      case .month: .month
      case .decade: .decade
      case .century: .century
      default: .none
      }
    return Phrase(
      told: unit.told, precision: precision, first: start, start: text.start(start),
      end: unit.end, rule: .relative)
  }

  /// «قبل ستة أعوام», «منذ شهرين», «بعد أسبوع»; with an event behind it only the quantity is a time.
  func distance(_ start: Int) -> Phrase? {
    let word = text.word(start)
    let isSince = word.has(.since)
    guard isSince || word.has([.before, .after]) else { return nil }
    var token = start + 1
    // «قبل نحو عامين», «منذ أكثر من عقد»
    let bound = bound(token)
    if let bound { token = bound.end }
    guard !text.hasClitics(token) else { return nil }
    let found = quantity(token) ?? singleUnit(token)
    guard let found else { return nil }
    var end = found.end
    if text.isBare(end, .passed) { end += 1 }
    // «بعد شهر من الاتفاق» rests on an event.
    if !isSince, isEventBehind(end) || word.has(.after) && isAnythingBehind(end) {
      var phrase = duration(found)
      phrase.modifier = bound?.modifier
      return phrase
    }
    guard let period = found.period else { return nil }
    let isAfter = word.has(.after)
    var phrase = Phrase(
      told: .shift(period.unit, by: isAfter ? period.count : -period.count),
      precision: .none, first: start, start: text.start(start), end: end, rule: .distance)
    phrase.modifier = bound?.modifier
    if period.unit.isOfClock { return nil }
    return phrase
  }

  /// نحو, «أكثر من», «ما يقرب من»: what bounds the quantity behind it.
  func bound(_ token: Int) -> (modifier: Timex.Modifier, end: Int)? {
    let word = text.word(token)
    if word.has(.approximately) { return (.approximately, token + 1) }
    if word.has(.more), text.isBare(token + 1, .from) || text.isKey(token + 1, Self.onWord) {
      return (.moreThan, token + 2)
    }
    if word.has(.less), text.isBare(token + 1, .from) { return (.lessThan, token + 2) }
    return nil
  }

  /// «عام» in «قبل عام», «منذ شهر»: one unit, where no month, number or name follows it.
  private func singleUnit(_ token: Int) -> Quantity? {
    let word = text.bare(token)
    guard let unit = word.unit, word.form == .singular,
      [.week, .month, .year, .decade, .century, .day].contains(unit), !isHeadOfMore(token + 1)
    else { return nil }
    return Quantity(
      value: unit.duration(1), period: Period(count: 1, unit: unit), start: text.start(token),
      first: token, end: token + 1)
  }

  /// Whether what follows a unit makes it the head of a name or date: «شهر رمضان», «عام 2011»,
  /// «عام النكبة», «يوم الأحد».
  func isHeadOfMore(_ token: Int) -> Bool {
    if text.isNumber(token) { return true }
    guard text.isArabicWord(token), !isEventBehind(token), !text.hasClitics(token) else {
      return false
    }
    if text.isKey(token, Self.behindUnit) { return false }
    let word = text.word(token)
    return text.hasArticle(token) || word.month > 0 || word.hijriMonth > 0 || word.pair.first > 0
      || word.hijriPair.first > 0 || word.has(.hijriOwner) || word.indefiniteWeekday > 0
  }

  /// Whether «من» and a word follow: behind بعد it is the event that is counted from.
  private func isAnythingBehind(_ token: Int) -> Bool {
    text.isBare(token, .from) && text.isArabicWord(token + 1)
      && !text.isKey(token + 1, Self.withoutWords) && !text.isKey(token + 1, Self.placesWithArticle)
  }

  /// Whether «من» or «على» and an event follow; «من دون» is none.
  func isEventBehind(_ token: Int) -> Bool {
    if text.isKey(token, Self.onWord) { return true }
    guard text.isBare(token, .from), !text.isKey(token + 1, Self.withoutWords) else {
      return false
    }
    // «قبل ثلاثة أشهر من درعا»: a place is no event.
    if text.isKey(token + 1, Self.placesWithArticle) { return false }
    return text.hasArticle(token + 1) || text.isKey(token + 1, Self.eventHeads)
      || text.hasPronoun(token + 1) || !text.isArabicWord(token + 1)
      || text.word(token + 1).has([.demonstrative])
  }
}
