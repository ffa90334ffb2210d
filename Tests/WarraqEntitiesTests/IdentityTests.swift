import Testing
import WarraqAnalysis
import WarraqEntities
import WarraqTestSupport
import WarraqText

@Suite("Identity of entities")
struct IdentityTests {
  private func annotate(_ string: String) -> (text: SourceText, annotation: EntityAnnotation) {
    let text = SourceText(string)
    return (text, EntityAnnotator().annotate(AnalyzedText(text)))
  }

  @Test("Golden cases of grouping")
  func golden() throws {
    try GoldenFile("identity.txt").check { golden in
      let plain = GoldenMarkup.plain(golden.expected)
      let (_, annotation) = annotate(plain)
      return GoldenMarkup.marked(
        plain, annotation.mentions.map { ($0.range.utf8, "\($0.entity + 1)") })
    }
  }

  @Test("A thing has the same key in every document, whatever stands around it")
  func keys() {
    func keys(_ string: String) -> [String] { annotate(string).annotation.entities.map(\.key) }
    #expect(keys("قال سليم عواد في مصر") == ["name/per/سليم-عواد", "iso:EG"])
    #expect(keys("عاد إلى مصر، ثم التقى بسليم عوّاد").sorted() == ["iso:EG", "name/per/سليم-عواد"])
    #expect(keys("رأى أبا سعيد الخالدي") == keys("رسالة من أبي سعيد الخالدي"))
    #expect(keys("قال عبد المعين الطائي") == keys("قال عبدالمعين الطائي"))
    #expect(keys("تراجع داعش") == keys("تراجع تنظيم الدولة الإسلامية"))
  }

  @Test("Documents annotated at once are what they are one after the other")
  func concurrency() async throws {
    let texts = try Corpus.articles().map { try SourceText(validating: $0.1) }
    let annotator = EntityAnnotator()
    let oneByOne = texts.map { annotator.annotate(AnalyzedText($0)) }
    let atOnce = await withTaskGroup(of: (Int, EntityAnnotation).self) { group in
      for (number, text) in texts.enumerated() {
        group.addTask { (number, annotator.annotate(AnalyzedText(text))) }
      }
      var results = [EntityAnnotation](repeating: EntityAnnotation(), count: texts.count)
      for await (number, annotation) in group { results[number] = annotation }
      return results
    }
    #expect(atOnce == oneByOne)
  }

  @Test("Keys tell the entities of a document apart")
  func distinct() throws {
    for (name, bytes) in try Corpus.articles() {
      let annotation = EntityAnnotator().annotate(AnalyzedText(try SourceText(validating: bytes)))
      #expect(
        Set(annotation.entities.map(\.key)).count == annotation.entities.count, "\(name)")
    }
  }

  @Test("Countries have their items in Wikidata")
  func wikidata() {
    let (_, annotation) = annotate("زار وفد من سورية مصر واسكتلندا، ثم التقى سليم عواد.")
    #expect(annotation.entities.map(\.wikidata) == ["Q858", "Q79", "Q22", nil])
  }

  @Test("The canonical name is the fullest, أبا and أبي as أبو")
  func canonical() {
    func names(_ string: String) -> [String] {
      annotate(string).annotation.entities.map(\.canonical)
    }
    #expect(names("رأى أبا سعيد الخالدي") == ["أبو سعيد الخالدي"])
    #expect(names("قال الوزير حسن كمال. ثم أضاف كمال.") == ["حسن كمال"])
  }
}
