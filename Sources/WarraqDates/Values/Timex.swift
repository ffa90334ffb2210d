public import WarraqText

/// A time expression: its place in the text and its value (TimeML's TIMEX3 with ISO 8601 values).
public struct Timex: Hashable, Sendable {
  /// What kind of time is meant.
  public enum Kind: String, Sendable, CaseIterable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
    /// A range written as one phrase; both ends are included in its value.
    case interval = "INTERVAL"
  }

  /// A position in, or distance from, the value.
  public enum Modifier: String, Sendable, CaseIterable {
    case start = "START"
    case mid = "MID"
    case end = "END"
    case approximately = "APPROX"
    case before = "BEFORE"
    case after = "AFTER"
    case moreThan = "MORE_THAN"
    case lessThan = "LESS_THAN"
  }

  /// What the value rests on.
  public enum Anchor: String, Sendable, CaseIterable {
    /// The expression itself.
    case text
    /// The reference date.
    case reference
    /// An expression before it.
    case context
  }

  /// Where the expression stands.
  public var range: TextRange
  /// Its kind.
  public var kind: Kind
  /// Its value: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `start/end`, `P6M`, `T20:00`; unknown digits are `X`.
  /// Empty where the reference date has to give it; see ``DateResolver``.
  public var value: String
  /// Its modifier.
  public var modifier: Modifier?
  /// The value in the Hijri calendar, where the text gives a Hijri date.
  public var hijri: String?
  /// What the value rests on.
  public var anchor: Anchor
  /// The rule that found it; see ``DateRule``.
  public var rule: DateRule
  /// The weekday that stands beside a date, 1 for Monday.
  var statedWeekday: Int?
  /// What the expression says; ``DateResolver`` makes the value of it.
  var told: Told
}
