extension DateRule {
  private static let calendarDates = "ISO 8601-1, calendar dates; TimeML TIMEX3, DATE"
  private static let relativeDates = "TimeML TIMEX3, DATE, anchored by its document's creation time"

  /// In the order of the cases.
  static let definitions: [Definition] = [
    Definition(
      id: "gregorian.day-month-year",
      summary: "Day, month name and year, a weekday before them included.",
      source: calendarDates,
      examples: [
        "نُشر في [22 نوفمبر، 2018]", "[يوم الأحد، 5 مايو 1991]",
        "في [الرابع عشر من نيسان/أبريل 2019]", "في [14آب 2003]",
        "في [٢ كانون الثاني (يناير) ١٩٨٠م]", "[3 شباط] و[17 آذار 2016]",
        "[آخر يوم من فبراير 2020]",
      ],
      counterexamples: ["31 جنديًا في نوفمبر", "رفع 30 مايوهًا", "في 30 فبراير 2020"]),
    Definition(
      id: "gregorian.day-month",
      summary: "Day and month name; the year is unknown until resolved.", source: calendarDates,
      examples: ["وقع ذلك في [5 يونيو]", "ثورة [25 يناير]"]),
    Definition(
      id: "gregorian.month-year",
      summary: "Month name and year, «شهر» and position words included.", source: calendarDates,
      examples: [
        "في [نوفمبر 2018]", "منذ [شهر تموز 1994]", "في [أواخر آذار/ مارس 2015]",
        "خلال [مايو] و[يونيو 1992]", "في [نوفمبر تشرين الثاني 2001]",
      ],
      counterexamples: ["مارس الضغط على 2018 شركة"]),
    Definition(
      id: "gregorian.month",
      summary: "Month name alone; reported only where a reference date gives its year.",
      source: relativeDates, examples: [], counterexamples: ["تزوجت مي", "آب إلى بلده"]),
    Definition(
      id: "gregorian.year",
      summary: "A four-digit year with a head noun, an era mark or a temporal governor.",
      source: "ISO 8601-1, years; ISO 8601-2, signed years",
      examples: [
        "في [عام 1997]", "منذ [2011]؟ لا، منذ [العام 2012]", "وحتى [2030]",
        "في [عامي 1985] و[1990]", "موازنة ل[لعام 1988]", "القرار 1701 ([2006])",
        "[أواخر 1991]", "[سنة 480 ق.م]", "في [عام ألفين وأحد عشر]", "حرب [عام 67]",
      ],
      counterexamples: [
        "القرار رقم 2036", "نحو 2000 مقاتل", "في 1950 طنًا", "المادة 1949", "بلغ العدد 2018",
        "رأي عام 50 دولة", "بوجه عام 1500 أسرة",
      ]),
    Definition(
      id: "gregorian.numeric",
      summary: "Digits only, day first, or year first where the first field has four.",
      source: calendarDates,
      examples: [
        "في [3/1/2021]", "بتاريخ [2021-03-03]", "في [5.11.2018]", "[يوم الاثنين 3/مارس/2021]",
      ],
      counterexamples: ["النتيجة 3/1", "في 31/2/2021", "الإصدار 2.0.1"]),
    Definition(
      id: "gregorian.range",
      summary: "A range is one expression, from its first to its last temporal word.",
      source: "ISO 8601-1, time intervals, both ends included",
      examples: [
        "من [3–8 آب 1995]", "بين [عامي 1985 و1990]", "من [1963 إلى 1968]", "([2015-2018])",
        "([29 إبريل - 5 مايو 2024])", "من [نيسان إلى حزيران 2020]",
        "بين [ربيع 2018 وخريف 2018]", "من [السابع إلى العشرين من نوفمبر 2004]",
      ],
      counterexamples: ["الهاتف 2015-3018", "تراوح السعر بين 1950 و2010 دولارات"]),
    Definition(
      id: "hijri.date",
      summary: "A Hijri day, month or year; its value is the Gregorian day or interval.",
      source: "Umm al-Qura calendar, 1300 to 1600; the arithmetic civil calendar elsewhere",
      examples: [
        "في [١٢ رمضان ١٤٤٥هـ]", "[رجب 1442هـ]", "في [عام 1445هـ]", "([17 / 4 / 1436 هـ])",
      ],
      counterexamples: ["في رمضان وشعبان", "وقال رجب طيب"]),
    Definition(
      id: "time.relative",
      summary:
        "A unit or month told from the reference date, «العام الماضي», «مارس المقبل», or from "
        + "the expression before, «العام نفسه». Left out where there is none.",
      source: relativeDates, examples: []),
    Definition(
      id: "time.weekday",
      summary: "A weekday: the latest on or before the reference date, or as its adjective says.",
      source: relativeDates, examples: [], counterexamples: ["صلاة الجمعة", "يوم الأحد"]),
    Definition(
      id: "time.named-day", summary: "«أمس», «غدًا», «أول من أمس», «بعد غد».",
      source: relativeDates, examples: []),
    Definition(
      id: "time.distance",
      summary: "«قبل», «منذ» or «بعد» with a quantity; not where an event follows.",
      source: relativeDates, examples: [], counterexamples: ["قبل سبعة شروط", "بعد عشر محاولات"]),
    Definition(
      id: "time.duration", summary: "A number and a unit of time, or a unit in the dual.",
      source: "ISO 8601-1, durations; TimeML TIMEX3, DURATION",
      examples: [
        "دام [ستة أشهر]", "خلال [السنوات الخمس المقبلة]", "بعد [عامين] من الحرب",
        "استغرق [شهرًا واحدًا]", "عمره [ستة وثلاثون عامًا]", "خلال [العقدين الماضيين]",
        "دام [عقدًا ونصف العقد]", "خلال [الأربعين سنة الماضية]", "[ساعة ونصف]", "منذ ذلك ب[نصف قرن]",
      ],
      counterexamples: [
        "في الأيام الأولى", "رأي عام واسع", "عقد الاجتماع", "السنوات المقبلة", "مديرين عامين",
      ]),
    Definition(
      id: "time.set",
      summary:
        "«كل» and a unit, a quantity or a weekday; a day or month «من كل عام»; adverbs of units.",
      source: "TimeML TIMEX3, SET",
      examples: [
        "[كل ثلاثة أشهر]", "ينشر [سنويًا]", "تعقد [كل جمعة]", "[كل عام]", "[18 ديسمبر من كل عام]",
      ],
      counterexamples: ["كل دولة", "كل أحداث البلد"]),
    Definition(
      id: "time.part-of-year", summary: "A quarter, half or season with its year.",
      source: "TimeML TIMEX3, values of quarters, halves and seasons",
      examples: [
        "في [الربع الأول من 2024]", "خلال [النصف الثاني من عام 2019]", "في [خريف 1998]",
        "في [الربعين الأول] و[الثاني من 2022]",
      ],
      counterexamples: ["الربع الأول من الجدول", "ربيع الثورات", "سجل في النصف الثاني"]),
    Definition(
      id: "time.decade", summary: "A decade by its name, with or without its century.",
      source: "ISO 8601-1, decades",
      examples: [
        "في [سبعينيات القرن الماضي]", "منذ [مطلع التسعينيات]",
        "في [ثمانينيات] و[تسعينيات القرن العشرين]",
      ],
      counterexamples: ["في العقود الأخيرة"]),
    Definition(
      id: "time.century",
      summary: "A century by its number, before or after the common era, or Hijri.",
      source: "ISO 8601-1, centuries",
      examples: [
        "في [القرن التاسع عشر]", "من [القرن الخامس قبل الميلاد]", "[منتصف القرن العشرين]",
        "[القرن الـ19]",
      ],
      counterexamples: ["القرن الأفريقي", "منذ قرون"]),
    Definition(
      id: "time.part-of-day", summary: "A part of the day before its date or behind it.",
      source: "TimeML TIMEX3, values of parts of the day",
      examples: ["[مساء الثلاثاء 19 نوفمبر 2024]", "[فجر 12 يناير 2024]"],
      counterexamples: ["في مساء هادئ", "من حواضر هذا العصر"]),
    Definition(
      id: "time.clock",
      summary:
        "«الساعة» and the hour; without it an hour with a part of the day or in a range.",
      source: "ISO 8601-1, local time of day",
      examples: [
        "[الساعة الثامنة مساءً]", "عند [الساعة 10:30 صباحًا]",
        "من [السابعة صباحًا إلى الرابعة عصرًا]", "[5 مايو 2019 الساعة 8 مساءً]",
      ],
      counterexamples: ["حتى الساعة لم يرد", "بنتيجة 7:30 لصالح"]),
  ]
}
