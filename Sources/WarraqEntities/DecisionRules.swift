import WarraqAnalysis
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Numbered laws and decisions, and laws named for what they govern.
struct DecisionRules {
  let view: LexicalView

  private static let decisions: KeySet = [
    "قرار", "القرار", "المرسوم", "مرسوم", "القانون", "قانون", "اللائحة", "لائحة", "الأمر", "أمر",
    "القرارات",
  ]
  private static let between: KeySet = [
    "رقم", "الدولي", "الاممي", "مجلس", "الامن", "السلطاني", "التنفيذي", "الاشتراعي", "التشريعي",
    "الملكي", "الاتحادي", "الأميري", "الرئاسي", "بقانون", "اتحادي", "الرئاسية", "الوزاري",
    "الجمهوري",
  ]
  private static let number: KeySet = ["رقم"]
  private static let ofYear: KeySet = ["لسنة", "لعام"]
  private static let orders: KeySet = ["الأمر", "أمر"]
  private static let laws: KeySet = [
    "قانون", "نظام", "مدونة", "اتفاقية", "بروتوكول", "مبادرة", "معاهدة",
  ]
  private static let conventions: KeySet = ["اتفاقية", "معاهدة"]

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for token in view.tokens.indices where view.isArabicWord(token) {
      // The longest of these words has seven letters, with a clitic eight.
      guard view.tokens.keyRange(at: token).count <= 16 else { continue }
      let whole = view.tokens.keyHash(at: token)
      let clitics = Int(view.clitics[token])
      let key = clitics == 0 ? whole : view.tokens.keyHash(at: token, dropping: clitics)
      let isDecision = Self.decisions.contains(key) || clitics > 0 && Self.decisions.contains(whole)
      if isDecision, let candidate = resolution(token, isOrder: Self.orders.contains(key)) {
        found.append(candidate)
      }
      if Self.laws.contains(key), let candidate = law(token) { found.append(candidate) }
      if Self.conventions.contains(key), let candidate = convention(token) {
        found.append(candidate)
      }
    }
    return found
  }

  /// القرار 1701, قرار مجلس الأمن الدولي رقم 2254, القانون رقم 17 لسنة 2020, القرار 78/265.
  private func resolution(_ head: Int, isOrder: Bool) -> Candidate? {
    var token = head + 1
    let limit = min(head + 6, Int(view.lineEnd[head]))
    var hasNumberWord = false
    while token < limit, view.tokens.isKey(at: token, in: Self.between) {
      if view.tokens.isKey(at: token, in: Self.number) { hasNumberWord = true }
      token += 1
    }
    guard token < limit, view.tokens.kind(at: token) == .number, hasNumberWord || !isOrder,
      view.tokens.keyRange(at: token).count <= 8
    else { return nil }
    return Candidate(
      view, head..<numberEnd(token, head), start: view.start(of: head), .miscellaneous,
      .resolution)
  }

  /// The end of «1701», «78/265», «2015-031», «17 لسنة 2020».
  private func numberEnd(_ first: Int, _ head: Int) -> Int {
    var end = first + 1
    if end + 1 < view.tokens.count, view.inLine(end + 1, of: head), view.tokens.isGlued(at: end),
      view.tokens.isGlued(at: end + 1), view.tokens.kind(at: end + 1) == .number
    {
      let mark = view.text.firstScalar(of: end)
      if mark == 0x2F || mark == 0x2D { end += 2 }
    }
    if end + 1 < view.tokens.count, view.inLine(end + 1, of: head),
      view.tokens.isKey(at: end, in: Self.ofYear), view.tokens.kind(at: end + 1) == .number
    {
      end += 2
    }
    return end
  }

  private static let subjects: KeySet = [
    "إصلاح", "حماية", "إدارة", "تنظيم", "مكافحة", "ضمان", "تبادل", "منع", "تعليق", "حظر", "تشجيع",
    "دعم", "حرية", "تعليق", "تعزيز", "نزع", "إعادة", "السرية", "الضمان", "التجنيد", "الجنسية",
    "الأحوال",
  ]
  private static let adjectives: Int = 3

  /// «اتفاقية الأمم المتحدة لمكافحة التصحر», «اتفاقية المجاري المائية الدولية».
  private func convention(_ head: Int) -> Candidate? {
    let first = head + 1
    guard first < view.tokens.count, view.inLine(first, of: head), view.isArabicWord(first) else {
      return nil
    }
    let known = view.names(at: first).filter {
      $0.evidence == .sure && $0.type == .organization
    }.max { $0.tokens.count < $1.tokens.count }
    if let known {
      let end = HeadTail(view: view).fields(from: known.tokens.upperBound, head: head)
      return Candidate(
        view, head..<end, start: view.start(of: head), .miscellaneous, .law)
    }
    guard view.isDefinite(first), view.traits[first].isDisjoint(with: [.function, .title]) else {
      return nil
    }
    var end = first + 1
    let limit = min(end + Self.adjectives, Int(view.lineEnd[head]))
    while end < limit, view.isDefinite(end), view.endsWithYehOrHeh(end),
      view.traits[end].isDisjoint(with: [.function, .verb, .speechVerb, .title])
    {
      end += 1
    }
    guard end > first + 1 else { return nil }
    return Candidate(view, head..<end, start: view.start(of: head), .miscellaneous, .law)
  }

  /// «قانون حماية البيانات الشخصية»: a law, named for what it does to what.
  private func law(_ head: Int) -> Candidate? {
    let first = head + 1
    var second = head + 2
    guard second + 1 < view.tokens.count, view.inLine(second, of: head),
      view.tokens.isKey(at: first, in: Self.subjects)
    else { return nil }
    // «مبادرة تعليق خدمة الدين»
    if !view.isDefinite(second), view.isArabicWord(second), view.inLine(second + 1, of: head),
      !view.isPeeled(second), view.isDefinite(second + 1),
      view.traits[second].isDisjoint(with: [.function, .verb, .speechVerb, .title])
    {
      second += 1
    }
    guard view.isDefinite(second),
      view.traits[second].isDisjoint(with: [.function, .verb, .speechVerb, .title])
    else { return nil }
    var end = second + 1
    let limit = min(end + Self.adjectives, Int(view.lineEnd[head]))
    while end < limit, view.isDefinite(end), view.endsWithYehOrHeh(end),
      view.traits[end].isDisjoint(with: [.function, .verb, .speechVerb, .title, .nationality])
    {
      end += 1
    }
    return Candidate(view, head..<end, start: view.start(of: head), .miscellaneous, .law)
  }
}
