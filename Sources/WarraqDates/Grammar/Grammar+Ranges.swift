import WarraqText

/// Ranges and lists of points.
extension TemporalGrammar {
  /// Years of one range are at most this many apart.
  private static let longestRange = 500
  /// Expressions that one list may hold.
  static let longestList = 16

  // MARK: Ranges

  private enum Joint { case dash, word, and, slash }

  /// The range that begins with a phrase: «من 1963 إلى 1968», «3–8 آب 1995», «بين عامي 1985 و1990».
  func range(_ first: Phrase) -> Phrase? {
    guard let (joint, next) = joint(behind: first) else { return nil }
    // «العدد 7 – 12 تشرين الأول 2016»: the first number is the issue's.
    if first.weakness == .bareDay, text.has(first.first - 1, .numberNoun) { return nil }
    if joint == .slash || joint == .dash, let school = schoolYear(first, next) { return school }
    guard joint != .slash, let last = rangeEnd(next, first, joint) else { return nil }
    guard var told = rangeTold(first, last, joint) else { return nil }
    if first.weakness == .bareHour || last.weakness == .bareHour, !hasHours(first, last) {
      return nil
    }
    if case .range(let from, let to) = told, from == to { return nil }
    var range = first
    range.kind = .interval
    range.end = last.end
    range.weakness = .none
    range.modifier = nil
    range.precision = .none
    if case .range(.literal(let from), .literal(let to)) = told {
      told = .literal(from + "/" + to)
    }
    range.told = told
    if last.rule == .relative || first.rule == .relative {
      range.rule = .relative
    } else if ![.clock, .hijri].contains(first.rule) {
      range.rule = .range
    }
    return range
  }

  /// «السابعة إلى الثامنة مساءً»: one of them has to be an hour for certain.
  private func hasHours(_ first: Phrase, _ last: Phrase) -> Bool {
    first.weakness != .bareHour || last.weakness != .bareHour
  }

  private func joint(behind first: Phrase) -> (Joint, next: Int)? {
    let token = first.end
    if text.isDash(token) { return (.dash, token + 1) }
    if text.mark(token) == 0x2F { return (.slash, token + 1) }
    let word = text.word(token)
    if word.has([.to, .until]) {
      // «إلى غاية»
      return (.word, text.isKey(token + 1, Self.untilEnd) ? token + 2 : token + 1)
    }
    guard isBetween(first.first - 1) else { return nil }
    if text.isBare(token, .and) { return (.and, token + 1) }
    return text.hasConjunction(token) ? (.and, token) : nil
  }

  private func isBetween(_ token: Int) -> Bool {
    text.has(token, .between) || text.isKey(token, Self.whatWord) && text.has(token - 1, .between)
      || text.has(token - 1, .between) && text.isBare(token, .period)
  }

  private func rangeEnd(_ next: Int, _ first: Phrase, _ joint: Joint) -> Phrase? {
    guard joint == .and || !text.hasClitics(next) else { return nil }
    if first.precision == .clock || first.weakness == .bareHour {
      guard let clock = clockPhrase(next) else { return nil }
      return clock
    }
    if first.precision == .century, joint == .and, let century = centuryNumber(next) {
      return centuryPhrase(century, next)
    }
    return point(next)
  }

