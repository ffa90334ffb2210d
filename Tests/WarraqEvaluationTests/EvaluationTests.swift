import Testing
import WarraqFormats

@testable import WarraqEvaluation

@Suite("Evaluation")
struct EvaluationTests {
  private func mention(
    _ start: Int, _ end: Int, _ type: String, _ entity: String? = nil
  ) -> DocumentRecord.Mention {
    DocumentRecord.Mention(range: start..<end, type: type, entity: entity)
  }

  private func scores(
    gold: [DocumentRecord.Mention], predicted: [DocumentRecord.Mention]
  ) -> [String: Tally] {
    var (left, right) = (DocumentRecord(id: "a"), DocumentRecord(id: "a"))
    (left.mentions, right.mentions) = (gold, predicted)
    let found = DocumentScores(gold: left, predicted: right, layers: [.entities])
    return Dictionary(uniqueKeysWithValues: found.tallies.map { ($0.key.name, $0.value) })
  }

  @Test("Exact, overlapping and distinct matches, counted by hand")
  func entities() throws {
    let found = scores(
      gold: [
        mention(0, 4, "PER", "a"), mention(10, 14, "PER", "a"), mention(20, 30, "ORG", "b"),
        mention(40, 44, "LOC", "c"),
      ],
      predicted: [
        mention(0, 4, "PER", "x"), mention(10, 13, "PER", "x"), mention(22, 30, "ORG", "y"),
        mention(40, 44, "ORG", "z"), mention(50, 55, "PER", "w"),
      ])
    // Right: 0–4 alone.
    let exact = try #require(found["entities.exact.all"])
    #expect(exact == Tally(gold: 4, found: 1, predicted: 5, right: 1))
    #expect(exact.precision == 0.2 && exact.recall == 0.25)
    #expect(abs(exact.f1 - 2 * 0.2 * 0.25 / 0.45) < 1e-12)
    #expect(found["entities.exact.PER"] == Tally(gold: 2, found: 1, predicted: 3, right: 1))
    #expect(found["entities.overlap.all"] == Tally(gold: 4, found: 3, predicted: 5, right: 3))
    #expect(found["entities.distinct.PER"] == Tally(gold: 1, found: 1, predicted: 2, right: 1))
    #expect(found["entities.distinct.ORG"] == Tally(gold: 1, found: 0, predicted: 2, right: 0))
    // The span of the LOC was found, as something else.
    #expect(found["entities.span.all"] == Tally(gold: 4, found: 2, predicted: 5, right: 2))
  }

  @Test("B-cubed of the example of Bagga and Baldwin")
  func bCubed() {
    // Gold: 1–5, 6–7, 8–12 (as 5, 2 and 5 mentions); found: 1–5, and 6–12 as one.
    let gold = (1...12).map { mention($0, $0 + 1, "PER", $0 <= 5 ? "a" : $0 <= 7 ? "b" : "c") }
    let found = (1...12).map { mention($0, $0 + 1, "PER", $0 <= 5 ? "x" : "y") }
    let tally = Grouping.bCubed(gold, found)
    // 5 × 1, 2 × 2/7, 5 × 5/7 of 12.
    #expect(abs(tally.precision - (5.0 + 4.0 / 7 + 25.0 / 7) / 12) < 1e-12)
    #expect(tally.recall == 1)
    let missing = Grouping.bCubed(gold, Array(found.dropFirst(5)))
    #expect(abs(missing.recall - 7.0 / 12) < 1e-12)
  }

  @Test("Values count only with their spans; vague expressions do not count")
  func timexes() {
    var (gold, predicted) = (DocumentRecord(id: "a"), DocumentRecord(id: "a"))
    func timex(_ start: Int, _ value: String) -> DocumentRecord.TimeExpression {
      DocumentRecord.TimeExpression(range: start..<start + 4, type: "DATE", value: value)
    }
    gold.timexes = [timex(0, "2018"), timex(10, "2019-03"), timex(20, "2020")]
    predicted.timexes = [timex(0, "2018"), timex(10, "2019-04"), timex(22, "2020")]
    predicted.timexes?.append(timex(40, "PRESENT_REF"))
    let found = DocumentScores(gold: gold, predicted: predicted, layers: [.timexes]).tallies
    func tally(_ match: String) -> Tally? {
      found.first { $0.key.name == "timexes.\(match).all" }?.value
    }
    #expect(tally("exact") == Tally(gold: 3, found: 2, predicted: 3, right: 2))
    #expect(tally("overlap") == Tally(gold: 3, found: 3, predicted: 3, right: 3))
    #expect(tally("exact+value") == Tally(gold: 3, found: 1, predicted: 3, right: 1))
  }

