public import WarraqAnalysis
public import WarraqText
import WarraqTokenization

/// Holds what a text says of one day against itself: the weekday against the date, the Hijri date
/// against the Gregorian one beside it. What disagrees is reported; no value is changed.
public enum DateConsistency {
  /// The codes of its diagnostics.
  public static let codes: Set<String> = [
    "weekday-disagrees", "calendars-disagree", "hijri-outside-table",
  ]

  /// The disagreements of a text.
  ///
  /// Codes: `weekday-disagrees`, `calendars-disagree`, and `hijri-outside-table` where a Hijri date
  /// lies outside the table of the Umm al-Qura calendar and was converted by the civil calendar.
  ///
  /// - Parameter timexes: Its expressions, resolved, in text order.
  /// - Complexity: O(number of expressions).
  public static func diagnostics(
    of timexes: [Timex], in text: AnalyzedText
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, timex) in timexes.enumerated() {
      if let weekday = weekday(timex) { diagnostics.append(weekday) }
      if let table = outsideTable(timex) { diagnostics.append(table) }
      guard index + 1 < timexes.count else { continue }
      if let pair = pair(timex, timexes[index + 1], text) { diagnostics.append(pair) }
    }
    return diagnostics
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static func weekday(_ timex: Timex) -> Diagnostic? {
    guard let stated = timex.statedWeekday, let day = day(timex.value) else { return nil }
    let found = ((day - DayNumber.monday) % 7 + 7) % 7
    guard found != stated - 1 else { return nil }
    return Diagnostic(
      code: "weekday-disagrees", range: timex.range,
      message:
        "the text says \(weekdays[stated - 1]), but \(timex.value.prefix(10)) is a \(weekdays[found])"
    )
  }

  /// The day number of a value that is a day, with or without a time of day.
  private static func day(_ value: String) -> Int? {
    guard value.utf8.count == 10 || value.dropFirst(10).first == "T" else { return nil }
    return ReferenceDate(String(value.prefix(10)))?.dayNumber
  }

  private static func outsideTable(_ timex: Timex) -> Diagnostic? {
    guard let hijri = timex.hijri, let year = Int(hijri.prefix(4)),
      !UmmAlQura.years.contains(year)
    else { return nil }
    return Diagnostic(
      code: "hijri-outside-table", range: timex.range,
      message:
        "the year \(year) lies outside the Umm al-Qura table (\(UmmAlQura.years.lowerBound) to "
        + "\(UmmAlQura.years.upperBound)); converted by the civil calendar")
  }

  /// What may stand between the two names of one day.
  private static let joints: KeySet = [
    "الموافق", "الموافقة", "والموافق", "يوافق", "المصادف", "الموافقين",
  ]
  private static let fillers: KeySet = ["ل", "فيه", "في", "يوم"]

  private static func pair(
    _ first: Timex, _ second: Timex, _ text: AnalyzedText
  ) -> Diagnostic? {
    guard (first.hijri == nil) != (second.hijri == nil), first.kind != .interval,
      second.kind != .interval, areJoined(first, second, text)
    else { return nil }
    let hijri = first.hijri == nil ? second : first
    let gregorian = first.hijri == nil ? first : second
    let range = first.range.lowerBound..<second.range.upperBound
    if let one = day(hijri.value), let other = day(gregorian.value) {
      guard one != other else { return nil }
      let days = abs(one - other)
      let tables = days == 1 ? "; other tables of the calendar differ by as much" : ""
      return Diagnostic(
        code: "calendars-disagree", range: range,
        message: "\(hijri.hijri ?? "") AH is \(hijri.value), not \(gregorian.value): "
          + "\(days) \(days == 1 ? "day" : "days") apart" + tables)
    }
    // A month or year of one calendar overlaps two of the other.
    guard hijri.value.utf8.count == 21, gregorian.value.utf8.count <= 7 else { return nil }
    let value = gregorian.value
    let from = hijri.value.prefix(value.utf8.count)
    let to = hijri.value.dropFirst(11).prefix(value.utf8.count)
    guard value < from || value > to, !value.hasPrefix("-"), !value.hasPrefix("X") else {
      return nil
    }
    return Diagnostic(
      code: "calendars-disagree", range: range,
      message: "\(hijri.hijri ?? "") AH is \(hijri.value), which \(value) does not overlap")
  }

  private static func areJoined(
    _ first: Timex, _ second: Timex, _ text: AnalyzedText
  ) -> Bool {
    let tokens = text.tokens
    let start = tokens.firstIndex(atOrAfter: first.range.upperBound)
    let end = tokens.firstIndex(atOrAfter: second.range.lowerBound)
    guard end > start, end - start <= 4 else { return false }
    var isJoined = false
    for token in start..<end {
      switch tokens.kind(at: token) {
      case .punctuation, .symbol:
        let mark = text.firstScalar(of: token)
        // / ( = \ join; commas and colons may stand beside a joining word.
        if [0x2F, 0x28, 0x3D, 0x5C].contains(mark) {
          isJoined = true
        } else if ![0x060C, 0x2C, 0x3A].contains(mark) {
          return false
        }
      case .arabicWord:
        if tokens.isKey(at: token, in: joints) {
          isJoined = true
        } else if !tokens.isKey(at: token, in: fillers) {
          return false
        }
      default: return false
      }
    }
    return isJoined
  }
}
