/// What a ``Normalizer`` does to a text: one property for each named operation, all off by default.
///
/// The operations run in one fixed order, whatever the order they are set in (see ``Normalizer``).
/// Raw values of the enums are the values' names in the command line tool and in configuration
/// files.
public struct NormalizationOptions: Sendable, Hashable {
  /// `html_entities`: character references of HTML.
  public var htmlEntities = HTMLEntities.keep
  /// `nfc`: canonical composition (UAX #15) of the whole text.
  ///
  /// The text is composed again after each operation that can break the form, so the output is NFC.
  public var nfc = false
  /// `presentation_forms`: U+FB50–FDEF and U+FE70–FEFC to plain letters.
  public var presentationForms = false
  /// `ligatures`: the word ligatures U+FDF0–FDFD.
  public var ligatures = Ligatures.keep
  /// `controls`: invisible direction marks, zero-width characters and soft hyphens.
  public var controls = Controls.keep
  /// `superscript_alef`: U+0670.
  public var superscriptAlef = SuperscriptAlef.keep
  /// `quranic_marks`: annotation marks of the Quran.
  public var quranicMarks = QuranicMarks.keep
  /// `diacritics`: tashkeel, U+064B–0652, U+0610–061A and U+0656–065F.
  public var diacritics = Diacritics.keep
  /// `tatweel`: U+0640.
  public var tatweel = Tatweel.keep
  /// `letter_variants`: Persian and Urdu shapes of Arabic letters.
  public var letterVariants = LetterVariants.keep
  /// `alef`: alef with hamza, madda or wasla.
  public var alef = Alef.keep
  /// `hamza`: hamza on waw and yeh.
  public var hamza = Hamza.keep
  /// `alef_maksura`: ى.
  public var alefMaksura = AlefMaksura.keep
  /// `teh_marbuta`: ة.
  public var tehMarbuta = TehMarbuta.keep
  /// `elongation`: a letter written three or more times.
  public var elongation = Elongation.keep
  /// `digits`: ASCII, Arabic-Indic and extended Arabic-Indic digits.
  public var digits = Digits.keep
  /// `quotes`: quotation marks.
  public var quotes = Quotes.keep
  /// `punctuation`: commas, semicolons, question marks and the like.
  public var punctuation = Punctuation.keep
  /// `spaces`: white space and line breaks.
  public var spaces = Spaces.keep

  /// Options that keep everything.
  public init() {}

  /// Whether no operation is asked for.
  public var isEmpty: Bool { self == NormalizationOptions() }
}

extension NormalizationOptions {
  /// Values of `html_entities`.
  public enum HTMLEntities: String, Sendable, Hashable, CaseIterable {
    /// References stay.
    case keep
    /// Decodes decimal and hexadecimal references and nineteen named ones, one level deep.
    /// Unknown and unterminated references stay.
    case decode
  }

  /// Values of `ligatures`.
  public enum Ligatures: String, Sendable, Hashable, CaseIterable {
    /// Ligatures stay.
    case keep
    /// Writes the words out; the rial sign with Arabic yeh, U+FDFD as the basmala.
    case expand
  }

  /// Values of `controls`.
  public enum Controls: String, Sendable, Hashable, CaseIterable {
    /// Controls stay.
    case keep
    /// Removes U+00AD, U+061C, U+200B, U+200E–200F, U+202A–202E, U+2060, U+2066–2069, U+FEFF; and
    /// then the joiners U+200C and U+200D that stand beside an Arabic letter, mark or tatweel.
    case strip
  }

  /// Values of `superscript_alef`.
  public enum SuperscriptAlef: String, Sendable, Hashable, CaseIterable {
    /// U+0670 stays.
    case keep
    /// Removes U+0670.
    case strip
    /// Writes ا for U+0670, and nothing where the letter below it is ى.
    case alef
  }

  /// Values of `quranic_marks`.
  public enum QuranicMarks: String, Sendable, Hashable, CaseIterable {
    /// The marks stay.
    case keep
    /// Removes U+0615, U+06D6–06DC, U+06DF–06E8, U+06EA–06ED, U+08D3–08E1, U+08E3–08FF.
    case strip
  }

