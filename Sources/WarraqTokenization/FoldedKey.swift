/// The folded form of a word that dictionaries are looked up with, and its hash.
///
/// See ``WarraqText/FoldTable`` for what is folded.
public enum FoldedKey {
  /// The hash of a key, 64 bits: eight bytes at a time, mixed by the halves of a full product (as
  /// in wyhash, Wang Yi 2019). Bytes count as little endian on every machine.
  ///
  /// Lexicons are compiled with it, so a change is a change of their format.
  @inlinable
  public static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var position = range.lowerBound
    var left = range.count
    var hash = 0xA076_1D64_78BD_642F ^ UInt64(truncatingIfNeeded: left)
    while left >= 8 {
      hash = mix(hash ^ word(bytes, position, 8), 0xE703_7ED1_A0B4_28DB)
      position &+= 8
      left &-= 8
    }
    hash = mix(hash ^ word(bytes, position, left), 0x8EBC_6AF0_9C88_C6E3)
    return mix(hash, 0x5899_65CC_7537_4CC3)
  }

  /// Up to eight bytes as a number.
  @inlinable
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    if count == 8 {
      return UInt64(
        littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
          fromByteOffset: start, as: UInt64.self))
    }
    var word: UInt64 = 0
    for offset in 0..<count {
      word |= UInt64(bytes[start &+ offset]) &<< UInt64(8 &* offset)
    }
    return word
  }

  @inlinable
  @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
