/// Values of the property Word_Break (UAX #29, table 3).
public enum WordBreakClass: UInt8, Sendable, CaseIterable {
  case other, cr, lf, newline, extend, zwj, format, regionalIndicator, katakana, hebrewLetter
  case aLetter, singleQuote, doubleQuote, midNumLet, midLetter, midNum, numeric, extendNumLet
  case wSegSpace
}

/// What a scalar is, as far as token kinds need to know.
public enum ScalarCategory: UInt8, Sendable, CaseIterable {
  /// Controls, formats, private use, unassigned.
  case other
  /// A letter of the Arabic script, or tatweel.
  case arabicLetter
  /// A letter or letter-like number of another script.
  case letter
  /// A combining mark.
  case mark
  /// A decimal digit (General_Category Nd) of any script.
  case digit
  case punctuation
  case symbol
  /// White_Space.
  case space
  /// A symbol shown as emoji by default (Emoji_Presentation).
  case emoji
}

/// The properties of one scalar.
public struct ScalarProperties: Sendable {
  /// Word_Break.
  public var wordBreak: WordBreakClass
  /// What the scalar is.
  public var category: ScalarCategory
  /// Extended_Pictographic (UTS #51), needed by rule WB3c.
  public var isPictographic: Bool
}

/// Properties of every scalar of Unicode 15.0, in a two-stage table.
///
/// Made by `Scripts/generate-unicode-tables`. Planes 0 and 1 are cut into blocks of 64 scalars,
/// equal blocks stored once; the few runs above them are searched. A class, so that handing it on does
/// not count references to four arrays.
public final class ScalarTable: Sendable {
  /// The Unicode version of the tables.
  public static let unicodeVersion = "15.0"

  @usableFromInline let codeOfBlock: [UInt8]
  @usableFromInline let blockOf: [UInt16]
  @usableFromInline let properties: [ScalarProperties]
  @usableFromInline let high: [(start: UInt32, code: UInt8)]

  /// The table; decoded from its data on first use (about 20 KB).
  public static let shared = ScalarTable()

  private init() {
    let numbers = StaticBytes.array(Self.blockNumbers)
    blockOf = stride(from: 0, to: numbers.count, by: 2).map {
      UInt16(numbers[$0] - Self.base) * 64 + UInt16(numbers[$0 + 1] - Self.base)
    }
    codeOfBlock = StaticBytes.array(Self.blocks).map { $0 - Self.base }
    properties = Self.codes.map {
      ScalarProperties(wordBreak: $0.0, category: $0.1, isPictographic: $0.2)
    }
    high = Self.highRuns.map { (start: $0.0, code: $0.1) }
  }

  private static let base: UInt8 = 0x30

  /// The properties of a scalar value.
  ///
  /// - Complexity: O(1) below U+20000, a search of some twenty runs above.
  @inlinable
  public subscript(scalar: UInt32) -> ScalarProperties {
    let block = Int(scalar >> 6)
    if block < blockOf.count {
      return properties[Int(codeOfBlock[Int(blockOf[block]) << 6 | Int(scalar & 63)])]
    }
    let run = high.last { $0.start <= scalar }
    return properties[Int(run?.code ?? 0)]
  }
}