  private func rangeTold(_ first: Phrase, _ last: Phrase, _ joint: Joint) -> Told? {
    guard last.weakness != .bareDay, last.weakness != .bareWeekday,
      first.weakness != .bareWeekday
    else { return nil }
    var from = first.told
    var to = last.told
    if first.precision == .clock || last.precision == .clock {
      guard first.precision == last.precision, last.kind == .time else { return nil }
      return clockRange(first, last)
    }
    // «1445-1446هـ»: the sign belongs to both.
    if first.weakness == .bareYear, last.isHijri, case .gregorian(let year, nil, nil) = from,
      case .hijri = to, case .number(let number) = year, number <= 1500
    {
      from = .hijri(year, month: nil, day: nil)
    } else if first.isHijri != last.isHijri {
      guard first.weakness == .bareDay else { return nil }
    }
    if first.weakness == .bareDay {
      guard last.precision == .day, case .gregorian(_, _, let day?) = from else { return nil }
      switch to {
      case .gregorian(let year, let month, let lastDay?):
        guard day < lastDay else { return nil }
        from = .gregorian(year, month: month, day: day)
        if case .nearest = year, let month { to = .gregorian(year, month: month, day: lastDay) }
      case .hijri(let year, let month, let lastDay?):
        guard day < lastDay else { return nil }
        from = .hijri(year, month: month, day: day)
      default: return nil
      }
      return checked(from, to)
    }
    if case .century(let century, false, let isHijri) = from, case .century(_, true, _) = to {
      // «القرن السابع إلى القرن الخامس قبل الميلاد»
      from = .century(century, isBCE: true, isHijri: isHijri)
    }
    if case .hijri(.nearest, let month, let day) = from, case .hijri(let year, _, _) = to {
      from = .hijri(year, month: month, day: day)
    }
    guard isCompatible(first, last, joint) else { return nil }
    return checked(from, to)
  }

  private func isCompatible(_ first: Phrase, _ last: Phrase, _ joint: Joint) -> Bool {
    guard first.precision != .none, last.precision != .none else { return false }
    if first.weakness == .bareYear, last.weakness == .bareYear {
      guard case .gregorian(.number(let from), _, _) = first.told,
        case .gregorian(.number(let to), _, _) = last.told
      else { return false }
      return isYearRange(first, last, from, to)
    }
    if first.weakness == .bareYear || last.weakness == .bareYear {
      let year = first.weakness == .bareYear ? first : last
      let other = first.weakness == .bareYear ? last : first
      guard other.precision == .year || joint == .word && other.precision <= .year,
        !countsNoun(year.end - 1, byLooks: false)
      else { return false }
      if other.precision != .year, !text.has(first.first - 1, .from) { return false }
      return true
    }
    if first.precision == last.precision {
      // «مايو - يونيو» with nothing else is as weak as each.
      return last.weakness == .none || first.weakness == .none
        || text.has(first.first - 1, [.from, .between])
    }
    guard joint == .word, text.has(first.first - 1, .from) || text.has(first.first - 1, .since)
    else { return false }
    return first.precision >= .day && last.precision >= .day
  }

  /// Two numbers that are years: both in their bounds, nothing counted, no amount.
  private func isYearRange(_ first: Phrase, _ last: Phrase, _ from: Int, _ to: Int) -> Bool {
    let evidence = YearEvidence(grammar: self)
    guard (1000...2100).contains(from), (1000...2100).contains(to), from < to,
      to - from <= Self.longestRange, !evidence.looksCounted(last), !evidence.isNumbered(first)
    else { return false }
    if evidence.isAmount(before: first.first) { return false }
    // «من 1500 إلى 2000» is as often an amount.
    if from % 100 == 0, to % 100 == 0 { return evidence.isPeriod(before: first.first) }
    return from >= 1500 || evidence.isPeriod(before: first.first)
  }

  /// «العام الدراسي 2019-2020», «موسم 2018/2019», «2022/23»: years that follow each other.
  private func schoolYear(_ first: Phrase, _ next: Int) -> Phrase? {
    guard first.precision == .year, let second = text.number(next), text.isGlued(next),
      case .gregorian(.number(let year), nil, nil) = first.told
    else { return nil }
    let isShort = second.digits == 2 && second.value == (year + 1) % 100
    guard isShort || second.value == year + 1 && second.digits == 4 else { return nil }
    let evidence = YearEvidence(grammar: self)
    guard
      first.weakness != .bareYear || evidence.supports(first)
        || !isShort && (1800...2100).contains(year)
          && text.isDash(next - 1) && !evidence.isNumbered(first)
    else { return nil }
    // «2018-2019-2020», «2018/2019/3»
    if text.isNumber(next + 2), text.isGlued(next + 1), text.isGlued(next + 2) { return nil }
    var range = first
    range.kind = .interval
    range.end = era(next + 1).map { $0.era == .common ? $0.end : next + 1 } ?? next + 1
    range.told = .range(first.told, .gregorian(.number(year + 1), month: nil, day: nil))
    range.weakness = .none
    range.rule = .range
    range.precision = .none
    return range
  }

