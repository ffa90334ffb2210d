/// `digits`, `punctuation` and `quotes: ascii`.
extension MappedText {
  private static let decimalSeparator: UInt32 = 0x066B
  private static let thousandsSeparator: UInt32 = 0x066C
  static let asciiPunctuation = ScalarMap("،؛؟٪۔٭", to: ",;?%.*")
  static let arabicPunctuation = ScalarMap(",;?", to: "،؛؟")
  static let asciiQuotes = ScalarMap("«»“”„‟‹›‘’‚‛", to: "\"\"\"\"\"\"''''''")

  /// Writes digits in one set; separators between two digits follow to Western.
  func applying(_ option: NormalizationOptions.Digits) -> MappedText {
    switch option {
    case .keep:
      return self
    case .arabicIndic:
      return replacing { scalar in scalar.digitValue.map { 0x0660 + $0 } ?? scalar }
    case .western:
      var result = replacing { scalar in scalar.digitValue.map { 0x30 + $0 } ?? scalar }
      for index in scalars.indices.dropFirst().dropLast()
      where scalars[index - 1].digitValue != nil && scalars[index + 1].digitValue != nil {
        switch scalars[index] {
        case Self.decimalSeparator: result.replace(at: index, by: UInt32(UInt8(ascii: ".")))
        case Self.thousandsSeparator: result.replace(at: index, by: UInt32(UInt8(ascii: ",")))
        default: break
        }
      }
      return result
    }
  }

  /// Writes all quotation marks straight.
  func writingASCIIQuotes() -> MappedText {
    replacing { Self.asciiQuotes[$0] }
  }

  /// Writes Arabic punctuation as ASCII.
  func writingASCIIPunctuation() -> MappedText {
    replacing { Self.asciiPunctuation[$0] }
  }

  /// Writes `, ; ?` in Arabic where they follow an Arabic letter, or the tatweel of «هـ».
  ///
  /// White space, marks, closing quotes and closing brackets in between do not count.
  ///
  /// - Parameter isAfterLetter: Whether they do at the start.
  func writingArabicPunctuation(after isAfterLetter: Bool = false) -> MappedText {
    var followsLetter = isAfterLetter
    return replacing { scalar in
      if scalar.isSkippedByPunctuation { return scalar }
      defer { followsLetter = scalar.isLetterBeforePunctuation }
      return followsLetter ? Self.arabicPunctuation[scalar] : scalar
    }
  }
}

extension UInt32 {
  /// A scalar that `punctuation: arabic` does not look at.
  var isSkippedByPunctuation: Bool { isWhiteSpace || isMark || isClosingQuoteOrBracket }

  /// A scalar after which `punctuation: arabic` writes Arabic.
  var isLetterBeforePunctuation: Bool { isArabicLetter || self == Named.tatweel }

  /// A mark that may close a quotation or a bracket; straight quotes may.
  fileprivate var isClosingQuoteOrBracket: Bool {
    switch self {
    case 0x22, 0x27, 0xBB, 0x2019, 0x201C, 0x201D, 0x201F, 0x203A: true
    default: isClosingBracket
    }
  }

  /// `)`, `]`, `}` or the ornate parenthesis U+FD3E, which closes in Arabic.
  var isClosingBracket: Bool { self == 0x29 || self == 0x5D || self == 0x7D || self == 0xFD3E }
}
