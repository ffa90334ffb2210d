/// A line of `Corpus/golden/normalization.txt`: what options make of a text, and the map.
///
/// `OPTIONS [SOURCE] => [RESULT] @ MAP`, or `OPTIONS [SOURCE] = @ MAP` where the text stays.
public struct NormalizationCase: Sendable, Equatable {
  /// One setting of the options.
  public enum Setting: Sendable, Equatable {
    case preset(String)
    case option(name: String, value: String)
  }

  /// What stands before the source.
  public var specification: String
  /// The text that is normalized.
  public var source: [Unicode.Scalar]
  /// What becomes of it.
  public var result: [Unicode.Scalar]
  /// For each scalar of the result its source scalar, then the source's length; `nil` where it is
  /// not of interest.
  public var map: [Int]?

  /// Parses a line; `nil` where it is not of the form.
  public init?(_ line: String) {
    let scalars = Array(line.unicodeScalars)
    guard let open = scalars.firstIndex(of: "["),
      let (source, afterSource) = Self.bracketed(scalars, from: open)
    else { return nil }
    specification = Self.string(scalars[..<open]).trimmed
    self.source = source
    var rest = Array(scalars[afterSource...].drop { $0 == " " })
    if rest.starts(with: "=> ".unicodeScalars) {
      guard let (result, end) = Self.bracketed(rest, from: 3) else { return nil }
      self.result = result
      rest = Array(rest[end...])
    } else if rest.first == "=" {
      result = source
      rest.removeFirst()
    } else {
      return nil
    }
    let tail = Self.string(rest[...]).trimmed
    guard !tail.isEmpty else { return }
    guard tail.hasPrefix("@ ") else { return nil }
    let numbers = tail.dropFirst(2).split(separator: " ").map { Int($0) }
    guard !numbers.contains(nil) else { return nil }
    map = numbers.compactMap { $0 }
  }

  /// The settings in their order.
  public var settings: [Setting] {
    specification.split(separator: ",").map { part in
      let fields = part.split(separator: "=", maxSplits: 1).map(String.init)
      if fields.count == 2 { return .option(name: fields[0], value: fields[1]) }
      return ["nfc", "presentation_forms"].contains(fields[0])
        ? .option(name: fields[0], value: "true") : .preset(fields[0])
    }
  }

  /// The line of the case.
  public var line: String {
    let head = "\(specification) [\(Self.escaped(source))] "
    let body = result == source ? "=" : "=> [\(Self.escaped(result))]"
    let tail = map.map { " @ " + $0.map { String($0) }.joined(separator: " ") } ?? ""
    return head + body + tail
  }

  // MARK: Escapes

  private static func bracketed(
    _ scalars: [Unicode.Scalar], from open: Int
  ) -> (content: [Unicode.Scalar], end: Int)? {
    guard scalars.indices.contains(open), scalars[open] == "[" else { return nil }
    var content: [Unicode.Scalar] = []
    var index = open + 1
    while index < scalars.count {
      switch scalars[index] {
      case "]": return (content, index + 1)
      case "\\":
        guard let (scalar, end) = escape(scalars, after: index + 1) else { return nil }
        content.append(scalar)
        index = end
      default:
        content.append(scalars[index])
        index += 1
      }
    }
    return nil
  }

  private static func escape(
    _ scalars: [Unicode.Scalar], after start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard start < scalars.count else { return nil }
    switch scalars[start] {
    case "n": return ("\n", start + 1)
    case "r": return ("\r", start + 1)
    case "t": return ("\t", start + 1)
    case "\\": return ("\\", start + 1)
    case "u":
      guard let close = scalars[start...].firstIndex(of: "}"), start + 1 < close,
        scalars[start + 1] == "{",
        let value = UInt32(string(scalars[(start + 2)..<close]), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      return (scalar, close + 1)
    default: return nil
    }
  }

  private static func escaped(_ scalars: [Unicode.Scalar]) -> String {
    var output = ""
    for scalar in scalars {
      switch scalar {
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\\": output += "\\\\"
      case "[", "]": output += hexadecimal(scalar)
      case " ": output += " "
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format, .control, .spaceSeparator,
          .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
          output += hexadecimal(scalar)
        default: output.unicodeScalars.append(scalar)
        }
      }
    }
    return output
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension String {
  fileprivate var trimmed: String {
    var view = Substring(self)
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
