import WarraqFormats

/// What one document's predictions come to, measure by measure.
struct DocumentScores {
  private(set) var tallies: [Measure: Tally] = [:]

  /// Compares a document's predictions with its gold, layer by layer.
  ///
  /// - Parameter layers: Those that both files have.
  init(gold: DocumentRecord, predicted: DocumentRecord, layers: Set<Measure.Layer>) {
    if layers.contains(.entities) {
      addEntities(gold.mentions ?? [], predicted.mentions ?? [])
    }
    if layers.contains(.timexes) { addTimexes(gold.timexes ?? [], predicted.timexes ?? []) }
    if layers.contains(.sentences) {
      add(
        Measure(.sentences, "exact", rank: 0),
        Self.equal(gold.sentences ?? [], predicted.sentences ?? []))
    }
    if layers.contains(.structure) {
      addStructure(
        gold.structure ?? DocumentRecord.Structure(),
        predicted.structure ?? DocumentRecord.Structure())
    }
    if layers.contains(.quotes) { addQuotes(gold, predicted) }
  }

  private mutating func add(_ measure: Measure, _ tally: Tally) {
    tallies[measure, default: Tally()] += tally
  }

  // MARK: Entities

  private mutating func addEntities(
    _ gold: [DocumentRecord.Mention], _ predicted: [DocumentRecord.Mention]
  ) {
    let types = Set(gold.map(\.type) + predicted.map(\.type))
    for type in types {
      let wanted = gold.filter { $0.type == type }
      let found = predicted.filter { $0.type == type }
      let exact = Self.equal(wanted.map(\.range), found.map(\.range))
      let overlapping = Self.overlapping(wanted.map(\.range), found.map(\.range))
      let distinct = Self.distinct(wanted, found)
      for name in [type, "all"] {
        add(Measure(.entities, "exact", name, rank: 0), exact)
        add(Measure(.entities, "overlap", name, rank: 1), overlapping)
        add(Measure(.entities, "distinct", name, rank: 2), distinct)
      }
    }
    add(
      Measure(.entities, "span", rank: 3), Self.equal(gold.map(\.range), predicted.map(\.range)))
    if gold.contains(where: { $0.entity != nil }) {
      add(Measure(.entities, "b-cubed", rank: 4), Grouping.bCubed(gold, predicted))
    }
  }

  /// Entities of which at least one mention has the same span and type on the other side.
  private static func distinct(
    _ gold: [DocumentRecord.Mention], _ predicted: [DocumentRecord.Mention]
  ) -> Tally {
    func entities(_ mentions: [DocumentRecord.Mention], in other: Set<Range<Int>>?) -> Int {
      Set(
        mentions.filter { other?.contains($0.range) ?? true }
          .map { $0.entity ?? "\($0.range)" }
      ).count
    }
    return Tally(
      gold: entities(gold, in: nil), found: entities(gold, in: Set(predicted.map(\.range))),
      predicted: entities(predicted, in: nil),
      right: entities(predicted, in: Set(gold.map(\.range))))
  }

  // MARK: Time expressions

  private mutating func addTimexes(
    _ gold: [DocumentRecord.TimeExpression], _ predicted: [DocumentRecord.TimeExpression]
  ) {
    // Vague words may be told or not; see the contract of dates.
    func isVague(_ timex: DocumentRecord.TimeExpression) -> Bool {
      ["PRESENT_REF", "PAST_REF", "FUTURE_REF"].contains(timex.value)
    }
    let vague = Set((gold + predicted).filter(isVague).map(\.range))
    let gold = gold.filter { !vague.contains($0.range) }
    let predicted = predicted.filter { !vague.contains($0.range) }
    let (wanted, found) = (gold.map(\.range), predicted.map(\.range))
    add(Measure(.timexes, "exact", rank: 0), Self.equal(wanted, found))
    add(Measure(.timexes, "overlap", rank: 1), Self.overlapping(wanted, found))
    struct Valued: Hashable {
      var range: Range<Int>
      var value: String
    }
    add(
      Measure(.timexes, "exact+value", rank: 2),
      Self.equal(
        gold.map { Valued(range: $0.range, value: $0.value) },
        predicted.map { Valued(range: $0.range, value: $0.value) }))
  }

  // MARK: Structure

