import Foundation
import Testing

@Suite("warraq dates --format timex3")
struct TimeMLTests {
  @Test("Expressions are elements of the text; a range has two ends and a duration")
  func elements() throws {
    let input = "<أعلن> في 5 مايو 2020 ثم استمر من 1963 إلى 1968 & انتهى في أواخر 1991."
    let result = try Tool.run(["dates", "--format", "timex3", "-"], input: Data(input.utf8))
    #expect(result.code == 0)
    let text = result.text
    #expect(
      text.contains("<TEXT>&lt;أعلن&gt; في <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2020-05-05\">"))
    #expect(
      text.contains(
        "<TIMEX3 tid=\"t2\" type=\"DATE\" value=\"1963\">1963 إلى 1968</TIMEX3>"
          + "<TIMEX3 tid=\"t3\" type=\"DATE\" value=\"1968\"/>"
          + "<TIMEX3 tid=\"t4\" type=\"DURATION\" value=\"PXY\" beginPoint=\"t2\" endPoint=\"t3\"/> &amp; "
      ))
    #expect(
      text.contains(
        "<TIMEX3 tid=\"t5\" type=\"DATE\" value=\"1991\" mod=\"END\">أواخر 1991</TIMEX3>.</TEXT>"))
  }
}
