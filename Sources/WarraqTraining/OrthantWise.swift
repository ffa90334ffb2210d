import Foundation

/// Minimizes a smooth function plus c1 |w| + c2 w^2 by OWL-QN (Andrew and Gao 2007): L-BFGS that
/// keeps to one orthant a step, so that most weights end at zero.
struct OrthantWise {
  var c1: Float = 0.01
  var c2: Float = 0.2
  var iterations = 80
  var history = 6

  typealias Vector = UnsafeMutablePointer<Float>

  /// The weights found.
  ///
  /// - Parameter loss: Writes the gradient of the smooth function and returns its value.
  func minimize(
    count: Int, _ loss: (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Double,
    report: (Int, Double) -> Void = { _, _ in }
  ) -> [Float] {
    func vector() -> Vector {
      // Read as rows of vectors, so aligned like them.
      let raw = UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
      let vector = raw.bindMemory(to: Float.self, capacity: count)
      vector.initialize(repeating: 0, count: count)
      return vector
    }
    var x = vector(), next = vector(), gradient = vector(), nextGradient = vector()
    let pseudo = vector(), direction = vector()
    var steps: [Vector] = [], changes: [Vector] = []
    var products: [Double] = []
    defer {
      for each in [x, next, gradient, nextGradient, pseudo, direction] + steps + changes {
        UnsafeMutableRawPointer(each).deallocate()
      }
    }
    func value(_ x: Vector, _ gradient: Vector) -> Double {
      var value = loss(x, gradient)
      var (ones, squares) = (0.0, 0.0)
      for index in 0..<count {
        let weight = x[index]
        ones += Double(abs(weight))
        squares += Double(weight * weight)
        gradient[index] += 2 * c2 * weight
      }
      value += Double(c1) * ones + Double(c2) * squares
      return value
    }
    func dot(_ left: Vector, _ right: Vector) -> Double {
      var sum = 0.0
      for index in 0..<count { sum += Double(left[index] * right[index]) }
      return sum
    }
    func setPseudo() {
      for index in 0..<count {
        let (weight, slope) = (x[index], gradient[index])
        pseudo[index] =
          weight > 0
          ? slope + c1
          : weight < 0
            ? slope - c1 : slope < -c1 ? slope + c1 : slope > c1 ? slope - c1 : 0
      }
    }
    var current = value(x, gradient)
    setPseudo()
    for iteration in 0..<iterations {
      for index in 0..<count { direction[index] = -pseudo[index] }
      var factors = [Double](repeating: 0, count: steps.count)
      for index in steps.indices.reversed() {
        let factor = dot(steps[index], direction) / products[index]
        factors[index] = factor
        let scale = Float(factor)
        for at in 0..<count { direction[at] -= scale * changes[index][at] }
      }
      if let lastStep = steps.last, let lastChange = changes.last {
        let scale = Float(dot(lastStep, lastChange) / dot(lastChange, lastChange))
        for at in 0..<count { direction[at] *= scale }
      }
      for index in steps.indices {
        let scale = Float(factors[index] - dot(changes[index], direction) / products[index])
        for at in 0..<count { direction[at] += scale * steps[index][at] }
      }
      for at in 0..<count where direction[at] * pseudo[at] >= 0 { direction[at] = 0 }
      let slope = dot(direction, pseudo)
      guard slope < 0 else { break }
      var size: Float = iteration == 0 ? Float(1 / sqrt(dot(pseudo, pseudo))) : 1
      var found = false
      var best = current
      for _ in 0..<20 {
        for at in 0..<count {
          let moved = x[at] + size * direction[at]
          let orthant = x[at] != 0 ? x[at] : -pseudo[at]
          next[at] = moved * orthant <= 0 ? 0 : moved
        }
        best = value(next, nextGradient)
        if best <= current + 1e-4 * Double(size) * slope {
          found = true
          break
        }
        size *= 0.5
      }
      guard found else { break }
      let (step, change): (Vector, Vector)
      if steps.count == history {
        step = steps.removeFirst()
        change = changes.removeFirst()
        products.removeFirst()
      } else {
        (step, change) = (vector(), vector())
      }
      for at in 0..<count {
        step[at] = next[at] - x[at]
        change[at] = nextGradient[at] - gradient[at]
      }
      let product = dot(step, change)
      swap(&x, &next)
      swap(&gradient, &nextGradient)
      report(iteration + 1, best)
      let gain = (current - best) / best
      current = best
      if product > 1e-10 {
        steps.append(step)
        changes.append(change)
        products.append(product)
      } else {
        for each in [step, change] {
          UnsafeMutableRawPointer(each).deallocate()
        }
      }
      setPseudo()
      if gain < 1e-5 { break }
    }
    return Array(UnsafeBufferPointer(start: x, count: count))
  }
}
