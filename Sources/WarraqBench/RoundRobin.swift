import WarraqFormats

/// Measures some ways to do the same work by turns, so that what slows the machine down for a while
/// slows all of them down alike.
struct RoundRobin {
  /// Seconds that a way gets on average, all rounds together.
  let secondsPerCase: Double
  /// Rounds at least.
  let rounds: Int
  /// Rounds before, whose times are not kept.
  let warmUpRounds: Int
  let interruption: Interruption

  /// What the clock is read around takes at least that long.
  private static let shortestSlice = 0.005

  /// What was found out about one way.
  struct Times {
    /// Seconds that one call took, a round each.
    var rounds: [Double] = []
    /// The first call's result.
    var pass: Pass
    /// The most memory that the process had resident in the first call, in bytes; `nil` where the
    /// system does not tell.
    var peakMemory: Int?
    /// Calls a round.
    var calls = 1
  }

  /// Measures.
  ///
  /// Each way is called often enough a round to fill the shortest slice, which is found out before.
  /// Rounds go on until all ways together have had their seconds.
  func measure(_ cases: [BenchCase]) throws(BenchError) -> [Times] {
    var times: [Times] = []
    for work in cases { times.append(try calibrate(work)) }
    for _ in 0..<warmUpRounds {
      for (work, time) in zip(cases, times) { _ = try self.time(work, calls: time.calls) }
    }
    let clock = ContinuousClock()
    let start = clock.now
    let budget = Duration.seconds(secondsPerCase * Double(cases.count))
    var done = 0
    while done < rounds || start.duration(to: clock.now) < budget {
      for index in cases.indices {
        let calls = times[index].calls
        times[index].rounds.append(try time(cases[index], calls: calls) / Double(calls))
      }
      done += 1
    }
    return times
  }

  private func calibrate(_ work: BenchCase) throws(BenchError) -> Times {
    let isCounted = PeakMemory.restart()
    var times: Times
    do {
      times = Times(pass: try work.run())
    } catch {
      throw .icu(error)
    }
    times.peakMemory = isCounted ? PeakMemory.current : nil
    while try time(work, calls: times.calls) < Self.shortestSlice { times.calls *= 2 }
    return times
  }

  /// Seconds that some calls take together.
  private func time(_ work: BenchCase, calls: Int) throws(BenchError) -> Double {
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
