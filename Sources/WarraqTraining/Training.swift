// Trains the entity tagger. Not a product itself; no target depends on it.
//
//   WarraqTraining train OPTIONS            writes the model
//   WarraqTraining cross-validate OPTIONS   scores models of parts of the first corpus
//
// Scripts/train-entities tells the options and calls it.

import Dispatch
import Foundation
import Synchronization
import WarraqTagger

@main
struct Training {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("WarraqTraining: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    let command = arguments.first ?? ""
    var options: [String: String] = [:]
    for argument in arguments.dropFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw TrainingError("not name=value: \(argument)") }
      options[parts[0]] = parts[1]
    }
    func folder(_ name: String) throws -> URL {
      guard let path = options[name] else { throw TrainingError("\(name)= is missing") }
      return URL(filePath: path)
    }
    var sources = TrainingSources(
      gazetteers: try folder("gazetteers"), clusters: try folder("clusters"),
      corpora: try folder("corpora"), lexicon: try folder("lexicon"))
    if let words = options["words"].flatMap(Int.init) { sources.mostWords = words }
    var training = TrainingOptions()
    if let value = options["c1"].flatMap(Float.init) { training.optimizer.c1 = value }
    if let value = options["c2"].flatMap(Float.init) { training.optimizer.c2 = value }
    if let value = options["iterations"].flatMap(Int.init) { training.optimizer.iterations = value }
    if let value = options["window"].flatMap(Int.init) { training.evidenceWindow = value }
    if let value = options["passes"].flatMap(Int.init) { training.passes = value }
    if let value = options["fewest"].flatMap(Int.init) { training.choice.fewest = value }
    if let value = options["copies"] { training.choice.copies = value == "yes" }
    for name in (options["without"] ?? "").split(separator: ",") {
      guard let template = FeatureTemplate(name: String(name)) else {
        throw TrainingError("unknown template: \(name)")
      }
      training.choice.without.insert(template)
    }
    var corpora: [LabelledCorpus] = []
    for name in (options["use"] ?? "anercorp,aqmar,wojood_sample").split(separator: ",") {
      corpora.append(
        try LabelledCorpus(
          name: String(name),
          ["train", "dev"].map { sources.corpora.appending(path: "\(name).\($0).conll") },
          dropping: []))
    }
    let trainer = try Trainer(try TableBuilder(sources), training)
    switch command {
    case "cross-validate":
      try CrossValidation(
        trainer: trainer, corpora: corpora, folds: Int(options["folds"] ?? "") ?? 5,
        listing: options["listing"].map { URL(filePath: $0) }
      )
      .run()
    case "train":
      let output = try folder("output")
      let shares = corpora.map { Trainer.Share(corpus: $0, sentences: $0.sentences) }
      let bytes = try trainer.twoPassModel(
        shares, log: { FileHandle.standardError.write(Data("\($0)\n".utf8)) })
      try Data(bytes).write(to: output)
      print("\(bytes.count) bytes")
    default:
      throw TrainingError("usage: WarraqTraining train|cross-validate name=value...")
    }
  }
}

extension FeatureTemplate {
  init?(name: String) {
    guard let template = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = template
  }
}
