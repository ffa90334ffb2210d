public import WarraqText

/// Finds damage in texts: mojibake, visual order, lost letters and the like.
///
/// A first look over the bytes decides what is looked for in detail, so a clean text costs one
/// pass. Detection is made for texts in Arabic and prefers silence: a single odd word is no damage.
public struct DamageDetector: Sendable {
  /// Makes a detector.
  public init() {}

  /// The damage of a text, in text order.
  ///
  /// - Complexity: O(*n*).
  public func damage(in text: SourceText) -> [Damage] {
    let signs = DamageSigns(text.utf8.span)
    guard signs.isAny else { return [] }
    var damage: [Damage] = []
    if signs.hasLamAlefSign { damage += LamAlefDamage.find(in: text) }
    if signs.needsLines {
      for line in ScalarLine.lines(of: text) {
        if signs.mayHaveMojibake { damage += MojibakeDamage.find(in: line) }
        if signs.mayHaveForms { damage += line.presentationForms() }
        if signs.mayHaveTatweel { damage += line.tatweelInWords() }
        if signs.mayHavePersianLetters { damage += line.persianLetters() }
        if signs.mayHaveBidiControls { damage += line.strayBidiControls() }
        if signs.mayBeVisual { damage += line.visualOrder() }
      }
    }
    return damage.sorted {
      ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue)
    }
  }

  /// The damage of a text as diagnostics, in text order.
  ///
  /// - Complexity: O(*n*).
  public func diagnostics(of text: SourceText) -> [Diagnostic] {
    damage(in: text).map(\.diagnostic)
  }
}
