import Foundation
import WarraqTestSupport

/// How many random strings a property is tried on, and where they begin.
///
/// `WARRAQ_RANDOM_STRINGS` in the environment sets the strings for each alphabet and each set of
/// options, `WARRAQ_RANDOM_SEED` the first seed; every failure tells its own.
enum RandomRun {
  static let strings = number("WARRAQ_RANDOM_STRINGS") ?? 600
  static let firstSeed: UInt64 = {
    let seed = UInt64(number("WARRAQ_RANDOM_SEED") ?? 1)
    print("random strings: \(strings) for each alphabet, seeds from \(seed)")
    return seed
  }()

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// The seeds of one property.
  static var seeds: Range<UInt64> { firstSeed..<firstSeed + UInt64(strings) }
}

/// Calls a test with random strings over each alphabet until it fails.
func forEachString(
  _ test: (_ string: String, _ context: String) -> Bool
) {
  for alphabet in Alphabet.allCases {
    for seed in RandomRun.seeds {
      var text = RandomText(seed: seed, alphabet: alphabet.characters)
      let string = text.next()
      let context = "seed \(seed), alphabet \(alphabet.rawValue), [\(hexadecimal(string))]"
      guard test(string, context) else { return }
    }
  }
}

/// Random strings over characters that the operations name.
struct RandomText {
  private var generator: SeededGenerator
  private let alphabet: [String]

  init(seed: UInt64, alphabet: [String]) {
    generator = SeededGenerator(seed: seed)
    self.alphabet = alphabet
  }

  /// The next string, of up to 24 characters of the alphabet.
  mutating func next() -> String {
    var result = ""
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      result.unicodeScalars.append(
        contentsOf: alphabet[Int.random(in: 0..<alphabet.count, using: &generator)].unicodeScalars)
    }
    return result
  }
}

/// Alphabets: one over everything, and small ones that bring characters together that meet rarely.
enum Alphabet: String, CaseIterable, Sendable {
  case everything, marks, joiners, quotes, spaces, forms

  var characters: [String] {
    switch self {
    case .everything:
      [
        Characters.letters, Characters.marks, Characters.controls, Characters.forms,
        Characters.digits, Characters.quotes, Characters.punctuation, Characters.spaces,
        Characters.others, Characters.entities,
      ].flatMap { $0 }
    case .marks:
      ["ا", "و", "ي", "ى", "ی", "ے", "ہ", "ە", "ه", "ب", "ڪ", "ـ", "أ", "ٱ"] + Characters.marks
    case .joiners:
      ["ب", "ه", "ـ", "x", " ", "٣", "\r", "\n", "👩", "\u{64E}", "\u{654}", "\u{6DD}"]
        + Characters.controls
    case .quotes:
      ["ب", "x", " ", "5", "\n", ",", ")", "?", "\u{64E}"] + Characters.quotes
    case .spaces:
      ["ب", "x", "ـ", "\u{64E}", "\u{200D}", "\u{200F}", "\u{301}"] + Characters.spaces
    case .forms:
      ["ا", "ل", "\u{654}", "\u{655}", "\u{653}", "\u{64E}", "\u{651}", "ـ", " "] + Characters.forms
    }
  }
}

/// Groups of characters that the operations name.
private enum Characters {
  private static func scalars(_ string: String) -> [String] {
    string.unicodeScalars.map { String($0) }
  }

  private static func scalars(_ ranges: ClosedRange<UInt32>...) -> [String] {
    ranges.flatMap { $0.compactMap { Unicode.Scalar($0).map { String($0) } } }
  }

  static let letters = scalars("ابتةثجحدرسلمنهويىءآأإؤئٱٲٳٵیےکڪہھەۀۃگپچژڤڭۂۓـ")
  static let marks = scalars(
    0x0610...0x061A, 0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06ED, 0x08D3...0x08D6,
    0x08E1...0x08E6, 0x08FE...0x08FF)
  static let controls = scalars(
    0x00AD...0x00AD, 0x061C...0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2060,
    0x2066...0x2069, 0xFEFF...0xFEFF, 0x200C...0x200D, 0x200C...0x200D)
  static let forms = scalars(
    0xFBA4...0xFBB3, 0xFC5B...0xFC63, 0xFCF2...0xFCF4, 0xFD3C...0xFD40, 0xFDCF...0xFDCF,
    0xFDF0...0xFDFF, 0xFE70...0xFE8E, 0xFEE9...0xFEFC)
  static let digits = scalars("0189٠١٩۰۱۹१٫٬٫٬")
  static let quotes = scalars("«»“”„‟‹›‘’‚‛\"\"'′″ʼʿ")
  static let punctuation = scalars("،؛؟٪۔٭,;?%.*()[]…")
  static let spaces =
    scalars(" \t\u{A0}\u{1680}\u{2000}\u{2003}\u{200A}\u{202F}\u{205F}\u{3000}")
    + scalars("\n\r\u{85}\u{B}\u{C}\u{2028}\u{2029}") + ["\r\n", "  "]
  static let others = scalars("aé\u{301}ש\u{5B8}й中한👩\u{FE0F}\u{FFFD}\u{E000}\u{0}&#;")
  static let entities = ["&amp;", "&zwj;", "&#1575;", "&#x654;", "&nbsp;"]
}
