extension MappedText {
  /// The text after all operations that the options ask for, in the order of the contract.
  ///
  /// With `nfc`, the text is composed again after each operation that can break the form.
  func normalized(_ options: NormalizationOptions) -> MappedText {
    var text = self
    func compose() {
      if options.nfc { text = text.composed() }
    }
    if options.htmlEntities == .decode { text = text.decodingEntities() }
    compose()
    if options.presentationForms { text = text.replacingPresentationForms() }
    if options.ligatures == .expand { text = text.expandingLigatures() }
    compose()
    if options.controls == .strip {
      text = text.strippingControls()
      compose()
    }
    if options.superscriptAlef != .keep {
      text = text.applying(options.superscriptAlef)
      compose()
    }
    if options.quranicMarks == .strip {
      text = text.strippingQuranicMarks()
      compose()
    }
    if options.diacritics != .keep {
      text = text.applying(options.diacritics)
      compose()
    }
    if options.tatweel != .keep {
      text = text.applying(options.tatweel)
      compose()
    }
    if options.letterVariants == .arabic {
      text = text.foldingLetterVariants()
      compose()
    }
    if options.alef == .fold { text = text.foldingAlef() }
    if options.hamza != .keep { text = text.applying(options.hamza) }
    if options.alefMaksura == .yeh {
      text = text.foldingAlefMaksura()
      // ى takes no hamza in Unicode, ي does: ى + U+0654 is now a pair that composes.
      compose()
    }
    if options.tehMarbuta == .heh { text = text.foldingTehMarbuta() }
    switch options.elongation {
    case .keep: break
    case .one: text = text.cuttingElongation(to: 1)
    case .two: text = text.cuttingElongation(to: 2)
    }
    if options.digits != .keep { text = text.applying(options.digits) }
    switch options.quotes {
    case .keep: break
    case .ascii: text = text.writingASCIIQuotes()
    case .guillemets: text = text.writingGuillemets()
    }
    switch options.punctuation {
    case .keep: break
    case .ascii: text = text.writingASCIIPunctuation()
    case .arabic: text = text.writingArabicPunctuation()
    }
    if options.spaces == .collapse { text = text.collapsingSpaces() }
    return text
  }
}
