/// The scalars that canonical composition may change, reorder, or join to the one before.
///
/// All others keep their place and form whatever stands around them (UAX #15, 9: NFC_Quick_Check is
/// Yes, Canonical_Combining_Class is 0). Made by `Scripts/generate-normalization-tables`.
final class ComposingScalars: Sendable {
  /// One bit a scalar of the first plane.
  private let bits: [UInt64]
  /// Ranges above it, ascending.
  private let high: [ClosedRange<UInt32>]

  /// The table; decoded from its data on first use.
  static let shared = ComposingScalars()

  private init() {
    var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
    var high: [ClosedRange<UInt32>] = []
    for range in Self.decodedRanges {
      guard range.upperBound < 0x10000 else {
        high.append(range)
        continue
      }
      for scalar in range { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
    }
    self.bits = bits
    self.high = high
  }

  /// Whether a scalar is one of them.
  ///
  /// - Complexity: O(1) below U+10000, a search of some sixty ranges above.
  func contains(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x10000 else { return block(scalar >> 6) >> UInt64(scalar & 63) & 1 != 0 }
    return high.contains { $0.contains(scalar) }
  }

  /// The bits of 64 scalars of the first plane, the lowest for the first.
  func block(_ number: UInt32) -> UInt64 { bits[Int(number)] }

  private static var decodedRanges: [ClosedRange<UInt32>] {
    // SAFETY: the literal has many scalars, so it has a pointer representation; the buffer is read
    // inside the closure only.
    let text = ranges.withUTF8Buffer { unsafe Array($0) }
    return text.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { field in
      let ends = field.split(separator: UInt8(ascii: "-")).map { digits in
        digits.reduce(UInt32(0)) { $0 << 4 | Self.digit($1) }
      }
      return ends[0]...ends[ends.count - 1]
    }
  }

  private static func digit(_ byte: UInt8) -> UInt32 {
    UInt32(byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "A") + 10)
  }
}
