import Testing
import WarraqTestSupport

@testable import WarraqTagger

@Suite("Label decoder")
struct LabelDecoderTests {
  private typealias Row = SIMD16<Int16>

  /// Transitions within what weights can be, forbidden ones as the model's writer writes them.
  private func transitions(_ generator: inout SeededGenerator) -> [Row] {
    (0..<TaggerLayout.transitionRows).map { row in
      var values = Row(repeating: TaggerLayout.forbidden)
      for label in 0..<TaggerLabel.count
      where TaggerLabel.mayFollow(row == TaggerLabel.count ? nil : row, label) {
        values[label] = Int16.random(in: -200...200, using: &generator)
      }
      return values
    }
  }

  /// The naive twin: scores of 64 bits, label by label.
  private func naive(_ scores: [Row], _ transitions: [Row]) -> (score: Int, labels: [UInt8]) {
    let labels = 0..<TaggerLabel.count
    var best = labels.map { Int(transitions[TaggerLabel.count][$0]) + Int(scores[0][$0]) }
    var back: [[Int]] = []
    for score in scores.dropFirst() {
      let from = labels.map { to in
        labels.max { best[$0] + Int(transitions[$0][to]) < best[$1] + Int(transitions[$1][to]) }
          ?? 0
      }
      best = labels.map { best[from[$0]] + Int(transitions[from[$0]][$0]) + Int(score[$0]) }
      back.append(from)
    }
    var label = labels.max { best[$0] < best[$1] } ?? 0
    let score = best[label]
    var path = [UInt8(label)]
    for from in back.reversed() {
      label = from[label]
      path.append(UInt8(label))
    }
    return (score, path.reversed())
  }

  private func score(_ labels: [UInt8], _ scores: [Row], _ transitions: [Row]) -> Int {
    var sum = 0
    var previous = TaggerLabel.count
    for (token, label) in labels.enumerated() {
      sum += Int(transitions[previous][Int(label)]) + Int(scores[token][Int(label)])
      previous = Int(label)
    }
    return sum
  }

  @Test("The best labels, as a naive search finds them", arguments: [1, 2, 7, 40, 3000])
  func naiveTwin(length: Int) {
    var generator = SeededGenerator(seed: UInt64(length))
    for _ in 0..<(length > 1000 ? 2 : 50) {
      let transitions = transitions(&generator)
      let limit = TaggerLayout.largestEmission
      let scores = (0..<length).map { _ in
        var row = Row(repeating: 0)
        for label in 0..<TaggerLabel.count {
          row[label] = Int16.random(in: -limit...limit, using: &generator)
        }
        return row
      }
      var back = scores
      var labels = [UInt8](repeating: 0, count: length)
      LabelDecoder(transitions: transitions).decode(
        0..<length, scores: scores, back: &back, labels: &labels)
      // Of several best ways either may be found.
      #expect(score(labels, scores, transitions) == naive(scores, transitions).score)
      for (token, label) in labels.enumerated() {
        #expect(TaggerLabel.mayFollow(token == 0 ? nil : Int(labels[token - 1]), Int(label)))
      }
    }
  }

  @Test("No name goes on that has not begun")
  func constraint() {
    #expect(!TaggerLabel.mayFollow(nil, TaggerLabel.inside(.person)))
    #expect(!TaggerLabel.mayFollow(TaggerLabel.outside, TaggerLabel.inside(.location)))
    #expect(
      !TaggerLabel.mayFollow(TaggerLabel.first(.person), TaggerLabel.inside(.organization)))
    #expect(TaggerLabel.mayFollow(TaggerLabel.first(.person), TaggerLabel.inside(.person)))
    #expect(TaggerLabel.mayFollow(TaggerLabel.inside(.person), TaggerLabel.inside(.person)))
    #expect(TaggerLabel.mayFollow(TaggerLabel.inside(.person), TaggerLabel.first(.location)))
  }
}
