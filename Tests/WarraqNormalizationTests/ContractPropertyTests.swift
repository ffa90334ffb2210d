import Foundation
import Testing
import WarraqNormalization
import WarraqTestSupport
import WarraqText

@Suite("Properties of any options on random strings")
struct ContractPropertyTests {
  /// Options with a random value each.
  private static func randomOptions(
    _ generator: inout SeededGenerator
  ) throws -> NormalizationOptions {
    var options = NormalizationOptions()
    for name in NormalizationOptions.optionNames {
      let values = try #require(NormalizationOptions.values(of: name))
      try options.set(name, to: values[Int.random(in: 0..<values.count, using: &generator)])
    }
    return options
  }

  private static func described(_ options: NormalizationOptions) -> String {
    NormalizationOptions.optionNames.filter {
      options.value(of: $0) != NormalizationOptions().value(of: $0)
    }.map { "\($0)=\(options.value(of: $0))" }.joined(separator: ",")
  }

  /// Strings that are tried with one set of options.
  private static let stringsForOptions = 50

  /// Tries random strings with random options until one fails.
  private func forEachRun(
    _ test: (_ string: String, _ normalizer: Normalizer) -> String?
  ) throws {
    var normalizer = Normalizer(NormalizationOptions())
    for (index, seed) in RandomRun.seeds.enumerated() {
      if index % Self.stringsForOptions == 0 {
        var generator = SeededGenerator(seed: seed)
        normalizer = Normalizer(try Self.randomOptions(&generator))
      }
      for alphabet in Alphabet.allCases {
        var text = RandomText(seed: seed, alphabet: alphabet.characters)
        let string = text.next()
        guard let problem = test(string, normalizer) else { continue }
        Issue.record(
          """
          \(problem); seed \(seed), alphabet \(alphabet.rawValue), \
          \(Self.described(normalizer.options)), [\(hexadecimal(string))]
          """)
        return
      }
    }
  }

  @Test("Output is valid UTF-8, and NFC where that is asked for")
  func output() throws {
    try forEachRun { string, normalizer in
      let text = normalizer.normalize(SourceText(string)).text
      guard (try? SourceText(validating: text.utf8, keepingMark: true)) == text else {
        return "invalid UTF-8"
      }
      let output = text[text.range]
      let composed = output.precomposedStringWithCanonicalMapping
      let isComposed = output.unicodeScalars.elementsEqual(composed.unicodeScalars)
      return normalizer.options.nfc && !isComposed ? "[\(hexadecimal(output))] is not NFC" : nil
    }
  }

  @Test("Maps are monotone and complete: every output scalar has a source, and none is left out")
  func maps() throws {
    try forEachRun { string, normalizer in
      let result = normalizer.normalize(SourceText(string))
      let sourceCount = string.unicodeScalars.count
      let count = result.text[result.text.range].unicodeScalars.count
      guard result.map.normalizedCount == count, result.map.sourceCount == sourceCount else {
        return "\(result.map.normalizedCount) offsets of \(count) scalars"
      }
      let offsets = result.map.sourceScalarOffsets
      guard zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        return "\(offsets) decreases"
      }
      // The ranges of the scalars follow each other, or are those of one source scalar.
      var end = offsets[0]
      for index in 0..<count {
        let range = result.map.sourceRange(
          of: NormalizedOffset(index)..<NormalizedOffset(index + 1))
        guard !range.isEmpty, range.lowerBound == end || index > 0 && range.upperBound == end else {
          return "\(offsets) has a gap at \(index)"
        }
        end = range.upperBound
      }
      return count == 0 || end == sourceCount ? nil : "\(offsets) ends at \(end)"
    }
  }

  @Test("Letters and digits of other scripts, and what no operation names, are never touched")
  func otherScripts() throws {
    try forEachRun { string, normalizer in
      // References make new characters.
      let isDecoding = normalizer.options.htmlEntities == .decode
      guard !isDecoding || !string.contains("&") else { return nil }
      let result = normalizer.normalize(SourceText(string)).text
      let before = Self.foreign(string)
      let after = Self.foreign(result[result.range])
      return before == after ? nil : "[\(before)] became [\(after)]"
    }
  }

  /// What is left of a string, decomposed, without what operations name. Decomposed, as the removal
  /// of a mark can let others compose.
  private static func foreign(_ string: String) -> String {
    let decomposed = string.decomposedStringWithCanonicalMapping.unicodeScalars
    return hexadecimal(
      String(
        String.UnicodeScalarView(
          decomposed.filter { scalar in
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x02FF, 0x0370...0x05FF, 0x0900...0x1DFF,
              0x3040...0xD7FF, 0xE000...0xFAFF, 0xFFFD, 0x10000...0x10FFFF, 0, 0x2032, 0x2033:
              scalar.value != 0x1680
            default: false
            }
          })))
  }

  @Test("Explaining is normalizing")
  func explanation() throws {
    try forEachRun { string, normalizer in
      let source = SourceText(string)
      let plain = normalizer.normalize(source)
      let explained = normalizer.explain(source).normalized
      return explained.text == plain.text && explained.map == plain.map
        ? nil : "explain gives [\(hexadecimal(explained.text[explained.text.range]))]"
    }
  }

  @Test(
    "Presets leave words of other scripts, emoji, URLs and addresses as they are, among Arabic",
    arguments: NormalizationPreset.allCases)
  func untouched(_ preset: NormalizationPreset) {
    let untouched = [
      "Hello,", "naïve", "e\u{301}te\u{301}", "ש\u{5B8}לו\u{5B9}ם", "Привет", "и\u{306}од", "你好",
      "日本語", "かな", "한국어", "\u{1112}\u{1161}\u{11AB}", "👨\u{200D}👩\u{200D}👧",
      "❤\u{FE0F}\u{200D}🔥", "👍🏽", "🇪🇬", "https://example.org/a_b?c=1&d=2,3;4#e",
      "user.name+tag@example.org", "\u{FFFD}", "\u{E000}", "\u{10FFFD}", "क\u{94D}\u{200D}ष", "१२३",
      "½″′①ﬁ…", "(50%)", "1,000.50", "a*b", "x\u{0}y", "پچژگڤ",
    ]
    let arabic = [
      "كتـاب", "هـ", "ك\u{64E}تب", "ﺟﺪﺓ", "«نعم»", "١٢٫٥", "ا\u{654}", "\u{FDF2}", "نعم\u{200F}",
      "\u{200D}ه", "ى\u{670}", "جميييل", "نعم،",
    ]
    let normalizer = Normalizer(preset.options)
    for seed in RandomRun.seeds {
      var generator = SeededGenerator(seed: seed)
      let pieces = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        let pool = Bool.random(using: &generator) ? untouched : arabic
        return pool[Int.random(in: 0..<pool.count, using: &generator)]
      }
      let text = normalizer.normalize(SourceText(pieces.joined(separator: " "))).text
      let output = text[text.range]
      let found = output.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
      let isSame =
        found.count == pieces.count
        && zip(found, pieces).allSatisfy { after, before in
          arabic.contains(before)
            || after.elementsEqual(before.precomposedStringWithCanonicalMapping.unicodeScalars)
        }
      if !isSame {
        Issue.record("seed \(seed): [\(hexadecimal(output))] of \(pieces)")
        return
      }
    }
  }
}
