import Testing
import WarraqNormalization
import WarraqTestSupport
import WarraqText

@Suite("Golden cases of normalization")
struct NormalizationGoldenTests {
  @Test("Every case of Corpus/golden/normalization.txt, maps included")
  func golden() throws {
    try GoldenFile("normalization.txt").check { golden in
      let expected = try #require(
        NormalizationCase(golden.expected), "line \(golden.line) is not of the form")
      let source = SourceText(Self.string(expected.source))
      let found = Normalizer(try Self.options(expected)).normalize(source)
      var actual = expected
      actual.result = Array(found.text[found.text.range].unicodeScalars)
      if expected.map != nil { actual.map = found.map.sourceScalarOffsets }
      // The line itself where it is right, however its characters are written.
      return actual == expected ? golden.expected : actual.line
    }
  }

  @Test("The file has cases for every value of every option, with maps for most")
  func coverage() throws {
    let cases = try GoldenFile("normalization.txt").cases.map {
      try #require(NormalizationCase($0.expected))
    }
    #expect(cases.count >= 500)
    #expect(cases.count { $0.map != nil } >= 150)
    for name in NormalizationOptions.optionNames {
      for value in NormalizationOptions.values(of: name) ?? []
      where value != NormalizationOptions().value(of: name) {
        let ofValue = cases.filter { $0.settings.contains(.option(name: name, value: value)) }
        #expect(ofValue.count >= 3, "\(name)=\(value)")
      }
    }
    for preset in NormalizationPreset.allCases {
      #expect(cases.count { $0.settings.first == .preset(preset.rawValue) } >= 10)
    }
  }

  @Test("Explaining gives the same text and map")
  func explanation() throws {
    for golden in try GoldenFile("normalization.txt").cases {
      let expected = try #require(NormalizationCase(golden.expected))
      let normalizer = Normalizer(try Self.options(expected))
      let source = SourceText(Self.string(expected.source))
      let plain = normalizer.normalize(source)
      let (explained, report) = normalizer.explain(source)
      #expect(explained.text == plain.text && explained.map == plain.map, "line \(golden.line)")
      let count = report.rules.reduce(0) { $0 + $1.count }
      // Two operations can undo each other, but nothing changes where none fired.
      #expect(count > 0 || plain.text == source, "line \(golden.line)")
      #expect(report.rules.allSatisfy { $0.count >= $0.samples.count && $0.samples.count <= 5 })
    }
  }

  private static func options(_ golden: NormalizationCase) throws -> NormalizationOptions {
    var options = NormalizationOptions()
    for setting in golden.settings {
      switch setting {
      case .preset(let name): options = try #require(NormalizationPreset(rawValue: name)).options
      case .option(let name, let value): try options.set(name, to: value)
      }
    }
    return options
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
