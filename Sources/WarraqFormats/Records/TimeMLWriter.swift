public import WarraqDates
public import WarraqText

/// Writes texts as TimeML: the text itself, each time expression in a `TIMEX3` element.
///
/// What has two ends (a range, or a Hijri month) is a first `TIMEX3` around the text with the
/// beginning, an empty one with the end, and an empty `DURATION` that points to both.
public struct TimeMLWriter: Sendable {
  /// A writer.
  public init() {}

  /// One `TimeML` element and a line feed. Characters that XML does not have become U+FFFD.
  ///
  /// - Parameter timexes: In text order, without overlaps.
  /// - Complexity: O(*n*).
  public func document(_ text: SourceText, timexes: [Timex], of input: InputDocument) -> [UInt8] {
    var xml = XMLText(reservingCapacity: text.count + timexes.count * 80 + 100)
    xml.raw("<TimeML><DOCID>")
    xml.text(Array(input.id.utf8)[...])
    xml.raw("</DOCID><TEXT>")
    var position = 0
    var number = 0
    for timex in timexes {
      let range = timex.range.utf8
      xml.text(text.utf8[position..<range.lowerBound])
      element(timex, text.utf8[range], &number, &xml)
      position = range.upperBound
    }
    xml.text(text.utf8[position..<text.count])
    xml.raw("</TEXT></TimeML>\n")
    return xml.bytes
  }

  private func element(
    _ timex: Timex, _ content: ArraySlice<UInt8>, _ number: inout Int, _ xml: inout XMLText
  ) {
    let ends = timex.value.split(separator: "/").map(String.init)
    number += 1
    let first = number
    let kind = timex.kind == .interval ? pointKind(ends[0]) : timex.kind.rawValue
    xml.raw("<TIMEX3 tid=\"t\(first)\" type=\"\(kind)\" value=\"\(ends[0])\"")
    if let modifier = timex.modifier { xml.raw(" mod=\"\(modifier.rawValue)\"") }
    if timex.anchor != .text { xml.raw(" temporalFunction=\"true\"") }
    xml.raw(">")
    xml.text(content)
    xml.raw("</TIMEX3>")
    guard ends.count == 2 else { return }
    xml.raw(
      "<TIMEX3 tid=\"t\(first + 1)\" type=\"\(pointKind(ends[1]))\" value=\"\(ends[1])\"/>")
    xml.raw(
      "<TIMEX3 tid=\"t\(first + 2)\" type=\"DURATION\" value=\"\(length(ends[0]))\""
        + " beginPoint=\"t\(first)\" endPoint=\"t\(first + 1)\"/>")
    number += 2
  }

  private func pointKind(_ value: String) -> String {
    value.utf8.contains(0x54) ? Timex.Kind.time.rawValue : Timex.Kind.date.rawValue
  }

  /// A duration of unknown length, in the unit of its ends.
  private func length(_ value: String) -> String {
    if value.utf8.contains(0x54) { return "PTXH" }
    let digits = value.utf8.first == 0x2D ? value.dropFirst() : value[...]
    return switch digits.split(separator: "-").count {
    case 1: "PXY"
    case 2: "PXM"
    default: "PXD"
    }
  }
}
