import WarraqFormats

/// A place where predictions and gold differ.
public struct ListedError: Sendable {
  /// What kinds of differences are told apart, in the order of lists.
  public enum Kind: String, CaseIterable, Sendable {
    case missedEntity = "missed entity"
    case spuriousEntity = "spurious entity"
    case entityBoundary = "entity boundary"
    case entityType = "entity type"
    case missedTimex = "missed date"
    case spuriousTimex = "spurious date"
    case timexBoundary = "date boundary"
    case timexValue = "date value"
    case missedSentence = "missed sentence"
    case missedQuotation = "missed quotation"
    case spuriousQuotation = "spurious quotation"
    case quotationBoundary = "quotation boundary"
  }

  /// What kind of difference it is.
  public let kind: Kind
  /// The document's id.
  public let document: String
  /// In scalars of the document's text.
  public let range: Range<Int>
  /// What the gold has there, and what was predicted; types, values or spans.
  public let difference: String
  /// The place with the words around it: before, the span itself, behind. Empty where neither file
  /// has the text.
  public let context: (before: String, span: String, behind: String)

  private static let radius = 40

  private init(
    _ kind: Kind, _ document: String, _ range: Range<Int>, _ difference: String, _ text: [UInt32]
  ) {
    self.kind = kind
    self.document = document
    self.range = range
    self.difference = difference
    func part(_ range: Range<Int>) -> String {
      var part = String.UnicodeScalarView()
      for value in text[range.clamped(to: text.indices)] {
        let isBreak = value < 0x20
        part.append(Unicode.Scalar(isBreak ? 0x20 : value) ?? "\u{FFFD}")
      }
      return String(part)
    }
    context = (
      part(max(0, range.lowerBound - Self.radius)..<range.lowerBound), part(range),
      part(range.upperBound..<range.upperBound + Self.radius)
    )
  }

  /// All differences of a document, in text order.
  static func list(
    gold: DocumentRecord, predicted: DocumentRecord, layers: Set<Measure.Layer>
  ) -> [ListedError] {
    let text = gold.text ?? predicted.text ?? []
    var errors: [ListedError] = []
    func add(_ kind: Kind, _ range: Range<Int>, _ difference: String) {
      errors.append(ListedError(kind, gold.id, range, difference, text))
    }
    if layers.contains(.entities) {
      compare(
        gold.mentions ?? [], predicted.mentions ?? [], range: \.range, label: \.type,
        missed: .missedEntity, spurious: .spuriousEntity, boundary: .entityBoundary,
        other: .entityType, add)
    }
    if layers.contains(.timexes) {
      compare(
        gold.timexes ?? [], predicted.timexes ?? [], range: \.range, label: \.value,
        missed: .missedTimex, spurious: .spuriousTimex, boundary: .timexBoundary,
        other: .timexValue, add)
    }
    if layers.contains(.sentences) {
      let found = Set(predicted.sentences ?? [])
      for sentence in gold.sentences ?? [] where !found.contains(sentence) {
        add(.missedSentence, sentence, "")
      }
    }
    if layers.contains(.quotes) {
      compare(
        gold.quotes ?? [], predicted.quotes ?? [], range: \.range, label: { _ in "" },
        missed: .missedQuotation, spurious: .spuriousQuotation, boundary: .quotationBoundary,
        other: .quotationBoundary, add)
    }
    return errors
  }

  private static func compare<Item>(
    _ gold: [Item], _ predicted: [Item], range: (Item) -> Range<Int>, label: (Item) -> String,
    missed: Kind, spurious: Kind, boundary: Kind, other: Kind,
    _ add: (Kind, Range<Int>, String) -> Void
  ) {
    var bySpan: [Range<Int>: Item] = [:]
    for item in predicted { bySpan[range(item)] = item }
    let (golden, found) = (SpanIndex(gold.map(range)), SpanIndex(predicted.map(range)))
    for item in gold {
      if let same = bySpan[range(item)] {
        if label(same) != label(item) {
          add(other, range(item), "\(label(item)), found \(label(same))")
        }
      } else if let place = found.first(overlapping: range(item)) {
        let near = predicted[place]
        let (start, end) = (range(near).lowerBound, range(near).upperBound)
        add(boundary, range(item), "\(label(item)), found \(label(near)) at \(start)–\(end)")
      } else {
        add(missed, range(item), label(item))
      }
    }
    for item in predicted where golden.first(overlapping: range(item)) == nil {
      add(spurious, range(item), label(item))
    }
  }
}
