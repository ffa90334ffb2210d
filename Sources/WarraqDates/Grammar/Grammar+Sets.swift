import WarraqText

/// Times that come again: «كل عام», «كل ثلاثاء», «18 ديسمبر من كل عام», «سنويًا».
extension TemporalGrammar {
  func setPhrase(_ start: Int) -> Phrase? {
    let word = text.word(start)
    if word.has(.every) { return every(start) }
    if let period = word.adverb {
      return set(period.unit.duration(period.count), start, start + 1)
    }
    if let part = dayPartHead(start), text.isBare(part.end, .every), let set = every(part.end) {
      // «مساء كل أحد», «صباح كل يوم»
      switch value(of: set) {
      case "P1D": return self.set("XXXX-XX-XX" + part.part.code, start, set.end)
      case let days where days.hasPrefix("XXXX-W"):
        return self.set(days + part.part.code, start, set.end)
      default: break
      }
    }
    return yearly(start)
  }

  private func value(of set: Phrase) -> String {
    if case .literal(let value) = set.told { return value }
    return ""
  }

  private func set(_ value: String, _ start: Int, _ end: Int) -> Phrase {
    Phrase(
      kind: .set, told: .literal(value), precision: .none, first: start, start: text.start(start),
      end: end, rule: .set)
  }

  /// «كل عام», «كل ثلاثة أشهر», «كل جمعة», «كل يوم أحد», «كل صيف», «كل سبتمبر».
  private func every(_ start: Int) -> Phrase? {
    let next = start + 1
    guard !text.hasClitics(next) else { return nil }
    let word = text.word(next)
    if word.unit == .day, word.form == .singular {
      let day = max(text.bare(next + 1).weekday, text.bare(next + 1).indefiniteWeekday)
      if day > 0 { return set("XXXX-WXX-\(day)", start, next + 2) }
    }
    if let quantity = quantity(next), !text.endsInTanwinAlef(next) || quantity.end > next + 1 {
      return set(quantity.value, start, quantity.end)
    }
    // «كل عقد» is each contract.
    if let unit = word.unit, word.form == .singular, unit != .decade, unit != .second {
      return set(unit.duration(1), start, next + 1)
    }
    if let season = word.season { return set("XXXX-\(season.rawValue)", start, next + 1) }
    // «كل أحد» is everybody.
    if word.weekday > 0 || (1...6).contains(word.indefiniteWeekday) {
      return set(
        "XXXX-WXX-\(max(word.weekday, word.indefiniteWeekday))", start, next + 1)
    }
    if let part = word.dayPart { return set("XXXX-XX-XX" + part.code, start, next + 1) }
    if let month = month(next), !month.isHijri {
      let number = month.number < 10 ? "0\(month.number)" : "\(month.number)"
      return set("XXXX-\(number)", start, month.end)
    }
    return nil
  }

  /// «18 ديسمبر من كل عام», «سبتمبر من كل سنة», «الخامس من كل شهر», «الجمعة من كل أسبوع».
  private func yearly(_ start: Int) -> Phrase? {
    func isEach(_ token: Int, _ unit: TimeUnit) -> Bool {
      (text.isBare(token, .from) || text.isKey(token, Self.inWord))
        && text.isBare(token + 1, .every)
        && text.bare(token + 2).unit == unit && text.bare(token + 2).form == .singular
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = dayNumber(start)
    if let day {
      if day.hasFrom, isEach(day.end - 1, .month) {
        return set("XXXX-XX-\(two(day.number))", start, day.end + 2)
      }
      if let month = month(day.end), !month.isHijri, isEach(month.end, .year) {
        return set("XXXX-\(two(month.number))-\(two(day.number))", start, month.end + 3)
      }
    }
    if let month = month(start), !month.isHijri, isEach(month.end, .year) {
      return set("XXXX-\(two(month.number))", start, month.end + 3)
    }
    if let season = text.word(start).season, isEach(start + 1, .year) {
      return set("XXXX-\(season.rawValue)", start, start + 4)
    }
    let hasHead = text.has(start, .dayHead)
    let weekday = text.word(hasHead ? start + 1 : start).weekday
    let end = hasHead ? start + 2 : start + 1
    guard weekday > 0, isEach(end, .week) else { return nil }
    return set("XXXX-WXX-\(weekday)", start, end + 3)
  }
}
