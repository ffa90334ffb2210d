import Testing
import WarraqNormalization
import WarraqTestSupport
import WarraqText

@Suite("NormalizationTest.txt of Unicode 15.0")
struct ConformanceTests {
  /// The five columns of each row, as strings, and the first part's single scalars.
  private func rows() throws -> (rows: [[String]], single: Set<UInt32>) {
    let text = try Corpus.text("ucd/15.0.0/NormalizationTest.txt")
    var rows: [[String]] = []
    var single: Set<UInt32> = []
    var part = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("@Part") {
        part += 1
        continue
      }
      guard !line.hasPrefix("#") else { continue }
      let columns = line.split(separator: ";", maxSplits: 5).prefix(5).map { column in
        column.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      }
      if part == 2, columns[0].count == 1 { single.insert(columns[0][0]) }
      rows.append(columns.map(Self.string))
    }
    return (rows, single)
  }

  private static func string(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return String(view)
  }

  @Test("The NFC of every row, by every kernel", arguments: NormalizationKernel.available)
  func composition(_ kernel: NormalizationKernel) throws {
    let normalizer = Normalizer(options { $0.nfc = true }, kernel: kernel)
    func nfc(_ string: String) -> [UInt8] { normalizer.normalize(SourceText(string)).text.utf8 }
    let (rows, single) = try rows()
    #expect(rows.count > 18_000 && single.count > 16_000)
    for start in stride(from: 0, to: rows.count, by: 64) {
      // An ideograph between the columns keeps them apart.
      let some = rows[start..<min(start + 64, rows.count)]
      let source = some.flatMap { $0 }.joined(separator: "\u{4E00}")
      let expected = some.flatMap { [$0[1], $0[1], $0[1], $0[3], $0[3]] }
        .joined(separator: "\u{4E00}")
      if nfc(source) != Array(expected.utf8) {
        Issue.record("one of the 64 rows from [\(hexadecimal(rows[start][0]))]")
      }
    }
    // All other scalars stay as they are; an ideograph between them keeps them apart. Planes 3 to 13
    // have nothing that composes.
    var string = "\u{4E00}"
    for value in [UInt32(0)..<0x30000, 0xE0000..<0xE1000].joined() where !single.contains(value) {
      if let scalar = Unicode.Scalar(value) {
        string.unicodeScalars.append(scalar)
        string.unicodeScalars.append("\u{4E00}")
      }
      guard value % 4096 == 4095 else { continue }
      if nfc(string) != Array(string.utf8) { Issue.record("up to U+\(String(value, radix: 16))") }
      string = "\u{4E00}"
    }
  }
}
