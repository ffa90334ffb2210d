public import WarraqText

/// A kind of damage that texts take on their way through programs. Raw values are the codes of
/// diagnostics.
public enum DamageKind: String, CaseIterable, Sendable {
  /// UTF-8 that was read as windows-1252 or windows-1256 («Ø§Ù„» or «ط§ظ„» for «ال»).
  case mojibakeUTF8 = "mojibake-utf-8"
  /// windows-1256 that was read as Latin-1 or windows-1252 («Çá» for «ال»).
  case mojibakeWindows1256 = "mojibake-windows-1256"
  /// Letters in the order in which they are seen, from the left: «ةيبرعلا» for «العربية».
  case visualOrder = "visual-order"
  /// Lam-alef that lost its lam: «فضاً» for «فضلاً».
  case lamAlefLost = "lam-alef-lost"
  /// Lam-alef with its letters exchanged: «األبحاث» for «الأبحاث».
  case lamAlefReversed = "lam-alef-reversed"
  /// Tatweel inside of most words of a line.
  case tatweelInWords = "tatweel-in-words"
  /// Letters as presentation forms, U+FB50–FDEF and U+FE70–FEFC.
  case presentationForms = "presentation-forms"
  /// Persian or Urdu shapes of letters in Arabic words.
  case persianLetters = "persian-letters"
  /// Direction controls inside of words, and embeddings that are opened or closed only.
  case strayBidiControls = "stray-bidi-controls"
}

/// A damaged place of a text.
public struct Damage: Sendable, Hashable {
  /// What happened to it.
  public let kind: DamageKind
  /// From the first to the last damaged character: of a word for lam-alef, else of a line.
  public let range: TextRange
  /// Damaged words or characters in the range.
  public let count: Int
  /// What would repair it; empty where no repair is certain.
  let edits: [Edit]

  /// Whether the place, or a part of it, can be repaired with certainty.
  public var isRepairable: Bool { !edits.isEmpty }

  /// The damaged word as it was before, in UTF-8; `nil` where the damage is not that of one word, or
  /// no repair of it is certain.
  ///
  /// - Parameter text: The text that the damage was found in.
  /// - Complexity: O(*n*) in the length of the word.
  public func originalWord(in text: SourceText) -> [UInt8]? {
    guard kind == .lamAlefLost || kind == .lamAlefReversed, isRepairable else { return nil }
    let bytes = text.utf8.span
    var word: [UInt8] = []
    var position = range.lowerBound.value
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard edit.range.lowerBound >= position else { continue }
      for offset in position..<edit.range.lowerBound { word.append(bytes[offset]) }
      for scalar in edit.scalars { word.append(utf8: scalar) }
      position = edit.range.upperBound
    }
    for offset in position..<range.upperBound.value { word.append(bytes[offset]) }
    return word
  }

  /// The place as a diagnostic.
  public var diagnostic: Diagnostic {
    Diagnostic(code: kind.rawValue, range: range, message: message)
  }

  private var message: String {
    let words = count == 1 ? "1 word" : "\(count) words"
    let characters = count == 1 ? "1 character" : "\(count) characters"
    return switch kind {
    case .mojibakeUTF8: "UTF-8 read as another encoding, \(characters)"
    case .mojibakeWindows1256: "windows-1256 read as Latin-1, \(characters)"
    case .visualOrder: "letters in visual order, from left to right, \(words)"
    case .lamAlefLost: "a lam-alef has lost its lam"
    case .lamAlefReversed: "the letters of a lam-alef are exchanged"
    case .tatweelInWords: "tatweel inside of \(words)"
    case .presentationForms: "presentation forms in place of letters, \(characters)"
    case .persianLetters: "Persian or Urdu letters in \(words)"
    case .strayBidiControls: "direction controls out of place, \(characters)"
    }
  }
}

/// A replacement of some source bytes.
struct Edit: Sendable, Hashable {
  /// Whole scalars of the source, in UTF-8 bytes.
  var range: Range<Int>
  /// The scalars that stand in their place; empty to delete.
  var scalars: [UInt32]
}
