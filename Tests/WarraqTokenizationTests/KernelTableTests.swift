import Foundation
import Testing
import WarraqTestSupport
import WarraqText
import WarraqTokenization

/// The arrays of the vector kernels' generated header, read as text: they are static in C.
private struct KernelTables {
  private let text: String

  init() throws {
    let root = Corpus.folder.deletingLastPathComponent()
    let url = root.appending(path: "Sources/CWarraqKernels/Generated/tables.h")
    text = try String(contentsOf: url, encoding: .utf8)
  }

  /// The values of an array, those of pages one after the other.
  func array(_ name: String) throws -> [UInt8] {
    let start = try #require(text.range(of: "static const uint8_t \(name)["))
    let end = try #require(text.range(of: "};", range: start.upperBound..<text.endIndex))
    let body = text[start.upperBound..<end.lowerBound]
    return body.matches(of: /0x([0-9A-F]{2})/).compactMap { UInt8($0.output.1, radix: 16) }
  }
}

@Suite("Tables of the vector kernels")
struct KernelTableTests {
  /// Records at most some differences: a wrong table would give thousands.
  private func compare<Value: Equatable>(
    _ scalars: some Sequence<UInt32>, _ what: String, _ found: (UInt32) -> Value,
    _ expected: (UInt32) -> Value
  ) {
    var differences: [String] = []
    var count = 0
    for scalar in scalars {
      let (left, right) = (found(scalar), expected(scalar))
      guard left != right else { continue }
      count += 1
      if count <= 8 {
        differences.append("U+\(String(scalar, radix: 16)): \(left), expected \(right)")
      }
    }
    if count > 0 {
      Issue.record("\(what): \(count) differences: \(differences.joined(separator: "; "))")
    }
  }

  @Test("Codes are ScalarCode's, for every scalar below U+10000")
  func codes() throws {
    let tables = try KernelTables()
    let ascii = try tables.array("wk_code_ascii")
    let arabic = try tables.array("wk_code_arabic")
    let latin = try tables.array("wk_code_latin")
    let two = try tables.array("wk_code_two")
    let three = try tables.array("wk_code_three")
    let pages = try tables.array("wk_code_pages")
    #expect([ascii, arabic, latin, two, three].map(\.count) == [128, 128, 64, 32, 1024])
    #expect(pages.count % 64 == 0)

    compare(0..<0x80, "wk_code_ascii", { ascii[Int($0)] }, ScalarCode.code(of:))
    compare(
      0x600..<0x680, "wk_code_arabic", { arabic[Int($0 - 0x600)] }, ScalarCode.code(of:))
    compare(0x80..<0xC0, "wk_code_latin", { latin[Int($0 - 0x80)] }, ScalarCode.code(of:))
    compare(
      0x80..<0x800, "wk_code_two", { pages[Int(two[Int($0 >> 6)]) << 6 | Int($0 & 63)] },
      ScalarCode.code(of:))
    // Surrogates are no scalars; what looks like them is ill-formed, and so left to the reference.
    compare(
      0x800..<0x10000, "wk_code_three",
      { pages[Int(three[Int($0 >> 6)]) << 6 | Int($0 & 63)] },
      { (0xD800..<0xE000).contains($0) ? ScalarCode.hard : ScalarCode.code(of: $0) })
    // So are overlong forms.
    compare(
      0..<0x80, "overlong forms of two bytes",
      { pages[Int(two[Int($0 >> 6)]) << 6 | Int($0 & 63)] }, { _ in ScalarCode.hard })
    compare(
      0..<0x800, "overlong forms of three bytes",
      { pages[Int(three[Int($0 >> 6)]) << 6 | Int($0 & 63)] }, { _ in ScalarCode.hard })
  }

  @Test("Folds are FoldTable's, for every scalar below U+10000")
  func folds() throws {
    let tables = try KernelTables()
    let fold = FoldTable.shared
    func folded(_ scalar: UInt32) -> [UInt8] {
      fold.fold(scalar).flatMap { Unicode.Scalar($0).map { Array(String($0).utf8) } ?? [] }
    }
    let first = try tables.array("wk_fold_arabic_first")
    let second = try tables.array("wk_fold_arabic_second")
    #expect(first.count == 128 && second.count == 128)
    compare(
      0x600..<0x680, "wk_fold_arabic",
      { [first[Int($0 - 0x600)], second[Int($0 - 0x600)]].filter { $0 != 0 } }, folded)
    // The fused pass leaves to the reference what folds to something else.
    let latin = try tables.array("wk_code_latin_fused")
    compare(
      0x80..<0xC0, "wk_code_latin_fused", { latin[Int($0 - 0x80)] },
      { fold.fold($0) == [$0] ? ScalarCode.code(of: $0) : ScalarCode.hard })
    // Of ASCII, it makes letters small.
    compare(
      0..<0x80, "ASCII", { [0x41...0x5A ~= $0 ? UInt8($0) | 0x20 : UInt8($0)] }, folded)
    let two = try tables.array("wk_fold_two")
    let three = try tables.array("wk_fold_three")
    let pages = try tables.array("wk_fold_pages")
    let scalars = (UInt32(0x80)..<0x10000).filter { !(0xD800..<0xE000).contains($0) }
    compare(
      scalars, "wk_fold_pages",
      {
        let page = $0 < 0x800 ? two[Int($0 >> 6)] : three[Int($0 >> 6)]
        return pages[Int(page) << 6 | Int($0 & 63)]
      },
      { scalar -> UInt8 in
        let folds = fold.fold(scalar)
        return folds == [scalar] ? 0 : folds.isEmpty ? 1 : 2
      })
  }
}
