import WarraqDates

/// The attributes of TEI's `date` and `time` for the value of a time expression.
enum TEIDates {
  /// Attributes and their values, in the order in which they are written.
  ///
  /// `n` always is the value as Warraq has it. What XML Schema has a type for is `when`, `from` and
  /// `to`, or `notBefore` and `notAfter`; what only ISO 8601 has stands under `when-iso`; what is no
  /// place in time (durations, repetitions, unresolved values) has no such attribute.
  static func attributes(of timex: Timex) -> [(name: String, value: String)] {
    var attributes: [(String, String)] = [("type", timex.kind.rawValue)]
    if let modifier = timex.modifier { attributes.append(("subtype", modifier.rawValue)) }
    attributes.append(("n", timex.value))
    attributes += place(timex)
    if let hijri = timex.hijri {
      attributes += [("calendar", "#islamic"), ("when-custom", hijri)]
    }
    return attributes
  }

  private static func place(_ timex: Timex) -> [(String, String)] {
    let ends = timex.value.split(separator: "/", omittingEmptySubsequences: false)
      .map { bounds(String($0)) }
    switch (timex.kind, ends.count) {
    case (.duration, _), (.set, _): return []
    case (_, 2):
      guard let first = ends[0], let last = ends[1] else { return [] }
      return [("from", first.first), ("to", last.last)]
    case (_, 1):
      guard let bounds = ends[0] else {
        return isoOnly(timex.value) ? [("when-iso", timex.value)] : []
      }
      switch timex.modifier {
      case .before: return [("notAfter", bounds.last)]
      case .after: return [("notBefore", bounds.first)]
      default:
        return bounds.first == bounds.last
          ? [("when", bounds.first)] : [("notBefore", bounds.first), ("notAfter", bounds.last)]
      }
    default: return []
    }
  }

  /// The first and the last moment of a value, in types of XML Schema; the same where it has a type
  /// of its own. `nil` where it has none.
  static func bounds(_ value: String) -> (first: String, last: String)? {
    let shape = String(
      value.unicodeScalars.map { Character("0"..."9" ~= $0 ? "d" : $0) })
    switch shape {
    case "dddd", "dddd-dd", "dddd-dd-dd", "dddd-dd-ddTdd:dd:dd", "-dddd":
      return (value, value)
    case "dddd-dd-ddTdd:dd":
      return (value + ":00", value + ":00")
    case "Tdd:dd":
      return (value.dropFirst() + ":00", value.dropFirst() + ":00")
    case "XXXX-dd-dd", "XXXX-dd":
      return ("-" + value.dropFirst(4), "-" + value.dropFirst(4))
    case "dddX", "ddXX":
      let digits = value.prefix { $0 != "X" }
      let open = 4 - digits.count
      return (
        digits + String(repeating: "0", count: open), digits + String(repeating: "9", count: open)
      )
    case "dddd-Qd", "dddd-Hd":
      guard let part = value.last.flatMap({ Int(String($0)) }) else { return nil }
      let length = shape.contains("Q") ? 3 : 6
      guard 1...12 / length ~= part else { return nil }
      let year = value.prefix(4)
      return ("\(year)-\(two((part - 1) * length + 1))", "\(year)-\(two(part * length))")
    default: return nil
    }
  }

  /// Weeks, which ISO 8601 has and XML Schema does not.
  private static func isoOnly(_ value: String) -> Bool {
    let shape = value.unicodeScalars.map { Character("0"..."9" ~= $0 ? "d" : $0) }
    return String(shape) == "dddd-Wdd"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
