/// The value of a told time.
struct ToldValue: Hashable {
  var value: String
  /// The value in the Hijri calendar, where it was told in that.
  var hijri: String?
  var anchor: Timex.Anchor
}

extension Told {
  /// The value, if the text, the context or the reference gives one.
  ///
  /// Without a reference a day or month without a year keeps `XXXX`.
  ///
  /// - Complexity: O(1).
  func value(reference: ReferenceDate?, context: TimeContext) -> ToldValue? {
    switch self {
    case .literal(let value): return ToldValue(value: value, anchor: .text)
    case .gregorian(let year, let month, let day):
      return Self.gregorian(year, month, day, reference, context)
    case .hijri(let year, let month, let day):
      return Self.hijri(year, month, day, reference, context)
    case .shift(let unit, let count):
      guard let reference, let value = Self.shifted(reference, unit, count) else { return nil }
      return ToldValue(value: value, anchor: .reference)
    case .contextShift(let unit, let count):
      return Self.contextual(unit, count, context)
    case .weekday(let weekday, let direction, let weeks):
      guard let reference,
        let day = DayNumber.known(Self.weekday(weekday, direction, reference) + 7 * weeks)
      else { return nil }
      return ToldValue(value: DayNumber.iso(day), anchor: .reference)
    case .weekdayOfMonth(let weekday, let nth, let year, let month):
      return Self.weekday(weekday, nth: nth, year, month, reference, context)
    case .lastDayOfMonth(let year, let month):
      guard let first = Self.gregorian(year, month, nil, reference, context),
        let number = Int(first.value.prefix(4)), let inYear = Int(first.value.dropFirst(5))
      else { return nil }
      let day = CalendarDate.gregorianLength(month: inYear, year: number)
      return ToldValue(value: Self.iso(number, inYear, day), anchor: first.anchor)
    case .season(let season, let direction):
      guard let reference else { return nil }
      let year = Self.year(of: season, direction, reference)
      return ToldValue(value: Self.iso(year) + "-" + season.rawValue, anchor: .reference)
    case .partOfYear(let code, let year):
      guard let found = Self.number(year, reference, context) else { return nil }
      return ToldValue(value: Self.iso(found.year) + "-" + code, anchor: found.anchor)
    case .decade(let tens, let century):
      let found = Self.hundreds(century, reference)
      guard (0...99).contains(found.hundreds) else { return nil }
      return ToldValue(
        value: Self.iso(found.hundreds * 100 + tens * 10).dropLast() + "X", anchor: found.anchor)
    case .century(let century, let isBCE, let isHijri):
      return Self.century(century, isBCE, isHijri, reference)
    case .weekdayOfWeek(let weekday, let weeks):
      guard let reference else { return nil }
      let today = reference.dayNumber
      let monday = today - ((today - DayNumber.monday) % 7 + 7) % 7
      guard let day = DayNumber.known(monday + 7 * weeks + weekday - 1) else { return nil }
      return ToldValue(value: DayNumber.iso(day), anchor: .reference)
    case .quarterShift(let count):
      guard let reference else { return nil }
      let quarters = reference.year * 4 + (reference.month - 1) / 3 + count
      return ToldValue(
        value: "\(Self.iso(quarters / 4))-Q\(quarters % 4 + 1)", anchor: .reference)
    case .timeOfDay(let day, let time):
      guard var found = day.value(reference: reference, context: context),
        !found.value.contains("/")
      else { return nil }
      found.value += time
      found.hijri = found.hijri.map { $0 + time }
      return found
    case .anchored(let told, let day):
      guard let known = day.value(reference: reference, context: context),
        let anchor = ReferenceDate(String(known.value.prefix(10))),
        var found = told.value(reference: anchor, context: context)
      else { return nil }
      found.anchor = known.anchor
      return found
    case .range(let first, let last):
      return Self.range(first, last, reference, context)
    }
  }

