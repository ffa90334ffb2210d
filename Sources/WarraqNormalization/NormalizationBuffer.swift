public import WarraqText

/// Memory that a normalizer writes one text after the other to.
///
/// For many texts, or long ones: nothing is allocated once the buffers are as large as the texts
/// need. ``Normalizer/normalize(_:)`` is simpler and allocates for each text.
///
/// ```swift
/// let buffer = NormalizationBuffer(Normalizer(NormalizationPreset.search.options))
/// for text in texts {
///   buffer.normalize(text)
///   buffer.withUTF8 { write($0) }
/// }
/// ```
public final class NormalizationBuffer {
  private let pass: FusedPass?
  private let normalizer: Normalizer
  private var source = SourceText("")
  /// What was made without the pass, or is the source itself.
  private var other: NormalizedText?

  /// A buffer for a normalizer's texts.
  public init(_ normalizer: Normalizer) {
    self.normalizer = normalizer
    pass = normalizer.plan.map { FusedPass($0, kernel: normalizer.kernel) }
  }

  /// Normalizes a text.
  ///
  /// - Complexity: O(*n*).
  public func normalize(_ text: SourceText) {
    source = text
    guard let pass else {
      other = normalizer.normalize(text)
      return
    }
    // SAFETY: the array's memory is used inside the closure only.
    let outcome = unsafe text.utf8.withUnsafeBufferPointer { unsafe pass.run($0) }
    other = outcome == .unchanged ? NormalizedText(unchanged: text) : nil
  }

  /// Number of bytes of the normalized text.
  public var count: Int { other?.text.count ?? pass?.outputCount ?? 0 }

  /// Calls a function with the normalized text, until the next one is made.
  public func withUTF8<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    if let other { return try body(other.text.utf8.span) }
    guard let pass else { preconditionFailure("a text is made with the pass or without") }
    // SAFETY: the pass keeps its memory as it is during the call.
    return try body(unsafe pass.output.span)
  }

  /// Where the normalized text came from; a copy that stays.
  ///
  /// - Complexity: O(*n* / 64) in the source, and the stretches that were not kept as they were.
  public var map: OffsetMap {
    if let other { return other.map }
    return pass?.map(of: source) ?? OffsetMap(identityOf: source)
  }
}
