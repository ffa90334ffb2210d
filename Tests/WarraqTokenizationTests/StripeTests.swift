import Testing
import WarraqTestSupport
import WarraqText

@testable import WarraqTokenization

@Suite("Counting in stripes")
struct StripeTests {
  /// The sum over all stripes, the last one first; `nil` where one of them cannot be counted.
  private func count(
    _ bytes: [UInt8], length: Int, behind: Int, profile: TokenizationProfile,
    includingSpaces: Bool, kernel: TokenizerKernel
  ) -> Int? {
    var counter = StripeCounter(
      profile: profile, includingSpaces: includingSpaces, kernel: kernel, length: length,
      behind: behind)
    var total = 0
    for stripe in (0..<counter.stripes(ofBytes: bytes.count)).reversed() {
      let found = counter.count(stripe: stripe, of: bytes.count) { (buffer, offset) in
        let part = bytes[offset...].prefix(buffer.count)
        buffer.replaceSubrange(..<part.count, with: part)
        return part.count
      }
      guard let found else { return nil }
      total += found
    }
    return total
  }

  private static let parts: [[UInt8]] = [
    "قال", " ", "نعم", "\n", "، ", "5. ", "11.2018 ", "a@b.org", " ", "🇪🇬🇸🇦", "\u{0301}", "\r\n",
    "\u{200D}", "  ", "3,5 ", "فـ\"داعش\"", "e", "\u{FEFF}", "أ. د. ", "https://a.b/c ", "日本 ",
    "\u{1F468}\u{200D}\u{1F469}",
  ].map { Array($0.utf8) }

  @Test("All stripes together have the tokens of the whole text", arguments: 0..<24)
  func stripes(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var counted = 0
    for _ in 0..<40 {
      let bytes = (0..<Int.random(in: 0..<400, using: &generator)).flatMap { _ in
        Self.parts[Int.random(in: 0..<Self.parts.count, using: &generator)]
      }
      let (text, _) = try SourceText.repairing(bytes)
      let length = Int.random(in: 50..<400, using: &generator)
      let behind = Int.random(in: 4..<200, using: &generator)
      for profile in TokenizationProfile.allCases {
        for (includingSpaces, kernel) in zip([false, true], TokenizerKernel.available) {
          let found = count(
            bytes, length: length, behind: behind, profile: profile,
            includingSpaces: includingSpaces, kernel: kernel)
          guard let found else { continue }
          counted += 1
          let whole = Tokenizer(profile: profile, includesSpaces: includingSpaces).tokenize(text)
          #expect(found == whole.count, "\(bytes), stripes of \(length) and \(behind)")
        }
      }
    }
    #expect(counted > 40)
  }

  @Test("Stripes that cannot be counted say so")
  func givingUp() {
    func found(_ bytes: [UInt8]) -> Int? {
      count(
        bytes, length: 100, behind: 20, profile: .arabic, includingSpaces: true,
        kernel: .preferred)
    }
    let words = Array(String(repeating: "كلمة ", count: 60).utf8)
    #expect(found(words) == 120)
    #expect(found([0xEF, 0xBB, 0xBF] + words) == 120)
    for fault in [[0xFF], [0xD9], [0xE2, 0x80]] as [[UInt8]] {
      for place in [0, 97, 100, 105, 200, words.count] where place % 9 == 0 || place == 105 {
        #expect(found(words[..<place] + fault + words[place...]) == nil, "\(fault) at \(place)")
      }
    }
    #expect(found(words + [UInt8](repeating: 0x61, count: 300) + words) == nil)
    #expect(found(words + [0xD9]) == nil)
    #expect(found([]) == 0)
  }

  @Test("A text shorter than it was said to be cannot be counted")
  func shrunk() {
    var counter = StripeCounter(length: 100)
    let bytes = Array(String(repeating: "كلمة ", count: 60).utf8)
    let found = counter.count(stripe: 0, of: bytes.count + 1) { (buffer, offset) in
      buffer.replaceSubrange(..<bytes.count, with: bytes)
      return bytes.count
    }
    #expect(found == nil)
  }
}
