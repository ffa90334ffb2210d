/// The folded form of a word that dictionaries are looked up with, and its hash.
///
/// See ``WarraqText/FoldTable`` for what is folded.
public enum FoldedKey {
  /// The hash of a key: FNV-1a, 64 bits.
  ///
  /// Lexicons are compiled with it, so a change is a change of their format.
  @inlinable
  public static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in range {
      hash = (hash ^ UInt64(bytes[position])) &* 0x100_0000_01B3
    }
    return hash
  }
}
