import CICU

/// Word boundaries as ICU finds them: the yardstick of our tokenizer, never a part of it.
///
/// ICU's root rules differ from UAX #29: COLON does not join letters, `@` does, and scripts
/// written without spaces are cut by dictionary.
public enum WordBoundaryOracle {
  /// The boundaries of a text, as UTF-8 offsets, first and last included.
  ///
  /// - Parameter utf8: Valid UTF-8 of less than 2 GiB.
  /// - Complexity: O(*n*).
  public static func boundaries(of utf8: [UInt8]) throws(ICUError) -> [Int] {
    var offsets = [Int32](repeating: 0, count: utf8.count + 2)
    let capacity = Int32(offsets.count)
    // SAFETY: the byte count is the array's; the C function checks the capacity of `offsets`.
    let result = unsafe utf8.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return Int32(0) }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
        unsafe warraq_icu_word_boundaries(text, Int64(bytes.count), &offsets, capacity)
      }
    }
    return offsets.prefix(try ICUError.checked(result)).map(Int.init)
  }
}
