public import Warraq
import WarraqArticles
import WarraqDates
import WarraqEntities
public import WarraqText
import WarraqTokenization

/// Writes CoNLL-U: a token a line, an empty line behind each sentence.
///
/// What Warraq does not know (lemma, parts of speech, syntax) is `_`. A token that an annotation
/// covers in part, as that of وفرنسا, is a multiword token of its parts, so that names are exact.
/// A document without tokens has no lines.
public struct CoNLLUEncoder: DocumentEncoder {
  /// The unit of `start` and `end`.
  public let offsets: OffsetUnit

  /// An encoder for a unit.
  public init(offsets: OffsetUnit = .scalar) {
    self.offsets = offsets
  }

  /// What stands around the documents of a file.
  public var frame: OutputFrame { OutputFrame(fileExtension: "conllu") }

  /// The bytes of one document.
  public func encode(_ document: Document, of input: InputDocument) -> [UInt8] {
    guard !document.tokens.isEmpty else { return [] }
    var lines = CoNLLULines(document, offsets: offsets)
    lines.comment("newdoc id", CoNLLUText.name(input.id, keepsSlashes: true))
    let name = CoNLLUText.name(input.id, keepsSlashes: false)
    let sentences =
      document.sentences ?? [
        Sentence(range: document.text.range, tokens: document.tokens.indices, line: 0)
      ]
    var line: Int?
    for (number, sentence) in sentences.filter({ !$0.tokens.isEmpty }).enumerated() {
      if sentence.line != line { lines.comment("newpar", nil) }
      line = sentence.line
      lines.comment("sent_id", Array("\(name)-\(number + 1)".utf8))
      lines.comment("text", lines.text(of: sentence.tokens))
      for (place, token) in sentence.tokens.enumerated() {
        if place == 0 { lines.beginSentence() }
        lines.token(token)
      }
      lines.endSentence()
    }
    return lines.output
  }
}

/// Collects the lines of one document.
private struct CoNLLULines {
  private(set) var output: [UInt8] = []

  private let document: Document
  private let index: OffsetIndex
  private var mentions: SpanCursor<EntityMention>
  private var timexes: SpanCursor<Timex>
  /// Where annotations begin and end, sorted.
  private let cuts: [Int]
  private var nextCut = 0
  /// The id of the next word in its sentence.
  private var number = 1

  init(_ document: Document, offsets: OffsetUnit) {
    self.document = document
    index = OffsetIndex(document.text, unit: offsets)
    let mentions = FlatSpans.flat(document.entities?.mentions ?? []) { $0.range }
    let timexes = FlatSpans.flat(document.timexes ?? []) { $0.range }
    cuts = (mentions.map(\.range) + timexes.map(\.range))
      .flatMap { [$0.lowerBound.value, $0.upperBound.value] }.sorted()
    self.mentions = SpanCursor(mentions) { $0.range }
    self.timexes = SpanCursor(timexes) { $0.range }
    output.reserveCapacity(document.tokens.count * 48)
  }

  mutating func comment(_ name: String, _ value: [UInt8]?) {
    output += Array("# \(name)".utf8)
    if let value { output += Array(" = ".utf8) + value }
    output.append(0x0A)
  }

  mutating func comment(_ name: String, _ value: String) {
    comment(name, Array(value.utf8))
  }

  mutating func beginSentence() { number = 1 }

  mutating func endSentence() { output.append(0x0A) }

  /// The words of a sentence with single spaces where white space stands between them.
  func text(of tokens: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    for token in tokens {
      text += form(document.tokens.range(at: token).utf8)
      if token + 1 < tokens.upperBound, CoNLLUText.hasSpace(gap(after: token)) { text.append(0x20) }
    }
    return text
  }

  /// Writes a token: one line, or that of a multiword token and those of its parts.
  mutating func token(_ token: Int) {
    let range = document.tokens.range(at: token).utf8
    let parts = self.parts(of: range)
    let spaces = self.spaces(token)
    if parts.count == 1 {
      line("\(number)", range, annotations(of: range) + spaces)
      number += 1
      return
    }
    line("\(number)-\(number + parts.count - 1)", range, spaces)
    for part in parts {
      line("\(number)", part, annotations(of: part))
      number += 1
    }
  }

  private mutating func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while nextCut < cuts.count, cuts[nextCut] < range.upperBound {
      if cuts[nextCut] > start {
        parts.append(start..<cuts[nextCut])
        start = cuts[nextCut]
      }
      nextCut += 1
    }
    return parts + [start..<range.upperBound]
  }

  private mutating func annotations(of range: Range<Int>) -> [String] {
    var facts: [String] = []
    if let (mention, begins) = mentions.element(at: TextRange(utf8: range)) {
      facts.append("NER=\(begins ? "B" : "I")-\(mention.type.rawValue)")
      facts.append("Entity=\(RecordEncoder.entityID(mention.entity))")
    }
    if let (timex, begins) = timexes.element(at: TextRange(utf8: range)) {
      facts.append("Timex=\(begins ? "B" : "I")-\(timex.kind.rawValue)")
      if begins { facts.append("TimexValue=\(CoNLLUText.escaped(Array(timex.value.utf8)))") }
    }
    return facts
  }

  private func spaces(_ token: Int) -> [String] {
    var facts: [String] = []
    if token == 0, document.tokens.start(at: 0) > 0 {
      facts.append(
        "SpacesBefore=\(CoNLLUText.escaped(document.text.utf8[..<document.tokens.start(at: 0)]))")
    }
    let gap = gap(after: token)
    if !CoNLLUText.hasSpace(gap), token + 1 < document.tokens.count {
      facts.append("SpaceAfter=No")
    }
    if !gap.isEmpty, !gap.elementsEqual([0x20]) {
      facts.append("SpacesAfter=\(CoNLLUText.escaped(gap))")
    }
    return facts
  }

  /// What stands between a token and the next one, or the end of the text.
  private func gap(after token: Int) -> ArraySlice<UInt8> {
    let tokens = document.tokens
    let next = token + 1 < tokens.count ? tokens.start(at: token + 1) : document.text.count
    return document.text.utf8[tokens.end(at: token)..<next]
  }

  private mutating func line(_ id: String, _ range: Range<Int>, _ facts: [String]) {
    let place = [
      "start=\(index.convert(UTF8Offset(range.lowerBound)))",
      "end=\(index.convert(UTF8Offset(range.upperBound)))",
    ]
    output += Array(id.utf8) + [0x09] + form(range)
    output += Array("\t_\t_\t_\t_\t_\t_\t_\t".utf8)
    output += Array((place + facts).joined(separator: "|").utf8) + [0x0A]
  }

  private func form(_ range: Range<Int>) -> [UInt8] {
    CoNLLUText.form(document.text.utf8[range])
  }
}
