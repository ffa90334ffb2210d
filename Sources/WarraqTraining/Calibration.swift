import Foundation
import WarraqTagger

/// Lines that make confidences of margins: for each type the logistic regression of whether a name
/// is right on its margin (Platt 1999).
enum Calibration {
  /// Slope and intercept for each type, from names of held-out text.
  static func lines(
    _ names: [(type: TaggedType, margin: Float, isRight: Bool)]
  ) -> [(slope: Float, intercept: Float)] {
    TaggedType.allCases.map { type in
      line(names.filter { $0.type == type }.map { (Double($0.margin), $0.isRight) })
    }
  }

  /// Newton's method from nothing, with a weak prior that keeps it finite.
  private static func line(_ points: [(Double, Bool)]) -> (slope: Float, intercept: Float) {
    var (slope, intercept) = (0.0, 0.0)
    for _ in 0..<50 {
      var (g0, g1, h00, h01, h11) = (intercept * 0.01, slope * 0.01, 0.01, 0.0, 0.01)
      for (margin, isRight) in points {
        let chance = 1 / (1 + exp(-(slope * margin + intercept)))
        let error = chance - (isRight ? 1 : 0)
        let weight = chance * (1 - chance)
        g0 += error
        g1 += error * margin
        h00 += weight
        h01 += weight * margin
        h11 += weight * margin * margin
      }
      let determinant = h00 * h11 - h01 * h01
      guard determinant > 1e-12 else { break }
      intercept -= (h11 * g0 - h01 * g1) / determinant
      slope -= (h00 * g1 - h01 * g0) / determinant
    }
    return (Float(slope), Float(intercept))
  }
}
