import WarraqICU

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
      CalendarDate(calendar: .gregorian, year: year, month: month, day: number).isValid
    else { return nil }
    (self.year, self.month, self.day) = (year, month, number)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    CalendarDate(calendar: .gregorian, year: year, month: month, day: day).iso
  }
}

/// Gives years to expressions that have none.
public enum DateResolver {
  /// Resolves against a reference date: a day or month without a year is the occurrence nearest
  /// to it.
  ///
  /// Without a reference date a day keeps its `XXXX`, and a month alone is left out.
  public static func resolve(_ timexes: [Timex], reference: ReferenceDate?) -> [Timex] {
    timexes.compactMap { timex in
      guard timex.value.hasPrefix("XXXX-") else { return timex }
      let fields = timex.value.split(separator: "-").dropFirst().compactMap { Int($0) }
      guard let reference, let month = fields.first else {
        return fields.count == 2 ? timex : nil
      }
      let day = fields.count == 2 ? fields[1] : nil
      let candidates = ((reference.year - 1)...(reference.year + 1)).map {
        CalendarDate(calendar: .gregorian, year: $0, month: month, day: day)
      }
      let nearest = candidates.filter(\.isValid).min {
        distance($0, reference) < distance($1, reference)
      }
      guard let nearest else { return timex }
      var resolved = timex
      resolved.value = nearest.iso
      resolved.anchor = .reference
      return resolved
    }
  }

  /// How far a date is from the reference: in days, or in months where it has no day.
  private static func distance(_ date: CalendarDate, _ reference: ReferenceDate) -> Int {
    let (year, month) = (date.year ?? 0, date.month ?? 1)
    guard let day = date.day else {
      return abs((year - reference.year) * 12 + month - reference.month)
    }
    return abs(
      dayNumber(year, month, day) - dayNumber(reference.year, reference.month, reference.day))
  }

  /// Days since 0000-03-01 of the proleptic Gregorian calendar.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = (month + 9) % 12
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
      + (153 * marchMonth + 2) / 5 + day - 1
  }
}
