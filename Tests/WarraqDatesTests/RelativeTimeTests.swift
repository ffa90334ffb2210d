import Testing
import WarraqAnalysis
import WarraqText

@testable import WarraqDates

/// Values told from a reference day, computed by hand from the contract; the day is a Wednesday.
@Suite("Times told from the day of writing")
struct RelativeTimeTests {
  private func found(_ string: String, reference: String? = "2024-05-15") -> [String] {
    let text = SourceText(string)
    let timexes = DateResolver.resolve(
      DateExtractor().annotate(AnalyzedText(text)),
      reference: reference.flatMap { ReferenceDate($0) })
    return timexes.map { timex in
      let modifier = timex.modifier.map { "~" + $0.rawValue } ?? ""
      return "\(timex.kind.rawValue) \(timex.value)\(modifier) \(text[timex.range])"
    }
  }

  @Test(
    "Units",
    arguments: [
      ("تراجع في العام الماضي.", "DATE 2023 العام الماضي"),
      ("والسنة المقبلة", "DATE 2025 السنة المقبلة"),
      ("خلال هذا العام", "DATE 2024 هذا العام"),
      ("في نهاية العام الجاري", "DATE 2024~END نهاية العام الجاري"),
      ("الشهر الماضي", "DATE 2024-04 الشهر الماضي"),
      ("في الشهر المقبل", "DATE 2024-06 الشهر المقبل"),
      ("الأسبوع الماضي", "DATE 2024-W19 الأسبوع الماضي"),
      ("بالأسبوع المقبل", "DATE 2024-W21 الأسبوع المقبل"),
      ("أواخر العقد الماضي", "DATE 201X~END أواخر العقد الماضي"),
      ("منذ القرن الماضي", "DATE 19XX القرن الماضي"),
      ("أعلن أمس", "DATE 2024-05-14 أمس"),
      ("قبل ستة أعوام", "DATE 2018 قبل ستة أعوام"),
      ("ومنذ ثلاثة أشهر", "DATE 2024-02 منذ ثلاثة أشهر"),
      ("بعد أسبوعين", "DATE 2024-W22 بعد أسبوعين"),
      ("قبل 20 عامًا", "DATE 2004 قبل 20 عامًا"),
      ("قبل عشرة أيام", "DATE 2024-05-05 قبل عشرة أيام"),
      ("بعد شهرين من الاتفاق", "DURATION P2M شهرين"),
    ])
  func units(text: String, expected: String) {
    #expect(found(text) == [expected])
  }

  @Test(
    "Months, days, weekdays, seasons",
    arguments: [
      ("مارس الماضي", "DATE 2024-03 مارس الماضي"),
      ("في مايو الماضي", "DATE 2023-05 مايو الماضي"),
      ("في أيار/مايو المقبل", "DATE 2025-05 أيار/مايو المقبل"),
      ("شهر مايو الجاري", "DATE 2024-05 شهر مايو الجاري"),
      ("15 أبريل الماضي", "DATE 2024-04-15 15 أبريل الماضي"),
      ("15 مايو الماضي", "DATE 2023-05-15 15 مايو الماضي"),
      ("في الأول من يونيو المقبل", "DATE 2024-06-01 الأول من يونيو المقبل"),
      ("ديسمبر من العام الماضي", "DATE 2023-12 ديسمبر من العام الماضي"),
      ("السادس من الشهر الجاري", "DATE 2024-05-06 السادس من الشهر الجاري"),
      ("السادس عشر من الشهر الماضي", "DATE 2024-04-16 السادس عشر من الشهر الماضي"),
      ("الأحد الماضي", "DATE 2024-05-12 الأحد الماضي"),
      ("الأربعاء الماضي", "DATE 2024-05-08 الأربعاء الماضي"),
      ("يوم الأربعاء المقبل", "DATE 2024-05-22 يوم الأربعاء المقبل"),
      ("يوم الثلاثاء", "DATE 2024-05-14 يوم الثلاثاء"),
      ("مساء الثلاثاء الماضي", "TIME 2024-05-14TEV مساء الثلاثاء الماضي"),
      ("الصيف المقبل", "DATE 2024-SU الصيف المقبل"),
      ("الربيع الماضي", "DATE 2023-SP الربيع الماضي"),
      ("الخريف الماضي", "DATE 2023-FA الخريف الماضي"),
      ("الربع الأول من العام الجاري", "DATE 2024-Q1 الربع الأول من العام الجاري"),
      ("صيف العام الماضي", "DATE 2023-SU صيف العام الماضي"),
      ("شوال الماضي", "DATE 2024-04-10/2024-05-08 شوال الماضي"),
    ])
  func months(text: String, expected: String) {
    #expect(found(text) == [expected])
  }

