/// Ranges: what one end leaves out the other tells.
extension Told {
  static func range(
    _ first: Told, _ last: Told, _ reference: ReferenceDate?, _ context: TimeContext
  ) -> ToldValue? {
    let (first, last) = shared(first, last, reference, context)
    guard let to = last.value(reference: reference, context: context) else { return nil }
    var inner = context
    inner.follow(to.value)
    var from = first.value(reference: reference, context: context)
    if case .gregorian(.nearest, _, _) = first, from?.anchor == .text || from == nil {
      // «5 مايو - 7 يونيو» with nothing that gives a year: both keep their X.
      guard to.value.hasPrefix("XXXX") else { return nil }
    }
    guard let from = from.take() else { return nil }
    // A Hijri month or year is itself an interval: its outer end counts.
    let start = from.value.split(separator: "/").first ?? ""
    let end = to.value.split(separator: "/").last ?? ""
    guard isBefore(String(start), String(end)) else { return nil }
    var hijri: String?
    if let one = from.hijri, let other = to.hijri { hijri = one + "/" + other }
    let anchor = to.anchor == .text ? from.anchor : to.anchor
    return ToldValue(value: "\(start)/\(end)", hijri: hijri, anchor: anchor)
  }

  /// Fills the year or month that one end leaves to the other.
  private static func shared(
    _ first: Told, _ last: Told, _ reference: ReferenceDate?, _ context: TimeContext
  ) -> (Told, Told) {
    if case .timeOfDay(let day, let time) = first {
      if case .timeOfDay(let other, let otherTime) = last {
        let found = shared(day, other, reference, context)
        return (.timeOfDay(found.0, time), .timeOfDay(found.1, otherTime))
      }
      return (first, last)
    }
    guard case .gregorian(let firstYear, .number(let firstMonth)?, let firstDay) = first,
      case .gregorian(let lastYear, .number(let lastMonth)?, let lastDay) = last
    else { return (first, last) }
    let wraps = (firstMonth, firstDay ?? 0) > (lastMonth, lastDay ?? 0)
    switch (firstYear, lastYear) {
    case (.nearest, .nearest):
      // Both lie in one stretch: the last is the nearest, the first is before it.
      guard let value = last.value(reference: reference, context: context)?.value,
        let year = Int(value.prefix(4))
      else { return (first, last) }
      return (
        .gregorian(
          .reference(year - (reference?.year ?? 0) - (wraps ? 1 : 0)), month: .number(firstMonth),
          day: firstDay), last
      )
    case (.nearest, _):
      guard let value = last.value(reference: reference, context: context),
        let year = Int(value.value.prefix(4))
      else { return (first, last) }
      let told = year - (wraps ? 1 : 0)
      let filled: Year
      switch value.anchor {
      case .text: filled = .number(told)
      case .reference: filled = .reference(told - (reference?.year ?? 0))
      case .context: filled = .context(told - (context.year ?? 0))
      }
      return (.gregorian(filled, month: .number(firstMonth), day: firstDay), last)
    case (_, .nearest):
      guard let value = first.value(reference: reference, context: context),
        let year = Int(value.value.prefix(4))
      else { return (first, last) }
      let told = year + (wraps ? 1 : 0)
      let filled: Year
      switch value.anchor {
      case .text: filled = .number(told)
      case .reference: filled = .reference(told - (reference?.year ?? 0))
      case .context: filled = .context(told - (context.year ?? 0))
      }
      return (first, .gregorian(filled, month: .number(lastMonth), day: lastDay))
    default: return (first, last)
    }
  }

  /// Seasons by their place in the year, the rest as it is written.
  private static func ordered(_ value: String) -> String {
    for (index, code) in ["-SP", "-SU", "-FA", "-WI"].enumerated() where value.hasSuffix(code) {
      return value.dropLast(2) + "\(index)"
    }
    return value
  }

  /// Whether one value comes before another; unknown digits and signs as they are written.
  static func isBefore(_ left: String, _ right: String) -> Bool {
    // Times of the clock alone may go over midnight.
    if left.hasPrefix("T") { return left != right }
    if left.hasPrefix("-") {
      return !right.hasPrefix("-") || left.dropFirst() > right.dropFirst()
    }
    return ordered(left) < ordered(right)
  }
}
