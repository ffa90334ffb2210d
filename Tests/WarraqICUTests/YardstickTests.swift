import Testing
import WarraqICU

@Suite("The break yardstick")
struct YardstickTests {
  @Test("It finds the oracle's segments, run after run")
  func segments() throws {
    let yardstick = try BreakYardstick(capacity: 100)
    for text in ["قال 12 مرة 👍!", "a b", "", "U.S. café"] {
      let count = try yardstick.run(Array(text.utf8))
      let segments = yardstick.segments
      #expect(segments.count == count)
      let utf16 = Array(text.utf16)
      let bytes = segments.map { String(decoding: utf16[..<$0.end], as: UTF16.self).utf8.count }
      let oracle = try WordBoundaryOracle.boundaries(of: Array(text.utf8))
      #expect(bytes == Array(oracle.dropFirst()))
    }
  }

  @Test("Rule statuses tell words, numbers and the rest apart")
  func statuses() throws {
    let yardstick = try BreakYardstick(capacity: 20)
    _ = try yardstick.run(Array("قال 12".utf8))
    // UBRK_WORD_LETTER, UBRK_WORD_NONE, UBRK_WORD_NUMBER.
    #expect(yardstick.segments.map(\.status) == [200, 0, 100])
  }

  @Test("A text that is too long is an error")
  func capacity() throws {
    let yardstick = try BreakYardstick(capacity: 3)
    #expect(try yardstick.run(Array("abc".utf8)) == 1)
    #expect(throws: ICUError.self) { try yardstick.run(Array("abcd".utf8)) }
    #expect(yardstick.segments.isEmpty)
  }

  @Test("Sentences, and the conversion alone")
  func units() throws {
    let text = "قال نعم. ثم ذهب؟ لا."
    let sentences = try BreakYardstick(.sentences, capacity: 100)
    #expect(try sentences.run(Array(text.utf8)) == 3)
    #expect(sentences.segments.map(\.end) == [9, 17, 20])
    let conversion = try BreakYardstick(.nothing, capacity: 100)
    #expect(try conversion.run(Array(text.utf8)) == text.utf16.count)
    #expect(conversion.segments.isEmpty)
  }
}
