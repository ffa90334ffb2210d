import WarraqICU
public import WarraqText

/// Writes Arabic in Latin letters, and Latin letters back in Arabic, by one scheme.
///
/// The four Buckwalter schemes map scalar by scalar, so every mapped Arabic scalar comes back as it
/// was. Text that is not mapped stands as it is and is reported.
public struct Transliterator: Sendable {
  /// The scheme.
  public let scheme: TransliterationScheme
  /// The script that is written.
  public let target: TransliterationTarget

  /// A transliterator.
  ///
  /// - Throws: ``TransliterationError/oneWay(_:)`` where the scheme does not lead to the target.
  public init(
    _ scheme: TransliterationScheme, to target: TransliterationTarget = .latin
  ) throws(TransliterationError) {
    guard target == .latin || scheme.isReversible else { throw .oneWay(scheme) }
    self.scheme = scheme
    self.target = target
  }

  /// Transliterates a text.
  ///
  /// - Throws: ``TransliterationError/icu(_:)`` where ICU fails; the Buckwalter schemes never throw.
  /// - Complexity: O(*n*).
  public func transliterate(
    _ text: SourceText
  ) throws(TransliterationError) -> Transliteration {
    guard let table = SymbolTable.of(scheme) else { return try transliterateWithICU(text) }
    return switch target {
    case .latin: writingSymbols(text, table)
    case .arabic: readingSymbols(text, table)
    }
  }

  // MARK: Tables

  private func writingSymbols(_ text: SourceText, _ table: SymbolTable) -> Transliteration {
    var unmapped = UnmappedTally()
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    text.forEachScalar { scalar, offset in
      if let symbol = table.symbol(of: scalar) {
        output.append(utf8: symbol)
        return
      }
      output.append(utf8: scalar)
      if table.letter(of: scalar) != nil {
        unmapped.add(scalar, .ambiguous, at: offset)
      } else if scalar.needsSymbol {
        unmapped.add(scalar, .noSymbol, at: offset)
      }
    }
    return Transliteration(
      text: SourceText(String(decoding: output, as: UTF8.self)), unmapped: unmapped.scalars)
  }

  /// Symbols made of a letter and a combining mark (Â as two scalars) are read as well.
  private func readingSymbols(_ text: SourceText, _ table: SymbolTable) -> Transliteration {
    var unmapped = UnmappedTally()
    var output: [UInt8] = []
    output.reserveCapacity(text.count * 2)
    var pending: (scalar: UInt32, offset: Int)?

    func write(_ scalar: UInt32, _ offset: Int) {
      if let letter = table.letter(of: scalar) {
        output.append(utf8: letter)
        return
      }
      output.append(utf8: scalar)
      if table.symbol(of: scalar) != nil {
        unmapped.add(scalar, .ambiguous, at: offset)
      } else if scalar.needsSymbol {
        unmapped.add(scalar, .noSymbol, at: offset)
      }
    }
    text.forEachScalar { scalar, offset in
      if let held = pending {
        pending = nil
        if 0x0300...0x036F ~= scalar, let composed = Self.composed(held.scalar, scalar),
          table.letter(of: composed) != nil
        {
          write(composed, held.offset)
          return
        }
        write(held.scalar, held.offset)
      }
      pending = (scalar, offset)
    }
    if let pending { write(pending.scalar, pending.offset) }
    return Transliteration(
      text: SourceText(String(decoding: output, as: UTF8.self)), unmapped: unmapped.scalars)
  }

  private static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    let composed = try? CanonicalComposition.compose([base, mark])
    return composed?.count == 1 ? composed?.first : nil
  }

  // MARK: ICU

  private func transliterateWithICU(
    _ text: SourceText
  ) throws(TransliterationError) -> Transliteration {
    do {
      let rules = try ScriptTransliteration(scheme == .bgn ? .arabicLatinBGN : icuRules)
      let output = SourceText(String(decoding: try rules.run(text.utf8), as: UTF8.self))
      return Transliteration(text: output, unmapped: leftovers(of: text, in: output))
    } catch {
      throw .icu(error)
    }
  }

  private var icuRules: ScriptTransliteration.Rules {
    target == .latin ? .arabicLatin : .latinArabic
  }

  /// What stands in the output as it stood in the source, though of the script that was left.
  private func leftovers(of source: SourceText, in output: SourceText) -> [UnmappedScalar] {
    var left: Set<UInt32> = []
    output.forEachScalar { scalar, _ in if isOfSourceScript(scalar) { left.insert(scalar) } }
    guard !left.isEmpty else { return [] }
    var unmapped = UnmappedTally()
    source.forEachScalar { scalar, offset in
      if left.contains(scalar) { unmapped.add(scalar, .noSymbol, at: offset) }
    }
    return unmapped.scalars
  }

  private func isOfSourceScript(_ scalar: UInt32) -> Bool {
    switch target {
    case .latin: scalar.isOfArabicBlock && scalar.needsSymbol
    case .arabic: scalar < 0x0250 && ScalarTable.shared[scalar].category == .letter
    }
  }
}

/// Counts what could not be mapped.
private struct UnmappedTally {
  private(set) var scalars: [UnmappedScalar] = []
  private var indices: [UInt32: Int] = [:]

  mutating func add(_ scalar: UInt32, _ reason: UnmappedScalar.Reason, at offset: Int) {
    if let index = indices[scalar] {
      scalars[index].count += 1
    } else {
      indices[scalar] = scalars.count
      scalars.append(
        UnmappedScalar(scalar: scalar, reason: reason, count: 1, first: UTF8Offset(offset)))
    }
  }
}

extension SourceText {
  /// Calls a function with each scalar and its UTF-8 offset.
  fileprivate func forEachScalar(_ body: (_ scalar: UInt32, _ offset: Int) -> Void) {
    let bytes = utf8.span
    var position = 0
    while position < bytes.count {
      let decoded = bytes.scalar(at: position)
      body(decoded.value, position)
      position += decoded.length
    }
  }
}

extension UInt32 {
  /// A letter, mark or digit, or punctuation of the Arabic block: what a reader would miss.
  fileprivate var needsSymbol: Bool {
    switch ScalarTable.shared[self].category {
    case .letter, .arabicLetter, .mark: true
    case .digit: self > 0x7F
    case .punctuation, .symbol: isOfArabicBlock
    case .space, .emoji, .other: false
    }
  }

  fileprivate var isOfArabicBlock: Bool {
    switch self {
    case 0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }
}
