import CICU

/// Charsets, by ICU's converters and its detector.
public enum Charsets {
  /// The scalars of a charset of single bytes.
  ///
  /// - Parameter name: Any name that ICU knows, such as `windows-1256` or `cp1256`.
  /// - Returns: 256 scalar values; `nil` for bytes that the charset does not have.
  /// - Throws: ``ICUError`` for names that ICU does not know, and charsets of several bytes.
  public static func singleByteTable(of name: String) throws(ICUError) -> [UInt32?] {
    var scalars = [UInt32](repeating: 0, count: 256)
    // SAFETY: the string is NUL-terminated; the array has the 256 elements that are written.
    let result = unsafe warraq_icu_single_byte_table(name, &scalars)
    _ = try ICUError.checked(result)
    return scalars.map { $0 == WARRAQ_ICU_NO_SCALAR ? nil : $0 }
  }

  /// The IANA name of a charset in lower case, by any of its names; `nil` where ICU knows none.
  public static func name(of alias: String) -> String? {
    guard !alias.utf8.contains(0) else { return nil }
    var output = [CChar](repeating: 0, count: 64)
    let capacity = Int32(output.count)
    // SAFETY: the string is NUL-terminated; the C function checks the capacity.
    let result = unsafe warraq_icu_charset_name(alias, &output, capacity)
    guard let count = try? ICUError.checked(result) else { return nil }
    return text(output, count)
  }

  /// The charset that ICU's detector finds likeliest.
  ///
  /// - Returns: Its name in lower case and ICU's confidence, 0 to 1; `nil` where it finds none.
  /// - Complexity: O(1): ICU looks at the first 8000 bytes.
  public static func detected(
    in bytes: ArraySlice<UInt8>
  ) throws(ICUError) -> (name: String, confidence: Double)? {
    let sample = bytes.prefix(8000).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 64)
    let capacity = Int32(output.count)
    var confidence: Int32 = 0
    // SAFETY: counts are those of the arrays; `confidence` lives through the call.
    let result = unsafe warraq_icu_detect_charset(
      sample, Int32(sample.count), &output, capacity, &confidence)
    let count = try ICUError.checked(result)
    return count == 0 ? nil : (text(output, count), Double(confidence) / 100)
  }

  private static func text(_ characters: [CChar], _ count: Int) -> String {
    String(decoding: characters.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .lowercased()
  }
}
