/// Reads the generated tables, which stand in the program as string literals: unlike array
/// literals they cost no compile time.
enum StaticBytes {
  /// The bytes of a literal.
  static func array(_ literal: StaticString) -> [UInt8] {
    // SAFETY: the generated literals are multi-scalar strings, so they have a pointer
    // representation, and the buffer is only read inside the closure.
    literal.withUTF8Buffer { unsafe Array($0) }
  }
}
