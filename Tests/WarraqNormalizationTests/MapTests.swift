import Testing
import WarraqNormalization
import WarraqText

@Suite("The map")
struct MapTests {
  /// Source ranges of each scalar of a normalized text.
  private func ranges(_ map: OffsetMap) -> [Range<Int>] {
    (0..<map.normalizedCount).map {
      map.sourceRange(of: NormalizedOffset($0)..<NormalizedOffset($0 + 1))
    }
  }

  @Test("The contract's example")
  func example() {
    let result = Normalizer(NormalizationPreset.ner.options)
      .normalize(SourceText("قا\u{200F}ل\u{FDF2}"))
    #expect(result.text[result.text.range] == "قالالله")
    #expect(result.map.sourceScalarOffsets == [0, 1, 3, 4, 4, 4, 4, 5])
    // Half of the ligature stands for all of it; the deleted mark belongs to the alef.
    #expect(result.map.sourceRange(of: NormalizedOffset(4)..<NormalizedOffset(5)) == 4..<5)
    #expect(result.map.sourceRange(of: NormalizedOffset(1)..<NormalizedOffset(2)) == 1..<3)
    #expect(result.map.sourceRange(of: NormalizedOffset(0)..<NormalizedOffset(3)) == 0..<4)
    #expect(result.map.sourceRange(of: NormalizedOffset(7)..<NormalizedOffset(7)) == 5..<5)
    #expect(result.map.sourceRange(of: NormalizedOffset(2)..<NormalizedOffset(2)) == 3..<3)
  }

  @Test("Deleted scalars at the start belong to none, others to the scalar before")
  func deletion() {
    let controls = options { $0.controls = .strip }
    #expect(map("\u{200F}\u{200F}a\u{200F}b\u{200F}", controls) == [2, 4, 6])
    #expect(map("\u{200F}", controls) == [1])
    let marks = Normalizer(options { $0.diacritics = .strip })
      .normalize(SourceText("ب\u{64E}ت\u{651}\u{64F}")).map
    #expect(ranges(marks) == [0..<2, 2..<5])
  }

  @Test("Several scalars that give one map to the first")
  func merging() {
    #expect(map("a&amp;b", options { $0.htmlEntities = .decode }) == [0, 1, 6, 7])
    #expect(map("ba\u{301}\u{323}c", options { $0.nfc = true }) == [0, 1, 1, 4, 5])
    #expect(map("لا\u{654}س", options { $0.nfc = true }) == [0, 1, 3, 4])
    #expect(map("ربـ\u{654}", options { $0.tatweel = .stripAll }) == [0, 1, 2, 4])
    #expect(map("هــــ", options { $0.tatweel = .strip }) == [0, 1, 5])
    #expect(map("يييي", options { $0.elongation = .two }) == [0, 1, 4])
  }

  @Test("A reordered sequence maps to its start, an ordered one stays as it is")
  func reordering() {
    let nfc = options { $0.nfc = true }
    #expect(map("رب\u{651}\u{64E}ت", nfc) == [0, 1, 1, 1, 4, 5])
    #expect(map("رب\u{64E}\u{651}ت", nfc) == [0, 1, 2, 3, 4, 5])
  }

  @Test("Spaces map to the first of their run, CR LF to the CR")
  func spaces() {
    let spaces = options { $0.spaces = .collapse }
    #expect(map("a  b", spaces) == [0, 1, 3, 4])
    #expect(map("  a\r\nb ", spaces) == [2, 3, 5, 7])
    #expect(map("a \r\n b", spaces) == [0, 2, 5, 6])
    #expect(map("   ", spaces) == [3])
  }

  @Test("One scalar that gives several")
  func expansion() {
    #expect(map("aﻷb", options { $0.presentationForms = true }) == [0, 1, 1, 2, 3])
    #expect(
      map("x\u{FDFB}", options { $0.ligatures = .expand })
        == [0] + [Int](repeating: 1, count: 8) + [2])
  }

  @Test("Normalizing twice keeps offsets")
  func composition() {
    let text = SourceText("&#x200F;ﻷ&amp;amp;  رب\u{651}\u{64E}")
    let first = Normalizer(options { $0.htmlEntities = .decode }).normalize(text)
    let second = Normalizer(NormalizationPreset.ner.options).normalize(first.text)
    let composed = first.map.composed(with: second.map)
    #expect(second.text[second.text.range] == "لأ&amp; رب")
    #expect(composed.sourceScalarOffsets == [8, 8, 9, 14, 15, 16, 17, 18, 20, 21, 24])
    #expect(composed.sourceCount == 24)
  }

  @Test("Empty options give the text itself")
  func identity() {
    let text = SourceText("\u{64E}\u{200D}\r\n\u{0} &amp; a\u{301} ﻻ")
    let result = Normalizer(NormalizationOptions()).normalize(text)
    #expect(result.text == text)
    #expect(result.map.sourceScalarOffsets == Array(0...16))
    let empty = Normalizer(NormalizationPreset.search.options).normalize(SourceText(""))
    #expect(empty.text.count == 0)
    #expect(empty.map.sourceScalarOffsets == [0])
  }
}
