import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

/// Lines that tell when the article was published.
extension Page {
  /// The date of a line that holds nothing but a date, its label and a time of day.
  func publicationDate(_ line: Int) -> Timex? {
    let shape = lines[line]
    guard shape.words <= 14, !shape.timexes.isEmpty, !isCrawlerPrefix(line) else { return nil }
    guard let date = fullDate(shape) ?? dateBesideYear(shape) else { return nil }
    for token in placeEnd(of: shape)..<shape.tokens.upperBound {
      if isInTimex(token, shape) { continue }
      switch text.tokens.kind(at: token) {
      case .punctuation, .symbol, .number: continue
      default: break
      }
      let key = text.tokens.folded(at: token)
      guard
        LineWords.publication.contains(key) || LineWords.numberedLabels.contains(key)
          || Self.weekdays.contains(key)
      else { return nil }
    }
    return date
  }

  /// «2019 الأربعاء 17 أبريل»: a day whose year stands before it.
  private func dateBesideYear(_ shape: LineShape) -> Timex? {
    guard shape.timexes.count == 1, let index = shape.timexes.first else { return nil }
    var date = timexes[index]
    guard date.value.hasPrefix("XXXX-"), date.value.utf8.count == 10 else { return nil }
    let start = text.tokens.firstIndex(atOrAfter: date.range.lowerBound)
    guard start > shape.tokens.lowerBound, text.tokens.kind(at: start - 1) == .number,
      let year = Int(text.tokens.key(at: start - 1)), (1990...2100).contains(year)
    else { return nil }
    date.value = "\(year)" + date.value.dropFirst(4)
    date.range = text.tokens.range(at: start - 1).lowerBound..<date.range.upperBound
    return ReferenceDate(date.value) == nil ? nil : date
  }

  /// The date of a label: «أوراق سياسات – العدد 14 – 11 مايو 2020», «تقييم حالة – 8 أيلول 2021».
  func dateOfLabel(_ line: Int) -> Timex? {
    let shape = lines[line]
    guard shape.words <= 16, !shape.timexes.isEmpty, !shape.endsWithStop,
      let date = fullDate(shape),
      let timex = shape.timexes.last, timexes[timex].range.upperBound >= lastWordEnd(shape)
    else { return nil }
    // Behind the label a mark, and nothing but marks and numbers before the date.
    let before =
      text.tokens.firstIndex(atOrAfter: timexes[shape.timexes.lowerBound].range.lowerBound) - 1
    guard before > shape.tokens.lowerBound,
      [0x2013, 0x2D, 0x2014, 0x7C, 0x28, 0x3A, 0x060C, 0x2F].contains(text.firstScalar(of: before))
    else { return nil }
    return isSeries(line) ? date : nil
  }

  private func lastWordEnd(_ shape: LineShape) -> UTF8Offset {
    let last = shape.tokens.last {
      text.tokens.kind(at: $0) != .punctuation && text.tokens.kind(at: $0) != .symbol
    }
    return last.map { text.tokens.range(at: $0).upperBound } ?? shape.range.lowerBound
  }

  /// «بيروت، 19 آذار/مارس 2019 - …»: a place, a date and a dash begin a report.
  func dateline(_ line: Int) -> Timex? {
    let shape = lines[line]
    guard let index = shape.timexes.first else { return nil }
    let timex = timexes[index]
    let first = text.tokens.firstIndex(atOrAfter: timex.range.lowerBound)
    let end = text.tokens.firstIndex(atOrAfter: timex.range.upperBound)
    guard first - shape.tokens.lowerBound <= 5, end < shape.tokens.upperBound else { return nil }
    var mark = end
    if text.firstScalar(of: mark) == 0x29 { mark += 1 }
    guard mark < shape.tokens.upperBound,
      [0x2D, 0x2013, 0x2014, 0x3A].contains(text.firstScalar(of: mark))
    else { return nil }
    if first > shape.tokens.lowerBound {
      // Between place and date stands a mark: «في 5 مايو 2020 -» is no dateline.
      guard
        [0x060C, 0x2C, 0x2D, 0x2013, 0x28, 0x2F].contains(text.firstScalar(of: first - 1))
      else { return nil }
    }
    return published(timex)
  }

