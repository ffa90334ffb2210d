import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Names that are short forms of another one in the document: «كمال» of «حسن كمال», «ابن راشد» of
/// «حمد بن راشد», «مركز المرصد» of «مركز المرصد للدراسات», «العدالة والتنمية» of the party's name.
///
/// A short form of two things is neither's.
struct ShortForms {
  let view: LexicalView

  private static let space = NameForms.space

  /// The fuller name of each short form: a group, or -1 where there are several.
  private struct Index {
    var groups: [UInt64: Int] = [:]

    mutating func add(_ words: some Sequence<ArraySlice<UInt8>>, _ group: Int, _ all: NameGroups) {
      let key = Self.key(words)
      if let known = groups[key], known < 0 || all.root(of: known) != all.root(of: group) {
        groups[key] = -1
      } else {
        groups[key] = group
      }
    }

    private static func key(_ words: some Sequence<ArraySlice<UInt8>>) -> UInt64 {
      var key: [UInt8] = []
      for word in words {
        key += word
        key.append(space)
      }
      return FoldedKey.hash(key.span, 0..<key.count)
    }

    func group(of words: [ArraySlice<UInt8>]) -> Int? {
      groups[Self.key(words)].flatMap { $0 < 0 ? nil : $0 }
    }
  }

  /// Brings short forms to the names they are forms of.
  ///
  /// - Complexity: O(*n* log *n*) in the number of different names.
  func join(_ groups: inout NameGroups) {
    joinPersons(&groups)
    joinOrganizations(&groups)
  }

  private func sorted(_ type: EntityType, _ groups: NameGroups) -> [(
    group: Int, words: [ArraySlice<UInt8>]
  )] {
    groups.roots.filter { groups[$0].type == type }
      .flatMap { group in groups[group].names.map { (group, $0) } }
      .enumerated()
      .sorted { ($1.element.1.count, $0.offset) < ($0.element.1.count, $1.offset) }
      .map(\.element)
  }

  // MARK: Persons

  private func joinPersons(_ groups: inout NameGroups) {
    var index = Index()
    for (group, words) in sorted(.person, groups) {
      if let full = index.group(of: words) {
        if !groups[group].identity.isKnown {
          groups.join(full, group)
        } else if groups[group].isOneWord, case .lexicon = groups[group].identity {
          // «فاروق الشرع ... الشرع»: who the document names in full is meant, not who is better
          // known by that name.
          let root = groups.root(of: full)
          if root != groups.root(of: group), groups[root].first < groups[group].first {
            groups.give(group, to: full)
          }
        }
      }
      for short in Self.shortForms(words) { index.add(short, group, groups) }
    }
  }

  /// The words behind «بن» and «ابن» are compared without them at the front.
  private static let son = Array(FoldTable.shared.fold("بن"))
  private static let sonOf = Array(FoldTable.shared.fold("ابن"))
  private static let father = Array(FoldTable.shared.fold("أبو"))
  private static let longest = 8

  /// «محمد بن سلمان آل سعود»: every end of it, every beginning, first and last word.
  private static func shortForms(_ words: [ArraySlice<UInt8>]) -> [[ArraySlice<UInt8>]] {
    guard (2...longest).contains(words.count) else { return [] }
    var forms: [[ArraySlice<UInt8>]] = []
    for first in 1..<words.count {
      let end = Array(words[first...])
      forms.append(end)
      if end[0].elementsEqual(son) { forms.append([sonOf[...]] + end.dropFirst()) }
      if end[0].elementsEqual(sonOf) { forms.append([son[...]] + end.dropFirst()) }
    }
    for end in 1..<words.count where !words[end - 1].elementsEqual(son) {
      if end == 1, words[0].elementsEqual(father) { continue }
      forms.append(Array(words[..<end]))
    }
    if words.count > 2 { forms.append([words[0], words[words.count - 1]]) }
    return forms
  }

  // MARK: Organizations

  private func joinOrganizations(_ groups: inout NameGroups) {
    var index = Index()
    for (group, words) in sorted(.organization, groups) {
      if !groups[group].identity.isKnown, let full = index.group(of: words) {
        groups.join(full, group)
      }
      guard (2...Self.longest).contains(words.count) else { continue }
      // «مركز المرصد», not «مركز» alone.
      for end in 2..<max(2, words.count) { index.add(words[..<end], group, groups) }
      if Self.heads.contains(FoldedKey.hash(Array(words[0]).span, 0..<words[0].count)) {
        index.add(words[1...], group, groups)
      }
    }
  }

  /// Heads that short forms leave out.
  private static let heads: KeySet = [
    "حزب", "حركة", "تنظيم", "جماعة", "منظمة", "شركة", "مجموعة", "مؤسسة", "جبهة", "تيار", "تحالف",
    "صحيفة", "قناة", "وكالة", "بنك", "مصرف", "جمعية", "رابطة",
  ]
}
