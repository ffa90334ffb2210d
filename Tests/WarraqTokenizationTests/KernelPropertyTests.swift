import Testing
import WarraqFuzz
import WarraqTestSupport
import WarraqText
import WarraqTokenization

@Suite("Properties of every kernel")
struct KernelPropertyTests {
  private static let firstSeed = UInt64.random(in: 0..<1 << 32)
  private static let random = RandomText()

  /// Calls a function with random bytes, whole articles and the empty text.
  private func forTexts(_ cases: Int, _ body: ([UInt8], String) throws -> Void) throws {
    for number in 0..<UInt64(cases) {
      let seed = Self.firstSeed + number
      var generator = Xorshift(seed: seed)
      try body(Self.random.make(longest: 1500, using: &generator), "seed \(seed)")
    }
    for article in try Corpus.articles().prefix(2) { try body(article.bytes, article.name) }
    try body([], "the empty text")
  }

  @Test(
    "Tokens with spaces tile the text, keys are its folds, and all ways give the same",
    arguments: TokenizerKernel.available)
  func tiling(_ kernel: TokenizerKernel) throws {
    try forTexts(150) { bytes, name in
      let text = try SourceText.repairing(bytes, keepingMark: true).text
      for profile in TokenizationProfile.allCases {
        let what = "\(kernel.rawValue) \(profile.rawValue), \(name)"
        let list = Tokenizer(profile: profile, includesSpaces: true, kernel: kernel).tokenize(text)
        var position = 0
        var key: [UInt8] = []
        for index in list.indices {
          #expect(list.start(at: index) == position, "\(what)")
          #expect(list.end(at: index) > position, "\(what)")
          position = list.end(at: index)
          key.removeAll(keepingCapacity: true)
          FoldTable.shared.fold(text.utf8.span, list.range(at: index).utf8, into: &key)
          #expect(Array(list.keyPool[list.keyRange(at: index)]) == key, "\(what)")
          #expect(list.keyHash(at: index) == FoldedKey.hash(key.span, 0..<key.count), "\(what)")
        }
        #expect(position == text.count, "\(what)")

        let tokens = Array(list)
        let sequence = TokenSequence(text, profile: profile, includesSpaces: true, kernel: kernel)
        #expect(Array(sequence) == tokens, "\(what)")
        #expect(Array(sequence) == tokens, "a second time: \(what)")
        let bare = tokens.filter { $0.kind != .space }
        #expect(
          Array(TokenSequence(text, profile: profile, kernel: kernel)) == bare, "\(what)")
        #expect(
          Array(Tokenizer(profile: profile, kernel: kernel).tokenize(text)) == bare, "\(what)")

        let scanner = TokenScanner(text, profile: profile, kernel: kernel, withKeys: true)
        for round in 1...2 {
          #expect(batches(scanner) == tokens, "round \(round): \(what)")
          #expect(scanner.invalidOffset == nil, "\(what)")
          scanner.restart()
        }
      }
    }
  }

  private func batches(_ scanner: TokenScanner) -> [Token] {
    var tokens: [Token] = []
    while scanner.nextBatch() {
      let batch = scanner.batch
      for index in 0..<batch.count {
        tokens.append(
          Token(
            range: TextRange(utf8: batch.start(at: index)..<batch.end(at: index)),
            kind: batch.kind(at: index)))
      }
    }
    return tokens
  }

  @Test(
    "The first ill-formed byte is the one that validation finds",
    arguments: TokenizerKernel.available)
  func invalid(_ kernel: TokenizerKernel) throws {
    var generator = Xorshift(seed: Self.firstSeed)
    try forTexts(200) { bytes, name in
      // Half of the texts are damaged at one place, many of the others are so already.
      var damaged = bytes
      if generator.next() % 2 == 0, !damaged.isEmpty {
        let place = Int(generator.next() % UInt64(damaged.count))
        damaged[place] = UInt8(truncatingIfNeeded: generator.next())
      }
      var expected: Int?
      do throws(TextError) {
        _ = try SourceText(validating: damaged, keepingMark: true)
      } catch {
        if case .invalidUTF8(let offset) = error { expected = offset }
      }
      for profile in TokenizationProfile.allCases {
        for withKeys in [false, true] {
          let scanner = TokenScanner(
            damaged, profile: profile, kernel: kernel, withKeys: withKeys)
          let end = batches(scanner).last?.range.upperBound.value ?? 0
          let what = "\(kernel.rawValue) \(profile.rawValue), \(name)"
          #expect(scanner.invalidOffset == expected, "\(what)")
          #expect(end == expected ?? damaged.count, "\(what)")
          #expect(!scanner.nextBatch(), "\(what)")
        }
      }
    }
  }

  @Test("A kernel that the machine does not have is replaced by the portable one")
  func absent() throws {
    let text = SourceText("قال: كذا 5.11.2018، a.b@c.org")
    let expected = Array(TokenSequence(text, kernel: .portable))
    for kernel in TokenizerKernel.allCases {
      #expect(Array(TokenSequence(text, kernel: kernel)) == expected, "\(kernel)")
    }
    #expect(TokenizerKernel.available.contains(.preferred))
    #expect(TokenizerKernel.available.suffix(2) == [.portable, .reference])
  }

  @Test(
    "Where a scanner begins, it looks at what stands before", arguments: TokenizerKernel.available)
  func positions(_ kernel: TokenizerKernel) {
    // 2018 م. from م on: the letter of an era, not an abbreviation.
    let bytes = Array("عام 2018 م. ثم".utf8)
    let start = Array("عام 2018 ".utf8).count
    let scanner = TokenScanner(bytes, from: start, kernel: kernel)
    let texts = batches(scanner).map { String(decoding: bytes[$0.range.utf8], as: UTF8.self) }
    #expect(texts == ["م", ".", " ", "ثم"])
  }
}
