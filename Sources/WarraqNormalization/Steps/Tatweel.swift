/// `tatweel`.
extension MappedText {
  /// Removes tatweel.
  func applying(_ option: NormalizationOptions.Tatweel) -> MappedText {
    switch option {
    case .keep: self
    case .strip: writingHamzaForCarriers().strippingTatweelBetweenLetters()
    case .stripAll: writingHamzaForCarriers().removing(Named.tatweel)
    }
  }

  private func removing(_ scalar: UInt32) -> MappedText {
    removing { scalars[$0] == scalar }
  }

  /// Makes ء of each tatweel that carries U+0654; its other marks stay on the ء.
  private func writingHamzaForCarriers() -> MappedText {
    var result = MappedText(capacity: count)
    var dropped: Int?
    for index in scalars.indices where index != dropped {
      if scalars[index] == Named.tatweel, let mark = hamzaMark(onTatweelAt: index) {
        result.append(Named.hamza, from: origins[index])
        dropped = mark
      } else {
        result.append(scalars[index], from: origins[index])
      }
    }
    return result
  }

  /// The index of the first U+0654 among the marks on a tatweel.
  private func hamzaMark(onTatweelAt index: Int) -> Int? {
    scalars[(index + 1)...].prefix { $0.isMark }.firstIndex(of: Named.hamzaAbove)
  }

  /// Removes tatweel, but for one in a run that has at most one letter, none after the tatweel.
  private func strippingTatweelBetweenLetters() -> MappedText {
    var result = MappedText(capacity: count)
    var start = 0
    while start < count {
      var end = start
      var letters = 0
      var lastLetter: Int?
      while end < count, scalars[end].isPartOfRun {
        if scalars[end].isArabicLetter {
          letters += 1
          lastLetter = end
        }
        end += 1
      }
      let tail = (lastLetter ?? start)..<end
      let kept = letters <= 1 ? scalars[tail].firstIndex(of: Named.tatweel) : nil
      for index in start..<end where scalars[index] != Named.tatweel || index == kept {
        result.append(scalars[index], from: origins[index])
      }
      start = end
      while start < count, !scalars[start].isPartOfRun { start += 1 }
      result.append(end..<start, of: self)
    }
    return result
  }
}

extension UInt32 {
  /// Whether the scalar belongs to a run of Arabic letters: the letters, their marks, tatweel.
  fileprivate var isPartOfRun: Bool { isArabicLetter || isMark || self == Named.tatweel }
}
