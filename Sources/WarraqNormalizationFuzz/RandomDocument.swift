/// Strings over the characters that operations name, of words and of anything.
package struct RandomDocument: Sendable {
  private let groups: [[UInt32]]
  private let letters: [UInt32]
  private let marks: [UInt32]

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  package init() {
    letters = Self.scalars("ابتةثجحدرسلمنهويىءآأإؤئٱٲٳٵیےکڪہھەۀۃگپچژڤڭۂۓ")
    marks =
      Array(0x0610...0x061A) + Array(0x064B...0x065F) + [0x0670] + Array(0x06D6...0x06ED)
      + [0x08D3, 0x08D4, 0x08E1, 0x08E2, 0x08E3, 0x08FF]
    let controls: [UInt32] =
      [0xAD, 0x061C] + Array(0x200B...0x200F) + Array(0x202A...0x202E) + [0x2060]
      + Array(0x2066...0x2069) + [0xFEFF, 0x200C, 0x200D, 0x200C, 0x200D]
    let forms: [UInt32] =
      Array(0xFB50...0xFB60) + Array(0xFBA4...0xFBB3) + [0xFBDD] + Array(0xFC5B...0xFC63)
      + Array(0xFCF2...0xFCF4) + Array(0xFD3C...0xFD42) + [0xFDCF] + Array(0xFDF0...0xFDFF)
      + Array(0xFE70...0xFEFC)
    let spaces: [UInt32] =
      [0x09, 0x20, 0x20, 0x20, 0xA0, 0x1680] + Array(0x2000...0x200A) + [0x202F, 0x205F, 0x3000]
      + [0x0A, 0x0A, 0x0D, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029]
    groups = [
      letters, marks, controls, forms, spaces, Self.scalars("0189٠١٩۰۱۹१٫٬٫٬"),
      Self.scalars("«»“”„‟‹›‘’‚‛\"\"'′″ʼʿ"), Self.scalars("،؛؟٪۔٭,;?%.*()[]…&#;"),
      Self.scalars("aexzé\u{301}\u{323}ש\u{5B8}й中한\u{1100}\u{1161}👩\u{FE0F}\u{FFFD}\u{E000}\u{0}"),
      [0x0640, 0x0640, 0x0654, 0x0655, 0x0653, 0x064E, 0x0651],
      [
        0x10EC0, 0x10EFD, 0x1EE00, 0x1D15E, 0x1F600, 0x20000, 0x2F800, 0x0344, 0x0958, 0x08A0,
        0x8B5,
      ],
    ]
  }

  private static let references = [
    "&amp;", "&zwj;", "&#1575;", "&#x654;", "&nbsp;", "&#13;", "&#10;", "&lrm;", "&quot;", "&#32;",
    "&#x64e;", "&#1600;", "&amp", "&#;", "&#x;", "&bogus;", "&#1634;",
  ]

  /// A string of up to `longest` pieces, some of them repeated or words.
  package func make(
    longest: Int, using generator: inout some RandomNumberGenerator
  ) -> String {
    var output = String.UnicodeScalarView()
    func pick(_ scalars: [UInt32]) {
      let value = scalars[Int.random(in: 0..<scalars.count, using: &generator)]
      if let scalar = Unicode.Scalar(value) { output.append(scalar) }
    }
    // Wild strings have anything beside anything, tame ones words with something rare in them.
    let wildness = Int.random(in: 0..<4, using: &generator)
    // Few groups in one string bring characters together that meet rarely.
    let some = (0..<3).map { _ in groups[Int.random(in: 0..<groups.count, using: &generator)] }
    for _ in 0..<Int.random(in: 0...longest, using: &generator) {
      switch Int.random(in: 0..<16, using: &generator) {
      case 0:
        let number = Int.random(in: 0..<Self.references.count, using: &generator)
        output.append(contentsOf: Self.references[number].unicodeScalars)
      case 1..<(2 + wildness): pick(groups[Int.random(in: 0..<groups.count, using: &generator)])
      case 6..<8: pick(some[Int.random(in: 0..<some.count, using: &generator)])
      case 8:
        let group = some[Int.random(in: 0..<some.count, using: &generator)]
        let value = group[Int.random(in: 0..<group.count, using: &generator)]
        for _ in 0..<Int.random(in: 1...4, using: &generator) { pick([value]) }
      case 9: pick([0x0A])
      default:
        if wildness == 3 { continue }
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          pick(letters)
          if wildness > 0, Int.random(in: 0..<6, using: &generator) == 0 { pick(marks) }
          if Int.random(in: 0..<24, using: &generator) == 0 { pick([0x0640]) }
        }
        pick([0x20])
      }
    }
    return String(output)
  }

  /// Where pieces of random lengths end: most of them short in some texts, long in others.
  package static func cuts(
    of count: Int, using generator: inout some RandomNumberGenerator
  ) -> [Int] {
    let longest = 1 << Int.random(in: 0...8, using: &generator)
    var cuts: [Int] = []
    var position = Int.random(in: 1...longest, using: &generator)
    while position < count {
      cuts.append(position)
      position += Int.random(in: 1...longest, using: &generator)
    }
    return cuts
  }
}
