/// A stage of the pipeline whose speed can be measured.
public enum BenchStage: String, CaseIterable, Sendable {
  /// Words: the tokenizer's kernels.
  case tokenize
  /// Text-level normalization.
  case normalize
  /// Expressions of time.
  case dates
  /// The parts of articles.
  case structure
  /// Named entities, tokenization included.
  case entities
  /// Quotations and who says them.
  case quotes
}

/// How a kernel is called.
public enum BenchAPI: String, CaseIterable, Sendable {
  /// A scanner that fills the columns of one batch again and again.
  case batch
  /// A sequence of tokens, each one's start, end and kind read.
  case sequence
  /// A scanner that also writes each token's folded key.
  case fused
}
