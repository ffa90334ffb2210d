import WarraqText

/// A small fast generator (xorshift64*, Vigna 2016), so that a run can be repeated from its seed.
package struct Xorshift: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  package mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Makes strings of all that the rules tell apart, damage included.
package struct RandomText: Sendable {
  /// Scalars by Word_Break class and category, those of planes 0 and 1.
  private let classes: [[UInt32]]
  private static let arabic = Array(0x0620...0x064A).map(UInt32.init)
  /// Pieces that the tailoring or the kernels' special cases are about.
  private static let pieces = [
    " ", "  ", "\n", "\r\n", "\r", ".", "..", ":", "،", "؛", "’", "'", "\"", "«", "»", "_", "@",
    "#", "%", "٪", "٫", "٬", ",", ";", "-", "–", "…", "د.", "أ.د.", "ق.م.", "ود.", "5.11.2018",
    "١٢", "1,500", "1،500", "3.5", "http://a.b", "www.x", "a.b-c@d.org", "#وسم", "و", "هـ", "ـ",
    "َ", "ّ", "\u{200F}", "\u{200C}", "\u{200D}", "\u{00AD}", "\u{00A0}", "\u{2003}", "é", "É",
    "کتاب", "ﷲ", "ﻷ", "中", "א\"ב", "カ", "🙂", "🇸🇾", "👨‍👩‍👧", "A", "z", "mp3", "COVID-19", "a'b",
    "\u{0}", "\u{B}", "\u{85}", "\u{2028}", "m", "İ", "ẞ", "µ",
    "١٫٥", "٪؜", "١٬٠٠٠", "u+t@x-y.org", "\u{FEFF}", "\u{061C}", "\u{0600}", "ﬃ", "ﷺ", "U.S.",
    "٢٤ق.م،", "هي.", "0،5", "١٫٥٠٠،", "5.400.000", "1.5.2018.", "٥.١١.٢٠١٨", "۵.۱۱.۲۰۱۸", "ب.م.د",
  ].map { Array($0.utf8) }

  package init() {
    var groups: [Int: [UInt32]] = [:]
    let table = ScalarTable.shared
    for scalar in 0..<UInt32(0x20000) where !(0xD800..<0xE000).contains(scalar) {
      let properties = table[scalar]
      let key =
        Int(properties.wordBreak.rawValue) * 100 + Int(properties.category.rawValue) * 2
        + (properties.isPictographic ? 1 : 0)
      groups[key, default: []].append(scalar)
    }
    classes = groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A string of up to `longest` bytes.
  package func make(longest: Int, using generator: inout Xorshift) -> [UInt8] {
    let length = Int.random(in: 0...longest, using: &generator)
    var bytes: [UInt8] = []
    // How wild this string is: plain Arabic mostly, or anything.
    let wildness = UInt64.random(in: 0..<4, using: &generator)
    while bytes.count < length {
      let choice = generator.next() % 64
      switch choice {
      case 0 where wildness == 3:
        bytes.append(UInt8(truncatingIfNeeded: generator.next()))
      case 1..<8 where wildness >= 2, 1 where wildness == 1:
        let group = classes[Int(generator.next() % UInt64(classes.count))]
        bytes.append(utf8: group[Int(generator.next() % UInt64(group.count))])
      case 8..<(12 + 8 * wildness):
        bytes += Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
      case 50..<56:
        bytes.append(0x20)
      case 56 where generator.next() % 4 == 0:
        // A run as long as a window at times: marks, dots, spaces, one word.
        let piece = Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
        let longest: UInt64 = 1 << (1 + generator.next() % 9)
        for _ in 0...(generator.next() % longest) { bytes += piece }
      default:
        let run = 1 + generator.next() % 5
        for _ in 0..<run {
          bytes.append(utf8: Self.arabic[Int(generator.next() % UInt64(Self.arabic.count))])
        }
      }
    }
    bytes.removeLast(bytes.count - min(bytes.count, length))
    return bytes
  }
}
