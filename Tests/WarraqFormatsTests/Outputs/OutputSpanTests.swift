import Foundation
import Testing
import Warraq
import WarraqTestSupport

@testable import WarraqFormats

@Suite("Formats: what readers find is what was annotated")
struct OutputSpanTests {
  private func documents() throws -> [(document: Document, input: InputDocument, text: String)] {
    var documents = try AnnotatedSamples.all().map { text in
      let input = AnnotatedSamples.input(text)
      return (document: Pipeline().analyze(input), input: input, text: text)
    }
    // A name that holds everything that has to be escaped.
    let nasty = try #require(documents.first { $0.text == AnnotatedSamples.nasty })
    var wide = nasty
    var mention = try #require(nasty.document.entities?.mentions.first)
    let tokens = nasty.document.tokens
    mention.range = tokens.range(of: 0..<tokens.count - 1)
    wide.document.entities?.mentions = [mention]
    wide.document.timexes = []
    documents.append(wide)
    return documents
  }

  @Test("CSV and TSV: spans, their text and their ids", arguments: OffsetUnit.allCases)
  func tables(unit: OffsetUnit) throws {
    for (document, input, text) in try documents() {
      let cut = UnitText(unit: unit, text: text)
      for rows in TableRows.allCases {
        let csv = TableEncoder(.csv, rows: rows, offsets: unit)
        let tsv = TableEncoder(.tsv, rows: rows, offsets: unit)
        let values = try StrictCSV.rows(csv.frame.file([csv.encode(document, of: input)]))
        let same = try StrictTSV.rows(tsv.frame.file([tsv.encode(document, of: input)]))
        #expect(values == same)
        #expect(values[0] == csv.columns)
        let found = values.dropFirst().map {
          FoundSpan(start: Int($0[1]) ?? -1, end: Int($0[2]) ?? -1, label: $0[4])
        }
        let expected = FoundSpan.expected(
          document, offsets: unit, entities: rows == .entities, timexes: rows == .timexes)
        #expect(found.sorted() == expected)
        for (row, span) in zip(values.dropFirst(), found) {
          #expect(row[0] == input.id)
          #expect(row[3].utf8.elementsEqual(cut.slice(span.start, span.end).utf8))
        }
      }
    }
  }

