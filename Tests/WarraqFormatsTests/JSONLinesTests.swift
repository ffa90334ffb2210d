import Foundation
import Testing
import Warraq
import WarraqTestSupport

@testable import WarraqFormats

@Suite("JSON Lines reader")
struct JSONLinesTests {
  private func read(
    _ line: String, _ reader: JSONLinesReader = JSONLinesReader()
  ) throws -> JSONLinesRecord {
    try reader.read(Array(line.utf8))
  }

  /// The error of a line that must have one.
  private func error(
    _ line: String, _ reader: JSONLinesReader = JSONLinesReader()
  ) throws -> JSONError {
    try #require(throws: JSONError.self) { try read(line, reader) }
  }

  private func text(_ record: JSONLinesRecord) -> String {
    String(decoding: record.text, as: UTF8.self)
  }

  @Test(
    "Escapes",
    arguments: [
      (#"plain نص"#, "plain نص"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#"\u0642\u0627\u0644"#, "قال"), (#"\uD83D\uDE00\ud83d\ude01"#, "😀😁"), (#"\u0000"#, "\u{0}"),
      (#"a\uD800b"#, "a\u{FFFD}b"), (#"\uDE00\uD83D"#, "\u{FFFD}\u{FFFD}"),
      (#"\uD83D\uD83D\uDE00"#, "\u{FFFD}😀"), (#"\uDBFF\uDFFF"#, "\u{10FFFF}"),
      (#"\uD83Dx"#, "\u{FFFD}x"), (#"\uD83D\n"#, "\u{FFFD}\n"),
    ])
  func escapes(content: String, expected: String) throws {
    #expect(text(try read(#"{"text":"\#(content)"}"#)) == expected)
  }

  @Test("Fields, and everything else passed on as it is")
  func fields() throws {
    let record = try read(
      #" { "k" : [1, {"a":"\u0041"}] ,"text":"نص", "id":"a/1","n":null,"f":1.50,"\u0065":"x"} "#)
    #expect(text(record) == "نص")
    #expect(record.id == "a/1")
    #expect(
      String(decoding: record.meta, as: UTF8.self)
        == #"{"k":[1, {"a":"\u0041"}],"n":null,"f":1.50,"\u0065":"x"}"#)
  }

  @Test("A carriage return in passed-on white space becomes a space")
  func carriageReturn() throws {
    let record = try read("{\"text\":\"\",\"k\":[1,\r2]}\r")
    #expect(String(decoding: record.meta, as: UTF8.self) == #"{"k":[1, 2]}"#)
  }

  @Test(
    "Ids are strings",
    arguments: [
      (#""x""#, "x"), ("7", "7"), ("-7.50e3", "-7.50e3"),
      ("12345678901234567890", "12345678901234567890"), ("null", nil), (#""""#, ""),
      (#""\u0661""#, "١"),
    ] as [(String, String?)])
  func ids(value: String, expected: String?) throws {
    let id = try read(#"{"text":"","id":\#(value)}"#).id
    #expect(id == expected)
  }

  @Test("Other names, the last of two equal ones, escaped names")
  func names() throws {
    let reader = JSONLinesReader(textField: "body", idField: "نص", referenceField: "date")
    let record = try read(
      #"{"body":"1","text":"2","bod\u0079":"3","نص":4,"date":"2024-02-29T10:00:00Z"}"#, reader)
    #expect(text(record) == "3")
    #expect(record.id == "4")
    #expect(record.reference == ReferenceDate("2024-02-29"))
    #expect(
      String(decoding: record.meta, as: UTF8.self)
        == #"{"text":"2","date":"2024-02-29T10:00:00Z"}"#)
    #expect(try read(#"{"body":"","date":null}"#, reader).reference == nil)
    #expect(
      try read(#"{"body":"","date":"2024-02-29 10:00"}"#, reader).reference
        == ReferenceDate("2024-02-29"))
    #expect(try error(#"{"body":"","date":"yesterday"}"#, reader).byteOffset == 18)
    #expect(try error(#"{"body":"","date":5}"#, reader).reason == .notADate(field: "date"))
  }

  @Test(
    "Damage is told with its place",
    arguments: [
      ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("[]", .expectedObject, 0),
      ("{", .unexpectedEnd, 1), ("{a", .expectedName, 1), (#"{"a" 1}"#, .expectedColon, 5),
      (#"{"a":}"#, .expectedValue, 5), (#"{"a":1 "b":2}"#, .expectedCommaOrEnd, 7),
      (#"{"a":1,}"#, .expectedName, 7), (#"{"text":""} x"#, .trailingCharacters, 12),
      (#"{"a":01}"#, .badNumber, 6), (#"{"a":1.}"#, .badNumber, 7),
      (#"{"a":+1}"#, .expectedValue, 5),
      (#"{"a":-}"#, .badNumber, 6), (#"{"a":1e}"#, .badNumber, 7), (#"{"a":1x}"#, .badNumber, 6),
      (#"{"a":truE}"#, .expectedValue, 8), (#"{"a":nul"#, .unexpectedEnd, 8),
      (#"{"a":"\x"}"#, .badEscape, 6), (#"{"a":"\u12G4"}"#, .badEscape, 6),
      (#"{"a":"\u12"#, .badEscape, 6), ("{\"a\":\"\t\"}", .controlCharacter, 6),
      (#"{"a":"b"#, .unexpectedEnd, 7), (#"{"a":"b\"#, .unexpectedEnd, 8),
      (#"{"a":[1,]}"#, .expectedValue, 8), (#"{"a":[1 2]}"#, .expectedCommaOrEnd, 8),
      (#"{"a":NaN,"text":""}"#, .expectedValue, 5), (#"{'text':''}"#, .expectedName, 1),
      (#"{"id":1}"#, .missingField("text"), 0), (#"{"text":3}"#, .notAString(field: "text"), 8),
      (#"{"text":null}"#, .notAString(field: "text"), 8),
      (#"{"text":"","id":[]}"#, .notAnID(field: "id"), 16),
      (#"{"text":"","id":true}"#, .notAnID(field: "id"), 16),
    ] as [(String, JSONError.Reason, Int)])
  func damage(line: String, reason: JSONError.Reason, offset: Int) throws {
    let error = try error(line)
    #expect(error.reason == reason)
    #expect(error.byteOffset == offset)
  }

  @Test("Deep nesting has a limit, and no depth ends the process")
  func depth() throws {
    func nested(_ levels: Int) -> String {
      let open = String(repeating: "[", count: levels)
      return #"{"text":"","k":"# + open + String(repeating: "]", count: levels) + "}"
    }
    _ = try read(nested(JSONScanner.maximumDepth - 1))
    #expect(try error(nested(JSONScanner.maximumDepth)).reason == .tooDeep)
    #expect(try error(nested(100_000)).reason == .tooDeep)
    let half = #"{"text":"","k":"# + String(repeating: #"{"a":"#, count: 100_000)
    #expect(try error(half).reason == .tooDeep)
  }

  @Test("Every cut and every changed byte of a line is read or refused, never worse")
  func mutations() throws {
    let line = Array(
      #"{"text":"a\u0627\uD83D\uDE00\n","id":-1.5e+3,"k":[true,null,{"x":[]}]}"#.utf8)
    let reader = JSONLinesReader()
    for end in line.indices {
      #expect(throws: JSONError.self) { try reader.read(Array(line[..<end])) }
    }
    var random = SeededGenerator(seed: 11)
    for _ in 0..<5000 {
      var changed = line
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] =
          line[Int.random(in: line.indices, using: &random)]
      }
      guard let record = try? reader.read(changed) else { continue }
      // What is accepted is JSON for Foundation too, unless it holds half of a surrogate pair.
      guard record.loneSurrogates.isEmpty else { continue }
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(changed)) }
    }
  }
}
