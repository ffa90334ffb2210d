import WarraqText

/// Direction controls (UAX #9) that cannot do what they are for.
extension ScalarLine {
  /// Controls between two letters of a word, and embeddings or isolates that the line does not both
  /// open and close. Certain to repair by deleting them.
  func strayBidiControls() -> [Damage] {
    var stray: Set<Int> = []
    var open: [Int] = []
    for index in scalars.indices where scalars[index].isBidiControl {
      switch scalars[index] {
      case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068:
        open.append(index)
      case 0x202C:
        if let last = open.last, scalars[last] < 0x2066 {
          open.removeLast()
        } else {
          stray.insert(index)
        }
      case 0x2069:
        if let match = open.lastIndex(where: { scalars[$0] >= 0x2066 }) {
          stray.formUnion(open[(match + 1)...])
          open.removeSubrange(match...)
        } else {
          stray.insert(index)
        }
      default:
        if isBetweenLetters(index) { stray.insert(index) }
      }
    }
    stray.formUnion(open)
    let places = stray.sorted().map { $0..<$0 + 1 }
    let edits = places.map { Edit(range: bytes($0), scalars: []) }
    return damage(.strayBidiControls, at: places, edits: edits).map { [$0] } ?? []
  }

  private func isBetweenLetters(_ index: Int) -> Bool {
    let before = scalars[..<index].last { !$0.isBidiControl && !$0.isMark }
    let after = scalars[(index + 1)...].first { !$0.isBidiControl }
    guard let before, let after else { return false }
    return before.isArabicLetter && (after.isArabicLetter || after.isMark)
      || before.isOtherLetter && after.isOtherLetter
  }
}

extension UInt32 {
  /// U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069.
  fileprivate var isBidiControl: Bool {
    switch self {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  fileprivate var isOtherLetter: Bool { ScalarTable.shared[self].category == .letter }
}
