import WarraqText

/// Scalars that the operations name, as bare values.
enum Named {
  static let lineFeed: UInt32 = 0x0A
  static let carriageReturn: UInt32 = 0x0D
  static let space: UInt32 = 0x20
  static let zeroWidthNonJoiner: UInt32 = 0x200C
  static let zeroWidthJoiner: UInt32 = 0x200D
  static let hamza: UInt32 = 0x0621
  static let alef: UInt32 = 0x0627
  static let tehMarbuta: UInt32 = 0x0629
  static let tatweel: UInt32 = 0x0640
  static let heh: UInt32 = 0x0647
  static let alefMaksura: UInt32 = 0x0649
  static let yeh: UInt32 = 0x064A
  static let shadda: UInt32 = 0x0651
  static let maddaAbove: UInt32 = 0x0653
  static let hamzaAbove: UInt32 = 0x0654
  static let hamzaBelow: UInt32 = 0x0655
  static let superscriptAlef: UInt32 = 0x0670
}

/// Classes of scalar values that several operations share.
extension UInt32 {
  /// A letter of the Arabic script; neither tatweel nor the small letters that annotate the Quran.
  var isArabicLetter: Bool {
    category == .arabicLetter && self != Named.tatweel && !isSmallQuranicLetter
  }

  /// A combining mark of any script, or a small letter that annotates the Quran.
  var isMark: Bool { category == .mark || isSmallQuranicLetter }

  /// A mark of the Arabic blocks.
  var isArabicMark: Bool {
    switch self {
    case 0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0x10EC0...0x10EFF: isMark
    default: false
    }
  }

  /// U+06E5 and U+06E6, which Unicode calls letters and the contract marks of the Quran.
  private var isSmallQuranicLetter: Bool { self == 0x06E5 || self == 0x06E6 }

  /// U+200C or U+200D.
  var isJoiner: Bool { self == Named.zeroWidthNonJoiner || self == Named.zeroWidthJoiner }

  /// White_Space, line breaks among them.
  var isWhiteSpace: Bool { category == .space }

  /// A scalar that ends a line.
  var isLineBreak: Bool {
    switch self {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A decimal digit of any script.
  var isDigit: Bool { category == .digit }

  /// The value of an ASCII, Arabic-Indic or extended Arabic-Indic digit.
  var digitValue: UInt32? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x0660...0x0669: self - 0x0660
    case 0x06F0...0x06F9: self - 0x06F0
    default: nil
    }
  }

  private var category: ScalarCategory { ScalarTable.shared[self].category }
}

/// A small one-to-one replacement of scalars, written as two strings of one length.
struct ScalarMap: Sendable {
  private let replacements: [UInt32: UInt32]
  private let bounds: ClosedRange<UInt32>

  /// Maps the scalars of one string to those of another, in order.
  init(_ from: String, to: String) {
    let sources = from.unicodeScalars.map(\.value)
    let targets = to.unicodeScalars.map(\.value)
    precondition(sources.count == targets.count, "strings of different length")
    replacements = Dictionary(uniqueKeysWithValues: zip(sources, targets))
    bounds = (sources.min() ?? 0)...(sources.max() ?? 0)
  }

  /// The replacement of a scalar; itself where it has none.
  subscript(scalar: UInt32) -> UInt32 {
    bounds.contains(scalar) ? replacements[scalar] ?? scalar : scalar
  }
}
