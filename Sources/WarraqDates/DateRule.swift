/// A rule of the date extractor, by the name that records carry as evidence.
public struct DateRule: Hashable, Sendable {
  /// Its name, for example `gregorian.day-month-year`.
  public let id: String
  /// What it finds, and what it refuses.
  public let summary: String
  /// Sentences with an expression that it finds, marked by brackets.
  public let examples: [String]
  /// Sentences in which it must find nothing.
  public let counterexamples: [String]

  private init(
    _ id: String, _ summary: String, examples: [String], counterexamples: [String] = []
  ) {
    self.id = id
    self.summary = summary
    self.examples = examples
    self.counterexamples = counterexamples
  }

  /// Rules are told apart by their names.
  public static func == (left: DateRule, right: DateRule) -> Bool { left.id == right.id }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension DateRule {
  /// A day, a month and a year; the month may have two names, the day may be in words.
  static let dayMonthYear = DateRule(
    "gregorian.day-month-year", "Day, month name and year, a weekday before them included.",
    examples: [
      "نُشر في [22 نوفمبر، 2018]", "[يوم الأحد، 5 مايو 1991]", "في [الرابع عشر من نيسان/أبريل 2019]",
      "في [14آب 2003]", "في [٢ كانون الثاني (يناير) ١٩٨٠م]",
    ],
    counterexamples: ["31 جنديًا في نوفمبر", "رفع 30 مايوهًا"])

  /// A day and a month without a year, resolved against the reference date.
  static let dayMonth = DateRule(
    "gregorian.day-month", "Day and month name; the year is unknown until resolved.",
    examples: ["وقع ذلك في [5 يونيو]", "ثورة [25 يناير]"])

  /// A month and a year.
  static let monthYear = DateRule(
    "gregorian.month-year", "Month name and year, «شهر» and position words included.",
    examples: [
      "في [نوفمبر 2018]", "منذ [شهر تموز 1994]", "في [أواخر آذار/ مارس 2015]",
      "خلال [مايو] و[يونيو 1992]",
    ],
    counterexamples: ["مارس الضغط على 2018 شركة"])

  /// A month without a year, governed by a temporal word; only with a reference date.
  static let month = DateRule(
    "gregorian.month", "Month name alone; reported only where a reference date gives its year.",
    examples: [])

  /// A year with evidence that it is one.
  static let year = DateRule(
    "gregorian.year", "A four-digit year with a head noun, an era mark or a temporal governor.",
    examples: [
      "في [عام 1997]", "منذ [2011]؟ لا، منذ [العام 2012]", "وحتى [2030]", "في [عامي 1985] و[1990]",
      "موازنة ل[لعام 1988]", "القرار 1701 ([2006])", "[أواخر 1991]", "[سنة 480 ق.م]",
    ],
    counterexamples: [
      "القرار رقم 2036", "نحو 2000 مقاتل", "في 1950 طنًا", "المادة 1949", "بلغ العدد 2018",
      "رأي عام 50 دولة",
    ])

  /// A date in digits.
  static let numeric = DateRule(
    "gregorian.numeric", "Digits only, day first, or year first where the first field has four.",
    examples: [
      "في [3/1/2021]", "بتاريخ [2021-03-03]", "في [5.11.2018]", "[يوم الاثنين 3/مارس/2021]",
    ],
    counterexamples: ["النتيجة 3/1", "في 31/2/2021", "الإصدار 2.0.1"])

  /// A range of days, months or years written as one phrase.
  static let range = DateRule(
    "gregorian.range", "A range is one expression, from its first to its last temporal word.",
    examples: [
      "من [3–8 آب 1995]", "بين [عامي 1985 و1990]", "من [1963 إلى 1968]", "([2015-2018])",
      "([29 إبريل - 5 مايو 2024])", "من [نيسان إلى حزيران 2020]",
    ],
    counterexamples: ["الهاتف 2015-3018"])

  /// A Hijri date with the sign هـ or with the name of a Hijri month and a year.
  static let hijri = DateRule(
    "hijri.date", "A Hijri day, month or year; its value is the Gregorian day or interval.",
    examples: ["في [١٢ رمضان ١٤٤٥هـ]", "[رجب 1442هـ]", "في [عام 1445هـ]", "([17 / 4 / 1436 هـ])"],
    counterexamples: ["في رمضان وشعبان", "وقال رجب طيب"])

  /// A time told from the day of writing, or from an expression before it.
  static let relative = DateRule(
    "time.relative",
    "Told from the reference date: «العام الماضي», «مارس المقبل», «قبل ستة أشهر»; «العام نفسه» from "
      + "the year mentioned last. Left out where there is none.",
    examples: [])

  /// A quantity of time.
  static let duration = DateRule(
    "time.duration", "A number and a unit of time, or a unit in the dual.",
    examples: [
      "دام [ستة أشهر]", "خلال [السنوات الخمس المقبلة]", "بعد [عامين] من الحرب", "منذ ذلك بنحو [36 عامًا]",
      "استغرق [شهرًا واحدًا]", "عمره [ستة وثلاثون عامًا]", "خلال [العقدين الماضيين]",
      "دام [عقدًا ونصف العقد]", "خلال [الأربعين سنة الماضية]",
    ],
    counterexamples: ["في الأيام الأولى", "رأي عام واسع", "عقد الاجتماع", "السنوات المقبلة"])

  /// A time that comes again.
  static let set = DateRule(
    "time.set",
    "«كل» and a unit, a quantity or a weekday; a day or month «من كل عام»; adverbs of units.",
    examples: [
      "[كل ثلاثة أشهر]", "ينشر [سنويًا]", "تعقد [كل جمعة]", "[كل عام]", "[18 ديسمبر من كل عام]",
    ],
    counterexamples: ["كل دولة", "كل أحداث البلد"])

  /// A quarter, half or season of a year.
  static let partOfYear = DateRule(
    "time.part-of-year", "A quarter, half or season with its year.",
    examples: ["في [الربع الأول من 2024]", "خلال [النصف الثاني من عام 2019]", "في [خريف 1998]"],
    counterexamples: ["الربع الأول من الجدول", "ربيع الثورات", "سجل في النصف الثاني"])

  /// A decade.
  static let decade = DateRule(
    "time.decade", "A decade by its name, with or without its century.",
    examples: ["في [سبعينيات القرن الماضي]", "منذ [مطلع التسعينيات]"],
    counterexamples: ["في العقود الأخيرة"])

  /// A century.
  static let century = DateRule(
    "time.century", "A century by its number, before or after the common era, or Hijri.",
    examples: ["في [القرن التاسع عشر]", "من [القرن الخامس قبل الميلاد]", "[منتصف القرن العشرين]"],
    counterexamples: ["القرن الأفريقي", "منذ قرون"])

  /// A part of a day with its date.
  static let partOfDay = DateRule(
    "time.part-of-day", "A part of the day before its date.",
    examples: ["[مساء الثلاثاء 19 نوفمبر 2024]", "[فجر 12 يناير 2024]"],
    counterexamples: ["في مساء هادئ"])

  /// A time of the clock.
  static let clock = DateRule(
    "time.clock",
    "«الساعة» and the hour; without it an hour with a part of the day, in a range or behind حتى.",
    examples: [
      "[الساعة الثامنة مساءً]", "عند [الساعة 10:30 صباحًا]", "من [السابعة صباحًا إلى الرابعة عصرًا]",
    ],
    counterexamples: ["حتى الساعة لم يرد"])

  /// Every rule.
  public static let all: [DateRule] = [
    dayMonthYear, dayMonth, monthYear, month, year, numeric, range, hijri, relative, duration,
    set, partOfYear, decade, century, partOfDay, clock,
  ]
}
