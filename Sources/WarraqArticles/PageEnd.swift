import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// The last lines of a page: who wrote it, notes without a head, other pages' titles with their age.
extension Page {
  /// How many lines the end of a page has at most.
  static let linesOfEnd = 8

  /// Reads «إعداد: فلان», «فلان: باحث في …», «فلان - تونس العاصمة» among the last lines.
  mutating func readAuthorAtEnd() {
    for line in lines.indices.suffix(Self.linesOfEnd).reversed() where line >= next {
      let shape = lines[line]
      guard shape.words <= 14, !shape.endsWithQuestion, kinds[line] == nil || kinds[line] == .notes,
        !isInterface(line), let first = shape.tokens.first
      else { continue }
      let isLabelled =
        LineWords.author.contains(text.tokens.folded(at: first)) && shape.words <= 8
        && first + 1 < shape.tokens.upperBound
        && [0x3A, 0x2D, 0x2F].contains(text.firstScalar(of: first + 1))
      guard isLabelled || isBeforeRole(line) || isNameWithPlace(line),
        let name = isLabelled
          ? nameTokens(after: first, in: shape.tokens) : nameTokens(in: shape.tokens)
      else { continue }
      kinds[line] = .byline
      author = text.tokens.range(of: name)
      return
    }
  }

  /// «نور الهدى بن عاشور - تونس العاصمة»: a name and behind a dash one to three words.
  private func isNameWithPlace(_ line: Int) -> Bool {
    let shape = lines[line]
    guard (3...8).contains(shape.words), !shape.endsWithStop, shape.numbering == nil,
      let first = shape.tokens.first, givenNames.begins(text.tokens, at: first),
      let dash = shape.tokens.first(where: { text.tokens.kind(at: $0) != .arabicWord }),
      [0x2D, 0x2013, 0x2014, 0x2F].contains(text.firstScalar(of: dash)),
      !text.tokens.isGlued(at: dash),
      (2...5).contains(dash - first), (1...3).contains(shape.tokens.upperBound - dash - 1)
    else { return false }
    return shape.tokens.allSatisfy {
      $0 == dash
        || text.tokens.kind(at: $0) == .arabicWord
          && !text.tokens.isKey(at: $0, in: LineWords.noNames)
    }
  }

  /// «منذ يومين: …», «قبل 3 أيام - …»: another page's title with its age.
  func isAged(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.words <= 16, !shape.endsWithStop, let first = shape.tokens.first,
      text.tokens.isKey(at: first, in: LineWords.ages)
    else { return false }
    return shape.tokens.prefix(5).contains {
      [0x3A, 0x2D, 0x2013, 0x7C].contains(text.firstScalar(of: $0))
    }
  }

  /// «(1) UNCTAD, Navigating Troubled Waters, Geneva, 2024.», «* قُدمت نسخة أولى من الورقة …»: notes at
  /// the very end that no head announces.
  func isTrailingNote(_ line: Int, end: Int) -> Bool {
    guard (line + 1..<end).allSatisfy({ isInterface($0) || isAged($0) || isNoteLike($0) }) else {
      return false
    }
    return isNoteLike(line)
  }

  private func isNoteLike(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.words <= 40 else { return false }
    if shape.bullet == 0x2A { return shape.words >= 6 && !isRoleNote(line) }
    guard let numbering = shape.numbering, !numbering.isOrdinal,
      numbering.rest < shape.tokens.upperBound
    else { return false }
    return text.tokens.kind(at: numbering.rest) == .otherWord
  }
}
