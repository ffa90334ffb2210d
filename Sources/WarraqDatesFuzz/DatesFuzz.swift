import WarraqText

/// Looks for texts that break a promise of the date stage.
///
/// usage: WarraqDatesFuzz [--cases N] [--seed S] [--longest PIECES]
#if !LIBFUZZER
  @main
#endif
struct DatesFuzz {
  static func main() {
    var cases = 20_000
    var seed: UInt64 = 1
    var longest = 40
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      guard let number = arguments.popFirst().flatMap({ UInt64($0) }) else {
        fail("\(argument) takes a number")
      }
      switch argument {
      case "--cases": cases = Int(number)
      case "--seed": seed = number
      case "--longest": longest = Int(number)
      default: fail("there is no option \(argument)")
      }
    }
    let times = RandomTimes()
    let properties = DateProperties()
    for index in 0..<cases {
      let own = seed &+ UInt64(index)
      var generator = SplitMix(state: own)
      let text = times.make(pieces: longest, using: &generator)
      if let problem = properties.broken(by: SourceText(text)) {
        fail("--seed \(own) --cases 1 --longest \(longest)\n\(text.debugDescription)\n\(problem)")
      }
    }
    print("seed \(seed), \(cases) texts: all holds")
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that a run can be repeated from its seed.
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
