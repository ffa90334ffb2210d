/// Phrases as sequences of 64-bit keys, each with a number: a trie whose edges stand in one hash
/// table.
///
/// Edges are compared by 64-bit hashes of node and key alone; that two of them agree by chance is
/// as unlikely as with ``WarraqTokenization/KeySet``. A bit set of the first keys, small enough for
/// the cache, answers nearly every word of a text that begins no phrase.
struct PhraseTrie: Sendable {
  /// Hash of node and key, 0 where the slot is free.
  private var edges = [UInt64](repeating: 0, count: 16)
  private var children = [UInt32](repeating: 0, count: 16)
  /// The number of each node's phrase, -1 where none ends there.
  private var numbers: [Int32] = [-1]
  private var firstKeys: [UInt64] = []
  private var firstBits = [UInt64](repeating: 0, count: 1)

  /// Where every phrase begins.
  static let root: UInt32 = 0

  /// Whether it holds no phrase.
  var isEmpty: Bool { numbers.count == 1 }

  /// Adds a phrase.
  ///
  /// - Returns: The number that the phrase has already, which stays; `nil` where it is new.
  /// - Complexity: O(*k*) on average in the number of keys.
  mutating func insert(_ keys: some Sequence<UInt64>, number: Int) -> Int? {
    var node = Self.root
    for key in keys {
      if let next = child(of: node, key) {
        node = next
        continue
      }
      if node == Self.root { noteFirst(key) }
      let next = UInt32(numbers.count)
      numbers.append(-1)
      if numbers.count * 4 > edges.count * 3 { grow() }
      place(Self.edge(node, key), next)
      node = next
    }
    if let known = self.number(at: node) { return known }
    numbers[Int(node)] = Int32(number)
    return nil
  }

  /// Whether any phrase may begin with a key; a wrong yes is possible, a wrong no is not.
  @inline(__always)
  func mayBegin(with key: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: key) & (firstBits.count &* 64 &- 1)
    return firstBits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The node one key further, if any phrase goes on so.
  ///
  /// - Complexity: O(1) on average.
  func child(of node: UInt32, _ key: UInt64) -> UInt32? {
    let edge = Self.edge(node, key)
    var slot = Int(truncatingIfNeeded: edge) & (edges.count - 1)
    while edges[slot] != 0 {
      if edges[slot] == edge { return children[slot] }
      slot = (slot + 1) & (edges.count - 1)
    }
    return nil
  }

  /// The number of the phrase that ends at a node.
  func number(at node: UInt32) -> Int? {
    let number = numbers[Int(node)]
    return number < 0 ? nil : Int(number)
  }

  private static func edge(_ node: UInt32, _ key: UInt64) -> UInt64 {
    let product = (key ^ UInt64(node) &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: 0xD6E8_FEB8_6659_FD93)
    let edge = product.high ^ product.low
    return edge == 0 ? 1 : edge
  }

  private mutating func place(_ edge: UInt64, _ child: UInt32) {
    var slot = Int(truncatingIfNeeded: edge) & (edges.count - 1)
    while edges[slot] != 0 { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
    children[slot] = child
  }

  private mutating func grow() {
    let (oldEdges, oldChildren) = (edges, children)
    edges = [UInt64](repeating: 0, count: oldEdges.count * 2)
    children = [UInt32](repeating: 0, count: oldEdges.count * 2)
    for (edge, child) in zip(oldEdges, oldChildren) where edge != 0 { place(edge, child) }
  }

  /// Sixteen bits a key: one word in sixteen passes by chance.
  private mutating func noteFirst(_ key: UInt64) {
    firstKeys.append(key)
    if firstKeys.count * 16 > firstBits.count * 64 {
      firstBits = [UInt64](repeating: 0, count: firstBits.count * 2)
      for each in firstKeys { set(each) }
    } else {
      set(key)
    }
  }

  private mutating func set(_ key: UInt64) {
    let bit = Int(truncatingIfNeeded: key) & (firstBits.count * 64 - 1)
    firstBits[bit >> 6] |= 1 << UInt64(bit & 63)
  }
}
