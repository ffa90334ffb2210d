import WarraqICU
import WarraqText
import WarraqTokenization

/// How a kernel is called.
enum TokenizationAPI: String, CaseIterable {
  /// A scanner that fills the columns of one batch again and again.
  case batch
  /// A sequence of tokens, each one's start, end and kind read.
  case sequence
  /// A scanner that also writes each token's folded key.
  case fused
}

extension Bench {
  /// Words: every kernel that the machine can run, by each API and profile, and a naive byte table.
  ///
  /// ICU does the same work: from UTF-8 to every segment with its end and its rule status, by
  /// conversion to UTF-16 and `ubrk_next`, with an iterator and buffers made before.
  func tokenization(_ sample: BenchSample) throws(ICUError) -> BenchComparison {
    let text = sample.text
    var cases: [BenchCase] = []
    if isDetailed {
      let table = ByteTable(capacity: text.count)
      cases.append(.counting("batch", kernel: "byte-table") { table.run(text.utf8) })
    }
    for kernel in isDetailed ? TokenizerKernel.available : [.preferred] {
      for profile in profiles {
        for api in TokenizationAPI.allCases {
          cases.append(
            BenchCase(
              "\(profile.rawValue), \(api.rawValue)", kernel: kernel.rawValue,
              run: Self.work(api, text, profile, kernel)))
        }
      }
    }
    return BenchComparison(
      stage: .tokenize, text: text, yardstick: try .icu(.words, text), cases: cases)
  }

  private static func work(
    _ api: TokenizationAPI, _ text: SourceText, _ profile: TokenizationProfile,
    _ kernel: TokenizerKernel
  ) -> () throws(ICUError) -> Pass {
    switch api {
    case .batch, .fused:
      let scanner = TokenScanner(
        text, profile: profile, kernel: kernel, withKeys: api == .fused)
      return { () throws(ICUError) in consume(scanner) }
    case .sequence:
      let tokens = TokenSequence(text, profile: profile, includesSpaces: true, kernel: kernel)
      return { () throws(ICUError) in consume(tokens) }
    }
  }
}

/// Scans the text; of each batch the columns' ends are read, the work being to write them.
private func consume(_ scanner: TokenScanner) -> Pass {
  scanner.restart()
  var pass = Pass(results: 0)
  while scanner.nextBatch() {
    pass.results &+= scanner.batch.count
    pass.checksum &+= scanner.batch.withColumns { starts, kinds in
      Int(starts[0]) &+ Int(starts[kinds.count]) &+ Int(kinds[kinds.count - 1])
    }
  }
  return pass
}

/// Iterates over the tokens and reads all of each. Apart and with plain variables: they stay in
/// registers.
@inline(never)
private func consume(_ tokens: TokenSequence) -> Pass {
  var results = 0
  var checksum = 0
  for token in tokens {
    results &+= 1
    checksum &+= token.range.lowerBound.value ^ token.range.upperBound.value
    checksum &+= Int(token.kind.rawValue)
  }
  return Pass(results: results, checksum: checksum)
}
