import WarraqText

/// Quantities of time: «ستة أشهر», «ساعة ونصف», «السنوات الخمس المقبلة».
extension TemporalGrammar {
  struct Quantity {
    /// As an ISO 8601 duration.
    var value: String
    /// The number and unit, where it is a whole number of one unit.
    var period: Period?
    var start: UTF8Offset
    var first: Int
    var end: Int
  }

  /// «ستة أشهر», «36 عامًا», «سنتين», «شهرًا واحدًا», «عام ونصف العام», «نصف قرن», «سنة وأربعة أشهر».
  func quantity(_ start: Int) -> Quantity? {
    guard var found = whole(start) ?? part(start) ?? oneAndMore(start) else { return nil }
    if let half = withHalf(found) { return half }
    // «سنتين وأربعة أشهر»
    if let period = found.period, let more = smaller(found.end, than: period.unit) {
      found.value = Self.joined(found.value, more.value)
      found.period = nil
      found.end = more.end
    }
    return found
  }

  private func smaller(_ token: Int, than unit: TimeUnit) -> Quantity? {
    guard text.hasConjunction(token) || text.isBare(token, .and) else { return nil }
    let first = text.isBare(token, .and) ? token + 1 : token
    guard let next = whole(first) ?? oneUnit(first), let period = next.period else { return nil }
    let isSmaller: Bool
    switch (unit, period.unit) {
    case (.year, .month), (.month, .day), (.month, .week), (.week, .day), (.day, .hour),
      (.hour, .minute), (.minute, .second), (.year, .day), (.decade, .year), (.century, .decade),
      (.century, .year):
      isSmaller = true
    default: isSmaller = false
    }
    return isSmaller ? next : nil
  }

  /// «أسبوع» in «شهر وأسبوع».
  private func oneUnit(_ token: Int) -> Quantity? {
    let word = text.word(token)
    guard let unit = word.unit, word.form == .singular, !isHeadOfMore(token + 1) else {
      return nil
    }
    return Quantity(
      value: unit.duration(1), period: Period(count: 1, unit: unit), start: text.start(token),
      first: token, end: token + 1)
  }

  /// Joins two durations: P1Y and P4M are P1Y4M.
  static func joined(_ first: String, _ second: String) -> String {
    if first.hasPrefix("PT"), second.hasPrefix("PT") { return first + second.dropFirst(2) }
    // Two numbers of years add up: «عقد وسنتان».
    if first.hasSuffix("Y"), second.hasSuffix("Y"), let one = Int(first.dropFirst().dropLast()),
      let other = Int(second.dropFirst().dropLast())
    {
      return "P\(one + other)Y"
    }
    return first + second.dropFirst()
  }

  private func withHalf(_ quantity: Quantity) -> Quantity? {
    guard let period = quantity.period, text.hasConjunction(quantity.end),
      text.has(quantity.end, .half), !text.has(quantity.end, .definitePart),
      let value = period.unit.durationAndHalf(period.count)
    else { return nil }
    let unit = text.bare(quantity.end + 1)
    let isNamed = unit.unit == period.unit && unit.form == .theSingular
    return Quantity(
      value: value, start: quantity.start, first: quantity.first,
      end: quantity.end + (isNamed ? 2 : 1))
  }

  /// «عام ونصف», «سنة وأربعة أشهر», «يوم وليلة» not: one unit that something is added to.
  private func oneAndMore(_ start: Int) -> Quantity? {
    let word = text.word(start)
    guard let unit = word.unit, word.form == .singular else { return nil }
    let one = Quantity(
      value: unit.duration(1), period: Period(count: 1, unit: unit), start: text.start(start),
      first: start, end: start + 1)
    if withHalf(one) != nil { return one }
    return smaller(start + 1, than: unit) != nil ? one : nil
  }

  /// «نصف ساعة», «ربع قرن», «نصف عام».
  private func part(_ start: Int) -> Quantity? {
    let word = text.word(start)
    guard !word.has(.definitePart), word.has([.half, .quarter]) else { return nil }
    let next = text.bare(start + 1)
    guard let unit = next.unit, next.form == .singular else { return nil }
    guard let value = word.has(.half) ? unit.durationAndHalf(0) : unit.quarter else { return nil }
    return Quantity(value: value, start: text.start(start), first: start, end: start + 2)
  }

