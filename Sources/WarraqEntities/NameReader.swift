import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Reads personal names: given names, kunyas, patronymics with بن and آل, names of God behind
/// عبد, family names by list and by shape.
struct NameReader {
  let view: LexicalView

  /// Parts that one name may have.
  private static let longestName = 6
  private static let kunyas: KeySet = ["ابو", "ابا", "ابي"]
  private static let sons: KeySet = ["بن", "ابن"]
  /// Small words inside names; «آل» folds to «ال».
  private static let links: KeySet = [
    "بن", "ابن", "بنت", "ال", "ولد", "ابو", "ابا", "ابي", "فون", "فان", "دي", "دو", "دا", "ماك",
    "ود", "أغ", "ag",
  ]
  private static let servant: KeySet = ["عبد"]
  private static let second: KeySet = ["الدين", "الله", "الاسلام", "الزمان", "الهدي"]
  /// Links that make a given name of the everyday word before them: «هلال بن شمس».
  private static let patronymics: KeySet = ["بن", "ابن", "بنت"]
  /// First words of two-part particles: «فون دير لاين», «فان در ليون».
  private static let foreignLinks: KeySet = ["فون", "فان", "دي"]
  private static let foreignArticles: KeySet = ["دير", "دن", "در", "دين", "لا", "لوس"]
  private static let prepositionAla: KeySet = ["علي"]

  /// A name that was read.
  struct Name {
    var tokens: Range<Int>
    var parts: Int
    /// Whether it begins with a name that is no everyday word, with a kunya or with a patronymic.
    var isSolid: Bool
    var hasKunya: Bool
  }

  /// The longest name that begins at a token.
  ///
  /// - Parameter isStrong: Whether the context (a title, a quotation) says that a name stands
  ///   here, so that unknown words may be parts of it.
  /// - Complexity: O(1).
  func name(at start: Int, isStrong: Bool) -> Name? {
    guard start < view.tokens.count, var name = firstPart(start) else { return nil }
    while name.parts < Self.longestName {
      let next = name.tokens.upperBound
      guard next < view.tokens.count, view.inLine(next, of: start), view.isArabicWord(next),
        let end = nextPart(next, isStrong: isStrong, name)
      else { break }
      name.tokens = start..<end
      name.parts += 1
    }
    return name
  }

  private func firstPart(_ token: Int) -> Name? {
    guard view.isArabicWord(token) else { return nil }
    let traits = view.traits[token]
    if !traits.isDisjoint(with: .anyGiven), view.givenLength[token] > 0,
      !isRatherWord(token) || isBeforePatronymic(token)
    {
      let end = token + Int(view.givenLength[token])
      return Name(
        tokens: token..<end, parts: 1,
        isSolid: traits.contains(.givenName) || end > token + 1 || isCompound(token)
          || isBeforePatronymic(token),
        hasKunya: false)
    }
    // The words below have two or three letters.
    guard view.tokens.keyRange(at: token).count - Int(view.clitics[token]) <= 6 else { return nil }
    let key = self.key(token)
    if Self.kunyas.contains(key) || Self.sons.contains(key), let end = wordEnd(after: token) {
      return Name(tokens: token..<end, parts: 1, isSolid: true, hasKunya: true)
    }
    if Self.servant.contains(key), token + 1 < view.tokens.count, view.inLine(token + 1, of: token),
      view.isDefinite(token + 1)
    {
      return Name(tokens: token..<(token + 2), parts: 1, isSolid: true, hasKunya: false)
    }
    return nil
  }

  /// The hash of a word's folded key behind its clitics.
  private func key(_ token: Int) -> UInt64 {
    view.tokens.keyHash(at: token, dropping: Int(view.clitics[token]))
  }

  /// The end of the word behind a kunya or link: one token, two for «عبد العزيز».
  private func wordEnd(after token: Int) -> Int? {
    let next = token + 1
    guard next < view.tokens.count, view.inLine(next, of: token), view.isArabicWord(next),
      !view.isPeeled(next)
    else { return nil }
    let traits = view.traits[next]
    if traits.isDisjoint(with: .anyName), !traits.isDisjoint(with: [.function, .verb, .speechVerb])
    {
      return nil
    }
    if view.givenLength[next] > 1 { return next + Int(view.givenLength[next]) }
    if Self.foreignLinks.contains(key(token)), Self.foreignArticles.contains(key(next)) {
      return wordEnd(after: next)
    }
    if Self.servant.contains(key(next)) || Self.sons.contains(key(next)) {
      return wordEnd(after: next)
    }
    return next + 1
  }

