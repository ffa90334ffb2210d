import WarraqText

/// Times of the clock and parts of the day, alone and with their day.
extension TemporalGrammar {
  /// A time of the clock, and what shows that it is one.
  struct ClockTime {
    var hour: Int
    var minute = 0
    var second: Int?
    var zone = ""
    var start: UTF8Offset
    var end: Int
    var hasHead = false
    /// Whether a word gives the half of the day.
    var dayPart: DayPart?
    var hasMinutes = false

    /// Whether it is an hour by itself.
    var isCertain: Bool { hasHead || dayPart != nil }

    var code: String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let seconds = second.map { ":" + two($0) } ?? ""
      return "T\(two(hour)):\(two(minute))\(seconds)\(zone)"
    }

    mutating func take(_ part: DayPart) {
      guard dayPart == nil else { return }
      dayPart = part
      if hour <= 12 { hour = part.hour(hour) }
    }
  }

  // MARK: The clock

  /// «الساعة الثامنة مساءً», «10:30 صباحًا», «الثامنة والنصف», «منتصف الليل».
  func clockTime(_ start: Int) -> ClockTime? {
    if let midnight = midnight(start) { return midnight }
    let hasHead = text.has(start, .clockHead)
    var token = hasHead ? start + 1 : start
    if hasHead, text.hasClitics(token) { return nil }
    if text.isBare(token, .articleAlone), text.isGlued(token + 1) { token += 1 }
    var found = ClockTime(hour: 0, start: text.start(start), end: token, hasHead: hasHead)
    if let digits = text.number(token) {
      guard digits.digits <= 2, digits.value <= 24 else { return nil }
      found.hour = digits.value
      token += 1
      if text.mark(token) == 0x3A, let minutes = text.number(token + 1), minutes.digits == 2,
        minutes.value < 60
      {
        found.minute = minutes.value
        found.hasMinutes = true
        token += 2
        if text.mark(token) == 0x3A, let seconds = text.number(token + 1), seconds.digits == 2,
          seconds.value < 60
        {
          found.second = seconds.value
          token += 2
        }
        // «1:2:3:4» is no time.
        if text.mark(token) == 0x3A, text.isNumber(token + 1) { return nil }
      }
    } else if let hour = hourInWords(token) {
      found.hour = hour.value
      token = hour.end
    } else {
      return nil
    }
    if let fraction = fraction(token) {
      found.minute += fraction.minutes
      found.hasMinutes = true
      token = fraction.end
    }
    if let part = adverbialPart(token, of: found) {
      found.take(part.part)
      token = part.end
    }
    guard found.hour < 24 || found.hour == 24 && found.minute == 0 else { return nil }
    if found.minute < 0 {
      found.minute += 60
      found.hour = (found.hour + 23) % 24
    }
    if let zone = zone(token) {
      found.zone = zone.code
      token = zone.end
    }
    found.end = token
    return found
  }

  /// «منتصف الليل», «منتصف النهار».
  private func midnight(_ start: Int) -> ClockTime? {
    guard text.word(start).position == .mid else { return nil }
    let hour: Int
    if text.bare(start + 1).definiteDayPart == .night {
      hour = 0
    } else if text.isKey(start + 1, Self.theDaytime) {
      hour = 12
    } else {
      return nil
    }
    var time = ClockTime(
      hour: hour, start: text.start(start), end: start + 2, hasHead: true)
    time.dayPart = hour == 0 ? .night : .midday
    return time
  }

  /// الواحدة to الثانية عشرة.
  private func hourInWords(_ token: Int) -> (value: Int, end: Int)? {
    let word = text.word(token)
    if text.isBare(token + 1, .ten), word.ordinal == 1 || word.ordinal == 2 {
      return (10 + Int(word.ordinal), token + 2)
    }
    // The hour is feminine: «الثامنة», never «الثامن».
    guard (1...10).contains(word.ordinal), text.endsInTehMarbuta(token), !word.has(.eleventh)
    else { return nil }
    return (Int(word.ordinal), token + 1)
  }

  /// «والنصف», «والربع», «إلا ربعًا», «وعشر دقائق», «وخمسًا وأربعين دقيقة».
  private func fraction(_ token: Int) -> (minutes: Int, end: Int)? {
    if text.isBare(token, .except) {
      let word = text.word(token + 1)
      if word.has(.quarter) { return (-15, token + 2) }
      if word.has(.third) { return (-20, token + 2) }
      guard let minutes = quantity(token + 1), case .minute? = minutes.period?.unit,
        let count = minutes.period?.count, count < 30
      else { return nil }
      return (-count, minutes.end)
    }
    guard text.hasConjunction(token) else { return nil }
    let word = text.word(token)
    if word.has(.half) { return (30, token + 1) }
    if word.has(.quarter) { return (15, token + 1) }
    if word.has(.third) { return (20, token + 1) }
    guard let minutes = quantity(token), case .minute? = minutes.period?.unit,
      let count = minutes.period?.count, count < 60
    else { return nil }
    return (count, minutes.end)
  }

  /// «صباحًا», «مساءً», «بعد الظهر», «بعد منتصف الليل», «ص», PM behind an hour.
  private func adverbialPart(
    _ token: Int, of time: ClockTime
  ) -> (part: DayPart, end: Int)? {
    let word = text.bare(token)
    if let part = word.adverbialDayPart { return (part, token + 1) }
    if word.has(.after) || word.has(.before) {
      let isAfter = word.has(.after)
      if text.bare(token + 1).definiteDayPart == .midday {
        return (isAfter ? .afternoon : .morning, token + 2)
      }
      if isAfter, text.bare(token + 1).position == .mid,
        text.bare(token + 2).definiteDayPart == .night
      {
        return (.dawn, token + 3)
      }
    }
    // «05:10 م», «8:19 ص», «05:10 PM».
    guard time.hasMinutes || time.hasHead else { return nil }
    if time.hasMinutes, text.isKey(token, Self.mim) { return (.afternoon, token + 1) }
    if time.hasMinutes, word.has(.am) { return (.morning, token + 1) }
    if text.isLatin(token, "pm") { return (.afternoon, token + 1) }
    return text.isLatin(token, "am") ? (.morning, token + 1) : nil
  }

  /// «بتوقيت غرينتش»; a zone that the text does not name is none.
  private func zone(_ start: Int) -> (code: String, end: Int)? {
    var token = start
    let isOpen = text.mark(token) == 0x28
    if isOpen { token += 1 }
    let found: (code: String, end: Int)?
    if text.isLatin(token, "gmt") || text.isLatin(token, "utc") {
      found = ("Z", token + 1)
    } else if text.has(token, .zoneHead) {
      found = namedZone(token + 1)
    } else {
      found = nil
    }
    guard let found else { return nil }
    guard isOpen else { return found }
    return text.mark(found.end) == 0x29 ? (found.code, found.end + 1) : nil
  }

  private func namedZone(_ token: Int) -> (code: String, end: Int)? {
    if text.isKey(token, Self.greenwich) { return ("Z", token + 1) }
    if text.isKey(token, Self.mecca) {
      return ("+03:00", text.isKey(token + 1, Self.honoured) ? token + 2 : token + 1)
    }
    for (offset, cities) in Self.zones where text.isKey(token, cities) {
      return (offset, token + 1)
    }
    // Where clocks change in summer the name stays, without an offset.
    return text.isKey(token, Self.changingZones) ? ("", token + 1) : nil
  }

  // MARK: With a day

  /// A time of the clock alone or with its day behind it: «الثامنة من مساء الأحد», «الساعة 8 مساءً يوم الأحد».
  func clockPhrase(_ start: Int) -> Phrase? {
    guard var time = clockTime(start) else { return nil }
    func phrase(_ told: Told, _ end: Int, _ precision: Phrase.Precision) -> Phrase {
      var phrase = Phrase(
        kind: .time, told: told, precision: precision, first: start, start: time.start, end: end,
        rule: .clock)
      if !time.isCertain { phrase.weakness = .bareHour }
      return phrase
    }
    var token = time.end
    // «الثامنة من مساء الأحد», «الثامنة صباح الأحد»
    let partToken = text.isBare(token, .from) ? token + 1 : token
    if time.dayPart == nil, !text.hasClitics(partToken), let part = dayPartHead(partToken),
      let day = dayPhrase(part.end), isWholeDay(day), !text.hasClitics(part.end)
    {
      time.take(part.part)
      return phrase(.timeOfDay(day.told, time.code), day.end, .clock)
    }
    if time.isCertain {
      if text.isComma(token) { token += 1 }
      let isFrom = text.isBare(token, .from)
      if isFrom { token += 1 }
      if !text.hasClitics(token), let day = dayPhrase(token) ?? today(token), isWholeDay(day),
        day.weakness != .bareWeekday || isFrom || token == time.end
          || text.word(token).has(.dayHead)
      {
        return phrase(.timeOfDay(day.told, time.code), day.end, .clock)
      }
    }
    return phrase(.literal(time.code), time.end, .clock)
  }

  /// Whether a day's phrase is told well enough to carry a time of day.
  func isWholeDay(_ day: Phrase) -> Bool {
    day.precision == .day && day.weakness != .bareDay && day.kind == .date
  }

  /// «اليوم» behind a time of day.
  func today(_ token: Int) -> Phrase? {
    guard text.isKey(token, Self.todayWord) else { return nil }
    return Phrase(
      told: .shift(.day, by: 0), precision: .day, first: token, start: text.start(token),
      end: token + 1, rule: .namedDay)
  }

  /// A day with the time of day that stands behind it: «5 مايو 2019 الساعة 8 مساءً», «الأحد صباحًا».
  func dayWithTime(_ day: Phrase) -> Phrase {
    guard isWholeDay(day) else { return day }
    var day = day
    var part: DayPart?
    if day.weakness != .bareWeekday || text.bare(day.end).adverbialDayPart != .evening
      || text.endsInTanwin(day.end)
    {
      part = text.bare(day.end).adverbialDayPart
    }
    if let part {
      // «مساء 5 مايو» begins another expression; «الأحد مساءً» ends this one.
      let isHead = part != .night && dayPhrase(day.end + 1) != nil && !text.endsInTanwin(day.end)
      if !isHead {
        day.told = .timeOfDay(day.told, part.code)
        day.kind = .time
        day.precision = .timeOfDay
        day.end += 1
        day.rule = .partOfDay
        day.weakness = .none
      }
    }
    return day.withClock(clockBehind(day))
  }

  private func clockBehind(_ day: Phrase) -> ClockTime? {
    var token = day.end
    var isJoined = false
    if text.isComma(token) || text.isDash(token) {
      token += 1
      isJoined = true
    }
    if text.isKey(token, Self.inWord) || text.isKey(token, Self.onWord) { token += 1 }
    while text.isBare(token, .atHour) { token += 1 }
    guard !text.hasClitics(token) || text.has(token, .clockHead), let time = clockTime(token) else {
      return nil
    }
    let isDigits = text.isNumber(token)
    if time.hasHead || time.dayPart != nil { return time }
    // «2021-03-03 05:10», «5 مايو 2019 - 10:30»
    let isFull = text.isNumber(day.end - 1)
    return isDigits && time.hasMinutes && isFull && (isJoined || token == day.end) ? time : nil
  }

  // MARK: Parts of the day

  /// صباح, فجر, «بعد ظهر», «منتصف ليل» before a day.
  func dayPartHead(_ token: Int) -> (part: DayPart, end: Int)? {
    let word = text.word(token)
    if let part = word.dayPart { return (part, token + 1) }
    guard text.bare(token + 1).dayPart == .midday else { return nil }
    if word.has(.after) { return (.afternoon, token + 2) }
    return word.has(.before) ? (.morning, token + 2) : nil
  }

  /// «مساء الثلاثاء 19 نونبر 2024», «فجر أمس», «صباح اليوم», «ليلة 12 مارس», «هذا المساء», «الليلة الماضية».
  func partOfDayPhrase(_ start: Int) -> Phrase? {
    func phrase(_ day: Told, _ part: DayPart, _ end: Int) -> Phrase {
      Phrase(
        kind: .time, told: .timeOfDay(day, part.code), precision: .timeOfDay, first: start,
        start: text.start(start), end: end, rule: .partOfDay)
    }
    let word = text.word(start)
    if word.has(.tonight) {
      // «الليلة الأخيرة», «تلك الليلة», «في الليلة» are other nights.
      guard direction(start + 1) != nil || !text.hasArticle(start + 1),
        text.word(start - 1).has(.demonstrative) == false, !text.isKey(start - 1, Self.inWord)
      else { return nil }
      if let found = direction(start + 1), found.direction != .current {
        return phrase(
          .shift(.day, by: found.direction == .past ? -1 : 1), .night, found.end)
      }
      return phrase(.shift(.day, by: 0), .night, start + 1)
    }
    // «هذا العصر» is this age.
    if text.isKey(start, Self.thisWord), let part = text.bare(start + 1).definiteDayPart,
      part != .afternoon
    {
      return phrase(.shift(.day, by: 0), part, start + 2)
    }
    // «منتصف ليل السبت»
    if word.position == .mid, text.bare(start + 1).dayPart == .night,
      var night = partOfDayPhrase(start + 1)
    {
      night = night.begun(at: start, text.start(start))
      night.modifier = .mid
      return night
    }
    guard let head = dayPartHead(start), !text.hasClitics(head.end) else { return nil }
    guard let day = dayPhrase(head.end) ?? today(head.end), isWholeDay(day) else { return nil }
    // «ليل الأحد» and «مساء يوم الأحد» are days enough.
    var found = phrase(day.told, head.part, day.end)
    if let time = clockBehind(day) { found = found.withClock(time, part: head.part) }
    return found
  }
}

extension Phrase {
  /// A day, or a part of it, with the time of the clock behind it.
  fileprivate func withClock(
    _ time: TemporalGrammar.ClockTime?, part: DayPart? = nil
  ) -> Phrase {
    guard var time else { return self }
    var day = told
    if case .timeOfDay(let inner, let code) = told {
      day = inner
      if let part = part ?? DayPart(rawValue: code) { time.take(part) }
    }
    var phrase = self
    phrase.kind = .time
    phrase.told = .timeOfDay(day, time.code)
    phrase.precision = .clock
    phrase.end = time.end
    phrase.rule = .clock
    phrase.weakness = .none
    return phrase
  }
}
