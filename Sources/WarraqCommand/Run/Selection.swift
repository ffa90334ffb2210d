/// Which documents of a run are taken: a sample of a fixed size, the same for the same seed, every
/// sample of that size being as likely as any other.
///
/// Documents are asked for in their order, so nothing has to be kept of those before.
struct Selection: Sendable {
  private var left: Int
  private var wanted: Int
  private var state: UInt64

  /// A sample of `count` of `total` documents.
  init(_ count: Int, of total: Int, seed: UInt64) {
    left = total
    wanted = min(count, total)
    state = seed
  }

  /// Whether the next document is taken.
  mutating func takesNext() -> Bool {
    guard left > 0, wanted > 0 else { return false }
    let isTaken = random(below: left) < wanted
    left -= 1
    if isTaken { wanted -= 1 }
    return isTaken
  }

  /// A number below a bound, each as likely: SplitMix64, its upper half of a product with the bound.
  private mutating func random(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
