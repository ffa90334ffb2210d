import Testing
import WarraqTestSupport
import WarraqText
import WarraqTokenization

@testable import WarraqFormats

@Suite("Counting tokens as they are read")
struct TokenCounterTests {
  private func count(
    _ bytes: [UInt8], pieces: [Int], profile: TokenizationProfile = .arabic,
    includingSpaces: Bool = true, onInvalid: InvalidBytesPolicy = .repair
  ) -> (tokens: Int, isRepaired: Bool, error: TextError?, line: Int) {
    var counter = TokenCounter(
      profile: profile, includingSpaces: includingSpaces, onInvalid: onInvalid)
    var rest = bytes[...]
    var next = 0
    // Readers give the first bytes at once, so that the byte order mark is not cut.
    while !rest.isEmpty {
      let size = next == 0 ? max(4, pieces[0]) : pieces[next % pieces.count]
      let piece = Array(rest.prefix(size))
      counter.push(piece.span)
      rest = rest.dropFirst(size)
      next += 1
    }
    counter.finish()
    return (counter.tokens, counter.isRepaired, counter.error, counter.line)
  }

  private func expected(
    _ bytes: [UInt8], profile: TokenizationProfile = .arabic, includingSpaces: Bool = true
  ) throws -> (tokens: Int, isRepaired: Bool) {
    let (text, repairs) = try SourceText.repairing(bytes)
    let tokens = Tokenizer(profile: profile, includesSpaces: includingSpaces).tokenize(text)
    return (tokens.count, !repairs.isEmpty)
  }

  private func fault(of bytes: [UInt8]) -> TextError? {
    do {
      _ = try SourceText(validating: bytes)
      return nil
    } catch {
      return error
    }
  }

  private static let parts: [[UInt8]] =
    [
      "قال", " ", "نعم", "\n", "، ", "5. ", "11.2018 ", "a@b.org", " ", "🇪🇬🇸🇦", "\u{0301}", "\r\n",
      "\u{200D}", "  ", "3,5 ", "فـ\"داعش\"", "e", "\u{FEFF}", "أ. د. ", "https://a.b/c ", "日本 ",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xD9], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0x80], [0xED, 0xA0, 0x80], [0xC0, 0x20],
      [0xF4, 0x90], [0xE2, 0x20],
    ]

  @Test("Pieces of any size, faults anywhere: what the whole document gives", arguments: 0..<24)
  func random(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<40 {
      // Some texts with many faults, some with few, some with none.
      let last = [Self.parts.count, Self.parts.count, 22, 21].randomElement(using: &generator) ?? 1
      let bytes = (0..<Int.random(in: 0..<120, using: &generator)).flatMap { _ in
        Self.parts[Int.random(in: 0..<last, using: &generator)]
      }
      let pieces = (0..<5).map { _ in Int.random(in: 1..<60, using: &generator) }
      for profile in TokenizationProfile.allCases {
        for includingSpaces in [false, true] {
          let found = count(
            bytes, pieces: pieces, profile: profile, includingSpaces: includingSpaces)
          let whole = try expected(bytes, profile: profile, includingSpaces: includingSpaces)
          #expect(found.tokens == whole.tokens, "\(bytes), \(pieces), \(profile)")
          #expect(found.isRepaired == whole.isRepaired && found.error == nil)
        }
      }
      let failing = count(bytes, pieces: pieces, onInvalid: .fail)
      #expect(failing.error == fault(of: bytes))
      if case .invalidUTF8(let offset) = failing.error {
        #expect(failing.line == 1 + bytes[..<offset].count { $0 == 0x0A })
      }
    }
  }

  @Test("A byte order mark is not counted, and counts in offsets of faults")
  func mark() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(count(mark, pieces: [9]).tokens == 0)
    #expect(count(mark + Array("a".utf8), pieces: [9]).tokens == 1)
    #expect(count(mark + mark, pieces: [9]).tokens == 1)
    let fault = count(mark + [0x61, 0xFF], pieces: [4], onInvalid: .fail)
    #expect(fault.error == .invalidUTF8(byteOffset: 4))
  }

  @Test("More tokens than the counting loop's stretches hold, of one kind and of several")
  func manyTokens() throws {
    for text in ["x ", " x", "! ", "!", "٣ x, "] {
      let bytes = Array(repeating: Array(text.utf8), count: 20_000).flatMap { $0 }
      for includingSpaces in [false, true] {
        let whole = try expected(bytes, includingSpaces: includingSpaces)
        #expect(
          count(bytes, pieces: [4096], includingSpaces: includingSpaces).tokens == whole.tokens)
      }
    }
  }
}
