/// A rule of the date extractor, by the name that records carry as evidence.
public enum DateRule: UInt8, CaseIterable, Sendable {
  case dayMonthYear, dayMonth, monthYear, month, year, numeric, range, hijri
  case relative, weekday, namedDay, distance
  case duration, set, partOfYear, decade, century, partOfDay, clock

  /// What is known of a rule.
  struct Definition: Sendable {
    var id: String
    var summary: String
    /// The standard or convention that its spans and values follow.
    var source: String
    var examples: [String]
    var counterexamples: [String] = []
  }

  /// Its name, for example `gregorian.day-month-year`.
  public var id: String { Self.definitions[Int(rawValue)].id }
  /// What it finds, and what it refuses.
  public var summary: String { Self.definitions[Int(rawValue)].summary }
  /// The standard or convention that its spans and values follow.
  public var source: String { Self.definitions[Int(rawValue)].source }
  /// Sentences with an expression that it finds, marked by brackets.
  public var examples: [String] { Self.definitions[Int(rawValue)].examples }
  /// Sentences in which it must find nothing.
  public var counterexamples: [String] { Self.definitions[Int(rawValue)].counterexamples }

  /// Every rule.
  public static var all: [DateRule] { allCases }
}
