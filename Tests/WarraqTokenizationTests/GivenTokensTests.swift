import Testing
import WarraqText
import WarraqTokenization

@Suite("Tokens given")
struct GivenTokensTests {
  private func tokens(_ string: String) -> (texts: [String], list: TokenList) {
    let text = SourceText(string)
    let list = TokenList(givenIn: text)
    return (list.indices.map { text[list.range(at: $0)] }, list)
  }

  @Test("What stands between spaces and line ends is one token, as it is")
  func asTheyAre() {
    #expect(tokens("").texts.isEmpty)
    #expect(tokens(" \n\u{2028} ").texts.isEmpty)
    #expect(
      tokens("وقال د. «حسن» ، 12.5%\nثم\tمضى...\u{200F} .").texts
        == ["وقال", "د.", "«حسن»", "،", "12.5%", "ثم", "مضى...\u{200F}", "."])
  }

  @Test("A lone control is a token with an empty key")
  func controls() {
    let (texts, list) = tokens("قال \u{200F} نعم")
    #expect(texts == ["قال", "\u{200F}", "نعم"])
    #expect(list.keyRange(at: 1).isEmpty && list.kind(at: 1) == .symbol)
  }

  @Test("The kind is that of the first word inside, keys are folded")
  func kinds() {
    let (_, list) = tokens("«حسن» a-1 12 ، إلى")
    #expect(
      list.indices.map { list.kind(at: $0) }
        == [.arabicWord, .otherWord, .number, .punctuation, .arabicWord])
    #expect(list.key(at: 4) == "الي")
  }

  @Test("Words that the tokenizer finds too have the same keys")
  func sameKeys() {
    let text = SourceText("وصل الوزير إلى القاهرة أمس\nثم عاد")
    let given = TokenList(givenIn: text)
    let found = Tokenizer().tokenize(text)
    #expect(
      given.indices.map { given.keyHash(at: $0) } == found.indices.map { found.keyHash(at: $0) })
    #expect(given.indices.map { given.range(at: $0) } == found.indices.map { found.range(at: $0) })
  }
}
