import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// Whether what is too little to be a time by itself is one where it stands.
extension TemporalGrammar {
  func isTime(_ phrase: Phrase, inList: Bool) -> Bool {
    switch phrase.weakness {
    case .none: return isNoName(phrase)
    case .bareDay, .bareOrdinal: return false
    case .bareYear: return inList || YearEvidence(grammar: self).supports(phrase)
    case .bareMonth: return inList && !phrase.isHijri || isGovernedMonth(phrase)
    case .bareWeekday: return isWeekday(phrase)
    case .bareHour: return isHour(phrase)
    case .barePart: return isPartOfYear(phrase)
    }
  }

  private func isNoName(_ phrase: Phrase) -> Bool {
    // «مارس 2018 شركة» and other months are judged where they are read.
    if phrase.rule == .monthYear, text.has(phrase.first, .doubtfulMonth),
      !text.has(phrase.first - 1, .governor), !text.hasClitics(phrase.first),
      phrase.first + 1 == phrase.end - 1, countsNoun(phrase.end - 1)
    {
      return false
    }
    return true
  }

  /// A month without a year is meant as a time behind a temporal word: months' names are words and
  /// names too.
  private func isGovernedMonth(_ phrase: Phrase) -> Bool {
    // Without a year a Hijri month is known only where the reference gives it.
    if phrase.modifier != nil || text.has(phrase.first, .monthHead) { return true }
    if phrase.end - phrase.first >= 3, text.mark(phrase.first + 1) != nil { return true }
    let before = text.word(phrase.first - 1)
    if before.has([.governor, .until, .before, .since, .after]) { return true }
    if before.has(.between) { return true }
    // «بمايو», «لمارس»
    return before.has([.to]) && !text.has(phrase.first, .doubtfulMonth)
  }

  /// What days are known by: «الجمعة العظيمة», «الأربعاء الأسود».
  private static let dayNames: KeySet = [
    "العظيمة", "الأسود", "السوداء", "الدامي", "الدامية", "الكبير", "الكبيرة", "الحزينة", "البيضاء",
  ]
  /// Behind them a weekday is a family's name as often.
  private static let givenNames: KeySet = [
    "أحمد", "محمد", "علي", "سعد", "فهد", "خالد", "ناصر", "حمد", "سالم", "سعود", "فيصل", "تركي",
    "بندر",
    "سلطان", "عبدالله", "الله", "الرحمن", "العزيز", "يوسف", "إبراهيم", "حسن", "حسين", "سامي",
    "ماجد", "صالح",
    "جاسم", "راشد", "مبارك", "عمر", "عثمان", "طارق", "وليد", "زياد", "نايف", "مشعل", "منصور",
    "عادل", "هاني",
    "مصطفى", "محمود", "كريم", "بدر", "نواف", "عيسى", "موسى", "هادي", "مهدي", "رضا", "باسم", "بسام",
    "غسان", "نبيل",
    "كمال", "جمال", "جميل", "حمزة", "زيد", "ياسر", "أيمن", "أنس", "رامي", "سمير", "شادي", "عماد",
    "فادي", "قاسم",
    "لؤي", "مازن", "مروان", "معاذ", "نزار", "هشام", "وائل", "يحيى", "زكريا", "إسماعيل", "عدنان",
    "فؤاد", "فاروق",
    "خليل", "حازم", "حاتم", "جابر", "ثامر", "بلال", "أمجد", "أكرم", "أسامة", "إياد", "أنور", "سعيد",
    "سليمان",
    "رجب", "نصر", "صلاح", "علاء", "الدين", "عائشة", "خديجة", "زينب", "هدى", "أمل", "رنا", "دينا",
    "نادية", "سلمى",
    "فاطمة", "مريم", "نورة", "سارة", "هند", "ليلى", "منى",
  ]
  private static let sonWords: KeySet = ["بن", "ابن", "بنت", "أبو", "آل"]

  /// A weekday without يوم is an adverb where nothing is named after it.
  private func isWeekday(_ phrase: Phrase) -> Bool {
    let token = phrase.first
    if text.has(token - 1, .namedAfterWeekday) || text.isKey(token + 1, Self.sonWords) {
      return false
    }
    if text.isKey(token - 1, Self.givenNames) { return false }
    // «الفارق بين الاثنين»: between the two.
    if text.word(token).weekday == 1, text.has(token - 1, .between) { return false }
    if text.isKey(token - 1, Self.comingWords) || text.isKey(token + 1, Self.dayNames) {
      return false
    }
    // «الأحد الفاصل» as a heading.
    if token == text.bounds.lowerBound, text.hasArticle(token + 1) { return false }
    // «"الأحد"», «(الجمعة)» alone in marks is a title.
    if let mark = text.mark(token - 1), let close = text.mark(token + 1), mark != 0x060C,
      mark != 0x2C, text.text.marks.partner(of: token - 1) == token + 1, close != 0x060C
    {
      return false
    }
    if text.hasClitics(token), !text.hasConjunction(token) { return false }
    return true
  }

  /// «عند الثامنة», «حتى العاشرة»
  private func isHour(_ phrase: Phrase) -> Bool {
    if text.isNumber(phrase.first) { return false }
    guard case .literal = phrase.told else { return true }
    let before = text.word(phrase.first - 1)
    let hasFraction = phrase.end > phrase.first + 1
    if before.has(.atHour) { return true }
    return hasFraction && text.hasConjunction(phrase.end - 1)
      && text.word(phrase.end - 1).has([.half, .quarter, .third])
      || text.isBare(phrase.end - 2, .except)
  }

  /// «خلال الربع الثالث»: no part of a table, match or inheritance.
  private func isPartOfYear(_ phrase: Phrase) -> Bool {
    guard !text.isBare(phrase.end, .from) else { return false }
    return text.has(phrase.first - 1, .governor) && !text.isKey(phrase.first - 1, Self.inWord)
  }

  static let pastDuals: KeySet = [
    "الماضيين", "الماضيان", "الماضيتين", "المنصرمين", "الفائتين", "الأخيرين", "السابقين",
  ]
  static let nextDuals: KeySet = [
    "المقبلين", "المقبلان", "المقبلتين", "القادمين", "القادمان", "القادمتين", "التاليين",
  ]
}
