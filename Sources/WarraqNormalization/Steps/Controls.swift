/// `controls`.
extension MappedText {
  /// Removes invisible controls other than joiners.
  func strippingControls() -> MappedText {
    removing { scalars[$0].isRemovableControl }
  }

  /// Removes runs of joiners with an Arabic letter, mark or tatweel on either side.
  func strippingJoiners() -> MappedText {
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
