import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

// Institutions whose names are more than a head and words with the article.
extension HeadRules {
  /// «مؤتمر الأطراف [الثامن والعشرون]», «وزارة الداخلية [والبلديات]»: what goes on behind a listed
  /// name.
  func listedWithTail(_ head: Int) -> Candidate? {
    guard let listed = knownName(at: head), listed.type == .organization || listed.type == .event
    else { return nil }
    let end = HeadTail(view: view).end(
      from: listed.tokens.upperBound, head: head, type: listed.type)
    guard end > listed.tokens.upperBound else { return nil }
    return Candidate(view, head..<end, start: view.start(of: head), listed.type, .headTail)
  }

  private static let courts: KeySet = ["محكمة", "المحكمة"]
  private static let within: KeySet = ["في"]

  /// «محكمة الاستئناف في باريس», «المحكمة الإقليمية العليا في كوبلنتس»: courts are named for seats.
  func court(_ head: Int) -> Candidate? {
    guard Self.courts.contains(view.tokens.keyHash(at: head, dropping: Int(view.clitics[head])))
    else { return nil }
    var end = head + 1
    let limit = min(head + 5, Int(view.lineEnd[head]))
    while end < limit, view.isDefinite(end), isNominal(end) { end += 1 }
    guard end > head + 1, end + 1 < Int(view.lineEnd[head]),
      view.tokens.isKey(at: end, in: Self.within), let place = knownName(at: end + 1),
      place.type == .location, !view.isPeeled(end + 1)
    else { return nil }
    return Candidate(
      view, head..<place.tokens.upperBound, start: view.start(of: head), .organization, .head)
  }

  private static let companies: KeySet = ["شركة"]
  private static let nameStarts: KeySet = ["ابن", "أبو", "أبي", "الملك", "الأمير", "الشيخ"]
  static let theCompany: KeySet = ["الشركة"]
  private static let goods: KeySet = ["نفط", "غاز", "كهرباء", "بترول", "طيران", "مياه", "مصافي"]

  /// «شركة نفط العراق»: the ware and the place make the name; «شركة [كينروس] الكندية»: a word that
  /// nothing else reads, between the head and a nationality or a mark.
  func company(_ head: Int, _ type: EntityType) -> Candidate? {
    let first = head + 1
    guard type == .organization, first < view.tokens.count, view.inLine(first, of: head),
      view.isArabicWord(first),
      Self.companies.contains(view.tokens.keyHash(at: head, dropping: Int(view.clitics[head])))
    else { return nil }
    if view.tokens.isKey(at: first, in: Self.goods), let place = knownName(at: first + 1),
      place.type == .location, !view.isPeeled(first + 1), view.inLine(first + 1, of: head)
    {
      return Candidate(
        view, head..<place.tokens.upperBound, start: view.start(of: head), .organization, .head)
    }
    let next = first + 1
    guard !view.isPeeled(first), view.traits[first].isEmpty, !view.isDefinite(first),
      !view.hasCommonEnding(first), !view.hasCliticAndArticle(first),
      view.tokens.keyRange(at: first).count >= 8, knownName(at: first) == nil,
      next < view.tokens.count, view.inLine(next, of: head), view.isDefinite(next),
      view.traits[next].contains(.nationality)
    else { return nil }
    return Candidate(view, first..<next, .organization, .head)
  }

  /// «معهد بنادر للدراسات السياسية», «مركز الأفلاج لدراسات المياه»: a word of any kind between the
  /// head and its field of work.
  func namedForField(_ head: Int, _ type: EntityType, _ flags: HeadFlags) -> Candidate? {
    let name = head + 1
    let tail = HeadTail(view: view)
    guard !flags.isDefinite, !flags.isDropped, flags.complement != .quotation,
      type == .organization || tail.isForum(head),
      name + 1 < view.tokens.count, view.inLine(name + 1, of: head), view.isArabicWord(name),
      isNominal(name), view.traits[name].isDisjoint(with: .nationality) || view.isDefinite(name)
    else { return nil }
    var first = name + 1
    if view.tokens.isKey(at: name, in: Self.nameStarts), first < view.tokens.count {
      first += 1  // مختبر ابن بطوطة للسياسات
    }
    if let known = knownName(at: name) { first = known.tokens.upperBound }
    if first < view.tokens.count, view.inLine(first, of: head), knownName(at: name) == nil,
      view.isDefiniteWithWaw(first)
    {
      first += 1
    }
    let end = tail.fields(from: first, head: head)
    guard end > first else { return nil }
    return Candidate(view, head..<end, start: view.start(of: head), .organization, .headTail)
  }

  /// «المحكمة الدستورية», «الحزب الشعبي»: institutions that an adjective alone names.
  func isOneOfItsKind(_ head: Int) -> Bool {
    guard head + 1 < view.tokens.count else { return false }
    let key = view.tokens.keyHash(at: head, dropping: Int(view.clitics[head]))
    return Self.kinds.contains {
      $0.heads.contains(key) && view.tokens.isKey(at: head + 1, in: $0.adjectives)
    }
  }

  private static let kinds: [(heads: KeySet, adjectives: KeySet)] = [
    (
      ["المحكمة"],
      [
        "الدستورية", "العليا", "الاتحادية", "الجنائية", "الإدارية", "العسكرية", "الخاصة",
        "الإقليمية",
        "الكبرى", "الدولية", "الفدرالية", "الفيدرالية",
      ]
    ),
    (
      ["الحزب"],
      [
        "الشعبي", "الاشتراكي", "الشيوعي", "الديمقراطي", "الجمهوري", "الليبرالي", "القومي", "الوطني",
        "التقدمي", "العمالي", "الأخضر", "النازي", "الفاشي", "الدستوري", "الديموقراطي",
      ]
    ),
    (
      ["الكتلة", "الجبهة", "الحركة"],
      ["الوطنية", "القومية", "الشعبية", "الصدرية", "الإسلامية", "الديمقراطية", "الاشتراكية"]
    ),
    (
      ["المجلس"],
      [
        "الدستوري", "التشريعي", "الانتقالي", "الرئاسي", "السيادي", "العسكري", "الأعلى", "الوطني",
        "الاستشاري", "الاتحادي", "الفيدرالي", "التأسيسي", "الاقتصادي",
      ]
    ),
    (
      ["الكلية"], ["العسكرية", "الحربية", "البحرية", "الجوية", "الملكية"]
    ),
  ]
}
