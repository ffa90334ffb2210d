import WarraqICU
import WarraqNormalization
import WarraqText

/// A text and what the normalizer does to it.
struct NormalizationTask {
  var name: String
  var text: SourceText
  var options: NormalizationOptions
  /// The text whose characters ICU gets rules for.
  var ruleText: SourceText

  /// The presets and `dediacritize` on the text; in detail also `clean` (the search key again, so
  /// that nothing changes), and two works on the text with marks on its letters.
  static func all(_ text: SourceText, isDetailed: Bool) -> [NormalizationTask] {
    let search = NormalizationPreset.search.options
    var marks = NormalizationOptions()
    marks.diacritics = .strip
    var tasks = NormalizationPreset.allCases.map { preset in
      NormalizationTask(
        name: preset.rawValue, text: text, options: preset.options, ruleText: text)
    }
    tasks.append(
      NormalizationTask(name: "dediacritize", text: text, options: marks, ruleText: allMarks))
    guard isDetailed else { return tasks }
    let clean = Normalizer(search).normalizedText(text)
    let vocalized = Self.vocalized(text)
    return tasks + [
      NormalizationTask(name: "clean", text: clean, options: search, ruleText: text),
      NormalizationTask(name: "vocalized", text: vocalized, options: marks, ruleText: vocalized),
      NormalizationTask(
        name: "vocalized search", text: vocalized, options: search, ruleText: vocalized),
    ]
  }

  /// The text with marks put on its letters, by the number of the letter: a vowel or sukun on each,
  /// shadda and a vowel on every fifth, nothing on every seventh.
  ///
  /// Shadda stands before the vowel, as it is typed, against canonical order. Marks that the text has
  /// stay.
  static func vocalized(_ text: SourceText) -> SourceText {
    let vowels: [UInt32] = [0x064E, 0x0650, 0x064F, 0x0652, 0x064E, 0x0652]
    var output: [UInt8] = []
    output.reserveCapacity(text.count * 2)
    let utf8 = text.utf8
    let bytes = utf8.span
    var position = 0
    var letters = 0
    while position < bytes.count, output.count < SourceText.maximumLength - 16 {
      let decoded = bytes.scalar(at: position)
      output.append(utf8: decoded.value)
      position += decoded.length
      guard ScalarTable.shared[decoded.value].category == .arabicLetter, decoded.value != 0x0640
      else { continue }
      letters += 1
      if letters % 7 == 0 { continue }
      if letters % 5 == 0 { output.append(utf8: 0x0651) }
      output.append(utf8: vowels[letters % vowels.count])
    }
    return SourceText(String(decoding: output, as: UTF8.self))
  }

  /// All that `diacritics: strip` names: ICU's rule for it does not hang on what a text happens to
  /// have.
  private static let allMarks: SourceText = {
    var scalars = String.UnicodeScalarView()
    for value in [0x0610...0x061A, 0x064B...0x0652, 0x0656...0x065F].joined() {
      if let scalar = Unicode.Scalar(UInt32(value)) { scalars.append(scalar) }
    }
    return SourceText(String(scalars))
  }()
}

extension Bench {
  /// A task by every fused kernel, against ICU's compiled transform rules for it.
  ///
  /// ICU is given the text in UTF-16 and keeps its output in UTF-16: no conversion is counted against
  /// it. Ours goes from UTF-8 to UTF-8: the text alone in a buffer used again, with the map, and as a
  /// value of its own, which allocates both.
  func normalization(_ task: NormalizationTask) throws(ICUError) -> BenchComparison {
    let rules = TransformRules(task.options, for: task.ruleText)
    let icu = try TransformYardstick(rules: rules.text, text: task.text.utf8)
    let icuOutput = try icu.output()
    let text = task.text
    var cases: [BenchCase] = []
    let fused = NormalizationKernel.available.filter { $0 != .reference }
    for kernel in isDetailed ? fused : [.preferred] {
      let normalizer = Normalizer(task.options, kernel: kernel)
      let buffer = NormalizationBuffer(normalizer)
      let isEqual = normalizer.normalizedText(text).utf8 == icuOutput
      cases.append(
        BenchCase(task.name, kernel: kernel.rawValue, equalsYardstick: isEqual) {
          () throws(ICUError) in
          buffer.normalize(text)
          return Pass(results: buffer.count)
        })
      guard isDetailed else { continue }
      cases += [
        BenchCase("\(task.name), map", kernel: kernel.rawValue) { () throws(ICUError) in
          // The map is asked for the source of the text's middle.
          buffer.normalize(text)
          let middle = buffer.count / 2
          let range = buffer.map.sourceUTF8Range(of: middle..<middle)
          return Pass(results: buffer.count, checksum: range?.lowerBound.value ?? 0)
        },
        .counting("\(task.name), value", kernel: kernel.rawValue) {
          normalizer.normalize(text).text.count
        },
      ]
    }
    return BenchComparison(
      stage: .normalize, text: text,
      yardstick: BenchCase("\(task.name), rules", kernel: "icu") { () throws(ICUError) in
        Pass(results: try icu.run())
      },
      cases: cases)
  }
}
