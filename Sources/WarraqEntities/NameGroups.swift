import WarraqLexicon
import WarraqTokenization

/// Mentions by what they name, while it is being found out which names are one thing's.
struct NameGroups {
  /// What a group goes by.
  enum Identity: Hashable {
    /// The gazetteer's identity.
    case listed(Int)
    /// The lexicon's entity.
    case lexicon(Int)
    /// The hash of a folded name, and its type.
    case name(UInt64, EntityType)

    var isKnown: Bool {
      if case .name = self { false } else { true }
    }
  }

  /// One group.
  struct Group {
    var identity: Identity
    var type: EntityType
    /// Its first candidate.
    var first: Int
    /// Its candidate of the most words, of several the first.
    var fullest: Int
    var fullestWords: Int
    /// The different names of a person or organization, as words of folded letters.
    var names: [[ArraySlice<UInt8>]]
    /// Whether its fullest name is one word.
    var isOneWord: Bool { names.allSatisfy { $0.count == 1 } }
  }

  private(set) var groups: [Group] = []
  private var parents: [Int] = []
  private var byIdentity: [Identity: Int] = [:]
  private var added = 0

  /// Names that a group keeps: more than that are spellings that teach nothing new.
  private static let mostNames = 16

  subscript(group: Int) -> Group { groups[group] }

  /// The groups that stand for themselves.
  var roots: [Int] { groups.indices.filter { parents[$0] == $0 } }

  /// Adds the next candidate; its group.
  mutating func add(_ identity: Identity, _ candidate: Candidate, _ name: [UInt8]) -> Int {
    defer { added += 1 }
    guard let number = byIdentity[identity] else {
      byIdentity[identity] = groups.count
      parents.append(groups.count)
      groups.append(
        Group(
          identity: identity, type: candidate.type, first: added, fullest: added,
          fullestWords: candidate.tokens.count,
          names: [Self.words(name, candidate.type)]))
      return groups.count - 1
    }
    if identity.isKnown {
      let words = Self.words(name, candidate.type)
      if groups[number].names.count < Self.mostNames, !groups[number].names.contains(words) {
        groups[number].names.append(words)
      }
    }
    if candidate.tokens.count > groups[number].fullestWords {
      groups[number].fullestWords = candidate.tokens.count
      groups[number].fullest = added
    }
    return number
  }

  private static func words(_ name: [UInt8], _ type: EntityType) -> [ArraySlice<UInt8>] {
    type == .person || type == .organization ? name.split(separator: NameForms.space) : []
  }

  /// The group that a group has become part of.
  ///
  /// - Complexity: amortized nearly O(1).
  func root(of group: Int) -> Int {
    var group = group
    while parents[group] != group { group = parents[group] }
    return group
  }

  /// Makes one group of two; two that lists know as different things stay apart.
  ///
  /// - Returns: Whether they are one now.
  @discardableResult
  mutating func join(_ left: Int, _ right: Int) -> Bool {
    var (kept, gone) = (root(of: left), root(of: right))
    if kept == gone { return true }
    guard groups[kept].type == groups[gone].type else { return false }
    switch (groups[kept].identity.isKnown, groups[gone].identity.isKnown) {
    case (true, true): return false
    case (false, true): swap(&kept, &gone)
    case (true, false): break
    case (false, false):
      if (groups[gone].fullestWords, groups[kept].first)
        > (groups[kept].fullestWords, groups[gone].first)
      {
        swap(&kept, &gone)
      }
    }
    parents[gone] = kept
    groups[kept].first = min(groups[kept].first, groups[gone].first)
    for name in groups[gone].names
    where groups[kept].names.count < Self.mostNames && !groups[kept].names.contains(name) {
      groups[kept].names.append(name)
    }
    return true
  }

  /// Takes the lexicon's word back: a group goes by another one's identity from now on.
  mutating func give(_ group: Int, to other: Int) {
    let (gone, kept) = (root(of: group), root(of: other))
    guard gone != kept else { return }
    parents[gone] = kept
    groups[kept].first = min(groups[kept].first, groups[gone].first)
  }
}
