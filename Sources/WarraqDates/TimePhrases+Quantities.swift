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

  /// «ستة أشهر», «36 عامًا», «سنتين», «شهرًا واحدًا».
  func quantity(at start: Int) -> Quantity? {
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
    let isTold = direction(token) != nil
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
    guard let found else { return nil }
    if isAfter || isBefore, cursor.word(found.end) == .from { return nil }
    guard found.unit != .hour, found.unit != .minute else { return nil }
    return Parsed(
      kind: .date,
      relation: TimeRelation(base: .shift(found.unit, by: isAfter ? found.count : -found.count)),
      start: startOffset, end: found.end, rule: .relative)
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
