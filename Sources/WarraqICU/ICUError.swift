import CICU

/// A failure reported by ICU.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU's `UErrorCode`.
  public let code: Int32

  /// ICU's name of the code, for example `U_ILLEGAL_ARGUMENT_ERROR`.
  public var description: String {
    // SAFETY: ICU returns a static, NUL-terminated string for every code.
    unsafe String(cString: warraq_icu_error_name(code))
  }

  /// Returns a count given by the C layer, or throws the error that a negative count stands for.
  static func checked(_ result: Int32) throws(ICUError) -> Int {
    guard result >= 0 else { throw ICUError(code: -result) }
    return Int(result)
  }
}
