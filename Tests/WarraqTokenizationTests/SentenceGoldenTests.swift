import Testing
import WarraqTestSupport
import WarraqText
import WarraqTokenization

@Suite("Sentences, golden cases")
struct SentenceGoldenTests {
  @Test("Golden cases")
  func golden() throws {
    try GoldenFile("sentences.txt").check { golden in
      let plain = golden.expected.replacing(" | ", with: " ").replacing("|", with: "")
      let text = SourceText(plain)
      let tokens = Tokenizer().tokenize(text)
      let lines = LineList(text, tokens: tokens)
      let marks = PairedMarks(text, tokens: tokens, lines: lines)
      let sentences = SentenceSegmenter().sentences(
        of: text, tokens: tokens, lines: lines, marks: marks)
      var result = ""
      for (index, sentence) in sentences.enumerated() {
        if index > 0 {
          let isGlued = sentences[index - 1].range.upperBound == sentence.range.lowerBound
          result += isGlued ? "|" : " | "
        }
        result += text[sentence.range]
      }
      return result
    }
  }
}
