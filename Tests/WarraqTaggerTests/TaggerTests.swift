import Foundation
import Testing
import WarraqTestSupport
import WarraqText
import WarraqTokenization

@testable import WarraqTagger

@Suite("Tagger")
struct TaggerTests {
  /// The names of lines of tokens, each as `TYPE tokens`.
  private func names(_ lines: String) -> [String] {
    let (text, tokens, sentences) = cut(lines)
    return Tagger.shared.names(in: tokens, sentences: sentences).map {
      "\($0.type.name) \(text[tokens.range(of: $0.tokens)])"
    }
  }

  private func cut(_ lines: String) -> (SourceText, TokenList, [Range<Int>]) {
    let text = SourceText(lines)
    let tokens = TokenList(givenIn: text)
    return (text, tokens, LineList(text, tokens: tokens).map(\.tokens).filter { !$0.isEmpty })
  }

  @Test("Names that no list holds, by the words around them and by the document")
  func names() {
    #expect(
      names("وقال المدير التنفيذي للشركة جيرهارد فانديرمولن إن الأرباح ارتفعت .")
        == ["PER جيرهارد فانديرمولن"])
    #expect(names("وصل الوفد إلى القاهرة قادما من باريس .") == ["LOC القاهرة", "LOC باريس"])
    #expect(names("أعلن حزب الله أمس انسحابه من بيروت .") == ["ORG حزب الله", "LOC بيروت"])
    #expect(names("ارتفعت أسعار القمح في الأسواق العالمية هذا العام .").isEmpty)
  }

  @Test("Proclitics stay inside of tokens")
  func proclitics() {
    #expect(names("سافر إلى لندن وباريس .") == ["LOC لندن", "LOC وباريس"])
  }

  @Test("The same names, whatever was tagged before and by however many threads")
  func determinism() async {
    let texts = [
      "زار الرئيس الفرنسي جاك شيراك بيروت .", "التقى وزير الخارجية المصري نظيره السوداني .", "",
      "\n",
    ]
    let expected = texts.map(names)
    await withTaskGroup(of: Bool.self) { group in
      for round in 0..<16 {
        group.addTask {
          (0..<20).allSatisfy { names(texts[($0 + round) % 4]) == expected[($0 + round) % 4] }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test("Names are ordered, apart and inside of sentences, on any text")
  func anyText() {
    var generator = SeededGenerator(seed: 7)
    let parts = [
      "محمد", "وزير", "في", "بغداد", "و", "12", "٪", "«", "a1", "\u{200F}", "\u{FFFD}", "😀", " ",
      " ", "\n", "،", "ـ", "حزب", "آل", String(repeating: "ب", count: 300),
    ]
    for _ in 0..<300 {
      let lines = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
      let (_, tokens, sentences) = cut(lines)
      var last = 0
      for name in Tagger.shared.names(in: tokens, sentences: sentences) {
        #expect(name.tokens.lowerBound >= last && !name.tokens.isEmpty)
        #expect((0...1).contains(name.confidence))
        #expect(
          sentences.contains {
            $0.contains(name.tokens.lowerBound)
              && $0.upperBound >= name.tokens.upperBound
          })
        last = name.tokens.upperBound
      }
    }
  }

  @Test("A model is read as a whole or not at all")
  func damage() throws {
    let file = Corpus.folder.deletingLastPathComponent()
      .appending(path: "Sources/CWarraqTagger/tagger.bin")
    let bytes = [UInt8](try Data(contentsOf: file))
    #expect(bytes.count <= 12_000_000)
    #expect(TaggerTables(bytes)?.fingerprint == Tagger.shared.fingerprint)
    #expect(TaggerTables([]) == nil)
    #expect(TaggerTables(Array(bytes.prefix(100))) == nil)
    #expect(TaggerTables(Array(bytes.dropLast(8))) == nil)
    for place in [0, 4, 16, 24, 28] {
      var damaged = bytes
      damaged[place] ^= 0x11
      #expect(TaggerTables(damaged) == nil, "byte \(place)")
    }
  }
}
