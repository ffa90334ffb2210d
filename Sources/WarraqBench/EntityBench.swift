import WarraqAnalysis
import WarraqEntities
public import WarraqFormats
import WarraqICU
import WarraqText
import WarraqTokenization

/// Measures the entity stage: from bytes to mentions, tokenization included, on one core, and the
/// parts of it for themselves.
public struct EntityBench: Sendable {
  /// Seconds that a row gets on average.
  public var secondsPerRow: Double
  /// Tells whether to stop.
  public var interruption: Interruption

  /// A bench.
  public init(secondsPerRow: Double = 1, interruption: Interruption = .never) {
    self.secondsPerRow = secondsPerRow
    self.interruption = interruption
  }

  /// Measures on a text.
  ///
  /// - Throws: ``BenchError/interrupted``.
  public func run(on sample: BenchSample) throws(BenchError) -> EntityReport {
    let text = sample.text
    let words = Self.words(in: text)
    let analyzed = AnalyzedText(text)
    let tokenizer = Tokenizer()
    let warraq = EntityAnnotator()
    let anercorp = EntityAnnotator(guideline: .anercorp)
    let works: [(name: String, work: any Work)] = [
      ("tokens and keys", StageWork { tokenizer.tokenize(text).count }),
      ("analysis", StageWork { AnalyzedText(text).sentences.count }),
      ("annotation alone", StageWork { warraq.annotate(analyzed).mentions.count }),
      ("stage, warraq", StageWork { warraq.annotate(AnalyzedText(text)).mentions.count }),
      ("stage, anercorp", StageWork { anercorp.annotate(AnalyzedText(text)).mentions.count }),
    ]
    let times = try RoundRobin(secondsPerWork: secondsPerRow, interruption: interruption)
      .measure(works.map(\.work))
    return EntityReport(
      bytes: text.count, words: words,
      rows: zip(works, times).map { work, times in
        EntityReport.Row(name: work.name, bytes: text.count, words: words, times)
      })
  }

  /// Words as people count them: what stands between white space.
  private static func words(in text: SourceText) -> Int {
    var words = 0
    var isInside = false
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace, !isInside { words += 1 }
      isInside = !isSpace
    }
    return words
  }
}

/// A part of the stage; counts what it finds.
private final class StageWork: Work {
  private let body: () -> Int

  init(_ body: @escaping () -> Int) {
    self.body = body
  }

  func run() throws(ICUError) -> Pass {
    let count = body()
    return Pass(segments: count, checksum: count)
  }
}
