import WarraqNormalization
import WarraqText

/// Damage that shows on a line: presentation forms, tatweel, Persian letters, visual order.
extension ScalarLine {
  private static let plainForms: Normalizer = {
    var options = NormalizationOptions()
    options.presentationForms = true
    return Normalizer(options)
  }()

  // MARK: Presentation forms

  /// Presentation forms of letters; certain to repair by their plain letters.
  func presentationForms() -> [Damage] {
    let places = scalars.indices.filter { scalars[$0].isPresentationForm }.map { $0..<$0 + 1 }
    let edits = places.map {
      Edit(range: bytes($0), scalars: Self.plainLetters(scalars[$0.lowerBound]))
    }
    return damage(.presentationForms, at: places, edits: edits).map { [$0] } ?? []
  }

  private static func plainLetters(_ form: UInt32) -> [UInt32] {
    guard let scalar = Unicode.Scalar(form) else { return [form] }
    let plain = plainForms.normalize(SourceText(String(scalar))).text
    return plain[plain.range].unicodeScalars.map(\.value)
  }

  // MARK: Tatweel

  /// Tatweel between the letters of most words; certain to repair by deleting it.
  func tatweelInWords() -> [Damage] {
    let long = words().filter { scalars[$0].count { $0.isArabicLetter } >= 3 }
    let stretched = long.filter { !innerTatweels(of: $0).isEmpty }
    guard stretched.count >= 4, stretched.count * 2 > long.count else { return [] }
    let edits = words().flatMap(innerTatweels).map {
      Edit(range: bytes($0..<$0 + 1), scalars: [])
    }
    return damage(.tatweelInWords, at: stretched, edits: edits).map { [$0] } ?? []
  }

  /// The tatweels of a word with letters on both sides, but for those that carry a hamza.
  private func innerTatweels(of word: Range<Int>) -> [Int] {
    guard let first = scalars[word].firstIndex(where: \.isArabicLetter),
      let last = scalars[word].lastIndex(where: \.isArabicLetter)
    else { return [] }
    return (first..<last).filter { index in
      guard scalars[index] == Named.tatweel else { return false }
      return scalars[(index + 1)...].first { !$0.isVowelMark } != Named.hamzaAbove
    }
  }

  // MARK: Persian letters

  /// Words of an Arabic line with Persian or Urdu shapes of letters.
  ///
  /// Certain to repair: ک, and ی before another letter. A final ی may stand for ي or for ى.
  func persianLetters() -> [Damage] {
    let words = words()
    guard isArabic(words) else { return [] }
    let brackets = depthsOfBrackets()
    let places = words.filter { word in
      guard scalars[word].contains(where: \.isPersianShape) else { return false }
      // The name in its own spelling stands in brackets: (بالفارسية: …).
      return brackets[word.lowerBound] == 0 || hasArabicSignature(word)
    }
    let edits = places.flatMap { word in
      word.compactMap { index -> Edit? in
        guard let letter = plainShape(at: index, in: word) else { return nil }
        return Edit(range: bytes(index..<index + 1), scalars: [letter])
      }
    }
    return damage(.persianLetters, at: places, edits: edits).map { [$0] } ?? []
  }

  private func plainShape(at index: Int, in word: Range<Int>) -> UInt32? {
    switch scalars[index] {
    case 0x06A9, 0x06AA: return 0x0643
    case 0x06CC:
      let isInner = scalars[(index + 1)..<word.upperBound].contains(where: \.isArabicLetter)
      return isInner ? 0x064A : nil
    default: return nil
    }
  }

  /// Whether a line is Arabic: words with the article, and no frequent words of Persian or Urdu.
  private func isArabic(_ words: [Range<Int>]) -> Bool {
    let signed = words.count(where: hasArabicSignature)
    guard signed > 0, signed * 6 >= words.count else { return false }
    return !words.contains { Self.foreignWords.contains(Array(scalars[$0])) }
  }

  /// Whether a word has what Persian and Urdu words seldom have: the article, ة, أ, إ or ؤ.
  private func hasArabicSignature(_ word: Range<Int>) -> Bool {
    var letters = scalars[word].filter(\.isArabicLetter)[...]
    if letters.contains(where: { [0x0623, 0x0624, 0x0625, 0x0629].contains($0) }) { return true }
    if let first = letters.first, [0x0648, 0x0641, 0x0628].contains(first) {
      letters = letters.dropFirst()
    }
    return letters.count >= 4 && letters.starts(with: [Named.alef, Named.lam])
  }

  /// For each scalar, how many brackets are open before it.
  private func depthsOfBrackets() -> [Int] {
    var depth = 0
    return scalars.map { scalar in
      if scalar == 0x28 { depth += 1 }
      defer { if scalar == 0x29, depth > 0 { depth -= 1 } }
      return depth
    }
  }

  private static let foreignWords: Set<[UInt32]> = Set(
    [
      "است", "که", "را", "این", "های", "شد", "بود", "برای", "از", "می", "ہے", "کی", "کے", "میں",
      "کا", "اور", "نے", "سے", "کو", "لە", "دەکات", "ئەم",
    ].map { $0.unicodeScalars.map(\.value) })

  // MARK: Visual order

  /// A line in visual order; no repair is certain, as numbers and brackets may be in either order.
  func visualOrder() -> [Damage] {
    let words = words()
    var forward = 0
    var reversed: [Range<Int>] = []
    for word in words {
      let letters = scalars[word].flatMap {
        $0.isPresentationForm ? Self.plainLetters($0) : [$0]
      }.filter(\.isArabicLetter)
      guard letters.count >= 3, let first = letters.first, let last = letters.last else { continue }
      let startsWithArticle = letters.starts(with: [Named.alef, Named.lam])
      let endsWithArticle = letters.suffix(2).elementsEqual([Named.lam, Named.alef])
      if first == Named.tehMarbuta || first == Named.alefMaksura {
        reversed.append(word)
      } else if endsWithArticle, letters.count >= 5 {
        reversed.append(word)
      } else if startsWithArticle || last == Named.tehMarbuta {
        forward += 1
      }
    }
    let impossible = reversed.count { word in
      let first = scalars[word].first.map(Self.plainLetters)?.first
      return first == Named.tehMarbuta || first == Named.alefMaksura
    }
    guard impossible >= 1, reversed.count >= 2, forward * 4 <= reversed.count else { return [] }
    return damage(.visualOrder, at: words, edits: []).map { [$0] } ?? []
  }
}

extension UInt32 {
  /// Tashkeel, U+064B–0652, and U+0670.
  fileprivate var isVowelMark: Bool { 0x064B...0x0652 ~= self || self == 0x0670 }

  /// ک ڪ ی ہ ھ ە.
  fileprivate var isPersianShape: Bool {
    switch self {
    case 0x06A9, 0x06AA, 0x06CC, 0x06C1, 0x06BE, 0x06D5: true
    default: false
    }
  }
}
