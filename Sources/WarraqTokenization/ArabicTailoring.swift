import WarraqText

/// How profile `arabic` departs from UAX #29.
///
/// - White space and stray format controls are no tokens; controls at the end of a word are cut
///   off.
/// - URLs, e-mail addresses, #hashtags and @mentions are one token.
/// - Words are cut where the script changes and between letters and digits next to Arabic
///   (14آب, الـ15, الـCIA), at `:`, at quotes and at a full stop without a space (كذا.وقال),
///   except in dotted abbreviations (أ.د, ق.م).
/// - An abbreviation takes its full stop (د. أ.د. ق.م.) when the line goes on.
/// - A percent sign belongs to its number; ARABIC COMMA between digits only groups thousands;
///   dates written with dots (5.11.2018) are cut at them.
struct ArabicTailoring: Sendable {
  private let table = ScalarTable.shared

  /// Cuts one segment, which is not white space, into tokens.
  ///
  /// - Parameter pieces: Takes the tokens; kind `space` stands for controls cut off.
  /// - Returns: Where the next segment begins: after the segment, or further on where a token
  ///   spans several segments.
  func cut(_ segment: WordSegment, of bytes: Span<UInt8>, into pieces: inout [Token]) -> Int {
    let start = segment.range.lowerBound
    let end = segment.range.upperBound
    let categories = segment.categories
    if categories.isSubset(of: [.arabicLetter, .mark]) {
      let stop = abbreviationEnd(of: start..<end, in: bytes)
      pieces.append(Token(range: TextRange(utf8: start..<stop), kind: .arabicWord))
      return stop
    }
    if let link = Links.token(at: start, in: bytes) {
      pieces.append(link)
      return link.range.upperBound.value
    }
    if categories.contains(.arabicLetter) || categories.contains(.digit) {
      return cutMixed(segment, of: bytes, into: &pieces)
    }
    let kind = TokenKind(first: segment.first, categories: categories)
    let word = trimmed(start..<end, in: bytes)
    if !word.isEmpty { pieces.append(Token(range: TextRange(utf8: word), kind: kind)) }
    if word.upperBound < end {
      pieces.append(Token(range: TextRange(utf8: word.upperBound..<end), kind: .space))
    }
    return end
  }

  // MARK: Mixed segments

  /// What the scalars of a run are.
  private enum Run {
    case arabic, number, other
  }

  private func cutMixed(
    _ segment: WordSegment, of bytes: Span<UInt8>, into pieces: inout [Token]
  ) -> Int {
    let end = segment.range.upperBound
    if isDottedAbbreviation(segment.range, in: bytes) {
      let stop = abbreviationEnd(of: segment.range, in: bytes)
      pieces.append(
        Token(range: TextRange(utf8: segment.range.lowerBound..<stop), kind: .arabicWord))
      return stop
    }
    let dottedDate = isDottedDate(segment.range, in: bytes)
    var run: Run?
    var start = segment.range.lowerBound
    var position = start
    func close(at stop: Int) {
      guard let kind = run, start < stop else { return }
      let word = trimmed(start..<stop, in: bytes)
      let token: TokenKind =
        switch kind {
        case .arabic: .arabicWord
        case .number: .number
        case .other: .otherWord
        }
      if !word.isEmpty { pieces.append(Token(range: TextRange(utf8: word), kind: token)) }
      if word.upperBound < stop {
        pieces.append(Token(range: TextRange(utf8: word.upperBound..<stop), kind: .space))
      }
      run = nil
    }
    while position < end {
      let decoded = bytes.scalar(at: position)
      let next = position + decoded.length
      switch table[decoded.value].category {
      case .arabicLetter:
        if run != .arabic { close(at: position) }
        if run == nil { (run, start) = (.arabic, position) }
      case .digit:
        if run == .arabic { close(at: position) }
        if run == nil { (run, start) = (.number, position) }
      case .letter:
        if run == .arabic { close(at: position) }
        if run == nil { start = position }
        run = .other
      case .mark, .other, .space:
        if run == nil { (run, start) = (.other, position) }
      case .punctuation, .symbol, .emoji:
        let keeps =
          !dottedDate && joinsDigits(decoded.value, position..<next, segment.range, in: bytes)
        let inWord = run == .other && decoded.value == UInt32(UInt8(ascii: "_"))
        if !keeps && !inWord {
          close(at: position)
          let kind: TokenKind =
            table[decoded.value].category == .symbol ? .symbol : .punctuation
          pieces.append(Token(range: TextRange(utf8: position..<next), kind: kind))
        }
      }
      position = next
    }
    let stop = run == .number ? percentEnd(at: end, in: bytes) : end
    close(at: stop)
    return stop
  }

