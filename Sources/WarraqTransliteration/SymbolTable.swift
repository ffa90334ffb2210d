/// The symbols of a scheme that writes one Latin character for each Arabic one.
struct SymbolTable: Sendable {
  private static let first: UInt32 = 0x0621
  private static let last: UInt32 = 0x06AF
  /// Every symbol is below this.
  private static let symbolLimit: UInt32 = 0x0400

  /// The symbol of each scalar from `first` to `last`; 0 where it has none.
  private let symbols: [UInt32]
  /// The Arabic scalar of each symbol; 0 where it is none.
  private let letters: [UInt32]

  /// The table of a scheme; `nil` for ICU's.
  static func of(_ scheme: TransliterationScheme) -> SymbolTable? {
    switch scheme {
    case .buckwalter: buckwalter
    case .safeBuckwalter: safeBuckwalter
    case .xmlBuckwalter: xmlBuckwalter
    case .habashSoudiBuckwalter: habashSoudiBuckwalter
    case .icu, .bgn: nil
    }
  }

  private static let buckwalter = SymbolTable(column: 1)
  private static let safeBuckwalter = SymbolTable(column: 2)
  private static let xmlBuckwalter = SymbolTable(column: 3)
  private static let habashSoudiBuckwalter = SymbolTable(column: 4, alsoRead: [(0x0102, 0x0625)])

  /// - Parameter alsoRead: Symbols that are read but never written, with their Arabic scalars.
  private init(column: Int, alsoRead: [(symbol: UInt32, letter: UInt32)] = []) {
    var symbols = [UInt32](repeating: 0, count: Int(Self.last - Self.first) + 1)
    var letters = [UInt32](repeating: 0, count: Int(Self.symbolLimit))
    for row in Self.rows.unicodeScalars.split(separator: "\n") {
      let fields = row.split(separator: " ")
      guard fields.count == 5, fields.allSatisfy({ $0.count == 1 }),
        let letter = fields[0].first?.value, let symbol = fields[column].first?.value
      else { preconditionFailure("a row that is not five scalars: \(String(row))") }
      symbols[Int(letter - Self.first)] = symbol
      letters[Int(symbol)] = letter
    }
    for (symbol, letter) in alsoRead { letters[Int(symbol)] = letter }
    self.symbols = symbols
    self.letters = letters
  }

  /// The symbol of an Arabic scalar.
  func symbol(of scalar: UInt32) -> UInt32? {
    guard Self.first...Self.last ~= scalar else { return nil }
    let symbol = symbols[Int(scalar - Self.first)]
    return symbol == 0 ? nil : symbol
  }

  /// The Arabic scalar that a symbol stands for.
  func letter(of symbol: UInt32) -> UInt32? {
    guard symbol < Self.symbolLimit else { return nil }
    let letter = letters[Int(symbol)]
    return letter == 0 ? nil : letter
  }

  /// The Arabic scalars that have symbols, in their order.
  var mapped: [UInt32] { (Self.first...Self.last).filter { symbol(of: $0) != nil } }

  /// Arabic, Buckwalter, safe Buckwalter, XML Buckwalter, Habash-Soudi-Buckwalter. The sources stand
  /// at ``TransliterationScheme``.
  private static let rows = """
    ء ' C ' '
    آ | M | Ā
    أ > O O Â
    ؤ & W W ŵ
    إ < I I Ǎ
    ئ } Q } ŷ
    ا A A A A
    ب b b b b
    ة p p p ħ
    ت t t t t
    ث v v v θ
    ج j j j j
    ح H H H H
    خ x x x x
    د d d d d
    ذ * V * ð
    ر r r r r
    ز z z z z
    س s s s s
    ش $ c $ š
    ص S S S S
    ض D D D D
    ط T T T T
    ظ Z Z Z Ď
    ع E E E ς
    غ g g g γ
    ـ _ _ _ _
    ف f f f f
    ق q q q q
    ك k k k k
    ل l l l l
    م m m m m
    ن n n n n
    ه h h h h
    و w w w w
    ى Y Y Y ý
    ي y y y y
    \u{064B} F F F ã
    \u{064C} N N N ũ
    \u{064D} K K K ĩ
    \u{064E} a a a a
    \u{064F} u u u u
    \u{0650} i i i i
    \u{0651} ~ ~ ~ ~
    \u{0652} o o o .
    \u{0670} ` e ` á
    ٱ { L { Ä
    پ P P P p
    چ J J J c
    ڤ V B V v
    گ G G G g
    """
}
