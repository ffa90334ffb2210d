import Foundation
import Testing
import WarraqICU
import WarraqTestSupport

/// Values of the golden files held against calendars that the extractor does not use.
@Suite("Dates, values of the golden files")
struct GoldenValueTests {
  private static let files = ["dates.txt", "times.txt", "times-second.txt", "times-unseen.txt"]
  private static let weekdays = [
    "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت",
  ]
  private static let hijriMonths: [(name: String, number: Int)] = [
    ("محرم", 1), ("صفر", 2), ("ربيع الأول", 3), ("ربيع الآخر", 4), ("ربيع الثاني", 4),
    ("جمادى الأولى", 5), ("جمادى الآخرة", 6), ("جمادى الثانية", 6), ("رجب", 7), ("شعبان", 8),
    ("رمضان", 9), ("شوال", 10), ("ذو القعدة", 11), ("ذي القعدة", 11), ("ذو الحجة", 12),
    ("ذي الحجة", 12),
  ]

  private struct Mark {
    var value: String
    var text: String
  }

  private func marks(_ line: String) -> [Mark] {
    line.split(separator: "[").dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: "]"), let space = part.firstIndex(of: " ") else {
        return nil
      }
      let label = part[..<space].split(separator: "~")[0]
      return Mark(value: String(label), text: String(part[part.index(after: space)..<end]))
    }
  }

  /// The text with digits of all systems as ASCII, its marks and tatweel left out.
  private func plain(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0660...0x0669: output += String(scalar.value - 0x0660)
      case 0x06F0...0x06F9: output += String(scalar.value - 0x06F0)
      case 0x064B...0x0652, 0x0640: break
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  private var gregorian: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }

  private func day(_ value: String) -> DateComponents? {
    let fields = value.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard value.utf8.count >= 10, fields.count == 3, fields[0] > 1600 else { return nil }
    return DateComponents(year: fields[0], month: fields[1], day: fields[2])
  }

  @Test("Days exist, and weekdays before them are theirs", arguments: files)
  func weekdays(file: String) throws {
    var checked = 0
    for golden in try GoldenFile(file).cases {
      for mark in marks(golden.expected) {
        guard !mark.value.contains("/"), let parts = day(mark.value) else { continue }
        #expect(parts.isValidDate(in: gregorian), "\(file):\(golden.line): \(mark.value)")
        let date = try #require(gregorian.date(from: parts))
        let text = plain(mark.text).replacing("الإثنين", with: "الاثنين")
        guard
          let stated = Self.weekdays.firstIndex(where: { name in
            text.split(whereSeparator: { " ،,".contains($0) }).contains(Substring(name))
          })
        else { continue }
        checked += 1
        #expect(
          gregorian.component(.weekday, from: date) == stated + 1,
          "\(file):\(golden.line): \(mark.text) is \(mark.value)")
      }
    }
    #expect(checked > 3)
  }

  @Test("Hijri days are those of ICU", arguments: files)
  func hijri(file: String) throws {
    var checked = 0
    for golden in try GoldenFile(file).cases {
      for mark in marks(golden.expected) {
        guard let parts = hijriParts(plain(mark.text)), day(mark.value) != nil else { continue }
        let expected = try HijriCalendar.gregorian(
          year: parts.year, month: parts.month, day: parts.day)
        let found = try #require(day(mark.value))
        checked += 1
        #expect(
          (found.year, found.month, found.day)
            == (expected.year, expected.month, expected.day),
          "\(file):\(golden.line): \(mark.text)")
      }
    }
    #expect(checked > (file == "times.txt" ? -1 : 2))
  }

  /// Day, month and year of «12 رمضان 1445هـ».
  private func hijriParts(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    guard numbers.count == 2, (1...30).contains(numbers[0]), (1300...1600).contains(numbers[1]),
      let month = Self.hijriMonths.first(where: { text.contains(" " + $0.name + " ") })
    else { return nil }
    return (numbers[1], month.number, numbers[0])
  }
}
