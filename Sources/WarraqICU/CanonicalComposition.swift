import CICU

/// Canonical composition (NFC, UAX #15) by ICU, on arrays of Unicode scalar values.
public enum CanonicalComposition {
  /// Tells before which scalars a text may be cut without changing its NFC.
  ///
  /// - Parameter scalars: Unicode scalar values.
  /// - Returns: One flag a scalar.
  /// - Complexity: O(*n*).
  public static func boundaries(of scalars: [UInt32]) throws(ICUError) -> [Bool] {
    var flags = [UInt8](repeating: 0, count: scalars.count)
    // SAFETY: both buffers hold `scalars.count` elements, the count passed.
    let result = unsafe warraq_icu_nfc_boundaries(scalars, Int32(scalars.count), &flags)
    _ = try ICUError.checked(result)
    return flags.map { $0 != 0 }
  }

  /// Composes a text, or a part of it between two boundaries.
  ///
  /// - Parameter scalars: Unicode scalar values.
  /// - Returns: The scalar values of its NFC.
  /// - Complexity: O(*n*).
  public static func compose(_ scalars: [UInt32]) throws(ICUError) -> [UInt32] {
    var output = [UInt32](repeating: 0, count: scalars.count * 3 + 16)
    let capacity = Int32(output.count)
    // SAFETY: counts are those of the buffers; the C function checks the capacity.
    let result = unsafe warraq_icu_nfc(scalars, Int32(scalars.count), &output, capacity)
    output.removeSubrange(try ICUError.checked(result)...)
    return output
  }
}
