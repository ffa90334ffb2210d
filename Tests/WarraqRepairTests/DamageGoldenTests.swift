import Testing
import WarraqRepair
import WarraqTestSupport
import WarraqText

@Suite("Golden cases of damage")
struct DamageGoldenTests {
  @Test("Every case of Corpus/golden/damage.txt")
  func golden() throws {
    try GoldenFile("damage.txt").check { golden in
      let marked = Self.unescaped(golden.expected.components(" => ")[0])
      let text = SourceText(GoldenMarkup.plain(marked))
      let result = TextRepairer().repair(text)
      let spans = result.damage.map { (range: $0.range.utf8, label: $0.kind.rawValue) }
      var line = GoldenMarkup.marked(text[text.range], spans)
      if result.map != nil { line += " => " + result.text[result.text.range] }
      return Self.escaped(line)
    }
  }

  @Test("Each kind of damage has cases, and clean lines outnumber none")
  func coverage() throws {
    let lines = try GoldenFile("damage.txt").cases.map(\.expected)
    for kind in DamageKind.allCases {
      #expect(lines.contains { $0.contains("[\(kind.rawValue) ") }, "\(kind)")
    }
    #expect(lines.count { !$0.contains("[") } >= 20)
  }

  private static func unescaped(_ line: String) -> String {
    let parts = line.components("\\u{")
    return parts[0]
      + parts.dropFirst().map { part in
        let fields = part.components("}")
        let scalar = UInt32(fields[0], radix: 16).flatMap { Unicode.Scalar($0) } ?? "?"
        return String(scalar) + fields.dropFirst().joined(separator: "}")
      }.joined()
  }

  private static func escaped(_ line: String) -> String {
    line.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .format, .control: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: String(scalar)
      }
    }.joined()
  }
}

extension String {
  /// The parts between a separator, compared scalar by scalar.
  fileprivate func components(_ separator: String) -> [String] {
    var parts: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    let scalars = Array(unicodeScalars)
    let mark = Array(separator.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index...].starts(with: mark) {
        parts.append(String.UnicodeScalarView())
        index += mark.count
      } else {
        parts[parts.count - 1].append(scalars[index])
        index += 1
      }
    }
    return parts.map { String($0) }
  }
}
