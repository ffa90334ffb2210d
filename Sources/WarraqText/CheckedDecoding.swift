extension Span<UInt8> {
  /// Decodes the scalar that begins at a position of bytes that may be no valid UTF-8.
  ///
  /// - Parameter end: Where the text ends, at most `count`.
  /// - Returns: `nil` at the end and where no well-formed sequence begins that ends before it (The
  ///   Unicode Standard 15.0, table 3-7).
  @inlinable
  public func checkedScalar(at position: Int, end: Int) -> DecodedScalar? {
    guard position < end else { return nil }
    let lead = self[position]
    if lead < 0x80 { return DecodedScalar(value: UInt32(lead), length: 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, end - position >= length else { return nil }
    for offset in 1..<length where self[position + offset] & 0xC0 != 0x80 { return nil }
    let decoded = scalar(at: position)
    // Overlong forms, surrogates, and what is beyond U+10FFFF.
    switch decoded.value {
    case 0x80..<0x800: return length == 2 ? decoded : nil
    case 0x800..<0xD800, 0xE000..<0x10000: return length == 3 ? decoded : nil
    case 0x10000..<0x110000: return length == 4 ? decoded : nil
    default: return nil
    }
  }
}
