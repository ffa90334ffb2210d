import Foundation
import Warraq
import WarraqFormats
import WarraqTestSupport

/// Documents that formats are tried on.
enum AnnotatedSamples {
  static let versions = DataVersions(warraq: "1.2.3", unicode: "15.0", icu: "72.1", data: "d")

  static func input(_ text: String, id: String = "a.txt") -> InputDocument {
    let source = SourceText(text)
    return InputDocument(id: id, path: "folder/a.txt", bytes: source.utf8, text: source)
  }

  /// Everything that formats have to escape, with names and dates between it.
  static let nasty =
    "\tع\u{FEFF}نوان | \"المقال\" \\n\r\n\u{0}\u{FFFE} \u{1F600}قال الرئيس المصري عبد الفتاح السيسي في «القاهرة»، "
    + "و\u{202B}العراق\u{202C}،ولفرنسا\u{200F} & <b>لندن</b>\u{2028}من 1963 إلى 1968\u{0C}\u{85}في 5\u{A0}مايو 2020 "
    + "]]> '--' =1+2 \u{10FFFF}\u{1F} و12 رمضان 1445هـ\u{B}نهاية\u{1C}\r"

  static let texts = [
    "", " ", "\n\n", "\u{0}", "\u{FFFE}", "\u{2028}", "\u{C}", "\t\u{85}", "كلمة", "العراق",
    "ولفرنسا", "5 مايو 2020", nasty, nasty + nasty, "\u{200F}\u{0}\n\u{C}",
  ]

  /// Texts put together at random of names, dates and what has to be escaped.
  static func random(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "العراق", "ولفرنسا", "وزير الخارجية", "محمد علي حسن", "الأمم المتحدة", "5 مايو 2020",
      "من 1963 إلى 1968", "ستة أشهر", "قال", "أولاً: الأسباب", "1. ", "«", "»", "\"", ",", "\t",
      "\n",
      "\r\n", "\r", " ", "  ", "\u{A0}", "\u{0}", "\u{1B}", "\u{FFFE}", "\u{FFFF}", "\u{1F600}",
      "\u{202E}", "\u{2028}", "\u{85}", "\u{C}", "|", "\\", "&", "<", ">", ".", "،", "_", "#", "=",
      "e\u{301}", "\u{200C}", "نُشر في 3 مارس، 2021", "١٢ رمضان ١٤٤٥هـ", "https://example.org/a?b=c",
    ]
    return (0..<Int.random(in: 1...40, using: &generator))
      .map { _ in
        (parts.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
      }
      .joined()
  }

  /// All texts that properties are held against.
  static func all() throws -> [String] {
    try Corpus.articles().map { String(decoding: $0.bytes, as: UTF8.self) } + texts
      + (1...60).map { random(seed: $0) }
  }

  /// A document with a mention inside of another and one that overlaps it.
  static func overlapping() throws -> (Document, InputDocument) {
    let input = input("زار وزير الخارجية محمد علي حسن القاهرة في 5 مايو 2020 ثم عاد.")
    var document = Pipeline().analyze(input)
    var entities = document.entities ?? EntityAnnotation()
    guard var first = entities.mentions.first, var timex = document.timexes?.first else {
      throw CocoaError(.featureUnsupported)
    }
    let words = document.tokens.map(\.range)
    first.range = words[1].lowerBound..<words[5].upperBound
    var inner = first
    inner.range = words[3].lowerBound..<words[4].upperBound
    var crossing = first
    crossing.range = words[5].lowerBound..<words[8].upperBound
    entities.mentions = [first, inner, crossing]
    timex.range = words[8].lowerBound..<words[10].upperBound
    document.entities = entities
    document.timexes = [timex]
    return (document, input)
  }
}

/// A span as a reader of a format finds it.
struct FoundSpan: Hashable, Comparable, CustomStringConvertible {
  var start: Int
  var end: Int
  var label: String

  var description: String { "\(label) \(start)..<\(end)" }

  static func < (left: FoundSpan, right: FoundSpan) -> Bool {
    (left.start, left.end, left.label) < (right.start, right.end, right.label)
  }

  /// The mentions and time expressions of a document.
  static func expected(
    _ document: Document, offsets: OffsetUnit = .scalar, entities: Bool = true,
    timexes: Bool = true
  ) -> [FoundSpan] {
    let index = OffsetIndex(document.text, unit: offsets)
    func span(_ range: TextRange, _ label: String) -> FoundSpan {
      FoundSpan(
        start: index.convert(range.lowerBound), end: index.convert(range.upperBound), label: label)
    }
    let mentions = document.entities?.mentions.map { span($0.range, $0.type.rawValue) } ?? []
    let times = document.timexes?.map { span($0.range, $0.kind.rawValue) } ?? []
    return ((entities ? mentions : []) + (timexes ? times : [])).sorted()
  }
}

/// A text cut at offsets of a unit.
struct UnitText {
  let unit: OffsetUnit
  let text: String

  func slice(_ start: Int, _ end: Int) -> String {
    switch unit {
    case .scalar:
      var view = String.UnicodeScalarView()
      view.append(contentsOf: Array(text.unicodeScalars)[start..<end])
      return String(view)
    case .utf8: return String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    case .utf16: return String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
    }
  }
}
