import ArgumentParser
import Warraq

/// The preset and the options of a normalization, one argument an option.
struct NormalizationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A set of options; options given beside it are replaced. Default: light, where no option is "
        + "given either.",
      valueName: "preset"))
  var preset: NormalizationPreset?

  @Option(help: choice("html_entities", "Character references of HTML."))
  var htmlEntities: String?

  @Flag(inversion: .prefixedNo, help: "Canonical composition (NFC) of the whole text.")
  var nfc: Bool?

  @Flag(
    inversion: .prefixedNo, help: "Plain letters for U+FB50\u{2013}FDEF and U+FE70\u{2013}FEFC.")
  var presentationForms: Bool?

  @Option(help: choice("ligatures", "Word ligatures, U+FDF0\u{2013}FDFD."))
  var ligatures: String?

  @Option(help: choice("controls", "Direction marks, zero-width characters, soft hyphens."))
  var controls: String?

  @Option(help: choice("superscript_alef", "U+0670."))
  var superscriptAlef: String?

  @Option(help: choice("quranic_marks", "Annotation marks of the Quran."))
  var quranicMarks: String?

  @Option(help: choice("diacritics", "Tashkeel: vowels, tanwin, sukun, shadda."))
  var diacritics: String?

  @Option(help: choice("tatweel", "U+0640; strip keeps the one of «هـ»."))
  var tatweel: String?

  @Option(help: choice("letter_variants", "Persian and Urdu shapes of Arabic letters."))
  var letterVariants: String?

  @Option(help: choice("alef", "أ إ آ ٱ."))
  var alef: String?

  @Option(help: choice("hamza", "ؤ and ئ: to و and ي (carrier), or to ء (bare)."))
  var hamza: String?

  @Option(help: choice("alef_maksura", "ى to ي."))
  var alefMaksura: String?

  @Option(help: choice("teh_marbuta", "ة to ه."))
  var tehMarbuta: String?

  @Option(help: choice("elongation", "A letter written three or more times: once, or twice."))
  var elongation: String?

  @Option(help: choice("digits", "ASCII, Arabic-Indic and extended Arabic-Indic digits."))
  var digits: String?

  @Option(help: choice("quotes", "Quotation marks."))
  var quotes: String?

  @Option(help: choice("punctuation", "Commas, semicolons, question marks and the like."))
  var punctuation: String?

  @Option(help: choice("spaces", "White space and line breaks."))
  var spaces: String?

  mutating func validate() throws {
    do {
      _ = try options()
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// The options that the arguments come to: those of the preset, or none, with the ones given
  /// replaced.
  func options() throws(NormalizationOptionError) -> NormalizationOptions {
    let given = given.compactMap { name, value in value.map { (name, $0) } }
    var options = preset?.options ?? NormalizationOptions()
    if preset == nil, given.isEmpty { options = NormalizationPreset.light.options }
    for (name, value) in given { try options.set(name, to: value) }
    return options
  }

  /// The names of all options, as they are written on the command line.
  static var flags: [String] {
    NormalizationOptions.optionNames.map { flag(of: $0) }
  }

  private static func flag(of name: String) -> String {
    "--" + String(name.map { $0 == "_" ? "-" : $0 })
  }

  private var given: [(name: String, value: String?)] {
    [
      ("html_entities", htmlEntities), ("nfc", nfc.map { String($0) }),
      ("presentation_forms", presentationForms.map { String($0) }), ("ligatures", ligatures),
      ("controls", controls), ("superscript_alef", superscriptAlef),
      ("quranic_marks", quranicMarks), ("diacritics", diacritics), ("tatweel", tatweel),
      ("letter_variants", letterVariants), ("alef", alef), ("hamza", hamza),
      ("alef_maksura", alefMaksura), ("teh_marbuta", tehMarbuta), ("elongation", elongation),
      ("digits", digits), ("quotes", quotes), ("punctuation", punctuation), ("spaces", spaces),
    ]
  }
}

/// The help of an option: its values, and what it is about.
private func choice(_ name: String, _ abstract: String) -> ArgumentHelp {
  ArgumentHelp(
    abstract,
    valueName: NormalizationOptions.values(of: name)?.joined(separator: "|"))
}
