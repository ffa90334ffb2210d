import Warraq
import WarraqDates
import WarraqEntities
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// What stands inside of a line: sentences, and in them names, dates and roles.
struct TEIInline {
  /// A stretch of text that is an element.
  private struct Span {
    var range: Range<Int>
    var element: String
    var attributes: [(name: String, value: String)]
  }

  private let text: [UInt8]
  private let sentences: [Range<Int>]
  private let spans: [Span]
  /// The furthest end of the spans up to each, itself included.
  private let ends: [Int]

  init(_ document: Document) {
    text = document.text.utf8
    sentences = (document.sentences ?? []).map(\.range.utf8)
    var spans: [Span] = []
    let facts = document.entities.map { MentionFacts.all($0, article: nil) } ?? []
    for facts in facts {
      spans.append(
        Span(
          range: facts.mention.range.utf8, element: Self.element(facts.mention.type),
          attributes: Self.attributes(facts)))
      if let role = facts.mention.role {
        spans.append(Span(range: role.utf8, element: "roleName", attributes: []))
      }
    }
    for timex in document.timexes ?? [] {
      spans.append(
        Span(
          range: timex.range.utf8, element: timex.kind == .time ? "time" : "date",
          attributes: TEIDates.attributes(of: timex)))
    }
    // Of two that begin together the longer one is around the other.
    self.spans = spans.filter { !$0.range.isEmpty }.enumerated().sorted {
      ($0.element.range.lowerBound, $1.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $0.element.range.upperBound, $1.offset)
    }.map(\.element)
    var furthest = 0
    ends = self.spans.map { span in
      furthest = max(furthest, span.range.upperBound)
      return furthest
    }
  }

  private static func element(_ type: EntityType) -> String {
    switch type {
    case .person: "persName"
    case .location: "placeName"
    case .organization: "orgName"
    case .event, .work, .miscellaneous: "name"
    }
  }

  private static func attributes(_ facts: MentionFacts) -> [(name: String, value: String)] {
    var attributes: [(String, String)] = []
    switch facts.mention.type {
    case .event, .work, .miscellaneous: attributes.append(("type", facts.mention.type.rawValue))
    case .person, .location, .organization: break
    }
    attributes += [("n", facts.entityID), ("key", facts.entity.key)]
    if let item = facts.entity.wikidata {
      attributes.append(("ref", "http://www.wikidata.org/entity/\(item)"))
    }
    attributes.append(("cert", facts.mention.confidence.description))
    return attributes
  }

  /// Writes a part of the text.
  ///
  /// - Complexity: O(*n* + *k* log *m*) for *k* spans in the part.
  func write(_ range: Range<Int>, _ xml: inout XMLText) {
    var position = range.lowerBound
    var next = sentences.firstIndexSorted { $0.upperBound > range.lowerBound }
    while next < sentences.count, sentences[next].lowerBound < range.upperBound {
      let sentence = sentences[next].clamped(to: range)
      if position < sentence.lowerBound { names(position..<sentence.lowerBound, &xml) }
      xml.raw("<s>")
      names(sentence, &xml)
      xml.raw("</s>")
      position = sentence.upperBound
      next += 1
    }
    if position < range.upperBound { names(position..<range.upperBound, &xml) }
  }

  private func names(_ range: Range<Int>, _ xml: inout XMLText) {
    var stack: [Span] = []
    var position = range.lowerBound
    for span in inside(range) {
      let span = Span(
        range: span.range.clamped(to: range), element: span.element, attributes: span.attributes)
      close(upTo: span.range.lowerBound, &stack, &position, &xml)
      copy(to: span.range.lowerBound, &position, &xml)
      open(span, &xml)
      stack.append(span)
    }
    close(upTo: range.upperBound, &stack, &position, &xml)
    copy(to: range.upperBound, &position, &xml)
  }

  private func inside(_ range: Range<Int>) -> [Span] {
    let first = ends.firstIndexSorted { $0 > range.lowerBound }
    return spans[first...].prefix { $0.range.lowerBound < range.upperBound }
      .filter { $0.range.overlaps(range) }
  }

  /// Ends the elements that end at or before an offset; those begun inside of one of them that go on
  /// are ended with it and begun again.
  private func close(
    upTo offset: Int, _ stack: inout [Span], _ position: inout Int, _ xml: inout XMLText
  ) {
    while let end = stack.map(\.range.upperBound).min(), end <= offset,
      let lowest = stack.firstIndex(where: { $0.range.upperBound == end })
    {
      copy(to: end, &position, &xml)
      let above = stack[lowest...]
      for span in above.reversed() { xml.raw("</\(span.element)>") }
      let goingOn = above.filter { $0.range.upperBound > end }
      for span in goingOn { open(span, &xml) }
      stack = stack[..<lowest] + goingOn
    }
  }

  private func open(_ span: Span, _ xml: inout XMLText) {
    xml.raw("<\(span.element)")
    for (name, value) in span.attributes { xml.attribute(name, value) }
    xml.raw(">")
  }

  private func copy(to end: Int, _ position: inout Int, _ xml: inout XMLText) {
    guard position < end else { return }
    xml.text(text[position..<end])
    position = end
  }
}

extension Array {
  /// The index of the first element for which a condition holds, in an array in which it holds for
  /// none before that one and for all behind it.
  ///
  /// - Complexity: O(log *n*).
  fileprivate func firstIndexSorted(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