  private func nextPart(_ token: Int, isStrong: Bool, _ name: Name) -> Int? {
    let isShort = view.tokens.keyRange(at: token).count - Int(view.clitics[token]) <= 12
    let key = isShort ? self.key(token) : 0
    // Whole words: «ود حامد» is no و + د.
    if view.tokens.isKey(at: token, in: Self.links), let end = wordEnd(after: token) { return end }
    if !view.isPeeled(token) {
      if Self.servant.contains(key) { return wordEnd(after: token) }
      if Self.second.contains(key) { return token + 1 }
    }
    // Clitics begin another word: «محمد وخالد», «أحمد بالقاهرة».
    guard !view.isPeeled(token) else { return nil }
    let traits = view.traits[token]
    // «أحمد لطفي السيد (…)»: a title that ends a name is a family name.
    if traits.contains(.title), traits.contains(.familyWord), view.isDefinite(token),
      name.isSolid && isFollowedByBreak(token) || isStrong && name.parts == 1
    {
      return token + 1
    }
    // «محمد الأمين ولد أحمد»
    if !traits.isDisjoint(with: .anyName), name.isSolid, isBeforeLink(token) { return token + 1 }
    guard !isRatherWord(token) else { return nil }
    if !traits.isDisjoint(with: .anyGiven) { return token + max(1, Int(view.givenLength[token])) }
    if traits.contains(.familyName) { return token + 1 }
    if traits.contains(.familyWord), name.isSolid || isStrong {
      // «محمد التونسي», «عبد الرحيم أبو سن»; but not «قيس سعيد التونسي», «أبو سن النقاش حول».
      return name.parts == 1 || !view.isDefinite(token) || isFollowedByBreak(token)
        ? token + 1 : nil
    }
    guard traits.isDisjoint(with: .closes), traits.isDisjoint(with: [.title, .nationality, .head])
    else { return nil }
    guard name.isSolid || isStrong else { return nil }
    if isStrong, name.isSolid, name.parts == 1, isFollowedByBreak(token),
      !view.hasCliticAndArticle(token), !view.hasPronoun(token), !startsKnownName(token)
    {
      return token + 1  // «وزير الحربية يوسف العظمة ومن», «المهندس رشيد بوعمامة:»
    }
    if view.isDefinite(token) {
      // A nisba by its looks: الصوافي, الحازمي.
      let long = view.tokens.keyRange(at: token).count >= 10
      return long && view.endsWithYeh(token) ? token + 1 : nil
    }
    guard !view.hasCommonEnding(token), !view.hasCliticAndArticle(token),
      !view.beginsLikeVerb(token) || isStrong && isFollowedByBreak(token),
      view.tokens.keyRange(at: token).count >= 6,
      !startsKnownName(token)
    else { return nil }
    if isStrong, name.parts == 1 { return token + 1 }
    if isFollowedByName(token) { return token + 1 }
    // «جان مورو نظيره في»: a third word with a pronoun is none of the name.
    return isFollowedByBreak(token) && !(name.parts > 1 && view.endsWithHeh(token))
      ? token + 1 : nil
  }

  /// «عماد الدين», «سيف الإسلام»: the second word makes a name of an everyday word.
  private func isCompound(_ token: Int) -> Bool {
    token + 1 < view.tokens.count && view.inLine(token + 1, of: token)
      && view.tokens.isKey(at: token + 1, in: Self.second)
  }

  /// «هاجر بن رمضان», «فرج بنت سعد»; not «على بن سلمان», whose last letter is no ي.
  private func isBeforePatronymic(_ token: Int) -> Bool {
    let next = token + 1
    guard next < view.tokens.count, view.inLine(next, of: token), !view.isPeeled(token),
      view.tokens.isKey(at: next, in: Self.patronymics)
    else { return false }
    guard view.tokens.isKey(at: token, in: Self.prepositionAla) else { return true }
    let end = view.tokens.range(at: token).utf8.upperBound
    return view.text.text.utf8.span.scalar(before: end).value == 0x064A
  }

  private func isBeforeLink(_ token: Int) -> Bool {
    let next = token + 1
    return next < view.tokens.count && view.inLine(next, of: token)
      && view.tokens.isKey(at: next, in: Self.sonLinks)
  }

  private static let sonLinks: KeySet = ["بن", "ابن", "بنت", "ولد"]

  /// A name that is an everyday word too, and here rather the word: «معالي», «زعيم», «سعيد» is not.
  private func isRatherWord(_ token: Int) -> Bool {
    let traits = view.traits[token]
    return traits.isDisjoint(with: [.givenName, .familyName])
      && !traits.isDisjoint(with: [.title, .head, .function, .speechVerb, .verb])
  }

  private func startsKnownName(_ token: Int) -> Bool {
    view.sureNameStarts.contains(token)
  }

  private func isFollowedByName(_ token: Int) -> Bool {
    let next = token + 1
    guard next < view.tokens.count, view.inLine(next, of: token), view.isArabicWord(next),
      !view.isPeeled(next)
    else { return false }
    if view.traits[next].contains(.familyName) { return true }
    return view.isDefinite(next) && view.endsWithYeh(next)
      && view.tokens.keyRange(at: next).count >= 10
      && view.traits[next].isDisjoint(with: [.nationality, .noun, .title])
  }

  private func isFollowedByBreak(_ token: Int) -> Bool {
    let next = token + 1
    guard next < view.tokens.count, view.inLine(next, of: token) else { return true }
    if view.tokens.kind(at: next) == .punctuation { return true }
    return !view.traits[next].isDisjoint(with: [.function, .speechVerb])
  }
}
