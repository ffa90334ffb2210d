import Testing
import WarraqNormalization
import WarraqNormalizationFuzz
import WarraqTestSupport
import WarraqText

/// The kernels that are held against the reference.
private let fused = NormalizationKernel.available.filter { $0 != .reference }

@Suite("Kernels against the operations one after the other")
struct FusedTests {
  @Test("Text and map, whole and in pieces, under random options")
  func random() {
    let text = RandomDocument()
    for seed in 1...UInt64(100) {
      var generator = SeededGenerator(seed: seed)
      let options = RandomOptions.make(using: &generator)
      let differential = Differential(options, fused)
      for _ in 0..<8 {
        let string = text.make(longest: 50, using: &generator)
        let cuts = RandomDocument.cuts(of: string.utf8.count, using: &generator)
        // A stream leaves a byte order mark out.
        let isMarked = string.unicodeScalars.first == "\u{FEFF}"
        let difference =
          differential.difference(in: string)
          ?? (isMarked ? nil : differential.difference(in: string, cuts: cuts))
        if let difference {
          Issue.record("seed \(seed), \(Differential.show(options)): \(difference)")
          return
        }
      }
    }
  }

  @Test("Each value of each option alone, and the presets", arguments: RandomOptions.fixed)
  func fixed(_ options: NormalizationOptions) {
    let text = RandomDocument()
    let differential = Differential(options, fused)
    for seed in 1...UInt64(20) {
      var generator = SeededGenerator(seed: seed)
      let string = text.make(longest: 40, using: &generator)
      if let difference = differential.difference(in: string) {
        Issue.record("seed \(seed), \(Differential.show(options)): \(difference)")
        return
      }
    }
  }

