import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

/// What two lines have in common that a site prints on its pages: their folded words, with dates and
/// numbers left open. «المشاهدات: 123» and «المشاهدات ٤٥» have one key.
struct LineKey: Hashable, Sendable {
  let hash: UInt64

  /// Tokens of the longest line that has a key; longer ones are paragraphs.
  static let longest = 80

  /// What stands for a date, and for a number.
  static let date = "<date>"
  static let number = "#"

  /// The parts of a key.
  enum Part {
    case word(Int)
    case date, number
  }

  private static let dateHash: UInt64 = 0xD6E8_FEB8_6659_FD93
  private static let numberHash: UInt64 = 0xA076_1D64_78BD_642F

  /// The key of a line; `nil` of a line without a word of its own, and of a long one.
  init?(_ line: LineShape, _ text: AnalyzedText, timexes: [Timex]) {
    let parts = Self.parts(line, text, timexes: timexes)
    guard parts.contains(where: { if case .word = $0 { true } else { false } }) else { return nil }
    var hash: UInt64 = 0
    for part in parts {
      switch part {
      case .word(let token): hash = Self.mixed(hash, text.tokens.keyHash(at: token))
      case .date: hash = Self.mixed(hash, Self.dateHash)
      case .number: hash = Self.mixed(hash, Self.numberHash)
      }
    }
    self.hash = hash
  }

  /// The key that is written so.
  init(written key: String) {
    var hash: UInt64 = 0
    for word in key.split(separator: " ") {
      switch String(word) {
      case Self.date: hash = Self.mixed(hash, Self.dateHash)
      case Self.number: hash = Self.mixed(hash, Self.numberHash)
      case let word:
        let bytes = Array(word.utf8)
        hash = Self.mixed(hash, FoldedKey.hash(bytes.span, 0..<bytes.count))
      }
    }
    self.hash = hash
  }

  /// A line's parts, in order: dates that have digits, numbers of which several in a row are one,
  /// and words; marks are left out.
  static func parts(_ line: LineShape, _ text: AnalyzedText, timexes: [Timex]) -> [Part] {
    let tokens = text.tokens
    guard line.tokens.count <= longest else { return [] }
    var parts: [Part] = []
    var timex = line.timexes.lowerBound
    for token in line.tokens {
      let start = tokens.range(at: token).lowerBound
      while timex < line.timexes.upperBound, timexes[timex].range.upperBound <= start { timex += 1 }
      if timex < line.timexes.upperBound, timexes[timex].range.contains(start),
        hasDigits(timexes[timex].range, text)
      {
        if case .date? = parts.last {} else { parts.append(.date) }
        continue
      }
      switch tokens.kind(at: token) {
      case .punctuation, .symbol, .space, .emoji: continue
      case .number:
        if case .number? = parts.last {} else { parts.append(.number) }
      default:
        if !tokens.keyRange(at: token).isEmpty { parts.append(.word(token)) }
      }
    }
    return parts
  }

  /// A key as it is written in profiles.
  static func written(_ parts: [Part], _ tokens: TokenList) -> String {
    parts.map { part in
      switch part {
      case .word(let token): tokens.key(at: token)
      case .date: date
      case .number: number
      }
    }.joined(separator: " ")
  }

  /// Whether a range has a digit of any script that Arabic pages use.
  private static func hasDigits(_ range: TextRange, _ text: AnalyzedText) -> Bool {
    let bytes = text.text.utf8.span
    var position = range.lowerBound.value
    while position < range.upperBound.value {
      let decoded = bytes.scalar(at: position)
      switch decoded.value {
      case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: return true
      default: position += decoded.length
      }
    }
    return false
  }

  private static func mixed(_ hash: UInt64, _ next: UInt64) -> UInt64 {
    let product = (hash ^ next ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(
      by: 0x8EBC_6AF0_9C88_C6E3)
    return product.high ^ product.low &+ hash
  }
}
