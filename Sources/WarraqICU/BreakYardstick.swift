import CICU

/// ICU's break iterator as a program of some care would use it: opened once, its buffers made
/// once, then run over one text after the other. What `warraq bench` measures ours against.
@safe
public final class BreakYardstick {
  /// What is found.
  public enum Unit: Sendable {
    /// Nothing: the text is converted to UTF-16 alone.
    case nothing
    case words, sentences
  }

  /// Bytes of UTF-8 that a text may have.
  public let capacity: Int

  private let unit: Unit
  private let breaker: OpaquePointer
  /// Segments found last.
  private var count = 0

  /// Opens ICU's iterator, with room for texts of up to `capacity` bytes: ten bytes of memory for
  /// each, as far as segments are found.
  ///
  /// - Throws: ``ICUError`` where ICU's data cannot be read, or memory is short.
  public init(_ unit: Unit = .words, capacity: Int) throws(ICUError) {
    precondition(capacity >= 0 && capacity < Int(Int32.max), "a text has less than 2 GiB")
    self.capacity = capacity
    let wanted =
      switch unit {
      case .nothing: WARRAQ_ICU_NOTHING
      case .words: WARRAQ_ICU_WORDS
      case .sentences: WARRAQ_ICU_SENTENCES
      }
    self.unit = unit
    var opened: OpaquePointer?
    // SAFETY: `opened` lives through the call, which stores a breaker or NULL.
    let result = unsafe warraq_icu_breaker_open(Int32(capacity), wanted, &opened)
    _ = try ICUError.checked(result)
    guard let opened = unsafe opened else { preconditionFailure("success gives a breaker") }
    unsafe breaker = unsafe opened
  }

  deinit {
    unsafe warraq_icu_breaker_close(breaker)
  }

  /// Converts a text to UTF-16, finds every segment, and writes each one's end and rule status.
  ///
  /// Allocates nothing.
  ///
  /// - Parameter utf8: Valid UTF-8 of at most ``capacity`` bytes.
  /// - Returns: The number of segments, white space included; of ``Unit/nothing`` that of UTF-16 units.
  /// - Complexity: O(*n*).
  public func run(_ utf8: [UInt8]) throws(ICUError) -> Int {
    // SAFETY: the byte count is the array's; the C function checks it against the capacity.
    let result = unsafe utf8.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return Int32(0) }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
        unsafe warraq_icu_breaker_run(breaker, text, Int32(bytes.count))
      }
    }
    count = 0
    let found = try ICUError.checked(result)
    if unit != .nothing { count = found }
    return found
  }

  /// The segments that the last run found: where each ends, in UTF-16 units, and ICU's rule status.
  ///
  /// - Complexity: O(number of segments).
  public var segments: [(end: Int, status: Int)] {
    // SAFETY: both columns hold `count` entries until the next run.
    let ends = unsafe UnsafeBufferPointer(
      start: warraq_icu_breaker_ends(breaker), count: count)
    let statuses = unsafe UnsafeBufferPointer(
      start: warraq_icu_breaker_statuses(breaker), count: count)
    return unsafe zip(ends, statuses).map { (Int($0), Int($1)) }
  }
}
