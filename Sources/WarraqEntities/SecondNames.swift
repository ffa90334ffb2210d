import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Second names right behind a name: «سليم عواد (أبو النور)», «حلف شمال الأطلسي «الناتو»», «سالم
/// الراوي، المعروف بـ"أبي ليث"».
struct SecondNames {
  let view: LexicalView

  private static let announcing: KeySet = [
    "المعروف", "المعروفة", "الملقب", "الملقبة", "المكنى", "المكناة", "الشهير", "الشهيرة",
    "المدعو", "المدعوة", "اختصارا", "المسمى", "المسماة",
  ]
  private static let between: KeySet = ["ب", "باسم", "باسمه", "باسمها", "أو", "ولقبه"]
  private static let fathers: KeySet = ["أبو", "أبا", "أبي", "أم"]
  /// Words and marks that may stand between the two.
  private static let farthest = 5

  /// Makes one of the groups of neighbours that are two names of one thing.
  ///
  /// - Parameter numbers: The group of each candidate.
  /// - Complexity: O(*n*).
  func join(_ candidates: [Candidate], _ numbers: [Int], _ groups: inout NameGroups) {
    for index in candidates.indices.dropLast() {
      let (name, second) = (candidates[index], candidates[index + 1])
      guard name.type == second.type, name.type != .work, isSecond(second, of: name) else {
        continue
      }
      groups.join(numbers[index], numbers[index + 1])
    }
  }

  private func isSecond(_ second: Candidate, of name: Candidate) -> Bool {
    let gap = name.tokens.upperBound..<second.tokens.lowerBound
    guard !gap.isEmpty, gap.count <= Self.farthest,
      view.inLine(second.tokens.lowerBound, of: name.tokens.lowerBound)
    else { return false }
    if isAnnounced(gap, second) { return true }
    // Only marks stand between: one closes what is around the name, others open what is around the
    // second.
    guard gap.allSatisfy({ view.tokens.kind(at: $0) == .punctuation }) else { return false }
    let open = second.tokens.lowerBound - 1
    guard view.text.marks.closing(of: open) == second.tokens.upperBound else { return false }
    let isBracket =
      view.text.firstScalar(of: open) == 0x28
      || gap.contains {
        view.text.firstScalar(of: $0) == 0x28 && view.text.marks.closing(of: $0) != nil
      }
    switch name.type {
    case .person: return isBracket && isBynameOfPerson(second, name)
    case .location: return isBracket && view.tokens.kind(at: second.tokens.lowerBound) == .otherWord
    case .organization: return isBracket || second.tokens.count == 1 && name.tokens.count > 1
    case .event, .miscellaneous: return isBracket
    case .work: return false
    }
  }

  private func isAnnounced(_ gap: Range<Int>, _ second: Candidate) -> Bool {
    var isAnnounced = false
    for token in gap where view.tokens.kind(at: token) != .punctuation {
      if view.tokens.isKey(at: token, in: Self.announcing) {
        isAnnounced = true
      } else if !view.tokens.isKey(at: token, in: Self.between) {
        return false
      }
    }
    return isAnnounced
  }

  /// «(أبو النور)», «(Putin)», one word; not «(سامي رفعت)».
  private func isBynameOfPerson(_ second: Candidate, _ name: Candidate) -> Bool {
    let first = second.tokens.lowerBound
    if name.tokens.count == 1, second.tokens.count == 1 { return false }
    return second.tokens.count == 1 || view.tokens.kind(at: first) == .otherWord
      || Self.fathers.contains(
        view.tokens.keyHash(at: first, dropping: Int(view.clitics[first])))
  }
}
