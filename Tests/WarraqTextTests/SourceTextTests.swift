import Testing
import WarraqTestSupport
import WarraqText

@Suite("Source text")
struct SourceTextTests {
  @Test(
    "Invalid UTF-8 is reported at its first byte",
    arguments: [
      ([0xFF], 0), ([0x61, 0x80], 1), ([0xD9], 0), ([0xD9, 0x84, 0xD8, 0x20], 2),
      ([0xC0, 0x80], 0), ([0xE0, 0x9F, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x99], 0), ([0x61, 0xF8, 0x88], 1),
    ] as [([UInt8], Int)])
  func invalid(_ bytes: [UInt8], _ offset: Int) {
    #expect(throws: TextError.invalidUTF8(byteOffset: offset)) { try SourceText(validating: bytes) }
  }

  @Test("A maximal ill-formed part becomes one U+FFFD, as the standard library decodes")
  func repair() throws {
    var random = SeededGenerator(seed: 7)
    let interesting: [UInt8] = [
      0x20, 0x61, 0x80, 0xBF, 0xC2, 0xD9, 0x84, 0xE0, 0x9F, 0xA0, 0xED, 0xEF, 0xF0, 0x90, 0xF4,
      0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        interesting.randomElement(using: &random) ?? 0
      }
      let (text, repairs) = try SourceText.repairing(bytes)
      #expect(String(decoding: text.utf8, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
      #expect(Array(String(decoding: bytes, as: UTF8.self).utf8) == text.utf8, "\(bytes)")
      for repair in repairs {
        #expect(text[repair.position] == "\u{FFFD}")
        #expect(!repair.source.isEmpty)
      }
      // What needs no repair is accepted as it is, and the other way round.
      let isValid = (try? SourceText(validating: bytes)) != nil
      #expect(isValid == repairs.isEmpty, "\(bytes)")
    }
  }

  @Test("A leading byte order mark is not part of the text")
  func mark() throws {
    #expect(try SourceText(validating: [0xEF, 0xBB, 0xBF, 0x61]).utf8 == [0x61])
    let (text, repairs) = try SourceText.repairing([0xEF, 0xBB, 0xBF, 0x61, 0xFF])
    #expect(text.utf8 == [0x61, 0xEF, 0xBF, 0xBD])
    #expect(repairs.map(\.position.utf8) == [1..<4])
    #expect(repairs.map(\.source) == [4..<5])
  }

  @Test("Offsets convert to scalars and UTF-16 as the standard library counts them")
  func offsets() {
    var random = SeededGenerator(seed: 16)
    let alphabet: [Unicode.Scalar] = ["a", "ب", "\u{064B}", "€", "🙂", "𐤀", "\r", "\n", "\u{FFFD}"]
    for length in [0, 1, 63, 64, 65, 200, 1000] {
      var view = String.UnicodeScalarView()
      for _ in 0..<length { view.append(alphabet.randomElement(using: &random) ?? "a") }
      let text = SourceText(String(view))
      let scalar = OffsetIndex(text, unit: .scalar)
      let utf16 = OffsetIndex(text, unit: .utf16)
      let utf8 = OffsetIndex(text, unit: .utf8)
      var offset = 0
      var units = 0
      for (count, each) in view.enumerated() {
        #expect(scalar.convert(UTF8Offset(offset)) == count)
        #expect(utf16.convert(UTF8Offset(offset)) == units)
        #expect(utf8.convert(UTF8Offset(offset)) == offset)
        offset += UTF8.width(each)
        units += UTF16.width(each)
      }
      #expect(scalar.convert(UTF8Offset(offset)) == view.count)
      #expect(utf16.convert(UTF8Offset(offset)) == units)
    }
  }
}
