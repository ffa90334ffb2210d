import WarraqText

/// Finds words whose lam-alef was lost or has its letters exchanged.
///
/// Some words prove the damage: «األبحاث», «فضاً», «هؤاء». Others only fit it, as a typing error could
/// have made them («ااتفاق»): they count where the text has proof, or several of them.
enum LamAlefDamage {
  /// A word that may be damaged.
  private struct Candidate {
    var kind: DamageKind
    var range: Range<Int>
    var letters: [UInt32]
    var edits: [Edit]
    var isProof: Bool
  }

  /// Without proof, words that fit count where there are so many different ones, and one in so many
  /// words. Two typing errors of the kind meet in a page now and then.
  private static let fewestDifferent = 3
  private static let wordsForOne = 1000

  /// The damage of a text, one entry a word.
  ///
  /// - Complexity: O(*n*).
  static func find(in text: SourceText) -> [Damage] {
    var candidates: [Candidate] = []
    var words = 0
    for range in lines(of: text) {
      let line = ScalarLine(text, range)
      for word in line.words() {
        words += 1
        if let candidate = candidate(word, of: line) { candidates.append(candidate) }
      }
    }
    return [DamageKind.lamAlefLost, .lamAlefReversed].flatMap { kind in
      let ofKind = candidates.filter { $0.kind == kind }
      let isDense = ofKind.count * wordsForOne >= words
      let isSure =
        ofKind.contains(where: \.isProof)
        || Set(ofKind.map(\.letters)).count >= fewestDifferent
      return ofKind.filter { $0.isProof || isDense && isSure }.map {
        Damage(kind: kind, range: TextRange(utf8: $0.range), count: 1, edits: $0.edits)
      }
    }
  }

  /// The bytes of the lines of a text; line breaks may be left in, which part words too.
  private static func lines(of text: SourceText) -> [Range<Int>] {
    text.utf8.split(separator: 0x0A).map { $0.startIndex..<$0.endIndex }
  }

  /// Whether a word's first letters may be those of a damaged word; those of most are not.
  private static func mayBeDamaged(_ word: Range<Int>, of line: ScalarLine) -> Bool {
    var letters: (UInt32, UInt32) = (0, 0)
    var count = 0
    for place in word where line.scalars[place].isArabicLetter {
      letters = (letters.1, line.scalars[place])
      count += 1
      guard count >= 2 else { continue }
      if LamAlefWords.mayBegin(letters.0, letters.1) { return true }
      // The first may be a proclitic.
      guard count == 2, letters.0.isProclitic else { return false }
    }
    return false
  }

  private static func candidate(_ word: Range<Int>, of line: ScalarLine) -> Candidate? {
    guard mayBeDamaged(word, of: line) else { return nil }
    // The letters of the word, and where they stand.
    let places = word.filter { line.scalars[$0].isArabicLetter }
    var letters = places.map { line.scalars[$0] }
    guard letters.count >= 3 else { return nil }
    let hasTanwin = line.scalars[word].contains(Named.fathatan)
    var candidate: Candidate?
    // A word may hold two: «اإلسالمية». The second shows when the first is repaired.
    while let found = original(of: letters, hasTanwin: hasTanwin),
      candidate == nil || candidate?.kind == .lamAlefReversed && found.kind == .lamAlefReversed
    {
      let place = places[found.index]
      let edit: Edit
      switch found.kind {
      case .lamAlefReversed:
        // The two letters, and the marks between them, which follow the lam then.
        let next = places[found.index + 1]
        edit = Edit(
          range: line.bytes(place..<next + 1),
          scalars: [line.scalars[next]] + line.scalars[(place + 1)..<next] + [line.scalars[place]])
        letters.swapAt(found.index, found.index + 1)
      default:
        // A tanwin before the alef stands on the lam.
        let gap = places[found.index - 1] + 1..<place
        let end = line.scalars[gap].firstIndex(of: Named.fathatan) ?? place
        edit = Edit(range: line.bytes(end..<end + 1), scalars: [Named.lam, line.scalars[end]])
      }
      candidate = Candidate(
        kind: found.kind, range: line.bytes(word), letters: letters,
        edits: (candidate?.edits ?? []) + [edit],
        isProof: found.isProof || candidate?.isProof == true)
    }
    return candidate
  }

  /// Where and how a word seems damaged.
  private static func original(
    of letters: [UInt32], hasTanwin: Bool
  ) -> (kind: DamageKind, index: Int, isProof: Bool)? {
    let prefixes = letters[0].isProclitic ? 0...1 : 0...0
    for prefix in prefixes {
      let stem = Array(letters[prefix...])
      let original =
        LamAlefWords.damaged[stem] ?? (hasTanwin ? LamAlefWords.damagedWithTanwin[stem] : nil)
      if let original { return (original.kind, prefix + original.index, true) }
    }
    for prefix in prefixes {
      guard letters.count >= prefix + 4, letters[prefix] == Named.alef else { continue }
      let second = letters[prefix + 1]
      let isLamThird = letters[prefix + 2] == Named.lam
      if second.isAlefWithHamza {
        // «اإلى» is a typing error.
        if isLamThird {
          return letters.count > prefix + 4 ? (.lamAlefReversed, prefix + 1, true) : nil
        }
        // A lament, «واأسفاه», has the same letters.
        let isLament = prefix == 1 && (letters.last == 0x0647 || letters.last == Named.alef)
        return isLament ? nil : (.lamAlefLost, prefix + 1, false)
      }
      if second == Named.alef {
        return (isLamThird ? .lamAlefReversed : .lamAlefLost, prefix + 1, false)
      }
    }
    return nil
  }
}

extension UInt32 {
  fileprivate var isAlefWithHamza: Bool { self == 0x0622 || self == 0x0623 || self == 0x0625 }

  /// و ف ب ك. Not ل: «لاإقليدي» is no damage.
  fileprivate var isProclitic: Bool {
    switch self {
    case 0x0648, 0x0641, 0x0628, 0x0643: true
    default: false
    }
  }
}
