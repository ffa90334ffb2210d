import Foundation
import Testing
import WarraqText
import WarraqTokenization

/// Time grows with the text, not with its square, whatever stands in it.
@Suite("Growth", .serialized)
struct GrowthTests {
  /// Pieces whose repetition makes rules look far ahead, far back, or again and again.
  static let patterns: [(name: String, piece: String)] = [
    ("one word of Arabic letters", "كتاب"),
    ("one word of Latin letters", "letters"),
    ("letters with dots", "a.b.c."),
    ("Arabic abbreviations", "أ.د."),
    ("letters with hyphens", "a-a-a-"),
    ("@", "@"),
    ("addresses", "a.b@c.d-"),
    ("base64", "aGVsbG8+d29ybGQ/Zm9v0123"),
    ("percent-encoded", "%D8%A7"),
    ("one letter, then marks", "\u{064E}\u{0651}"),
    ("joiners", "\u{200D}"),
    ("dots", "."),
    ("quotes", "’"),
    ("right-to-left marks", "\u{200F}"),
    ("emoji", "👨‍👩‍👧"),
    ("flags", "🇸🇾"),
    ("Hebrew", "א\"ב"),
    ("Han", "中文"),
    ("Katakana", "カタ"),
    ("dates", "5.11.2018"),
    ("numbers with commas", "1,500،"),
    ("underscores", "_"),
    ("percent signs", "5٪"),
    ("links", "http://a.b/"),
    ("hashtags", "#وسم_"),
    ("spaces", " "),
    ("spaces with marks", " \u{064E}"),
    ("line feeds", "\r\n"),
    ("decimal separators", "١٫"),
    ("ligatures", "ﷲ"),
  ]

  /// Nanoseconds that a shorter text has to take, so that the times can be compared.
  private static let floor: UInt64 = 2_000_000
  /// Bytes of a shorter text, at most; a kernel may be so fast that it does not take that long.
  #if DEBUG
    private static let longest = 1 << 18
  #else
    private static let longest = 1 << 20
  #endif

  /// The processor time of this thread that something takes, the least of some runs.
  private func time(runs: Int, _ body: () -> Void) -> UInt64 {
    func now() -> UInt64 {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
    return (0..<runs).map { _ in
      let start = now()
      body()
      return now() - start
    }.min() ?? 0
  }

  /// Whether four times the bytes take more than eight times as long, and so again and again at
  /// larger sizes; then what was measured last, in words.
  private func square(
    _ piece: [UInt8], sizes: Int = 3, _ body: ([UInt8]) -> Void
  ) -> String? {
    func text(_ count: Int) -> [UInt8] {
      var text = piece
      while text.count < count { text += text }
      return text
    }
    var count = 1 << 12
    var small = text(count)
    var few = time(runs: 1) { body(small) }
    while few < Self.floor, count < Self.longest {
      count *= 4
      small = text(count)
      few = time(runs: 1) { body(small) }
    }
    // A kernel that is at its best in a short text only may look like a square, but just once.
    for runs in 1...sizes {
      let large = text(small.count * 4)
      let more = time(runs: runs) { body(large) }
      few = min(few, time(runs: runs) { body(small) })
      if more <= 8 * max(few, Self.floor) { return nil }
      if runs == sizes {
        return "\(few / 1000) µs for \(small.count) bytes, \(more / 1000) µs for \(large.count)"
      }
      (small, few) = (large, more)
    }
    return nil
  }

  private func expectLinear(_ what: String, _ piece: [UInt8], _ body: ([UInt8]) -> Void) {
    if let square = square(piece, body) { Issue.record("\(what): \(square)") }
  }

  @Test("Scanners", arguments: TokenizerKernel.available)
  func scanners(_ kernel: TokenizerKernel) {
    for (name, piece) in Self.patterns {
      for profile in TokenizationProfile.allCases {
        expectLinear("\(name), \(kernel.rawValue) \(profile.rawValue)", Array(piece.utf8)) {
          let scanner = TokenScanner($0, profile: profile, kernel: kernel, withKeys: true)
          while scanner.nextBatch() {}
        }
      }
    }
  }

  @Test("Streams of small pieces", arguments: TokenizerKernel.available)
  func streams(_ kernel: TokenizerKernel) {
    for (name, piece) in Self.patterns {
      for size in [1, 100] {
        let what = "\(name), \(kernel.rawValue), pieces of \(size) bytes"
        expectLinear(what, Array(piece.utf8)) { bytes in
          var stream = TokenStream(kernel: kernel)
          var position = 0
          while position < bytes.count {
            let end = min(position + size, bytes.count)
            stream.push(bytes.span.extracting(position..<end)) { _, _ in }
            position = end
          }
          stream.finish { _, _ in }
        }
      }
    }
  }

  @Test("Ill-formed bytes", arguments: TokenizerKernel.available)
  func invalid(_ kernel: TokenizerKernel) {
    for piece: [UInt8] in [[0xFF], [0xD8], [0x80], [0xE2, 0x80], [0xED, 0xA0, 0x80]] {
      expectLinear("\(piece), \(kernel.rawValue)", piece) { bytes in
        // From each byte on, as a caller does that goes on behind what is ill-formed.
        for start in stride(from: 0, to: bytes.count, by: 512) {
          let scanner = TokenScanner(Array(bytes[start...].prefix(512)), kernel: kernel)
          while scanner.nextBatch() {}
        }
        let letters = [UInt8](repeating: 0x61, count: bytes.count) + piece
        let scanner = TokenScanner(letters, kernel: kernel)
        while scanner.nextBatch() {}
      }
    }
  }

  @Test("The measure sees a square")
  func detector() {
    var result = 0
    let found = square([0x61], sizes: 1) { text in
      for step in 0..<text.count * text.count / 256 { result = result &* step &+ 1 }
    }
    #expect(found != nil, "\(result)")
  }
}
