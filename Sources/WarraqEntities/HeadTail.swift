import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// What carries the name of an institution or event on behind its head and first words: fields of
/// work with ل, second portfolios, ordinals of meetings, groups of players.
struct HeadTail {
  let view: LexicalView

  /// Words that a tail may have.
  private static let longest = 6

  /// Second fields of ministries and faculties: وزارة التربية والتعليم.
  static let portfolios: KeySet = [
    "والتعليم", "والسكان", "والتجارة", "والصناعة", "والمناجم", "والموارد", "والطاقة", "والثروة",
    "والسياحة", "والآثار", "والري", "والرياضة", "والشباب", "والبيئة", "والإصلاح", "والمالية",
    "والتخطيط", "والتعاون", "والاتصالات", "والنقل", "والإسكان", "والعمل", "والثقافة", "والإعلام",
    "والغابات", "والمياه", "والكهرباء", "والتنمية", "والبحث", "والمعلومات", "والإرشاد", "والأوقاف",
    "والعلوم", "والآداب", "والقانون", "والتكنولوجيا", "والتقنية", "والدراسات", "والبحوث",
    "والأبحاث", "والبلديات", "والتوطين", "والريادة", "والمغتربين", "والهجرة", "والجاليات",
    "والمعادن", "والطيران", "والأشغال", "والتموين", "والعدل", "والداخلية", "والثروات", "والصيد",
    "والابتكار", "والاستثمار", "والتأمينات", "والتضامن", "والمرأة", "والطفولة", "والأسرة",
    "والزراعة", "والصحة", "والفنون", "والإعمار", "والجمارك", "والضرائب", "والدفاع", "والأمن",
    "والاستراتيجية", "والاجتماعية", "والاقتصادية", "والسياسية", "والإنسانية",
  ]

  /// First words of fields of work: «لكرة القدم», «لدراسات المياه».
  private static let fields: KeySet = [
    "لكرة", "لتنمية", "لدراسات", "لشؤون", "لحقوق", "لسياسات", "لاستشارات", "لنقل", "لضمان",
    "لتحلية", "لإدارة", "لتنظيم", "لأبحاث", "لبحوث", "لمكافحة", "لحماية", "لرعاية", "لتطوير",
    "لدعم", "لأسواق", "لتاريخ", "لدول", "لعلوم", "لحوار", "لمراقبة", "لرصد", "لتسوية", "لإنتاج",
    "لتوزيع", "لتمويل", "لتجارة", "لصناعة", "لصناعات", "لخدمات", "لإعادة", "لمشغلي", "لتقنية",
    "لتقنيات", "لتشجيع", "لترويج", "لنزع", "لإعمار", "لإغاثة", "لمنع", "لحظر", "لمنتجي", "لحفظ",
    "لثقافة", "لفنون", "لنشر", "لطباعة", "لأنظمة", "لنظم", "لتعليم", "لتدريب", "لتعزيز", "لتحليل",
    "لتأهيل", "لشبكات", "لمحاسبة", "لاقتصاد", "لاقتصاديات", "لهندسة", "لصيد", "لطب", "لطاقة",
  ]

  private static let ordinals: KeySet = [
    "الأول", "الأولى", "الثاني", "الثانية", "الثالث", "الثالثة", "الرابع", "الرابعة", "الخامس",
    "الخامسة", "السادس", "السادسة", "السابع", "السابعة", "الثامن", "الثامنة", "التاسع",
    "التاسعة", "العاشر", "العاشرة", "الحادي", "الحادية", "العشرون", "العشرين", "الثلاثون",
    "الثلاثين",
  ]
  private static let laterOrdinals: KeySet = [
    "عشر", "عشرة", "والعشرون", "والعشرين", "والثلاثون", "والثلاثين", "والأربعون", "والأربعين",
    "والخمسون", "والخمسين", "والستون", "والستين",
  ]
  private static let players: KeySet = [
    "للسيدات", "للشباب", "للرجال", "للناشئين", "للأندية", "للمنتخبات", "للمحليين", "للكتاب",
  ]
  private static let forums: KeySet = ["منتدى"]
  private static let ministries: KeySet = ["وزارة", "وزاره", "كلية", "لجنة", "هيئة"]

