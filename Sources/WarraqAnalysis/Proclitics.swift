public import WarraqText
public import WarraqTokenization

/// One way to read the front of a word as attached clitics: و ف (conjunctions), then ب ل ك
/// (prepositions).
public struct ProcliticReading: Hashable, Sendable {
  /// How many bytes of the word's folded key are clitics: 2 or 4.
  public var keyBytes: Int
  /// Whether the rest has lost the article's alef: «للاتحاد» is ل + الاتحاد.
  public var restoresArticle: Bool

  /// A reading.
  public init(keyBytes: Int, restoresArticle: Bool) {
    self.keyBytes = keyBytes
    self.restoresArticle = restoresArticle
  }
}

/// Reads attached clitics off words.
public enum Proclitics {
  private static let waw: UInt8 = 0x88
  private static let feh: UInt8 = 0x81
  private static let kaf: UInt8 = 0x83
  private static let lam: UInt8 = 0x84
  /// Second byte of ب; its first is 0xD8, that of the others 0xD9.
  private static let beh: UInt8 = 0xA8

  /// Whether a word's first letter may be a clitic; cheap, to be asked first.
  public static func mayBegin(_ tokens: TokenList, at token: Int) -> Bool {
    let range = tokens.keyRange(at: token)
    guard range.count >= 4 else { return false }
    return isConjunction(tokens.keyPool, range.lowerBound)
      || isPreposition(tokens.keyPool, range.lowerBound)
  }

  /// At most four readings, kept without an array.
  public struct Readings: Sendable {
    private var storage: InlineArray<4, ProcliticReading>
    /// How many there are.
    public private(set) var count = 0

    init() {
      storage = InlineArray(repeating: ProcliticReading(keyBytes: 0, restoresArticle: false))
    }

    /// The reading at an index below ``count``.
    public subscript(index: Int) -> ProcliticReading { storage[index] }

    mutating func append(_ keyBytes: Int, restoresArticle: Bool = false) {
      storage[count] = ProcliticReading(keyBytes: keyBytes, restoresArticle: restoresArticle)
      count += 1
    }
  }

  /// The readings of a word, fewest clitics first. At least one letter is left of the word.
  public static func readings(_ tokens: TokenList, at token: Int) -> [ProcliticReading] {
    let readings = possibleReadings(tokens, at: token)
    return (0..<readings.count).map { readings[$0] }
  }

  /// The same without allocating, for words that are looked up by the million.
  public static func possibleReadings(_ tokens: TokenList, at token: Int) -> Readings {
    let range = tokens.keyRange(at: token)
    let pool = tokens.keyPool
    var readings = Readings()
    var start = range.lowerBound
    if range.count >= 4, isConjunction(pool, start) {
      start += 2
      readings.append(2)
    }
    if range.upperBound - start >= 4, isPreposition(pool, start) {
      let isLam = pool[start] == 0xD9 && pool[start + 1] == lam
      start += 2
      let keyBytes = start - range.lowerBound
      readings.append(keyBytes)
      if isLam, pool[start] == 0xD9, pool[start + 1] == lam {
        readings.append(keyBytes, restoresArticle: true)
      }
    }
    return readings
  }

  /// The folded key that is left of a word, the article written out.
  ///
  /// «للامم» read as ل + article gives «الامم»; «للجنه» gives «اللجنه» as well as «الجنه» could,
  /// so both are returned, the shorter first.
  public static func keys(
    _ reading: ProcliticReading, _ tokens: TokenList, at token: Int
  ) -> [[UInt8]] {
    let range = tokens.keyRange(at: token)
    let rest = tokens.keyPool[(range.lowerBound + reading.keyBytes)..<range.upperBound]
    guard reading.restoresArticle else { return [Array(rest)] }
    let alef: [UInt8] = [0xD8, 0xA7]
    let alefLam: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
    return [alef + rest, alefLam + rest]
  }

  /// Where a word's text begins behind its clitics, with the marks and tatweel that belong to
  /// them left out.
  ///
  /// - Complexity: O(length of the clitics).
  public static func start(
    _ reading: ProcliticReading, _ text: SourceText, _ tokens: TokenList, at token: Int
  ) -> UTF8Offset {
    let bytes = text.utf8.span
    let fold = FoldTable.shared
    let range = tokens.range(at: token).utf8
    var position = range.lowerBound
    var folded = 0
    while position < range.upperBound {
      let decoded = bytes.scalar(at: position)
      let letters = fold.fold(decoded.value)
      if folded >= reading.keyBytes, !letters.isEmpty { break }
      folded += letters.count * 2
      position += decoded.length
    }
    return UTF8Offset(position)
  }

  private static func isConjunction(_ pool: [UInt8], _ start: Int) -> Bool {
    pool[start] == 0xD9 && (pool[start + 1] == waw || pool[start + 1] == feh)
  }

  private static func isPreposition(_ pool: [UInt8], _ start: Int) -> Bool {
    pool[start] == 0xD8 && pool[start + 1] == beh
      || pool[start] == 0xD9 && (pool[start + 1] == lam || pool[start + 1] == kaf)
  }
}
