/// How the same word was labelled elsewhere in a document, as one small number.
package enum EvidenceCode {
  /// The word does not occur elsewhere.
  package static let none: UInt8 = 0
  /// How many codes there are.
  package static let count = 4 + TaggedType.allCases.count * 24

  /// The code of some counts of labels.
  ///
  /// - Parameter counts: For each label how often it was given.
  package static func of(_ counts: SIMD16<Int32>) -> UInt8 {
    let total = counts.wrappedSum()
    guard total > 0 else { return none }
    let often: UInt8 = total == 1 ? 0 : total < 5 ? 1 : 2
    if counts[TaggerLabel.outside] == total { return 1 + often }
    var best = TaggedType.person
    var most: Int32 = -1
    for type in TaggedType.allCases {
      let sum = counts[TaggerLabel.first(type)] + counts[TaggerLabel.inside(type)]
      if sum > most { (best, most) = (type, sum) }
    }
    let share: UInt8 =
      most == total ? 3 : most * 3 >= total * 2 ? 2 : most * 3 >= total ? 1 : 0
    let inside: UInt8 =
      counts[TaggerLabel.inside(best)] > counts[TaggerLabel.first(best)] ? 1 : 0
    return 4 + best.rawValue * 24 + share * 6 + often * 2 + inside
  }
}
