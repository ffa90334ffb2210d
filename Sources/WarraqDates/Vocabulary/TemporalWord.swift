import WarraqText

/// What a word can mean in an expression of time. One word may mean several things: «ربيع» is a
/// season and begins the names of two Hijri months.
struct TemporalWord: Sendable {
  /// The meanings that need no number.
  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    /// عام, سنة, أعوام.
    static let yearHead = Flags(rawValue: 1 << 0)
    /// عامي, where two years follow.
    static let dualYearHead = Flags(rawValue: 1 << 1)
    /// المالية, الدراسي: stands between «العام» and its number.
    static let yearQualifier = Flags(rawValue: 1 << 2)
    static let monthHead = Flags(rawValue: 1 << 3)
    static let dayHead = Flags(rawValue: 1 << 4)
    /// ذو, ذي: قعدة or حجة follows.
    static let hijriOwner = Flags(rawValue: 1 << 5)
    static let commonEra = Flags(rawValue: 1 << 6)
    static let hijriEra = Flags(rawValue: 1 << 7)
    static let beforeCommonEra = Flags(rawValue: 1 << 8)
    /// الميلاد, المسيح: behind قبل and بعد.
    static let birth = Flags(rawValue: 1 << 9)
    static let before = Flags(rawValue: 1 << 10)
    static let after = Flags(rawValue: 1 << 11)
    static let since = Flags(rawValue: 1 << 12)
    static let from = Flags(rawValue: 1 << 13)
    static let to = Flags(rawValue: 1 << 14)
    /// حتى, لغاية: joins the ends of a range like «إلى», and governs a bare year too.
    static let until = Flags(rawValue: 1 << 15)
    static let between = Flags(rawValue: 1 << 16)
    static let and = Flags(rawValue: 1 << 17)
    /// في, خلال, بحلول: a bare year may follow.
    static let governor = Flags(rawValue: 1 << 18)
    static let approximately = Flags(rawValue: 1 << 19)
    static let more = Flags(rawValue: 1 << 20)
    static let less = Flags(rawValue: 1 << 21)
    /// موازنة, انتخابات, معرض: a bare year may follow, at a distance too.
    static let annualNoun = Flags(rawValue: 1 << 22)
    /// رقم, المادة, صفحة, هاتف: the number behind it is no time.
    static let numberNoun = Flags(rawValue: 1 << 23)
    /// A counted noun, a unit or a currency: a number before it is no year.
    static let counted = Flags(rawValue: 1 << 24)
    static let every = Flags(rawValue: 1 << 25)
    static let clockHead = Flags(rawValue: 1 << 26)
    static let demonstrative = Flags(rawValue: 1 << 27)
    /// نفس, ذات before a unit.
    static let sameBefore = Flags(rawValue: 1 << 28)
    /// عشر, عشرة: makes an ordinal or cardinal a teen.
    static let ten = Flags(rawValue: 1 << 29)
    /// أول, ثاني without the article.
    static let firstWord = Flags(rawValue: 1 << 30)
    static let secondWord = Flags(rawValue: 1 << 31)
    static let lastWord = Flags(rawValue: 1 << 32)
    static let half = Flags(rawValue: 1 << 33)
    static let quarter = Flags(rawValue: 1 << 34)
    static let third = Flags(rawValue: 1 << 35)
    /// With the article: النصف, الربع, الثلث.
    static let definitePart = Flags(rawValue: 1 << 36)
    static let except = Flags(rawValue: 1 << 37)
    static let yesterday = Flags(rawValue: 1 << 38)
    static let tomorrow = Flags(rawValue: 1 << 39)
    static let midnight = Flags(rawValue: 1 << 40)
    static let zoneHead = Flags(rawValue: 1 << 41)
    /// أحد, إحدى, الحادي: one only with ten or tens behind it.
    static let eleventh = Flags(rawValue: 1 << 42)
    /// A governor of durations: لمدة, طوال, مدى, خلال.
    static let lasting = Flags(rawValue: 1 << 43)
    /// عند, تمام: may stand before a clock time.
    static let atHour = Flags(rawValue: 1 << 44)
    /// Months only with more evidence than others: مارس the verb, آب "returned", رمضان the name.
    static let doubtfulMonth = Flags(rawValue: 1 << 45)
    /// المبارك, الكريم behind Hijri months.
    static let blessing = Flags(rawValue: 1 << 46)
    /// صلاة, سوق, جريدة: the weekday behind it is a name.
    static let namedAfterWeekday = Flags(rawValue: 1 << 47)
    static let weekPart = Flags(rawValue: 1 << 48)
    static let oneWord = Flags(rawValue: 1 << 49)
    /// مضت, خلت: behind a quantity.
    static let passed = Flags(rawValue: 1 << 50)
    /// الليلة, البارحة, اليوم and their like stand for a day themselves.
    static let tonight = Flags(rawValue: 1 << 51)
    static let lastNight = Flags(rawValue: 1 << 52)
    /// مرة, مرتين: may stand before the period of a set.
    static let times = Flags(rawValue: 1 << 53)
    static let or = Flags(rawValue: 1 << 54)
    static let date = Flags(rawValue: 1 << 55)
    static let period = Flags(rawValue: 1 << 56)
    static let pm = Flags(rawValue: 1 << 57)
    static let am = Flags(rawValue: 1 << 58)
    static let only = Flags(rawValue: 1 << 59)
    /// الآخر, the second of two Hijri months.
    static let hijriSecond = Flags(rawValue: 1 << 60)
    /// الفصل, a quarter of a year where a year follows.
    static let term = Flags(rawValue: 1 << 61)
    /// «الـ» before a number in digits.
    static let articleAlone = Flags(rawValue: 1 << 62)
    /// الربعين.
    static let dualPart = Flags(rawValue: 1 << 63)

