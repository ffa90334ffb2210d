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
      if let difference = byteDifference(found.map, text, expected) {
        return "\(name): \(difference)"
      }
    }
    return nil
  }

  /// What differs where a text comes in pieces.
  ///
  /// - Parameter cuts: Where pieces end, in bytes.
  package func difference(in string: String, cuts: [Int]) -> String? {
    let text = SourceText(string)
    let expected = reference.normalize(text)
    for normalizer in fused {
      var stream = NormalizationStream(normalizer, least: 1)
      var output: [UInt8] = []
      var offsets: [Int] = []
      var parts = 0
      func take(_ part: NormalizationStream.Part) {
        output += part.text.utf8
        offsets += part.map.sourceScalarOffsets.dropLast().map { $0 + part.sourceScalarOffset }
        parts += 1
      }
      var start = 0
      do {
        for end in cuts + [text.count] {
          try stream.push(Array(text.utf8[start..<end]).span, take)
          start = end
        }
        try stream.finish(take)
      } catch {
        return "\(normalizer.kernel.rawValue): \(error)"
      }
      offsets.append(expected.map.sourceCount)
      let name = "\(normalizer.kernel.rawValue), cuts \(cuts), \(parts) parts"
      if output != expected.text.utf8 {
        let found = SourceText(String(decoding: output, as: UTF8.self))
        return "\(name): [\(Self.show(found))], not [\(Self.show(expected.text))]"
      }
      if offsets != expected.map.sourceScalarOffsets {
        return "\(name): map \(offsets), not \(expected.map.sourceScalarOffsets)"
      }
    }
    return nil
  }

  /// What differs in the map where it is asked in bytes.
  private func byteDifference(
    _ map: OffsetMap, _ text: SourceText, _ expected: NormalizedText
  ) -> String? {
    let starts = Self.starts(expected.text)
    let source = Self.starts(text)
    for first in stride(from: 0, to: starts.count - 1, by: 3) {
      let end = min(first + 1 + first % 3, starts.count - 1)
      let scalars = expected.map.sourceRange(of: NormalizedOffset(first)..<NormalizedOffset(end))
      let found = map.sourceUTF8Range(of: starts[first]..<starts[end])
      let wanted = source[scalars.lowerBound]..<source[scalars.upperBound]
      if found?.utf8 != wanted {
        return
          "bytes \(starts[first])..<\(starts[end]) from \(String(describing: found)), not \(wanted)"
      }
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

  /// Where the scalars of a text begin, and its end.
  private static func starts(_ text: SourceText) -> [Int] {
    text.utf8.indices.filter { text.utf8[$0] & 0xC0 != 0x80 } + [text.count]
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
