public import WarraqICU
public import WarraqText

/// What a ``Transliterator`` makes of a text.
public struct Transliteration: Sendable, Hashable {
  /// The text in the other script. What could not be mapped stands in it as it was.
  public let text: SourceText
  /// What could not be mapped, in the order of first places.
  public let unmapped: [UnmappedScalar]
}

/// A character that a scheme cannot write, or cannot write so that it comes back.
///
/// White space, ASCII digits, and punctuation outside of the Arabic block that is no symbol of the
/// scheme pass through both ways and are not counted.
public struct UnmappedScalar: Sendable, Hashable {
  /// Why it could not be mapped.
  public enum Reason: String, Sendable {
    /// The scheme has nothing for it.
    case noSymbol = "no-symbol"
    /// It stands as it was, and on the way back is taken for a symbol: a Latin word in Arabic text.
    case ambiguous
  }

  /// The Unicode scalar value.
  public let scalar: UInt32
  /// Why it could not be mapped.
  public let reason: Reason
  /// How often it stands in the source.
  public internal(set) var count: Int
  /// Where it stands first in the source.
  public let first: UTF8Offset
}

/// Why a text cannot be transliterated at all.
public enum TransliterationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The scheme leads from Arabic to Latin only.
  case oneWay(TransliterationScheme)
  /// ICU failed.
  case icu(ICUError)

  /// The message shown to users.
  public var description: String {
    switch self {
    case .oneWay(let scheme): "scheme \(scheme.rawValue) leads from Arabic to Latin only"
    case .icu(let error): "ICU cannot transliterate: \(error)"
    }
  }
}
