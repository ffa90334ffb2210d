package import WarraqNormalization

/// Sets of options to compare under.
package enum RandomOptions {
  /// A preset, a single value, some values, or any of all options.
  package static func make(
    using generator: inout some RandomNumberGenerator
  ) -> NormalizationOptions {
    var options = NormalizationOptions()
    let names = NormalizationOptions.optionNames
    switch Int.random(in: 0..<8, using: &generator) {
    case 0..<3:
      let presets = NormalizationPreset.allCases
      options = presets[Int.random(in: 0..<presets.count, using: &generator)].options
    case 3:
      set(names[Int.random(in: 0..<names.count, using: &generator)], in: &options, &generator)
    case 4:
      // A preset with an option replaced.
      let presets = NormalizationPreset.allCases
      options = presets[Int.random(in: 0..<presets.count, using: &generator)].options
      for _ in 0..<3 {
        set(names[Int.random(in: 0..<names.count, using: &generator)], in: &options, &generator)
      }
    case 5:
      for name in names where Int.random(in: 0..<4, using: &generator) == 0 {
        set(name, in: &options, &generator)
      }
    default:
      for name in names { set(name, in: &options, &generator) }
    }
    return options
  }

  /// Every value of every option alone, and the presets.
  package static var fixed: [NormalizationOptions] {
    var sets = NormalizationPreset.allCases.map(\.options)
    for name in NormalizationOptions.optionNames {
      for value in (NormalizationOptions.values(of: name) ?? []).dropFirst() {
        var options = NormalizationOptions()
        try? options.set(name, to: value)
        sets.append(options)
      }
    }
    return sets
  }

  private static func set(
    _ name: String, in options: inout NormalizationOptions,
    _ generator: inout some RandomNumberGenerator
  ) {
    let values = NormalizationOptions.values(of: name) ?? []
    try? options.set(name, to: values[Int.random(in: 0..<values.count, using: &generator)])
  }
}