  @Test("Regions by characters, points and the conclusion by where they begin")
  func structure() {
    var (gold, predicted) = (DocumentRecord(id: "a"), DocumentRecord(id: "a"))
    var (left, right) = (DocumentRecord.Structure(), DocumentRecord.Structure())
    left.title = 0..<10
    left.regions = [.init(range: 0..<10, kind: "title"), .init(range: 10..<100, kind: "body")]
    left.points = [.init(start: 20, number: "1", title: nil)]
    left.conclusion = 80..<100
    left.published = (5..<9, "2020-01-02")
    right.title = 0..<9
    right.regions = [.init(range: 0..<20, kind: "title"), .init(range: 20..<100, kind: "body")]
    right.points = [.init(start: 20, number: "1", title: 22..<25)]
    right.conclusion = 80..<90
    right.published = (4..<9, "2020-01-02")
    (gold.structure, predicted.structure) = (left, right)
    let found = DocumentScores(gold: gold, predicted: predicted, layers: [.structure]).tallies
    func tally(_ name: String) -> Tally? {
      found.first { $0.key.name == "structure.\(name)" }?.value
    }
    #expect(tally("title.all") == Tally(gold: 1, found: 0, predicted: 1, right: 0))
    #expect(tally("published.all") == Tally(gold: 1, found: 1, predicted: 1, right: 1))
    #expect(tally("points.all") == Tally(gold: 1, found: 1, predicted: 1, right: 1))
    #expect(tally("conclusion.all") == Tally(gold: 1, found: 1, predicted: 1, right: 1))
    #expect(tally("regions.title") == Tally(gold: 10, found: 10, predicted: 20, right: 10))
    #expect(tally("regions.all") == Tally(gold: 100, found: 90, predicted: 100, right: 90))
  }

  @Test("Speakers are the same where their mentions meet; verbs count with their spans")
  func quotes() {
    var (gold, predicted) = (DocumentRecord(id: "a"), DocumentRecord(id: "a"))
    gold.mentions = [mention(0, 4, "PER", "x"), mention(50, 54, "PER", "y")]
    predicted.mentions = [mention(0, 4, "PER", "e1"), mention(50, 53, "PER", "e2")]
    gold.quotes = [
      .init(range: 10..<20, speaker: "x", verb: 6..<9), .init(range: 30..<40, speaker: "x"),
      .init(range: 60..<70, speaker: "y"), .init(range: 80..<90),
    ]
    predicted.quotes = [
      .init(range: 10..<20, speaker: "e1", verb: 6..<9), .init(range: 31..<40, speaker: "e1"),
      .init(range: 60..<70, speaker: "e2", verb: 56..<58), .init(range: 100..<110),
    ]
    gold.tellsVerbs = true
    let found = DocumentScores(gold: gold, predicted: predicted, layers: [.quotes]).tallies
    func tally(_ match: String) -> Tally? {
      found.first { $0.key.name == "quotes.\(match).all" }?.value
    }
    #expect(tally("exact") == Tally(gold: 4, found: 2, predicted: 4, right: 2))
    #expect(tally("overlap") == Tally(gold: 4, found: 3, predicted: 4, right: 3))
    // The mention of y is not that of e2.
    #expect(tally("speaker") == Tally(gold: 3, found: 2, predicted: 3, right: 2))
    #expect(tally("verb") == Tally(gold: 1, found: 1, predicted: 2, right: 1))
    gold.tellsVerbs = false
    let without = DocumentScores(gold: gold, predicted: predicted, layers: [.quotes]).tallies
    #expect(!without.keys.contains { $0.match == "verb" })
  }

  @Test("Nothing to find and nothing found is right; something of either is not")
  func empty() {
    #expect(Tally().f1 == 1)
    #expect(Tally(gold: 1, found: 0, predicted: 0, right: 0).f1 == 0)
    #expect(Tally(gold: 0, found: 0, predicted: 1, right: 0).f1 == 0)
  }

  @Test("Intervals hold the figure, and are the same every time")
  func intervals() throws {
    let tallies = (0..<20).map { Tally(gold: 10, found: 10 - $0 % 5, predicted: 10, right: 8) }
    let interval = try #require(Bootstrap.interval(of: tallies))
    var total = Tally()
    for tally in tallies { total += tally }
    #expect(interval.contains(total.f1) && interval.lowerBound < interval.upperBound)
    #expect(interval == Bootstrap.interval(of: tallies))
    #expect(Bootstrap.interval(of: [Tally(), Tally()]) == nil)
  }

  @Test("Errors are told apart and have the words around them")
  func errors() throws {
    var (gold, predicted) = (DocumentRecord(id: "a"), DocumentRecord(id: "a"))
    gold.text = Array("زار أحمد حسن مصر أمس".unicodeScalars.map(\.value))
    gold.mentions = [mention(4, 12, "PER"), mention(13, 16, "LOC")]
    predicted.mentions = [mention(4, 8, "PER"), mention(13, 16, "ORG"), mention(17, 20, "LOC")]
    let errors = ListedError.list(gold: gold, predicted: predicted, layers: [.entities])
    #expect(errors.map(\.kind) == [.entityBoundary, .entityType, .spuriousEntity])
    let first = try #require(errors.first)
    #expect(first.context.before == "زار " && first.context.span == "أحمد حسن")
    #expect(first.context.behind == " مصر أمس")
    #expect(first.difference == "PER, found PER at 4–8")
  }
}
