public import WarraqText

/// Finds damage in texts: mojibake, visual order, lost letters and the like.
///
/// A first look over the bytes decides which lines are looked at in detail, so a clean text costs one
/// pass. Detection is made for texts in Arabic and prefers silence: a single odd word is no damage.
public struct DamageDetector: Sendable {
  /// Makes a detector.
  public init() {}

  /// The damage of a text, in text order.
  ///
  /// - Complexity: O(*n*).
  public func damage(in text: SourceText) -> [Damage] {
    let signs = DamageSigns(text.utf8.span)
    guard signs.hasLamAlefSign || !signs.lines.isEmpty else { return [] }
    var damage = signs.hasLamAlefSign ? LamAlefDamage.find(in: text) : []
    // One word of the kind may be a typing error.
    let mayBeVisual =
      signs.lines.reduce(0) { $0 + $1.impossibleStarts } >= 2
      || signs.lines.contains { $0.forms > 0 }
    for found in signs.lines {
      let line = ScalarLine(text, found.range)
      if found.mayHaveMojibake { damage += MojibakeDamage.find(in: line) }
      if found.mayHaveForms { damage += line.presentationForms() }
      if found.mayHaveTatweel { damage += line.tatweelInWords() }
      if found.mayHavePersianLetters { damage += line.persianLetters() }
      if found.mayHaveBidiControls { damage += line.strayBidiControls() }
      if found.mayBeVisual, mayBeVisual { damage += line.visualOrder() }
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
