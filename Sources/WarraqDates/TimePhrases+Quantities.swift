import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Quantities: «ستة أشهر», «كل عام», «قبل ستة أعوام».
extension TimePhrases {
  struct Quantity {
    var count: Int
    var unit: TimeUnit
    var start: UTF8Offset
    var end: Int
  }

  /// «ستة أشهر», «36 عامًا», «سنتين», «شهرًا واحدًا», «عقدًا ونصف العقد».
  func quantity(at start: Int) -> Quantity? {
    if let half = oneAndHalf(at: start) { return half }
    return wholeQuantity(at: start).map(withHalf)
  }

  private static let andHalf: KeySet = ["ونصف"]

  /// The half unit that «ونصف» may add.
  private func withHalf(_ quantity: Quantity) -> Quantity {
    guard isKey(quantity.end, Self.andHalf), let half = quantity.unit.half else { return quantity }
    guard bare(quantity.end + 1) == .unit(quantity.unit, .theSingular) else { return quantity }
    return Quantity(
      count: quantity.count * half.perUnit + half.count, unit: half.unit, start: quantity.start,
      end: quantity.end + 2)
  }

  /// «عام ونصف العام»
  private func oneAndHalf(at start: Int) -> Quantity? {
    guard let word = time(start), case .unit(let unit, .singular) = word.word,
      isKey(start + 1, Self.andHalf)
    else { return nil }
    let one = Quantity(count: 1, unit: unit, start: word.start, end: start + 1)
    let whole = withHalf(one)
    return whole.end > one.end ? whole : nil
  }

  /// «شهرًا», «قرنًا»: alone and in the accusative how long something lasts. «يومًا» is "ever",
  /// «عامًا» "general", «عقدًا» a contract.
  func single(at start: Int) -> Parsed? {
    guard let word = time(start), case .unit(let unit, .singular) = word.word,
      [.week, .month, .century].contains(unit), cursor.endsInTanwinAlef(start),
      cursor.number(start - 1) == nil, !isNumber(start - 1)
    else { return nil }
    return duration(Quantity(count: 1, unit: unit, start: word.start, end: start + 1))
  }

  private static let largeNumbers: KeySet = ["ألف", "ألفا", "آلاف", "مليون", "مئتي", "كذا"]

  private func isNumber(_ token: Int) -> Bool {
    if isKey(token, Self.largeNumbers) { return true }
    return switch time(token)?.word {
    case .cardinal, .tens, .hundred, .theTens, .theCardinal: true
    default: false
    }
  }

  /// «الأربعين سنة الماضية», «الثلاثة أشهر المقبلة».
  func countedDefinite(at start: Int) -> Parsed? {
    guard let first = time(start) else { return nil }
    var count: Int
    var token = start + 1
    switch first.word {
    case .theTens(let tens): count = tens
    case .theCardinal(let ones):
      count = ones
      if ones < 10, isTen(token) {
        count += 10
        token += 1
      } else if ones < 10, let next = time(token), next.hasConjunction,
        case .theTens(let tens) = next.word
      {
        count += tens
        token += 1
      }
    default: return nil
    }
    guard case .unit(let unit, let form) = bare(token), form == (count > 10 ? .singular : .plural),
      direction(token + 1).map({ $0 != .same }) ?? (bare(token + 1) == .last)
    else { return nil }
    return Parsed(
      kind: .duration, value: unit.duration(count), start: first.start, end: token + 2,
      rule: .duration)
  }

  private func wholeQuantity(at start: Int) -> Quantity? {
    if let word = time(start), case .unit(let unit, let form) = word.word {
      if form == .dual { return Quantity(count: 2, unit: unit, start: word.start, end: start + 1) }
      guard form == .singular, bare(start + 1) == .cardinal(1) || isOne(start + 1) else {
        return nil
      }
      return Quantity(count: 1, unit: unit, start: word.start, end: start + 2)
    }
    guard let number = number(at: start), let next = bare(number.end),
      case .unit(let unit, let form) = next
    else { return nil }
    // Three to ten have the plural behind them, others the singular.
    let isFew = (3...10).contains(number.value)
    guard form == (isFew ? .plural : .singular), number.value > 2 || cursor.number(start) != nil
    else { return nil }
    return Quantity(count: number.value, unit: unit, start: number.start, end: number.end + 1)
  }

  static let one: KeySet = ["واحدا"]

  func isOne(_ token: Int) -> Bool {
    token < cursor.end && cursor.text.tokens.isKey(at: token, in: Self.one)
  }

  func duration(_ quantity: Quantity) -> Parsed {
    Parsed(
      kind: .duration, value: quantity.unit.duration(quantity.count), start: quantity.start,
      end: quantity.end, rule: .duration)
  }

