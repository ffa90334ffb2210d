/// How sure a figure is: it is computed anew over samples of the documents, drawn with repetition.
enum Bootstrap {
  private static let samples = 1000
  private static let fewest = 5

  /// Where F1 lies in 95 of 100 samples; `nil` of too few documents to tell.
  ///
  /// The same for the same documents: the samples come from a fixed seed.
  ///
  /// - Complexity: O(*n*) in the documents.
  static func interval(of tallies: [Tally]) -> ClosedRange<Double>? {
    guard tallies.count >= fewest else { return nil }
    var state: UInt64 = 0x5741_5252_4151
    var figures: [Double] = []
    for _ in 0..<samples {
      var total = Tally()
      for _ in tallies.indices {
        // SplitMix64 (Steele, Lea and Flood, 2014).
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        total += tallies[Int((mixed ^ mixed >> 31) % UInt64(tallies.count))]
      }
      // A sample without any item says nothing.
      if total.gold > 0 || total.predicted > 0 { figures.append(total.f1) }
    }
    figures.sort()
    guard let last = figures.indices.last else { return nil }
    return figures[last * 25 / 1000]...figures[last * 975 / 1000]
  }
}
