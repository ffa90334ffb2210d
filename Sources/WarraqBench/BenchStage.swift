/// A stage of the pipeline whose speed can be measured, in the order of the line.
public enum BenchStage: String, CaseIterable, Sendable {
  /// From bytes to a checked text.
  case decode
  /// Words: the tokenizer's kernels.
  case tokenize
  /// Text-level normalization.
  case normalize
  /// Sentences, with lines and paired marks.
  case sentences
  /// Expressions of time.
  case dates
  /// Named entities.
  case entities
  /// The parts of articles.
  case structure
  /// Quotations and who says them.
  case quotes
  /// Records of JSON.
  case write
  /// All of it: from bytes to records.
  case annotate
}
