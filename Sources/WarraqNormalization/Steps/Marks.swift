/// `superscript_alef`, `quranic_marks` and `diacritics`.
extension MappedText {
  /// Removes U+0670 or writes it as a letter.
  func applying(_ option: NormalizationOptions.SuperscriptAlef) -> MappedText {
    switch option {
    case .keep:
      return self
    case .strip:
      return removing { scalars[$0] == Named.superscriptAlef }
    case .alef:
      return writingSuperscriptAlefs()
    }
  }

  /// Writes ا for each U+0670, and nothing for those that stand on ى.
  private func writingSuperscriptAlefs() -> MappedText {
    var result = MappedText(capacity: count)
    var base: UInt32 = 0
    for (scalar, origin) in zip(scalars, origins) {
      if !scalar.isMark { base = scalar }
      if scalar != Named.superscriptAlef {
        result.append(scalar, from: origin)
      } else if base != Named.alefMaksura {
        result.append(Named.alef, from: origin)
      }
    }
    return result
  }

  /// Removes the annotation marks of the Quran; the symbols U+06DD, U+06DE, U+06E9 stay.
  func strippingQuranicMarks() -> MappedText {
    removing { scalars[$0].isQuranicMark }
  }

  /// Removes tashkeel.
  func applying(_ option: NormalizationOptions.Diacritics) -> MappedText {
    switch option {
    case .keep:
      return self
    case .strip:
      return removing { scalars[$0].isTashkeel }
    case .stripHarakat:
      return removing { scalars[$0].isTashkeel && scalars[$0] != Named.shadda }
    case .stripFinal:
      let isFinal = followsLastLetter()
      return removing { isFinal[$0] && scalars[$0].isTashkeel && scalars[$0] != Named.shadda }
    }
  }

  /// For each scalar, whether an Arabic letter stands before it and none after it in its word.
  ///
  /// Marks, tatweel and joiners are parts of words.
  private func followsLastLetter() -> [Bool] {
    var flags = [Bool](repeating: false, count: count)
    var hasLetter = false
    for index in scalars.indices {
      hasLetter = scalars[index].isArabicLetter || hasLetter && scalars[index].continuesWord
      flags[index] = hasLetter
    }
    hasLetter = false
    for index in scalars.indices.reversed() {
      hasLetter = scalars[index].isArabicLetter || hasLetter && scalars[index].continuesWord
      if hasLetter { flags[index] = false }
    }
    return flags
  }
}

extension UInt32 {
  /// A mark that `quranic_marks` removes.
  var isQuranicMark: Bool {
    switch self {
    case 0x0615, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED, 0x08D3...0x08E1,
      0x08E3...0x08FF:
      true
    default: false
    }
  }

  /// A mark that `diacritics` removes.
  var isTashkeel: Bool {
    switch self {
    case 0x0610...0x061A, 0x064B...0x0652, 0x0656...0x065F: true
    default: false
    }
  }

  fileprivate var continuesWord: Bool { isMark || isJoiner || self == Named.tatweel }
}
