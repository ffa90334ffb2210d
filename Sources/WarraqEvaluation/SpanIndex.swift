/// Spans in order, to find those that a span overlaps without looking at all of them.
struct SpanIndex {
  /// Places in the original list, by where the spans begin.
  private let order: [Int]
  private let spans: [Range<Int>]
  /// The furthest end among the spans up to each.
  private let furthest: [Int]

  /// - Complexity: O(*n* log *n*).
  init(_ list: [Range<Int>]) {
    order = list.indices.sorted { list[$0].lowerBound < list[$1].lowerBound }
    let spans = order.map { list[$0] }
    var furthest: [Int] = []
    for span in spans { furthest.append(max(furthest.last ?? 0, span.upperBound)) }
    (self.spans, self.furthest) = (spans, furthest)
  }

  /// The place in the list of a span that shares a scalar with another one, or is the same.
  ///
  /// - Complexity: O(log *n*), and the number of spans that begin in `span` or reach over its start.
  func first(overlapping span: Range<Int>) -> Int? {
    var low = 0
    var high = spans.count
    // The last span that begins before the end.
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].lowerBound < span.upperBound { low = middle + 1 } else { high = middle }
    }
    var found: Int?
    var place = low - 1
    while place >= 0, furthest[place] > span.lowerBound {
      if spans[place].overlaps(span) { found = order[place] }
      place -= 1
    }
    return found
  }
}
