import Testing
import WarraqAnalysis
import WarraqText

@testable import WarraqDates

/// The text with brackets around each expression.
private func bracketed(_ string: String, reference: ReferenceDate? = nil) -> String {
  let text = SourceText(string)
  let timexes = DateResolver.resolve(
    DateExtractor().annotate(AnalyzedText(text)), reference: reference)
  var result = ""
  var position = UTF8Offset(0)
  for timex in timexes {
    result += text[position..<timex.range.lowerBound] + "[" + text[timex.range] + "]"
    position = timex.range.upperBound
  }
  return result + text[position..<text.range.upperBound]
}

/// The values in a text, joined by spaces, with modifiers after `~`.
private func values(_ string: String, reference: ReferenceDate? = nil) -> String {
  let timexes = DateResolver.resolve(
    DateExtractor().annotate(AnalyzedText(SourceText(string))), reference: reference)
  return timexes.map { $0.value + ($0.modifier.map { "~" + $0.rawValue } ?? "") }
    .joined(separator: " ")
}

@Suite("Date rules")
struct DateRuleTests {
  @Test("Every rule finds its examples", arguments: DateRule.all)
  func examples(_ rule: DateRule) {
    for example in rule.examples {
      let plain = example.replacing("[", with: "").replacing("]", with: "")
      #expect(bracketed(plain) == example)
    }
  }

  @Test("Every rule refuses its counterexamples", arguments: DateRule.all)
  func counterexamples(_ rule: DateRule) {
    for example in rule.counterexamples {
      #expect(bracketed(example) == example)
    }
  }

  @Test(
    "Values",
    arguments: [
      ("22 نوفمبر، 2018", "2018-11-22"),
      ("الأحد، 5 مايو 1991", "1991-05-05"),
      ("14 تشرين الأول 2021", "2021-10-14"),
      ("٣ كانون الثاني/يناير ١٩٨٠م", "1980-01-03"),
      ("كانون 2 2005", "2005-01"),
      ("12 غشت 2011 و3 شتنبر 2012 و7 دجنبر 2013", "2011-08-12 2012-09-03 2013-12-07"),
      ("في ابريل 2017 وإبريل 2018 وأبريل 2019", "2017-04 2018-04 2019-04"),
      ("اغسطس ۲۰۱۸", "2018-08"),
      ("الرابع عشر من نيسان 2019", "2019-04-14"),
      ("الحادي والعشرين من آذار 2003", "2003-03-21"),
      ("تموز (يوليو) 2006", "2006-07"),
      ("أواخر عام 1991", "1991~END"),
      ("منتصف مارس 2020", "2020-03~MID"),
      ("3/1/2021", "2021-01-03"),
      ("2021/3/3", "2021-03-03"),
      ("31-12-1999", "1999-12-31"),
      ("29 إبريل - 5 مايو 2024", "2024-04-29/2024-05-05"),
      ("3–8 آب 1995", "1995-08-03/1995-08-08"),
      ("من 3 إلى 8 آب 1995", "1995-08-03/1995-08-08"),
      ("بين عامي 2011 و2019", "2011/2019"),
      ("عامي 2011 و2019", "2011 2019"),
      ("من 1963 إلى 1968", "1963/1968"),
      ("من عام 2003 حتى عام 2011", "2003/2011"),
      ("خلال 1914–1918", "1914/1918"),
      ("من نيسان إلى حزيران 2020", "2020-04/2020-06"),
      ("من ديسمبر إلى فبراير 2020", "2019-12/2020-02"),
      ("موسم 2018/2019", "2018/2019"),
      ("في مايو ويونيو 1992", "1992-05 1992-06"),
      ("يومي 5 و6 مايو 2020", "2020-05-05 2020-05-06"),
      ("أعوام 2010 و2012 و2015", "2010 2012 2015"),
      ("480 ق.م", "-0479"),
      ("في عام 622م", "0622"),
      ("12 رمضان 1445هـ", "2024-03-22"),
      ("رمضان 1445هـ", "2024-03-11/2024-04-09"),
      ("17 / 4 / 1436 هـ", "2015-02-06"),
      ("1 محرم 1446", "2024-07-07"),
      ("معرض الكتاب 2024", "2024"),
      ("ثورة 25 يناير", "XXXX-01-25"),
      ("(2006)", ""),
      ("قبل 2010", "2010"),
      ("نحو عام 1900", "1900~APPROX"),
      ("في 30 فبراير 2020 ثم 29 فبراير 2019", ""),
      ("في مايو الماضي", ""), ("يوم 10 مايو المقبل", ""), ("نوفمبر من العام نفسه", ""),
      ("يوم 5 حزيران 67", "1967-06-05"),
      ("5 مايو 2020 إلى 7 يونيو", "2020-05-05/2020-06-07"),
      ("من 15 يناير 2015 وحتى 3 مارس 2016", "2015-01-15/2016-03-03"),
      ("بين 2015 وحتى 2018", "2015/2018"),
      ("خلال 1445-1446هـ", "2023-07-19/2025-06-25"),
      ("كانون ثاني 2021 وتشرين أول 2020", "2021-01 2020-10"),
      ("أول مايو 2020", "2020-05-01"),
      ("العدد 7 – 12 تشرين الأول/أكتوبر 2016", "2016-10-12"),
    ])
  func values(_ input: String, _ expected: String) {
    #expect(Self.normalized(input) == expected, "\(input)")
  }

  private static func normalized(_ input: String) -> String {
    WarraqDatesTests.values(input)
  }

  @Test(
    "Against a reference date",
    arguments: [
      ("في 5 يونيو", "2018-06-05"), ("في 3 يناير", "2019-01-03"), ("في ديسمبر", "2018-12"),
      ("وقع في آذار", "2019-03"),
    ])
  func reference(_ input: String, _ expected: String) throws {
    let reference = try #require(ReferenceDate("2018-11-22"))
    #expect(WarraqDatesTests.values(input, reference: reference) == expected)
  }

  @Test(
    "Not dates",
    arguments: [
      "المادة 1949 من القانون", "القرار رقم 2036", "بلغ العدد 2018 شخصًا", "في 1950 طنًا",
      "أكثر من 2000", "من 250 إلى 500 عنصر", "صفحة 1998", "يمارس الضغط", "مارس الضغط",
      "رأي عام", "آب إلى بلده", "هاتف 2015-3018", "15%", "1.5.2", "192.168.1.2000",
      "5/11", "التقى رمضان وشعبان", "نهاية الأمر", "يوم الأحد",
      "الرمز 9999-07-13ه",
    ])
  func traps(_ input: String) {
    #expect(WarraqDatesTests.values(input).isEmpty)
  }

  @Test("Reference dates are checked")
  func referenceDates() {
    #expect(ReferenceDate("2018-11-22")?.description == "2018-11-22")
    #expect(ReferenceDate("2018-11-22T10:00:00Z")?.description == "2018-11-22")
    for bad in ["2018-11", "2018-13-01", "2018-02-30", "22-11-2018", "", "2018-1-1", "٢٠١٨-١١-٢٢"] {
      #expect(ReferenceDate(bad) == nil)
    }
  }

  @Test("Long runs of triggers end, with spans inside the text")
  func adversarial() {
    for unit in ["5 ", "و5 ", "2018 ", "2018 و", "مايو و", "نيسان/", "عام ", "1-", "مطلع "] {
      let text = SourceText(String(repeating: unit, count: 2_000))
      for timex in DateExtractor().annotate(AnalyzedText(text)) {
        #expect(timex.range.upperBound.value <= text.count)
      }
    }
  }
}
