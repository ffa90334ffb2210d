/// `controls`.
extension MappedText {
  /// Removes invisible controls, then the joiners of Arabic.
  ///
  /// Joiners are judged by the neighbours they have when the other controls are gone.
  /// - Parameter composing: Whether the text is composed after each removal: marks that a removed
  ///   character stood between change places, and so may the neighbours of a joiner.
  func strippingControls(composing: Bool) -> MappedText {
    var text = removing { scalars[$0].isRemovableControl }
    while true {
      if composing { text = text.composed() }
      let stripped = text.strippingJoiners()
      guard composing, stripped.count < text.count else { return stripped }
      text = stripped
    }
  }

  /// Removes runs of joiners with an Arabic letter, mark or tatweel on either side.
  private func strippingJoiners() -> MappedText {
    guard scalars.contains(where: \.isJoiner) else { return self }
    var result = MappedText(capacity: count)
    var index = 0
    while index < count {
      var end = index
      while end < count, scalars[end].isJoiner { end += 1 }
      if end == index {
        end += 1
      } else if isArabic(at: index - 1) || isArabic(at: end) {
        index = end
      }
      result.append(index..<end, of: self)
      index = end
    }
    return result
  }

  private func isArabic(at index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    let scalar = scalars[index]
    return scalar.isArabicLetter || scalar.isArabicMark || scalar == Named.tatweel
  }
}

extension UInt32 {
  /// Soft hyphen, zero-width characters other than joiners, and direction controls.
  var isRemovableControl: Bool {
    switch self {
    case 0x00AD, 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
