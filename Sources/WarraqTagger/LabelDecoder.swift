/// Finds the best labels of a sentence: Viterbi's algorithm over whole vectors of labels.
///
/// Scores are in units of ``TaggerLayout/scale``. They are kept relative to the best label of each
/// token, so that 16 bits hold them however long a sentence is: emissions are clamped to
/// ``TaggerLayout/largestEmission``, and every label but forbidden ones can be reached within two
/// tokens.
struct LabelDecoder {
  let transitions: [SIMD16<Int16>]

  /// Writes the best labels of some tokens.
  ///
  /// - Complexity: O(*n*).
  func decode(
    _ tokens: Range<Int>, scores: [SIMD16<Int16>], back: inout [SIMD16<Int16>],
    labels: inout [UInt8]
  ) {
    guard let first = tokens.first else { return }
    var best = transitions[TaggerLabel.count] &+ scores[first]
    for token in tokens.dropFirst() {
      best = best &- SIMD16(repeating: best.max())
      var next = SIMD16<Int16>(repeating: best[0]) &+ transitions[0]
      var from = SIMD16<Int16>(repeating: 0)
      for label in 1..<TaggerLabel.count {
        let score = SIMD16<Int16>(repeating: best[label]) &+ transitions[label]
        let isBetter = score .> next
        next.replace(with: score, where: isBetter)
        from.replace(with: Int16(label), where: isBetter)
      }
      back[token] = from
      best = next &+ scores[token]
    }
    var label = 0
    for other in 1..<TaggerLabel.count where best[other] > best[label] { label = other }
    var token = tokens.upperBound - 1
    while true {
      labels[token] = UInt8(label)
      guard token > first else { return }
      label = Int(back[token][label])
      token -= 1
    }
  }
}
