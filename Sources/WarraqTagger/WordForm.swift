import WarraqTokenization

/// A feature of a word form, and the tokens around that it bears on.
package struct FormFeature: Hashable, Sendable {
  package var hash: UInt64
  package var template: FeatureTemplate
  /// Tokens to either side whose labels the form bears on by this feature: 0, 1 or 2.
  package var reach: Int
}

/// A word form as the tagger sees it: its folded key taken apart.
///
/// Everything that the form alone decides is found here, once a form; the same code serves training
/// and tagging.
package struct WordForm {
  /// Features, in a fixed order.
  package private(set) var features: [FormFeature] = []
  /// Its cluster, for features of neighbours taken together.
  package private(set) var neighbourClass: UInt64 = 0
  /// Hashes of the folded forms that a listed phrase may begin with: the form, and what is left
  /// behind its clitics.
  package private(set) var phraseStarts: [UInt64] = []
  /// The hash of what is left behind the first clitic, 0 where there is none.
  package private(set) var stem: UInt64 = 0

  private let tables: TaggerTables

  /// Takes a form apart.
  ///
  /// - Complexity: O(length of the key).
  package init(_ pool: Span<UInt8>, _ range: Range<Int>, hash: UInt64, _ tables: TaggerTables) {
    self.tables = tables
    let shape = Shape(pool, range)
    guard !shape.isNumber else {
      number(shape)
      return
    }
    add(.word, hash, 2)
    add(.stem, hash, 2)
    affixes(pool, range, shape)
    var known = tables.word(hash)
    let flags = tables.phrase(hash)
    if !flags.isEmpty { phraseStarts.append(hash) }
    list(flags, .listed, reach: 2)
    var stemClass: WordClass?
    var stemFlags: PhraseFlags = []
    if shape.isArabic {
      for rest in Self.stems(pool, range) {
        add(.stem, rest.hash, rest.isArticle ? 0 : 1)
        guard !rest.isArticle else { continue }
        if stem == 0 { stem = rest.hash }
        if stemClass == nil { stemClass = tables.word(rest.hash) }
        let flags = tables.phrase(rest.hash)
        if !flags.isEmpty {
          phraseStarts.append(rest.hash)
          stemFlags.formUnion(flags)
        }
      }
    }
    if let stemClass { add(.stemFine, UInt64(stemClass.fine), 1) }
    list(stemFlags, .listedStem, reach: 1)
    if known == nil { known = stemClass }
    add(.listing, UInt64(flags.subtracting(.goesOn).rawValue), 1)
    clusters(known)
    shapes(shape, pool, range)
  }

  private mutating func add(_ template: FeatureTemplate, _ value: UInt64, _ reach: Int) {
    features.append(
      FormFeature(hash: FeatureHash.of(template, value), template: template, reach: reach))
  }

  private mutating func number(_ shape: Shape) {
    add(.shape, UInt64(100 + min(shape.digits, 5)), 2)
    neighbourClass = 1000
  }

  private mutating func list(_ flags: PhraseFlags, _ template: FeatureTemplate, reach: Int) {
    var rest = flags.subtracting(.goesOn).rawValue
    while rest != 0 {
      add(template, UInt64(rest.trailingZeroBitCount), reach)
      rest &= rest - 1
    }
  }

  private mutating func clusters(_ known: WordClass?) {
    guard let known else {
      add(.frequency, 100, 1)
      neighbourClass = 1001
      return
    }
    add(.coarse, UInt64(known.coarse), 2)
    add(.fine, UInt64(known.fine), 2)
    add(.coarseOfOld, UInt64(known.coarseOfOld), 2)
    add(.fineOfOld, UInt64(known.fineOfOld), 2)
    add(.frequency, UInt64(known.frequency), 1)
    neighbourClass =
      known.coarse == WordClass.noCoarse ? 200 + UInt64(known.coarseOfOld) : UInt64(known.coarse)
  }

  private mutating func affixes(_ pool: Span<UInt8>, _ range: Range<Int>, _ shape: Shape) {
    var end = range.lowerBound
    for length in 1...4 {
      end = Self.next(pool, end, range.upperBound)
      guard end < range.upperBound else { break }
      add(.prefix, FoldedKey.hash(pool, range.lowerBound..<end) ^ UInt64(length), 0)
    }
    var start = range.upperBound
    for length in 1...4 {
      start = Self.before(pool, start, range.lowerBound)
      guard start > range.lowerBound else { break }
      add(
        .suffix, FoldedKey.hash(pool, start..<range.upperBound) ^ UInt64(length),
        length == 2 || length == 3 ? 1 : 0)
    }
  }

  private mutating func shapes(_ shape: Shape, _ pool: Span<UInt8>, _ range: Range<Int>) {
    add(.shape, UInt64(min(shape.letters, 8)), 0)
    add(
      .shape,
      20 + (shape.isArabic ? 1 : 0) + (shape.digits > 0 ? 2 : 0) + (shape.isLatin ? 4 : 0)
        + (shape.letters == 0 ? 8 : 0), 1)
    guard shape.isArabic else { return }
    add(.shape, 40 + UInt64(Self.articles(pool, range)), 1)
  }

  // MARK: Letters

  private static func next(_ pool: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var end = start + 1
    while end < limit, pool[end] & 0xC0 == 0x80 { end += 1 }
    return min(end, limit)
  }

  private static func before(_ pool: Span<UInt8>, _ end: Int, _ limit: Int) -> Int {
    var start = end - 1
    while start > limit, pool[start] & 0xC0 == 0x80 { start -= 1 }
    return max(start, limit)
  }

  /// What letters a key is made of.
  private struct Shape {
    var letters = 0
    var digits = 0
    var isArabic = false
    var isLatin = false

    var isNumber: Bool { digits > 0 && letters == 0 }

    init(_ pool: Span<UInt8>, _ range: Range<Int>) {
      for position in range {
        let byte = pool[position]
        switch byte {
        case 0x30...0x39: digits += 1
        case 0x41...0x5A, 0x61...0x7A:
          letters += 1
          isLatin = true
        case 0xD8...0xDB:
          letters += 1
          // ، ؛ ؟ are D8 8C, D8 9B, D8 9F.
          if byte == 0xD8, position + 1 < range.upperBound, pool[position + 1] < 0xA0 {
            letters -= 1
          } else {
            isArabic = true
          }
        case 0xC3...0xD7: letters += 1
        default: break
        }
      }
    }
  }

  /// How a word begins: 1 ال, 2 وال, 3 بال, 4 كال, 5 فال, 6 لل, 7 ولل, 8 وبال; 0 otherwise.
  private static func articles(_ pool: Span<UInt8>, _ range: Range<Int>) -> Int {
    func letter(_ index: Int) -> UInt16 {
      let at = range.lowerBound + index * 2
      guard at + 1 < range.upperBound else { return 0 }
      return UInt16(pool[at]) << 8 | UInt16(pool[at + 1])
    }
    let alef: UInt16 = 0xD8A7
    let lam: UInt16 = 0xD984
    let waw: UInt16 = 0xD988
    guard range.count >= 8 else { return 0 }
    if letter(0) == alef, letter(1) == lam { return 1 }
    if letter(0) == lam, letter(1) == lam { return 6 }
    if letter(1) == alef, letter(2) == lam {
      switch letter(0) {
      case waw: return 2
      case 0xD8A8: return 3
      case 0xD983: return 4
      case 0xD981: return 5
      default: return 0
      }
    }
    if letter(0) == waw, letter(1) == lam, letter(2) == lam { return 7 }
    if letter(0) == waw, letter(1) == 0xD8A8, letter(2) == alef, letter(3) == lam { return 8 }
    return 0
  }

  private struct Rest {
    var hash: UInt64
    /// The article is what was left out.
    var isArticle = false
  }

  /// What is left of a word behind its clitics, in the order of the readings, and behind the
  /// article.
  private static func stems(_ pool: Span<UInt8>, _ range: Range<Int>) -> [Rest] {
    var rests: [Rest] = []
    func isConjunction(_ at: Int) -> Bool {
      pool[at] == 0xD9 && (pool[at + 1] == 0x88 || pool[at + 1] == 0x81)
    }
    func isPreposition(_ at: Int) -> Bool {
      pool[at] == 0xD8 && pool[at + 1] == 0xA8
        || pool[at] == 0xD9 && (pool[at + 1] == 0x84 || pool[at + 1] == 0x83)
    }
    var start = range.lowerBound
    if range.count >= 6, isConjunction(start) {
      start += 2
      rests.append(Rest(hash: FoldedKey.hash(pool, start..<range.upperBound)))
    }
    if range.upperBound - start >= 6, isPreposition(start) {
      let isLam = pool[start] == 0xD9 && pool[start + 1] == 0x84
      start += 2
      rests.append(Rest(hash: FoldedKey.hash(pool, start..<range.upperBound)))
      if isLam, pool[start] == 0xD9, pool[start + 1] == 0x84 {
        var whole: [UInt8] = [0xD8, 0xA7]
        for position in start..<range.upperBound { whole.append(pool[position]) }
        rests.append(Rest(hash: FoldedKey.hash(whole.span, 0..<whole.count)))
      }
    }
    if range.upperBound - start >= 8, pool[start] == 0xD8, pool[start + 1] == 0xA7,
      pool[start + 2] == 0xD9, pool[start + 3] == 0x84
    {
      rests.append(
        Rest(hash: FoldedKey.hash(pool, (start + 4)..<range.upperBound), isArticle: true))
    }
    return rests
  }
}
