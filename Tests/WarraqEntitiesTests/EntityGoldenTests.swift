import Testing
import WarraqAnalysis
import WarraqEntities
import WarraqTestSupport
import WarraqText

@Suite("Entities")
struct EntityGoldenTests {
  /// The entities of a text.
  private func annotate(_ string: String) -> (text: SourceText, annotation: EntityAnnotation) {
    let text = SourceText(string)
    return (text, EntityAnnotator().annotate(AnalyzedText(text)))
  }

  @Test("Golden cases")
  func golden() throws {
    try GoldenFile("entities.txt").check { golden in
      let plain = GoldenMarkup.plain(golden.expected)
      let (_, annotation) = annotate(plain)
      return GoldenMarkup.marked(
        plain, annotation.mentions.map { ($0.range.utf8, $0.type.rawValue) })
    }
  }

  /// The canonical name of each mention, in order.
  private func canonical(_ string: String) -> [String] {
    let (_, annotation) = annotate(string)
    return annotation.mentions.map { annotation.entities[$0.entity].canonical }
  }

  @Test("Mentions of one thing share an identity")
  func identity() {
    #expect(
      Set(canonical("سيطر تنظيم الدولة الإسلامية، ثم تراجع \"داعش\" وتنظيم الدولة."))
        == ["تنظيم الدولة الإسلامية"])
    #expect(
      Set(canonical("قال تنظيم القاعدة إن \"القاعدة\" لن ترد.")) == ["تنظيم القاعدة"])
    #expect(Set(canonical("التقى أبو بكر الخالدي وفدًا، ثم زار أبا بكر الخالدي.")).count == 1)
    #expect(
      Set(canonical("قال الرئيس حسن كمال إن الأمر انتهى. ثم أضاف كمال شيئًا آخر.")).count == 1)
    #expect(Set(canonical("اجتمع عبد المهدي الطائي وعبدالمهدي الطائي")).count == 1)
  }

  @Test("Countries are linked to ISO 3166-1")
  func links() {
    let (_, annotation) = annotate("زار وفد من سورية مصر وفرنسا.")
    #expect(annotation.entities.map(\.region) == ["SY", "EG", "FR"])
  }

  @Test("Spans leave out clitics, quotation marks and titles")
  func spans() {
    for (input, expected) in [
      ("وقال \"إياد علاوي\" كلمته", ["إياد علاوي"]), ("ممثلين لأيمن الظواهري", ["أيمن الظواهري"]),
      ("فـ\"داعش\" تراجع", ["داعش"]), ("بيان للأمم المتحدة", ["لأمم المتحدة"]),
      (
        "رصد مدير مصلحة الأمن الفيدرالية الروسية \"ألكسندر بورتنيكوف\" مؤشرات",
        ["مصلحة الأمن الفيدرالية الروسية", "ألكسندر بورتنيكوف"]
      ),
    ] {
      let (text, annotation) = annotate(input)
      #expect(annotation.mentions.map { text[$0.range] } == expected)
    }
  }

  @Test("Mentions are ordered, apart, and of known entities, on any text")
  func soundness() throws {
    for (name, bytes) in try Corpus.articles() {
      let text = try SourceText(validating: bytes)
      let annotation = EntityAnnotator().annotate(AnalyzedText(text))
      var position = UTF8Offset(0)
      var counts = [Int](repeating: 0, count: annotation.entities.count)
      for mention in annotation.mentions {
        #expect(mention.range.lowerBound >= position, "\(name)")
        #expect(!mention.range.isEmpty && (0...1).contains(mention.confidence))
        position = mention.range.upperBound
        counts[mention.entity] += 1
      }
      #expect(counts == annotation.entities.map(\.mentions), "\(name)")
    }
  }
}
