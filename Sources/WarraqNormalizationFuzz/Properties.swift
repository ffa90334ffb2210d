import WarraqNormalization
import WarraqText

/// What the contract promises of every text: presets and single options applied to their own output
/// change nothing, maps are monotone and complete, output is NFC where that is asked for.
struct Properties {
  private let named: [(name: String, normalizer: Normalizer)]
  private let composer: Normalizer

  /// - Parameter kernel: What runs; the others give the same, which ``Differential`` tells.
  init(_ kernel: NormalizationKernel) throws(NormalizationOptionError) {
    var sets: [(String, NormalizationOptions)] = [("no options", NormalizationOptions())]
    for preset in NormalizationPreset.allCases {
      var options = preset.options
      // References are decoded one level deep: `&amp;amp;` needs two runs.
      options.htmlEntities = .keep
      sets.append((preset.rawValue, options))
    }
    for name in NormalizationOptions.optionNames where name != "html_entities" {
      for value in NormalizationOptions.values(of: name) ?? [] {
        var options = NormalizationOptions()
        try options.set(name, to: value)
        if options != NormalizationOptions() { sets.append(("\(name)=\(value)", options)) }
      }
    }
    named = sets.map { ($0.0, Normalizer($0.1, kernel: kernel)) }
    var composing = NormalizationOptions()
    composing.nfc = true
    composer = Normalizer(composing, kernel: .reference)
  }

  /// How many sets of options are tried on each text.
  var sets: Int { named.count }

  /// The first promise that a text breaks, in words.
  func broken(by text: SourceText) -> String? {
    for (name, normalizer) in named {
      let result = normalizer.normalize(text)
      if normalizer.options.isEmpty, result.text != text { return "\(name) changed the text" }
      if normalizer.normalizedText(result.text) != result.text {
        return "\(name) is not idempotent: [\(Differential.show(result.text))]"
      }
      if normalizer.options.nfc, composer.normalizedText(result.text) != result.text {
        return "\(name) is not NFC: [\(Differential.show(result.text))]"
      }
      let offsets = result.map.sourceScalarOffsets
      let scalars = result.text.utf8.count { $0 & 0xC0 != 0x80 }
      guard offsets.count == scalars + 1, offsets.last == text.utf8.count(where: isFirst),
        zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
      else { return "\(name) has the map \(offsets)" }
    }
    return nil
  }

  private func isFirst(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
