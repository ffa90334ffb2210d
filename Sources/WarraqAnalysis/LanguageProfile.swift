public import WarraqText
import WarraqTokenization

/// How much of a text is Arabic script, and which passages are in other scripts and languages.
public struct LanguageProfile: Sendable, Hashable {
  /// Lines that follow each other in one script that is not Arabic, or in another language.
  public struct Passage: Sendable, Hashable {
    /// From the first line's first character to the last line's last one.
    public var range: TextRange
    /// The script of most of its letters, by ISO 15924: `Latn`.
    public var script: String
    /// The language, by BCP 47: `en`, `fr`, `fa`, `ur`, `ckb`; `nil` where it is not known.
    public var language: String?

    /// A passage.
    public init(range: TextRange, script: String, language: String?) {
      (self.range, self.script, self.language) = (range, script, language)
    }
  }

  /// Letters of the text's words, of any script.
  public private(set) var letters = 0
  /// Those of Arabic script.
  public private(set) var arabicLetters = 0
  /// The passages, in text order.
  public private(set) var passages: [Passage] = []

  /// The share of Arabic script among the letters, 0 to 1; `nil` where the text has no letters.
  public var arabicShare: Double? {
    letters == 0 ? nil : Double(arabicLetters) / Double(letters)
  }

  /// The profile of a text. Links, addresses and tags are no words.
  ///
  /// - Complexity: O(*n*).
  public init(_ text: AnalyzedText) {
    for line in text.lines where !line.isBlank {
      let found = LineLanguage(text, line.tokens)
      letters += found.letters
      arabicLetters += found.arabic
      guard let script = found.foreignScript else { continue }
      let language = found.language
      if let last = passages.last, last.script == script, last.language == language,
        isNext(line, behind: last, text)
      {
        passages[passages.count - 1].range = last.range.lowerBound..<line.range.upperBound
      } else {
        passages.append(Passage(range: line.range, script: script, language: language))
      }
    }
  }

  /// Whether nothing but white space stands between a passage and a line.
  private func isNext(_ line: Line, behind passage: Passage, _ text: AnalyzedText) -> Bool {
    guard let first = line.tokens.first, first > 0 else { return false }
    return text.tokens.end(at: first - 1) <= passage.range.upperBound.value
  }
}

/// Scripts and words of one line.
private struct LineLanguage {
  /// Letters that a line must have to be judged.
  private static let fewestLetters = 20
  /// Words that it must have.
  private static let fewestWords = 3

  private(set) var letters = 0
  private(set) var arabic = 0
  private var words = 0
  private var others: [Int] = []
  private var persian = 0
  private var urdu = 0
  private var kurdish = 0
  /// Hits of each language's words; empty until looked for.
  private var stopWords: [Int] = []

  init(_ text: AnalyzedText, _ tokens: Range<Int>) {
    let bytes = text.text.utf8.span
    let table = ScalarTable.shared
    for token in tokens where text.tokens.kind(at: token).isWord {
      words += 1
      var position = text.tokens.start(at: token)
      let end = text.tokens.end(at: token)
      while position < end {
        // The letters of Arabic itself, U+0620–064A, and its marks behind them.
        let lead = bytes[position]
        if lead == 0xD8 || lead == 0xD9 {
          let second = bytes[position + 1]
          if lead == 0xD8 ? second >= 0xA0 : second <= 0x8A {
            letters += 1
            arabic += 1
            position += 2
            continue
          }
        }
        let decoded = bytes.scalar(at: position)
        position += decoded.length
        switch table[decoded.value].category {
        case .arabicLetter:
          letters += 1
          arabic += 1
          count(decoded.value)
        case .letter:
          letters += 1
          if others.isEmpty { others = [Int](repeating: 0, count: Script.all.count + 1) }
          others[Script.index(of: decoded.value)] += 1
        default: break
        }
      }
    }
    // Most lines are Arabic, and their words need no look.
    guard letters >= Self.fewestLetters, words >= Self.fewestWords,
      isForeign || persian + urdu + kurdish > 0
    else { return }
    stopWords = [Int](repeating: 0, count: StopWords.languages.count)
    for token in tokens where text.tokens.kind(at: token).isWord {
      guard text.tokens.keyRange(at: token).count <= StopWords.longest else { continue }
      for language in StopWords.ofWord[text.tokens.key(at: token)] ?? [] {
        stopWords[language] += 1
      }
    }
  }

