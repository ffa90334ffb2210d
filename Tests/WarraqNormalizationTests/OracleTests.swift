import Foundation
import Testing
import WarraqNormalization
import WarraqTestSupport
import WarraqText

@Suite("Against other implementations")
struct OracleTests {
  @Test("Presentation forms are Foundation's NFKC without carriers of isolated marks")
  func presentationForms() {
    let options = options { $0.presentationForms = true }
    for value in [0xFB50...0xFDEF, 0xFE70...0xFEFC].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let compatible = String(scalar).precomposedStringWithCompatibilityMapping
      // U+FBDD maps to U+0677, which is outside the blocks and stays.
      let expected = value == 0xFBDD ? "677" : hexadecimal(withoutCarrier(compatible))
      #expect(hexadecimal(normalized(String(scalar), options)) == expected)
    }
  }

  @Test("No other scalar is touched as a presentation form or a ligature")
  func outsideTheBlocks() {
    let options = options {
      $0.presentationForms = true
      $0.ligatures = .expand
    }
    for value in UInt32(0)...0x2_FFFF {
      guard !(0xFB50...0xFEFC ~= value), let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      if hexadecimal(normalized(text, options)) != hexadecimal(text) {
        Issue.record("U+\(hexadecimal(text))")
      }
    }
  }

  @Test("Composition of every scalar, alone and after letters, is Foundation's")
  func composition() {
    let options = options { $0.nfc = true }
    // Unicode 15 to 17 differ in unassigned scalars only; planes past 2 hold no letters or marks.
    for value in UInt32(0)...0x2_FFFF {
      // Foundation of Swift 6.3.1 leaves marks before these three unordered; ICU and Python do not.
      guard let scalar = Unicode.Scalar(value), scalar.properties.age.isInUnicode15,
        ![0x0F73, 0x0F75, 0x0F81].contains(value)
      else { continue }
      for prefix in ["", "ا", "e\u{323}", "ب\u{651}"] {
        var text = prefix
        text.unicodeScalars.append(scalar)
        text.unicodeScalars.append("\u{64E}")
        let expected = text.precomposedStringWithCanonicalMapping
        if hexadecimal(normalized(text, options)) != hexadecimal(expected) {
          Issue.record("[\(hexadecimal(text))] should be [\(hexadecimal(expected))]")
        }
      }
    }
  }

  @Test("Keys of single words are FoldTable's, but for tatweel")
  func foldedKeys() {
    let normalizer = Normalizer(NormalizationPreset.search.options)
    for seed in 1...UInt64(10_000) {
      let word = randomWord(seed: seed)
      let output = normalizer.normalize(SourceText(word)).text
      var key = String(decoding: output.utf8, as: UTF8.self)
      key.unicodeScalars.removeAll { $0 == "\u{640}" }
      let folded = String(decoding: FoldTable.shared.fold(word), as: UTF8.self)
      guard hexadecimal(key) == hexadecimal(folded) else {
        Issue.record(
          """
          seed \(seed), [\(hexadecimal(word))]: search gives [\(hexadecimal(key))], FoldTable \
          [\(hexadecimal(folded))]
          """)
        return
      }
    }
  }

  /// An Arabic word with marks, tatweel, joiners and presentation forms.
  ///
  /// Left out, as FoldTable and `search` differ on them: a tatweel that carries hamza; U+0653–0655
  /// on letters that they do not compose with, or with which they make ۂ or ۓ; joiners beside
  /// digits; ligatures of several words.
  private func randomWord(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let marks = ["", "", "", "\u{64E}", "\u{651}\u{64E}", "\u{670}", "\u{6E1}", "\u{200D}", "ـ"]
    let letters = [
      "ا", "ب", "ت", "ة", "ل", "م", "ه", "و", "ي", "ى", "ء", "آ", "أ", "إ", "ؤ", "ئ", "ٱ", "ٲ",
      "ٳ", "ٵ", "ی", "ے", "ک", "ڪ", "ہ", "ھ", "ە", "ۀ", "ۃ", "گ", "چ", "ۓ", "ۂ", "ا\u{653}",
      "ا\u{654}", "ا\u{655}", "و\u{654}", "ي\u{654}", "ە\u{654}", "ﻻ", "ﻷ", "ﺟ", "ﺀ", "ﷲ",
      "\u{FDFC}", "\u{FC60}", "\u{FE7D}", "\u{FBA4}",
    ]
    var word = ""
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      for part in [letters, marks] {
        word.unicodeScalars.append(
          contentsOf: part[Int.random(in: 0..<part.count, using: &generator)].unicodeScalars)
      }
    }
    return word
  }

  private func withoutCarrier(_ string: String) -> String {
    let scalars = string.unicodeScalars
    let carriesMarks = scalars.count > 1 && (scalars.first == " " || scalars.first == "\u{640}")
    return carriesMarks ? String(String.UnicodeScalarView(scalars.dropFirst())) : string
  }
}

extension Unicode.Version? {
  /// Whether a scalar of this age is assigned in Unicode 15.0.
  fileprivate var isInUnicode15: Bool {
    guard let self else { return false }
    return self.major < 15 || self.major == 15 && self.minor == 0
  }
}