  /// «تُكتب هذه السطور في السابع من نيسان 2020», «صباح اليوم الاثنين 20/11/2023»: the first paragraph
  /// tells the day on which it is written.
  func dayOfWriting(_ line: Int) -> Timex? {
    for timex in timexes[lines[line].timexes].prefix(3) {
      guard let date = published(timex), date.value.utf8.count == 10 else { continue }
      let first = text.tokens.firstIndex(atOrAfter: timex.range.lowerBound)
      let end = text.tokens.firstIndex(atOrAfter: timex.range.upperBound)
      let start = lines[line].tokens.lowerBound
      if (max(start, first - 2)..<first).contains(where: {
        text.tokens.isKey(at: $0, in: LineWords.lines)
      }) {
        return date
      }
      if (max(start, first - 1)..<min(end, first + 2)).contains(where: {
        text.tokens.isKey(at: $0, in: LineWords.today)
      }) {
        return date
      }
    }
    return nil
  }

  /// The first date of day, month and year, or month and year; of two calendars the Gregorian is the
  /// one given as such.
  private func fullDate(_ shape: LineShape) -> Timex? {
    let dates = timexes[shape.timexes].compactMap(published)
    return dates.first { $0.hijri == nil && $0.value.utf8.count == 10 }
      ?? dates.first { $0.hijri == nil } ?? dates.first
  }

  /// An expression as a day of publication, its time of day left out.
  private func published(_ timex: Timex) -> Timex? {
    guard timex.kind == .date || timex.kind == .time, !timex.value.hasPrefix("X"),
      !timex.value.hasPrefix("T"), timex.anchor == .text, timex.modifier == nil
    else { return nil }
    var date = timex
    if timex.kind == .time {
      guard timex.value.utf8.count > 10 else { return nil }
      date.value = String(timex.value.prefix(10))
      date.kind = .date
    }
    guard date.value.utf8.count >= 7 || date.hijri != nil, date.value.utf8.count <= 10,
      !date.value.contains("/"),
      date.value.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
    else { return nil }
    return date
  }

  private func isInTimex(_ token: Int, _ shape: LineShape) -> Bool {
    let range = text.tokens.range(at: token)
    return timexes[shape.timexes].contains { $0.range.overlaps(range) }
  }

  /// `date 2024-01-01` at the very top: the day a crawler came by.
  func isCrawlerPrefix(_ line: Int) -> Bool {
    let shape = lines[line]
    return line < 3 && shape.tokens.count <= 8
      && text.tokens.kind(at: shape.tokens.lowerBound) == .otherWord
      && text.tokens.folded(at: shape.tokens.lowerBound) == "date"
  }

  /// The token behind a place that stands before a date: «بيروت، 9 تشرين الأول 2025».
  private func placeEnd(of shape: LineShape) -> Int {
    let first = shape.tokens.lowerBound
    if LineWords.numberedLabels.contains(text.tokens.folded(at: first)) { return first }
    // «الجزائر في 22 جويلية 2018» and nothing more.
    if shape.words <= 7, let timex = shape.timexes.first,
      timexes[timex].range.upperBound >= lastWordEnd(shape)
    {
      let date = text.tokens.firstIndex(atOrAfter: timexes[timex].range.lowerBound)
      if (first + 2...first + 3).contains(date), text.tokens.isKey(at: date - 1, in: Self.inWord),
        !LineWords.captionBeginnings.contains(text.tokens.folded(at: first))
      {
        return date
      }
    }
    for comma in first + 1..<min(first + 3, shape.tokens.upperBound) {
      guard text.tokens.kind(at: comma - 1) == .arabicWord else { break }
      if [0x060C, 0x2C].contains(text.firstScalar(of: comma)) { return comma + 1 }
    }
    return first
  }

  private static let inWord: KeySet = ["في"]
  private static let weekdays: Set<FoldedText> = [
    "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت",
  ]

  /// A date in one of the last lines of the page.
  mutating func readDateAtEnd(below head: Int) {
    var seen = 0
    for line in lines.indices.reversed() where line >= head {
      if isInterface(line) || kinds[line] == .interface || kinds[line] == .byline { continue }
      seen += 1
      if lines[line].words <= 8, let date = publicationDate(line) {
        published = date
        kinds[line] = .date
        return
      }
      if seen == 2 { return }
    }
  }
}
