import Foundation
import Testing
import WarraqNormalization
import WarraqTestSupport
import WarraqText

/// Options under which normalizing again must change nothing.
private let idempotentOptions: [(name: String, options: NormalizationOptions)] =
  singleOptions.filter { $0.options.htmlEntities == .keep }
  + NormalizationPreset.allCases.map { preset in
    var options = preset.options
    options.htmlEntities = .keep
    return (preset.rawValue, options)
  }

@Suite("Properties on random strings")
struct PropertyTests {
  @Test("Presets and single options are idempotent", arguments: idempotentOptions)
  func idempotence(_ name: String, _ options: NormalizationOptions) {
    let normalizer = Normalizer(options)
    forEachString { string, context in
      let once = normalizer.normalize(SourceText(string))
      let twice = normalizer.normalize(once.text)
      if once.text != twice.text {
        Issue.record(
          """
          \(name), \(context): [\(hexadecimal(once.text[once.text.range]))] became \
          [\(hexadecimal(twice.text[twice.text.range]))]
          """)
        return false
      }
      return true
    }
  }

  @Test(
    "Maps are monotone, of the right length, and end at the source's end",
    arguments: singleOptions + NormalizationPreset.allCases.map { ($0.rawValue, $0.options) })
  func maps(_ name: String, _ options: NormalizationOptions) {
    let normalizer = Normalizer(options)
    forEachString { string, context in
      let result = normalizer.normalize(SourceText(string))
      let offsets = result.map.sourceScalarOffsets
      let count = result.text[result.text.range].unicodeScalars.count
      let isMonotone = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
      let isInside = offsets.dropLast().allSatisfy { $0 < string.unicodeScalars.count }
      guard offsets.count == count + 1, isMonotone, isInside,
        offsets.last == string.unicodeScalars.count
      else {
        Issue.record("\(name), \(context): map \(offsets) of \(count) scalars")
        return false
      }
      return true
    }
  }

  @Test(
    "Output is NFC where it is asked for, with any other option",
    arguments: singleOptions + NormalizationPreset.allCases.map { ($0.rawValue, $0.options) })
  func outputIsComposed(_ name: String, _ options: NormalizationOptions) {
    var options = options
    options.nfc = true
    let normalizer = Normalizer(options)
    forEachString { string, context in
      let result = normalizer.normalize(SourceText(string))
      let output = result.text[result.text.range]
      let composed = output.precomposedStringWithCanonicalMapping
      guard output.unicodeScalars.elementsEqual(composed.unicodeScalars) else {
        Issue.record("\(name), \(context): [\(hexadecimal(output))] is not NFC")
        return false
      }
      return true
    }
  }

  @Test("Empty options are the identity")
  func identity() {
    let normalizer = Normalizer(NormalizationOptions())
    forEachString { string, context in
      let text = SourceText(string)
      let result = normalizer.normalize(text)
      let isSame =
        result.text == text
        && result.map.sourceScalarOffsets == Array(0...string.unicodeScalars.count)
      if !isSame { Issue.record("\(context)") }
      return isSame
    }
  }

  @Test(
    "Long runs of one unit end within a minute", .timeLimit(.minutes(1)),
    arguments: [
      "ـ\u{64E}", "\u{670}", "&#1", "&", "« ", "\"", "‹", " ", "\u{200D}", "e\u{301}", "\u{654}",
      "ـ",
    ])
  func longRuns(_ pattern: String) {
    let text = SourceText(String(repeating: pattern, count: 50_000))
    var options = NormalizationPreset.lm.options
    options.diacritics = .stripFinal
    options.superscriptAlef = .alef
    options.quotes = .guillemets
    options.punctuation = .arabic
    let result = Normalizer(options).normalize(text)
    #expect(result.map.sourceCount == 50_000 * pattern.unicodeScalars.count)
  }

  @Test("Composing maps is composing functions")
  func composition() {
    let first = Normalizer(NormalizationPreset.light.options)
    let second = Normalizer(NormalizationPreset.search.options)
    forEachString { string, context in
      let once = first.normalize(SourceText(string))
      let twice = second.normalize(once.text)
      let composed = once.map.composed(with: twice.map).sourceScalarOffsets
      let expected = twice.map.sourceScalarOffsets.map { once.map.sourceScalarOffsets[$0] }
      if composed != expected { Issue.record("\(context)") }
      return composed == expected
    }
  }
}