  /// Hours: what one tells of the half of the day, and of the date, goes for both.
  private func clockRange(_ first: Phrase, _ last: Phrase) -> Told? {
    switch (first.told, last.told) {
    case (.literal(let from), .literal(let to)):
      return .literal(sharing(from, first, to) + "/" + to)
    case (.literal(let from), .timeOfDay(let day, let to)):
      return .range(.timeOfDay(day, sharing(from, first, to)), last.told)
    case (.timeOfDay(let day, _), .literal(let to)):
      return .range(first.told, .timeOfDay(day, to))
    case (.timeOfDay, .timeOfDay): return .range(first.told, last.told)
    default: return nil
    }
  }

  /// «من السابعة إلى التاسعة مساءً»: seven in the evening.
  private func sharing(_ from: String, _ first: Phrase, _ to: String) -> String {
    guard first.weakness == .bareHour, let hour = Int(from.dropFirst().prefix(2)),
      let last = Int(to.dropFirst().prefix(2)), hour < 12, last > 12, hour + 12 < last
    else { return from }
    return "T\(hour + 12)" + from.dropFirst(3)
  }

  private func checked(_ from: Told, _ to: Told) -> Told? {
    let range = Told.range(from, to)
    let context = TimeContext()
    // Ends that the text gives in full must be in order and exist.
    if from.isTextual, to.isTextual, let last = to.value(reference: nil, context: context) {
      guard range.value(reference: nil, context: context) != nil else { return nil }
      if let one = Int(last.value.prefix(4)),
        let other = from.value(reference: nil, context: context).flatMap({ Int($0.value.prefix(4)) }
        ),
        one - other > Self.longestRange
      {
        return nil
      }
    }
    return range
  }

  /// «336-323 ق.م», «132 - 656هـ»: numbers of any size whose era stands behind the second.
  func eraRange(_ start: Int) -> Phrase? {
    // «9999-07-13هـ» is a number of something.
    if text.isGlued(start), text.isDash(start - 1), text.isNumber(start - 2) { return nil }
    guard let first = text.number(start), first.value > 0, text.isDash(start + 1),
      let second = text.number(start + 2), second.value > 0, let era = era(start + 3),
      era.era != .common, era.era == .beforeCommon || second.value <= 1700
    else { return nil }
    func told(_ number: Int) -> Told {
      era.era == .hijri
        ? .hijri(.number(number), month: nil, day: nil)
        : .gregorian(.number(1 - number), month: nil, day: nil)
    }
    guard (first.value > second.value) == (era.era == .beforeCommon),
      let range = checked(told(first.value), told(second.value))
    else { return nil }
    return Phrase(
      kind: .interval, told: range, precision: .none, first: start, start: text.start(start),
      end: era.end, rule: era.era == .hijri ? .hijri : .range)
  }

  // MARK: Lists

  /// The phrases that و and commas join to a first, each with what later ones tell for it.
  func list(_ first: Phrase) -> [Phrase] {
    var list = [first]
    while list.count < Self.longestList, let last = list.last, let next = member(behind: last, list)
    {
      list.append(next)
    }
    if list.count == 1 { return list }
    if text.bare(list[list.count - 1].end).isDualDeictic { return pointed(list) }
    for index in list.indices.dropLast().reversed() { share(list[index + 1], with: &list[index]) }
    return list
  }

  /// Whether a list goes on at a token, and where.
  private func continuation(_ token: Int) -> Int? {
    if text.isBare(token, .and) || text.isBare(token, .or) { return token + 1 }
    if text.isComma(token) { return text.isBare(token + 1, .and) ? token + 2 : token + 1 }
    return text.hasConjunction(token) ? token : nil
  }

