import WarraqICU
import WarraqText

/// What one run over the text came to.
struct Pass {
  /// The number of results: tokens, bytes, mentions.
  var results: Int
  /// Depends on all that was read of them, so that no compiler leaves the reading out.
  var checksum = 0
}

/// A way to do the work that is measured.
struct BenchCase {
  /// What is done, for example `dates+tokens`.
  let work: String
  /// What does it: the name of a kernel, `icu`; `nil` where there is but one way.
  let kernel: String?
  /// Whether what comes out is what comes out of the yardstick; `nil` where that is not asked.
  let equalsYardstick: Bool?
  /// Does it once, over the whole text.
  let run: () throws(ICUError) -> Pass

  init(
    _ work: String, kernel: String? = nil, equalsYardstick: Bool? = nil,
    run: @escaping () throws(ICUError) -> Pass
  ) {
    self.work = work
    self.kernel = kernel
    self.equalsYardstick = equalsYardstick
    self.run = run
  }

  /// Work that has but a number of results.
  static func counting(
    _ work: String, kernel: String? = nil, _ count: @escaping () -> Int
  ) -> BenchCase {
    BenchCase(work, kernel: kernel) { () throws(ICUError) in
      let count = count()
      return Pass(results: count, checksum: count)
    }
  }
}

/// Ways that are measured by turns, on the same text.
struct BenchComparison {
  let stage: BenchStage
  /// What all are given.
  let text: SourceText
  /// What all are measured against.
  let yardstick: BenchCase
  let cases: [BenchCase]
}