  @Test("Every scalar of the blocks of Arabic and of punctuation, beside letters and spaces")
  func scalars() throws {
    let differential = Differential(NormalizationPreset.search.options, fused)
    var string = ""
    let blocks = [
      UInt32(0)..<0x100, 0x0300..<0x0310, 0x0600..<0x0700, 0x08D0..<0x0900, 0x2000..<0x2070,
      0xFBA0..<0xFBC0, 0xFC50..<0xFC70, 0xFDF0..<0xFE00, 0xFE70..<0xFF00,
    ]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      string += "ا\(scalar)ب \(scalar) a\(scalar)\(scalar) "
      guard value % 16 == 15 else { continue }
      if let difference = differential.difference(in: string) {
        Issue.record("up to U+\(String(value, radix: 16)): \(difference)")
        return
      }
      string = ""
    }
  }

  @Test(
    "What is rare stands anywhere in a block", arguments: [NormalizationPreset.search, .light, .lm])
  func positions(_ preset: NormalizationPreset) {
    let differential = Differential(preset.options, fused)
    let rare = [
      "هـ", "العـــربية", "  ", " \n ", "\r\n", "\u{200F}", "\u{200D}", "٣٫٥", "ﻻ", "ﷺ", "\u{654}",
      "رّ\u{64E}", "ييييي", "é", "e\u{301}", "👩", "«", "”", "\u{2028}", "&amp;", "\u{0}", "\u{FEFF}",
    ]
    for item in rare {
      for position in stride(from: 0, to: 70, by: 3) {
        for before in ["ا", "a"] {
          let string = String(repeating: before, count: position) + " ب" + item + "ب جيم " + item
          if let difference = differential.difference(in: string) {
            Issue.record("\(item.debugDescription) at \(position): \(difference)")
            return
          }
        }
      }
    }
  }

  @Test("A text in which nothing changes is not copied", arguments: fused)
  func unchanged(_ kernel: NormalizationKernel) {
    for preset in NormalizationPreset.allCases {
      let normalizer = Normalizer(preset.options, kernel: kernel)
      let once = normalizer.normalize(
        SourceText(String(repeating: "قال الوزير إن «الاتفاق» (2017) انتهى، é 👩.\n", count: 20)))
      let twice = normalizer.normalize(once.text)
      #expect(Self.address(twice.text) == Self.address(once.text))
      #expect(twice.map.sourceScalarOffsets == Array(0...twice.map.sourceCount))
      #expect(Self.address(normalizer.normalizedText(once.text)) == Self.address(once.text))
    }
    let text = SourceText("هـ \u{0}")
    let nothing = Normalizer(NormalizationOptions(), kernel: kernel).normalize(text)
    #expect(Self.address(nothing.text) == Self.address(text))
  }

  private static func address(_ text: SourceText) -> UInt {
    text.utf8.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  }

  @Test(
    "A buffer used again gives each text's own result", arguments: NormalizationKernel.available)
  func buffer(_ kernel: NormalizationKernel) {
    let normalizer = Normalizer(NormalizationPreset.search.options, kernel: kernel)
    let buffer = NormalizationBuffer(normalizer)
    #expect(buffer.count == 0)
    for string in [
      "أحمد  ـ ﻻ", "", "clean", "كتــاب\n \nب", "أ", String(repeating: "أ ﷺ ", count: 99),
    ] {
      let text = SourceText(string)
      let expected = normalizer.normalize(text)
      buffer.normalize(text)
      let bytes = buffer.withUTF8 { span in span.indices.map { span[$0] } }
      #expect(bytes == expected.text.utf8 && buffer.count == bytes.count)
      #expect(buffer.map == expected.map)
    }
  }

  @Test("Bytes that are no UTF-8 are an error with their offset, or repaired")
  func invalid() throws {
    let normalizer = Normalizer(NormalizationPreset.search.options)
    let bytes = Array("أ ".utf8) + [0xD9] + Array(" ب".utf8)
    #expect(throws: TextError.invalidUTF8(byteOffset: 3)) { try normalizer.normalize(utf8: bytes) }
    let repaired = try normalizer.normalize(utf8: bytes, repairing: true)
    #expect(repaired.text[repaired.text.range] == "ا \u{FFFD} ب")
    for size in 1...bytes.count {
      var output: [UInt8] = []
      var failing = NormalizationStream(normalizer)
      var repairing = NormalizationStream(normalizer, invalidBytes: .repair)
      var error: TextError?
      do throws(TextError) {
        for start in stride(from: 0, to: bytes.count, by: size) {
          let piece = Array(bytes[start..<min(start + size, bytes.count)])
          try repairing.push(piece.span) { output += $0.text.utf8 }
          if error == nil {
            do throws(TextError) { try failing.push(piece.span) { _ in } } catch let found {
              error = found
            }
          }
        }
        try repairing.finish { output += $0.text.utf8 }
      } catch {
        Issue.record("\(error)")
      }
      #expect(error == .invalidUTF8(byteOffset: 3) && output == repaired.text.utf8)
    }
    var cut = NormalizationStream(normalizer)
    try cut.push([0x61, 0xE2, 0x80].span) { _ in }
    #expect(throws: TextError.invalidUTF8(byteOffset: 1)) { try cut.finish { _ in } }
  }

  @Test("A stream hands on as it goes, and keeps little back")
  func stream() throws {
    let text = String(repeating: "قالَ الوزيــر:  نعم.\n", count: 2_000)
    let expected = Normalizer(NormalizationPreset.search.options).normalize(SourceText(text))
    for kernel in fused {
      let normalizer = Normalizer(NormalizationPreset.search.options, kernel: kernel)
      var stream = NormalizationStream(normalizer)
      var output: [UInt8] = []
      var largest = 0
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: 1000) {
        try stream.push(Array(bytes[start..<min(start + 1000, bytes.count)]).span) { part in
          output += part.text.utf8
          largest = max(largest, part.text.count)
        }
      }
      try stream.finish { output += $0.text.utf8 }
      #expect(output == expected.text.utf8 && largest < 20_000)
    }
  }

  @Test(
    "Time grows with the text", .timeLimit(.minutes(1)),
    arguments: [
      "ـ\u{64E}", "\u{651}\u{64E}", "\u{200D}", "ااا", "ﷺ", "٫", ",", "&", "e\u{301}", " \n",
      "\u{A0}",
    ])
  func growth(_ pattern: String) {
    for name in ["search", "light", "lm"] {
      guard var options = NormalizationPreset(rawValue: name)?.options else { continue }
      if name == "lm" { options.punctuation = .arabic }
      let text = SourceText(String(repeating: pattern, count: 10_000))
      for kernel in fused {
        let result = Normalizer(options, kernel: kernel).normalize(text)
        #expect(result.map.sourceCount == 10_000 * pattern.unicodeScalars.count)
      }
    }
  }
}
