import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Names that a head noun announces: institutions, events, agreements, places, works.
struct HeadRules {
  let view: LexicalView

  /// Words that a head's complement may have.
  private static let longestComplement = 8

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for (token, head) in view.heads.sorted(by: { $0.key < $1.key }) {
      guard let type = head.type else { continue }
      let flags = head.headFlags
      if let candidate = listedWithTail(token) { found.append(candidate) }
      if let candidate = court(token) { found.append(candidate) }
      if let candidate = company(token, type) { found.append(candidate) }
      if let candidate = namedForField(token, type, flags) { found.append(candidate) }
      if let candidate = quotedComplement(token, type, flags) { found.append(candidate) }
      if let candidate = complement(token, type, flags),
        let checked = besideListedName(candidate, head: token)
      {
        found.append(checked)
      }
      if let candidate = wholeQuotation(token, type, flags) { found.append(candidate) }
    }
    return found
  }

  /// «دعا مجلس الأمن الدول الأعضاء»: where the lexicon knows the name, only a nationality makes
  /// it longer.
  private func besideListedName(_ candidate: Candidate, head: Int) -> Candidate? {
    guard let listed = knownName(at: head) else { return candidate }
    let next = listed.tokens.upperBound
    guard candidate.tokens.upperBound > next, view.traits[next].contains(.nationality) else {
      return nil
    }
    let end = HeadTail(view: view).end(from: next + 1, head: head, type: candidate.type)
    return Candidate(
      view, head..<end, start: candidate.start, candidate.type, candidate.rule)
  }

  // MARK: Quotations

  /// دورية "اتجاهات الأحداث": the name is what stands between the marks.
  private func quotedComplement(
    _ head: Int, _ type: EntityType, _ flags: HeadFlags
  ) -> Candidate? {
    let open = head + 1
    guard !flags.isDefinite, open < view.tokens.count, view.inLine(open, of: head),
      let close = view.text.marks.closing(of: open), close - open >= 2, close - open <= 12,
      isNameMark(open)
    else { return nil }
    // «دول "آمنة"»: behind a head of places only names of places are quoted.
    if type == .location, flags.complement == .quotation,
      !view.sureNameStarts.contains(open + 1)
    {
      return nil
    }
    // A work's title may be any phrase; other names have no verbs in them.
    if type != .work {
      guard close - open <= 8 else { return nil }
      for token in (open + 1)..<close {
        if !view.traits[token].isDisjoint(with: [.speechVerb, .verb]),
          view.traits[token].isDisjoint(with: .anyName)
        {
          return nil
        }
      }
    }
    return Candidate(view, (open + 1)..<close, type, .headQuoted)
  }

  /// Whether a mark is a quotation mark: brackets hold remarks.
  private func isNameMark(_ open: Int) -> Bool {
    let mark = view.text.firstScalar(of: open)
    return mark != 0x5B && mark != 0x7B && mark != 0x28
  }

  /// "جماعة أنصار الدين": a quotation that begins with a head and is no sentence.
  private func wholeQuotation(_ head: Int, _ type: EntityType, _ flags: HeadFlags) -> Candidate? {
    let open = head - 1
    guard open >= 0, !view.isPeeled(head), type != .person,
      let close = view.text.marks.closing(of: open), close - open <= 8, close > head + 1,
      isNameMark(open)
    else { return nil }
    for token in (head + 1)..<close {
      guard view.isArabicWord(token),
        view.traits[token].isDisjoint(with: [.verb, .speechVerb, .function])
          || !view.traits[token].isDisjoint(with: .anyName) || view.isPeeled(token)
      else { return nil }
    }
    // The head of a sentence is no name: "عملية سياسية جديدة".
    guard flags.isDefinite || view.isDefinite(head + 1) || isKnownName(head + 1) else {
      return flags.complement == .quotation ? nil : quotationOfOpenHead(head, close, type, flags)
    }
    let start = flags.isDropped && close - head > 1 ? head + 1 : head
    return Candidate(view, start..<close, type, .quotedHead)
  }

  private func quotationOfOpenHead(
    _ head: Int, _ close: Int, _ type: EntityType, _ flags: HeadFlags
  ) -> Candidate? {
    guard type == .organization, !view.hasCommonEnding(close - 1) || view.isDefinite(close - 1)
    else { return nil }
    return Candidate(view, (flags.isDropped ? head + 1 : head)..<close, type, .quotedHead)
  }

  private func isKnownName(_ token: Int) -> Bool {
    view.sureNameStarts.contains(token) || !view.traits[token].isDisjoint(with: .anyName)
  }

  // MARK: Complements

  /// جامعة القاهرة, المركز المصري للفكر والدراسات, بلدة عرسال.
  private func complement(_ head: Int, _ type: EntityType, _ flags: HeadFlags) -> Candidate? {
    guard
      flags.complement != .quotation || isCompany(head) || flags.isDefinite && isOneOfItsKind(head)
    else { return nil }
    if flags.isDefinite { return definiteName(head, type, flags) }
    let first = head + 1
    guard first < view.tokens.count, view.inLine(first, of: head), view.isArabicWord(first) else {
      return nil
    }
    if flags.isDropped { return droppedHead(head, type, flags) }
    guard !view.isPeeled(first) || view.traits[first].isEmpty else { return nil }
    var end = first
    var words = 0
    var isCertain = false
    if let name = knownName(at: first) {
      // «حركة حماس», «تحالف حزب الشعب»: an institution's name is no part of another's.
      if type == .organization, name.type == .organization { return nil }
      end = name.tokens.upperBound
      isCertain = flags.complement != .place || name.type == .location
      words = 1
    } else if flags.complement == .place {
      return nil
    } else if let second = dashed(first) {
      return Candidate(view, head..<(second + 1), start: view.start(of: head), type, .head)
    } else if view.isDefinite(first), isNominal(first), !isGenericComplement(first, type) {
      end = first + 1
      words = 1
    } else if type != .event, isBareNoun(first), first + 1 < view.tokens.count,
      view.inLine(first + 1, of: head),
      view.isDefinite(first + 1), isNominal(first + 1)
    {
      end = first + 2  // مركز دراسات الوحدة
      words = 2
    } else if type != .event, isBareNoun(first), !view.hasCommonEnding(first),
      first + 2 < view.tokens.count,
      view.inLine(first + 2, of: head), isBareNoun(first + 1), !view.isPeeled(first + 1),
      isAction(first), view.isDefinite(first + 2), isNominal(first + 2)
    {
      end = first + 3  // هيئة تنظيم سوق العمل
      words = 3
    } else {
      return nil
    }
    // «مصرف سورية المركزي السعر الرسمي»: behind a known name one adjective is sure.
    // «انتفاضة الخبز الحكومة»: another noun phrase begins behind an event's word.
    let plain = isCertain ? 1 : type == .event ? 0 : 4
    let more = definiteWords(from: end, head: head, type: type, plain: plain)
    end += more.count
    words += more.count
    guard isCertain || words >= Int(flags.complement.rawValue) || more.hasNationality else {
      return nil
    }
    if type == .location, more.count > 0 { end -= more.count }  // «نهر النيل الأزرق» is listed
    return Candidate(view, head..<end, start: view.start(of: head), type, .head)
  }

  /// What wars, squares and laws are spoken of that have no name: «ساحة المعركة», «حرب العصابات».
  private static let genericComplements: KeySet = [
    "المعركة", "المعارك", "القتال", "الصراع", "المنافسة", "الحرب", "السياسة", "العمل", "النفوذ",
    "المواجهة", "المواجهات", "العصابات", "الشوارع", "المدن", "المعلومات", "الوكالة", "الكلام",
    "الأسعار", "العملات", "العملة", "النظر", "الإبادة", "الصلاحيات", "الظل", "السلطة", "البقاء",
    "الوجود", "الجبهات", "الطرق", "التهم", "الروايات", "الأدلة", "البلاد", "البلد", "الدولة",
    "القوة",
    "الغاب", "الداخل", "الخارج", "الأعصاب", "المواقع", "الجميع", "الكل", "الشعوب", "الجياع",
    "النجوم", "السدود", "الطاقة", "المياه", "الأرقام", "التصريحات", "البيانات", "الشائعات",
  ]

  private func isGenericComplement(_ token: Int, _ type: EntityType) -> Bool {
    type != .organization && view.tokens.isKey(at: token, in: Self.genericComplements)
  }

  /// «سايكس–بيكو», «هيليغولاند–زنجبار»: two words with a dash glued between them; the second one.
  private func dashed(_ first: Int) -> Int? {
    let second = first + 2
    guard second < view.tokens.count, view.inLine(second, of: first),
      view.tokens.isGlued(at: first + 1), view.tokens.isGlued(at: second),
      [0x2D, 0x2010, 0x2011, 0x2013].contains(view.text.firstScalar(of: first + 1)),
      view.isArabicWord(second), !view.isDefinite(second) || view.isDefinite(first)
    else { return nil }
    return second
  }

  func knownName(at token: Int) -> NameMatch? {
    guard view.sureNameStarts.contains(token) else { return nil }
    return view.names(at: token).filter { $0.evidence == .sure }
      .max { $0.tokens.count < $1.tokens.count }
  }

  /// «المركز المصري للفكر», «الجيش السوداني»: the article on the head asks for a nationality or
  /// for a complement with للـ.
  private func definiteName(_ head: Int, _ type: EntityType, _ flags: HeadFlags) -> Candidate? {
    guard type == .organization || type == .event else { return nil }
    let words = definiteWords(from: head + 1, head: head, type: type)
    guard !isHyphenated(after: head + words.count), words.startsDefinite,
      words.hasNationality && !isCompany(head) || words.hasLam || isOneOfItsKind(head),
      flags.complement != .place
    else { return nil }
    return Candidate(
      view, head..<(head + 1 + words.count), start: view.start(of: head), type, .head)
  }

  /// «الشركة المصرية لنقل الكهرباء» is a name, «الشركة الأمريكية» is not.
  private func isCompany(_ head: Int) -> Bool {
    Self.theCompany.contains(view.tokens.keyHash(at: head, dropping: Int(view.clitics[head])))
  }

  /// «اللجنة المغربية-الإسبانية»
  private func isHyphenated(after last: Int) -> Bool {
    let mark = last + 1
    guard mark + 1 < view.tokens.count, view.inLine(mark + 1, of: last),
      view.tokens.isGlued(at: mark), view.tokens.kind(at: mark) == .punctuation
    else { return false }
    return view.traits[mark + 1].contains(.nationality)
  }

  /// مدينة [حلب]: the head is left out; an unlisted place or newspaper is one word.
  private func droppedHead(_ head: Int, _ type: EntityType, _ flags: HeadFlags) -> Candidate? {
    let first = head + 1
    guard flags.complement == .oneWord, !view.isPeeled(first),
      view.traits[first].isDisjoint(with: .closes.union([.nationality, .title, .head]))
    else { return nil }
    if view.isDefinite(first) {
      // «مدينة الملاهي الكبرى»: with an adjective it is a description.
      let next = first + 1
      if type == .location, next < view.tokens.count, view.inLine(next, of: head),
        view.isDefinite(next)
      {
        return nil
      }
    } else {
      guard type == .location, !view.hasCommonEnding(first),
        view.tokens.keyRange(at: first).count >= 6
      else { return nil }
    }
    return Candidate(view, first..<(first + 1), type, .head)
  }

  /// The words that carry a name on: with the article, للـ, والـ, ordinals, nationalities.
  ///
  /// - Parameter plain: How many words with the article alone may follow each other.
  private func definiteWords(
    from start: Int, head: Int, type: EntityType, plain: Int = 4
  ) -> (count: Int, hasNationality: Bool, hasLam: Bool, startsDefinite: Bool) {
    var token = start
    var hasNationality = false
    var hasLam = false
    var plainWords = 0
    let limit = min(start + Self.longestComplement, Int(view.lineEnd[head]))
    while token < limit, view.isArabicWord(token) {
      if view.isDefinite(token) {
        guard isNominal(token), view.titles[token]?.kind != .office, plainWords < plain,
          !view.hasPronoun(token)
        else { break }
        // «وزارة الدفاع الأمريكية الانسحاب», «مجلس الأمن القرار»: another noun phrase begins.
        if plainWords > 0 || token > head + 1 {
          // «الوكالة المغربية للطاقة المستدامة»: an adjective of the field of work.
          if hasNationality, !view.traits[token].contains(.nationality),
            !view.isDefiniteWithLam(token - 1)
              && !(view.isDefiniteWithWaw(token - 1) && view.endsWithYehOrHeh(token))
          {
            break
          }
          if view.traits[token].contains(.head),
            !(view.endsWithYeh(token) && HeadTail(view: view).isPortfolio(token - 1, of: head))
          {
            break
          }
        }
        plainWords += 1
        if view.traits[token].contains(.nationality) { hasNationality = true }
        token += 1
      } else if view.isDefiniteWithLam(token), type != .location {
        hasLam = true
        plainWords = 0
        token += 1
      } else if type == .organization, HeadTail(view: view).isField(token, of: head) {
        hasLam = true
        plainWords = 0
        token += 2  // الجامعة الملكية المغربية لكرة القدم
      } else if view.isDefiniteWithWaw(token), token > head + 1,
        continues(token) || HeadTail(view: view).isPortfolio(token, of: head)
      {
        token += 1
      } else if type == .event, view.tokens.isKey(at: token, in: Self.teens) {
        token += 1
      } else if type == .event, view.beginsWithLam(token), token + 1 < limit,
        view.isDefinite(token + 1)
      {
        hasLam = true
        token += 2  // المؤتمر السابع عشر لقادة الأجهزة
      } else {
        break
      }
    }
    let startsDefinite = start < view.tokens.count && view.isDefinite(start)
    return (token - start, hasNationality, hasLam, startsDefinite)
  }

  private func isPortfolio(_ token: Int) -> Bool {
    view.tokens.isKey(at: token, in: HeadTail.portfolios)
  }

  /// Whether «وال...» goes on with the name, not with another noun phrase: it follows للـ or
  /// another pair, or is a field of work.
  private func continues(_ token: Int) -> Bool {
    guard view.traits[token].isDisjoint(with: [.title, .head, .nationality]),
      !view.sureNameStarts.contains(token)
    else { return false }
    return isPortfolio(token)
      || view.isDefiniteWithLam(token - 1)
      || view.isDefiniteWithWaw(token - 1)
      || view.isDefinite(token - 1) && token + 1 < Int(view.lineEnd[token])
        && view.isDefinite(token + 1) && view.traits[token + 1].isDisjoint(with: .closes)
  }

  /// Whether a word may be part of an institution's name at all.
  func isNominal(_ token: Int) -> Bool {
    view.traits[token].isDisjoint(with: [.function, .verb, .speechVerb])
  }

  private func isBareNoun(_ token: Int) -> Bool {
    view.traits[token].isDisjoint(with: [.function, .verb, .speechVerb, .title])
      && view.tokens.keyRange(at: token).count >= 6 && !view.hasCliticAndArticle(token)
  }

  private static let teens: KeySet = ["عشر", "عشرة"]

  private static let actions: KeySet = [
    "تنظيم", "إدارة", "تنمية", "تطوير", "حماية", "مكافحة", "دعم", "تمويل", "رعاية", "ضمان", "إعمار",
    "تحلية", "نقل", "توزيع", "إنتاج", "مراقبة", "رصد", "دراسات", "بحوث", "أبحاث", "سياسات", "تسوية",
    "تشجيع", "ترويج", "تحرير", "استثمار", "شؤون", "حقوق", "تقييم", "تحليل", "توثيق", "تعزيز",
  ]

  private func isAction(_ token: Int) -> Bool { view.tokens.isKey(at: token, in: Self.actions) }
}
