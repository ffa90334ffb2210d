import WarraqText

/// Places where a text may be cut into stretches that are tokenized apart: behind white space, where
/// a scalar begins that no rule joins to it.
enum SureEnds {
  /// Bytes before a token that its boundaries may hang on.
  static let history = 24

  /// The last such place behind `start`.
  static func last(in bytes: Span<UInt8>, after start: Int) -> Int? {
    var position = bytes.count - 1
    while position > start {
      if isSure(position, in: bytes, end: bytes.count) { return position }
      position -= 1
    }
    return nil
  }

  /// The first such place at or behind `start`, which is not the first byte.
  static func first(in bytes: Span<UInt8>, from start: Int, end: Int) -> Int? {
    var position = start
    while position < end {
      if isSure(position, in: bytes, end: end) { return position }
      position += 1
    }
    return nil
  }

  @inline(__always)
  private static func isSure(_ position: Int, in bytes: Span<UInt8>, end: Int) -> Bool {
    let before = bytes[position - 1]
    guard before == 0x20 || before == 0x0A,
      let next = bytes.checkedScalar(at: position, end: end)
    else { return false }
    return switch ScalarTable.shared[next.value].wordBreak {
    case .extend, .format, .zwj, .wSegSpace: false
    default: true
    }
  }
}
