/// `letter_variants`, `alef`, `hamza`, `alef_maksura`, `teh_marbuta` and `elongation`.
extension MappedText {
  static let variants = ScalarMap("یےکڪہھەۀۃ", to: "ييككههههة")
  static let alefs = ScalarMap("أإآٱٲٳٵ", to: "ااااااا")
  static let carriers = ScalarMap("ؤئ", to: "وي")
  static let bareHamzas = ScalarMap("ؤئ", to: "ءء")

  /// Writes Persian and Urdu shapes of Arabic letters in their Arabic shape.
  func foldingLetterVariants() -> MappedText {
    replacing { Self.variants[$0] }
  }

  /// Makes every alef plain; hamza and madda left on an alef go.
  func foldingAlef() -> MappedText {
    replacing { Self.alefs[$0] }.removingMarks(Named.maddaAbove...Named.hamzaBelow) {
      $0 == Named.alef
    }
  }

  /// Folds the seats of hamza other than alef.
  func applying(_ option: NormalizationOptions.Hamza) -> MappedText {
    switch option {
    case .keep:
      self
    case .carrier:
      replacing { Self.carriers[$0] }.removingMarks(Named.hamzaAbove...Named.hamzaBelow) {
        $0.isArabicLetter && !$0.isAlef
      }
    case .bare:
      replacing { Self.bareHamzas[$0] }
    }
  }

  /// ى → ي.
  func foldingAlefMaksura() -> MappedText {
    replacing { $0 == Named.alefMaksura ? Named.yeh : $0 }
  }

  /// ة → ه.
  func foldingTehMarbuta() -> MappedText {
    replacing { $0 == Named.tehMarbuta ? Named.heh : $0 }
  }

  /// Cuts each run of three or more of one Arabic letter to its first `limit`.
  func cuttingElongation(to limit: Int) -> MappedText {
    var result = MappedText(capacity: count)
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, scalars[end] == scalars[start] { end += 1 }
      let isLong = end - start >= 3 && scalars[start].isArabicLetter
      result.append(start..<(isLong ? start + limit : end), of: self)
      start = end
    }
    return result
  }

  /// Removes some marks from the letters that a test names.
  private func removingMarks(
    _ marks: ClosedRange<UInt32>, on isLetter: (UInt32) -> Bool
  ) -> MappedText {
    var isOnLetter = false
    var result = MappedText(capacity: count)
    for (scalar, origin) in zip(scalars, origins) {
      if !scalar.isMark { isOnLetter = isLetter(scalar) }
      if !(isOnLetter && marks.contains(scalar)) { result.append(scalar, from: origin) }
    }
    return result
  }
}

extension UInt32 {
  /// Plain alef or one that `alef` folds.
  fileprivate var isAlef: Bool {
    switch self {
    case 0x0622, 0x0623, 0x0625, 0x0627, 0x0671...0x0673, 0x0675: true
    default: false
    }
  }
}