  @Test("CoNLL-U: spans of names and dates, forms, spaces", arguments: OffsetUnit.allCases)
  func conllu(unit: OffsetUnit) throws {
    let encoder = CoNLLUEncoder(offsets: unit)
    for (document, input, text) in try documents() {
      let cut = UnitText(unit: unit, text: text)
      let read = try StrictCoNLLU(encoder.encode(document, of: input))
      #expect(
        try read.spans("NER") == FoundSpan.expected(document, offsets: unit, timexes: false))
      #expect(
        try read.spans("Timex") == FoundSpan.expected(document, offsets: unit, entities: false))
      #expect(read.sentences.flatMap(\.tokens).count == document.tokens.count)
      for word in read.sentences.flatMap({ $0.words + $0.tokens }) {
        let original = cut.slice(word.start, word.end)
        #expect(
          zip(word.form.unicodeScalars, original.unicodeScalars).allSatisfy {
            $0 == $1 || 0x2400...0x2426 ~= $0.value && ($1.value < 0x21 || 0x7F...0x9F ~= $1.value)
          }, "\(word.form)")
        #expect(word.form.unicodeScalars.count == original.unicodeScalars.count)
      }
      if let first = read.sentences.first { #expect(first.comments["newdoc id"] == "a.txt") }
    }
  }

  @Test("CoNLL-U: what stands between tokens can be put back")
  func conlluSpaces() throws {
    for (document, input, text) in try documents() where !document.tokens.isEmpty {
      let read = try StrictCoNLLU(CoNLLUEncoder(offsets: .utf8).encode(document, of: input))
      let tokens = read.sentences.flatMap(\.tokens)
      var rebuilt = unescaped(tokens[0].misc["SpacesBefore"] ?? "")
      for (number, token) in tokens.enumerated() {
        rebuilt += UnitText(unit: .utf8, text: text).slice(token.start, token.end)
        if let spaces = token.misc["SpacesAfter"] {
          rebuilt += unescaped(spaces)
        } else if token.misc["SpaceAfter"] != "No", number + 1 < tokens.count || text.last == " " {
          rebuilt += " "
        }
      }
      #expect(rebuilt.utf8.elementsEqual(text.utf8), "\(text.debugDescription)")
    }
  }

  private func unescaped(_ value: String) -> String {
    var output = String.UnicodeScalarView()
    var rest = Array(value.unicodeScalars)[...]
    let simple: [Unicode.Scalar: Unicode.Scalar] = [
      "s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\",
    ]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let letter = rest.popFirst() else {
        output.append(scalar)
        continue
      }
      if letter == "u" {
        let digits = rest.prefix(4).map { String($0) }.joined()
        rest = rest.dropFirst(4)
        output.append(UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}")
      } else {
        output.append(simple[letter] ?? "\u{FFFD}")
      }
    }
    return String(output)
  }

  @Test("brat: spans, fragments, ids")
  func brat() throws {
    for (document, input, text) in try documents() {
      let record = BratRecord(BratEncoder().encode(document, of: input))
      #expect(record.text == Array(text.utf8))
      let annotations = String(decoding: record.annotations, as: UTF8.self)
      let read = try StrictBrat(annotations, text: text)
      #expect(read.spans.sorted() == FoundSpan.expected(document))
      let scalars = Array(text.unicodeScalars)
      for (span, fragments) in zip(read.spans, read.fragments) {
        let left = Set(span.start..<span.end).subtracting(fragments.flatMap { Array($0) })
        #expect(
          left.allSatisfy {
            "\t\n\r\u{B}\u{C}\u{1C}\u{1D}\u{1E}\u{85}\u{2028}\u{2029}".unicodeScalars.contains(
              scalars[$0])
          })
      }
    }
  }

  @Test("Label Studio: spans in scalars, one control tag, texts")
  func labelStudio() throws {
    let encoder = LabelStudioEncoder(versions: AnnotatedSamples.versions)
    let all = try documents()
    let file = encoder.frame.file(all.map { encoder.encode($0.document, of: $0.input) })
    let tasks = try #require(JSONSerialization.jsonObject(with: Data(file)) as? [[String: Any]])
    #expect(tasks.count == all.count)
    for (task, (document, _, text)) in zip(tasks, all) {
      let data = try #require(task["data"] as? [String: Any])
      #expect((data["text"] as? String)?.utf8.elementsEqual(text.utf8) == true)
      let predictions = try #require(task["predictions"] as? [[String: Any]])
      let results = try #require(predictions.first?["result"] as? [[String: Any]])
      var found: [FoundSpan] = []
      for result in results {
        #expect(result["from_name"] as? String == "label")
        #expect(result["to_name"] as? String == "text")
        #expect(result["type"] as? String == "labels")
        let value = try #require(result["value"] as? [String: Any])
        let start = try #require(value["start"] as? Int)
        let end = try #require(value["end"] as? Int)
        let labels = try #require(value["labels"] as? [String])
        let slice = UnitText(unit: .scalar, text: text).slice(start, end)
        #expect((value["text"] as? String)?.utf8.elementsEqual(slice.utf8) == true)
        found.append(FoundSpan(start: start, end: end, label: labels.joined()))
        #expect(LabelStudioEncoder.configuration.contains("value=\"\(labels.joined())\""))
      }
      #expect(found.sorted() == FoundSpan.expected(document))
      #expect(Set(results.compactMap { $0["id"] as? String }).count == results.count)
    }
    #expect(try JSONSerialization.jsonObject(with: Data(encoder.frame.file([]))) is [Any])
  }

  @Test("TEI: the body's text is the text, elements stand where the annotations do")
  func tei() throws {
    let encoder = TEIEncoder(versions: AnnotatedSamples.versions)
    let all = try documents()
    let file = encoder.frame.file(all.map { encoder.encode($0.document, of: $0.input) })
    let read = try TEIReader(file)
    #expect(read.bodies.count == all.count)
    for (number, (document, _, text)) in all.enumerated() {
      let body = read.bodies[number]
      #expect(body.unicodeScalars.count == text.unicodeScalars.count)
      #expect(
        zip(body.unicodeScalars, text.unicodeScalars).allSatisfy {
          $0 == $1 || $0 == "\u{FFFD}" && ($1.value < 0x20 || 0xFFFE...0xFFFF ~= $1.value)
        })
      let names: Set = ["persName", "placeName", "orgName", "name", "date", "time"]
      let found = read.elements[number].filter { names.contains($0.name) }.map { element in
        let labels = ["persName": "PER", "placeName": "LOC", "orgName": "ORG"]
        return FoundSpan(
          start: element.start, end: element.end,
          label: labels[element.name] ?? element.attributes["type"] ?? "?")
      }
      // A name that goes on in the next line is two elements.
      let expected = FoundSpan.expected(document)
      for span in expected {
        let parts = found.filter {
          span.start <= $0.start && $0.end <= span.end && $0.label == span.label
        }
        #expect(parts.first?.start == span.start && parts.last?.end == span.end, "\(span)")
      }
      #expect(found.count >= expected.count)
    }
    _ = try TEIReader(encoder.frame.file([]))
  }

  @Test("Spans in one another: CoNLL-U takes the outer one, TEI nests and parts")
  func overlaps() throws {
    let (document, input) = try AnnotatedSamples.overlapping()
    let read = try StrictCoNLLU(CoNLLUEncoder().encode(document, of: input))
    let mentions = FoundSpan.expected(document, timexes: false)
    #expect(mentions.count == 3)
    #expect(try read.spans("NER") == [mentions[0]])
    let encoder = TEIEncoder(versions: AnnotatedSamples.versions)
    let tei = try TEIReader(encoder.frame.file([encoder.encode(document, of: input)]))
    #expect(tei.bodies == [String(decoding: document.text.utf8, as: UTF8.self)])
    let names = tei.elements[0].filter { $0.name.hasSuffix("Name") && $0.attributes["n"] != nil }
    // The outer one, the inner one, and both parts of the one that crosses its end.
    #expect(names.count == 4)
    let brat = try StrictBrat(
      String(decoding: BratEncoder().annotations(of: document), as: UTF8.self),
      text: tei.bodies[0])
    #expect(brat.spans.sorted() == FoundSpan.expected(document))
  }

  @Test("Stages that were left out leave no trace", arguments: [[Pipeline.Stage](), [.sentences]])
  func missingStages(stages: [Pipeline.Stage]) throws {
    let input = AnnotatedSamples.input(AnnotatedSamples.nasty)
    let document = Pipeline(stages: Set(stages)).analyze(input)
    #expect(try StrictCoNLLU(CoNLLUEncoder().encode(document, of: input)).spans("NER").isEmpty)
    let encoder = TEIEncoder(versions: AnnotatedSamples.versions)
    let tei = try TEIReader(encoder.frame.file([encoder.encode(document, of: input)]))
    #expect(tei.elements[0].contains { $0.name == "s" } == (stages == [.sentences]))
    #expect(TableEncoder(.csv, rows: .entities).encode(document, of: input).isEmpty)
  }

  @Test(
    "Ids in comments of CoNLL-U",
    arguments: [
      ("a/b c.txt", "a/b%20c.txt", "a%2Fb%20c.txt"),
      ("x\n# text = y", "x%0A#%20text%20=%20y", "x%0A#%20text%20=%20y"),
      ("", "_", "_"), ("100%", "100%25", "100%25"), ("\u{2028}", "%E2%80%A8", "%E2%80%A8"),
    ])
  func ids(id: String, document: String, sentence: String) throws {
    let input = AnnotatedSamples.input("كلمة", id: id)
    let read = try StrictCoNLLU(CoNLLUEncoder().encode(Pipeline().analyze(input), of: input))
    #expect(read.sentences[0].comments["newdoc id"] == document)
    #expect(read.sentences[0].comments["sent_id"] == sentence + "-1")
  }
}