  /// «السنوات الخمس المقبلة», «العقدين الماضيين».
  func definiteQuantity(at start: Int) -> Parsed? {
    guard let word = time(start), case .unit(let unit, let form) = word.word else { return nil }
    if form == .theDual {
      guard bare(start + 1) == .dualDeictic else { return nil }
      return Parsed(
        kind: .duration, value: unit.duration(2), start: word.start, end: start + 2,
        rule: .duration)
    }
    var token = start + 1
    let count: Int
    if case .theCardinal(let number) = bare(token) {
      count = number
    } else if let digits = cursor.number(token), digits.value > 2 {
      count = digits.value
    } else {
      return nil
    }
    token += 1
    // «السنوات الخمس عشرة»
    let isTeen = count < 10 && isTen(token)
    if isTeen { token += 1 }
    let isTold = direction(token) != nil || bare(token) == .last
    guard isTold || cursor.number(start + 1) == nil else { return nil }
    return Parsed(
      kind: .duration, value: unit.duration(isTeen ? count + 10 : count), start: word.start,
      end: isTold ? token + 1 : token, rule: .duration)
  }

  /// «كل عام», «كل ثلاثة أشهر», «كل جمعة».
  func set(at start: Int) -> Parsed? {
    guard let first = time(start) else { return nil }
    func set(_ value: String, _ end: Int) -> Parsed {
      Parsed(kind: .set, value: value, start: first.start, end: end, rule: .set)
    }
    // «كل يوم أحد»: behind «يوم» it is Sunday.
    if bare(start + 1) == .unit(.day, .singular),
      let day = weekday(start + 2) ?? indefiniteWeekday(start + 2)
        ?? (isSunday(start + 2) ? (7, offset(start + 2)) : nil)
    {
      return set("XXXX-WXX-\(day.number)", start + 3)
    }
    // «كل عقد» is each contract.
    if case .unit(let unit, .singular) = bare(start + 1), unit != .decade {
      return set(unit.duration(1), start + 2)
    }
    if case .season(let season) = bare(start + 1) {
      return set("XXXX-\(season.rawValue)", start + 2)
    }
    if let day = weekday(start + 1) ?? indefiniteWeekday(start + 1) {
      return set("XXXX-WXX-\(day.number)", start + 2)
    }
    guard let quantity = quantity(at: start + 1) else { return nil }
    return set(quantity.unit.duration(quantity.count), quantity.end)
  }

  static let weekdays: [KeySet] = [
    ["اثنين"], ["ثلاثاء"], ["أربعاء"], ["خميس"], ["جمعة"], ["سبت"],
  ]

  /// «كل جمعة»: without the article only behind كل; «كل أحد» is everybody.
  func indefiniteWeekday(_ token: Int) -> (number: Int, start: UTF8Offset)? {
    guard token < cursor.end,
      let index = Self.weekdays.firstIndex(where: { cursor.text.tokens.isKey(at: token, in: $0) })
    else { return nil }
    return (index + 1, offset(token))
  }

  static let sunday: KeySet = ["أحد"]

  func isSunday(_ token: Int) -> Bool {
    token < cursor.end && cursor.text.tokens.isKey(at: token, in: Self.sunday)
  }

  func adverb(_ unit: TimeUnit, at token: Int) -> Parsed {
    Parsed(
      kind: .set, value: unit.duration(1), start: offset(token), end: token + 1, rule: .set)
  }

  /// «قبل ستة أعوام», «منذ شهرين», «بعد أسبوع»; with «من» behind it only the quantity is a time.
  func distance(at start: Int) -> Parsed? {
    let isAfter = time(start)?.word == .after
    let isBefore = cursor.peeled(start)?.word == .before
    let startOffset = cursor.peeled(start)?.start ?? time(start)?.start ?? offset(start)
    var found = quantity(at: start + 1)
    if found == nil, !isAfter, let word = bare(start + 1), case .unit(let unit, .singular) = word,
      [.week, .month, .year].contains(unit), cursor.number(start + 2) == nil, !follows(start + 2)
    {
      found = Quantity(count: 1, unit: unit, start: offset(start + 1), end: start + 2)
    }
    guard let found else { return isAfter || isBefore ? beforeEvent(at: start + 1) : nil }
    if isAfter || isBefore, isEventBehind(found.end) {
      return found.count == 1 ? beforeEvent(at: start + 1) : nil
    }
    guard found.unit != .hour, found.unit != .minute else { return nil }
    return Parsed(
      kind: .date,
      relation: TimeRelation(base: .shift(found.unit, by: isAfter ? found.count : -found.count)),
      start: startOffset, end: found.end, rule: .relative)
  }

  private static let without: KeySet = ["دون", "غير"]

  /// Whether «من» and an event follow; «من دون» is none.
  private func isEventBehind(_ token: Int) -> Bool {
    cursor.word(token) == .from && !isKey(token + 1, Self.without)
  }

  /// «عام» in «بعد عام من الاتفاق».
  private func beforeEvent(at token: Int) -> Parsed? {
    guard case .unit(let unit, .singular) = bare(token), isEventBehind(token + 1),
      ![.decade, .century, .minute].contains(unit)
    else { return nil }
    return duration(Quantity(count: 1, unit: unit, start: offset(token), end: token + 1))
  }

  /// Whether a word or a month follows that a unit is the head of: «قبل شهر رمضان», «قبل عام من».
  func follows(_ token: Int) -> Bool {
    switch cursor.peeled(token)?.word {
    case .from, .month, .hijriMonth, .pairedMonth, .pairedHijriMonth, .ordinal: true
    default:
      cursor.text.tokens.count > token && cursor.text.tokens.kind(at: token) == .arabicWord
        && cursor.sameLine(token - 1, token) && bare(token) != nil
    }
  }
}
