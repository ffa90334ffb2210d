import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Names that the rest of the document explains: family names of persons named in full, and
/// quotations of names already found.
struct DocumentRules {
  let view: LexicalView

  /// More candidates, from those found so far.
  func candidates(known: [Candidate]) -> [Candidate] {
    shortForms(known: known) + quotationsAgain(known)
  }

  /// Short forms of the names found so far.
  func shortForms(known: [Candidate]) -> [Candidate] {
    familyNames(known) + institutionsAgain(known)
  }

  private func hash(_ token: Int) -> UInt64 { view.tokens.keyHash(at: token) }

  private func hashes(_ tokens: Range<Int>) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(tokens.count)
    for token in tokens { hashes.append(hash(token)) }
    return hashes
  }

  /// «قال الرئيس حسن كمال ... ثم أضاف كمال».
  private func familyNames(_ known: [Candidate]) -> [Candidate] {
    var families = KeyFilter()
    // Last words that stand behind آل, ولد, أبو, and those that mean nothing without it.
    var linked = KeyFilter()
    var fathersOnly = KeyFilter()
    var covered = [Bool](repeating: false, count: view.tokens.count)
    for candidate in known {
      for token in candidate.tokens { covered[token] = true }
      guard candidate.type == .person, candidate.tokens.count > 1 else { continue }
      let last = candidate.tokens.upperBound - 1
      // «عبد الهادي ... عبدالهادي»
      if Self.servant.contains(behindClitics(last - 1)) {
        let key = Self.servantKey + view.tokens.keyPool[view.tokens.keyRange(at: last)]
        families.insert(FoldedKey.hash(key.span, 0..<key.count))
      }
      let isKunya = Self.fathers.contains(behindClitics(candidate.tokens.lowerBound))
      guard isFamilyName(last) || isKunya && candidate.tokens.count == 2 else { continue }
      families.insert(hash(last))
      if last > candidate.tokens.lowerBound, Self.links.contains(hash(last - 1)) {
        linked.insert(hash(last))
      } else if isKunya, candidate.tokens.count == 2 {
        linked.insert(hash(last))
        fathersOnly.insert(hash(last))
      }
    }
    guard !families.isEmpty else { return [] }
    var found: [Candidate] = []
    for token in view.tokens.indices where !covered[token] && view.isArabicWord(token) {
      if linked.contains(hash(token)), token > 0, view.inLine(token, of: token - 1),
        !covered[token - 1],
        Self.links.contains(behindClitics(token - 1))
          || Self.fathers.contains(behindClitics(token - 1))
      {
        found.append(
          Candidate(
            view, (token - 1)..<(token + 1), start: view.start(of: token - 1), .person,
            .personDocument))
      } else if fathersOnly.contains(hash(token)) {
        continue
      } else if families.contains(hash(token)) {
        found.append(Candidate(view, token..<(token + 1), .person, .personDocument))
      } else if let start = peeledStart(token, in: families) {
        found.append(
          Candidate(view, token..<(token + 1), start: start, .person, .personDocument))
      }
    }
    return found
  }

  private static let fathers: KeySet = ["أبو", "أبا", "أبي"]
  private static let links: KeySet = ["آل", "ولد", "بن"]
  private static let servant: KeySet = ["عبد"]
  private static let servantKey = FoldTable.shared.fold("عبد")

  private func behindClitics(_ token: Int) -> UInt64 {
    view.tokens.keyHash(at: token, dropping: Int(view.clitics[token]))
  }

  /// Last parts that many names have: kings' numbers, second parts of compounds.
  private static let common: KeySet = [
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "عشر", "الله",
    "الدين", "الكبير", "الأب", "الابن",
  ]

  /// Whether the last part of a name can stand for the person: no everyday word.
  private func isFamilyName(_ token: Int) -> Bool {
    guard view.tokens.keyRange(at: token).count >= 6,
      !view.tokens.isKey(at: token, in: Self.common)
    else { return false }
    let traits = view.traits[token]
    guard traits.isDisjoint(with: .closes.union([.nationality, .title, .head])) else {
      return traits.contains(.familyName)
    }
    return true
  }

  private func peeledStart(_ token: Int, in families: KeyFilter) -> UTF8Offset? {
    guard Proclitics.mayBegin(view.tokens, at: token) else { return nil }
    for reading in Proclitics.readings(view.tokens, at: token) {
      let isFound =
        reading.restoresArticle
        ? Proclitics.keys(reading, view.tokens, at: token).contains {
          families.contains(FoldedKey.hash($0.span, 0..<$0.count))
        }
        : families.contains(view.tokens.keyHash(at: token, dropping: reading.keyBytes))
      if isFound { return Proclitics.start(reading, view.text.text, view.tokens, at: token) }
    }
    return nil
  }

  /// «مركز المرصد» of «مركز المرصد للدراسات»: head and first word of an institution named in full.
  private func institutionsAgain(_ known: [Candidate]) -> [Candidate] {
    var shortForms: [UInt64: UInt64] = [:]
    var covered = [Bool](repeating: false, count: view.tokens.count)
    for candidate in known {
      for token in candidate.tokens { covered[token] = true }
      let head = candidate.tokens.lowerBound
      guard candidate.type == .organization, candidate.tokens.count > 2, view.heads[head] != nil,
        !view.isDefinite(head), view.isDefinite(head + 1) || view.traits[head + 1].isEmpty,
        view.traits[head + 1].isDisjoint(with: .closes.union([.nationality, .title])),
        !view.sureNameStarts.contains(head + 1), !view.isPeeled(head + 1)
      else { continue }
      shortForms[behindClitics(head)] = hash(head + 1)
    }
    guard !shortForms.isEmpty else { return [] }
    var found: [Candidate] = []
    for head in view.tokens.indices.dropLast() where view.traits[head].contains(.head) {
      guard !covered[head], !covered[head + 1], view.inLine(head + 1, of: head),
        shortForms[behindClitics(head)] == hash(head + 1)
      else { continue }
      found.append(
        Candidate(
          view, head..<(head + 2), start: view.start(of: head), .organization,
          .institutionDocument))
    }
    return found
  }

  private func quotationsAgain(_ known: [Candidate]) -> [Candidate] {
    var phrases: [[UInt64]: Candidate] = [:]
    var covered = [Bool](repeating: false, count: view.tokens.count)
    for candidate in known {
      covered[candidate.tokens.lowerBound] = true
      let phrase = hashes(candidate.tokens)
      if phrases[phrase] == nil { phrases[phrase] = candidate }
    }
    guard !phrases.isEmpty else { return [] }
    var found: [Candidate] = []
    for open in view.tokens.indices {
      guard let close = view.text.marks.closing(of: open), close - open >= 2, close - open <= 9,
        !covered[open + 1], view.text.firstScalar(of: open) != 0x5B,
        let first = phrases[hashes((open + 1)..<close)]
      else { continue }
      found.append(
        Candidate(view, (open + 1)..<close, first.type, .quotedAgain, entity: first.entity))
    }
    return found
  }
}

/// A set of keys that every word of a text is looked up in: a bit set answers for nearly all.
private struct KeyFilter {
  private var keys: Set<UInt64> = []
  private var bits = InlineArray<16, UInt64>(repeating: 0)

  var isEmpty: Bool { keys.isEmpty }

  mutating func insert(_ key: UInt64) {
    keys.insert(key)
    let bit = Int(truncatingIfNeeded: key) & 1023
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  func contains(_ key: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: key) & 1023
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0 && keys.contains(key)
  }
}