  /// Whether a mark inside a segment stands between two digits that it joins.
  private func joinsDigits(
    _ mark: UInt32, _ place: Range<Int>, _ segment: Range<Int>, in bytes: Span<UInt8>
  ) -> Bool {
    guard place.lowerBound > segment.lowerBound, place.upperBound < segment.upperBound,
      isDigit(bytes.scalar(before: place.lowerBound).value),
      isDigit(bytes.scalar(at: place.upperBound).value)
    else { return false }
    switch mark {
    case 0x2E, 0x2C, 0x066B, 0x066C, 0x2019: return true  // . , ٫ ٬ ’
    case 0x060C:
      // ARABIC COMMA groups thousands only where exactly three digits follow.
      var position = place.upperBound
      var digits = 0
      while position < segment.upperBound {
        let decoded = bytes.scalar(at: position)
        guard isDigit(decoded.value) else { break }
        digits += 1
        position += decoded.length
      }
      return digits == 3
    default: return false
    }
  }

  private func isDigit(_ scalar: UInt32) -> Bool {
    table[scalar].category == .digit
  }

  /// `d.d.yyyy`: a date, to be cut at its dots.
  private func isDottedDate(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    var fields: [Int] = [0]
    var position = range.lowerBound
    while position < range.upperBound {
      let decoded = bytes.scalar(at: position)
      position += decoded.length
      if isDigit(decoded.value) {
        fields[fields.count - 1] += 1
      } else if decoded.value == 0x2E {
        fields.append(0)
      } else {
        // 5.11.2018م: what follows the year does not matter.
        break
      }
    }
    return fields.count == 3 && (1...2).contains(fields[0]) && (1...2).contains(fields[1])
      && fields[2] == 4
  }

  private func percentEnd(at position: Int, in bytes: Span<UInt8>) -> Int {
    guard position < bytes.count else { return position }
    let decoded = bytes.scalar(at: position)
    // % ٪ ؉ ؊
    let isPercent = [0x25, 0x066A, 0x0609, 0x060A].contains(decoded.value)
    return isPercent ? position + decoded.length : position
  }

  /// The range without format controls at its end (they attach to the word by WB4).
  private func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      let last = bytes.scalar(before: end)
      guard table[last.value].wordBreak == .format else { break }
      end -= last.length
    }
    return range.lowerBound..<end
  }

  // MARK: Abbreviations

  /// Whether a segment is one or two letters, a dot, one or two letters, and so on.
  private func isDottedAbbreviation(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard range.count <= 24 else { return false }
    var letters = 0
    var dots = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let decoded = bytes.scalar(at: position)
      position += decoded.length
      if decoded.value == 0x2E, (1...2).contains(letters) {
        dots += 1
        letters = 0
      } else if table[decoded.value].category == .arabicLetter {
        letters += 1
      } else {
        return false
      }
    }
    return dots > 0 && (1...2).contains(letters)
  }

  /// Letters that stand for a title or a unit when a full stop follows: د. أ. م. ص. ج. ت. ط. ق.
  private static let letters: Set<UInt32> = [
    0x062F, 0x0623, 0x0627, 0x0645, 0x0635, 0x062C, 0x062A, 0x0637, 0x0642,
  ]

  /// The end of a word with the full stop of its abbreviation, or the word's own end.
  private func abbreviationEnd(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let end = word.upperBound
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), word.count <= 24 else {
      return end
    }
    // The line has to go on, and not with another stop.
    let next = bytes[end + 1]
    guard next != UInt8(ascii: "."), next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r") else {
      return end
    }
    if word.count == 2 {
      guard Self.letters.contains(bytes.scalar(at: word.lowerBound).value) else { return end }
      // In «2018 م.» the letter is the era, and the stop may end the sentence.
      var before = word.lowerBound
      while before > 0, bytes[before - 1] == UInt8(ascii: " ") { before -= 1 }
      if before > 0, isDigit(bytes.scalar(before: before).value) { return end }
      return end + 1
    }
    // «ود. منى»: a conjunction in front of the letter.
    if word.count == 4, bytes[word.lowerBound] == 0xD9,
      bytes[word.lowerBound + 1] == 0x88 || bytes[word.lowerBound + 1] == 0x81,
      Self.letters.contains(bytes.scalar(at: word.lowerBound + 2).value), next == UInt8(ascii: " ")
    {
      return end + 1
    }
    return isDottedAbbreviation(word, in: bytes) ? end + 1 : end
  }
}
