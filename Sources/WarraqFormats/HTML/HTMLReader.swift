internal import WarraqText

/// Goes over the events of a page once, and gathers text and evidence.
struct HTMLReader {
  private let page: HTMLEvents
  /// Whether hidden elements are text too.
  private let showsHidden: Bool
  private var text = HTMLTextBuilder()
  private var evidence = HTMLEvidenceBuilder()
  private var open: [OpenElement] = []
  /// Open elements whose content is no text.
  private var silent = 0
  private var metadata = HTMLMetadata()
  /// Where the text stood when a link ended last.
  private var endOfLink: Int?

  /// An element that has not ended yet.
  struct OpenElement {
    var element: HTMLElement
    /// Where its text begins, or white space before.
    var start: Int
    var isSilent: Bool
    /// What it is by its attributes.
    var marks: HTMLMarks
    /// What is gathered of the characters of an element that is no text.
    var characters: [UInt8] = []
  }

  init(_ page: HTMLEvents, showsHidden: Bool) {
    self.page = page
    self.showsHidden = showsHidden
  }

  /// Whether the page has no text.
  var isEmpty: Bool { text.bytes.isEmpty }

  /// What has been gathered.
  func result() -> (text: SourceText, markup: MarkupEvidence) {
    let text = SourceText(valid: text.bytes)
    return (text, evidence.evidence(of: text, declared: metadata.declarations))
  }

  /// Reads all events.
  ///
  /// - Complexity: O(*n*).
  mutating func read() {
    let events = page.events
    var position = 0
    while position < events.count {
      let event = events[position]
      position += 1
      switch event.kind {
      case .open:
        var attributes = HTMLAttributes()
        while position < events.count, events[position].kind == .attribute {
          attributes.add(page.pool[events[position].characters], for: events[position].name)
          position += 1
        }
        begin(HTMLElement.table[event.name], attributes)
      case .text: characters(page.pool[event.characters])
      case .close: end()
      case .attribute: break
      }
    }
  }

  // MARK: Events

  private mutating func begin(_ element: HTMLElement, _ attributes: HTMLAttributes) {
    let isHidden = !showsHidden && HTMLMarks.isHidden(element, attributes)
    let isSilent = element.layout == .none || isHidden
    if case .meta = element.role { metadata.addMeta(attributes) }
    if case .html = element.role { metadata.add(language: attributes[.lang]) }
    if !isSilent, silent == 0 { layOut(element, isEnd: false) }
    if isSilent { silent += 1 }
    open.append(
      OpenElement(
        element: element, start: text.position, isSilent: isSilent,
        marks: silent == 0 ? HTMLMarks(element, attributes) : HTMLMarks(script: element, attributes)
      ))
    guard silent == 0 else { return }
    separate(open[open.count - 1], isEnd: false)
    evidence.begin(open[open.count - 1])
  }

  private mutating func end() {
    guard let closed = open.popLast() else { return }
    if closed.isSilent { silent -= 1 }
    switch closed.element.role {
    case .title: metadata.addTitle(closed.characters)
    case .script where closed.marks.isJSONLD: metadata.addJSONLD(closed.characters)
    default: break
    }
    guard !closed.isSilent, silent == 0 else { return }
    let range = text.range(from: closed.start)
    evidence.end(
      closed, range: range, isLine: range.map { text.lineStart <= $0.lowerBound.value } ?? false)
    if let day = closed.marks.publicationDay { metadata.add(publicationDay: day) }
    layOut(closed.element, isEnd: true)
    separate(closed, isEnd: true)
  }

  /// Parts inline elements that style sheets set apart, but their source may not: times, names of
  /// authors, links behind links.
  private mutating func separate(_ element: OpenElement, isEnd: Bool) {
    switch element.element.role {
    case .time: text.separate()
    case .link:
      if !isEnd, endOfLink == text.position { text.separate() }
      if isEnd { endOfLink = text.position }
    default: break
    }
    if element.marks.isByline { text.separate() }
  }

  private mutating func characters(_ characters: ArraySlice<UInt8>) {
    guard silent > 0 else { return text.add(characters) }
    guard let last = open.last else { return }
    switch last.element.role {
    case .title: open[open.count - 1].characters += characters
    case .script where last.marks.isJSONLD: open[open.count - 1].characters += characters
    default: break
    }
  }

  private mutating func layOut(_ element: HTMLElement, isEnd: Bool) {
    switch element.layout {
    case .inline, .none: break
    case .block: text.endLine()
    case .preformatted:
      text.endLine()
      text.preformatted += isEnd ? -1 : 1
    case .lineBreak: if isEnd { text.addBreak() }
    }
  }
}

/// The attributes of one element.
struct HTMLAttributes: Sendable {
  private var values: [(attribute: HTMLAttribute, value: ArraySlice<UInt8>)] = []

  /// Takes an attribute by its number.
  mutating func add(_ value: ArraySlice<UInt8>, for number: Int) {
    guard let attribute = HTMLAttribute(rawValue: number) else { return }
    values.append((attribute, value))
  }

  /// Whether the element has none.
  var isEmpty: Bool { values.isEmpty }

  /// The value of an attribute; `nil` where the element does not have it.
  subscript(attribute: HTMLAttribute) -> String? {
    bytes(of: attribute).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the element has an attribute.
  func has(_ attribute: HTMLAttribute) -> Bool { bytes(of: attribute) != nil }

  /// The value of an attribute in ASCII lower case, white space at its ends left out.
  func folded(_ attribute: HTMLAttribute) -> String? {
    guard let bytes = bytes(of: attribute) else { return nil }
    let folded = bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    let start = folded.firstIndex { !HTMLTextBuilder.isSpace($0) } ?? folded.count
    let end = folded.lastIndex { !HTMLTextBuilder.isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: folded[start..<end], as: UTF8.self)
  }

  private func bytes(of attribute: HTMLAttribute) -> ArraySlice<UInt8>? {
    values.first { $0.attribute == attribute }?.value
  }
}
