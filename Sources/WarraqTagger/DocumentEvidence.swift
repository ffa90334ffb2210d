/// How the words of a document were labelled in the first pass, in a window around each token.
package enum DocumentEvidence {
  /// Codes of the tokens of a document: of the word, and of what is left behind its clitics.
  ///
  /// - Parameters:
  ///   - window: Tokens before and behind a token that are looked at.
  ///   - places: For each token the places of its counts; -1: nothing is counted.
  ///   - counts: Zero before and after.
  /// - Complexity: O(*n*).
  package static func codes(
    labels: [UInt8], places: [(own: Int32, stem: Int32)], window: Int,
    counts: inout [SIMD16<Int32>]
  ) -> [(own: UInt8, stem: UInt8)] {
    var codes: [(own: UInt8, stem: UInt8)] = []
    codes.reserveCapacity(labels.count)
    func count(_ token: Int, _ step: Int32, _ counts: inout [SIMD16<Int32>]) {
      let place = places[token]
      let label = Int(labels[token])
      if place.own >= 0 { counts[Int(place.own)][label] &+= step }
      if place.stem >= 0 { counts[Int(place.stem)][label] &+= step }
    }
    for token in 0..<min(window, labels.count) { count(token, 1, &counts) }
    for token in labels.indices {
      if token + window < labels.count { count(token + window, 1, &counts) }
      if token > window { count(token - window - 1, -1, &counts) }
      let place = places[token]
      func code(_ place: Int32) -> UInt8 {
        guard place >= 0 else { return EvidenceCode.none }
        var seen = counts[Int(place)]
        seen[Int(labels[token])] &-= 1
        return EvidenceCode.of(seen)
      }
      codes.append((code(place.own), code(place.stem)))
    }
    for token in max(0, labels.count - window - 1)..<labels.count { count(token, -1, &counts) }
    return codes
  }
}
