import Testing
import WarraqAnalysis
import WarraqEntities
import WarraqTestSupport
import WarraqText

@Suite("Gazetteers and stop lists")
struct GazetteerTests {
  private static let entries: [Gazetteer.Entry] = [
    .init(
      surface: "حزب الفجر الأخضر", type: .organization, canonical: "حزب الفجر الأخضر", id: "G1"),
    .init(surface: "الفجر الأخضر", type: .organization, id: "G1"),
    .init(surface: "أبو ليث العامري", type: .person, id: "P1"),
    .init(surface: "عبد المحيط الزين", type: .person, id: "P2"),
    .init(surface: "باريس", type: .person, canonical: "باريس الشمري", id: "P3"),
    .init(surface: "نوفاليس", type: .organization),
    .init(surface: "خطة السراب-2", type: .miscellaneous, id: "M1"),
    .init(surface: "الأرخبيل", type: .location, id: "L1"),
    .init(surface: "NovaGrid", type: .organization, id: "G2"),
  ]

  /// Mentions as text, type and the user's id.
  private func found(
    _ string: String, _ entries: [Gazetteer.Entry] = entries, stop: [String] = [],
    guideline: EntityGuideline = .warraq
  ) throws -> [String] {
    let text = SourceText(string)
    let annotation = EntityAnnotator(
      guideline: guideline, gazetteer: try Gazetteer(entries), stopList: try StopList(stop)
    ).annotate(AnalyzedText(text))
    return annotation.mentions.map {
      "\(text[$0.range]) \($0.type.rawValue) \(annotation.entities[$0.entity].gazetteer ?? "-")"
    }
  }

  @Test(
    "Names are matched through folding, clitics and quotation marks",
    arguments: [
      ("أعلن حزب الفجر الأخضر قائمته", "حزب الفجر الأخضر ORG G1"),
      ("قائمة لحزب الفَجر الاخضر", "حزب الفَجر الاخضر ORG G1"),
      ("بيان فـ\"الفجر الأخضر\" يرى", "الفجر الأخضر ORG G1"),
      ("بيان حزب \"الفجر الأخضر\" أمس", "حزب \"الفجر الأخضر\" ORG G1"),
      ("وفد للفجر الأخضر", "لفجر الأخضر ORG G1"), ("وصل وبالأرخبيل عاصفة", "الأرخبيل LOC L1"),
      ("وفد للأرخبيل", "لأرخبيل LOC L1"), ("سفن من الأرخـــبيل", "الأرخـــبيل LOC L1"),
      ("التقى أبا ليث العامري", "أبا ليث العامري PER P1"),
      ("رسالة إلى أبي ليث العامري", "أبي ليث العامري PER P1"),
      ("رسالة لأبو ليث العامري", "أبو ليث العامري PER P1"),
      ("كتب عبدالمحيط الزين", "عبدالمحيط الزين PER P2"),
      ("كتب عبد المحيط الزين", "عبد المحيط الزين PER P2"), ("شركة نوڤاليس", "نوڤاليس ORG -"),
      ("أطلقت خطة السراب–2 مبكرًا", "خطة السراب–2 MISC M1"),
      ("عقد مع novagrid وقع", "novagrid ORG G2"),
    ])
  func matching(text: String, expected: String) throws {
    #expect(try found(text) == [expected])
  }

