import Foundation
import Testing
import Warraq
import WarraqTestSupport

@testable import WarraqFormats

/// An encoding as the C library writes it: the oracle of the tests.
private struct Writer: Sendable, CustomTestStringConvertible {
  let name: String
  /// What records call it.
  let encoding: String
  let choice: EncodingChoice
  var mark: [UInt8] = []

  var testDescription: String { name + (mark.isEmpty ? "" : " with mark") }

  static let all = [
    Writer(name: "UTF-8", encoding: "utf-8", choice: .utf8),
    Writer(name: "UTF-8", encoding: "utf-8", choice: .utf8, mark: [0xEF, 0xBB, 0xBF]),
    Writer(name: "CP1256", encoding: "windows-1256", choice: .windows1256),
    Writer(name: "ISO-8859-6", encoding: "iso-8859-6", choice: .iso8859Part6),
    Writer(name: "UTF-16LE", encoding: "utf-16", choice: .utf16),
    Writer(name: "UTF-16BE", encoding: "utf-16", choice: .utf16),
    Writer(name: "UTF-16LE", encoding: "utf-16", choice: .utf16, mark: [0xFF, 0xFE]),
    Writer(name: "UTF-16BE", encoding: "utf-16", choice: .utf16, mark: [0xFE, 0xFF]),
  ]

  /// The text's bytes; `nil` where the encoding does not have all its characters.
  func bytes(_ text: String) -> [UInt8]? {
    let converter = iconv_open(name, "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    let capacity = output.count
    let written: Int? = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, capacity)
        let result = iconv(converter, &from, &left, &to, &room)
        return result == 0 ? capacity - room : nil
      }
    }
    return written.map { mark + output.prefix($0).map { UInt8(bitPattern: $0) } }
  }

  /// The text as a program writes it that has this encoding only: other digits and marks for those
  /// that it does not have.
  func fitted(_ text: String) -> String {
    if bytes(text) != nil { return text }
    var known: [Unicode.Scalar: String] = [:]
    var fitted = ""
    for scalar in text.unicodeScalars {
      if let string = known[scalar] {
        fitted += string
        continue
      }
      let own = String(scalar)
      var string = bytes(own) != nil ? own : "?"
      if string == "?" {
        switch scalar.value {
        case 0x660...0x669: string = String(scalar.value - 0x660)
        case 0xAB, 0xBB, 0x201C, 0x201D: string = "\""
        case 0x2013, 0x2014: string = "-"
        default: break
        }
      }
      known[scalar] = string
      fitted += string
    }
    return fitted
  }
}

