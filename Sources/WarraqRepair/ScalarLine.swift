import WarraqText

/// A line of a text as scalars, for a detailed look.
struct ScalarLine {
  /// The Unicode scalar values, the line break left out.
  let scalars: [UInt32]
  /// The UTF-8 offset of each scalar in the text, then that of the line's end.
  let offsets: [Int]

  /// Some bytes of a text, a line without its break.
  ///
  /// - Complexity: O(length of the range).
  init(_ text: SourceText, _ range: Range<Int>) {
    let bytes = text.utf8.span
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let decoded = bytes.scalar(at: position)
      scalars.append(decoded.value)
      offsets.append(position)
      position += decoded.length
    }
    self.scalars = scalars
    self.offsets = offsets + [range.upperBound]
  }

  /// The bytes of a range of scalars.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// The longest runs of Arabic letters with their marks and tatweel, in order.
  func words() -> [Range<Int>] {
    runs { $0.isWordPart }.filter { scalars[$0].contains { $0.isArabicLetter } }
  }

  /// The longest runs of scalars for which a test holds.
  func runs(where test: (UInt32) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in scalars.indices {
      if test(scalars[index]) {
        start = start ?? index
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let start { runs.append(start..<scalars.count) }
    return runs
  }

  /// One piece of damage for all places of a kind on the line; `nil` where there are none.
  func damage(_ kind: DamageKind, at places: [Range<Int>], edits: [Edit]) -> Damage? {
    guard let first = places.first, let last = places.last else { return nil }
    return Damage(
      kind: kind,
      range: TextRange(utf8: offsets[first.lowerBound]..<offsets[last.upperBound]),
      count: places.count, edits: edits)
  }
}

/// Scalars that damage turns on.
enum Named {
  static let space: UInt32 = 0x20
  static let alef: UInt32 = 0x0627
  static let tehMarbuta: UInt32 = 0x0629
  static let tatweel: UInt32 = 0x0640
  static let lam: UInt32 = 0x0644
  static let alefMaksura: UInt32 = 0x0649
  static let fathatan: UInt32 = 0x064B
  static let hamzaAbove: UInt32 = 0x0654
}

extension UInt32 {
  /// A letter of the Arabic script, tatweel not among them.
  var isArabicLetter: Bool {
    ScalarTable.shared[self].category == .arabicLetter && self != Named.tatweel
  }

  /// A combining mark.
  var isMark: Bool { ScalarTable.shared[self].category == .mark }

  /// An Arabic letter, a mark or tatweel.
  var isWordPart: Bool { isArabicLetter || isMark || self == Named.tatweel }

  /// A form of letters in U+FB50–FDEF or U+FE70–FEFC: neither a word ligature nor a sign.
  var isPresentationForm: Bool {
    switch self {
    case 0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDC7, 0xFE70...0xFEFC: true
    default: false
    }
  }
}