  /// Values of `diacritics`.
  public enum Diacritics: String, Sendable, Hashable, CaseIterable {
    /// Tashkeel stays.
    case keep
    /// Removes all tashkeel.
    case strip
    /// Removes tashkeel except shadda.
    case stripHarakat = "strip_harakat"
    /// Removes tashkeel except shadda after the last letter of each word.
    case stripFinal = "strip_final"
  }

  /// Values of `tatweel`.
  ///
  /// Under both other values than `keep`, a tatweel that carries U+0654 becomes ء.
  public enum Tatweel: String, Sendable, Hashable, CaseIterable {
    /// Tatweel stays.
    case keep
    /// Removes tatweel, but keeps one after a lone letter («هـ») or no letter at all.
    case strip
    /// Removes every tatweel.
    case stripAll = "strip_all"
  }

  /// Values of `letter_variants`.
  public enum LetterVariants: String, Sendable, Hashable, CaseIterable {
    /// The letters stay.
    case keep
    /// ی ے → ي; ک ڪ → ك; ہ ھ ە ۀ → ه; ۃ → ة. Letters with a sound of their own stay.
    case arabic
  }

  /// Values of `alef`.
  public enum Alef: String, Sendable, Hashable, CaseIterable {
    /// Alefs stay.
    case keep
    /// أ إ آ ٱ ٲ ٳ ٵ → ا; a U+0653–0655 left on an alef goes.
    case fold
  }

  /// Values of `hamza`. A free ء is never touched; alef is the business of ``Alef``.
  public enum Hamza: String, Sendable, Hashable, CaseIterable {
    /// Seats stay.
    case keep
    /// ؤ → و, ئ → ي; a U+0654 or U+0655 left on another letter goes.
    case carrier
    /// ؤ ئ → ء.
    case bare
  }

  /// Values of `alef_maksura`.
  public enum AlefMaksura: String, Sendable, Hashable, CaseIterable {
    /// ى stays.
    case keep
    /// ى → ي, everywhere.
    case yeh
  }

  /// Values of `teh_marbuta`.
  public enum TehMarbuta: String, Sendable, Hashable, CaseIterable {
    /// ة stays.
    case keep
    /// ة → ه.
    case heh
  }

  /// Values of `elongation`.
  public enum Elongation: String, Sendable, Hashable, CaseIterable {
    /// Runs stay.
    case keep
    /// Cuts a run of three or more of one Arabic letter to one. Doubles stay.
    case one = "1"
    /// Cuts a run of three or more of one Arabic letter to two.
    case two = "2"
  }

  /// Values of `digits`. Digits of other scripts stay.
  public enum Digits: String, Sendable, Hashable, CaseIterable {
    /// Digits stay.
    case keep
    /// Writes 0–9; ٫ → `.` and ٬ → `,` between two digits.
    case western
    /// Writes ٠–٩.
    case arabicIndic = "arabic_indic"
  }

  /// Values of `quotes`. Primes and modifier letters are no quotes.
  public enum Quotes: String, Sendable, Hashable, CaseIterable {
    /// Quotes stay.
    case keep
    /// « » “ ” „ ‟ → `"`; ‹ › ‘ ’ ‚ ‛ → `'`.
    case ascii
    /// Matched double marks become « », marks inside them ‹ ›.
    case guillemets
  }

  /// Values of `punctuation`.
  public enum Punctuation: String, Sendable, Hashable, CaseIterable {
    /// Punctuation stays.
    case keep
    /// ، ؛ ؟ ٪ ۔ ٭ → `, ; ? % . *`.
    case ascii
    /// `, ; ?` → ، ؛ ؟ after Arabic letters.
    case arabic
  }

  /// Values of `spaces`.
  public enum Spaces: String, Sendable, Hashable, CaseIterable {
    /// White space stays.
    case keep
    /// One space between words, none at either end of a line, every line break a line feed.
    case collapse
  }
}
