extension MappedText {
  /// The text after all operations that the options ask for, in the order of the contract.
  ///
  /// With `nfc`, the text is composed again after each operation that can break the form.
  ///
  /// - Parameter note: Called after each operation with the option's name and the text before and
  ///   after it; `nfc` may come more than once.
  func normalized(
    _ options: NormalizationOptions,
    noting note: ((_ option: String, _ before: MappedText, _ after: MappedText) -> Void)? = nil
  ) -> MappedText {
    var text = self
    func run(_ option: String, _ operation: (MappedText) -> MappedText) {
      let before = text
      text = operation(before)
      note?(option, before, text)
    }
    func compose() {
      if options.nfc { run("nfc") { $0.composed() } }
    }
    if options.htmlEntities == .decode { run("html_entities") { $0.decodingEntities() } }
    compose()
    if options.presentationForms {
      run("presentation_forms") { $0.replacingPresentationForms() }
    }
    if options.ligatures == .expand { run("ligatures") { $0.expandingLigatures() } }
    compose()
    if options.controls == .strip {
      run("controls") { $0.strippingControls() }
      compose()
      // Marks that a removed character stood between change places, and so may the neighbours of
      // a joiner: then it is judged again.
      var count = text.count + 1
      while text.count < count {
        count = text.count
        run("controls") { $0.strippingJoiners() }
        if text.count < count { compose() }
      }
    }
    if options.superscriptAlef != .keep {
      run("superscript_alef") { $0.applying(options.superscriptAlef) }
      compose()
    }
    if options.quranicMarks == .strip {
      run("quranic_marks") { $0.strippingQuranicMarks() }
      compose()
    }
    if options.diacritics != .keep {
      run("diacritics") { $0.applying(options.diacritics) }
      compose()
    }
    if options.tatweel != .keep {
      run("tatweel") { $0.applying(options.tatweel) }
      compose()
    }
    if options.letterVariants == .arabic {
      run("letter_variants") { $0.foldingLetterVariants() }
      compose()
    }
    if options.alef == .fold { run("alef") { $0.foldingAlef() } }
    if options.hamza != .keep { run("hamza") { $0.applying(options.hamza) } }
    if options.alefMaksura == .yeh {
      run("alef_maksura") { $0.foldingAlefMaksura() }
      // ى takes no hamza in Unicode, ي does: ى + U+0654 is now a pair that composes.
      compose()
    }
    if options.tehMarbuta == .heh { run("teh_marbuta") { $0.foldingTehMarbuta() } }
    switch options.elongation {
    case .keep: break
    case .one: run("elongation") { $0.cuttingElongation(to: 1) }
    case .two: run("elongation") { $0.cuttingElongation(to: 2) }
    }
    if options.digits != .keep { run("digits") { $0.applying(options.digits) } }
    switch options.quotes {
    case .keep: break
    case .ascii: run("quotes") { $0.writingASCIIQuotes() }
    case .guillemets: run("quotes") { $0.writingGuillemets() }
    }
    switch options.punctuation {
    case .keep: break
    case .ascii: run("punctuation") { $0.writingASCIIPunctuation() }
    case .arabic: run("punctuation") { $0.writingArabicPunctuation() }
    }
    if options.spaces == .collapse { run("spaces") { $0.collapsingSpaces() } }
    return text
  }
}
