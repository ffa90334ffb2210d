public import WarraqFormats

/// Predictions held against gold, document by document.
public struct Evaluation: Sendable {
  /// A measure over all documents.
  public struct Result: Sendable {
    /// What is measured.
    public var measure: Measure
    /// The counts over all documents.
    public var tally: Tally
    /// Where F1 lies in 95 of 100 samples of the documents; `nil` of fewer than five documents.
    public var interval: ClosedRange<Double>?
  }

  /// All measures, in the order of reports.
  public let results: [Result]
  /// Documents of the gold.
  public let documents: Int
  /// Documents of the gold that the predictions do not have: all in them counts as missed.
  public let missing: [String]
  /// Documents of the predictions that the gold does not have: they do not count.
  public let unknown: [String]
  /// Documents that the predictions have more than once: the last one counts.
  public let repeated: [String]
  /// What went wrong, sorted by kind.
  public let errors: [ListedError]

  /// Compares two files of records.
  ///
  /// Documents are matched by their ids; where both sides have one document, that is the pair. CoNLL
  /// columns have no ids of documents: as many predictions are taken in their order.
  /// Layers that one of the files does not have at all are left out.
  ///
  /// - Complexity: O(*n* log *n*) in the spans.
  public init(gold: RecordFile, predicted: RecordFile) {
    let types = Set(gold.records.flatMap { $0.mentions ?? [] }.map(\.type))
    var byID: [String: DocumentRecord] = [:]
    var repeated: [String] = []
    for var record in predicted.records {
      // Columns know fewer types: the others are what they call MISC.
      if gold.isCoNLL {
        record.mentions = record.mentions.map { mentions in
          mentions.map { mention in
            var known = mention
            if !types.contains(known.type) { known.type = "MISC" }
            return known
          }
        }
      }
      if byID.updateValue(record, forKey: record.id) != nil { repeated.append(record.id) }
    }
    let isInOrder = gold.isCoNLL && !gold.records.contains { byID[$0.id] != nil }
    if gold.records.count == predicted.records.count, gold.records.count == byID.count,
      gold.records.count == 1 || isInOrder
    {
      let inOrder = predicted.records.compactMap { byID[$0.id] }
      byID = [:]
      for (record, prediction) in zip(gold.records, inOrder) { byID[record.id] = prediction }
    }
    let layers = Self.layers(gold.records).intersection(Self.layers(predicted.records))
    var scores: [DocumentScores] = []
    var missing: [String] = []
    var errors: [ListedError] = []
    for record in gold.records {
      let found = byID.removeValue(forKey: record.id)
      if found == nil { missing.append(record.id) }
      let prediction = found ?? DocumentRecord(id: record.id)
      scores.append(DocumentScores(gold: record, predicted: prediction, layers: layers))
      errors += ListedError.list(gold: record, predicted: prediction, layers: layers)
    }
    documents = gold.records.count
    self.missing = missing
    self.repeated = repeated
    unknown = byID.keys.sorted()
    self.errors = errors
    let measures = Set(scores.flatMap { $0.tallies.keys }).sorted()
    results = measures.map { measure in
      let tallies = scores.map { $0.tallies[measure] ?? Tally() }
      var total = Tally()
      for tally in tallies { total += tally }
      return Result(
        measure: measure, tally: total, interval: Bootstrap.interval(of: tallies))
    }
  }

  private static func layers(_ records: [DocumentRecord]) -> Set<Measure.Layer> {
    var layers: Set<Measure.Layer> = []
    for record in records {
      if record.mentions != nil { layers.insert(.entities) }
      if record.timexes != nil { layers.insert(.timexes) }
      if record.sentences != nil { layers.insert(.sentences) }
      if record.structure != nil { layers.insert(.structure) }
      if record.quotes != nil { layers.insert(.quotes) }
    }
    return layers
  }
}
