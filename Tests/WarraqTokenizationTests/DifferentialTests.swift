import Foundation
import Testing
import WarraqFuzz
import WarraqTestSupport
import WarraqText
import WarraqTokenization

/// A short round of what Scripts/fuzz does at length.
@Suite("Kernels against the reference")
struct DifferentialTests {
  /// Each run begins elsewhere; what fails prints the seed of its string.
  private static let firstSeed = UInt64.random(in: 0..<1 << 32)
  private static let text = RandomText()
  private let differential = Differential(TokenizerKernel.available)

  #if DEBUG
    private static let factor = 1
  #else
    private static let factor = 20
  #endif

  private func compare(cases: Int, longest: Int, pieces: Bool) {
    for number in 0..<UInt64(cases * Self.factor) {
      let seed = Self.firstSeed + number
      var generator = Xorshift(seed: seed)
      let bytes = Self.text.make(longest: longest, using: &generator)
      let cuts = pieces ? FuzzInput.cuts(of: bytes.count, using: &generator) : nil
      let difference = differential.difference(in: bytes, shift: Int(seed % 64), cuts: cuts)
      if let difference {
        Issue.record("seed \(seed), longest \(longest), pieces \(pieces): \(difference)\n\(bytes)")
        return
      }
    }
  }

  @Test("Random strings")
  func random() {
    compare(cases: 1500, longest: 120, pieces: false)
    compare(cases: 300, longest: 1200, pieces: false)
    compare(cases: 3, longest: 40_000, pieces: false)
  }

  @Test("Random strings in random pieces")
  func pieces() {
    compare(cases: 800, longest: 200, pieces: true)
    compare(cases: 120, longest: 1200, pieces: true)
  }

  @Test("Scalars of every sort over the end of a window")
  func windows() {
    // One scalar of each sort between two others, moved over the end of the first window.
    let table = ScalarTable.shared
    var examples: [Int: UInt32] = [:]
    for scalar in UInt32(0)..<0x20000 where !(0xD800..<0xE000).contains(scalar) {
      let code = Int(ScalarCode.code(of: scalar)) << 2 | UTF8.width(Unicode.Scalar(scalar) ?? " ")
      let key = code << 8 | Int(table[scalar].wordBreak.rawValue)
      if examples[key] == nil { examples[key] = scalar }
    }
    for scalar in examples.values.sorted() {
      guard let value = Unicode.Scalar(scalar) else { continue }
      for (before, after) in [("ا", "ب"), ("a", "b"), ("1", "2"), (" ", "a")] {
        let text = before + String(value) + after
        for start in [0, 507, 508, 509, 510, 511] {
          let bytes = [UInt8](repeating: 0x20, count: start) + Array(text.utf8) + [0x20, 0x61]
          if let difference = differential.difference(in: bytes) {
            Issue.record("U+\(String(scalar, radix: 16)) in \(text) at \(start): \(difference)")
            return
          }
        }
      }
    }
  }

  @Test("Saved inputs of Corpus/fuzz/tokenizer")
  func saved() throws {
    let folder = Corpus.folder.appending(path: "fuzz/tokenizer")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count > 30)
    for name in names {
      let bytes = try Corpus.bytes("fuzz/tokenizer/" + name)
      let content = bytes.dropFirst()
      // As libFuzzer runs it, then around the end of a window and of a batch.
      let saved = bytes.first ?? 0
      var headers: [UInt8] = [saved, 0x80 | UInt8(min(content.count / 2, 63)), 0xC2]
      let places = Array(0...10) + stride(from: 14, through: 62, by: 8)
      headers += places.filter { $0 <= content.count + 3 }.map { 0x40 | UInt8($0) }
      for header in headers {
        let input = FuzzInput([header] + content)
        let cuts = header == saved ? input.cuts : nil
        let difference = differential.difference(in: input.text, shift: input.shift, cuts: cuts)
        if let difference {
          Issue.record("\(name) with first byte \(header): \(difference)")
          break
        }
      }
    }
  }
}
