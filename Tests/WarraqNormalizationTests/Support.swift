import WarraqNormalization
import WarraqText

/// Options with some set.
func options(
  _ configure: (inout NormalizationOptions) -> Void
) -> NormalizationOptions {
  var options = NormalizationOptions()
  configure(&options)
  return options
}

/// A text's normalized form.
func normalized(_ string: String, _ options: NormalizationOptions) -> String {
  let text = SourceText(string)
  let result = Normalizer(options).normalize(text)
  return result.text[result.text.range]
}

/// A text's normalized form under a preset.
func normalized(_ string: String, _ preset: NormalizationPreset) -> String {
  normalized(string, preset.options)
}

/// The map of a text's normalization.
func map(_ string: String, _ options: NormalizationOptions) -> [Int] {
  Normalizer(options).normalize(SourceText(string)).map.sourceScalarOffsets
}

/// The scalars of a string in hexadecimal, to show what invisible characters it holds.
func hexadecimal(_ string: String) -> String {
  string.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
    .joined(separator: " ")
}

/// One golden case: what an option makes of a text.
struct Golden: Sendable, CustomStringConvertible {
  let input: String
  let expected: String

  init(_ input: String, _ expected: String) {
    self.input = input
    self.expected = expected
  }

  /// A text that must stay as it is.
  init(stays input: String) {
    self.init(input, input)
  }

  var description: String { "\(input) [\(hexadecimal(input))]" }

  /// What the options make of the input, and what they should, both with their scalars.
  func outcome(_ options: NormalizationOptions) -> (actual: String, expected: String) {
    (hexadecimal(normalized(input, options)), hexadecimal(expected))
  }
}

/// Every option value but `keep`, alone in its options.
let singleOptions: [(name: String, options: NormalizationOptions)] = [
  ("html_entities=decode", options { $0.htmlEntities = .decode }),
  ("nfc", options { $0.nfc = true }),
  ("presentation_forms", options { $0.presentationForms = true }),
  ("ligatures=expand", options { $0.ligatures = .expand }),
  ("controls=strip", options { $0.controls = .strip }),
  ("superscript_alef=strip", options { $0.superscriptAlef = .strip }),
  ("superscript_alef=alef", options { $0.superscriptAlef = .alef }),
  ("quranic_marks=strip", options { $0.quranicMarks = .strip }),
  ("diacritics=strip", options { $0.diacritics = .strip }),
  ("diacritics=strip_harakat", options { $0.diacritics = .stripHarakat }),
  ("diacritics=strip_final", options { $0.diacritics = .stripFinal }),
  ("tatweel=strip", options { $0.tatweel = .strip }),
  ("tatweel=strip_all", options { $0.tatweel = .stripAll }),
  ("letter_variants=arabic", options { $0.letterVariants = .arabic }),
  ("alef=fold", options { $0.alef = .fold }),
  ("hamza=carrier", options { $0.hamza = .carrier }),
  ("hamza=bare", options { $0.hamza = .bare }),
  ("alef_maksura=yeh", options { $0.alefMaksura = .yeh }),
  ("teh_marbuta=heh", options { $0.tehMarbuta = .heh }),
  ("elongation=1", options { $0.elongation = .one }),
  ("elongation=2", options { $0.elongation = .two }),
  ("digits=western", options { $0.digits = .western }),
  ("digits=arabic_indic", options { $0.digits = .arabicIndic }),
  ("quotes=ascii", options { $0.quotes = .ascii }),
  ("quotes=guillemets", options { $0.quotes = .guillemets }),
  ("punctuation=ascii", options { $0.punctuation = .ascii }),
  ("punctuation=arabic", options { $0.punctuation = .arabic }),
  ("spaces=collapse", options { $0.spaces = .collapse }),
]
