/// Names that are never reported, whatever finds them.
///
/// They are compared as those of a ``Gazetteer`` are. A name is meant as a whole: what stands in it,
/// and longer names that hold it, are reported all the same.
public struct StopList: Sendable {
  let trie: PhraseTrie
  /// How many different names it has.
  public let count: Int

  /// A stop list of some names.
  ///
  /// - Throws: ``ListError`` where a name has no letter or digit; its lines count the names, from 1.
  /// - Complexity: O(*n*).
  public init(_ surfaces: some Sequence<String>) throws(ListError) {
    try self.init(
      surfaces.enumerated().map { PlacedSurface(surface: $1, path: "entry", line: $0 + 1) },
      faults: [])
  }

  /// A name and where it stands.
  struct PlacedSurface {
    var surface: String
    var path: String
    var line: Int
  }

  init(_ surfaces: [PlacedSurface], faults: [ListError.Fault]) throws(ListError) {
    var trie = PhraseTrie()
    var faults = faults
    var count = 0
    let phrases = SurfacePhrases(surfaces.map(\.surface))
    for (number, placed) in surfaces.enumerated() {
      let keys = phrases.keys(of: number)
      if keys.isEmpty {
        faults.append(
          ListError.Fault(
            path: placed.path, line: placed.line, message: "the name has no letter or digit"))
      } else if trie.insert(keys, number: 0) == nil {
        count += 1
      }
    }
    if !faults.isEmpty { throw ListError(faults) }
    self.trie = trie
    self.count = count
  }
}
