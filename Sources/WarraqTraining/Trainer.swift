import Dispatch
import Foundation
import WarraqTagger

/// How a model is trained.
struct TrainingOptions: Sendable {
  var choice = FeatureChoice()
  var optimizer = OrthantWise()
  /// Tokens before and behind a token that its evidence comes from.
  var evidenceWindow = 1500
  /// Weights below this are left out.
  var smallest: Float = 0.02
  /// Parts that the training text is cut into for labels of the first pass.
  var innerFolds = 4
  /// Whether one set of weights serves both passes.
  var passes = 2
}

/// Trains models.
struct Trainer {
  var options: TrainingOptions
  var tables: TableBuilder
  /// The tables as features look them up.
  let lookUp: TaggerTables
  private let transitionsOfNothing = [[Float]](
    repeating: .init(repeating: 0, count: TaggerLayout.lanes), count: TaggerLayout.transitionRows)

  init(_ tables: TableBuilder, _ options: TrainingOptions) throws {
    self.options = options
    self.tables = tables
    let bytes = ModelWriter(tables: tables, evidenceWindow: options.evidenceWindow)
      .bytes(weights: [], transitions: transitionsOfNothing)
    guard let lookUp = TaggerTables(bytes) else { throw TrainingError("tables cannot be read") }
    self.lookUp = lookUp
  }

  /// One corpus, and which of its sentences are trained on.
  struct Share {
    var corpus: LabelledCorpus
    var sentences: [Range<Int>]
  }

  /// The bytes of a model of some parts.
  func model(
    _ parts: [TrainingPart], calibration: [(slope: Float, intercept: Float)]? = nil,
    log: (String) -> Void = { _ in }
  ) -> [UInt8] {
    let set = TrainingSet(parts, lookUp, options.choice)
    let field = ConditionalRandomField(set)
    log("\(set.labels.count) tokens, \(set.formCount) forms, \(set.rows.count) rows")
    let weights = options.optimizer.minimize(
      count: field.weightCount, { field.loss($0, gradient: $1) },
      report: { iteration, loss in
        if iteration % 20 == 0 { log("iteration \(iteration): \(loss)") }
      })
    var cells: [UInt64: [Float]] = [:]
    let lanes = TaggerLayout.lanes
    for (number, row) in set.rows.enumerated() where row.isKept {
      let slice = weights[(number * lanes)..<(number * lanes + TaggerLabel.count)]
      guard slice.contains(where: { $0 != 0 }) else { continue }
      var sums =
        cells[row.hash]
        ?? [Float](repeating: 0, count: TaggerLayout.offsets * TaggerLabel.count)
      for (label, weight) in slice.enumerated() {
        sums[row.offset * TaggerLabel.count + label] += weight
      }
      cells[row.hash] = sums
    }
    let features = cells.map { hash, sums in
      (
        hash: hash,
        cells: sums.enumerated().compactMap { cell, weight -> (cell: Int, weight: Int)? in
          guard abs(weight) >= options.smallest else { return nil }
          let units = Int((weight * TaggerLayout.scale).rounded())
          return units == 0
            ? nil : (cell, max(-TaggerLayout.largest, min(TaggerLayout.largest, units)))
        }
      )
    }
    let transitions = (0..<TaggerLayout.transitionRows).map { row in
      Array(weights[((set.rows.count + row) * lanes)..<((set.rows.count + row + 1) * lanes)])
    }
    var writer = ModelWriter(tables: tables, evidenceWindow: options.evidenceWindow)
    if let calibration { writer.calibration = calibration }
    return writer.bytes(weights: features, transitions: transitions)
  }

