import Testing
import WarraqTestSupport
import WarraqText
import WarraqTokenization

/// The ways from bytes to tokens; all have to give the same.
enum Route: CustomStringConvertible {
  case scanner, scannerWithKeys, sequence, tokenizer
  /// A stream that gets its text in pieces that end there.
  case stream(cuts: [Int])

  static let whole: [Route] = [.scanner, .scannerWithKeys, .sequence, .tokenizer]

  /// Where the tokens of a text end, white space included.
  func ends(
    of text: SourceText, _ profile: TokenizationProfile, _ kernel: TokenizerKernel
  ) -> [Int] {
    switch self {
    case .scanner: return ends(TokenScanner(text, profile: profile, kernel: kernel))
    case .scannerWithKeys:
      return ends(TokenScanner(text, profile: profile, kernel: kernel, withKeys: true))
    case .sequence:
      return TokenSequence(text, profile: profile, includesSpaces: true, kernel: kernel)
        .map(\.range.upperBound.value)
    case .tokenizer:
      return Tokenizer(profile: profile, includesSpaces: true, kernel: kernel).tokenize(text)
        .map(\.range.upperBound.value)
    case .stream(let cuts):
      var ends: [Int] = []
      var stream = TokenStream(profile: profile, kernel: kernel)
      var position = 0
      for cut in cuts + [text.count] {
        stream.push(text.utf8.span.extracting(position..<cut)) { batch, base in
          for index in 0..<batch.count { ends.append(base + batch.end(at: index)) }
        }
        position = cut
      }
      stream.finish { batch, base in
        for index in 0..<batch.count { ends.append(base + batch.end(at: index)) }
      }
      return ends
    }
  }

  private func ends(_ scanner: TokenScanner) -> [Int] {
    var ends: [Int] = []
    while scanner.nextBatch() {
      for index in 0..<scanner.batch.count { ends.append(scanner.batch.end(at: index)) }
    }
    return ends
  }

  var description: String {
    switch self {
    case .scanner: "TokenScanner"
    case .scannerWithKeys: "TokenScanner with keys"
    case .sequence: "TokenSequence"
    case .tokenizer: "Tokenizer"
    case .stream(let cuts): "TokenStream, pieces to \(cuts)"
    }
  }
}

/// A line of WordBreakTest.txt: `÷ 0061 × 0308 ÷ 0020 ÷`.
private struct BreakCase {
  let line: Int
  let scalars: [Unicode.Scalar]
  /// Counted in scalars, first and last included.
  let boundaries: [Int]
  let text: SourceText
  /// The ends of the tokens in bytes.
  let ends: [Int]

  init?(line: Int, _ data: some StringProtocol) throws {
    let fields = data.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
    guard fields.contains("÷") else { return nil }
    var scalars: [Unicode.Scalar] = []
    var boundaries: [Int] = []
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for field in fields {
      switch field {
      case "÷":
        boundaries.append(scalars.count)
        if !bytes.isEmpty { ends.append(bytes.count) }
      case "×": break
      default:
        let scalar = try #require(UInt32(field, radix: 16).flatMap(Unicode.Scalar.init))
        scalars.append(scalar)
        bytes += Array(String(scalar).utf8)
      }
    }
    self.line = line
    self.scalars = scalars
    self.boundaries = boundaries
    self.ends = ends
    text = try SourceText(validating: bytes, keepingMark: true)
  }

  static func all() throws -> [BreakCase] {
    try Corpus.text("ucd/15.0.0/WordBreakTest.txt")
      .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { try BreakCase(line: $0.offset + 1, $0.element) }
  }

  /// What was expected and what found, a scalar a line.
  func table(found: [Int]) -> String {
    var rows = ["scalar   Word_Break          expected  found"]
    var position = 0
    for (index, scalar) in scalars.enumerated() {
      let code = "U+" + String(String(scalar.value, radix: 16, uppercase: true))
      let name = "\(ScalarTable.shared[scalar.value].wordBreak)"
      let expected = boundaries.contains(index) ? "÷" : "×"
      let actual = position == 0 || found.contains(position) ? "÷" : "×"
      rows.append(
        Self.padded(code, 9) + Self.padded(name, 20) + Self.padded(expected, 10)
          + actual + (expected == actual ? "" : "  <"))
      position += UTF8.width(scalar)
    }
    let strange = found.filter { $0 > position }
    if found.last != position { rows.append("the last token ends at \(found.last ?? 0)") }
    if !strange.isEmpty { rows.append("behind the end: \(strange)") }
    return rows.joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

@Suite("UAX #29 word boundaries")
struct WordBreakConformanceTests {
  private func check(_ test: BreakCase, _ route: Route, _ kernel: TokenizerKernel) {
    let found = route.ends(of: test.text, .uax29, kernel)
    if found != test.ends {
      Issue.record(
        """
        WordBreakTest.txt, line \(test.line), kernel \(kernel.rawValue), \(route)
        \(test.table(found: found))
        """)
    }
  }

  @Test(
    "All 1,823 cases of WordBreakTest.txt, Unicode 15.0, on every kernel",
    arguments: TokenizerKernel.available)
  func conformance(_ kernel: TokenizerKernel) throws {
    let cases = try BreakCase.all()
    #expect(cases.count == 1823)
    for test in cases {
      for route in Route.whole { check(test, route, kernel) }
    }
  }

  @Test(
    "The same from pieces, however they are cut", arguments: TokenizerKernel.available)
  func conformanceOfPieces(_ kernel: TokenizerKernel) throws {
    for test in try BreakCase.all() {
      let count = test.text.count
      for cut in 0...count { check(test, .stream(cuts: [cut]), kernel) }
      check(test, .stream(cuts: [count / 3, count * 2 / 3]), kernel)
      check(test, .stream(cuts: [count / 2, count / 2 + (count > 1 ? 1 : 0)]), kernel)
      check(test, .stream(cuts: Array(0..<count)), kernel)
    }
  }

  @Test("A failing case shows each scalar, its class and both boundaries")
  func tables() throws {
    let test = try #require(try BreakCase(line: 1, "÷ 0061 × 0308 ÷ 0020 ÷"))
    #expect(
      test.table(found: [1, 4]) == """
        scalar   Word_Break          expected  found
        U+61     aLetter             ÷         ÷
        U+308    extend              ×         ÷  <
        U+20     wSegSpace           ÷         ×  <
        """)
  }
}
