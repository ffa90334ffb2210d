import WarraqFormats
import WarraqICU

/// What one run over the text came to.
struct Pass {
  /// The number of segments.
  var segments: Int
  /// Depends on all that was read of them, so that no compiler leaves the reading out.
  var checksum = 0
}

/// A way to do the work that is measured.
protocol Work: AnyObject {
  /// Does it once, over the whole text.
  func run() throws(ICUError) -> Pass
}

/// Measures some ways to do the same work by turns, so that what slows the machine down for a while
/// slows all of them down alike.
struct RoundRobin {
  /// Seconds that a way gets on average, all rounds together.
  let secondsPerWork: Double
  let interruption: Interruption

  /// What the clock is read around takes at least that long.
  private static let shortestSlice = 0.005
  private static let fewestRounds = 5

  /// What was found out about one way.
  struct Times {
    /// Seconds that one call took, a round each.
    var rounds: [Double] = []
    /// The first call's result.
    var pass: Pass
    /// Calls a round.
    var calls: Int
  }

  /// Measures.
  ///
  /// Each way is called often enough a round to fill the shortest slice, which is found out before.
  /// Rounds go on until all ways together have had their seconds, and are five at least.
  func measure(_ works: [any Work]) throws(BenchError) -> [Times] {
    var times: [Times] = []
    for work in works { times.append(try calibrate(work)) }
    let clock = ContinuousClock()
    let start = clock.now
    let budget = Duration.seconds(secondsPerWork * Double(works.count))
    var rounds = 0
    while rounds < Self.fewestRounds || start.duration(to: clock.now) < budget {
      for index in works.indices {
        let calls = times[index].calls
        times[index].rounds.append(try time(works[index], calls: calls) / Double(calls))
      }
      rounds += 1
    }
    return times
  }

  private func calibrate(_ work: any Work) throws(BenchError) -> Times {
    let pass: Pass
    do {
      pass = try work.run()
    } catch {
      throw .icu(error)
    }
    var calls = 1
    while try time(work, calls: calls) < Self.shortestSlice { calls *= 2 }
    return Times(pass: pass, calls: calls)
  }

  /// Seconds that some calls take together.
  private func time(_ work: any Work, calls: Int) throws(BenchError) -> Double {
    if interruption.isRequested() { throw .interrupted }
    var checksum = 0
    let start = ContinuousClock.now
    do {
      for _ in 0..<calls { checksum &+= try work.run().checksum }
    } catch {
      throw .icu(error)
    }
    let duration = start.duration(to: .now).components
    keep(checksum)
    return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
  }
}

/// Takes a value that nobody needs.
@inline(never)
@_optimize(none)
private func keep(_ value: Int) {}

/// The value in the middle; of two the mean.
func median(_ values: [Double]) -> Double {
  precondition(!values.isEmpty)
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
