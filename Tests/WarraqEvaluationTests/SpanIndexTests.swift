import Testing
import WarraqTestSupport

@testable import WarraqEvaluation

@Suite("Index of spans")
struct SpanIndexTests {
  @Test("It finds a span exactly where looking at all of them does")
  func differential() {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<400 {
      let spans = (0..<Int.random(in: 0..<20, using: &generator)).map { _ in
        let start = Int.random(in: 0..<60, using: &generator)
        return start..<start + Int.random(in: 0..<12, using: &generator)
      }
      let index = SpanIndex(spans)
      for start in 0..<60 {
        let span = start..<start + Int.random(in: 1..<9, using: &generator)
        let found = index.first(overlapping: span)
        #expect((found != nil) == spans.contains { $0.overlaps(span) })
        if let found { #expect(spans[found].overlaps(span)) }
      }
    }
  }
}
