/// What an expression says of its time, before the reference date and the context are known.
enum Told: Hashable, Sendable {
  /// A year, as the text tells it.
  enum Year: Hashable, Sendable {
    case number(Int)
    /// Years from that of the reference: «العام الماضي» is -1.
    case reference(Int)
    /// Years from the one mentioned last: «العام نفسه» is 0.
    case context(Int)
    /// None is told: the nearest to the reference.
    case nearest
    /// «مارس الماضي»: before or behind the reference.
    case toward(TimeDirection)
  }

  /// A month, as the text tells it.
  enum Month: Hashable, Sendable {
    case number(Int)
    /// Months from that of the reference, and years too: «العشرين من الشهر الماضي».
    case reference(Int)
    case context(Int)
  }

  /// A century, as the text tells it.
  enum Century: Hashable, Sendable {
    /// Its hundreds: 19 for the twentieth.
    case number(Int)
    /// Centuries from that of the reference; without one, from ours.
    case reference(Int)
  }

  /// Value complete in itself: `P6M`, `196X`, `T20:00`.
  case literal(String)
  /// A year, a month or a day of the Gregorian calendar.
  case gregorian(Year, month: Month?, day: Int?)
  /// The same of the Hijri calendar.
  case hijri(Year, month: Int?, day: Int?)
  /// So many units from the reference.
  case shift(TimeUnit, by: Int)
  /// So many units from what was mentioned last.
  case contextShift(TimeUnit, by: Int)
  /// 1 is Monday; `weeks` beyond the one that the direction gives.
  case weekday(Int, TimeDirection?, weeks: Int)
  /// The n-th such weekday of a month, the last for -1.
  case weekdayOfMonth(Int, nth: Int, Year, month: Month)
  case lastDayOfMonth(Year, month: Month)
  case season(Season, TimeDirection)
  /// A quarter, half or season: its code behind the year.
  case partOfYear(String, Year)
  /// The tens of a decade and its century.
  case decade(Int, Century)
  case century(Century, isBCE: Bool, isHijri: Bool)
  /// A weekday of the week so many from that of the reference.
  case weekdayOfWeek(Int, Int)
  /// A quarter before or behind that of the reference.
  case quarterShift(Int)
  /// A time of the day of a day.
  indirect case timeOfDay(Told, String)
  /// A day told by another calendar or weekday beside it.
  indirect case anchored(Told, to: Told)
  /// From one time to another, both included.
  indirect case range(Told, Told)
}

/// Where from the day of writing a time lies.
enum TimeDirection: Hashable, Sendable {
  case past, current, next
}

/// The time that the last expression before was about.
struct TimeContext {
  var year: Int?
  var month: Int?
  var day: Int?

  /// Takes note of a value; that of a range by its last time.
  mutating func follow(_ value: String) {
    var fields = (number: 0, digits: 0, isPlain: true)
    var parts: [3 of Int?] = [nil, nil, nil]
    var part = 0
    func close() {
      guard part < 3, fields.isPlain, fields.digits == (part == 0 ? 4 : 2) else { return }
      parts[part] = fields.number
    }
    for byte in value.utf8 {
      switch byte {
      case 0x30...0x39:
        fields.number = fields.number * 10 + Int(byte - 0x30)
        fields.digits += 1
      case 0x2F:
        (parts, part, fields) = ([nil, nil, nil], 0, (0, 0, true))
        continue
      case 0x2D:
        close()
        part += 1
        fields = (0, 0, true)
        continue
      case 0x54:
        close()
        part = 3
        fields = (0, 0, true)
      default: fields.isPlain = false
      }
    }
    close()
    guard let year = parts[0] else { return }
    self.year = year
    month = parts[1]
    day = parts[1] == nil ? nil : parts[2]
  }
}

extension Told {
  /// Whether the text alone gives the value.
  var isTextual: Bool {
    switch self {
    case .literal: true
    case .gregorian(.number, let month, _):
      switch month {
      case .reference, .context: false
      case .number, nil: true
      }
    case .hijri(.number, _, _), .partOfYear(_, .number): true
    case .decade(_, .number), .century(.number, _, _): true
    case .weekdayOfMonth(_, _, .number, .number), .lastDayOfMonth(.number, .number): true
    case .timeOfDay(let day, _): day.isTextual
    case .anchored(_, let day): day.isTextual
    case .range(let first, let last): first.isTextual && last.isTextual
    default: false
    }
  }
}
