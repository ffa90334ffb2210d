import WarraqText

/// Numbers in digits and words.
extension TemporalGrammar {
  struct Number {
    var value: Int
    var end: Int
    var isDigits = false
    /// How many digits, 0 for words.
    var digits = 0
  }

  /// A number in digits or words, 1 to 99,999: 36, ستة, خمس عشرة, مئة وخمسين, ألف وتسعمئة وأربع.
  func cardinal(_ start: Int) -> Number? {
    if let digits = text.number(start) {
      guard digits.value > 0 else { return nil }
      if text.bare(start + 1).cardinal == 1000, digits.digits <= 2 {
        return Number(value: digits.value * 1000, end: start + 2, isDigits: true)
      }
      return Number(
        value: digits.value, end: start + 1, isDigits: true, digits: digits.digits)
    }
    return spelled(start)
  }

  /// A number in words: groups of thousands, hundreds and the rest, joined by و, from the greatest
  /// or, as years are read in the old way, from the least.
  func spelled(_ start: Int) -> Number? {
    guard let first = group(start) else { return nil }
    var value = first.value
    var end = first.end
    var scales = [first.scale]
    while scales.count < 3 {
      var next = end
      if text.isBare(next, .and) {
        next += 1
      } else if !text.hasConjunction(next), !isAndEleven(next) {
        break
      }
      guard let more = group(next), !scales.contains(more.scale) else { break }
      if scales.count == 2, (scales[0] < scales[1]) != (scales[1] < more.scale) { break }
      value += more.value
      end = more.end
      scales.append(more.scale)
    }
    return Number(value: value, end: end)
  }

  /// «وأحد عشر»: the key of «وأحد» is that of «واحد».
  private func isAndEleven(_ token: Int) -> Bool {
    text.bare(token).cardinal == 1 && text.isBare(token + 1, .ten)
  }

  /// One group: its value, 1, 100 or 1000, and the token behind it.
  private func group(_ start: Int) -> (value: Int, scale: Int, end: Int)? {
    let word = text.word(start)
    let next = text.bare(start + 1)
    if word.has(.eleventh), next.has(.ten) { return (11, 1, start + 2) }
    let value = Int(word.cardinal)
    switch value {
    case 1...9:
      if next.has(.ten) { return (10 + value, 1, start + 2) }
      if let tens = conjoined(start + 1, { (20...90).contains($0.cardinal) }) {
        return (value + Int(text.word(tens).cardinal), 1, tens + 1)
      }
      if value > 2, next.cardinal == 100 { return (value * 100, 100, start + 2) }
      if value > 2, next.cardinal == 1000 { return (value * 1000, 1000, start + 2) }
      return (value, 1, start + 1)
    case 10: return next.cardinal == 1000 ? (10_000, 1000, start + 2) : (10, 1, start + 1)
    case 20...90: return (value, 1, start + 1)
    case 100...900:
      return next.cardinal == 1000 ? (value * 1000, 1000, start + 2) : (value, 100, start + 1)
    case 1000...: return (value, 1000, start + 1)
    default: return nil
    }
  }

  /// The token that و joins, glued or apart, if it fits.
  func conjoined(_ token: Int, _ fits: (TemporalWord) -> Bool) -> Int? {
    if text.isBare(token, .and) { return fits(text.bare(token + 1)) ? token + 1 : nil }
    return text.hasConjunction(token) && fits(text.word(token)) ? token : nil
  }

  /// An ordinal with the article, 1 to 99: الخامس, الحادي عشر, الثالث والعشرين.
  func ordinal(_ start: Int) -> (value: Int, end: Int)? {
    let word = text.word(start)
    let value = Int(word.ordinal)
    guard value > 0 else { return nil }
    if value < 10 {
      if text.isBare(start + 1, .ten) { return (10 + value, start + 2) }
      if let tens = conjoined(start + 1, { $0.ordinal >= 20 }) {
        return (value + Int(text.word(tens).ordinal), tens + 1)
      }
      // «الحادي» alone is none; «الواحدة» is an hour.
      if word.has(.eleventh) { return nil }
    }
    return (value, start + 1)
  }
}