    /// What may begin an expression.
    static let beginnings: Flags = [
      .yearHead, .dualYearHead, .monthHead, .dayHead, .hijriOwner, .every, .clockHead,
      .demonstrative, .sameBefore, .firstWord, .secondWord, .lastWord, .half, .quarter, .third,
      .term, .before, .after, .since, .yesterday, .tomorrow, .tonight, .articleAlone,
      .eleventh,
    ]
  }

  /// The form of a unit decides what number it goes with.
  enum Form: UInt8, Sendable {
    case singular, dual, plural, theSingular, theDual, thePlural
  }

  /// Where from the reference or the context a time lies.
  enum Deictic: UInt8, Sendable {
    case past, current, next
    /// نفسه: that of the expression before.
    case same
    /// التالي, السابق: from the expression before.
    case following, preceding
    /// الأخير: bounds a quantity, names no single time.
    case last
  }

  var flags: Flags = []
  /// A Gregorian month, 1 to 12.
  var month: UInt8 = 0
  /// A Hijri month, 1 to 12.
  var hijriMonth: UInt8 = 0
  /// The months of تشرين or كانون, by the ordinal behind.
  var pair: (first: UInt8, second: UInt8) = (0, 0)
  /// The months of ربيع or جمادى.
  var hijriPair: (first: UInt8, second: UInt8) = (0, 0)
  /// القعدة, الحجة.
  var hijriOwned: UInt8 = 0
  /// With the article: 1 to 10, 20 to 90.
  var ordinal: UInt8 = 0
  /// A number in words: 1 to 10, 20 to 90, 100 to 900, 1000, 2000.
  var cardinal: UInt16 = 0
  /// الخمس, العشرين: a number in words with the article.
  var definiteCardinal: UInt8 = 0
  var unit: TimeUnit?
  var form = Form.singular
  /// 1 is Monday.
  var weekday: UInt8 = 0
  /// جمعة, أحد: without the article.
  var indefiniteWeekday: UInt8 = 0
  var position: Timex.Modifier?
  var deictic: Deictic?
  /// الماضيين: behind a dual.
  var isDualDeictic = false
  var season: Season?
  /// مساء before a date.
  var dayPart: DayPart?
  /// المساء, behind a demonstrative.
  var definiteDayPart: DayPart?
  /// صباحًا behind an hour or a date.
  var adverbialDayPart: DayPart?
  /// سنويًا.
  var adverb: Period?
  /// 20 to 90: عشرينيات.
  var decade: UInt8 = 0
  /// Whether the decade's name has the article.
  var isDefiniteDecade = false

  static let none = TemporalWord()

  /// Whether an expression may begin with the word.
  var mayBegin: Bool {
    has(.beginnings) || month > 0 || hijriMonth > 0 || pair.first > 0 || hijriPair.first > 0
      || ordinal > 0 || cardinal > 0 || definiteCardinal > 0 || unit != nil || weekday > 0
      || position != nil || season != nil || dayPart != nil || adverb != nil || decade > 0
  }

  func has(_ flags: Flags) -> Bool { !self.flags.isDisjoint(with: flags) }
}

