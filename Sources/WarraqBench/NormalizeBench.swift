public import WarraqFormats
import WarraqICU
import WarraqNormalization
import WarraqText

/// Measures the normalizer: every fused kernel that the machine can run, by turns with ICU's compiled
/// transform rules for the same work, on the same text.
///
/// ICU is given the text in UTF-16 and keeps its output in UTF-16: no conversion is counted against
/// it. Ours goes from UTF-8 to UTF-8.
public struct NormalizeBench: Sendable {
  /// Seconds that a row gets on average.
  public var secondsPerRow: Double
  /// Tells whether to stop.
  public var interruption: Interruption

  /// A bench.
  public init(secondsPerRow: Double = 1, interruption: Interruption = .never) {
    self.secondsPerRow = secondsPerRow
    self.interruption = interruption
  }

  /// A text and what is done to it.
  struct Task {
    var name: String
    var text: SourceText
    var options: NormalizationOptions
    /// The text whose characters ICU gets rules for.
    var ruleText: SourceText
  }

  /// Measures on a text.
  ///
  /// - Throws: ``BenchError/icu(_:)`` and ``BenchError/interrupted``.
  public func run(on sample: BenchSample) throws(BenchError) -> NormalizeReport {
    var rows: [NormalizeReport.Row] = []
    for task in Self.tasks(sample.text) { rows += try measure(task) }
    do {
      return NormalizeReport(
        bytes: sample.text.count, rows: rows, icuVersion: try ICUVersions.current().icu)
    } catch {
      throw .icu(error)
    }
  }

  /// The work that is measured.
  static func tasks(_ text: SourceText) -> [Task] {
    let search = NormalizationPreset.search.options
    var marks = NormalizationOptions()
    marks.diacritics = .strip
    let clean = Normalizer(search).normalizedText(text)
    let vocalized = Self.vocalized(text)
    return [
      Task(name: "search", text: text, options: search, ruleText: text),
      Task(name: "dediacritize", text: text, options: marks, ruleText: Self.withMarks(text)),
      Task(name: "clean", text: clean, options: search, ruleText: text),
      Task(name: "vocalized", text: vocalized, options: marks, ruleText: vocalized),
      Task(name: "vocalized_search", text: vocalized, options: search, ruleText: vocalized),
    ]
  }

  private func measure(_ task: Task) throws(BenchError) -> [NormalizeReport.Row] {
    let icu: TransformYardstick
    let icuOutput: [UInt8]
    do {
      let rules = TransformRules(task.options, for: task.ruleText)
      icu = try TransformYardstick(rules: rules.text, text: task.text.utf8)
      icuOutput = try icu.output()
    } catch {
      throw .icu(error)
    }
    let kernels = NormalizationKernel.available.filter { $0 != .reference }
    var works: [any Work] = [TransformWork(icu)]
    var isEqual: [Bool] = []
    for kernel in kernels {
      let normalizer = Normalizer(task.options, kernel: kernel)
      isEqual.append(normalizer.normalizedText(task.text).utf8 == icuOutput)
      for way in NormalizeWork.Way.allCases {
        works.append(NormalizeWork(normalizer, task.text, way))
      }
    }
    let times = try RoundRobin(secondsPerWork: secondsPerRow, interruption: interruption)
      .measure(works)
    return kernels.indices.map { index in
      let first = 1 + index * NormalizeWork.Way.allCases.count
      return NormalizeReport.Row(
        task: task, kernel: kernels[index], equalsICU: isEqual[index], icu: times[0],
        ways: Array(times[first..<first + NormalizeWork.Way.allCases.count]))
    }
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

  /// A text with all that `diacritics: strip` names, for the rules of ICU: its rule does not hang on
  /// what a text happens to have.
  private static func withMarks(_ text: SourceText) -> SourceText {
    var scalars = String.UnicodeScalarView()
    for value in [0x0610...0x061A, 0x064B...0x0652, 0x0656...0x065F].joined() {
      if let scalar = Unicode.Scalar(UInt32(value)) { scalars.append(scalar) }
    }
    return SourceText(String(scalars))
  }
}

/// ICU's way.
final class TransformWork: Work {
  private let transform: TransformYardstick

  init(_ transform: TransformYardstick) {
    self.transform = transform
  }

  func run() throws(ICUError) -> Pass {
    Pass(segments: try transform.run())
  }
}

/// Ours.
final class NormalizeWork: Work {
  /// What is made of the text.
  enum Way: CaseIterable {
    /// The text alone, in a buffer used again.
    case text
    /// The same and the map, which is then asked for the source of the text's middle.
    case map
    /// A text of its own, and the map.
    case value
  }

  private let normalizer: Normalizer
  private let buffer: NormalizationBuffer
  private let text: SourceText
  private let way: Way

  init(_ normalizer: Normalizer, _ text: SourceText, _ way: Way) {
    self.normalizer = normalizer
    self.text = text
    self.way = way
    buffer = NormalizationBuffer(normalizer)
  }

  func run() throws(ICUError) -> Pass {
    switch way {
    case .text:
      buffer.normalize(text)
      return Pass(segments: buffer.count)
    case .map:
      buffer.normalize(text)
      let middle = buffer.count / 2
      let range = buffer.map.sourceUTF8Range(of: middle..<middle)
      return Pass(segments: buffer.count, checksum: range?.lowerBound.value ?? 0)
    case .value:
      let result = normalizer.normalize(text)
      return Pass(segments: result.text.count)
    }
  }
}
