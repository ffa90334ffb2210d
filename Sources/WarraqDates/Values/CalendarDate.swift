/// A date of which some parts are known.
struct CalendarDate: Hashable {
  enum Calendar: Hashable {
    case gregorian, hijri
  }

  var calendar: Calendar
  /// Astronomical: 0 is 1 BCE.
  var year: Int?
  var month: Int?
  var day: Int?

  /// Whether the parts can be a date of their calendar.
  var isValid: Bool {
    if let month, !(1...12).contains(month) { return false }
    if calendar == .hijri, let year, !(1...9999).contains(year) { return false }
    guard let day else { return true }
    guard day >= 1, let month else { return false }
    switch calendar {
    case .gregorian:
      return day <= Self.gregorianLength(month: month, year: year ?? 2000)
    case .hijri:
      guard let year else { return day <= 30 }
      return HijriDate(year: year, month: month, day: day) != nil
    }
  }

  /// The number of days of a month of the proleptic Gregorian calendar.
  static func gregorianLength(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `YYYY-MM-DD`, as far as it is known; `X` for an unknown year.
  var iso: String {
    unsafe String(unsafeUninitializedCapacity: 24) { buffer in
      // SAFETY: a sign, at most 19 digits of a year only when it has more than four, and three for
      // month and day each fit into the 24 bytes; years are bounded far below by their readers.
      var count = 0
      func put(_ byte: UInt8) {
        unsafe buffer[count] = byte
        count += 1
      }
      func put(_ number: Int, digits: Int) {
        var scale = 1
        for _ in 1..<digits { scale *= 10 }
        while scale > 0 {
          put(0x30 + UInt8(number / scale % 10))
          scale /= 10
        }
      }
      if let year {
        if year < 0 { put(0x2D) }
        put(min(abs(year), 99_999), digits: abs(year) > 9999 ? 5 : 4)
      } else {
        for _ in 0..<4 { put(0x58) }
      }
      for field in [month, day] {
        guard let field else { continue }
        put(0x2D)
        put(min(field, 99), digits: 2)
      }
      return count
    }
  }

  /// The Gregorian value: the date itself, or what a Hijri date, month or year converts to.
  var gregorianValue: String? {
    guard calendar == .hijri else { return iso }
    guard let year, let first = HijriDate(year: year, month: month ?? 1, day: day ?? 1) else {
      return nil
    }
    guard day == nil else { return DayNumber.iso(first.dayNumber) }
    let lastMonth = month ?? 12
    guard
      let last = HijriDate(
        year: year, month: lastMonth, day: HijriDate.length(ofMonth: lastMonth, year: year))
    else { return nil }
    return DayNumber.iso(first.dayNumber) + "/" + DayNumber.iso(last.dayNumber)
  }

  /// Orders dates of one calendar by their known parts; unknown parts count as the earliest.
  static func isBefore(_ left: CalendarDate, _ right: CalendarDate) -> Bool {
    (left.year ?? 0, left.month ?? 0, left.day ?? 0)
      < (right.year ?? 0, right.month ?? 0, right.day ?? 0)
  }
}