  /// «وزارة التعليم العالي والبحث»: «بحث» alone announces a work.
  func isPortfolio(_ token: Int, of head: Int) -> Bool {
    Self.ministries.contains(view.tokens.keyHash(at: head, dropping: Int(view.clitics[head])))
      && isKey(token, Self.portfolios)
  }

  private func isKey(_ token: Int, _ set: KeySet) -> Bool {
    view.tokens.isKey(at: token, in: set)
  }

  private static let debates: KeySet = [
    "للحوار", "للعدالة", "للسياسات", "للدراسات", "للفكر", "للأبحاث", "للبحوث", "للتنمية",
    "للديمقراطية", "للحقوق", "للثقافة", "للحريات", "لحقوق", "لسياسات", "لدراسات",
  ]

  /// A forum with a field of debate is an institution, «منتدى قرطاج للعدالة الاجتماعية»; others
  /// are meetings, «منتدى مراكش للاستثمار».
  func isForum(_ head: Int) -> Bool {
    guard Self.forums.contains(view.tokens.keyHash(at: head, dropping: Int(view.clitics[head])))
    else { return false }
    return (1...3).contains {
      head + $0 < view.tokens.count && view.inLine(head + $0, of: head)
        && isKey(head + $0, Self.debates)
    }
  }

  /// «لكرة القدم», «لدول مجلس التعاون»: the second word has the article or begins a known name.
  func isField(_ token: Int, of head: Int) -> Bool {
    token + 1 < view.tokens.count && view.inLine(token + 1, of: head) && isKey(token, Self.fields)
      && view.isArabicWord(token + 1)
      && (view.isDefinite(token + 1) || view.sureNameStarts.contains(token + 1))
  }

  /// Where a name ends that goes on from a token with ordinals, players, portfolios or fields.
  ///
  /// - Returns: The token itself where nothing goes on.
  /// - Complexity: O(1).
  func end(from start: Int, head: Int, type: EntityType) -> Int {
    guard start < view.tokens.count, view.inLine(start, of: head) else { return start }
    if type == .event {
      var token = start
      if isKey(token, Self.ordinals) {
        token += 1
        if token < view.tokens.count, view.inLine(token, of: head), isKey(token, Self.laterOrdinals)
        {
          token += 1
        }
      }
      if token < view.tokens.count, view.inLine(token, of: head), isKey(token, Self.players) {
        token += 1
      }
      return token
    }
    guard type == .organization else { return start }
    if Self.ministries.contains(view.tokens.keyHash(at: head, dropping: Int(view.clitics[head]))),
      isKey(start, Self.portfolios), !view.traits[start].contains(.head)
    {
      return start + 1
    }
    return isField(start, of: head) ? fields(from: start, head: head) : start
  }

  /// The end of «للدراسات السياسية», «لدراسات المياه», «للبحوث والدراسات الاجتماعية».
  ///
  /// - Complexity: O(1).
  func fields(from start: Int, head: Int) -> Int {
    var token = start
    let limit = min(start + Self.longest, Int(view.lineEnd[head]))
    guard token < limit else { return start }
    if view.isDefiniteWithLam(token), !view.sureNameStarts.contains(token) {
      token += 1
    } else if isField(token, of: head) {
      token += 1
      let known = view.names(at: token).filter { $0.evidence == .sure }
        .max { $0.tokens.count < $1.tokens.count }
      if let known { return known.tokens.upperBound }
      token += 1
    } else {
      return start
    }
    var pairs = 0
    while token < limit, view.isArabicWord(token), pairs < 3 {
      let traits = view.traits[token]
      // «البحري», «العلمي» are heads in the dual too.
      let isPlain =
        traits.isDisjoint(with: [.function, .verb, .speechVerb, .title])
        && (view.endsWithYeh(token) || view.endsWithYehHeh(token) || !traits.contains(.head))
      if view.isDefinite(token), isPlain, view.endsWithYehOrHeh(token),
        !view.isDefiniteWithLam(token)
      {
        token += 1  // an adjective
      } else if view.isDefiniteWithWaw(token), isPlain || isKey(token, Self.portfolios),
        !view.sureNameStarts.contains(token)
      {
        token += 1
      } else {
        break
      }
      pairs += 1
    }
    return token
  }
}
