import WarraqText
import WarraqTokenization

/// Words of speaking in all their forms, looked up by the hashes of folded keys.
///
/// Forms are made of a past stem, an imperfect stem without its first letter, and the stem of the
/// participle. Folding makes some of them everyday words («بين», «عبر»); those are left out.
struct SpeechVocabulary: Sendable {
  static let shared = SpeechVocabulary()

  private var words: [UInt64: SpeechWord] = [:]

  /// The meaning of a word.
  ///
  /// - Parameter hash: ``FoldedKey/hash(_:_:)`` of its folded key, clitics left out.
  func word(_ hash: UInt64) -> SpeechWord? { words[hash] }

  private init() {
    for (kind, verbs) in [
      (.says, Self.saying), (.tells, Self.telling), (.calls, Self.calling),
    ] as [(SpeechWord.Kind, String)] {
      for verb in verbs.split(separator: "\n") {
        let stems = verb.split(separator: " ").map(String.init)
        add(
          kind, past: stems[0], imperfect: stems[1],
          participle: stems.count > 2 ? stems[2] : nil)
      }
    }
    for noun in ["قول", "تأكيد"] {
      for pronoun in ["ه", "هم", "هما"] { add(noun + pronoun, SpeechWord(kind: .saying)) }
      add(noun + "ها", SpeechWord(kind: .saying, gender: .feminine))
    }
    for word in Self.everydayWords { words[Self.hash(word)] = nil }
  }

  /// past imperfect participle; `-` where a form is an everyday word.
  private static let saying = """
    قال قول قائل
    أضاف ضيف مضيف
    تابع تابع متابع
    صرح صرح مصرح
    أكد ؤكد مؤكد
    أوضح وضح موضح
    كتب كتب
    أجاب جيب مجيب
    علق علق معلق
    عقب عقب معقب
    استطرد ستطرد مستطرد
    أردف ردف مردف
    استدرك ستدرك مستدرك
    ختم ختم خاتم
    اختتم ختتم مختتم
    تساءل تساءل متسائل
    سأل سأل سائل
    هتف هتف هاتف
    صاح صيح صائح
    غرد غرد مغرد
    همس همس هامس
    واصل واصل مواصل
    زاد زيد -
    ذكر ذكر ذاكر
    ذكر ذكر مذكر
    نبه نبه منبه
    حذر حذر محذر
    أعلن علن معلن
    حكى حكي -
    روى روي راوي
    لخص لخص ملخص
    اختصر ختصر مختصر
    شرح شرح شارح
    فسر فسر مفسر
    اعترف عترف معترف
    أقر قر مقر
    أصر صر مصر
    شدد شدد مشدد
    جزم جزم جازم
    خلص خلص -
    رد رد -
    خاطب خاطب مخاطب
    ناشد ناشد مناشد
    دون دون -
    كرر كرر مكرر
    ردد ردد مردد
    تحدث تحدث متحدث
    أفصح فصح مفصح
    أخبر خبر مخبر
    أبلغ بلغ مبلغ
    نادى نادي منادي
    """

  private static let telling = """
    رأى رى -
    لفت لفت لافت
    أشار شير مشير
    نوه نوه منوه
    بين بين مبين
    أفاد فيد مفيد
    زعم زعم زاعم
    ادعى دعي مدعي
    نفى نفي نافي
    دعا دعو داعي
    طالب طالب مطالب
    انتقد نتقد منتقد
    ندد ندد مندد
    أدان دين -
    استنكر ستنكر مستنكر
    رحب رحب مرحب
    أشاد شيد مشيد
    أعرب عرب معرب
    عبر عبر معبر
    أبدى بدي مبدي
    جادل جادل مجادل
    حاجج حاجج محاجج
    استنتج ستنتج مستنتج
    لاحظ لاحظ ملاحظ
    توقع توقع متوقع
    رجح رجح مرجح
    افترض فترض مفترض
    كشف كشف كاشف
    تعهد تعهد متعهد
    وعد عد واعد
    هدد هدد مهدد
    توعد توعد متوعد
    أقسم قسم مقسم
    شكا شكو شاكي
    اشتكى شتكي مشتكي
    اعترض عترض معترض
    احتج حتج محتج
    ألمح لمح ملمح
    أوصى وصي موصي
    اقترح قترح مقترح
    برر برر مبرر
    اعتقد عتقد معتقد
    ظن ظن -
    نقل نقل ناقل
    استشهد ستشهد مستشهد
    تذكر تذكر متذكر
    سخر سخر -
    تهكم تهكم -
    أسر سر -
    طمأن طمئن مطمئن
    جدد جدد مجدد
    اتهم تهم متهم
    أوجز وجز موجز
    نصح نصح ناصح
    """