@Suite("Encodings")
struct EncodingTests {
  /// The texts of the corpus: the articles, and the annotated ones.
  private static func texts() throws -> [String] {
    var texts = try Corpus.articles().map { String(decoding: $0.bytes, as: UTF8.self) }
    for split in ["train", "dev", "test"] {
      for line in try Corpus.text("gold/\(split).jsonl").split(separator: "\n") {
        let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        texts.append(try #require(json?["text"] as? String))
      }
    }
    return texts
  }

  private func decoded(
    _ bytes: [UInt8], _ choice: EncodingChoice, _ policy: InvalidBytesPolicy = .repair
  ) throws -> DecodedText {
    try DecodedText(bytes, encoding: choice, onInvalid: policy)
  }

  @Test("Every text of the corpus comes back as it was", arguments: Writer.all)
  fileprivate func roundTrip(writer: Writer) throws {
    let texts = try Self.texts()
    #expect(texts.count >= 41)
    for text in texts {
      let fitted = writer.fitted(text)
      let bytes = try #require(writer.bytes(fitted))
      for choice in [EncodingChoice.auto, writer.choice] {
        let decoded = try decoded(bytes, choice, .fail)
        #expect(decoded.text.utf8.elementsEqual(fitted.utf8))
        #expect(decoded.encoding.name == writer.encoding)
        #expect((decoded.encoding.confidence == nil) == (choice != .auto))
        #expect(decoded.diagnostics.isEmpty)
      }
    }
  }

  @Test("Detection is right on 99 of 100 texts and parts of texts", arguments: Writer.all)
  fileprivate func detection(writer: Writer) throws {
    var random = SeededGenerator(seed: 1256)
    var (right, all, sure) = (0, 0, 0)
    for text in try Self.texts() {
      let bytes = try #require(writer.bytes(writer.fitted(text)))
      var parts = [bytes]
      for _ in 0..<40 {
        let count = Int.random(in: 200...min(bytes.count, 1500), using: &random)
        parts.append(Array(bytes.prefix(count)))
        // A part from the middle has no mark, and may begin in the middle of a character.
        guard writer.mark.isEmpty else { continue }
        var start = Int.random(in: 0...bytes.count - count, using: &random)
        if writer.choice == .utf16 { start &= ~1 }
        parts.append(Array(bytes[start..<start + count]))
      }
      for part in parts {
        let found = try decoded(part, .auto).encoding
        all += 1
        if found.name == writer.encoding { right += 1 }
        if found.confidence ?? 0 >= 0.8 { sure += 1 }
      }
    }
    #expect(all >= 41 * 41)
    #expect(right * 1000 >= all * 999, "\(right) of \(all)")
    #expect(sure * 100 >= all * 95, "sure of \(sure) of \(all)")
  }

  @Test("Tables of single bytes are those of the C library", arguments: ["CP1256", "ISO-8859-6"])
  func tables(name: String) throws {
    let isWindows = name == "CP1256"
    let writer = Writer(
      name: name, encoding: "", choice: isWindows ? .windows1256 : .iso8859Part6)
    let charset = isWindows ? SingleByteCharset.windows1256 : .iso8859Part6
    for byte in 0..<256 {
      guard let value = charset.scalars[byte] else {
        #expect(!isWindows, "windows-1256 has every byte")
        continue
      }
      let scalar = try #require(Unicode.Scalar(value))
      #expect(writer.bytes(String(scalar)) == [UInt8(byte)])
    }
  }

  @Test("UTF-16 is decoded as the standard library does, whatever the bytes")
  func utf16() throws {
    var random = SeededGenerator(seed: 16)
    for _ in 0..<2000 {
      let units = (0..<Int.random(in: 0...40, using: &random)).map { _ -> UInt16 in
        let bases: [UInt16] = [0xD800, 0xDC00, 0x0600, 0x0000, 0xFFF0]
        return (bases.randomElement(using: &random) ?? 0)
          + UInt16.random(in: 0..<16, using: &random)
      }
      let expected = String(decoding: units, as: UTF16.self)
      for isBigEndian in [false, true] {
        let bytes = units.flatMap { unit -> [UInt8] in
          let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
          return isBigEndian ? [high, low] : [low, high]
        }
        let decoded = UTF16Decoder.decode(bytes, from: 0, isBigEndian: isBigEndian)
        #expect(decoded.utf8 == Array(expected.utf8))
        let cut = UTF16Decoder.decode(Array(bytes.dropLast()), from: 0, isBigEndian: isBigEndian)
        #expect(bytes.isEmpty || cut.invalid.last?.source ?? 0 >= bytes.count - 4)
      }
    }
  }

  @Test("What is not of the encoding is told with its byte, or fails with its line")
  func invalid() throws {
    let iso = Array("a\n".utf8) + [0xC7, 0xDB, 0xE4]
    let repaired = try decoded(iso, .iso8859Part6)
    #expect(repaired.text == SourceText("a\nا\u{FFFD}ل"))
    #expect(repaired.diagnostics.map(\.range.utf8) == [4..<7])
    #expect(repaired.diagnostics[0].message == "invalid ISO-8859-6 at byte offset 3")
    #expect(throws: DecodingFault.self) { try decoded(iso, .iso8859Part6, .fail) }
    let utf16: [UInt8] = [0x27, 0x06, 0x0A, 0x00, 0x00, 0xD8, 0x28, 0x06, 0x41]
    let halves = try decoded(utf16, .utf16)
    #expect(halves.text == SourceText("ا\n\u{FFFD}ب\u{FFFD}"))
    #expect(halves.diagnostics.map(\.message).first == "invalid UTF-16 at byte offset 4")
    do {
      _ = try decoded(utf16, .utf16, .fail)
      Issue.record("accepted")
    } catch let fault as DecodingFault {
      #expect(fault.byteOffset == 4 && fault.feeds == 1)
    }
  }

  @Test("Damaged UTF-8 stays UTF-8; a pasted line of windows-1256 is told")
  func mixed() throws {
    let text = try #require(try Self.texts().first)
    let pasted = try #require(
      Writer.all[2].bytes("وقال المتحدث باسم الوزارة إن القرار نهائي"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let bytes = Array((lines[0] + "\n").utf8) + pasted + Array(("\n" + text).utf8)
    let found = try decoded(bytes, .auto)
    #expect(found.encoding.name == "utf-8")
    #expect(found.encoding.confidence ?? 1 < 1)
    let mixed = found.diagnostics.filter { $0.code == "mixed-encodings" }
    #expect(mixed.count == 1)
    #expect(mixed.first?.message.contains("windows-1256") == true)
    #expect(found.diagnostics.contains { $0.code == "invalid-utf8" })
    // The other way round, lines of UTF-8 are mojibake in the text, which is damage.
    let other = try decoded(
      try #require(Writer.all[2].bytes(Writer.all[2].fitted(text)))
        + Array("\nوقال المتحدث باسم الوزارة إن القرار نهائي\n".utf8), .auto)
    #expect(other.encoding.name == "windows-1256")
    let damage = DamageDetector().damage(in: other.text)
    #expect(damage.contains { $0.kind == .mojibakeUTF8 })
  }

  @Test("Texts in other scripts are read too, and a byte or two tell nothing")
  func others() throws {
    let french =
      "Le président a déclaré que l'été serait décisif, et que les élections auraient lieu."
    let latin = try decoded(french.unicodeScalars.map { UInt8($0.value) }, .auto)
    #expect(latin.text == SourceText(french) && latin.encoding.name == "windows-1252")
    let russian = Writer(name: "CP1251", encoding: "windows-1251", choice: .auto)
    let text = "Президент заявил, что переговоры продолжатся до конца месяца в Москве и Каире."
    let cyrillic = try decoded(try #require(russian.bytes(text)), .auto)
    #expect(cyrillic.text == SourceText(text) && cyrillic.encoding.name == "windows-1251")
    for bytes in [[0xFF], [0x61, 0xE9], [0x80], [0xC7]] as [[UInt8]] {
      #expect(try decoded(bytes, .auto).encoding.name == "utf-8")
    }
    #expect(
      try decoded(Array("plain".utf8), .auto).encoding
        == SourceEncoding(name: "utf-8", confidence: 1))
  }

  @Test("Random bytes are a text in every encoding, and never crash")
  func randomBytes() throws {
    var random = SeededGenerator(seed: 8859)
    for round in 0..<3000 {
      let limit = [0xFF, 0x7F, 0x0F].randomElement(using: &random) ?? 0xFF
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...UInt8(limit), using: &random)
      }
      for choice in EncodingChoice.allCases {
        let text = try decoded(bytes, choice).text
        _ = try SourceText(validating: text.utf8)
      }
      if round % 10 == 0 {
        _ = HTMLPage(try decoded(bytes, .auto).text)
      }
    }
  }

