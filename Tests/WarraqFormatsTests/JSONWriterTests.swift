import Foundation
import Testing
import WarraqFormats
import WarraqTestSupport

@Suite("JSON writer")
struct JSONWriterTests {
  /// What a writer makes of one string.
  private func written(_ string: String) -> String {
    var json = JSONWriter()
    json.string(string)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    "Only what RFC 8259 demands is escaped",
    arguments: [
      ("", #""""#), ("قال: «نعم»", #""قال: «نعم»""#), ("a\"b\\c/d", #""a\"b\\c/d""#),
      ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
      ("\u{2028}\u{FEFF}😀", "\"\u{2028}\u{FEFF}😀\""),
    ])
  func escapes(input: String, expected: String) {
    #expect(written(input) == expected)
  }

  @Test("Commas stand between members and elements only")
  func commas() {
    var json = JSONWriter()
    json.beginObject()
    json.key("a")
    json.beginArray()
    json.integer(1)
    json.integer(-20)
    json.beginObject()
    json.endObject()
    json.beginArray()
    json.endArray()
    json.endArray()
    json.field("b", String?.none)
    json.field("c", 3)
    json.key("d")
    json.number(0.97)
    json.key("e")
    json.raw(Array("[1, 2]".utf8)[...])
    json.endObject()
    json.endLine()
    json.null()
    let expected = #"{"a":[1,-20,{},[]],"b":null,"c":3,"d":0.97,"e":[1, 2]}"# + "\nnull"
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
  }

  @Test("Numbers", arguments: [0, 7, -7, 10, 1_234_567_890, Int.max, Int.min])
  func integers(value: Int) {
    var json = JSONWriter()
    json.integer(value)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(value))
  }

  @Test("Foundation reads back every string that is written")
  func roundTrip() throws {
    let alphabet = Array("\u{0}\u{1}\n\r\t\"\\/ aبة\u{64B}\u{200F}\u{2028}😀\u{FFFD}".unicodeScalars)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var string = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        string.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      let text = String(string)
      let parsed = try JSONSerialization.jsonObject(
        with: Data(written(text).utf8), options: .fragmentsAllowed)
      let read = try #require(parsed as? String)
      #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }
  }
}
