public import WarraqFormats
public import WarraqTokenization
import WarraqICU
import WarraqText

/// Measures stages of the pipeline, each by turns with ICU doing work of the same kind on the same
/// bytes: conversion to UTF-16 for `decode`, compiled transform rules for `normalize`, sentence
/// breaks for `sentences`, word breaks for all others.
public struct Bench: Sendable {
  /// Whether every kernel and API gets a row, or the fastest alone.
  public var isDetailed: Bool
  /// The word boundaries measured.
  public var profiles: [TokenizationProfile]
  /// Seconds that a row gets on average.
  public var secondsPerRow: Double
  /// Rounds at least.
  public var rounds: Int
  /// Rounds before, which do not count.
  public var warmUpRounds: Int
  /// Tells whether to stop.
  public var interruption: Interruption

  /// A bench.
  public init(
    isDetailed: Bool = true, profiles: [TokenizationProfile] = TokenizationProfile.allCases,
    secondsPerRow: Double = 1, rounds: Int = 5, warmUpRounds: Int = 1,
    interruption: Interruption = .never
  ) {
    self.isDetailed = isDetailed
    self.profiles = profiles
    self.secondsPerRow = secondsPerRow
    self.rounds = rounds
    self.warmUpRounds = warmUpRounds
    self.interruption = interruption
  }

  /// Measures on a sample.
  ///
  /// - Throws: ``BenchError/icu(_:)`` and ``BenchError/interrupted``.
  public func run(_ stages: [BenchStage], on sample: BenchSample) throws(BenchError) -> BenchReport
  {
    let robin = RoundRobin(
      secondsPerCase: secondsPerRow, rounds: rounds, warmUpRounds: warmUpRounds,
      interruption: interruption)
    let tokenizer = Tokenizer()
    var rows: [BenchRow] = []
    for stage in stages {
      // One after the other, and each forgotten before the next: what a stage is given counts
      // among its memory.
      for task in subjects(of: stage, sample) {
        let comparison: BenchComparison
        do {
          comparison = try self.comparison(of: stage, task, sample)
        } catch {
          throw .icu(error)
        }
        let tokens = tokenizer.tokenize(comparison.text).count
        let cases = [comparison.yardstick] + comparison.cases
        let times = try robin.measure(cases)
        for (found, time) in zip(cases, times) {
          rows.append(
            BenchRow(comparison, found, tokens: tokens, times: time, yardstick: times[0]))
        }
      }
    }
    do {
      return BenchReport(
        bytes: sample.text.count, documents: sample.documents.count, digest: sample.digest,
        icuVersion: try ICUVersions.current().icu, rows: rows)
    } catch {
      throw .icu(error)
    }
  }

  /// The normalizer has a comparison for each task, every other stage but one.
  private func subjects(of stage: BenchStage, _ sample: BenchSample) -> [NormalizationTask?] {
    stage == .normalize ? NormalizationTask.all(sample.text, isDetailed: isDetailed) : [nil]
  }

  private func comparison(
    of stage: BenchStage, _ task: NormalizationTask?, _ sample: BenchSample
  ) throws(ICUError) -> BenchComparison {
    if let task { return try normalization(task) }
    switch stage {
    case .decode: return try decoding(sample)
    case .tokenize: return try tokenization(sample)
    default:
      return try DocumentWorks(sample, isDetailed: isDetailed).comparison(of: stage)
    }
  }
}
