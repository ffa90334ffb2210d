public import WarraqText

/// Normalizes Arabic text and reports where every character came from.
///
/// The operations run one after the other, always in this order: `html_entities`, `nfc`,
/// `presentation_forms`, `ligatures`, `controls`, `superscript_alef`, `quranic_marks`,
/// `diacritics`, `tatweel`, `letter_variants`, `alef`, `hamza`, `alef_maksura`, `teh_marbuta`,
/// `elongation`, `digits`, `quotes`, `punctuation`, `spaces`. Characters that no operation names
/// are kept.
///
/// Every preset without `html_entities`, and every single option but it, is idempotent.
public struct Normalizer: Sendable {
  /// What the normalizer does.
  public let options: NormalizationOptions

  /// A normalizer with these options.
  public init(_ options: NormalizationOptions) {
    self.options = options
  }

  /// Normalizes a text.
  ///
  /// With empty options, or where no operation finds anything to do, the result holds the text
  /// itself. With ``NormalizationOptions/nfc`` the process ends with a message where ICU cannot
  /// load its normalization data, which is a fault of the installation.
  ///
  /// - Complexity: O(*n*).
  public func normalize(_ text: SourceText) -> NormalizedText {
    let source = MappedText(text)
    guard !options.isEmpty else {
      return NormalizedText(text: text, map: OffsetMap(identityOf: source.count))
    }
    let result = source.normalized(options)
    return NormalizedText(
      text: result.scalars == source.scalars ? text : result.text,
      map: OffsetMap(origins: result.origins, sourceCount: source.count))
  }
}
