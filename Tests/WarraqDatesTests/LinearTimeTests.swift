import Testing
import WarraqAnalysis
import WarraqText

@testable import WarraqDates

/// Text that begins an expression at every word, as nobody writes it.
@Suite("Dates, time of work", .serialized)
struct LinearTimeTests {
  /// The time to find the expressions of a text of so many bytes, tokens not counted.
  private func time(_ pattern: String, bytes: Int) -> Duration {
    let count = bytes / pattern.utf8.count
    let text = AnalyzedText(SourceText(String(repeating: pattern, count: count)))
    let clock = ContinuousClock()
    // The best of some runs: other work on the machine makes single ones slow.
    return (0..<3).map { _ in
      clock.measure {
        _ = DateResolver.resolve(
          DateExtractor().annotate(text), reference: ReferenceDate("2024-05-15"))
      }
    }.min() ?? .zero
  }

  /// A megabyte where the compiler has optimised; what takes as long where it has not.
  private var longest: Int {
    #if DEBUG
      1 << 14
    #else
      1 << 20
    #endif
  }

  @Test(
    "Eight times the text takes no more than some eight times as long",
    arguments: [
      "2024 ", "12/", "20241231", "ومارس ", "مارس/", "قبل قبل قبل ", "منتصف نهاية ",
      "مئة ومئة ", "بين 3 و", "السابعة صباحًا إلى ", "العام الماضي ", "(2020، ", "الأحد ",
      "7", "نوفمبر ", "5 مايو و", "القرن التاسع عشر و", "الثامنة والنصف إلى ", "ثلاثة أيام وساعة و",
    ])
  func linear(pattern: String) {
    for attempt in 1...3 {
      let short = time(pattern, bytes: longest / 8)
      let long = time(pattern, bytes: longest)
      if long < short * 24 || long < .milliseconds(20) { return }
      #expect(attempt < 3, "\(pattern): \(short) for an eighth, \(long) for all")
    }
  }
}
