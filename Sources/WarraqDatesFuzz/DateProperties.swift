package import WarraqText
import WarraqAnalysis
import WarraqDates

/// What holds for the expressions found in any text.
package struct DateProperties: Sendable {
  private let references = ["2024-05-15", "2016-02-29", "0001-01-01", "9999-12-31"]
    .compactMap { ReferenceDate($0) }

  package init() {}

  /// What is broken by a text, or `nil`.
  package func broken(by source: SourceText) -> String? {
    let text = AnalyzedText(source)
    let found = DateExtractor().annotate(text)
    if DateExtractor().annotate(text) != found { return "another run finds other expressions" }
    if let problem = ranges(found, text) { return problem }
    for reference in [nil] + references.map(Optional.some) {
      let resolved = DateResolver.resolve(found, reference: reference)
      for timex in resolved {
        guard isValue(timex) else {
          return "«\(source[timex.range])» has the value \(timex.kind.rawValue) \(timex.value)"
        }
        if let hijri = timex.hijri, hijri.isEmpty { return "an empty Hijri value" }
      }
      for diagnostic in DateConsistency.diagnostics(of: resolved, in: text)
      where !DateConsistency.codes.contains(diagnostic.code) {
        return "an unknown diagnostic, \(diagnostic.code)"
      }
    }
    return nil
  }

  /// Ranges stand in order, do not overlap, hold text, stay in one line and cut no scalar.
  private func ranges(_ timexes: [Timex], _ text: AnalyzedText) -> String? {
    let bytes = text.text.utf8
    var end = 0
    for timex in timexes {
      let range = timex.range.utf8
      guard range.lowerBound >= end, !range.isEmpty, range.upperBound <= bytes.count else {
        return "the range \(range) behind \(end)"
      }
      for place in [range.lowerBound, range.upperBound] where place < bytes.count {
        if bytes[place] & 0xC0 == 0x80 { return "the range \(range) cuts a scalar" }
      }
      if bytes[range].contains(0x0A) { return "the range \(range) goes over a line's end" }
      end = range.upperBound
    }
    return nil
  }

  /// Whether a value has one of the forms of the contract.
  private func isValue(_ timex: Timex) -> Bool {
    let value = Array(timex.value.utf8)
    switch timex.kind {
    case .duration: return value.count >= 3 && value[0] == 0x50 && isDuration(value[1...])
    case .set:
      return value.first == 0x50 ? isDuration(value[1...]) : value.starts(with: Array("XXXX-".utf8))
    case .interval:
      let ends = timex.value.split(separator: "/", omittingEmptySubsequences: false)
      return ends.count == 2 && ends.allSatisfy { isPoint(String($0)) }
    case .date:
      let ends = timex.value.split(separator: "/", omittingEmptySubsequences: false)
      // A Hijri month, year or century is an interval of Gregorian time.
      if ends.count == 2 { return timex.hijri != nil && ends.allSatisfy { isPoint(String($0)) } }
      return ends.count == 1 && isPoint(timex.value) && !timex.value.contains("T")
    case .time: return timex.value.contains("T") && isPoint(timex.value)
    }
  }

  private func isDuration(_ fields: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var hasField = false
    for byte in fields {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x54:
        if digits > 0 { return false }
      case _ where "YMWDHS".utf8.contains(byte):
        if digits == 0 { return false }
        (digits, hasField) = (0, true)
      default: return false
      }
    }
    return digits == 0 && hasField
  }

  private static let fieldForms: [(head: String, digits: Int)] = [
    ("W", 2), ("Q", 1), ("H", 1), ("", 2),
  ]

  /// A day, month, week, part of a year, year, decade or century, a time of day behind or alone.
  private func isPoint(_ point: String) -> Bool {
    var text = point[...]
    var time: Substring?
    if let split = text.firstIndex(of: "T") {
      time = text[text.index(after: split)...]
      text = text[..<split]
    }
    if let time, !isTime(String(time)) { return false }
    if text.isEmpty { return time != nil }
    if text.first == "-" { text = text.dropFirst() }
    let year = text.prefix(4).utf8
    guard year.count == 4, year.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x58 }) else {
      return false
    }
    let rest = text.dropFirst(4)
    if rest.isEmpty { return true }
    let fields = rest.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
    guard rest.first == "-", fields.count <= 2 else { return false }
    if fields.count == 1, ["SP", "SU", "FA", "WI"].contains(String(fields[0])) { return true }
    return fields.allSatisfy { field in
      Self.fieldForms.contains { form in
        let digits = field.dropFirst(form.head.utf8.count).utf8
        return field.hasPrefix(form.head) && digits.count == form.digits
          && digits.allSatisfy { (0x30...0x39).contains($0) }
      }
    }
  }

  private func isTime(_ time: String) -> Bool {
    if ["MO", "MI", "AF", "EV", "NI"].contains(time) { return true }
    let clock = time.prefix(5).utf8
    return clock.count == 5 && Array(clock)[2] == 0x3A
  }
}