  @Test("Lines of JSON in other encodings", arguments: Writer.all)
  fileprivate func jsonLines(writer: Writer) throws {
    let folder = try TemporaryFolder()
    let lines =
      "{\"id\":\"a\",\"text\":\"قال الوزير في القاهرة إن المحادثات مستمرة\"}\n"
      + "{\"text\":\"وأضاف أن الوفد سيعود في نهاية الأسبوع المقبل\",\"n\":1}\n"
    try folder.write("a.jsonl", try #require(writer.bytes(lines)))
    for choice in [EncodingChoice.auto, writer.choice] {
      var plan = InputPlan(format: nil)
      plan.add(FilePath(folder.path + "/a.jsonl"))
      guard case .input(let input) = plan.items[0] else { return }
      var reader = try DocumentReader(input, options: ReadingOptions(encoding: choice))
      let first = try #require(try reader.next())
      let second = try #require(try reader.next())
      #expect(try reader.next() == nil)
      #expect(first.text == SourceText("قال الوزير في القاهرة إن المحادثات مستمرة"))
      #expect(second.meta == Array("{\"n\":1}".utf8))
      #expect(first.encoding.name == writer.encoding && second.line == 2)
    }
  }

  @Test("The charset that a page declares")
  func declared() {
    func found(_ source: String) -> String? { HTMLCharset.declared(in: Array(source.utf8)) }
    #expect(found("<meta charset=Windows-1256>") == "windows-1256")
    #expect(
      found("<META http-equiv=x content='text/html; charset = \"ISO-8859-6\"'>") == "iso-8859-6")
    #expect(found("<?xml version='1.0' encoding='utf-8'?>") == "utf-8")
    #expect(found("<p>charset</p>") == nil && found("charset=") == nil && found("") == nil)
  }
}
