import CICU

/// ICU's transform rules over one text, as a program of some care would use them: compiled once, the
/// text in UTF-16 before, in pieces that it is fast on. What `warraq bench` measures the normalizer
/// against.
@safe
public final class TransformYardstick {
  private let transform: OpaquePointer
  private let utf8Count: Int

  /// Compiles rules (UTS #35) and converts a text.
  ///
  /// - Parameter utf8: Valid UTF-8 of less than 1 GiB.
  /// - Throws: ``ICUError`` where the rules are none, or memory is short.
  public init(rules: String, text utf8: [UInt8]) throws(ICUError) {
    precondition(utf8.count < 1 << 30, "a text has less than 1 GiB")
    utf8Count = utf8.count
    var opened: OpaquePointer?
    let rules = Array(rules.utf8)
    // SAFETY: counts are those of the arrays; `opened` lives through the call.
    let result = unsafe rules.withUnsafeBytes { rules in
      unsafe utf8.withUnsafeBytes { text in
        unsafe warraq_icu_transform_open(
          rules.assumingMemoryBound(to: CChar.self).baseAddress, Int32(rules.count),
          text.assumingMemoryBound(to: CChar.self).baseAddress, Int32(text.count), &opened)
      }
    }
    _ = try ICUError.checked(result)
    guard let opened = unsafe opened else { preconditionFailure("success gives a transform") }
    unsafe transform = unsafe opened
  }

  deinit {
    unsafe warraq_icu_transform_close(transform)
  }

  /// Transforms the text.
  ///
  /// - Returns: The number of UTF-16 units that come out.
  /// - Complexity: O(*n*).
  public func run() throws(ICUError) -> Int {
    try ICUError.checked(unsafe warraq_icu_transform_run(transform))
  }

  /// What comes out, in UTF-8.
  public func output() throws(ICUError) -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: utf8Count * 2 + 64)
    let capacity = Int32(clamping: bytes.count)
    // SAFETY: the capacity is the array's; the C function checks it.
    let result = unsafe warraq_icu_transform_output(transform, &bytes, capacity)
    return bytes.prefix(try ICUError.checked(result)).map { UInt8(bitPattern: $0) }
  }
}
