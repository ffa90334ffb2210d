import Testing
import WarraqTestSupport

@testable import WarraqTagger

@Suite("Evidence of a document")
struct EvidenceTests {
  /// The naive twin: all tokens of the window, for each token anew.
  private func naive(
    _ labels: [UInt8], _ places: [(own: Int32, stem: Int32)], window: Int
  ) -> [[UInt8]] {
    labels.indices.map { token in
      [places[token].own, places[token].stem].map { place in
        guard place >= 0 else { return EvidenceCode.none }
        var counts = SIMD16<Int32>(repeating: 0)
        for other in max(0, token - window)...min(labels.count - 1, token + window)
        where other != token {
          if places[other].own == place { counts[Int(labels[other])] += 1 }
          if places[other].stem == place { counts[Int(labels[other])] += 1 }
        }
        return EvidenceCode.of(counts)
      }
    }
  }

  @Test("A sliding window counts as counting anew does", arguments: [0, 1, 3, 10, 100])
  func naiveTwin(window: Int) {
    var generator = SeededGenerator(seed: UInt64(window))
    for count in [0, 1, 2, 20, 60] {
      let labels = (0..<count).map { _ in
        UInt8.random(in: 0..<UInt8(TaggerLabel.count), using: &generator)
      }
      // A word and what is left of it without a clitic are never the same.
      let places = (0..<count).map { _ in
        (
          own: Int32.random(in: 0..<5, using: &generator),
          stem: Int32.random(in: 0..<4, using: &generator) * 5 - 1
        )
      }.map { $0.stem == $0.own ? (own: $0.own, stem: -1) : $0 }
      var counts = [SIMD16<Int32>](repeating: .zero, count: 20)
      let codes = DocumentEvidence.codes(
        labels: labels, places: places, window: window, counts: &counts)
      #expect(codes.map { [$0.own, $0.stem] } == naive(labels, places, window: window))
      #expect(counts.allSatisfy { $0 == .zero })
    }
  }

  @Test("Codes tell type, share and number apart")
  func codes() {
    func code(_ counts: [Int: Int32]) -> UInt8 {
      var row = SIMD16<Int32>(repeating: 0)
      for (label, count) in counts { row[label] = count }
      return EvidenceCode.of(row)
    }
    let person = TaggerLabel.first(.person)
    #expect(code([:]) == EvidenceCode.none)
    #expect(code([0: 1]) == 1 && code([0: 4]) == 2 && code([0: 9]) == 3)
    #expect(code([person: 1]) != code([TaggerLabel.first(.location): 1]))
    #expect(code([person: 1]) != code([TaggerLabel.inside(.person): 1]))
    #expect(code([person: 9]) != code([person: 2, 0: 7]))
    for type in TaggedType.allCases {
      for counts in [[TaggerLabel.first(type): Int32(70)], [TaggerLabel.inside(type): 1, 0: 90]] {
        #expect(Int(code(counts)) < EvidenceCode.count)
      }
    }
  }
}
