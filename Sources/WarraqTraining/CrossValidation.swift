import Dispatch
import Foundation
import Synchronization
import WarraqTagger

/// Trains models with all but one part of the first corpus, part by part, and scores what they
/// find in that part.
struct CrossValidation {
  var trainer: Trainer
  var corpora: [LabelledCorpus]
  var folds: Int

  /// Prints scores of each fold and of all together.
  func run() throws {
    let corpus = corpora[0]
    let parts = Trainer.folds(corpus.sentences, folds)
    let results = Mutex<[Int: [[NameScore]]]>([:])
    let failure = Mutex<(any Error)?>(nil)
    let (trainer, corpora) = (trainer, corpora)
    DispatchQueue.concurrentPerform(iterations: folds) { fold in
      do {
        var shares = corpora.map { Trainer.Share(corpus: $0, sentences: $0.sentences) }
        shares[0].sentences = parts.enumerated().filter { $0.offset != fold }.flatMap(\.element)
        let start = Date()
        let bytes = try trainer.twoPassModel(shares)
        let tagger = try Trainer.tagger(bytes)
        var scores: [[NameScore]] = []
        for passes in 1...trainer.options.passes {
          let found = tagger.labels(
            of: corpus.tokens, sentences: parts[fold], passes: passes)
          scores.append(NameScore.scores(found, corpus.labels, parts[fold]))
        }
        results.withLock { $0[fold] = scores }
        print(
          "fold \(fold + 1): "
            + scores.map { String(format: "%.2f", NameScore.micro($0).f1 * 100) }
            .joined(separator: " ")
            + " (\(bytes.count) bytes, \(Int(-start.timeIntervalSinceNow)) s)")
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let all = results.withLock { $0 }
    for pass in 0..<trainer.options.passes {
      let values = (0..<folds).compactMap { all[$0].map { NameScore.micro($0[pass]).f1 * 100 } }
      let mean = values.reduce(0, +) / Double(values.count)
      let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
        .squareRoot()
      let types = TaggedType.allCases.map { type in
        var sum = NameScore()
        for fold in 0..<folds {
          if let scores = all[fold] { sum += scores[pass][Int(type.rawValue)] }
        }
        return
          "\(type.name) \(String(format: "%.1f/%.1f/%.1f", sum.precision * 100, sum.recall * 100, sum.f1 * 100))"
      }
      var micro = NameScore()
      for fold in 0..<folds { if let scores = all[fold] { micro += NameScore.micro(scores[pass]) } }
      print(
        "pass \(pass + 1): mean \(String(format: "%.2f ± %.2f", mean, spread)), micro "
          + String(format: "%.2f", micro.f1 * 100) + "; " + types.joined(separator: ", "))
    }
  }
}
