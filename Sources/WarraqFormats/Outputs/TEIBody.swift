import Warraq
import WarraqAnalysis
import WarraqArticles
import WarraqDates
import WarraqEntities
import WarraqText
import WarraqTokenization

/// The body of one document: divisions of blocks, a block a line.
struct TEIBody {
  private let document: Document
  private let inline: TEIInline
  /// Where headings of sections begin.
  private let headings: Set<UTF8Offset>
  /// The numbers of points, by where they begin.
  private let points: [UTF8Offset: String]

  init(_ document: Document) {
    self.document = document
    inline = TEIInline(document)
    let sections = document.article?.sections ?? []
    headings = Set(sections.compactMap(\.heading?.lowerBound))
    points = Dictionary(
      sections.flatMap(\.points).map { ($0.range.lowerBound, $0.number) },
      uniquingKeysWith: { first, _ in first })
  }

  /// One line and what it is.
  private struct Block {
    /// The line with what stands around it and is no white space of XML.
    var range: Range<Int>
    var element: String
    /// The division it belongs to; a new one begins where that changes.
    var division: String
    var beginsDivision: Bool
    var number: String?
  }

  func write(_ xml: inout XMLText) {
    let blocks = blocks()
    let text = document.text.utf8
    guard !blocks.isEmpty else {
      // A body has to hold something.
      xml.raw("<p>")
      xml.text(text[...])
      xml.raw("</p>")
      return
    }
    var position = 0
    var open: String?
    for block in blocks {
      xml.text(text[position..<block.range.lowerBound])
      if open != block.division || block.beginsDivision {
        if open != nil { xml.raw("</div>") }
        xml.raw("<div")
        xml.attribute("type", block.division)
        xml.raw(">")
        open = block.division
      }
      xml.raw("<\(block.element)")
      if let number = block.number { xml.attribute("n", number) }
      xml.raw(">")
      inline.write(block.range, &xml)
      xml.raw("</\(block.element)>")
      position = block.range.upperBound
    }
    if open != nil { xml.raw("</div>") }
    xml.text(text[position...])
  }

  private func blocks() -> [Block] {
    let analyzed = LineList(document.text, tokens: document.tokens).filter { !$0.isBlank }
    var blocks: [Block] = []
    for line in analyzed {
      let start = line.range.lowerBound
      let kind = document.article?.region(at: start) ?? .body
      let isHeading = kind == .title || kind == .kicker || headings.contains(start)
      let division = kind == .body ? "section" : kind.rawValue
      let follows = blocks.last?.division == division
      var block = Block(
        range: line.range.utf8, element: "p", division: division, beginsDivision: false,
        number: points[start])
      if isHeading, !(follows && blocks.last?.element == "head") {
        block.element = "head"
        block.beginsDivision = true
      } else if kind == .notes {
        block.element = "note"
      }
      blocks.append(block)
    }
    keepOtherSpaces(&blocks)
    return blocks
  }

  /// Gives blocks the white space around them that XML takes for characters, which may not stand
  /// between blocks.
  private func keepOtherSpaces(_ blocks: inout [Block]) {
    let text = document.text.utf8
    func isXMLSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0A ~= byte || byte == 0x0D }
    for index in blocks.indices {
      let next = index + 1 < blocks.count ? blocks[index + 1].range.lowerBound : text.count
      let end = blocks[index].range.upperBound
      if let last = text[end..<next].lastIndex(where: { !isXMLSpace($0) }) {
        blocks[index].range = blocks[index].range.lowerBound..<last + 1
      }
    }
    guard let first = blocks.first else { return }
    if let other = text[..<first.range.lowerBound].firstIndex(where: { !isXMLSpace($0) }) {
      blocks[0].range = other..<first.range.upperBound
    }
  }
}
