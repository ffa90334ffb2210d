import WarraqText

/// Spans of one layer for formats that cannot say that two of them overlap.
enum FlatSpans {
  /// Leaves out spans that overlap one that begins earlier, or at the same place and is longer, and
  /// spans of nothing. Those left are in text order.
  ///
  /// - Complexity: O(*n* log *n*); the pipeline's annotations come sorted and stay as they are.
  static func flat<Element>(
    _ elements: [Element], _ range: (Element) -> TextRange
  ) -> [Element] {
    var end = UTF8Offset(0)
    var kept: [Element] = []
    let sorted = elements.enumerated().sorted {
      let (left, right) = (range($0.element), range($1.element))
      return (left.lowerBound.value, right.upperBound.value, $0.offset)
        < (right.lowerBound.value, left.upperBound.value, $1.offset)
    }
    for (_, element) in sorted where !range(element).isEmpty && range(element).lowerBound >= end {
      end = range(element).upperBound
      kept.append(element)
    }
    return kept
  }
}

/// Steps through a flat layer in text order.
struct SpanCursor<Element> {
  private let elements: [Element]
  private let range: (Element) -> TextRange
  private var next = 0

  /// A cursor at the first of some elements, which are flat.
  init(_ elements: [Element], _ range: @escaping (Element) -> TextRange) {
    (self.elements, self.range) = (elements, range)
  }

  /// The element that a part of the text belongs to as a whole, and whether it begins there.
  ///
  /// - Parameter part: Not before that of the last call.
  mutating func element(at part: TextRange) -> (element: Element, begins: Bool)? {
    while next < elements.count, range(elements[next]).upperBound <= part.lowerBound { next += 1 }
    guard next < elements.count else { return nil }
    let found = range(elements[next])
    guard found.lowerBound <= part.lowerBound, part.upperBound <= found.upperBound else {
      return nil
    }
    return (elements[next], found.lowerBound == part.lowerBound)
  }
}
