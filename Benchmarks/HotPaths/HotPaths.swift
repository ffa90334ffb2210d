import Benchmark
import Warraq
import WarraqFormats

/// Every hot path, on the inputs that it is hot on. What a path is given is made before.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident], warmupIterations: 3,
    maxDuration: .milliseconds(400), maxIterations: 1_000_000)

  for input in BenchmarkInput.all {
    let text = input.text
    measure("validate", input) { try? SourceText(validating: text.utf8) }
    measure("tokenize", input) { Tokenizer().tokenize(text).count }
    measure("count words", input) { count(Tokenizer().tokens(in: text)) }
    measure("analyze", input) { AnalyzedText(text).sentences.count }
    for preset in NormalizationPreset.allCases {
      let buffer = NormalizationBuffer(Normalizer(preset.options))
      measure("normalize \(preset.rawValue)", input) {
        buffer.normalize(text)
        return buffer.count
      }
    }
    let detector = DamageDetector()
    measure("damage", input) { detector.damage(in: text).count }
    measure("languages", input) { LanguageProfile(input.analyzed).letters }
    measure("offsets", input) { OffsetIndex(text, unit: .scalar).convert(text.range.upperBound) }
    let extractor = DateExtractor()
    measure("dates", input) { extractor.annotate(input.analyzed).count }
    let annotator = EntityAnnotator()
    measure("entities", input) { annotator.annotate(input.analyzed).mentions.count }
    let timexes = extractor.annotate(input.analyzed)
    let reader = ArticleReader()
    measure("structure", input) { reader.read(input.analyzed, timexes: timexes).regions.count }
    let pipeline = Pipeline()
    measure("pipeline", input) { pipeline.analyze(text).tokens.count }
    let document = InputDocument(id: "a", path: "a", bytes: text.utf8, text: text)
    let annotations = pipeline.analyze(document)
    let versions = DataVersions(warraq: "0", unicode: "0", icu: "0", data: "0")
    measure("write record", input) {
      RecordWriter().document(annotations, of: document, versions: versions).count
    }
  }
}

/// A benchmark named by the path and its input.
private func measure<Result>(
  _ path: String, _ input: BenchmarkInput, _ body: @escaping () -> Result
) {
  Benchmark("\(path): \(input.name)") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(body()) }
  }
}

private func count(_ tokens: TokenSequence) -> Int {
  var words = 0
  for token in tokens where token.kind == .arabicWord { words += 1 }
  return words
}
