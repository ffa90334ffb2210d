public import Warraq
import WarraqArticles
import WarraqDates
import WarraqEntities
import WarraqText

/// Writes standoff annotations of the tool brat: `.txt` and `.ann` of each document.
///
/// What ``encode(_:of:)`` gives is kept by a ``BratFolder``. Offsets count Unicode scalars, as brat
/// does. A span with a line break or tab in it is discontinuous, as brat's format has no escapes: its
/// fragments leave them out.
public struct BratEncoder: DocumentEncoder {
  /// An encoder.
  public init() {}

  /// What stands around the documents of a file.
  public var frame: OutputFrame { OutputFrame(fileExtension: "ann") }

  /// The bytes of one document.
  public func encode(_ document: Document, of input: InputDocument) -> [UInt8] {
    BratRecord(
      name: BratName.stem(of: input.id), text: document.text.utf8,
      annotations: annotations(of: document)
    ).bytes
  }

  /// The lines of the `.ann` file.
  func annotations(of document: Document) -> [UInt8] {
    var lines = BratLines(document.text)
    let facts = document.entities.map { MentionFacts.all($0, article: document.article) } ?? []
    for facts in facts {
      let entity = facts.entity
      guard lines.span(facts.mention.range, type: facts.mention.type.rawValue) else { continue }
      if let region = facts.region { lines.attribute("Region", region) }
      let references =
        [
          ("Wikidata", entity.wikidata), ("ISO3166", entity.region),
          ("Gazetteer", entity.gazetteer),
        ]
      for case (let source, let id?) in references {
        lines.reference("\(source):\(id)", name: entity.canonical)
      }
      lines.note("\(facts.entityID) \(entity.key) \(entity.canonical)")
    }
    for timex in document.timexes ?? [] {
      guard lines.span(timex.range, type: timex.kind.rawValue) else { continue }
      if let modifier = timex.modifier { lines.attribute("Mod", modifier.rawValue) }
      if timex.anchor != .text { lines.attribute("Anchor", timex.anchor.rawValue) }
      lines.note(
        (["value=\(timex.value)"] + (timex.hijri.map { ["orig=\($0)"] } ?? [])).joined(
          separator: " "))
    }
    return lines.output
  }

  /// The `annotation.conf` that declares what the files hold.
  static var configuration: [UInt8] {
    let types = EntityType.allCases.map(\.rawValue) + Timex.Kind.allCases.map(\.rawValue)
    func values(_ names: [String]) -> String { "Value:" + names.joined(separator: "|") }
    let times = Timex.Kind.allCases.map(\.rawValue).joined(separator: "|")
    let names = EntityType.allCases.map(\.rawValue).joined(separator: "|")
    let text = """
      [entities]
      \(types.joined(separator: "\n"))
      [relations]
      <OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
      [events]
      [attributes]
      Region\tArg:\(names), \(values(Article.RegionKind.allCases.map(\.rawValue)))
      Mod\tArg:\(times), \(values(Timex.Modifier.allCases.map(\.rawValue)))
      Anchor\tArg:\(times), \(values(Timex.Anchor.allCases.map(\.rawValue)))

      """
    return Array(text.utf8)
  }
}

/// Collects lines of standoff annotations.
private struct BratLines {
  private(set) var output: [UInt8] = []

  private let text: SourceText
  private let index: OffsetIndex
  private var spans = 0
  private var attributes = 0
  private var references = 0
  private var notes = 0

  init(_ text: SourceText) {
    self.text = text
    index = OffsetIndex(text, unit: .scalar)
  }

  /// Writes a span, which what follows is about; `false` where a line cannot hold any of it.
  mutating func span(_ range: TextRange, type: String) -> Bool {
    let fragments = fragments(of: range.utf8)
    guard !fragments.isEmpty else { return false }
    spans += 1
    let places = fragments.map { fragment in
      "\(index.convert(UTF8Offset(fragment.lowerBound))) "
        + "\(index.convert(UTF8Offset(fragment.upperBound)))"
    }
    line("T\(spans)\t\(type) \(places.joined(separator: ";"))\t")
    output.removeLast()
    for (number, fragment) in fragments.enumerated() {
      if number > 0 { output.append(0x20) }
      output += text.utf8[fragment]
    }
    output.append(0x0A)
    return true
  }

  mutating func attribute(_ name: String, _ value: String) {
    attributes += 1
    line("A\(attributes)\t\(name) T\(spans) \(value)")
  }

  mutating func reference(_ id: String, name: String) {
    references += 1
    line("N\(references)\tReference T\(spans) \(Self.oneWord(id))\t\(Self.oneLine(name))")
  }

  mutating func note(_ text: String) {
    notes += 1
    line("#\(notes)\tAnnotatorNotes T\(spans)\t\(Self.oneLine(text))")
  }

  private mutating func line(_ text: String) {
    output += Array(text.utf8) + [0x0A]
  }

  /// The parts of a range between characters that a line of annotations cannot hold.
  private func fragments(of range: Range<Int>) -> [Range<Int>] {
    var fragments: [Range<Int>] = []
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      let scalar = text.utf8.span.scalar(at: position)
      if Self.parts(scalar.value) {
        if position > start { fragments.append(start..<position) }
        start = position + scalar.length
      }
      position += scalar.length
    }
    if position > start { fragments.append(start..<position) }
    return fragments
  }

  /// Tabs, and whatever Python takes for a line break.
  private static func parts(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(parts(scalar.value) ? " " : scalar) }
    return String(line)
  }

  private static func oneWord(_ text: String) -> String {
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      word.append(parts(scalar.value) || scalar == " " ? "_" : scalar)
    }
    return String(word)
  }
}
