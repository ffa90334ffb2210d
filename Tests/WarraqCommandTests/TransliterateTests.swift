import Foundation
import Testing

@Suite("warraq transliterate")
struct TransliterateTests {
  private let input = Data("السلام عليكم\n".utf8)

  @Test("Both directions, as text")
  func directions() throws {
    let written = try Tool.run("transliterate", "--scheme", "buckwalter", input: input)
    #expect(written.code == 0 && written.text == "AlslAm Elykm\n" && written.errors.isEmpty)
    for direction in [["--reverse"], ["--to", "arabic"], ["--reverse", "--to", "arabic"]] {
      let back = try Tool.run(
        ["transliterate", "--scheme", "buckwalter"] + direction, input: written.output)
      #expect(back.output == input && back.errors.isEmpty)
    }
    #expect(try Tool.run("transliterate", "--scheme", "icu", input: input).code == 0)
  }

  @Test("What could not be mapped goes to standard error, or into the records")
  func unmapped() throws {
    let text = Data("ژ a ژ".utf8)
    let plain = try Tool.run("transliterate", "--scheme", "hsb", input: text)
    #expect(plain.code == 0 && plain.text == "ژ a ژ")
    #expect(
      plain.errors == """
        -:1: warning: U+0698 ژ has no symbol, 2 times, first at 0
        -:1: warning: U+0061 a reads as a symbol, 1 time, first at 2

        """)
    #expect(
      try Tool.run("transliterate", "--scheme", "hsb", "--quiet", input: text).errors.isEmpty)
    let records = try Tool.run(
      "transliterate", "--scheme", "hsb", "--format", "jsonl", "--offsets", "utf8", input: text)
    #expect(records.errors.isEmpty)
    #expect(
      records.text == #"{"id":"-","text":"ژ a ژ","unmapped":["#
        + #"{"scalar":"U+0698","reason":"no-symbol","count":2,"start":0},"#
        + #"{"scalar":"U+0061","reason":"ambiguous","count":1,"start":3}]}"# + "\n")
  }

  @Test(
    "Wrong usage",
    arguments: [
      [], ["--scheme", "latin"], ["--scheme", "bgn", "--reverse"],
      ["--scheme", "icu", "--reverse", "--to", "latin"], ["--scheme", "hsb", "--to", "hebrew"],
    ])
  func usage(arguments: [String]) throws {
    let result = try Tool.run(["transliterate"] + arguments)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.errors.contains("Usage: warraq transliterate"))
  }
}
