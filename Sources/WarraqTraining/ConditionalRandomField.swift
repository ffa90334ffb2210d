import Foundation
import WarraqTagger

/// The likelihood of a training set under a linear-chain conditional random field, and its
/// gradient.
final class ConditionalRandomField {
  typealias Row = SIMD16<Float>

  let set: TrainingSet
  /// Weights: a vector for each row, then the transitions.
  let rowCount: Int
  var weightCount: Int { (rowCount + TaggerLayout.transitionRows) * TaggerLayout.lanes }

  private var sums: [Row]
  private var slopes: [Row]

  init(_ set: TrainingSet) {
    self.set = set
    rowCount = set.rows.count
    sums = .init(repeating: Row(repeating: 0), count: set.formCount * TaggerLayout.offsets)
    slopes = sums
  }

  /// The negative logarithm of the likelihood; its gradient is written over `gradient`.
  func loss(
    _ weights: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>
  ) -> Double {
    let labels = TaggerLabel.count
    let offsets = TaggerLayout.offsets
    let rows = UnsafeRawPointer(weights).assumingMemoryBound(to: Row.self)
    let gradients = UnsafeMutableRawPointer(gradient).assumingMemoryBound(to: Row.self)
    let zero = Row(repeating: 0)
    for row in 0..<(rowCount + TaggerLayout.transitionRows) { gradients[row] = zero }
    set.formRows.withUnsafeBufferPointer { formRows in
      for place in sums.indices {
        var sum = zero
        for index in Int(set.formBounds[place])..<Int(set.formBounds[place + 1]) {
          sum += rows[Int(formRows[index])]
        }
        sums[place] = sum
        slopes[place] = zero
      }
    }
    // Scores of forbidden transitions are not weights.
    var transitions: [Row] = []
    for from in 0...labels {
      var row = zero
      for label in 0..<labels
      where TaggerLabel.mayFollow(from == labels ? nil : from, label) {
        row[label] = exp(rows[rowCount + from][label])
      }
      transitions.append(row)
    }
    var transposed = [Row](repeating: zero, count: labels)
    for from in 0..<labels { for to in 0..<labels { transposed[to][from] = transitions[from][to] } }
    var expectedTransitions = [Row](repeating: zero, count: labels + 1)

    var loss = 0.0
    var emissions: [Row] = []
    var alphas: [Row] = []
    var betas: [Row] = []
    var scales: [Float] = []
    for (number, sentence) in set.sentences.enumerated() {
      let edge = set.edges[set.sources[number]]
      let count = sentence.count
      func form(_ token: Int) -> Int {
        token < sentence.lowerBound
          ? Int(edge.0) : token >= sentence.upperBound ? Int(edge.1) : Int(set.forms[token])
      }
      emissions.removeAll(keepingCapacity: true)
      alphas.removeAll(keepingCapacity: true)
      scales.removeAll(keepingCapacity: true)
      var gold = 0.0
      var previous = labels
      for (index, token) in sentence.enumerated() {
        var score = zero
        for offset in 0..<offsets {
          let neighbour = token + offset - 2
          guard neighbour >= sentence.lowerBound - 1, neighbour <= sentence.upperBound else {
            continue
          }
          score += sums[form(neighbour) * offsets + offset]
        }
        for index in Int(set.ownBounds[token])..<Int(set.ownBounds[token + 1]) {
          score += rows[Int(set.ownRows[index])]
        }
        let label = Int(set.labels[token])
        gold += Double(score[label]) + Double(rows[rowCount + previous][label])
        previous = label
        var most = score[0]
        for label in 1..<labels { most = max(most, score[label]) }
        var emission = zero
        for label in 0..<labels { emission[label] = expf(score[label] - most) }
        loss += Double(most)
        emissions.append(emission)
        var alpha: Row
        if index == 0 {
          alpha = transitions[labels] * emission
        } else {
          alpha = zero
          let before = alphas[index - 1]
          for from in 0..<labels { alpha += transitions[from] * before[from] }
          alpha *= emission
        }
        let scale = 1 / alpha.sum()
        alphas.append(alpha * scale)
        scales.append(scale)
        loss -= Double(log(scale))
      }
      loss -= gold
      betas = [Row](repeating: zero, count: count)
      var last = zero
      for label in 0..<labels { last[label] = 1 }
      betas[count - 1] = last
      for index in stride(from: count - 1, to: 0, by: -1) {
        let weighted = betas[index] * emissions[index] * scales[index]
        var beta = zero
        for to in 0..<labels { beta += transposed[to] * weighted[to] }
        betas[index - 1] = beta
        let alpha = alphas[index - 1]
        for from in 0..<labels {
          expectedTransitions[from] += transitions[from] * weighted * alpha[from]
        }
      }
      previous = labels
      for (index, token) in sentence.enumerated() {
        var slope = alphas[index] * betas[index]
        slope /= slope.sum()
        let label = Int(set.labels[token])
        if index == 0 { expectedTransitions[labels] += slope }
        expectedTransitions[previous][label] -= 1
        previous = label
        slope[label] -= 1
        for offset in 0..<offsets {
          let neighbour = token + offset - 2
          guard neighbour >= sentence.lowerBound - 1, neighbour <= sentence.upperBound else {
            continue
          }
          slopes[form(neighbour) * offsets + offset] += slope
        }
        for index in Int(set.ownBounds[token])..<Int(set.ownBounds[token + 1]) {
          gradients[Int(set.ownRows[index])] += slope
        }
      }
    }
    set.formRows.withUnsafeBufferPointer { formRows in
      for place in slopes.indices {
        let slope = slopes[place]
        for index in Int(set.formBounds[place])..<Int(set.formBounds[place + 1]) {
          gradients[Int(formRows[index])] += slope
        }
      }
    }
    for from in 0...labels {
      for label in 0..<labels
      where TaggerLabel.mayFollow(from == labels ? nil : from, label) {
        gradients[rowCount + from][label] = expectedTransitions[from][label]
      }
    }
    return loss
  }
}