  @Test("Whole words only, within a line, and short rests of clitics are no names")
  func boundaries() throws {
    #expect(try found("الأرخبيلية") == [])
    #expect(try found("حزب الفجر\nالأخضر").contains { $0.contains("G1") } == false)
    #expect(try found("بيد", [.init(surface: "يد", type: .organization, id: "Y")]) == [])
    #expect(
      try found("«حزب الفجر» الأخضر").contains { $0.contains("G1") } == false,
      "a quotation that ends inside of a name")
  }

  @Test("The longest name wins, and the list wins over lexicon, rules and model")
  func precedence() throws {
    #expect(try found("تقول باريس إن") == ["باريس PER P3"])
    #expect(try found("زار معهد باريس للدراسات").contains("باريس PER P3"))
    #expect(
      try found(
        "أعلن مجلس الأمن الدولي",
        [
          .init(surface: "الأمن الدولي", type: .work, id: "W"),
          .init(surface: "الأمن", type: .work, id: "V"),
        ]) == ["الأمن الدولي WORK W"])
  }

  @Test("A short form and other names of the lexicon's entity go by the user's identity")
  func identity() throws {
    #expect(
      try found(
        "تراجع تنظيم الدولة، وبقي \"داعش\".",
        [
          .init(surface: "داعش", type: .organization, id: "Q")
        ]) == ["تنظيم الدولة ORG Q", "داعش ORG Q"])
    #expect(
      try found("قال عبد المحيط الزين نعم. ثم أضاف الزين شيئًا.").suffix(2)
        == ["عبد المحيط الزين PER P2", "الزين PER P2"])
  }

  @Test("By the guideline of ANERcorp names are whole tokens")
  func wholeTokens() throws {
    #expect(
      try found("وبالأرخبيل عاصفة", guideline: .anercorp).contains("وبالأرخبيل LOC L1"))
    #expect(
      try found("وبالأرخبيل عاصفة", stop: ["الأرخبيل"], guideline: .anercorp)
        .contains { $0.hasSuffix("L1") } == false)
  }

  @Test("Names of the stop list are never reported; longer ones and those inside are")
  func stopList() throws {
    #expect(try found("عاد من القاهرة وبالقاهرة وللقاهرة", stop: ["القاهرة"]) == [])
    #expect(try found("زار جامعة القاهرة", stop: ["القاهرة"]) == ["جامعة القاهرة ORG -"])
    #expect(try found("زار جامعة القاهرة", stop: ["جامعه القاهره"]) == ["القاهرة LOC -"])
    #expect(try found("قالت باريس", stop: ["باريس"]) == [])
    #expect(try found("قال حسن كمال إن", stop: ["حسن كمال"]) == [])
  }

  @Test("Entries that contradict each other are told with their lines")
  func contradictions() throws {
    func faults(_ entries: [Gazetteer.Entry]) -> [String] {
      do throws(ListError) {
        _ = try Gazetteer(entries)
        return []
      } catch { return error.faults.map(\.description) }
    }
    #expect(
      faults([
        .init(surface: "أمل", type: .person), .init(surface: "امل", type: .organization),
      ]) == [
        "entry:2: error: \"امل\" means something else at entry:1, where \"أمل\" is the same when "
          + "folded"
      ])
    #expect(
      faults([
        .init(surface: "أمل", type: .person, id: "1"),
        .init(surface: "أمل", type: .person, id: "2"),
      ]).count == 1)
    #expect(
      faults([
        .init(surface: "أمل", type: .person, id: "1"),
        .init(surface: "أمل", type: .person, id: "1"),
        .init(surface: "أملي", type: .person, canonical: "أمل", id: "1"),
      ]) == [])
    #expect(
      faults([
        .init(surface: "أمل", type: .person, canonical: "أمل", id: "1"),
        .init(surface: "آمال", type: .person, canonical: "آمال", id: "1"),
      ]).count == 1)
    #expect(faults([.init(surface: " - ", type: .person)]).count == 1)
  }

  @Test("Files: comments, a header, byte order marks and carriage returns are let pass")
  func files() throws {
    let file = ListFile(
      path: "a.tsv",
      bytes: Array("\u{FEFF}surface\ttype\r\n# x\r\n\r\n السراب \tORG\t\tG\r\nالضباب\tLOC".utf8))
    let gazetteer = try Gazetteer(files: [file])
    #expect(gazetteer.count == 2)
    let stops = try StopList(
      files: [ListFile(path: "s.txt", bytes: Array("# x\nالسراب\nالسراب\n".utf8))])
    #expect(stops.count == 1)
  }

  @Test("A hundred thousand rows are all found")
  func many() throws {
    let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمنه")
    func name(_ number: Int) -> String {
      var rest = number
      var word = "ز"
      for _ in 0..<5 {
        word.append(letters[rest % letters.count])
        rest /= letters.count
      }
      return word + " سريع"
    }
    let entries = (0..<100_000).map {
      Gazetteer.Entry(surface: name($0), type: .organization, id: "\($0)")
    }
    let gazetteer = try Gazetteer(entries)
    #expect(gazetteer.count == 100_000)
    let annotator = EntityAnnotator(gazetteer: gazetteer)
    for number in stride(from: 0, to: 100_000, by: 997) {
      let annotation = annotator.annotate(AnalyzedText(SourceText("جاء \(name(number)) اليوم")))
      #expect(annotation.entities.contains { $0.gazetteer == "\(number)" })
    }
  }
}