/// A number of units.
struct Period: Hashable, Sendable {
  var count: Int
  var unit: TimeUnit
}

/// A part of the day, by its code in values.
enum DayPart: String, Hashable, Sendable {
  case morning = "TMO"
  case midday = "TMI"
  case afternoon = "TAF"
  case evening = "TEV"
  case night = "TNI"
  /// Written `TMO` too, but before sunrise.
  case dawn = "dawn"

  var code: String { self == .dawn ? "TMO" : rawValue }

  /// The hour from 0 to 23 that a clock of twelve hours means in this part of the day.
  func hour(_ hour: Int) -> Int {
    switch self {
    case .morning, .dawn: hour == 12 ? 0 : hour
    case .midday: hour >= 10 ? hour : hour + 12
    case .afternoon, .evening: hour < 12 ? hour + 12 : hour
    case .night: hour == 12 ? 0 : hour < 6 ? hour : hour < 12 ? hour + 12 : hour
    }
  }
}

/// A unit of time that is counted, or that a day of today lies in.
enum TimeUnit: Hashable, Sendable {
  case second, minute, hour, day, week, month, year, decade, century

  /// A number of them as an ISO 8601 duration; decades and centuries in years.
  func duration(_ count: Int) -> String {
    switch self {
    case .second: "PT\(count)S"
    case .minute: "PT\(count)M"
    case .hour: "PT\(count)H"
    case .day: "P\(count)D"
    case .week: "P\(count)W"
    case .month: "P\(count)M"
    case .year: "P\(count)Y"
    case .decade: "P\(count * 10)Y"
    case .century: "P\(count * 100)Y"
    }
  }

  /// A number of them and a half, or `nil` where half a unit is no number of smaller ones.
  func durationAndHalf(_ count: Int) -> String? {
    switch self {
    case .minute: return count == 0 ? "PT30S" : "PT\(count)M30S"
    case .hour: return count == 0 ? "PT30M" : "PT\(count)H30M"
    case .day: return count == 0 ? "PT12H" : "P\(count)DT12H"
    case .month: return count == 0 ? "P15D" : "P\(count)M15D"
    case .year: return count == 0 ? "P6M" : "P\(count)Y6M"
    case .decade: return "P\(count * 10 + 5)Y"
    case .century: return "P\(count * 100 + 50)Y"
    case .second, .week: return nil
    }
  }

  /// A quarter of one unit.
  var quarter: String? {
    switch self {
    case .hour: "PT15M"
    case .century: "P25Y"
    case .year: "P3M"
    default: nil
    }
  }

  /// Whether it counts parts of a day.
  var isOfClock: Bool { self == .second || self == .minute || self == .hour }
}

/// A season, by its code in values.
enum Season: String, Hashable, Sendable {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"

  /// The month it begins in.
  var firstMonth: Int {
    switch self {
    case .spring: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    }
  }
}