  private static let calling = """
    وصف صف واصف
    نعت نعت ناعت
    سمى سمي مسمي
    أسمى سمي مسمي
    اعتبر عتبر معتبر
    عد عد -
    شبه شبه مشبه
    لقب لقب ملقب
    """

  /// Forms that mean something else far more often: between, across, promise, count, books.
  private static let everydayWords = [
    "بين", "عبر", "عد", "دون", "عدت", "وعد", "يعد", "تعد", "مصر", "مصرا", "مصرة", "هاتف",
    "هاتفا", "أسر", "أسرة", "أسرت", "عقب", "تزيد", "يزيد", "خاتما", "خاتمة", "نقل",
    "مذكرة", "مبلغا", "متحدثا", "معتقدا", "موجزا", "مختصرا", "مقترحا", "ملخصا", "خلص", "تابعا",
    "مقسما", "مقسمة", "كتبا", "شبه", "لقب", "نعت", "شرحا", "ردا", "ختما", "مقرا", "مقرة",
    "يسر", "تسر", "نسر", "معلقة", "ظن", "نعد", "كتبه", "كتبها", "كتبهم", "صفه", "رده", "ردها",
    "ردهم", "ذكره", "ذكرها", "شرحه", "شرحها", "نقله", "نقلها", "كشفه", "كشفها", "وعده", "وعدها",
    "وعدهم", "نصحه", "نقلنا", "ذكرنا", "بينهم", "بينه", "بينها", "بيننا", "بيني", "دونه",
    "دونها", "دونهم", "عده", "عدها", "عبره", "عبرها", "طالبا", "طالبة", "عبرنا", "عقبه", "عقبها",
  ]

  private static func hash(_ word: String) -> UInt64 {
    let key = FoldTable.shared.fold(word)
    return FoldedKey.hash(key.span, 0..<key.count)
  }

  private mutating func add(_ word: String, _ meaning: SpeechWord) {
    let hash = Self.hash(word)
    if words[hash] == nil { words[hash] = meaning }
  }

  private mutating func add(
    _ kind: SpeechWord.Kind, past: String, imperfect: String, participle: String?
  ) {
    let masculine = SpeechWord(kind: kind, gender: .masculine)
    let feminine = SpeechWord(kind: kind, gender: .feminine)
    let plural = SpeechWord(kind: kind)
    let isWeak = "ىاي".contains(past.last ?? " ") && past.count > 2
    let stem = isWeak ? String(past.dropLast()) : past
    add(past, masculine)
    add(stem + "ت", feminine)
    add(stem + "تا", feminine)
    add(stem + "وا", plural)
    let isDefective = "ىويا".contains(imperfect.last ?? " ")
    let base = isDefective ? String(imperfect.dropLast()) : imperfect
    for future in ["", "س"] {
      add(future + "ي" + imperfect, masculine)
      add(future + "ت" + imperfect, feminine)
      add(future + "ن" + imperfect, plural)
      add(future + "ي" + base + "ون", plural)
      add(future + "ي" + imperfect + "ان", masculine)
    }
    if let participle, participle != "-" {
      add(participle + "ا", SpeechWord(kind: .saying, gender: .masculine))
      add(participle + "ة", SpeechWord(kind: .saying, gender: .feminine))
      add(participle + "ين", SpeechWord(kind: .saying))
    }
    // The person spoken to, or what is spoken of: أجابه, يصفها, أخبرنا.
    for object in ["ه", "ها", "هم", "نا", "ني"] {
      add((isWeak ? stem + "ا" : past) + object, masculine)
      add(stem + "ت" + object, feminine)
      add("ي" + imperfect + object, masculine)
      add("ت" + imperfect + object, feminine)
    }
  }
}
