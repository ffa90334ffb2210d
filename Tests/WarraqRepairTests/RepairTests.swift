import Foundation
import Testing
import WarraqNormalization
import WarraqRepair
import WarraqTestSupport
import WarraqText

@Suite("Repair")
struct RepairTests {
  private func string(_ text: SourceText) -> String { text[text.range] }

  private func repair(_ text: String) -> RepairedText { TextRepairer().repair(SourceText(text)) }

  @Test("The articles of the corpus are clean")
  func articles() throws {
    for article in try Corpus.articles() {
      let text = try SourceText(validating: article.bytes)
      #expect(DamageDetector().damage(in: text).isEmpty, "\(article.name)")
      let result = TextRepairer().repair(text)
      #expect(result.text == text && result.map == nil)
    }
  }

  @Test("An article read in a wrong encoding comes back whole")
  func encodings() throws {
    for article in try Corpus.articles() {
      let text = try SourceText(validating: article.bytes)
      // As a program reads UTF-8 that takes it for windows-1252: five bytes have no character there.
      let misread = String(
        String.UnicodeScalarView(article.bytes.map { Self.windows1252[Int($0)] }))
      let result = repair(misread)
      let shared = zip(string(result.text).unicodeScalars, string(text).unicodeScalars)
      #expect(shared.allSatisfy { $0 == $1 }, "\(article.name)")
      #expect(Set(result.damage.map(\.kind)) == [.mojibakeUTF8])
    }
  }

  private static let windows1252: [Unicode.Scalar] = (UInt8(0)...255).map { byte in
    let decoded = String(bytes: [byte], encoding: .windowsCP1252)?.unicodeScalars.first
    return decoded ?? Unicode.Scalar(byte)
  }

  @Test("The map leads from each repaired scalar to its source")
  func maps() throws {
    let lost = repair("قال فضاً عن")
    #expect(lost.map?.sourceScalarOffsets == [0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11])
    let reversed = repair("األمن")
    #expect(string(reversed.text) == "الأمن")
    #expect(reversed.map?.sourceScalarOffsets == [0, 1, 1, 3, 4, 5])
    let bidi = repair("قا\u{200F}ل")
    #expect(bidi.map?.sourceScalarOffsets == [0, 1, 3, 4])
    let mojibake = repair("x Ø§Ù„Ø¹Ø±Ø§Ù‚")
    #expect(string(mojibake.text) == "x العراق")
    #expect(mojibake.map?.sourceScalarOffsets == [0, 1, 2, 4, 6, 8, 10, 12, 14])
  }

  @Test("Maps are monotone and complete")
  func properties() throws {
    let seed: UInt64 = 22
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "األمن ", "اإلسالم ", "فضاً ", "ااتحاد ", "هؤاء ", "الـحـ", "ـكـومة ", "ÇáÓáÇã ", "Úáíßã ",
      "Ø§Ù„", "Ø³Ù„", "ﺍﻟﻌ", "ﻻ", "الکتاب ", "یوم ", "\u{200F}", "\u{202B}", "\u{202C}", "ةيبر",
      "علا ", "\n", " ", "قال ", "النص ", "(", ")", "é", "©", "ظ„", "ط§", "👧", "\u{64B}", "ا", "ل",
    ]
    for round in 0..<3000 {
      let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let result = repair(text)
      let ends = result.damage.map(\.range.utf8)
      #expect(ends.allSatisfy { $0.upperBound <= text.utf8.count && !$0.isEmpty })
      guard let map = result.map else {
        #expect(string(result.text).unicodeScalars.elementsEqual(text.unicodeScalars))
        continue
      }
      let offsets = map.sourceScalarOffsets
      #expect(offsets.count == string(result.text).unicodeScalars.count + 1)
      #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(offsets.last == text.unicodeScalars.count, "seed \(seed), round \(round)")
    }
  }

  @Test("Presentation forms in visual order are both")
  func visualForms() {
    let text = SourceText("ﺔﻴﺑﺮﻌﻟﺍ ﺔﻐﻠﻟﺍ ﻲﻓ\nﺍﻟﻌﺮﺑﻴﺔ ﻭﺍﻷﺭﺽ")
    let found = DamageDetector().damage(in: text)
    #expect(found.map(\.kind) == [.presentationForms, .visualOrder, .presentationForms])
    #expect(found.map(\.isRepairable) == [true, false, true])
    #expect(found.map(\.count) == [14, 3, 12])
  }

  @Test("Proof in one place of a text lets other words count; typing errors alone do not")
  func density() {
    let typed = "كتب االطالب واالمعلم "
    let proven = typed + "عن األبحاث"
    let filler = String(repeating: "قال المعلم للطالب إن الدرس طويل ", count: 1000)
    func codes(_ text: String) -> Int { DamageDetector().damage(in: SourceText(text)).count }
    #expect(codes(typed) == 0)
    #expect(codes(proven) == 3)
    #expect(codes(typed + "وكتب االمدير") == 3)
    // Rare in a long text, they are errors again, and only the proof counts.
    #expect(codes(filler + proven) == 1)
  }

  @Test("Diagnostics carry code, range and message, in text order")
  func diagnostics() {
    let text = SourceText("ﻻ نص\nقال فضاً عن")
    let found = DamageDetector().diagnostics(of: text)
    #expect(found.map(\.code) == ["presentation-forms", "lam-alef-lost"])
    #expect(found.map { text[$0.range] } == ["ﻻ", "فضاً"])
    #expect(found[0].message == "presentation forms in place of letters, 1 character")
  }
}