  private func whole(_ start: Int) -> Quantity? {
    let word = text.word(start)
    func quantity(_ count: Int, _ unit: TimeUnit, _ end: Int) -> Quantity {
      Quantity(
        value: unit.duration(count), period: Period(count: count, unit: unit),
        start: text.start(start), first: start, end: end)
    }
    if let unit = word.unit {
      if word.form == .dual {
        // «مديرين عامين»: general ones.
        if unit == .year, text.isIndefiniteDual(start - 1) { return nil }
        if isOfOtherKind(unit, behind: start) { return nil }
        // «عامان» is two; «عامين اثنين» too.
        return quantity(2, unit, text.bare(start + 1).cardinal == 2 ? start + 2 : start + 1)
      }
      guard word.form == .singular, text.isBare(start + 1, .oneWord) else { return nil }
      return quantity(1, unit, start + 2)
    }
    var token = start
    if text.isBare(token, .articleAlone), text.isGlued(token + 1) { token += 1 }
    guard let number = cardinal(token), number.value < 100_000 else { return nil }
    let next = text.bare(number.end)
    guard let unit = next.unit else { return nil }
    // Three to ten have the plural behind them, others the singular; writers of digits err.
    let few = number.value % 100
    let isFew = (3...10).contains(few)
    let fits =
      next.form == (isFew ? .plural : .singular) || number.isDigits && next.form == .plural
      || number.isDigits && isFew && next.form == .singular
    guard fits, number.value > 2 || number.isDigits else { return nil }
    // «عام 2011 عامًا» and «2011 عام»: four digits before a bare year are no count.
    if number.digits == 4, number.value >= 1500, unit == .year { return nil }
    // «قال 5 ثانية», «ثلاثة عقود توريد» are something else.
    if isOfOtherKind(unit, behind: number.end) { return nil }
    // «33 درجة و47 دقيقة»
    if unit == .minute || unit == .second,
      text.isKey(start - 1, Self.degrees) || text.isKey(start - 2, Self.degrees)
    {
      return nil
    }
    return quantity(number.value, unit, number.end + 1)
  }

  /// «ثلاثة عقود توريد», «ألف ساعة يد»: contracts and watches.
  private func isOfOtherKind(_ unit: TimeUnit, behind token: Int) -> Bool {
    switch unit {
    case .decade: text.isKey(token + 1, Self.contracts)
    case .hour: text.isKey(token + 1, Self.watches)
    default: false
    }
  }

  func duration(_ quantity: Quantity) -> Phrase {
    Phrase(
      kind: .duration, told: .literal(quantity.value), precision: .none, first: quantity.first,
      start: quantity.start, end: quantity.end, rule: .duration)
  }

  func durationPhrase(_ start: Int) -> Phrase? {
    if let quantity = quantity(start) {
      // «18 شهرًا الماضية», «سبعة أيام المقبلة»
      var phrase = duration(quantity)
      if isBounded(phrase.end) != nil { phrase.end += 1 }
      return phrase
    }
    return definiteQuantity(start) ?? countedDefinite(start) ?? single(start)
  }

  private func isBounded(_ token: Int) -> TemporalWord.Deictic? {
    guard let deictic = text.bare(token).deictic, deictic != .same else { return nil }
    return deictic
  }

  /// «شهرًا», «قرنًا» in the accusative, «شهر» behind «لمدة»: how long something lasts.
  private func single(_ start: Int) -> Phrase? {
    let word = text.word(start)
    guard let unit = word.unit, word.form == .singular else { return nil }
    let one = Quantity(
      value: unit.duration(1), period: Period(count: 1, unit: unit), start: text.start(start),
      first: start, end: start + 1)
    // «يومًا» is "ever", «عامًا» "general", «عقدًا» a contract.
    if [.week, .month, .century].contains(unit), text.endsInTanwinAlef(start),
      !text.isNumber(start - 1), cardinalWord(start - 1) == false
    {
      return duration(one)
    }
    let isGoverned =
      text.isBare(start - 1, .lasting) || text.has(start - 1, .lasting)
      || bound(before: start) != nil
    guard isGoverned, !text.hasClitics(start), !isHeadOfMore(start + 1) else { return nil }
    if text.endsInTanwinAlef(start), unit == .year || unit == .decade { return nil }
    return duration(one)
  }

