/// `quotes: guillemets`.
///
/// Each line is scanned with a stack of open marks. The contract lets every matched pair become
/// « » at an even depth and ‹ › at an odd one, and leaves single marks alone. To stay idempotent
/// on its own output the scan must also know what it wrote:
///
/// - A ‹ at an odd depth stands where a pair would have been written ‹ ›, so it opens a level,
///   which the next › closes. It is never changed itself.
/// - A stray › directly inside a double pair at an odd depth would close that pair's ‹ on the next
///   scan; the pair stays as it is.
extension MappedText {
  /// Writes matched double quotation marks as guillemets.
  func writingGuillemets() -> MappedText {
    var scan = GuillemetScan(result: self)
    for index in scalars.indices { scan.read(index, of: scalars) }
    return scan.result
  }
}

/// The state of the scan for guillemets.
private struct GuillemetScan {
  /// The text with the pairs found so far rewritten.
  var result: MappedText
  private var open: [OpenMark] = []

  private struct OpenMark {
    var index: Int
    var scalar: UInt32
    var isLeftAlone = false
  }

  private static let straight: UInt32 = 0x22
  private static let left: UInt32 = 0xAB
  private static let right: UInt32 = 0xBB
  private static let high: UInt32 = 0x201C
  private static let highClosing: UInt32 = 0x201D
  private static let low: UInt32 = 0x201E
  private static let highReversed: UInt32 = 0x201F
  private static let singleLeft: UInt32 = 0x2039
  private static let singleRight: UInt32 = 0x203A

  init(result: MappedText) {
    self.result = result
  }

  private var innermost: UInt32? { open.last?.scalar }

  /// Where the last › of the line stands; `nil` before it has been looked for.
  private var lastSingleRight: Int?

  /// The innermost open mark for a scalar that closes one kind only: a ‹ that nothing can close any
  /// more keeps no pair around it from closing.
  ///
  /// - Complexity: O(length of the line) once a line. At most one ‹ stands on top, as a second would
  ///   be at an even depth.
  private mutating func innermost(at index: Int, of scalars: [UInt32]) -> UInt32? {
    guard innermost == Self.singleLeft else { return innermost }
    if lastSingleRight == nil {
      lastSingleRight = index
      for later in index..<scalars.count {
        if scalars[later].isLineBreak { break }
        if scalars[later] == Self.singleRight { lastSingleRight = later }
      }
    }
    return lastSingleRight ?? 0 > index ? innermost : open.dropLast().last?.scalar
  }

  /// Takes the scalar at an index of the text.
  mutating func read(_ index: Int, of scalars: [UInt32]) {
    let scalar = scalars[index]
    switch scalar {
    case Self.left, Self.low:
      push(scalar, index)
    case Self.right, Self.highClosing, Self.highReversed:
      close(index)
    case Self.high:
      if innermost(at: index, of: scalars) == Self.low { close(index) } else { push(scalar, index) }
    case Self.straight:
      let before = index > 0 ? scalars[index - 1] : Named.lineFeed
      let after = index + 1 < scalars.count ? scalars[index + 1] : Named.lineFeed
      if !before.isWhiteSpace, innermost(at: index, of: scalars) == Self.straight {
        close(index)
      } else if !after.isWhiteSpace, !after.isClosingPunctuation, !before.isDigit {
        push(scalar, index)
      }
    case Self.singleLeft:
      if open.count % 2 == 1 { push(scalar, index) }
    case Self.singleRight:
      if innermost == Self.singleLeft {
        open.removeLast()
      } else if !open.isEmpty, open.count % 2 == 0 {
        open[open.count - 1].isLeftAlone = true
      }
    default:
      guard scalar.isLineBreak else { break }
      open.removeAll(keepingCapacity: true)
      lastSingleRight = nil
    }
  }

  private mutating func push(_ scalar: UInt32, _ index: Int) {
    open.append(OpenMark(index: index, scalar: scalar))
  }

  /// Closes the innermost double mark.
  private mutating func close(_ index: Int) {
    while innermost == Self.singleLeft { open.removeLast() }
    guard let mark = open.popLast(), !mark.isLeftAlone else { return }
    let isOuter = open.count % 2 == 0
    result.replace(at: mark.index, by: isOuter ? Self.left : Self.singleLeft)
    result.replace(at: index, by: isOuter ? Self.right : Self.singleRight)
  }
}

extension UInt32 {
  /// Punctuation before which no quotation opens: sentence marks, closing quotes and brackets.
  fileprivate var isClosingPunctuation: Bool {
    switch self {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true  // ! , . : ; ?
    case 0x060C, 0x061B, 0x061F, 0x06D4, 0x2026: true  // ، ؛ ؟ ۔ …
    case 0xBB, 0x2019, 0x201D, 0x201F, 0x203A: true  // » ’ ” ‟ ›
    default: isClosingBracket
    }
  }
}
