import WarraqText

/// What the kernels know of a scalar, in eight bits; Sources/CWarraqKernels/codes.h tells the bits.
///
/// The vector kernels have the same codes in generated tables; a test compares them.
package enum ScalarCode {
  package static let e: UInt8 = 0x08
  package static let m2: UInt8 = 0x10
  package static let m3: UInt8 = 0x20
  package static let q: UInt8 = 0x40
  package static let long: UInt8 = 0x80
  /// The code of bytes after the first of a scalar.
  package static let continuation: UInt8 = 6
  /// The code of a scalar that is left to the reference.
  package static let hard = continuation | q

  /// The code of a scalar value.
  package static func code(of scalar: UInt32) -> UInt8 {
    let properties = ScalarTable.shared[scalar]
    guard scalar != 0, scalar < 0x10000, let code = code(of: scalar, properties) else {
      return hard
    }
    return scalar < 0x80 ? code : code | long
  }

  private static func code(of scalar: UInt32, _ properties: ScalarProperties) -> UInt8? {
    if properties.isPictographic || properties.category == .emoji { return nil }
    let isPunctuation = properties.category == .punctuation
    let punctuation = TokenKind.punctuation.rawValue
    let isPlainMark = scalar == 0x2E || scalar == 0x3A || scalar == 0x2C  // . : ,
    switch properties.wordBreak {
    case .extend, .zwj:
      guard properties.category == .mark || properties.category == .other else { return nil }
      return TokenKind.symbol.rawValue | e
    case .format:
      return properties.category == .other ? TokenKind.symbol.rawValue | e | q : nil
    case .aLetter:
      return switch properties.category {
      case .arabicLetter: TokenKind.arabicWord.rawValue
      case .letter: TokenKind.otherWord.rawValue
      default: nil
      }
    case .numeric:
      return switch properties.category {
      case .digit: TokenKind.number.rawValue
      case .punctuation: TokenKind.number.rawValue | q
      default: nil
      }
    case .extendNumLet:
      return isPunctuation ? punctuation | e : nil
    case .midLetter:
      return isPunctuation ? punctuation | m3 | (isPlainMark ? 0 : q) : nil
    case .midNum:
      return isPunctuation ? punctuation | m2 | (isPlainMark ? 0 : q) : nil
    case .midNumLet, .singleQuote:
      return isPunctuation ? punctuation | m2 | m3 | (isPlainMark ? 0 : q) : nil
    case .wSegSpace:
      return scalar == 0x20 ? TokenKind.space.rawValue | m2 : nil
    case .cr:
      return TokenKind.space.rawValue | m3 | e
    case .lf:
      return TokenKind.space.rawValue | m3
    case .doubleQuote:
      return punctuation
    case .newline, .regionalIndicator, .katakana, .hebrewLetter:
      return nil
    case .other:
      return switch properties.category {
      case .space: TokenKind.space.rawValue
      case .punctuation:
        switch scalar {
        case 0x25, 0x066A, 0x0609, 0x060A: punctuation | e | q
        case 0x23, 0x40: punctuation | q
        default: punctuation
        }
      case .symbol, .other: TokenKind.symbol.rawValue
      case .letter: TokenKind.otherWord.rawValue | q
      default: nil
      }
    }
  }
}
