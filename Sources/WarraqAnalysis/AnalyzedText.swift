public import WarraqText
public import WarraqTokenization

/// A text with everything that annotators read: tokens with folded keys, lines, paired marks,
/// sentences. Made once a document, never changed.
public struct AnalyzedText: Sendable {
  /// The original text.
  public let text: SourceText
  /// Its tokens by profile `arabic`, without spaces.
  public let tokens: TokenList
  /// Its lines.
  public let lines: LineList
  /// Its quotation marks and brackets.
  public let marks: PairedMarks
  /// Its sentences.
  public let sentences: [Sentence]

  /// Analyzes a text.
  ///
  /// - Complexity: O(*n*).
  public init(_ text: SourceText) {
    self.text = text
    tokens = Tokenizer(profile: .arabic).tokenize(text)
    lines = LineList(text, tokens: tokens)
    marks = PairedMarks(text, tokens: tokens, lines: lines)
    sentences = SentenceSegmenter().sentences(of: text, tokens: tokens, lines: lines, marks: marks)
  }

  /// Analyzes a text that was cut before: tokens are parted by spaces, sentences by line ends.
  ///
  /// - Complexity: O(*n*).
  public init(tokenized text: SourceText) {
    self.text = text
    tokens = TokenList(givenIn: text)
    lines = LineList(text, tokens: tokens)
    marks = PairedMarks(text, tokens: tokens, lines: lines)
    sentences = lines.enumerated().filter { !$0.element.tokens.isEmpty }.map { number, line in
      Sentence(range: line.range, tokens: line.tokens, line: number)
    }
  }

  /// The first scalar of a token; what tells punctuation marks apart.
  public func firstScalar(of token: Int) -> UInt32 {
    text.utf8.span.scalar(at: tokens.start(at: token)).value
  }
}

/// Finds what there is of one kind in a text: dates, entities.
///
/// Annotators only read. They do not know of each other; the pipeline brings their results
/// together.
public protocol Annotator: Sendable {
  /// What is found in a text.
  associatedtype Annotations: Sendable

  /// Annotates a text.
  func annotate(_ text: AnalyzedText) -> Annotations
}
