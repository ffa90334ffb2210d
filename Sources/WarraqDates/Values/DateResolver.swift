public import WarraqText

/// A day that expressions without a year are resolved against: usually the publication date.
public struct ReferenceDate: Hashable, Sendable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day, from 1.
  public let day: Int

  private static let timeCharacters = Set("0123456789:.+-Zz ".utf8)

  /// Reads `YYYY-MM-DD`; `nil` for anything else, and for days that do not exist. A time of day
  /// behind `T` or a space (RFC 3339, 5.6) is ignored.
  public init?(_ text: String) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "T" || $0 == "t" || $0 == " "
    }
    let day = parts.first ?? ""
    let time = parts.count > 1 ? parts[1] : "0"
    guard !time.isEmpty, time.utf8.allSatisfy({ Self.timeCharacters.contains($0) }) else {
      return nil
    }
    let fields = day.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].utf8.count == 4, fields[1].utf8.count == 2,
      fields[2].utf8.count == 2,
      fields.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(fields[0]), let month = Int(fields[1]), let number = Int(fields[2]),
      year > 0, CalendarDate(calendar: .gregorian, year: year, month: month, day: number).isValid
    else { return nil }
    (self.year, self.month, self.day) = (year, month, number)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    CalendarDate(calendar: .gregorian, year: year, month: month, day: day).iso
  }
}

/// Gives values to expressions that have none of their own.
public enum DateResolver {
  /// Resolves against a reference date, and against the year, month and day mentioned last.
  ///
  /// A day or month without a year is the occurrence nearest to the reference. Without a reference
  /// a day keeps its `XXXX`; a month alone and what is told from the day of writing is left out.
  ///
  /// - Parameter foreign: Ranges of the text that do not belong to its article, in order: what they
  ///   mention is resolved, but nothing elsewhere rests on it.
  /// - Complexity: O(*n*).
  public static func resolve(
    _ timexes: [Timex], reference: ReferenceDate?, foreign: [TextRange] = []
  ) -> [Timex] {
    var own = TimeContext()
    var others = TimeContext()
    var region = 0
    return timexes.compactMap { timex in
      while region < foreign.count, foreign[region].upperBound <= timex.range.lowerBound {
        region += 1
        others = TimeContext()
      }
      let isForeign = region < foreign.count && foreign[region].overlaps(timex.range)
      let context = isForeign ? others : own
      let resolved = resolve(timex, reference: reference, context: context)
      if let resolved {
        if isForeign { others.follow(resolved.value) } else { own.follow(resolved.value) }
      }
      return resolved
    }
  }

  /// Whether years have the four digits that values have room for; times near the ends of the
  /// calendar may lead over them.
  private static func hasFourDigits(_ value: String) -> Bool {
    value.split(separator: "/").allSatisfy { end in
      !end.prefix(5).utf8.allSatisfy { (0x30...0x39).contains($0) } || end.utf8.count < 5
    }
  }

  private static func resolve(
    _ timex: Timex, reference: ReferenceDate?, context: TimeContext
  ) -> Timex? {
    if timex.told.isTextual { return timex }
    guard let found = timex.told.value(reference: reference, context: context),
      hasFourDigits(found.value)
    else { return nil }
    var resolved = timex
    resolved.value = found.value
    resolved.hijri = found.hijri
    resolved.anchor = found.anchor
    return resolved
  }
}