  private func member(behind last: Phrase, _ list: [Phrase]) -> Phrase? {
    guard let next = continuation(last.end), text.bounds.contains(next) else { return nil }
    let isComma = text.isComma(last.end)
    // «القرنين التاسع عشر والعشرين»
    if list[0].isDualHead, last.precision == .century, let number = centuryNumber(next) {
      return centuryPhrase(number, next)
    }
    guard isComma || text.hasConjunction(next) || !text.hasClitics(next) else { return nil }
    guard let member = core(next) else { return nil }
    // A member that begins a range of its own is left to it.
    if range(member) != nil { return nil }
    switch last.weakness {
    case .bareDay:
      guard !isComma || list.count > 1 || member.weakness == .bareDay else { return nil }
      if member.weakness == .bareDay { return member }
      return member.precision == .day && hasDayNumber(member) ? member : nil
    case .bareMonth: return member.precision == .month ? member : nil
    case .bareWeekday:
      return member.precision == .day && !hasDayNumber(member) ? member : nil
    default: break
    }
    if member.weakness == .bareYear {
      guard last.precision == .year, !last.isHijri else { return nil }
      return YearEvidence(grammar: self).looksCounted(member) ? nil : member
    }
    // «3 شباط و17 آذار 2016»
    if case .gregorian(.nearest, .some, .some) = last.told, member.weakness == .none,
      member.precision == .day, hasDayNumber(member)
    {
      return member
    }
    if member.weakness == .bareMonth { return last.precision == .month && !isComma ? member : nil }
    return nil
  }

  private func hasDayNumber(_ phrase: Phrase) -> Bool {
    switch phrase.told {
    case .gregorian(_, _, .some), .hijri(_, _, .some): true
    default: false
    }
  }

  /// «السبت والأحد الماضيين», «يناير وفبراير المقبلين».
  private func pointed(_ list: [Phrase]) -> [Phrase] {
    var list = list
    let end = list[list.count - 1].end
    let isNext = text.isKey(end, Self.nextDuals)
    guard isNext || text.isKey(end, Self.pastDuals) else { return list }
    let direction: TimeDirection = isNext ? .next : .past
    for index in list.indices {
      switch list[index].told {
      case .weekday(let day, _, _): list[index].told = .weekday(day, direction, weeks: 0)
      case .gregorian(.nearest, let month, let day):
        list[index].told = .gregorian(.toward(direction), month: month, day: day)
      default: continue
      }
      list[index].weakness = .none
      list[index].rule = .relative
    }
    list[list.count - 1].end = end + 1
    return list
  }

  /// Gives an earlier member what it leaves to a later one: the month and year of «5 و6 مايو 2020».
  private func share(_ later: Phrase, with phrase: inout Phrase) {
    switch (phrase.told, later.told) {
    case (.gregorian(.nearest, nil, let day?), .gregorian(let year, let month?, _)):
      phrase.told = .gregorian(year, month: month, day: day)
    case (.gregorian(.nearest, nil, let day?), .hijri(let year, let month?, _)):
      phrase.told = .hijri(year, month: month, day: day)
      phrase.isHijri = true
    case (.gregorian(.nearest, let month?, let day), .gregorian(let year, _, _)):
      phrase.told = .gregorian(year, month: month, day: day)
    case (.hijri(.nearest, let month?, let day), .hijri(let year, _, _)):
      phrase.told = .hijri(year, month: month, day: day)
    case (.weekday(let day, nil, _), .weekday(_, let direction?, let weeks)):
      phrase.told = .weekday(day, direction, weeks: weeks)
    case (.gregorian(.number(let number), nil, nil), .hijri(.number, nil, nil))
    where number <= 1500:
      phrase.told = .hijri(.number(number), month: nil, day: nil)
    case (.century(.number(let number), _, _), .century(_, let isBCE, let isHijri)):
      phrase.told = .century(.number(number), isBCE: isBCE, isHijri: isHijri)
      return
    default: return
    }
    phrase.rule = later.rule
    phrase.weakness = later.weakness
  }
}
