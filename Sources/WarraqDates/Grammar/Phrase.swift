import WarraqText

/// What was read from a token: its meaning, where it begins, and the token behind it.
struct Phrase {
  /// How fine a time is told; ends of one range are equally fine.
  enum Precision: UInt8, Comparable {
    case clock, timeOfDay, day, week, month, season, quarter, year, decade, century, none

    static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  /// What is too little to be a time by itself.
  enum Weakness {
    case none
    /// A number that may be a day of the month told later: «3–8 آب».
    case bareDay
    /// Four digits.
    case bareYear
    /// A month's name without a year.
    case bareMonth
    /// A weekday's name.
    case bareWeekday
    /// «الثامنة», «10:30»: an hour only where something else says so.
    case bareHour
    /// «شتاء», «الربع الثالث»: a part of some year.
    case barePart
    /// «التاسع عشر» behind «القرنين».
    case bareOrdinal
  }

  var kind = Timex.Kind.date
  var told: Told
  var precision: Precision
  /// First token.
  var first: Int
  /// Where its text begins; clitics are left out.
  var start: UTF8Offset
  /// The token behind it.
  var end: Int
  var rule: DateRule
  var modifier: Timex.Modifier?
  var weakness = Weakness.none
  /// The weekday before a date, 1 for Monday.
  var weekday: Int?
  var isHijri = false
  /// «عامي», «يومي»: two of them follow.
  var isDualHead = false

  /// The same, begun earlier.
  func begun(at token: Int, _ start: UTF8Offset) -> Phrase {
    var phrase = self
    phrase.first = token
    phrase.start = start
    return phrase
  }
}
