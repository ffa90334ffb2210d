public import WarraqFormats
public import WarraqTokenization
import WarraqICU
import WarraqText

/// Measures the tokenizer: every kernel that the machine can run, by each API and profile, by turns
/// with ICU's word break iterator and with a naive byte table, on the same bytes.
///
/// ICU does the same work: from UTF-8 to every segment with its end and its rule status, by
/// conversion to UTF-16 and `ubrk_next`, with an iterator and buffers made before.
public struct TokenizeBench: Sendable {
  /// The profiles measured.
  public var profiles: [TokenizationProfile]
  /// Seconds that a row gets on average.
  public var secondsPerRow: Double
  /// Tells whether to stop.
  public var interruption: Interruption

  /// A bench.
  public init(
    profiles: [TokenizationProfile] = TokenizationProfile.allCases, secondsPerRow: Double = 1,
    interruption: Interruption = .never
  ) {
    self.profiles = profiles
    self.secondsPerRow = secondsPerRow
    self.interruption = interruption
  }

  /// Measures on a text.
  ///
  /// - Returns: Rows of the byte table and of the kernels, fastest kernels first.
  /// - Throws: ``BenchError/icu(_:)`` and ``BenchError/interrupted``.
  public func run(on sample: BenchSample) throws(BenchError) -> BenchReport {
    let icu: ICUWork
    let versions: ICUVersions
    do {
      icu = ICUWork(sample.text.utf8, try WordBreakYardstick(capacity: sample.text.count))
      versions = try ICUVersions.current()
    } catch {
      throw .icu(error)
    }
    var labels = [Label(kernel: "byte-table", api: .batch)]
    var works: [any Work] = [icu, ByteTableWork(sample.text.utf8)]
    for kernel in TokenizerKernel.available {
      for profile in profiles {
        for api in BenchAPI.allCases {
          labels.append(Label(kernel: kernel.rawValue, api: api, profile: profile))
          works.append(Self.work(api, sample.text, profile, kernel))
        }
      }
    }
    let times = try RoundRobin(secondsPerWork: secondsPerRow, interruption: interruption)
      .measure(works)
    return BenchReport(
      stage: .tokenize, bytes: sample.text.count, versions: versions, icu: times[0],
      byteTable: times[1], rows: zip(labels, times.dropFirst()).map { ($0, $1) })
  }

  private static func work(
    _ api: BenchAPI, _ text: SourceText, _ profile: TokenizationProfile, _ kernel: TokenizerKernel
  ) -> any Work {
    switch api {
    case .batch:
      ScanWork(TokenScanner(text, profile: profile, kernel: kernel))
    case .sequence:
      SequenceWork(
        TokenSequence(text, profile: profile, includesSpaces: true, kernel: kernel))
    case .fused:
      ScanWork(TokenScanner(text, profile: profile, kernel: kernel, withKeys: true))
    }
  }

  /// What a row is about.
  struct Label {
    var kernel: String
    var api: BenchAPI
    var profile: TokenizationProfile?
  }
}
