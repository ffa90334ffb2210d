import WarraqNormalization
import WarraqText

/// Compares the normalizer's kernels with its reference on random strings and options.
///
/// usage: WarraqNormalizationFuzz [--properties] [--cases N] [--seed S] [--longest PIECES]
///
/// With `--properties` it looks for texts that break a promise of presets or single options.
@main
struct NormalizationFuzz {
  static func main() {
    var cases = 100_000
    var seed: UInt64 = 1
    var longest = 60
    var arguments = CommandLine.arguments.dropFirst()
    var areProperties = false
    while let argument = arguments.popFirst() {
      if argument == "--properties" {
        areProperties = true
        continue
      }
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
    if areProperties { return checkProperties(cases: cases, seed: seed, longest: longest) }
    let kernels = NormalizationKernel.available.filter { $0 != .reference }
    let text = RandomDocument()
    var bytes = 0
    var done = 0
    // Options are compiled once for some strings.
    let stringsPerSet = 16
    while done < cases {
      let own = seed &+ UInt64(done / stringsPerSet)
      var generator = SplitMix(state: own)
      let options = RandomOptions.make(using: &generator)
      let differential = Differential(options, kernels)
      for _ in 0..<stringsPerSet {
        let string = text.make(longest: longest, using: &generator)
        bytes += string.utf8.count
        done += 1
        // A stream leaves a byte order mark out.
        if string.unicodeScalars.first != "\u{FEFF}" {
          let cuts = RandomDocument.cuts(of: string.utf8.count, using: &generator)
          if let difference = differential.difference(in: string, cuts: cuts) {
            fail(
              """
              --seed \(own) --cases \(stringsPerSet) --longest \(longest), in pieces
              \(Differential.show(options))
              [\(Differential.show(SourceText(string)))]: \(difference)
              """)
          }
        }
        guard let difference = differential.difference(in: string) else { continue }
        let short = differential.shortened(string)
        fail(
          """
          --seed \(own) --cases \(stringsPerSet) --longest \(longest)
          \(Differential.show(options))
          [\(Differential.show(SourceText(short)))]: \(differential.difference(in: short) ?? "")
          of \(difference.utf8.count > 3000 ? "a long text" : difference)
          """)
      }
    }
    let names = kernels.map(\.rawValue).joined(separator: ", ")
    print("\(names): seed \(seed), \(done) strings, \(bytes) bytes, no difference")
  }
}

extension NormalizationFuzz {
  private static func checkProperties(cases: Int, seed: UInt64, longest: Int) {
    guard let properties = try? Properties(.preferred) else { fail("an option has no such value") }
    let text = RandomDocument()
    for index in 0..<cases {
      let own = seed &+ UInt64(index)
      var generator = SplitMix(state: own)
      let string = SourceText(text.make(longest: longest, using: &generator))
      if let problem = properties.broken(by: string) {
        fail("--properties --seed \(own) --cases 1 [\(Differential.show(string))]: \(problem)")
      }
    }
    print("seed \(seed), \(cases) strings with \(properties.sets) sets of options: all holds")
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that a run can be repeated from its seed.
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  package init(state: UInt64) {
    self.state = state
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
