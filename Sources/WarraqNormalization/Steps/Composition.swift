import WarraqICU

/// `nfc`.
extension MappedText {
  /// Composes the text canonically (UAX #15).
  ///
  /// Most scalars of most texts cannot change. ICU only sees the regions between them: a stable
  /// scalar followed by others that may compose with it, reorder or decompose.
  func composed() -> MappedText {
    guard var index = scalars.firstIndex(where: { !$0.isStable }) else { return self }
    var result = MappedText(capacity: count)
    var copied = 0
    while index < count {
      // The scalar before is stable: the loops below leave none unstable behind.
      let start = max(index - 1, copied)
      var end = index
      while end < count, !scalars[end].isStable { end += 1 }
      if !isSettled(start..<end) {
        result.append(copied..<start, of: self)
        appendComposed(start..<end, to: &result)
        copied = end
      }
      index = end
      while index < count, scalars[index].isStable { index += 1 }
    }
    result.append(copied..<count, of: self)
    return result
  }

  /// Whether a region is a stable scalar with the common marks of Arabic in canonical order.
  ///
  /// U+064B–0652 and U+0670 compose with nothing, and their combining classes grow with their
  /// values.
  private func isSettled(_ region: Range<Int>) -> Bool {
    var last: UInt32 = 0
    for scalar in scalars[region].dropFirst(scalars[region.lowerBound].isStable ? 1 : 0) {
      guard 0x064B...0x0652 ~= scalar || scalar == Named.superscriptAlef, scalar >= last else {
        return false
      }
      last = scalar
    }
    return true
  }

  /// Appends the composed form of a region, one combining sequence after the other.
  private func appendComposed(_ region: Range<Int>, to result: inout MappedText) {
    let boundaries = Self.requireICU { () throws(ICUError) in
      try CanonicalComposition.boundaries(of: Array(scalars[region]))
    }
    var start = region.lowerBound
    while start < region.upperBound {
      var end = start + 1
      while end < region.upperBound, !boundaries[end - region.lowerBound] { end += 1 }
      let sequence = Array(scalars[start..<end])
      let composed = Self.requireICU { () throws(ICUError) in
        try CanonicalComposition.compose(sequence)
      }
      if composed == sequence {
        result.append(start..<end, of: self)
      } else {
        for scalar in composed { result.append(scalar, from: origins[start]) }
      }
      start = end
    }
  }

  private static func requireICU<R>(_ work: () throws(ICUError) -> R) -> R {
    do {
      return try work()
    } catch {
      preconditionFailure("ICU cannot compose text, its installation is broken: \(error)")
    }
  }
}

extension UInt32 {
  /// Whether the scalar is known to be a starter that NFC keeps and that composes with no scalar
  /// before it. `false` only costs time.
  fileprivate var isStable: Bool {
    switch self {
    case 0..<0x0300, 0x0400...0x0482, 0x05D0...0x05EA: true
    case 0x0600...0x06FF: !isMark
    case 0x2002...0x206F, 0x4E00...0x9FFF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: true
    case 0x1F300...0x1FAFF: true
    default: false
    }
  }
}
