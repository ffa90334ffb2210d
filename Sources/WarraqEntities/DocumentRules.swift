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
    familyNames(known) + quotationsAgain(known)
  }

  private func hash(_ token: Int) -> UInt64 { view.tokens.keyHash(at: token) }

  /// «قال الرئيس حسن كمال ... ثم أضاف كمال».
  private func familyNames(_ known: [Candidate]) -> [Candidate] {
    var families: Set<UInt64> = []
    var covered = [Bool](repeating: false, count: view.tokens.count)
    for candidate in known {
      for token in candidate.tokens { covered[token] = true }
      guard candidate.type == .person, candidate.tokens.count > 1 else { continue }
      let last = candidate.tokens.upperBound - 1
      guard isFamilyName(last) else { continue }
      families.insert(hash(last))
    }
    guard !families.isEmpty else { return [] }
    var found: [Candidate] = []
    for token in view.tokens.indices where !covered[token] && view.isArabicWord(token) {
      if families.contains(hash(token)) {
        found.append(Candidate(view, token..<(token + 1), .person, .personDocument))
      } else if let start = peeledStart(token, in: families) {
        found.append(
          Candidate(view, token..<(token + 1), start: start, .person, .personDocument))
      }
    }
    return found
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

  private func peeledStart(_ token: Int, in families: Set<UInt64>) -> UTF8Offset? {
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

  private func quotationsAgain(_ known: [Candidate]) -> [Candidate] {
    var phrases: [[UInt64]: Candidate] = [:]
    var covered = [Bool](repeating: false, count: view.tokens.count)
    for candidate in known {
      covered[candidate.tokens.lowerBound] = true
      let phrase = candidate.tokens.map(hash)
      if phrases[phrase] == nil { phrases[phrase] = candidate }
    }
    guard !phrases.isEmpty else { return [] }
    var found: [Candidate] = []
    for open in view.tokens.indices {
      guard let close = view.text.marks.closing(of: open), close - open >= 2, close - open <= 9,
        !covered[open + 1], view.text.firstScalar(of: open) != 0x5B,
        let first = phrases[((open + 1)..<close).map(hash)]
      else { continue }
      found.append(
        Candidate(view, (open + 1)..<close, first.type, .quotedAgain, entity: first.entity))
    }
    return found
  }
}
