public import WarraqText

/// What each operation of a normalization did: how often, with samples.
///
/// The same texts in the same order give the same report.
public struct NormalizationReport: Sendable, Hashable {
  /// A place that an operation changed, as it was and as it became, with the word around it.
  public struct Sample: Sendable, Hashable {
    /// The word or words before the operation.
    public let before: String
    /// The same after it.
    public let after: String
  }

  /// What one operation did.
  public struct Rule: Sendable, Hashable {
    /// The option's name, for example `tatweel`.
    public let option: String
    /// Its value, for example `strip`.
    public let value: String
    /// Places that it changed. Neighbouring characters changed by one operation are one place.
    public internal(set) var count = 0
    /// The first places that differ from each other, at most ``NormalizationReport/sampleLimit``.
    public internal(set) var samples: [Sample] = []
  }

  /// Samples that a rule has at most.
  public static let sampleLimit = 5

  /// The operations that were asked for, in the order in which they run.
  public private(set) var rules: [Rule]

  /// A report on nothing, with a rule for each option that is on.
  public init(_ options: NormalizationOptions) {
    rules = NormalizationOptions.optionNames.compactMap { name in
      let value = options.value(of: name)
      let isOff = value == NormalizationOptions().value(of: name)
      return isOff ? nil : Rule(option: name, value: value)
    }
  }

  /// Adds the report on another text, made with the same options.
  public mutating func add(_ other: NormalizationReport) {
    precondition(rules.map(\.option) == other.rules.map(\.option), "reports of other options")
    for (index, rule) in other.rules.enumerated() {
      rules[index].count += rule.count
      for sample in rule.samples { rules[index].add(sample) }
    }
  }

  /// Takes down what an operation changed.
  mutating func note(_ option: String, _ before: MappedText, _ after: MappedText) {
    guard let index = rules.firstIndex(where: { $0.option == option }) else {
      preconditionFailure("an operation ran that was not asked for: \(option)")
    }
    for change in TextChange.all(from: before, to: after) {
      rules[index].count += 1
      if rules[index].samples.count < Self.sampleLimit {
        rules[index].add(
          Sample(
            before: before.word(around: change.before), after: after.word(around: change.after)))
      }
    }
  }
}

extension NormalizationReport.Rule {
  fileprivate mutating func add(_ sample: NormalizationReport.Sample) {
    guard samples.count < NormalizationReport.sampleLimit, !samples.contains(sample) else { return }
    samples.append(sample)
  }
}

extension Normalizer {
  /// Normalizes a text and reports what each operation did.
  ///
  /// The result is that of ``normalize(_:)``; this way runs the operations one after the other and
  /// takes several times as long.
  ///
  /// - Complexity: O(*n*).
  public func explain(
    _ text: SourceText
  ) -> (normalized: NormalizedText, report: NormalizationReport) {
    var report = NormalizationReport(options)
    let source = MappedText(text)
    let result = source.normalized(options) { report.note($0, $1, $2) }
    let normalized = NormalizedText(
      text: result.text, map: OffsetMap(origins: result.origins, sourceCount: source.count))
    return (normalized, report)
  }
}

/// A place that an operation changed.
private struct TextChange {
  /// The scalars before, as indices; empty where something was written into a gap.
  var before: Range<Int>
  /// The scalars after; empty where all were deleted.
  var after: Range<Int>

  /// The places where two texts of one source differ. Scalars of one origin stand for each other.
  static func all(from before: MappedText, to after: MappedText) -> [TextChange] {
    var changes: [TextChange] = []
    var isInChange = false
    var left = 0
    var right = 0
    while left < before.count {
      let origin = before.origins[left]
      let leftEnd = before.endOfOrigin(origin, from: left)
      let rightEnd = after.endOfOrigin(origin, from: right)
      let isSame = before.scalars[left..<leftEnd] == after.scalars[right..<rightEnd]
      if !isSame, isInChange {
        changes[changes.count - 1].before = changes[changes.count - 1].before.lowerBound..<leftEnd
        changes[changes.count - 1].after = changes[changes.count - 1].after.lowerBound..<rightEnd
      } else if !isSame {
        changes.append(TextChange(before: left..<leftEnd, after: right..<rightEnd))
      }
      isInChange = !isSame
      left = leftEnd
      right = rightEnd
    }
    return changes
  }
}

extension MappedText {
  /// The index after the scalars from `start` on that come from an origin.
  fileprivate func endOfOrigin(_ origin: Int, from start: Int) -> Int {
    var end = start
    while end < count, origins[end] == origin { end += 1 }
    return end
  }

  /// The scalars of a range with those beside it, as far as white space and at most twelve.
  fileprivate func word(around range: Range<Int>) -> String {
    let reach = 12
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < reach, !scalars[start - 1].isWhiteSpace {
      start -= 1
    }
    var end = range.upperBound
    while end < count, end - range.upperBound < reach, !scalars[end].isWhiteSpace { end += 1 }
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars[start..<end].compactMap { Unicode.Scalar($0) })
    return String(string)
  }
}
