import WarraqAnalysis
import WarraqTokenization

/// A stretch of text between quotation marks.
struct QuotedSpan {
  /// The opening mark.
  var open: Int
  /// The closing mark.
  var close: Int
  /// Words and numbers between them.
  var words: Int

  /// The tokens between the marks.
  var content: Range<Int> { (open + 1)..<close }
}

/// Finds what stands between quotation marks.
///
/// The pairs of ``WarraqTokenization/PairedMarks``; besides them single marks (‘…’, '…', '' … ''),
/// pairs of two kinds («…”), and quotations that go on over several lines, with one closing mark at
/// their end.
enum QuotedSpans {
  /// Lines that one quotation may take.
  private static let longest = 8

  private static let opening: Set<UInt32> = [0xAB, 0x201C, 0x201D, 0x201E, 0x201F, 0x22, 0x2039]
  private static let closing: Set<UInt32> = [0xBB, 0x201C, 0x201D, 0x201F, 0x22, 0x203A]
  private static let single: Set<UInt32> = [0x2018, 0x2019, 0x27, 0x201A, 0x201B]

  static func isDouble(_ scalar: UInt32) -> Bool {
    scalar >= 0x22 && (opening.contains(scalar) || closing.contains(scalar))
  }

  /// The spans of a text, in the order of their opening marks; they may be nested.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  static func find(in text: AnalyzedText) -> [QuotedSpan] {
    let tokens = text.tokens
    var spans: [QuotedSpan] = []
    var loose: [(token: Int, scalar: UInt32, line: Int)] = []
    for (number, line) in text.lines.enumerated() {
      for token in line.tokens where tokens.kind(at: token) == .punctuation {
        let scalar = text.firstScalar(of: token)
        if isDouble(scalar) {
          if let close = text.marks.closing(of: token) {
            spans.append(QuotedSpan(open: token, close: close, words: 0))
          } else if text.marks.partner(of: token) == nil {
            loose.append((token, scalar, number))
          }
        } else if single.contains(scalar) {
          loose.append((token, scalar, number))
        }
      }
    }
    pair(loose, in: text, &spans)
    spans.sort { ($0.open, $1.close) < ($1.open, $0.close) }
    count(&spans, tokens)
    return spans
  }

  /// Pairs marks that stand alone: singles with singles of a line, doubles with doubles.
  private static func pair(
    _ loose: [(token: Int, scalar: UInt32, line: Int)], in text: AnalyzedText,
    _ spans: inout [QuotedSpan]
  ) {
    let tokens = text.tokens
    var openSingle: (token: Int, line: Int)?
    var openDouble: (token: Int, scalar: UInt32, line: Int, isSpaced: Bool)?
    for mark in loose {
      let line = text.lines[mark.line].tokens
      let before = mark.token > line.lowerBound && tokens.isGlued(at: mark.token)
      let behind =
        mark.token + 1 < line.upperBound && tokens.isGlued(at: mark.token + 1)
        && tokens.kind(at: mark.token + 1) != .punctuation
      if single.contains(mark.scalar) {
        if let open = openSingle, open.line == mark.line, before, mark.token > open.token + 1 {
          spans.append(QuotedSpan(open: open.token, close: mark.token, words: 0))
          openSingle = nil
        } else if behind {
          openSingle = (mark.token, mark.line)
        }
        continue
      }
      // «قال: " كذا "»: a mark between spaces opens behind a colon.
      let isSpaced =
        !behind && mark.token > line.lowerBound
        && text.firstScalar(of: mark.token - 1) == 0x3A
      if let open = openDouble, mark.line - open.line < longest, closing.contains(mark.scalar),
        mark.token > open.token + 1, mark.line == open.line || closes(mark.scalar, open.scalar),
        before || open.isSpaced && !behind && mark.line == open.line
      {
        spans.append(QuotedSpan(open: open.token, close: mark.token, words: 0))
        openDouble = nil
      } else if opening.contains(mark.scalar), behind || isSpaced {
        // A paragraph that begins with the mark goes on with what is quoted.
        let goesOn =
          openDouble.map {
            $0.scalar == mark.scalar && mark.token == line.lowerBound && mark.line > $0.line
              && mark.line - $0.line < longest
          } ?? false
        if !goesOn { openDouble = (mark.token, mark.scalar, mark.line, isSpaced) }
      }
    }
  }

  /// Whether a mark of a later line closes one.
  private static func closes(_ scalar: UInt32, _ open: UInt32) -> Bool {
    switch open {
    case 0xAB: scalar == 0xBB
    case 0x201C, 0x201D, 0x201E, 0x201F: scalar == 0x201C || scalar == 0x201D
    case 0x2039: scalar == 0x203A
    default: false
    }
  }

  /// Counts the words of all spans in one pass.
  private static func count(_ spans: inout [QuotedSpan], _ tokens: TokenList) {
    guard let first = spans.first?.open, let last = spans.map(\.close).max() else { return }
    var before = [Int32](repeating: 0, count: last - first + 1)
    var words: Int32 = 0
    for token in first...last {
      before[token - first] = words
      switch tokens.kind(at: token) {
      case .punctuation, .symbol, .space: break
      default: words += 1
      }
    }
    for index in spans.indices {
      let span = spans[index]
      spans[index].words = Int(before[span.close - first] - before[span.open - first])
    }
  }
}
