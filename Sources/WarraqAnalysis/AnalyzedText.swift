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

  /// A word of a text that is read as if it were spelled otherwise.
  public struct Respelling: Sendable {
    /// The word, as it stands in the text.
    public var range: TextRange
    /// What it is read as.
    public var spelling: SourceText

    /// A respelling.
    public init(range: TextRange, spelling: SourceText) {
      self.range = range
      self.spelling = spelling
    }
  }

  /// Analyzes a text.
  ///
  /// - Parameter respellings: Words whose folded keys are those of another spelling, so that lists
  ///   and rules know a damaged word; a range that is not one token is left alone.
  /// - Complexity: O(*n*).
  public init(_ text: SourceText, respellings: [Respelling] = []) {
    self.text = text
    var tokens = Tokenizer(profile: .arabic).tokenize(text)
    for respelling in respellings {
      let index = tokens.firstIndex(atOrAfter: respelling.range.lowerBound)
      guard index < tokens.count, tokens.range(at: index) == respelling.range else { continue }
      tokens.respell(tokenAt: index, as: respelling.spelling)
    }
    self.tokens = tokens
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
