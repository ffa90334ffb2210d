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
  /// Where tokens with the corpus's tags and those found are written, if anywhere.
  var listing: URL?

  /// Prints scores of each fold and of all together.
  func run() throws {
    let corpus = corpora[0]
    let parts = Trainer.folds(corpus.sentences, folds)
    let results = Mutex<[Int: [[NameScore]]]>([:])
    let predicted = Mutex([UInt8](repeating: 0, count: corpus.labels.count))
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
          predicted.withLock { all in
            for token in parts[fold].joined() { all[token] = found[token] }
          }
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
    if let listing { try list(predicted.withLock { $0 }, corpus, to: listing) }
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

  /// Writes a token a line with both tags, an empty line after each sentence.
  private func list(_ found: [UInt8], _ corpus: LabelledCorpus, to url: URL) throws {
    func tag(_ label: UInt8) -> String {
      guard let type = TaggerLabel.type(Int(label)) else { return "O" }
      return (TaggerLabel.isInside(Int(label)) ? "I-" : "B-") + type.name
    }
    var text = ""
    for sentence in corpus.sentences {
      for token in sentence {
        text +=
          "\(corpus.tokens.key(at: token))\t\(tag(corpus.labels[token]))\t\(tag(found[token]))\n"
      }
      text += "\n"
    }
    try Data(text.utf8).write(to: url)
  }
}
