import Foundation
import Testing
import Warraq
import WarraqFormats
import WarraqTestSupport

@Suite("Document records")
struct RecordTests {
  private static let versions = DataVersions(
    warraq: "1", unicode: "15.0", icu: "72.1", data: "d")

  /// Emoji, CRLF, combining marks, a zero-width joiner, NUL, and dates and names among them.
  private static let awkward =
    "\u{1F469}\u{200D}\u{1F52C} مَركَز الدراسات\r\n\r\nنُشر في 3 مارس، 2021 \u{1F600}\r\n\u{0}"
    + "قال الرئيس المصري عبد الفتاح السيسي في القاهرة e\u{301} \u{10FFFF} "
    + "١٢ رمضان ١٤٤٥هـ.\n1. أولًا: تنظيم \"داعش\" في العراق\u{2028}نهاية"

  private func input(_ text: SourceText, id: String = "a") -> InputDocument {
    InputDocument(id: id, path: "a.txt", bytes: text.utf8, text: text)
  }

  /// What a slice of a text is in a unit.
  private func slice(_ text: String, _ range: Range<Int>, _ unit: OffsetUnit) -> String {
    switch unit {
    case .scalar:
      var view = String.UnicodeScalarView()
      view.append(contentsOf: Array(text.unicodeScalars)[range])
      return String(view)
    case .utf8: return String(decoding: Array(text.utf8)[range], as: UTF8.self)
    case .utf16: return String(decoding: Array(text.utf16)[range], as: UTF16.self)
    }
  }

  /// Every object with `start` and `end` in a JSON value.
  private func spans(_ value: Any) -> [(range: Range<Int>, text: String?)] {
    if let array = value as? [Any] { return array.flatMap(spans) }
    guard let object = value as? [String: Any] else { return [] }
    var found = object.values.flatMap(spans)
    if let start = object["start"] as? Int, let end = object["end"] as? Int {
      found.append((start..<end, object["text"] as? String))
    }
    return found
  }

  private func texts() throws -> [String] {
    try Corpus.articles().map { String(decoding: $0.bytes, as: UTF8.self) } + [Self.awkward]
  }

  @Test("Every span's text is the text at its offsets", arguments: OffsetUnit.allCases)
  func offsets(unit: OffsetUnit) throws {
    let writer = RecordWriter(offsets: unit, extras: Set(RecordWriter.Extra.allCases))
    for text in try texts() {
      let source = SourceText(text)
      let document = Pipeline().analyze(source)
      let line = writer.document(document, of: input(source), versions: Self.versions)
      #expect(line.last == 0x0A && line.filter { $0 == 0x0A }.count == 1)
      let parsed = try JSONSerialization.jsonObject(with: Data(line))
      let record = try #require(parsed as? [String: Any])
      #expect(record["length"] as? Int == length(text, unit))
      #expect(record["text"] as? String == text)
      let spans = spans(record)
      #expect(spans.count > document.tokens.count)
      for span in spans {
        let expected = slice(text, span.range, unit)
        // No span ends inside of a character of the unit, and none is empty.
        #expect(!expected.isEmpty && !(unit != .utf8 && expected.contains("\u{FFFD}")))
        if let found = span.text { #expect(Array(found.utf8) == Array(expected.utf8)) }
      }
    }
  }

  private func length(_ text: String, _ unit: OffsetUnit) -> Int {
    switch unit {
    case .scalar: text.unicodeScalars.count
    case .utf8: text.utf8.count
    case .utf16: text.utf16.count
    }
  }

  @Test("Sentences and tokens of all units stand at the same places")
  func unitsAgree() throws {
    for text in try texts() {
      let source = SourceText(text)
      let document = Pipeline().analyze(source)
      let slices = try OffsetUnit.allCases.map { unit in
        let line = RecordWriter(offsets: unit, extras: [.tokens]).document(
          document, of: input(source), versions: Self.versions)
        let record = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
        return try ["tokens", "sentences"].flatMap { name in
          spans(try #require(record?[name])).map { slice(text, $0.range, unit) }
        }
      }
      #expect(slices[0] == slices[1] && slices[1] == slices[2])
    }
  }

  @Test("Members, their order, and stages left out")
  func members() throws {
    let text = SourceText("نص")
    var source = input(text, id: "x\"y")
    source.meta = Array(#"{"k":1}"#.utf8)
    source.diagnostics = [
      Diagnostic(code: "invalid-utf8", range: TextRange(utf8: 0..<2), message: "m")
    ]
    let line = RecordWriter(extras: [.text]).document(
      Pipeline(stages: [.sentences]).analyze(text), of: source, versions: Self.versions)
    let written = String(decoding: line, as: UTF8.self)
    #expect(
      written.hasPrefix(
        #"{"schema":"warraq.document/1","id":"x\"y","offsets":"scalar","length":2,"#
          + #""source":{"path":"a.txt","bytes":4,"encoding":"utf-8","sha256":""#))
    #expect(
      written.hasSuffix(
        #""},"meta":{"k":1},"text":"نص","sentences":[{"start":0,"end":2}],"#
          + #""language":{"arabic":1.0,"passages":[]},"#
          + #""diagnostics":[{"code":"invalid-utf8","start":0,"end":1,"message":"m"}],"#
          + #""warraq":{"version":"1","unicode":"15.0","icu":"72.1","data":"d"}}"# + "\n"))
  }

  @Test("The digest is SHA-256 of the bytes read")
  func digest() {
    let text = SourceText("abc")
    let line = RecordWriter().document(
      Pipeline(stages: []).analyze(text), of: input(text), versions: Self.versions)
    #expect(
      String(decoding: line, as: UTF8.self).contains(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
  }

  @Test("A Hijri date carries its calendar and its original value")
  func hijri() {
    let text = SourceText("في ١٢ رمضان ١٤٤٥هـ")
    let timexes = Pipeline(stages: [.timexes]).analyze(text).timexes ?? []
    let line = RecordWriter().timexes(timexes, of: input(text))
    #expect(
      String(decoding: line, as: UTF8.self).contains(
        #""type":"DATE","value":"2024-03-22","calendar":"islamic","orig":"1445-09-12""#))
  }

  @Test("Tokens one a line keep to their line")
  func tokenLines() {
    let text = SourceText("a\\b\r\n\tت")
    let tokens = Tokenizer(includesSpaces: true).tokenize(text).map { TokenSpan($0) }
    let lines = TokenLines(hasColumns: true).lines(tokens, of: text)
    let rows = String(decoding: lines, as: UTF8.self).split(separator: "\n")
    #expect(rows.count == tokens.count)
    #expect(rows.allSatisfy { $0.split(separator: "\t").count == 4 })
    #expect(rows.first == "0\t1\tother_word\ta")
    #expect(rows[1].hasSuffix("\t\\\\"))
    let plain = TokenLines(hasColumns: false).lines(tokens, of: text)
    #expect(plain.filter { $0 == 0x0A }.count == tokens.count)
  }
}
