import Testing
import WarraqLexicon
import WarraqText
import WarraqTokenization

@Suite("Lexicon")
struct LexiconTests {
  private let lexicon = Lexicon.shared

  /// The records of a phrase.
  private func records(_ phrase: String) -> [LexiconRecord] {
    let tokens = Tokenizer().tokenize(SourceText(phrase))
    var node = Lexicon.Node.root
    for token in tokens.indices {
      guard let term = lexicon.term(of: tokens, at: token),
        let next = lexicon.child(of: node, term)
      else { return [] }
      node = next
    }
    return lexicon.records(at: node).map { lexicon[record: $0] }
  }

  @Test(
    "Names lead to their entities, whatever their spelling",
    arguments: [
      ("مصر", "iso:EG"), ("الولايات المتحدة الأمريكية", "iso:US"), ("داعش", "org/islamic-state"),
      ("الأُمم المُتّحدة", "org/united-nations"), ("ايران", "iso:IR"), ("القاهره", "loc/cairo"),
    ])
  func entities(_ phrase: String, _ key: String) {
    let keys = records(phrase).filter { $0.category == .entity }
      .map { lexicon[entity: $0.value].key }
    #expect(keys.contains(key))
  }

  @Test("Countries carry their code and their CLDR name")
  func regions() throws {
    let record = try #require(records("سورية").first { $0.category == .entity })
    let entity = lexicon[entity: record.value]
    #expect(entity.region == "SY")
    #expect(entity.canonical == "سوريا")
  }

  @Test("What is not there is not found")
  func absent() {
    #expect(records("زعبطوط").isEmpty)
    #expect(records("مجلس زعبطوط").isEmpty)
    #expect(records("").allSatisfy { $0.category != .entity })
  }

  @Test("A nationality has its forms")
  func nationalities() {
    for form in ["مصري", "المصرية", "مصريون", "المصريين"] {
      #expect(records(form).contains { $0.category == .nationality })
    }
  }

  @Test("Damaged data is refused")
  func damaged() {
    #expect((Lexicon([])).isNil)
    #expect((Lexicon([UInt8](repeating: 0, count: 64))).isNil)
    #expect((Lexicon(Array("WRQL".utf8) + [2, 0, 0, 0])).isNil)
    #expect(
      (Lexicon(Array("WRQL".utf8) + [1, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 64))).isNil)
  }
}

extension Optional {
  fileprivate var isNil: Bool { if case .none = self { true } else { false } }
}
