public import WarraqText

/// Which quotation mark or bracket belongs to which.
///
/// Marks are paired line by line with a stack, as normalization.md pairs quotes: « and „ open,
/// » closes, “ and ” go by their neighbours (sites print them the wrong way round), a straight
/// `"` closes when one is open and no space stands before it. Unpaired marks stay unpaired.
public struct PairedMarks: Sendable {
  /// Index of the mark's partner, -1 where there is none.
  private var partners: [Int32]

  /// Pairs the marks of a text.
  ///
  /// - Complexity: O(*n*) in the number of tokens; a line's open marks are at most 64.
  public init(_ text: SourceText, tokens: TokenList, lines: LineList) {
    partners = [Int32](repeating: -1, count: tokens.count)
    let bytes = text.utf8.span
    var open: [(token: Int, mark: UInt32)] = []
    for line in lines {
      open.removeAll(keepingCapacity: true)
      for token in line.tokens where tokens.kind(at: token) == .punctuation {
        let mark = bytes.scalar(at: tokens.start(at: token)).value
        let role = Self.role(of: mark, token, tokens, line.tokens, bytes, open)
        switch role {
        case .none:
          break
        case .opens:
          if open.count == 64 { open.removeFirst() }
          open.append((token, mark))
        case .closes(let matches):
          guard let index = open.lastIndex(where: { matches.contains($0.mark) }) else { break }
          let opening = open[index].token
          partners[opening] = Int32(token)
          partners[token] = Int32(opening)
          open.removeSubrange(index...)
        }
      }
    }
  }

  /// The partner of a mark, `nil` for other tokens and unpaired marks.
  public func partner(of token: Int) -> Int? {
    let partner = partners[token]
    return partner < 0 ? nil : Int(partner)
  }

  /// The closing mark of the pair that a token opens.
  public func closing(of token: Int) -> Int? {
    partner(of: token).flatMap { $0 > token ? $0 : nil }
  }

  /// The opening mark of the pair that a token closes.
  public func opening(of token: Int) -> Int? {
    partner(of: token).flatMap { $0 < token ? $0 : nil }
  }

  private enum Role {
    case none, opens, closes([UInt32])
  }

  private static func role(
    of mark: UInt32, _ token: Int, _ tokens: TokenList, _ line: Range<Int>, _ bytes: Span<UInt8>,
    _ open: [(token: Int, mark: UInt32)]
  ) -> Role {
    switch mark {
    case 0x28, 0x5B, 0x7B, 0xFD3F, 0xAB, 0x201E, 0x2039: return .opens
    case 0x29: return .closes([0x28])
    case 0x5D: return .closes([0x5B])
    case 0x7D: return .closes([0x7B])
    case 0xFD3E: return .closes([0xFD3F])
    case 0xBB: return .closes([0xAB])
    case 0x203A: return .closes([0x2039])
    case 0x201C, 0x201D, 0x201F:  // “ ” ‟
      let curly: [UInt32] = [0x201C, 0x201D, 0x201E, 0x201F]
      let isOpen = open.contains { curly.contains($0.mark) }
      let glued = tokens.isGlued(at: token) && token > line.lowerBound
      if isOpen, glued || mark != 0x201C { return .closes(curly) }
      return nextIsGlued(token, tokens, line) ? .opens : .none
    case 0x22:
      let spaceBefore = token == line.lowerBound || !tokens.isGlued(at: token)
      if open.last?.mark == 0x22, !spaceBefore { return .closes([0x22]) }
      let digitBefore = !spaceBefore && tokens.kind(at: token - 1) == .number
      if nextIsGlued(token, tokens, line), !digitBefore { return .opens }
      // A quotation may hold a bracket that is never closed.
      if open.contains(where: { $0.mark == 0x22 }), !spaceBefore { return .closes([0x22]) }
      return .none
    default: return .none
    }
  }

  private static func nextIsGlued(_ token: Int, _ tokens: TokenList, _ line: Range<Int>) -> Bool {
    token + 1 < line.upperBound && tokens.isGlued(at: token + 1)
  }
}