  private mutating func addStructure(
    _ gold: DocumentRecord.Structure, _ predicted: DocumentRecord.Structure
  ) {
    func add(_ match: String, _ rank: Int, _ wanted: [Range<Int>], _ found: [Range<Int>]) {
      self.add(Measure(.structure, match, rank: rank), Self.equal(wanted, found))
    }
    func list(_ range: Range<Int>?) -> [Range<Int>] { range.map { [$0] } ?? [] }
    add("title", 0, list(gold.title), list(predicted.title))
    add("kicker", 1, list(gold.kicker), list(predicted.kicker))
    add("author", 2, list(gold.author), list(predicted.author))
    self.add(
      Measure(.structure, "published", rank: 3),
      Self.equal(
        gold.published.map { [$0.value] } ?? [], predicted.published.map { [$0.value] } ?? []))
    add("headings", 4, gold.headings, predicted.headings)
    // A point is told by where it begins; its title is part of it.
    self.add(
      Measure(.structure, "points", rank: 5),
      Self.equal(gold.points.map(\.start), predicted.points.map(\.start)))
    self.add(
      Measure(.structure, "conclusion", rank: 6),
      Self.equal(
        list(gold.conclusion).map(\.lowerBound), list(predicted.conclusion).map(\.lowerBound)))
    addRegions(gold.regions, predicted.regions)
  }

  /// Regions are compared scalar by scalar, as they have no sure ends in empty lines.
  private mutating func addRegions(
    _ gold: [DocumentRecord.Region], _ predicted: [DocumentRecord.Region]
  ) {
    for kind in Set((gold + predicted).map(\.kind)) {
      let wanted = gold.filter { $0.kind == kind }.map(\.range)
      let found = predicted.filter { $0.kind == kind }.map(\.range)
      var shared = 0
      for range in wanted { for other in found { shared += range.clamped(to: other).count } }
      let tally = Tally(
        gold: wanted.reduce(0) { $0 + $1.count }, found: shared,
        predicted: found.reduce(0) { $0 + $1.count }, right: shared)
      add(Measure(.structure, "regions", kind, rank: 7), tally)
      add(Measure(.structure, "regions", rank: 7), tally)
    }
  }

  // MARK: Quotations

  private mutating func addQuotes(_ gold: DocumentRecord, _ predicted: DocumentRecord) {
    let (wanted, found) = (gold.quotes ?? [], predicted.quotes ?? [])
    add(Measure(.quotes, "exact", rank: 0), Self.equal(wanted.map(\.range), found.map(\.range)))
    add(
      Measure(.quotes, "overlap", rank: 1),
      Self.overlapping(wanted.map(\.range), found.map(\.range)))
    add(Measure(.quotes, "speaker", rank: 2), Self.speakers(gold, predicted))
    if gold.tellsVerbs {
      struct Told: Hashable {
        var range: Range<Int>
        var verb: Range<Int>
      }
      func told(_ quotes: [DocumentRecord.Quotation]) -> [Told] {
        quotes.compactMap { quote in quote.verb.map { Told(range: quote.range, verb: $0) } }
      }
      add(Measure(.quotes, "verb", rank: 3), Self.equal(told(wanted), told(found)))
    }
  }

  /// Quotations that have a speaker: right where the same words, or some of them, are said by an
  /// entity that has a mention in common with that of the other side.
  private static func speakers(_ gold: DocumentRecord, _ predicted: DocumentRecord) -> Tally {
    func said(_ record: DocumentRecord) -> [DocumentRecord.Quotation] {
      (record.quotes ?? []).filter { $0.speaker != nil }
    }
    let (wanted, found) = (said(gold), said(predicted))
    let (golden, other) = (places(gold), places(predicted))
    let index = SpanIndex(found.map(\.range))
    var matched: Set<Int> = []
    for quote in wanted {
      guard let place = index.first(overlapping: quote.range), let speaker = quote.speaker,
        let said = found[place].speaker, let here = golden[speaker], let there = other[said],
        !here.isDisjoint(with: there)
      else { continue }
      matched.insert(place)
    }
    return Tally(
      gold: wanted.count, found: matched.count, predicted: found.count, right: matched.count)
  }

  /// Where the mentions of each entity stand.
  private static func places(_ record: DocumentRecord) -> [String: Set<Range<Int>>] {
    var places: [String: Set<Range<Int>>] = [:]
    for mention in record.mentions ?? [] {
      guard let entity = mention.entity else { continue }
      places[entity, default: []].insert(mention.range)
    }
    return places
  }

  // MARK: Matching

  /// Items that are the same on both sides, each counted as often as it stands there.
  static func equal<Item: Hashable>(_ gold: [Item], _ predicted: [Item]) -> Tally {
    var left: [Item: Int] = [:]
    for item in gold { left[item, default: 0] += 1 }
    var matched = 0
    for item in predicted where left[item, default: 0] > 0 {
      left[item, default: 0] -= 1
      matched += 1
    }
    return Tally(
      gold: gold.count, found: matched, predicted: predicted.count, right: matched)
  }

  /// Spans that share at least a scalar with one of the other side.
  static func overlapping(_ gold: [Range<Int>], _ predicted: [Range<Int>]) -> Tally {
    let (golden, found) = (SpanIndex(gold), SpanIndex(predicted))
    return Tally(
      gold: gold.count, found: gold.count { found.first(overlapping: $0) != nil },
      predicted: predicted.count,
      right: predicted.count { golden.first(overlapping: $0) != nil })
  }
}
