/// A way to write Arabic in Latin letters.
///
/// Raw values are the names on the command line.
public enum TransliterationScheme: String, CaseIterable, Sendable {
  /// Tim Buckwalter's scheme: one ASCII character for each Arabic one. Reversible.
  ///
  /// Source: T. Buckwalter, "Arabic Transliteration" (qamus.org, 2002).
  case buckwalter
  /// Buckwalter without the characters that programs take for their own: `' | > & < } * $ { \``
  /// become letters. Reversible.
  ///
  /// Source: N. Habash, "Introduction to Arabic Natural Language Processing" (2010), 2.3, and the
  /// page "Encoding Schemes" of CAMeL Tools.
  case safeBuckwalter = "safe-buckwalter"
  /// Buckwalter with `O`, `W`, `I` for `>`, `&`, `<`, which XML cannot hold bare. Reversible.
  ///
  /// Source: as ``buckwalter``.
  case xmlBuckwalter = "xml-buckwalter"
  /// Habash-Soudi-Buckwalter: one character for each Arabic one, readable by linguists. Reversible.
  ///
  /// إ is written Ǎ (caron), as its authors do; the Ă (breve) of some tools is read as well. A full
  /// stop is a sukun in this scheme, so one in the Arabic text comes back as a sukun.
  ///
  /// Source: N. Habash, A. Soudi, T. Buckwalter, "On Arabic Transliteration", in "Arabic
  /// Computational Morphology" (Springer, 2007), pp. 15–22.
  case habashSoudiBuckwalter = "hsb"
  /// ICU's `Arabic-Latin` and, back, `Latin-Arabic` (CLDR). Not every text comes back the same.
  case icu
  /// ICU's `Arabic-Latin/BGN`: the BGN/PCGN system for geographical names (CLDR). One way.
  case bgn

  /// Whether Arabic can be made of the scheme's output.
  public var isReversible: Bool { self != .bgn }
}

/// The script that a text is written into.
public enum TransliterationTarget: String, CaseIterable, Sendable {
  case latin, arabic
}
