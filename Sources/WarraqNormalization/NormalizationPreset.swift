/// A named set of options.
///
/// A preset with some of its options replaced is made by changing a copy of ``options``.
public enum NormalizationPreset: String, CaseIterable, Sendable {
  /// Repair that no reader would notice. Spelling, marks, digits and quotes stay.
  case light
  /// Input of entity and date rules: `light`, marks off, Arabic letters, Western digits, ASCII
  /// quotes. Hamza, ى and ة stay, as names differ by them.
  case ner
  /// Index and look-up keys: `ner`, with hamza, ى, ة and punctuation folded. Lossy.
  case search
  /// Training text: `light`, references decoded, marks off, elongation cut. Digits, quotes and
  /// punctuation stay.
  case lm

  /// The options of the preset.
  public var options: NormalizationOptions {
    var options = NormalizationOptions()
    addRepair(to: &options)
    switch self {
    case .light:
      break
    case .ner:
      addEntityInput(to: &options)
    case .search:
      addEntityInput(to: &options)
      options.alef = .fold
      options.hamza = .carrier
      options.alefMaksura = .yeh
      options.tehMarbuta = .heh
      options.punctuation = .ascii
    case .lm:
      options.htmlEntities = .decode
      addUnmarked(to: &options)
      options.elongation = .two
    }
    return options
  }

  private func addRepair(to options: inout NormalizationOptions) {
    options.nfc = true
    options.presentationForms = true
    options.ligatures = .expand
    options.controls = .strip
    options.tatweel = .strip
    options.spaces = .collapse
  }

  private func addEntityInput(to options: inout NormalizationOptions) {
    addUnmarked(to: &options)
    options.letterVariants = .arabic
    options.digits = .western
    options.quotes = .ascii
  }

  private func addUnmarked(to options: inout NormalizationOptions) {
    options.diacritics = .strip
    options.superscriptAlef = .strip
    options.quranicMarks = .strip
  }
}
