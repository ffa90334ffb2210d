import CICU

/// A transliteration between scripts by ICU's rules (CLDR).
///
/// Not to be used by several threads at once.
@safe
public final class ScriptTransliteration {
  /// The rules that Warraq knows.
  public enum Rules: String, CaseIterable, Sendable {
    case arabicLatin = "Arabic-Latin"
    case latinArabic = "Latin-Arabic"
    case arabicLatinBGN = "Arabic-Latin/BGN"
  }

  private let handle: OpaquePointer

  /// Bytes handed to ICU at once: it rewrites in place, in quadratic time.
  private static let pieceSize = 2048

  /// Opens the rules, which takes ICU about a tenth of a millisecond.
  ///
  /// - Throws: ``ICUError`` where ICU's data cannot be read, or memory is short.
  public init(_ rules: Rules) throws(ICUError) {
    var opened: OpaquePointer?
    // SAFETY: `opened` lives through the call, which stores a handle or NULL.
    let result = unsafe warraq_icu_transliterator_open(rules.rawValue, &opened)
    _ = try ICUError.checked(result)
    guard let opened = unsafe opened else { preconditionFailure("success gives a handle") }
    unsafe handle = unsafe opened
  }

  deinit {
    unsafe warraq_icu_transliterator_close(handle)
  }

  /// Transliterates valid UTF-8, piece by piece; a piece ends after a line feed, or a space where a
  /// line is long.
  ///
  /// - Complexity: O(*n*).
  public func run(_ utf8: [UInt8]) throws(ICUError) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count)
    var buffer: [CChar] = []
    var start = 0
    while start < utf8.count {
      let end = Self.endOfPiece(utf8, from: start)
      let piece = utf8[start..<end].map { CChar(bitPattern: $0) }
      // No rule of the three writes more than four scalars of two bytes for one.
      let capacity = piece.count * 8 + 64
      if buffer.count < capacity { buffer = [CChar](repeating: 0, count: capacity) }
      // SAFETY: counts are those of the buffers; the C function checks the capacity.
      let result = unsafe warraq_icu_transliterate(
        handle, piece, Int32(piece.count), &buffer, Int32(capacity))
      let count = try ICUError.checked(result)
      output.append(contentsOf: buffer[..<count].lazy.map { UInt8(bitPattern: $0) })
      start = end
    }
    return output
  }

  private static func endOfPiece(_ utf8: [UInt8], from start: Int) -> Int {
    guard start + pieceSize < utf8.count else { return utf8.count }
    let limit = start + pieceSize
    let window = utf8[start..<limit]
    if let line = window.lastIndex(of: 0x0A) { return line + 1 }
    if let space = window.lastIndex(of: 0x20) { return space + 1 }
    var end = limit
    while utf8[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
