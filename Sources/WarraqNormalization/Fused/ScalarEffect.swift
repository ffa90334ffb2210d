/// What becomes of a scalar under some options, as far as that hangs on nothing around it.
enum ScalarEffect: Equatable {
  /// It stays.
  case keep
  /// Another scalar of as many bytes or less is written for it.
  case replace(UInt32)
  /// It is dropped.
  case drop
  /// Its neighbours decide, or what is written for it is longer.
  case hard
}

/// The effects of one set of options.
///
/// Each rule below follows from one step of ``MappedText``; what a step makes of a scalar is handed
/// to the next. Spaces are given their output here, and collapse in the kernels.
struct ScalarEffects {
  let options: NormalizationOptions

  /// Whether marks that NFC orders may stay, so that their order has to be watched.
  ///
  /// Where all of them are dropped their order does not show in the text, and as each sequence
  /// begins with the letter below them, not in the map.
  let ordersMarks: Bool

  init(_ options: NormalizationOptions) {
    self.options = options
    let marks = Array(0x064B...0x0652) + [Named.superscriptAlef]
    ordersMarks =
      options.nfc && marks.contains { Self.effect(ofCommonMark: $0, options) == .keep }
  }

  /// The effect on a scalar.
  subscript(scalar: UInt32) -> ScalarEffect {
    switch scalar {
    case 0x064B...0x0652, Named.superscriptAlef:
      return Self.effect(ofCommonMark: scalar, options)
    case Named.maddaAbove...Named.hamzaBelow:
      let isUsed =
        options.nfc || options.alef != .keep || options.hamza != .keep || options.tatweel != .keep
      return isUsed ? .hard : .keep
    case 0x00:
      return .hard
    default:
      break
    }
    if isDroppedMark(scalar) { return ordersMarks ? .hard : .drop }
    if options.nfc, ComposingScalars.shared.contains(scalar) { return .hard }
    if isForm(scalar) { return effect(ofForm: scalar) }
    if options.controls == .strip {
      if scalar.isRemovableControl { return ordersMarks ? .hard : .drop }
      if scalar.isJoiner { return .hard }
    }
    if scalar == Named.tatweel {
      switch options.tatweel {
      case .keep: return .keep
      case .strip: return .hard
      case .stripAll: return ordersMarks ? .hard : .drop
      }
    }
    if isContextual(scalar) { return .hard }
    let output = punctuated(folded(scalar))
    if output == scalar { return .keep }
    return output.utf8Count <= scalar.utf8Count ? .replace(output) : .hard
  }

  /// What is written for a scalar whose neighbours do not matter, where it is longer than the scalar;
  /// `nil` for others.
  func expansion(of scalar: UInt32) -> [UInt32]? {
    if options.digits == .arabicIndic, 0x30...0x39 ~= scalar { return [scalar + 0x0630] }
    guard isForm(scalar), let letters = letters(ofForm: scalar), letters.count > 1 else {
      return nil
    }
    var output: [UInt32] = []
    for letter in letters {
      guard !letter.isMark else { return nil }
      switch self[letter] {
      case .keep: output.append(letter)
      case .replace(let other): output.append(other)
      case .drop, .hard: return nil
      }
    }
    return output
  }

  // MARK: Rules

  private static func effect(
    ofCommonMark mark: UInt32, _ options: NormalizationOptions
  ) -> ScalarEffect {
    if mark == Named.superscriptAlef {
      return switch options.superscriptAlef {
      case .keep: .keep
      case .strip: .drop
      case .alef: .hard
      }
    }
    return switch options.diacritics {
    case .keep: .keep
    case .strip: .drop
    case .stripHarakat: mark == Named.shadda ? .keep : .drop
    case .stripFinal: mark == Named.shadda ? .keep : .hard
    }
  }

  /// Whether a mark other than those of ``effect(ofCommonMark:_:)`` is dropped wherever it stands.
  private func isDroppedMark(_ scalar: UInt32) -> Bool {
    if options.quranicMarks == .strip, scalar.isQuranicMark { return true }
    guard scalar.isTashkeel else { return false }
    return options.diacritics == .strip || options.diacritics == .stripHarakat
  }

  private func isForm(_ scalar: UInt32) -> Bool { letters(ofForm: scalar) != nil }

  private func letters(ofForm scalar: UInt32) -> [UInt32]? {
    guard 0xFB50...0xFEFC ~= scalar else { return nil }
    if options.presentationForms, let letters = PresentationForms.shared[scalar] { return letters }
    return options.ligatures == .expand ? PresentationForms.ligatures[scalar] : nil
  }

  private func effect(ofForm scalar: UInt32) -> ScalarEffect {
    guard let letters = letters(ofForm: scalar), letters.count == 1 else { return .hard }
    let letter = letters[0]
    if letter.isMark, ordersMarks { return .hard }
    switch self[letter] {
    case .keep: return .replace(letter)
    case let effect: return effect
    }
  }

  /// Scalars that an operation changes, or makes something of, only beside others.
  private func isContextual(_ scalar: UInt32) -> Bool {
    if options.htmlEntities == .decode, scalar == 0x26 { return true }
    // Under `strip_final`; U+064B–0652 are above.
    if options.diacritics == .stripFinal, scalar.isTashkeel { return true }
    if options.elongation != .keep, scalar >= 0x800, scalar.isArabicLetter { return true }
    if options.digits == .western, scalar.isArabicNumberSeparator { return true }
    if options.digits == .arabicIndic, 0x30...0x39 ~= scalar { return true }
    if options.quotes == .guillemets {
      switch scalar {
      case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A: return true
      default: break
      }
    }
    return options.punctuation == .arabic && scalar.isASCIISentenceMark
  }

  private func folded(_ scalar: UInt32) -> UInt32 {
    guard 0x0600..<0x0700 ~= scalar else { return scalar }
    var output = scalar
    if options.letterVariants == .arabic { output = MappedText.variants[output] }
    if options.alef == .fold { output = MappedText.alefs[output] }
    switch options.hamza {
    case .keep: break
    case .carrier: output = MappedText.carriers[output]
    case .bare: output = MappedText.bareHamzas[output]
    }
    if options.alefMaksura == .yeh, output == Named.alefMaksura { output = Named.yeh }
    if options.tehMarbuta == .heh, output == Named.tehMarbuta { output = Named.heh }
    return output
  }

  private func punctuated(_ scalar: UInt32) -> UInt32 {
    var output = scalar
    if let digit = output.digitValue {
      switch options.digits {
      case .keep: break
      case .western: output = 0x30 + digit
      case .arabicIndic: output = 0x0660 + digit
      }
    }
    if options.quotes == .ascii { output = MappedText.asciiQuotes[output] }
    if options.punctuation == .ascii { output = MappedText.asciiPunctuation[output] }
    if options.spaces == .collapse {
      if output.isCollapsible { output = Named.space }
      if output.isLineBreak { output = Named.lineFeed }
    }
    return output
  }
}

extension UInt32 {
  /// Bytes of the scalar in UTF-8.
  var utf8Count: Int { self < 0x80 ? 1 : self < 0x800 ? 2 : self < 0x10000 ? 3 : 4 }

  /// U+066B or U+066C.
  var isArabicNumberSeparator: Bool { self == 0x066B || self == 0x066C }

  /// `,`, `;` or `?`.
  var isASCIISentenceMark: Bool { self == 0x2C || self == 0x3B || self == 0x3F }
}
