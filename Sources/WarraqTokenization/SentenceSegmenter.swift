public import WarraqText

/// One sentence.
public struct Sentence: Hashable, Sendable {
  /// Where it stands, white space at both ends left out.
  public var range: TextRange
  /// Its tokens.
  public var tokens: Range<Int>
  /// The number of its line among the text's lines, from 0.
  public var line: Int

  /// A sentence.
  public init(range: TextRange, tokens: Range<Int>, line: Int) {
    self.range = range
    self.tokens = tokens
    self.line = line
  }
}

/// Cuts a text into sentences.
///
/// Every line is cut by itself: in scraped articles a line is a paragraph, a heading or a list
/// item. Inside a line, sentences end at `.` `!` `?` `؟` `۔` `…` and clusters of them, except
/// where `StopRules` says that the mark is no end. Sentences never overlap and cover everything
/// but white space.
public struct SentenceSegmenter: Sendable {
  /// Makes a segmenter.
  public init() {}

  /// The sentences of a text.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  public func sentences(
    of text: SourceText, tokens: TokenList, lines: LineList, marks: PairedMarks
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    let rules = StopRules(text: text, tokens: tokens, marks: marks)
    for (number, line) in lines.enumerated() where !line.isBlank {
      var start = line.tokens.lowerBound
      var startOffset = line.range.lowerBound
      var token = start
      while token < line.tokens.upperBound {
        switch rules.verdict(at: token, sentenceStart: start, line: line.tokens) {
        case .goesOn(let next):
          token = next
        case .ends(let end) where end < line.tokens.upperBound:
          let stop = UTF8Offset(tokens.end(at: end - 1))
          sentences.append(Sentence(range: startOffset..<stop, tokens: start..<end, line: number))
          startOffset = rules.skipSpace(from: stop, to: line.range.upperBound)
          start = end
          token = end
        case .ends(let end):
          token = end
        }
      }
      // What is left runs to the end of the line, stray controls included.
      if startOffset < line.range.upperBound {
        sentences.append(
          Sentence(
            range: startOffset..<line.range.upperBound, tokens: start..<line.tokens.upperBound,
            line: number))
      }
    }
    return sentences
  }
}
