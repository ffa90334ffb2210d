import Warraq
import WarraqAnalysis
import WarraqArticles
import WarraqDates
import WarraqEntities
import WarraqFormats
import WarraqICU
import WarraqQuotations
import WarraqRepair
import WarraqText
import WarraqTokenization

/// Stages that read one document after the other, alone on what they are given, and with the tokens
/// that they need.
struct DocumentWorks {
  private let sample: BenchSample
  private let isDetailed: Bool

  init(_ sample: BenchSample, isDetailed: Bool) {
    self.sample = sample
    self.isDetailed = isDetailed
  }

  /// A stage's ways, against ICU's breaks.
  func comparison(of stage: BenchStage) throws(ICUError) -> BenchComparison {
    let cases =
      switch stage {
      case .sentences: sentences()
      case .dates: dates()
      case .entities: entities()
      case .structure: structure()
      case .quotes: quotes()
      case .write: write()
      case .annotate: annotate()
      case .decode, .tokenize, .normalize: preconditionFailure("\(stage) reads the whole text")
      }
    return BenchComparison(
      stage: stage, text: sample.text,
      yardstick: try .icu(stage == .sentences ? .sentences : .words, sample.text), cases: cases)
  }

  private var analyzed: [AnalyzedText] { sample.documents.map { AnalyzedText($0) } }

  /// Counts what is found in each of some documents.
  private func each<Item>(
    _ work: String, _ items: [Item], _ count: @escaping (Item) -> Int
  ) -> BenchCase {
    .counting(work) {
      var found = 0
      for item in items { found &+= count(item) }
      return found
    }
  }

  private func sentences() -> [BenchCase] {
    [
      each("sentences", analyzed) { text in
        let lines = LineList(text.text, tokens: text.tokens)
        let marks = PairedMarks(text.text, tokens: text.tokens, lines: lines)
        return SentenceSegmenter().sentences(
          of: text.text, tokens: text.tokens, lines: lines, marks: marks
        ).count
      },
      each("sentences+tokens", sample.documents) { AnalyzedText($0).sentences.count },
    ]
  }

  private func dates() -> [BenchCase] {
    let reference = ReferenceDate("2024-05-15")
    let extractor = DateExtractor()
    func find(_ text: AnalyzedText) -> Int {
      DateResolver.resolve(extractor.annotate(text), reference: reference).count
    }
    return [
      each("dates", analyzed, find),
      each("dates+tokens", sample.documents) { find(AnalyzedText($0)) },
    ]
  }

  private func entities() -> [BenchCase] {
    let annotator = EntityAnnotator()
    var cases = [
      each("entities", analyzed) { annotator.annotate($0).mentions.count },
      each("entities+tokens", sample.documents) {
        annotator.annotate(AnalyzedText($0)).mentions.count
      },
    ]
    if isDetailed {
      let anercorp = EntityAnnotator(guideline: .anercorp)
      cases.append(
        each("anercorp+tokens", sample.documents) {
          anercorp.annotate(AnalyzedText($0)).mentions.count
        })
    }
    return cases
  }

  private func structure() -> [BenchCase] {
    let reader = ArticleReader()
    let extractor = DateExtractor()
    let given = analyzed.map { (text: $0, timexes: extractor.annotate($0)) }
    return [
      each("structure", given) { reader.read($0.text, timexes: $0.timexes).regions.count },
      each("structure+tokens+dates", sample.documents) { document in
        let text = AnalyzedText(document)
        return reader.read(text, timexes: extractor.annotate(text)).regions.count
      },
    ]
  }

  private func quotes() -> [BenchCase] {
    let annotator = EntityAnnotator()
    let quotations = QuotationAnnotator()
    let given = analyzed.map { (text: $0, entities: annotator.annotate($0)) }
    return [
      each("quotes", given) { quotations.annotate($0.text, entities: $0.entities).count }
    ]
  }

  private func write() -> [BenchCase] {
    let pipeline = Pipeline()
    let given = inputs.map { (input: $0, document: pipeline.analyze($0)) }
    var cases = [writing("record", given, RecordWriter())]
    if isDetailed {
      cases.append(
        writing("record, utf-8 offsets", given, RecordWriter(offsets: .utf8)))
      cases.append(
        writing("record with tokens and text", given, RecordWriter(extras: [.tokens, .text])))
    }
    return cases
  }

  private func writing(
    _ work: String, _ given: [(input: InputDocument, document: Document)], _ writer: RecordWriter
  ) -> BenchCase {
    each(work, given) { item in
      writer.document(item.document, of: item.input, versions: Self.versions).count
    }
  }

  private func annotate() -> [BenchCase] {
    let withoutEntities = Pipeline(
      stages: Set(Pipeline.Stage.allCases).subtracting([.entities, .quotes]))
    var cases = [
      annotating("annotate", Pipeline()),
      annotating("annotate without entities", withoutEntities),
    ]
    if isDetailed {
      let detector = DamageDetector()
      let pipeline = Pipeline()
      cases += [
        each("analysis alone", sample.documents) { pipeline.analyze($0).tokens.count },
        each("damage alone", sample.documents) { detector.damage(in: $0).count },
        each("languages alone", analyzed) { LanguageProfile($0).letters },
      ]
    }
    return cases
  }

  /// From bytes to records, as the command does it but for reading and writing files.
  private func annotating(_ work: String, _ pipeline: Pipeline) -> BenchCase {
    let writer = RecordWriter()
    return each(work, sample.documents.map(\.utf8)) { bytes in
      guard let text = try? SourceText(validating: bytes) else { return 0 }
      let input = InputDocument(id: "bench", path: "bench", bytes: bytes, text: text)
      return writer.document(pipeline.analyze(input), of: input, versions: Self.versions).count
    }
  }

  private var inputs: [InputDocument] {
    sample.documents.map {
      InputDocument(id: "bench", path: "bench", bytes: $0.utf8, text: $0)
    }
  }

  /// What records say about what made them; the lexicon's fingerprint is left out.
  private static let versions = DataVersions(
    warraq: WarraqVersion.current, unicode: ScalarTable.unicodeVersion, icu: "", data: "")
}
