package import WarraqNormalization
package import WarraqText

/// Holds the kernels against the operations one after the other.
package struct Differential {
  package let kernels: [NormalizationKernel]
  private let reference: Normalizer
  private let fused: [Normalizer]

  package init(_ options: NormalizationOptions, _ kernels: [NormalizationKernel]) {
    self.kernels = kernels
    reference = Normalizer(options, kernel: .reference)
    fused = kernels.map { Normalizer(options, kernel: $0) }
  }

  /// What differs on a text, in words.
  package func difference(in string: String) -> String? {
    let text = SourceText(string)
    let expected = reference.normalize(text)
    for normalizer in fused {
      let name = normalizer.kernel.rawValue
      let found = normalizer.normalize(text)
      if found.text != expected.text {
        return "\(name): [\(Self.show(found.text))], not [\(Self.show(expected.text))]"
      }
      if found.map.sourceScalarOffsets != expected.map.sourceScalarOffsets {
        return
          "\(name): map \(found.map.sourceScalarOffsets), not \(expected.map.sourceScalarOffsets)"
      }
      if normalizer.normalizedText(text) != expected.text { return "\(name): text without map" }
    }
    return nil
  }

  /// A shorter text that differs too.
  package func shortened(_ string: String) -> String {
    var scalars = Array(string.unicodeScalars)
    var length = scalars.count / 2
    while length > 0 {
      var start = 0
      while start + length <= scalars.count {
        var fewer = scalars
        fewer.removeSubrange(start..<start + length)
        if difference(in: Self.string(fewer)) != nil {
          scalars = fewer
        } else {
          start += length
        }
      }
      length /= 2
    }
    return Self.string(scalars)
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Scalars in hexadecimal.
  package static func show(_ text: SourceText) -> String {
    text[text.range].unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }

  /// The options that are not at their default.
  package static func show(_ options: NormalizationOptions) -> String {
    NormalizationOptions.optionNames.filter {
      options.value(of: $0) != NormalizationOptions.values(of: $0)?.first
    }.map { "\($0)=\(options.value(of: $0))" }.joined(separator: " ")
  }
}
