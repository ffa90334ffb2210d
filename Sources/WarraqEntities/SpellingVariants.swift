import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Foreign names of persons that the document spells in several ways: «غريفيث», «جريفيث»,
/// «كريفيث»; «نوفاك», «نوڤاك».
struct SpellingVariants {
  let view: LexicalView

  /// Consonants that a name has at least: with fewer, different names look alike.
  private static let leastConsonants = 3

  /// Makes one of the groups of names that differ in the spelling of foreign sounds only.
  ///
  /// - Complexity: O(*n*) in the number of different names.
  func join(_ groups: inout NameGroups) {
    var bySkeleton: [[UInt8]: (group: Int, words: [ArraySlice<UInt8>])] = [:]
    for group in groups.roots where groups[group].type == .person {
      for words in groups[group].names {
        guard let skeleton = skeleton(words) else { continue }
        guard let known = bySkeleton[skeleton] else {
          bySkeleton[skeleton] = (group, words)
          continue
        }
        // جمال is not كمال: both are names of their own.
        let differing = zip(known.words, words).filter { !$0.elementsEqual($1) }
        if differing.allSatisfy({ isForeign($0) && isForeign($1) }) {
          groups.join(known.group, group)
        }
      }
    }
  }

  /// Whether a word is no name that the lexicon knows.
  private func isForeign(_ word: ArraySlice<UInt8>) -> Bool {
    guard let term = view.lexicon.term(Array(word)),
      let node = view.lexicon.child(of: .root, term)
    else { return true }
    return view.lexicon.records(at: node).isEmpty
  }

  /// The consonants, those of one foreign sound brought to one; `nil` where they are too few.
  private func skeleton(_ words: [ArraySlice<UInt8>]) -> [UInt8]? {
    var skeleton: [UInt8] = []
    for word in words {
      var consonants = 0
      var position = word.startIndex
      guard word.count.isMultiple(of: 2), word.allSatisfy({ $0 >= 0x80 }) else { return nil }
      if !skeleton.isEmpty { skeleton.append(NameForms.space) }
      while position + 1 < word.endIndex {
        let letter = UInt16(word[position]) << 8 | UInt16(word[position + 1])
        position += 2
        switch letter {
        case 0xD8A7, 0xD988, 0xD98A, 0xD987:  // ا و ي ه
          if position == word.startIndex + 2 { skeleton.append(0x61) }
        case 0xD8BA, 0xD8AC, 0xD982, 0xD983, 0xDAAF:  // غ ج ق ك گ
          skeleton.append(0x67)
          consonants += 1
        case 0xD981, 0xDAA4:  // ف ڤ
          skeleton.append(0x66)
          consonants += 1
        case 0xD8A8, 0xD9BE:  // ب پ
          skeleton.append(0x62)
          consonants += 1
        case 0xD8AA, 0xD8AB, 0xD8B7:  // ت ث ط
          skeleton.append(0x74)
          consonants += 1
        case 0xD8B3, 0xD8B5:  // س ص
          skeleton.append(0x73)
          consonants += 1
        default:
          skeleton.append(UInt8(truncatingIfNeeded: letter >> 8))
          skeleton.append(UInt8(truncatingIfNeeded: letter))
          consonants += 1
        }
      }
      if word == words.last, consonants < Self.leastConsonants { return nil }
    }
    return skeleton
  }
}
