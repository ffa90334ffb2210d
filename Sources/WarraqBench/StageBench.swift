public import WarraqFormats
import WarraqAnalysis
import WarraqArticles
import WarraqDates
import WarraqEntities
import WarraqICU
import WarraqQuotations
import WarraqText

/// Measures a stage behind the tokens, alone and with what it needs before it, by turns with ICU's
/// word break iterator on the same bytes.
public struct StageBench: Sendable {
  /// Seconds that a row gets on average.
  public var secondsPerRow: Double
  /// Tells whether to stop.
  public var interruption: Interruption

  /// A bench.
  public init(secondsPerRow: Double = 1, interruption: Interruption = .never) {
    self.secondsPerRow = secondsPerRow
    self.interruption = interruption
  }

  /// Measures the date stage on a text, which is taken as one document.
  ///
  /// Rows: `tokens` (words with keys, lines, marks and sentences), `dates` (expressions found and
  /// resolved against a reference date, tokens given), `dates+tokens`.
  ///
  /// - Throws: ``BenchError/icu(_:)`` and ``BenchError/interrupted``.
  public func dates(on sample: BenchSample) throws(BenchError) -> StageReport {
    let text = sample.text
    let analyzed = AnalyzedText(text)
    let reference = ReferenceDate("2024-05-15")
    func find(_ analyzed: AnalyzedText) -> Int {
      DateResolver.resolve(DateExtractor().annotate(analyzed), reference: reference).count
    }
    return try measure(
      .dates, sample,
      [
        ("tokens", StageWork { AnalyzedText(text).tokens.count }),
        ("dates", StageWork { find(analyzed) }),
        ("dates+tokens", StageWork { find(AnalyzedText(text)) }),
      ])
  }

  /// Measures the article stage on a text, which is taken as one page.
  ///
  /// Rows: `tokens`, `structure` (tokens and expressions of time given), `structure+tokens`.
  ///
  /// - Throws: ``BenchError/icu(_:)`` and ``BenchError/interrupted``.
  public func structure(on sample: BenchSample) throws(BenchError) -> StageReport {
    let text = sample.text
    let analyzed = AnalyzedText(text)
    let timexes = DateExtractor().annotate(analyzed)
    let reader = ArticleReader()
    return try measure(
      .structure, sample,
      [
        ("tokens", StageWork { AnalyzedText(text).tokens.count }),
        ("structure", StageWork { reader.read(analyzed, timexes: timexes).regions.count }),
        (
          "structure+tokens",
          StageWork { reader.read(AnalyzedText(text), timexes: timexes).regions.count }
        ),
      ])
  }

  /// Measures the quotation stage on a text, which is taken as one document.
  ///
  /// Rows: `quotes` (quotations with speakers, tokens and entities given), `quotes+tokens` (entities
  /// given).
  ///
  /// - Throws: ``BenchError/icu(_:)`` and ``BenchError/interrupted``.
  public func quotations(on sample: BenchSample) throws(BenchError) -> StageReport {
    let text = sample.text
    let analyzed = AnalyzedText(text)
    let entities = EntityAnnotator().annotate(analyzed)
    func find(_ analyzed: AnalyzedText) -> Int {
      QuotationAnnotator().annotate(analyzed, entities: entities).count
    }
    return try measure(
      .quotes, sample,
      [
        ("quotes", StageWork { find(analyzed) }),
        ("quotes+tokens", StageWork { find(AnalyzedText(text)) }),
      ])
  }

  private func measure(
    _ stage: BenchStage, _ sample: BenchSample, _ works: [(name: String, work: StageWork)]
  ) throws(BenchError) -> StageReport {
    let icu: ICUWork
    let versions: ICUVersions
    do {
      icu = ICUWork(sample.text.utf8, try WordBreakYardstick(capacity: sample.text.count))
      versions = try ICUVersions.current()
    } catch {
      throw .icu(error)
    }
    let times = try RoundRobin(secondsPerWork: secondsPerRow, interruption: interruption)
      .measure([icu] + works.map(\.work))
    return StageReport(
      stage: stage, bytes: sample.text.count, versions: versions, icu: times[0],
      rows: zip(works.map(\.name), times.dropFirst()).map { ($0, $1) })
  }
}

/// A stage as work to be measured; its count of results is what keeps it from being left out.
private final class StageWork: Work {
  private let body: () -> Int

  init(_ body: @escaping () -> Int) { self.body = body }

  func run() throws(ICUError) -> Pass {
    let count = body()
    return Pass(segments: count, checksum: count)
  }
}
