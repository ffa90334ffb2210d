import WarraqText

/// Frequent words with a lam-alef that are no words any more when its lam is lost or its letters are
/// exchanged.
///
/// Chosen by hand; none of the damaged forms is a word of Arabic.
enum LamAlefWords {
  /// Words that damage leaves without any other meaning.
  private static let words = [
    "الإسلام", "الإسلامية", "الإسلامي", "الإسلاميين", "الإسلاميون", "إسلامية", "إسلامي", "هؤلاء",
    "الولايات", "الولاية", "ثلاثين", "ثلاثون", "اختلاف", "الاختلاف", "الاختلافات", "علاقات",
    "العلاقات", "إصلاح", "الإصلاح", "الإصلاحات", "إصلاحات", "الأخلاق", "أخلاق", "إعلان", "الإعلان",
    "الإعلام", "الإعلامية", "الاحتلال", "الاستقلال", "آلاف", "أولاد", "الأفلام", "الفلاحين",
    "الفلاسفة", "مقالات", "المقالات", "حالات", "الحالات", "مجالات", "المجالات", "الاتصالات",
    "اتصالات", "احتمالات", "محاولات", "بطولات", "دلالات", "تدخلات", "معاملات", "تحولات",
    "الملائكة", "إطلاق", "الانقلاب", "البلاغ", "الثلاثاء", "الاعتدال", "استغلال",
    "الاختلال", "اللاجئين", "خلال", "سلالة", "السلاح",
  ]

  /// Words written with tanwin, which tells them from what else their letters may be.
  private static let wordsWithTanwin = [
    "فضلا", "مثلا", "أولا", "أصلا", "طويلا", "قليلا", "كاملا", "فعلا", "قائلا", "دليلا", "بديلا",
    "تفصيلا", "مستقبلا", "إجمالا", "احتمالا", "شمالا", "بدلا", "هائلا", "شكلا", "عاجلا", "سبيلا",
    "مستقلا", "متصلا", "مقابلا", "شاملا",
  ]

  /// What a damaged form was.
  struct Original: Sendable {
    /// The kind of damage.
    var kind: DamageKind
    /// The index, among the letters of the damaged form, where the damage is.
    var index: Int
  }

  /// The damaged forms of ``words``, as letters.
  static let damaged: [[UInt32]: Original] = forms(words)

  /// The damaged forms of ``wordsWithTanwin``, as letters without marks.
  static let damagedWithTanwin: [[UInt32]: Original] = forms(wordsWithTanwin)

  /// Whether two letters begin a damaged form, or an alef stands before another or one with hamza.
  static func mayBegin(_ first: UInt32, _ second: UInt32) -> Bool {
    guard 0x0620...0x065F ~= first, 0x0620...0x065F ~= second else { return false }
    return beginnings[Int(first - 0x0620) << 6 | Int(second - 0x0620)]
  }

  private static let beginnings: [Bool] = {
    var beginnings = [Bool](repeating: false, count: 64 * 64)
    let afterAlef: [[UInt32]] = [0x0622, 0x0623, 0x0625, 0x0627].map { [Named.alef, $0] }
    for letters in Array(damaged.keys) + Array(damagedWithTanwin.keys) + afterAlef {
      beginnings[Int(letters[0] - 0x0620) << 6 | Int(letters[1] - 0x0620)] = true
    }
    return beginnings
  }()

  /// Damaged forms that are words, or parts of other words, and so tell nothing.
  private static let ambiguous: Set<String> = [
    "العالقات", "عالقات", "الثالثاء", "الاجئين", "السالح", "الباغ", "معامات", "البالغ", "الساح",
    "خال", "عاجا", "سالة", "شكا", "قليال", "استغالل",
  ]

  private static func forms(_ words: [String]) -> [[UInt32]: Original] {
    var forms: [[UInt32]: Original] = [:]
    for word in words {
      let letters = word.unicodeScalars.map(\.value)
      // The last one: the first may belong to the article.
      guard
        let index = letters.indices.dropLast().last(where: {
          letters[$0] == Named.lam && letters[$0 + 1] == Named.alef
        })
      else { preconditionFailure("no lam-alef in \(word)") }
      var lost = letters
      lost.remove(at: index)
      var reversed = letters
      reversed.swapAt(index, index + 1)
      for (form, kind) in [(lost, DamageKind.lamAlefLost), (reversed, .lamAlefReversed)] {
        let name = String(String.UnicodeScalarView(form.compactMap { Unicode.Scalar($0) }))
        if !ambiguous.contains(name) { forms[form] = Original(kind: kind, index: index) }
      }
    }
    return forms
  }

  // MARK: The first look

  /// Hashes of ``damaged`` and ``damagedWithTanwin``.
  private static let hashes: Set<UInt64> = Set(
    (Array(damaged.keys) + Array(damagedWithTanwin.keys)).map { letters in
      var bytes: [UInt8] = []
      for letter in letters { bytes.append(utf8: letter) }
      return bytes.reduce(seed, combined)
    })

  /// Whether the word around a position is a damaged form, or seems to be: words of one hash are taken
  /// for each other.
  static func isDamaged(wordAround position: Int, in bytes: Span<UInt8>) -> Bool {
    var start = position
    while start >= 2, bytes[start - 2] == 0xD8 || bytes[start - 2] == 0xD9,
      isWordPart(bytes[start - 2], bytes[start - 1])
    {
      start -= 2
    }
    var hash = seed
    while start + 1 < bytes.count, bytes[start] == 0xD8 || bytes[start] == 0xD9,
      isWordPart(bytes[start], bytes[start + 1])
    {
      let isMark = bytes[start] == 0xD9 && 0x8B...0x92 ~= bytes[start + 1]
      if !isMark { hash = combined(combined(hash, bytes[start]), bytes[start + 1]) }
      start += 2
    }
    return hashes.contains(hash)
  }

  /// A letter or vowel mark of the two-byte sequences D8 and D9.
  private static func isWordPart(_ lead: UInt8, _ second: UInt8) -> Bool {
    lead == 0xD8 ? second >= 0xA1 : second <= 0x92
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One step of FNV-1a.
  private static func combined(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
