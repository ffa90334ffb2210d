/// `spaces`.
extension MappedText {
  /// Leaves one space between words and none at line ends, and makes every line break a line feed.
  ///
  /// A run of spaces comes from its first, CR LF from the CR.
  func collapsingSpaces() -> MappedText {
    var result = MappedText(capacity: count)
    var runStart: Int?
    var isLineStart = true
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar.isCollapsible {
        runStart = runStart ?? index
        continue
      }
      if scalar.isLineBreak {
        let isSecondOfPair =
          scalar == Named.lineFeed && index > 0 && scalars[index - 1] == Named.carriageReturn
        if !isSecondOfPair { result.append(Named.lineFeed, from: origins[index]) }
        isLineStart = true
      } else {
        if let runStart, !isLineStart { result.append(Named.space, from: origins[runStart]) }
        result.append(scalar, from: origins[index])
        isLineStart = false
      }
      runStart = nil
    }
    return result
  }
}

extension UInt32 {
  /// A space or tab: white space that ends no line.
  var isCollapsible: Bool {
    switch self {
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
