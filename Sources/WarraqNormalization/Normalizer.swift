import CWarraqNormalization
public import WarraqText

/// Normalizes Arabic text and reports where every character came from.
///
/// The operations run in this order: `html_entities`, `nfc`, `presentation_forms`, `ligatures`,
/// `controls`, `superscript_alef`, `quranic_marks`, `diacritics`, `tatweel`, `letter_variants`,
/// `alef`, `hamza`, `alef_maksura`, `teh_marbuta`, `elongation`, `digits`, `quotes`, `punctuation`,
/// `spaces`. Characters that no operation names are kept.
///
/// They are fused into one pass, by vector kernels where the machine has them; the result is that of
/// running them one after the other, which ``NormalizationKernel/reference`` does.
///
/// Every preset without `html_entities`, and every single option but it, is idempotent.
///
/// Making the first normalizer of some options compiles them, which takes about as long as to
/// normalize a long article; it may then be used for any number of texts, from several threads at
/// once.
public struct Normalizer: Sendable {
  /// What the normalizer does.
  public let options: NormalizationOptions
  /// What it runs on.
  public let kernel: NormalizationKernel

  /// The compiled options; `nil` where none is set, and for the reference.
  let plan: NormalizationPlan?

  /// A normalizer with these options.
  ///
  /// - Parameter kernel: One of ``NormalizationKernel/available``; in place of another the portable
  ///   one runs.
  public init(_ options: NormalizationOptions, kernel: NormalizationKernel = .preferred) {
    self.options = options
    self.kernel = kernel
    plan = options.isEmpty || kernel == .reference ? nil : .shared(options)
  }

  /// Normalizes a text.
  ///
  /// With empty options, or where no operation finds anything to do, the result holds the text
  /// itself. With ``NormalizationOptions/nfc`` the process ends with a message where ICU cannot
  /// load its normalization data, which is a fault of the installation.
  ///
  /// - Complexity: O(*n*).
  public func normalize(_ text: SourceText) -> NormalizedText {
    guard !options.isEmpty else { return NormalizedText(unchanged: text) }
    guard let plan else { return normalizeStepwise(text) }
    return FusedPass(plan, kernel: kernel).normalize(text)
  }

  /// Normalizes a text without a map.
  ///
  /// - Complexity: O(*n*).
  public func normalizedText(_ text: SourceText) -> SourceText {
    guard let plan else { return normalize(text).text }
    return FusedPass(plan, kernel: kernel).normalizedText(text)
  }

  /// Normalizes bytes that may be no valid UTF-8.
  ///
  /// A byte order mark at their start is not part of the text.
  ///
  /// - Parameter repairing: Whether each maximal ill-formed part becomes one U+FFFD, which the map
  ///   counts as the source.
  /// - Throws: ``WarraqText/TextError`` with the byte offset of the first ill-formed part.
  public func normalize(
    utf8 bytes: [UInt8], repairing: Bool = false
  ) throws(TextError) -> NormalizedText {
    normalize(
      repairing ? try SourceText.repairing(bytes).text : try SourceText(validating: bytes))
  }

  private func normalizeStepwise(_ text: SourceText) -> NormalizedText {
    let source = MappedText(text)
    let result = source.normalized(options)
    return NormalizedText(
      text: result.scalars == source.scalars ? text : result.text,
      map: OffsetMap(origins: result.origins, sourceCount: source.count))
  }
}

extension FusedPass {
  /// Normalizes a text.
  ///
  /// - Parameters: As with `run`.
  func normalize(
    _ text: SourceText, continuing: Bool = false, isEnd: Bool = true
  ) -> NormalizedText {
    // SAFETY: the array's memory is used inside the closure only.
    unsafe text.utf8.withUnsafeBufferPointer { bytes in
      guard unsafe run(bytes, continuing: continuing, isEnd: isEnd) == .written else {
        return NormalizedText(unchanged: text)
      }
      let isSame = unsafe isOutput(equalTo: bytes)
      return unsafe NormalizedText(
        text: isSame ? text : SourceText(valid: Array(output)), map: map(of: text))
    }
  }

  /// Normalizes a text without a map.
  func normalizedText(_ text: SourceText) -> SourceText {
    unsafe text.utf8.withUnsafeBufferPointer { bytes in
      guard unsafe run(bytes) == .written, unsafe !isOutput(equalTo: bytes) else { return text }
      return unsafe SourceText(valid: Array(output))
    }
  }

  /// The map of the text that was written last.
  func map(of text: SourceText) -> OffsetMap {
    unsafe OffsetMap(
      CompactOffsets(
        source: text, outputCount: outputCount, kept: Array(kept), stretches: stretches,
        origins: origins))
  }

  /// Whether the output is the text.
  func isOutput(equalTo bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard outputCount == bytes.count else { return false }
    // SAFETY: both have that many bytes.
    return unsafe warraq_normalization_equal(
      output.baseAddress, bytes.baseAddress, UInt64(bytes.count))
  }
}