  @Test("The year and the month mentioned last")
  func context() {
    #expect(
      found("في مارس 2018 ثم في ديسمبر من العام نفسه")
        == ["DATE 2018-03 مارس 2018", "DATE 2018-12 ديسمبر من العام نفسه"])
    #expect(
      found("عام 2006 وفي أواخر العام نفسه")
        == ["DATE 2006 عام 2006", "DATE 2006~END أواخر العام نفسه"])
    #expect(
      found("في 2 آب 2023 والسادس عشر من الشهر نفسه", reference: nil)
        == ["DATE 2023-08-02 2 آب 2023", "DATE 2023-08-16 السادس عشر من الشهر نفسه"])
  }

  @Test("Without a reference nothing is told from the day of writing; the rest stays")
  func withoutReference() {
    #expect(found("العام الماضي وقبل عامين ومارس المقبل والأحد الماضي", reference: nil).isEmpty)
    #expect(
      found("في 5 يونيو وخلال ستة أشهر", reference: nil)
        == ["DATE XXXX-06-05 5 يونيو", "DURATION P6M ستة أشهر"])
  }

  @Test(
    "Values that need no reference",
    arguments: [
      ("ثماني سنوات", "DURATION P8Y ثماني سنوات"),
      ("خمسة عشر عامًا", "DURATION P15Y خمسة عشر عامًا"),
      ("أحد عشر شهرًا", "DURATION P11M أحد عشر شهرًا"),
      ("اثنين وعشرين يومًا", "DURATION P22D اثنين وعشرين يومًا"),
      ("ثلاثة عقود", "DURATION P30Y ثلاثة عقود"),
      ("٣٤ عامًا", "DURATION P34Y ٣٤ عامًا"),
      ("40 ساعة", "DURATION PT40H 40 ساعة"),
      ("السنوات العشر الماضية", "DURATION P10Y السنوات العشر الماضية"),
      ("كل أسبوعين", "SET P2W كل أسبوعين"),
      ("أسبوعيًا", "SET P1W أسبوعيًا"),
      ("كل ثلاثاء", "SET XXXX-WXX-2 كل ثلاثاء"),
      ("الربع الأخير من 2025", "DATE 2025-Q4 الربع الأخير من 2025"),
      ("ربيع ١٩٧٥", "DATE 1975-SP ربيع ١٩٧٥"),
      ("ربيع الأول 1445هـ", "DATE 2023-09-16/2023-10-15 ربيع الأول 1445هـ"),
      ("ستينيات القرن الماضي", "DATE 196X ستينيات القرن الماضي"),
      ("تسعينيات القرن العشرين", "DATE 199X تسعينيات القرن العشرين"),
      ("عشرينيات القرن الحالي", "DATE 202X عشرينيات القرن الحالي"),
      ("القرن السابع عشر", "DATE 16XX القرن السابع عشر"),
      ("القرن الحادي والعشرين", "DATE 20XX القرن الحادي والعشرين"),
      ("القرن الخامس قبل الميلاد", "DATE -04XX القرن الخامس قبل الميلاد"),
      ("الساعة الثانية عشرة ظهرًا", "TIME T12:00 الساعة الثانية عشرة ظهرًا"),
      ("الساعة 10:30 صباحًا", "TIME T10:30 الساعة 10:30 صباحًا"),
    ])
  func absolute(text: String, expected: String) {
    #expect(found(text, reference: nil) == [expected])
  }

  @Test(
    "Words that are no times",
    arguments: [
      "رأي عام واسع", "الأمين العام للحزب", "وقع العقد مع الشركة", "كل عقد يوقع", "الربع الخالي",
      "في القرن الأفريقي", "ربيع العرب", "حتى الساعة", "سنوات طويلة", "عصر النهضة", "فجر الإسلام",
      "كل أحد منهم يعرف", "الأحد الفاصل", "بعد العام", "النصف الثاني من المباراة", "أول من أمسك",
    ])
  func traps(text: String) {
    #expect(found(text).isEmpty, "\(found(text))")
  }

  @Test("Days count through leap years and weeks as ISO 8601 says")
  func dayNumbers() {
    #expect(DayNumber.iso(DayNumber.of(2024, 2, 28) + 1) == "2024-02-29")
    #expect(DayNumber.iso(DayNumber.of(2023, 12, 31) + 1) == "2024-01-01")
    #expect(DayNumber.isoWeek(DayNumber.of(2021, 1, 3)) == "2020-W53")
    #expect(DayNumber.isoWeek(DayNumber.of(2024, 12, 30)) == "2025-W01")
    for day in stride(from: DayNumber.of(1600, 1, 1), to: DayNumber.of(2400, 1, 1), by: 97) {
      let fields = DayNumber.iso(day).split(separator: "-").compactMap { Int($0) }
      #expect(DayNumber.of(fields[0], fields[1], fields[2]) == day)
    }
  }
}