  private func cardinalWord(_ token: Int) -> Bool {
    let word = text.word(token)
    return word.cardinal > 0 || word.definiteCardinal > 0 || text.isKey(token, Self.largeNumbers)
  }

  /// The bound that ends right before a token: «نحو», «أكثر من».
  func bound(before token: Int) -> Timex.Modifier? {
    if text.has(token - 1, .approximately) { return .approximately }
    if text.isBare(token - 1, .from) || text.isKey(token - 1, Self.onWord) {
      if text.has(token - 2, .more) { return .moreThan }
      if text.has(token - 2, .less), text.isBare(token - 1, .from) { return .lessThan }
      if text.isKey(token - 2, Self.nears) { return .approximately }
      if text.isKey(token - 2, Self.notLess) {
        return text.isKey(token - 3, Self.notWord) ? .moreThan : nil
      }
    }
    if text.isKey(token - 1, Self.nears) { return .approximately }
    return nil
  }

  /// «السنوات الخمس المقبلة», «السنوات الـ10 الماضية», «العقدين الماضيين», «الأشهر الثمانية عشر الماضية».
  private func definiteQuantity(_ start: Int) -> Phrase? {
    let word = text.word(start)
    guard let unit = word.unit else { return nil }
    func phrase(_ count: Int, _ end: Int) -> Phrase {
      duration(
        Quantity(
          value: unit.duration(count), start: text.start(start), first: start, end: end))
    }
    if word.form == .theDual {
      guard text.bare(start + 1).isDualDeictic else { return nil }
      return phrase(2, start + 2)
    }
    guard word.form == .thePlural else { return nil }
    var token = start + 1
    let count: Int
    if text.isBare(token, .articleAlone), text.isGlued(token + 1) { token += 1 }
    if let digits = text.number(token), digits.value > 2, digits.digits < 4 {
      count = digits.value
      token += 1
    } else if let number = definiteCardinal(token) {
      count = number.value
      token = number.end
    } else {
      return nil
    }
    if isBounded(token) != nil { return phrase(count, token + 1) }
    // «السنوات 10»: digits need a bound.
    guard !text.isNumber(token - 1) else { return nil }
    return phrase(count, token)
  }

  /// الخمس, الخمس عشرة, الخمسة والعشرين.
  private func definiteCardinal(_ start: Int) -> (value: Int, end: Int)? {
    let value = Int(text.word(start).definiteCardinal)
    guard value > 0 else { return nil }
    if value < 10 {
      if text.isBare(start + 1, .ten) { return (value + 10, start + 2) }
      if let tens = conjoined(start + 1, { $0.definiteCardinal >= 20 }) {
        return (value + Int(text.word(tens).definiteCardinal), tens + 1)
      }
    }
    return (value, start + 1)
  }

  /// «الأربعين سنة الماضية», «الثلاثة أشهر المقبلة», «الـ48 ساعة الماضية».
  private func countedDefinite(_ start: Int) -> Phrase? {
    let count: Int
    let token: Int
    if text.isBare(start, .articleAlone), text.isGlued(start + 1),
      let digits = text.number(start + 1)
    {
      (count, token) = (digits.value, start + 2)
    } else if let number = definiteCardinal(start) {
      (count, token) = (number.value, number.end)
    } else {
      return nil
    }
    let word = text.bare(token)
    guard let unit = word.unit, word.form == .singular || word.form == .plural,
      isBounded(token + 1) != nil
    else { return nil }
    return duration(
      Quantity(
        value: unit.duration(count), start: text.start(start), first: start, end: token + 2))
  }
}