  private mutating func count(_ scalar: UInt32) {
    switch scalar {
    case 0x067E, 0x0686, 0x0698, 0x06AF, 0x06A9, 0x06CC: persian += 1
    case 0x0679, 0x0688, 0x0691, 0x06BA, 0x06BE, 0x06C1, 0x06D2: urdu += 1
    case 0x0695, 0x06B5, 0x06C6, 0x06CE, 0x06D5: kurdish += 1
    default: break
    }
  }

  /// Whether less than a third of the letters are Arabic script.
  private var isForeign: Bool { arabic * 3 < letters }

  /// The script of the line; `nil` where it is Arabic, or too short to tell.
  var foreignScript: String? {
    guard letters >= Self.fewestLetters, words >= Self.fewestWords else { return nil }
    guard isForeign else { return language == nil ? nil : "Arab" }
    let most = others.indices.max { others[$0] < others[$1] } ?? 0
    return most < Script.all.count ? Script.all[most].code : "Zzzz"
  }

  /// The language; `nil` for Arabic, and where it is not known.
  var language: String? {
    guard !stopWords.isEmpty else { return nil }
    guard isForeign else {
      // Letters alone do not tell: Arabic is typed with Persian ones too.
      if kurdish * 100 >= 6 * arabic { return "ckb" }
      if urdu * 100 >= 4 * arabic { return "ur" }
      let hits = stopWords[StopWords.persian]
      return persian * 100 >= 2 * arabic && hits >= 2 && hits * 12 >= words ? "fa" : nil
    }
    let latin = StopWords.latin.sorted { stopWords[$0] > stopWords[$1] }
    guard stopWords[latin[0]] >= 2, stopWords[latin[0]] > stopWords[latin[1]] else { return nil }
    return StopWords.languages[latin[0]]
  }
}

/// The scripts that passages are told apart by, with their blocks of letters.
private enum Script {
  static let all: [(code: String, ranges: [ClosedRange<UInt32>])] = [
    ("Latn", [0x41...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF21...0xFF5A]),
    ("Cyrl", [0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF]),
    ("Grek", [0x370...0x3FF, 0x1F00...0x1FFF]),
    ("Hebr", [0x590...0x5FF, 0xFB1D...0xFB4F]),
    ("Hani", [0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF]),
    ("Jpan", [0x3040...0x30FF, 0x31F0...0x31FF]),
    ("Hang", [0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF]),
    ("Armn", [0x530...0x58F]), ("Syrc", [0x700...0x74F]), ("Deva", [0x900...0x97F]),
    ("Thai", [0xE00...0xE7F]), ("Geor", [0x10A0...0x10FF, 0x1C90...0x1CBF]),
    ("Ethi", [0x1200...0x139F]), ("Tfng", [0x2D30...0x2D7F]),
  ]

  /// The index of a letter's script; the number of scripts for others.
  static func index(of scalar: UInt32) -> Int {
    if scalar < 0x250 { return 0 }
    return all.firstIndex { $0.ranges.contains { $0.contains(scalar) } } ?? all.count
  }
}

/// Frequent words of languages, as folded keys.
private enum StopWords {
  static let languages = ["en", "fr", "de", "es", "tr", "fa"]
  static let latin = 0..<5
  static let persian = 5
  /// Bytes of the longest.
  static let longest = 12

  private static let words = [
    "the of and to in is for that on with as by from are was this its at be",
    "le la les des et de du en une dans pour est que qui sur par au aux son",
    "der die das und von zu den ist mit auf für ein eine im nicht des dem",
    "el la los las de y en que del una por con para es al se su",
    "ve bir bu için ile de da olarak olan daha çok en gibi kadar",
    "است كه را هاي شده نيز آنها براي خود اين از با بود شد ميشود كرد باشد هستند",
  ]

  /// The languages that have a word.
  static let ofWord: [String: [Int]] = {
    var table: [String: [Int]] = [:]
    for (language, list) in words.enumerated() {
      for word in list.split(separator: " ") {
        let key = String(decoding: FoldTable.shared.fold(String(word)), as: UTF8.self)
        table[key, default: []].append(language)
      }
    }
    return table
  }()
}
