import WarraqFormats

/// How mentions are grouped to entities.
enum Grouping {
  /// B-cubed: for each mention, how much of its group is also its group on the other side. A mention
  /// that the other side does not have, with the same span, counts 0.
  ///
  /// Source: Bagga and Baldwin, Algorithms for Scoring Coreference Chains, 1998.
  ///
  /// - Complexity: O(*n*) on average in the mentions and the pairs of groups that meet.
  static func bCubed(
    _ gold: [DocumentRecord.Mention], _ predicted: [DocumentRecord.Mention]
  ) -> Tally {
    let golden = groups(gold)
    let found = groups(predicted)
    var tally = Tally()
    tally.gold = Double(golden.count)
    tally.predicted = Double(found.count)
    let goldSizes = sizes(golden)
    let foundSizes = sizes(found)
    struct Pair: Hashable {
      var gold: String
      var found: String
    }
    var shared: [Pair: Int] = [:]
    for (range, group) in golden {
      if let other = found[range] { shared[Pair(gold: group, found: other), default: 0] += 1 }
    }
    // Each of the `count` mentions that two groups share has `count` mentions in both.
    for (pair, count) in shared {
      tally.found += Double(count * count) / Double(goldSizes[pair.gold] ?? 1)
      tally.right += Double(count * count) / Double(foundSizes[pair.found] ?? 1)
    }
    return tally
  }

  private static func groups(_ mentions: [DocumentRecord.Mention]) -> [Range<Int>: String] {
    var groups: [Range<Int>: String] = [:]
    for mention in mentions {
      groups[mention.range] = mention.entity ?? "\(mention.range)"
    }
    return groups
  }

  private static func sizes(_ groups: [Range<Int>: String]) -> [String: Int] {
    groups.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
