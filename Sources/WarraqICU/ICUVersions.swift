import CICU

/// The versions of the ICU that the process runs with, and of its data.
public struct ICUVersions: Hashable, Sendable {
  /// ICU itself, for example `72.1`.
  public let icu: String
  /// The Unicode version of ICU's data, for example `15.0`.
  public let unicode: String
  /// The CLDR version of ICU's data, for example `42.0`.
  public let cldr: String

  /// The versions of the library loaded now.
  ///
  /// - Throws: ``ICUError`` where ICU's data cannot be read.
  public static func current() throws(ICUError) -> ICUVersions {
    var icu = [CChar](repeating: 0, count: 20)
    var unicode = icu
    var cldr = icu
    // SAFETY: the C function writes at most 20 bytes, NUL included, to each buffer.
    let result = unsafe warraq_icu_versions(&icu, &unicode, &cldr)
    _ = try ICUError.checked(result)
    return ICUVersions(icu: text(icu), unicode: text(unicode), cldr: text(cldr))
  }

  private static func text(_ characters: [CChar]) -> String {
    let bytes = characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