  /// The bytes of a model that labels in two passes.
  ///
  /// The second pass is trained with evidence from labels that models of the other parts of the
  /// text gave in a first pass.
  func twoPassModel(
    _ shares: [Share], log: (String) -> Void = { _ in }
  ) throws -> [UInt8] {
    var firstPass = shares.enumerated().map { source, share in
      TrainingPart(
        corpus: share.corpus, source: source, sentences: share.sentences,
        isSport: share.corpus.isSport)
    }
    guard options.passes > 1 else { return model(firstPass, log: log) }
    var heldOut: [(type: TaggedType, margin: Float, isRight: Bool)] = []
    var labels = shares.map { [UInt8](repeating: 0, count: $0.corpus.labels.count) }
    let folds = shares.map { share in
      Self.folds(share.sentences, options.innerFolds)
    }
    for fold in 0..<options.innerFolds {
      let parts = shares.enumerated().map { source, share in
        TrainingPart(
          corpus: share.corpus, source: source,
          sentences: folds[source].enumerated().filter { $0.offset != fold }.flatMap(\.element),
          isSport: share.corpus.isSport)
      }
      let tagger = try Self.tagger(model(parts, log: log))
      for (source, share) in shares.enumerated() {
        let sentences = folds[source][fold]
        let found = tagger.labels(of: share.corpus.tokens, sentences: sentences, passes: 1)
        for sentence in sentences { for token in sentence { labels[source][token] = found[token] } }
        guard source == 0 else { continue }
        let right = NameScore.names(share.corpus.labels, sentences)
        heldOut += tagger.margins(in: share.corpus.tokens, sentences: sentences, passes: 1).map {
          let name = [
            $0.name.tokens.lowerBound, $0.name.tokens.upperBound, Int($0.name.type.rawValue),
          ]
          return ($0.name.type, $0.margin, right.contains(name))
        }
      }
    }
    for (source, share) in shares.enumerated() {
      firstPass.append(
        TrainingPart(
          corpus: share.corpus, source: source, sentences: share.sentences,
          isSport: share.corpus.isSport, evidence: evidence(share, labels[source])))
    }
    let calibration = Calibration.lines(heldOut)
    log("calibration: \(calibration)")
    return model(firstPass, calibration: calibration, log: log)
  }

  /// Codes of evidence from labels; sentences that are not shared count for nothing.
  private func evidence(_ share: Share, _ labels: [UInt8]) -> [(own: UInt8, stem: UInt8)] {
    var numbers: [UInt64: Int32] = [:]
    var places: [(own: Int32, stem: Int32)] = []
    let tokens = share.corpus.tokens
    func number(_ hash: UInt64) -> Int32 {
      if let number = numbers[hash] { return number }
      numbers[hash] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    var stems: [UInt64: UInt64] = [:]
    // Only tokens of shared sentences, one behind the other, as if the others were not there.
    let shared = share.sentences.flatMap { Array($0) }
    for token in shared {
      let hash = tokens.keyHash(at: token)
      let stem =
        stems[hash]
        ?? WordForm(tokens.keyPool.span, tokens.keyRange(at: token), hash: hash, lookUp).stem
      stems[hash] = stem
      places.append((number(hash), stem == 0 ? -1 : number(stem)))
    }
    var counts = [SIMD16<Int32>](repeating: .init(repeating: 0), count: numbers.count)
    let codes = DocumentEvidence.codes(
      labels: shared.map { labels[$0] }, places: places, window: options.evidenceWindow,
      counts: &counts)
    var result = [(own: UInt8, stem: UInt8)](repeating: (0, 0), count: labels.count)
    for (index, token) in shared.enumerated() { result[token] = codes[index] }
    return result
  }

  /// Parts of neighbouring sentences, of about the same number of tokens.
  static func folds(_ sentences: [Range<Int>], _ count: Int) -> [[Range<Int>]] {
    let total = sentences.reduce(0) { $0 + $1.count }
    var folds = [[Range<Int>]](repeating: [], count: count)
    var seen = 0
    for sentence in sentences {
      folds[min(count - 1, seen * count / total)].append(sentence)
      seen += sentence.count
    }
    return folds
  }

  static func tagger(_ bytes: [UInt8]) throws -> Tagger {
    guard let tables = TaggerTables(bytes) else { throw TrainingError("model cannot be read") }
    return Tagger(tables)
  }
}
