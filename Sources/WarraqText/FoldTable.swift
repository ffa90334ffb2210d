/// Folds scalars to the key that look-ups use.
///
/// The key of a word is what the normalization preset `search` makes of it (marks, tatweel and
/// controls dropped; hamza seats, ى, ة, Persian letter shapes and presentation forms folded;
/// digits Western), with every tatweel dropped and simple case folding (CaseFolding.txt, C and S)
/// for Latin, Greek and Cyrillic on top. Made by `Scripts/generate-unicode-tables`.
///
/// It looks at one scalar at a time, so it differs from `search` where that looks at neighbours: a
/// tatweel with hamza above is dropped, a combining madda or hamza is dropped on any letter,
/// joiners are dropped beside digits too, and U+FDFA, U+FDFB and U+FDFD stay as they are.
public final class FoldTable: Sendable {
  /// Marks a scalar whose fold is looked up in `longer`.
  private static let several: UInt32 = 0xFFFF_FFFF
  /// Marks a scalar that folding drops.
  private static let dropped: UInt32 = 0xFFFF_FFFE

  /// The fold of each scalar below U+0800.
  private let direct: [UInt32]
  /// Folds of one scalar above, and all folds of several scalars.
  private let longer: [UInt32: [UInt32]]

  /// The table; decoded from its data on first use.
  public static let shared = FoldTable()

  private init() {
    var direct = [UInt32](0..<0x800)
    var longer: [UInt32: [UInt32]] = [:]
    var field: UInt32 = 0
    var scalar: UInt32?
    var folded: [UInt32] = []
    var hasDigits = false
    func close() {
      guard let scalar else { return }
      if scalar < 0x800, folded.count <= 1 {
        direct[Int(scalar)] = folded.first ?? Self.dropped
      } else {
        if scalar < 0x800 { direct[Int(scalar)] = Self.several }
        longer[scalar] = folded
      }
    }
    for byte in StaticBytes.array(Self.entries) + [UInt8(ascii: " ")] {
      switch byte {
      case UInt8(ascii: ">"):
        (scalar, folded, field, hasDigits) = (field, [], 0, false)
      case UInt8(ascii: ","), UInt8(ascii: " "):
        if hasDigits { folded.append(field) }
        (field, hasDigits) = (0, false)
        if byte == UInt8(ascii: " ") {
          close()
          scalar = nil
        }
      default:
        let digit = byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : byte - 55
        field = field << 4 | UInt32(digit)
        hasDigits = true
      }
    }
    self.direct = direct
    self.longer = longer
  }

  /// How many times as long as a text its folded form may be.
  public static let mostGrowth = 3

  /// Writes the folded form of a range of valid UTF-8.
  ///
  /// - Parameter output: Room for ``mostGrowth`` times the bytes of the range.
  /// - Returns: The number of bytes written.
  /// - Complexity: O(length of the range).
  public func fold(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var position = range.lowerBound
    var count = 0
    // SAFETY: no scalar's fold has more than `mostGrowth` times its bytes, and `output` has room for
    // those of all.
    func write(_ scalar: UInt32) {
      switch scalar {
      case 0..<0x80:
        unsafe output[count] = UInt8(truncatingIfNeeded: scalar)
        count &+= 1
      case 0x80..<0x800:
        unsafe output[count] = 0xC0 | UInt8(truncatingIfNeeded: scalar &>> 6)
        unsafe output[count &+ 1] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
        count &+= 2
      case 0x800..<0x10000:
        unsafe output[count] = 0xE0 | UInt8(truncatingIfNeeded: scalar &>> 12)
        unsafe output[count &+ 1] = 0x80 | UInt8(truncatingIfNeeded: scalar &>> 6 & 0x3F)
        unsafe output[count &+ 2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
        count &+= 3
      default:
        unsafe output[count] = 0xF0 | UInt8(truncatingIfNeeded: scalar &>> 18)
        unsafe output[count &+ 1] = 0x80 | UInt8(truncatingIfNeeded: scalar &>> 12 & 0x3F)
        unsafe output[count &+ 2] = 0x80 | UInt8(truncatingIfNeeded: scalar &>> 6 & 0x3F)
        unsafe output[count &+ 3] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
        count &+= 4
      }
    }
    while position < range.upperBound {
      let decoded = bytes.scalar(at: position)
      position &+= decoded.length
      if decoded.value < 0x800 {
        let folded = direct[Int(decoded.value)]
        if folded == Self.dropped { continue }
        if folded != Self.several {
          write(folded)
          continue
        }
      }
      if let folded = longer[decoded.value] {
        for scalar in folded { write(scalar) }
      } else {
        write(decoded.value)
      }
    }
    return count
  }

  /// Appends the folded form of a range of valid UTF-8 to a pool, as UTF-8.
  ///
  /// - Complexity: O(length of the range).
  public func fold(_ bytes: Span<UInt8>, _ range: Range<Int>, into pool: inout [UInt8]) {
    let room = range.count * Self.mostGrowth
    pool.append(addingCapacity: room) { output in
      // SAFETY: the span has that much room, and as many of its bytes count as were written.
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        if let start = buffer.baseAddress { count += unsafe fold(bytes, range, to: start + count) }
      }
    }
  }

  /// The folded form of a string.
  public func fold(_ string: String) -> [UInt8] {
    let bytes = Array(string.utf8)
    var pool: [UInt8] = []
    fold(bytes.span, 0..<bytes.count, into: &pool)
    return pool
  }

  /// The scalars that one scalar folds to: none, one or several.
  public func fold(_ scalar: UInt32) -> [UInt32] {
    if let folded = longer[scalar] { return folded }
    guard scalar < 0x800 else { return [scalar] }
    let folded = direct[Int(scalar)]
    return folded == Self.dropped ? [] : [folded]
  }
}
