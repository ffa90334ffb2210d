import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Times of the clock and ranges of them.
extension TimePhrases {
  /// A time of the clock, and what shows that it is one.
  private struct ClockTime {
    var hour: Int
    var minute = 0
    var zone = ""
    var start: UTF8Offset
    var end: Int
    var hasHead = false
    /// Whether digits give minutes or a word gives the half of the day.
    var isCertain = false

    var value: String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "T\(two(hour)):\(two(minute))\(zone)"
    }
  }

  /// «الساعة الثامنة مساءً», «الساعة 10:30 صباحًا», «السابعة صباحًا إلى الرابعة عصرًا».
  ///
  /// Without «الساعة» an hour is one as the end of a range, or behind حتى and قرابة.
  func clock(at start: Int) -> Parsed? {
    guard let first = clockTime(at: start), first.hasHead || first.isCertain else { return nil }
    if first.isCertain, let second = secondClock(behind: first, start: start) {
      return Parsed(
        kind: .interval, value: first.value + "/" + second.value, start: first.start,
        end: second.end, rule: .clock)
    }
    if !first.hasHead {
      switch cursor.peeled(start - 1)?.word {
      case .until, .approximately: break
      default: return nil
      }
    }
    return Parsed(
      kind: .time, value: first.value, start: first.start, end: first.end, rule: .clock)
  }

  private func secondClock(behind first: ClockTime, start: Int) -> ClockTime? {
    let token = first.end
    let joint = cursor.peeled(token)
    let second: ClockTime?
    if cursor.isDash(token) || joint?.word == .to || joint?.word == .until {
      second = clockTime(at: token + 1)
    } else if cursor.peeled(start - 1)?.word == .between {
      second = cursor.word(token) == .and ? clockTime(at: token + 1) : conjoinedClock(at: token)
    } else {
      second = nil
    }
    guard let second, second.isCertain else { return nil }
    return second
  }

  private func conjoinedClock(at token: Int) -> ClockTime? {
    let hasConjunction =
      cursor.peeled(token)?.hasConjunction ?? time(token)?.hasConjunction ?? false
    return hasConjunction ? clockTime(at: token) : nil
  }

  private func clockTime(at start: Int) -> ClockTime? {
    guard start < cursor.end else { return nil }
    let head = time(start)
    let hasHead = head?.word == .clock
    var token = hasHead ? start + 1 : start
    let first = hasHead ? head?.start : nil
    var found: ClockTime
    if let digits = cursor.number(token), digits.digits <= 2, digits.value <= 24 {
      found = ClockTime(hour: digits.value, start: first ?? offset(token), end: token)
      token += 1
      if cursor.mark(token) == 0x3A, let minutes = cursor.number(token + 1), minutes.digits == 2,
        minutes.value < 60
      {
        found.minute = minutes.value
        found.isCertain = hasHead
        token += 2
      }
    } else if let ordinal = ordinal(token) ?? conjoinedOrdinal(token, isWanted: !hasHead),
      ordinal <= 10
    {
      let start = cursor.peeled(token)?.start ?? time(token)?.start ?? offset(token)
      found = ClockTime(hour: ordinal, start: first ?? start, end: token)
      token += 1
      if found.hour <= 2, isTen(token) {
        found.hour += 10
        token += 1
      }
      if let fraction = fraction(at: token) {
        found.minute = fraction.minutes
        token = fraction.end
      }
    } else {
      return nil
    }
    let isHalfTold = readHalf(of: &found, at: &token)
    if isHalfTold { found.isCertain = true }
    guard found.hour < 24 else { return nil }
    if found.minute < 0 {
      found.minute += 60
      found.hour = (found.hour + 23) % 24
    }
    if let zone = zone(at: token) {
      found.zone = zone.code
      token = zone.end
    }
    found.hasHead = hasHead
    found.end = token
    return found
  }

  private func conjoinedOrdinal(_ token: Int, isWanted: Bool) -> Int? {
    guard isWanted, let peeled = cursor.peeled(token) else { return nil }
    if case .ordinal(let number) = peeled.word { return number }
    return nil
  }

  /// Takes «صباحًا», «مساءً» and their like into account; whether there was one.
  private func readHalf(of found: inout ClockTime, at token: inout Int) -> Bool {
    // «مساءً» without its mark is the «مساء» of a date.
    if bare(token) == .partOfDay("TEV") {
      if found.hour < 12 { found.hour += 12 }
      token += 1
      return true
    }
    guard case .meridiem(let isAfternoon) = bare(token) else { return false }
    let isSmallHour = isNight(token) && (found.hour < 6 || found.hour == 12)
    // «الحادية عشرة ظهرًا» is an hour before noon.
    let isBeforeNoon = isNoon(token) && (10...11).contains(found.hour)
    if isAfternoon, found.hour < 12, !isSmallHour, !isBeforeNoon { found.hour += 12 }
    if found.hour == 12, isSmallHour || !isAfternoon { found.hour = 0 }
    token += 1
    return true
  }

  static let night: KeySet = ["ليلا"]
  static let noon: KeySet = ["ظهرا"]
  private static let third: KeySet = ["والثلث"]
  private static let except: KeySet = ["إلا"]
  private static let quarters: KeySet = ["ربعا", "الربع", "ربع"]
  private static let thirds: KeySet = ["ثلثا", "الثلث", "ثلث"]

  private func isNight(_ token: Int) -> Bool { isKey(token, Self.night) }

  private func isNoon(_ token: Int) -> Bool { isKey(token, Self.noon) }

  func isKey(_ token: Int, _ keys: KeySet) -> Bool {
    token >= 0 && token < cursor.end && cursor.text.tokens.isKey(at: token, in: keys)
  }

  /// «والنصف», «والربع», «إلا ربعًا», «وعشر دقائق».
  private func fraction(at token: Int) -> (minutes: Int, end: Int)? {
    if isKey(token, Self.third) { return (20, token + 1) }
    if isKey(token, Self.except) {
      if isKey(token + 1, Self.quarters) { return (-15, token + 2) }
      return isKey(token + 1, Self.thirds) ? (-20, token + 2) : nil
    }
    guard let next = time(token), next.hasConjunction else { return nil }
    if next.word == .half { return (30, token + 1) }
    if next.word == .quarter { return (15, token + 1) }
    guard let minutes = quantity(at: token), minutes.unit == .minute, minutes.count < 60 else {
      return nil
    }
    return (minutes.count, minutes.end)
  }

  private static let zoneHead: KeySet = ["بتوقيت"]
  private static let greenwich: KeySet = ["غرينتش", "جرينتش", "غرينيتش", "جرينيتش"]
  private static let mecca: KeySet = ["مكة"]
  private static let honoured: KeySet = ["المكرمة"]

  /// «بتوقيت غرينتش»; a zone that the text does not name is none.
  private func zone(at token: Int) -> (code: String, end: Int)? {
    guard isKey(token, Self.zoneHead) else { return nil }
    if isKey(token + 1, Self.greenwich) { return ("Z", token + 2) }
    guard isKey(token + 1, Self.mecca) else { return nil }
    return ("+03:00", isKey(token + 2, Self.honoured) ? token + 3 : token + 2)
  }
}
