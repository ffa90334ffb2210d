import CAllocationCount
import Testing
import WarraqTestSupport
import WarraqText
import WarraqTokenization

/// How often something allocates, on this thread.
private func allocations(_ body: () -> Void) -> Int {
  let before = warraq_allocations()
  body()
  return Int(warraq_allocations() - before)
}

/// Batch by batch: what tokenizing does at the lowest layer.
private func scan(
  _ text: SourceText, _ profile: TokenizationProfile, _ kernel: TokenizerKernel, withKeys: Bool
) -> Int {
  var tokens = 0
  let scanner = TokenScanner(text, profile: profile, kernel: kernel, withKeys: withKeys)
  while scanner.nextBatch() { tokens += scanner.batch.count }
  return tokens
}

@Suite("Allocations", .enabled(if: warraq_counts_allocations()))
struct AllocationTests {
  // The kernels in Swift are slow without optimization.
  #if DEBUG
    private static let unit = 1 << 16
  #else
    private static let unit = 1 << 20
  #endif
  private let small: SourceText
  private let large: SourceText

  init() throws {
    let articles = try Corpus.articles().flatMap(\.bytes) + Corpus.bytes("golden/dates.txt")
    func text(_ count: Int) throws -> SourceText {
      var bytes: [UInt8] = []
      while bytes.count < count { bytes += articles }
      while bytes.count > count || bytes.last.map({ $0 >= 0x80 }) == true { bytes.removeLast() }
      return try SourceText(validating: bytes)
    }
    small = try text(Self.unit)
    large = try text(4 * Self.unit)
  }

  /// Fails where four times the text takes more allocations, but for a few that double a room.
  private func expectConstant(
    _ what: String, doubling: Int = 0, _ body: (SourceText) -> Void
  ) {
    var allowed = doubling
    #if DEBUG
      // Without optimization the reference has some that are none of its own: of generic code of
      // the standard library. One allocation a token would still be twice as many.
      allowed += (tokens(large) - tokens(small)) / 2
    #endif
    // What is made once and kept is made here.
    body(small)
    let few = allocations { body(small) }
    let more = allocations { body(large) }
    #expect(
      more <= few + allowed,
      "\(what): \(few) allocations for \(small.count) bytes, \(more) for \(large.count)")
  }

  private func tokens(_ text: SourceText) -> Int {
    scan(text, .arabic, .preferred, withKeys: false)
  }

  @Test("No token allocates", arguments: TokenizerKernel.available)
  func perToken(_ kernel: TokenizerKernel) {
    for profile in TokenizationProfile.allCases {
      let name = "\(kernel.rawValue) \(profile.rawValue)"
      for withKeys in [false, true] {
        #if DEBUG
          // FoldTable boxes what its local function captures, once a call.
          if withKeys, kernel == .portable || kernel == .reference { continue }
        #endif
        expectConstant("\(name), batches, keys \(withKeys)") {
          _ = scan($0, profile, kernel, withKeys: withKeys)
        }
      }
      expectConstant("\(name), TokenSequence") {
        var words = 0
        for token in TokenSequence($0, profile: profile, kernel: kernel) where token.kind.isWord {
          words += 1
        }
      }
    }
  }

  @Test("A list of tokens makes room, and for its columns only")
  func lists() {
    // Six columns and the keys, each of which may have to grow twice to be four times as long.
    expectConstant("Tokenizer", doubling: 14) { _ = Tokenizer().tokenize($0) }
  }

  @Test("A stream allocates for what it keeps, not for each piece")
  func streams() {
    for kernel in TokenizerKernel.available where kernel != .reference {
      expectConstant("\(kernel.rawValue), TokenStream") { text in
        var stream = TokenStream(kernel: kernel)
        var tokens = 0
        var position = 0
        while position < text.count {
          let end = min(position + 4096, text.count)
          stream.push(text.utf8.span.extracting(position..<end)) { batch, _ in
            tokens += batch.count
          }
          position = end
        }
        stream.finish { batch, _ in tokens += batch.count }
      }
    }
  }

  @Test("The count sees an allocation a token")
  func detector() {
    let tokens = scan(small, .arabic, .preferred, withKeys: true)
    let found = allocations {
      let scanner = TokenScanner(small, withKeys: true)
      var bytes = 0
      while scanner.nextBatch() {
        // Each key comes in an array of its own.
        for index in 0..<scanner.batch.count { bytes += scanner.batch.key(at: index).count }
      }
    }
    #expect(found >= tokens / 2, "\(found) allocations for \(tokens) tokens")
  }
}