  private static func iso(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> String {
    CalendarDate(calendar: .gregorian, year: year, month: month, day: day).iso
  }

  /// Whether a year is one of those that values have four digits for, before the era or after.
  private static func isWritable(_ year: Int) -> Bool { (-9999...9999).contains(year) }

  private static func number(
    _ year: Year, _ reference: ReferenceDate?, _ context: TimeContext
  ) -> (year: Int, anchor: Timex.Anchor)? {
    let found: (year: Int, anchor: Timex.Anchor)?
    switch year {
    case .number(let number): found = (number, .text)
    case .reference(let shift): found = reference.map { ($0.year + shift, .reference) }
    case .context(let shift): found = context.year.map { ($0 + shift, .context) }
    case .nearest, .toward: found = reference.map { ($0.year, .reference) }
    }
    guard let found, isWritable(found.year) else { return nil }
    return found.anchor == .text || found.year >= 1 ? found : nil
  }

  // MARK: Gregorian

  private static func gregorian(
    _ year: Year, _ month: Month?, _ day: Int?, _ reference: ReferenceDate?,
    _ context: TimeContext
  ) -> ToldValue? {
    switch month {
    case .reference(let shift):
      guard let reference else { return nil }
      let months = reference.year * 12 + reference.month - 1 + shift
      guard months >= 12 else { return nil }
      return valid(months / 12, months % 12 + 1, day, .reference)
    case .context(let shift):
      guard let year = context.year, let month = context.month else { return nil }
      let months = year * 12 + month - 1 + shift
      guard months >= 12 else { return nil }
      return valid(months / 12, months % 12 + 1, day, .context)
    case nil:
      guard let found = number(year, reference, context) else { return nil }
      return ToldValue(value: iso(found.year), anchor: found.anchor)
    case .number(let month):
      return gregorian(year, month, day, reference, context)
    }
  }

  private static func gregorian(
    _ year: Year, _ month: Int, _ day: Int?, _ reference: ReferenceDate?, _ context: TimeContext
  ) -> ToldValue? {
    let direction: TimeDirection?
    switch year {
    case .number, .reference, .context:
      guard let found = number(year, reference, context) else { return nil }
      return valid(found.year, month, day, found.anchor)
    case .nearest: direction = nil
    case .toward(let told): direction = told
    }
    guard let reference else {
      guard day != nil, direction == nil else { return nil }
      let date = CalendarDate(calendar: .gregorian, year: nil, month: month, day: day)
      return date.isValid ? ToldValue(value: date.iso, anchor: .text) : nil
    }
    guard let day else {
      return valid(self.year(ofMonth: month, direction, reference), month, nil, .reference)
    }
    return self.year(ofMonth: month, day: day, direction, reference)
      .flatMap { valid($0, month, day, .reference) }
  }

  private static func valid(
    _ year: Int, _ month: Int, _ day: Int?, _ anchor: Timex.Anchor
  ) -> ToldValue? {
    let date = CalendarDate(calendar: .gregorian, year: year, month: month, day: day)
    guard date.isValid, isWritable(year), anchor == .text || year >= 1 else { return nil }
    return ToldValue(value: date.iso, anchor: anchor)
  }

  /// The year of the month that is nearest in a direction; the reference's own for the current one.
  private static func year(
    ofMonth month: Int, _ direction: TimeDirection?, _ reference: ReferenceDate
  ) -> Int {
    switch direction {
    case .past: return month >= reference.month ? reference.year - 1 : reference.year
    case .next: return month <= reference.month ? reference.year + 1 : reference.year
    case .current: return reference.year
    case nil:
      let distance = month - reference.month
      return distance > 6 ? reference.year - 1 : distance < -6 ? reference.year + 1 : reference.year
    }
  }

  /// The same of a day; 29 February is looked for in the leap years around.
  private static func year(
    ofMonth month: Int, day: Int, _ direction: TimeDirection?, _ reference: ReferenceDate
  ) -> Int? {
    func isDay(_ year: Int) -> Bool {
      CalendarDate(calendar: .gregorian, year: year, month: month, day: day).isValid
    }
    func number(_ year: Int) -> Int { DayNumber.of(year, month, day) }
    let years = ((reference.year - 8)...(reference.year + 8)).filter(isDay)
    switch direction {
    case .past: return years.last { number($0) < reference.dayNumber }
    case .next: return years.first { number($0) > reference.dayNumber }
    case .current: return isDay(reference.year) ? reference.year : nil
    case nil:
      return years.min {
        abs(number($0) - reference.dayNumber) < abs(number($1) - reference.dayNumber)
      }
    }
  }

  // MARK: Units, weekdays, seasons

  private static func shifted(
    _ reference: ReferenceDate, _ unit: TimeUnit, _ count: Int
  ) -> String? {
    switch unit {
    case .second, .minute, .hour: return nil
    case .day: return DayNumber.known(reference.dayNumber + count).map(DayNumber.iso)
    case .week: return DayNumber.known(reference.dayNumber + 7 * count).map(DayNumber.isoWeek)
    case .month:
      let months = reference.year * 12 + reference.month - 1 + count
      guard months >= 12, isWritable(months / 12) else { return nil }
      return iso(months / 12, months % 12 + 1)
    case .year: return year(reference.year + count)
    case .decade: return year(reference.year + 10 * count).map { $0.dropLast() + "X" }
    case .century: return year(reference.year + 100 * count).map { $0.dropLast(2) + "XX" }
    }
  }

  private static func year(_ year: Int) -> String? { (1...9999).contains(year) ? iso(year) : nil }

  private static func contextual(
    _ unit: TimeUnit, _ count: Int, _ context: TimeContext
  ) -> ToldValue? {
    guard let year = context.year, year >= 1 else { return nil }
    let value: String?
    switch unit {
    case .year: value = self.year(year + count)
    case .decade: value = self.year(year + 10 * count).map { $0.dropLast() + "X" }
    case .century: value = self.year(year + 100 * count).map { $0.dropLast(2) + "XX" }
    case .month:
      guard let month = context.month else { return nil }
      let months = year * 12 + month - 1 + count
      value = months < 12 ? nil : iso(months / 12, months % 12 + 1)
    case .day, .week:
      guard let month = context.month, let day = context.day else { return nil }
      let number = DayNumber.of(year, month, day) + count * (unit == .week ? 7 : 1)
      value = DayNumber.known(number).map(unit == .week ? DayNumber.isoWeek : DayNumber.iso)
    case .second, .minute, .hour: value = nil
    }
    return value.map { ToldValue(value: $0, anchor: .context) }
  }

  private static func weekday(
    _ weekday: Int, _ direction: TimeDirection?, _ reference: ReferenceDate
  ) -> Int {
    let today = reference.dayNumber
    var back = ((today - DayNumber.monday - weekday + 1) % 7 + 7) % 7
    switch direction {
    case .past:
      if back == 0 { back = 7 }
      return today - back
    case .next: return today + 7 - back
    case .current, nil: return today - back
    }
  }

  private static func weekday(
    _ weekday: Int, nth: Int, _ year: Year, _ month: Month, _ reference: ReferenceDate?,
    _ context: TimeContext
  ) -> ToldValue? {
    guard
      let first = gregorian(year, month, nil, reference, context),
      let number = Int(first.value.prefix(4)), let inYear = Int(first.value.dropFirst(5))
    else { return nil }
    let length = CalendarDate.gregorianLength(month: inYear, year: number)
    let start = DayNumber.of(number, inYear, 1)
    let offset = ((weekday - 1 - (start - DayNumber.monday)) % 7 + 7) % 7
    let last = 1 + offset + (length - 1 - offset) / 7 * 7
    let day = nth < 0 ? last : 1 + offset + 7 * (nth - 1)
    return day <= length ? valid(number, inYear, day, first.anchor) : nil
  }

  /// Winter is that of the year it begins in.
  private static func year(
    of season: Season, _ direction: TimeDirection, _ reference: ReferenceDate
  ) -> Int {
    let first = season.firstMonth
    switch direction {
    case .past: return reference.month < first + 3 ? reference.year - 1 : reference.year
    case .next: return reference.month >= first ? reference.year + 1 : reference.year
    case .current:
      return season == .winter && reference.month < 3 ? reference.year - 1 : reference.year
    }
  }

  // MARK: Centuries

  private static func hundreds(
    _ century: Century, _ reference: ReferenceDate?
  ) -> (hundreds: Int, anchor: Timex.Anchor) {
    switch century {
    case .number(let number): (number, .text)
    case .reference(let shift):
      reference.map { ($0.year / 100 + shift, .reference) } ?? (20 + shift, .text)
    }
  }

  private static func century(
    _ century: Century, _ isBCE: Bool, _ isHijri: Bool, _ reference: ReferenceDate?
  ) -> ToldValue? {
    let found = hundreds(century, reference)
    guard (0...99).contains(found.hundreds) else { return nil }
    let digits = (found.hundreds < 10 ? "0" : "") + "\(found.hundreds)XX"
    guard isHijri else {
      return ToldValue(value: (isBCE ? "-" : "") + digits, anchor: found.anchor)
    }
    // From its first year, which ends in 01, to the one that ends in 00.
    let first = CalendarDate(calendar: .hijri, year: found.hundreds * 100 + 1)
    let last = CalendarDate(calendar: .hijri, year: found.hundreds * 100 + 100)
    guard let from = first.gregorianValue, let to = last.gregorianValue else { return nil }
    let value = "\(from.prefix(4))/\(to.split(separator: "/")[1].prefix(4))"
    return ToldValue(value: value, hijri: digits, anchor: found.anchor)
  }

  // MARK: Hijri

  private static func hijri(
    _ year: Year, _ month: Int?, _ day: Int?, _ reference: ReferenceDate?, _ context: TimeContext
  ) -> ToldValue? {
    if case .number(let number) = year {
      let date = CalendarDate(calendar: .hijri, year: number, month: month, day: day)
      guard date.isValid, let value = date.gregorianValue else { return nil }
      return ToldValue(value: value, hijri: date.iso, anchor: .text)
    }
    guard let reference, let month else { return nil }
    // The Hijri year that the Gregorian one mostly lies in, and its neighbours.
    let middle = (reference.year - 622) * 33 / 32
    let dates = ((middle - 2)...(middle + 2)).map {
      CalendarDate(calendar: .hijri, year: $0, month: month, day: day)
    }.filter(\.isValid)
    let today = "\(reference)"
    func first(_ date: CalendarDate) -> String { String((date.gregorianValue ?? "").prefix(10)) }
    func last(_ date: CalendarDate) -> String { String((date.gregorianValue ?? "").suffix(10)) }
    let found: CalendarDate?
    switch year {
    case .toward(.past): found = dates.last { last($0) < today }
    case .toward(.next): found = dates.first { first($0) > today }
    case .toward(.current), .reference(0), .nearest:
      found = dates.min { distance($0, reference) < distance($1, reference) }
    case .number, .reference, .context: found = nil
    }
    guard let found, let value = found.gregorianValue else { return nil }
    return ToldValue(value: value, hijri: found.iso, anchor: .reference)
  }

  private static func distance(_ date: CalendarDate, _ reference: ReferenceDate) -> Int {
    let first = ReferenceDate(String((date.gregorianValue ?? "").prefix(10)))
    let middle = date.day == nil ? 15 : 0
    return abs((first?.dayNumber ?? 0) + middle - reference.dayNumber)
  }
}
