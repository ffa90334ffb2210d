import WarraqTokenization

/// The words around quotations that rules ask for.
enum QuotationWords {
  /// «أن» and «إن», pronouns and clitics attached.
  static let complementizers: KeySet = KeySet(
    ["", "و", "ف", "ب", "وب", "ل", "ك"].flatMap { clitic in
      ["أن", "أنه", "أنها", "أنهم", "أننا", "أنني", "أني", "أنهما", "أنا"].map { clitic + $0 }
    }.filter { !["أنا", "وأنا", "فأنا"].contains($0) })

  /// Words behind which a name is not the one who speaks.
  static let prepositions: KeySet = [
    "إلى", "من", "عن", "مع", "على", "في", "لدى", "ضد", "بين", "أمام", "حول", "نحو", "بشأن", "خلال",
    "عبر", "بعد", "قبل", "منذ", "عند", "حتى", "ومن", "وفي", "وعن", "وإلى", "وعلى", "ومع", "تجاه",
    "بحق", "لـ", "بـ", "داخل", "خارج", "قرب", "بحضور", "برفقة", "مثل", "سوى", "غير", "دون", "رغم",
  ]

  /// Words behind which what looks like a verb is a noun: «عدم ذكر اسمه».
  static let beforeNouns: KeySet = ["عدم", "إعادة", "رفض", "طلب", "دون", "كل", "أي", "حسن", "سوء"]

  /// Words behind which a name says whose somebody is, not who speaks.
  static let relations: KeySet = [
    "باسم", "مستشار", "مستشارة", "مستشاري", "مكتب", "زوجة", "زوج", "نجل", "نجلة", "شقيق", "شقيقة",
    "محامي", "محامية", "والد", "والدة", "حملة", "إدارة", "حكومة", "ابنة", "أنصار", "مؤيدو",
    "خصوم", "سلف", "خليفة", "فريق", "أرملة", "صديق", "رفيق", "مقربون", "عهد", "نظام", "كتاب",
    "مبعوث", "مساعد", "نائب", "سياسة", "تصريحات", "تصريح", "كلام", "موقف", "رؤية", "خطة", "حديث",
  ]

  /// Words behind which «باسم» names an institution that speaks through somebody.
  static let spokesmen: KeySet = [
    "متحدث", "المتحدث", "متحدثة", "المتحدثة", "ناطق", "الناطق", "ناطقة", "الناطقة",
  ]
  static let inTheNameOf: KeySet = ["باسم"]

  /// Nouns that stand before the name of an institution that is left without them.
  static let institutionHeads: KeySet = [
    "تنظيم", "شركة", "صحيفة", "وكالة", "حركة", "جماعة", "حزب", "قناة", "منظمة", "مجلة", "شبكة",
    "موقع", "جيش", "حكومة", "دولة", "مملكة", "جمهورية", "مؤسسة", "هيئة", "سلطات", "السلطات",
    "الحكومة", "كتائب", "ميليشيا", "ائتلاف", "تحالف", "إمارة", "سلطنة", "بعثة",
  ]

  /// Titles and things that have names in quotation marks: what follows is a title or a name.
  static let titled: KeySet = {
    var words = participles.split(separator: " ").map(String.init)
    for noun in titledNouns.split(separator: " ").map(String.init) {
      for prefix in ["", "ال", "ب", "ل", "و", "وال", "بال", "لل"] {
        words += [prefix + noun, prefix + possessed(noun) + "ه", prefix + possessed(noun) + "ها"]
      }
    }
    // «رفض ذكر اسمه: "..."», «ختم كلمته: "..."» head no names.
    for word in ["اسمه", "اسمها", "كلمته", "كلمتها", "رسالته", "رسالتها"] {
      words.removeAll { $0.hasSuffix(word) }
    }
    return KeySet(words)
  }()

  private static let titledNouns = """
    كتاب رواية مقال مقالة فيلم مسلسل قصيدة ديوان عنوان شعار وسم هاشتاغ تقرير دراسة مبادرة عملية خطة \
    مشروع برنامج مؤتمر ندوة قانون اتفاق اتفاقية وثيقة ورقة مجلة صحيفة دورية سلسلة حملة منتدى ملتقى \
    معرض مهرجان جائزة مصطلح مفهوم مسمى اسم رسالة صندوق استراتيجية رؤية منصة تطبيق لوحة أغنية مسرحية \
    مذكرة أطروحة إعلان ميثاق معاهدة خدمة قمة ورشة منظومة حزمة لجنة نظرية فصل باب ملف محور كلمة لقب \
    شركة جمعية مؤسسة حركة جماعة تنظيم حزب تيار ائتلاف كتلة قناة موقع سفينة ناقلة صاروخ متلازمة ظاهرة \
    سياسة مبدأ قاعدة عقيدة نموذج قضية
    """

  private static let participles = """
    بعنوان المعنون المعنونة الموسوم الموسومة المعروف المعروفة المسمى المسماة يسمى تسمى سمي سميت يدعى \
    تدعى الملقب معنونة معنون وعنوانه وعنوانها شعاره شعارها الشهير الشهيرة عرف عرفت يعرف تعرف هتافات \
    لافتة لافتات
    """

  private static func possessed(_ noun: String) -> String {
    noun.hasSuffix("ة") ? String(noun.dropLast()) + "ت" : noun
  }

  /// Nouns of speeches and papers in which somebody says something: «في تصريح لفلان».
  static let statements: KeySet = KeySet(
    ["", "ال", "ب", "و"].flatMap { prefix in
      [
        "تصريح", "تصريحات", "بيان", "كلمة", "خطاب", "مقابلة", "حوار", "حديث", "رسالة", "تغريدة",
        "منشور", "تعليق", "رد", "رسائل", "برقية", "شهادة", "مداخلة", "تسجيل", "تدوينة", "إفادة",
        "مقال", "افتتاحية", "قول", "جواب", "إجابة", "سؤال", "عبارة", "عبارات", "كلمات",
      ].map { prefix + $0 }
    })

  /// Words that name the one whose view it is: «بحسب فلان», «وفقًا لفلان», «في رأي فلان».
  static let according: KeySet = [
    "بحسب", "حسب", "وبحسب", "حسبما", "بحسبما", "وحسب", "وفق", "وفقا", "ووفق", "ووفقا", "طبقا",
    "وطبقا", "نقلا", "برأي", "رأي", "وبرأي", "بنظر", "نظر", "منظور", "تعبير", "بتعبير", "تعبيره",
    "تعبيرها", "تعبيرهم", "بتعبيره", "بتعبيرها", "وصف", "وصفه", "وصفها", "وصفهم", "قول", "قوله",
    "قولها", "قولهم", "بعبارة", "بكلمات", "عنده", "عندها", "رأيه", "رأيها", "نظره", "نظرها",
    "برأيه", "برأيها", "بنظره", "بنظرها", "لسان", "زعم", "زعمه", "زعمها", "تقدير", "تقديره",
    "تقديرها",
  ]
  /// The same, ending with the pronoun of somebody named before.
  static let accordingToThem: KeySet = [
    "تعبيره", "تعبيرها", "تعبيرهم", "بتعبيره", "بتعبيرها", "وصفه", "وصفها", "وصفهم", "قوله",
    "قولها", "قولهم", "عنده", "عندها", "رأيه", "رأيها", "نظره", "نظرها", "برأيه", "برأيها",
    "بنظره", "بنظرها", "زعمه", "زعمها", "تقديره", "تقديرها",
  ]
  /// These count only behind a preposition: «على حد قول», «في رأي», «من منظور», «على لسان».
  static let accordingBehind: KeySet = [
    "رأي", "نظر", "منظور", "تعبير", "تعبيره", "تعبيرها", "تعبيرهم", "وصف", "وصفه", "وصفها",
    "وصفهم", "قول", "قوله", "قولها", "قولهم", "لسان", "زعم", "زعمه", "زعمها", "تقدير", "تقديره",
    "تقديرها", "رأيه", "رأيها", "نظره", "نظرها",
  ]
  static let beforeAccording: KeySet = ["حد", "بحد", "في", "من", "على", "وجهة", "وفي", "ومن"]

  /// Words that begin what is said of a subject: behind «الاتفاق» no name, but a sentence.
  static let predicates: KeySet = [
    "لا", "لن", "لم", "ليس", "ليست", "ليسوا", "قد", "هو", "هي", "هم", "كان", "كانت", "سوف",
    "ما زال",
    "مجرد", "بات", "باتت", "صار", "صارت", "أصبح", "أصبحت",
  ]

  /// Words between a quotation and the verb behind it: «"..."، هكذا قال فلان».
  static let resuming: KeySet = [
    "هكذا", "كما", "هذا", "ما", "بهذه", "بهذا", "الكلمات", "العبارة", "الجملة", "العبارات",
    "الكلام", "مثلما", "بذلك", "بتلك", "على",
  ]

  /// Words behind a verb that are not its subject: the subject stands before, or is a pronoun.
  static let afterPronoun: KeySet = [
    "في", "على", "عن", "من", "إلى", "خلال", "أمام", "عبر", "بعد", "قبل", "عند", "أثناء", "لي",
    "له", "لها", "لنا", "لهم", "لك", "أيضا", "كذلك", "أمس", "اليوم", "حينها", "يومها", "عنه",
    "عنها", "فيه", "فيها", "ردا", "ضمن", "لدى", "حول", "بعدما", "حين", "عندما", "مرارا", "قد",
    "بأن", "بعد", "ذات", "مرة", "هنا", "وقتها", "آنذاك", "ما", "إليه", "إليها", "إلينا", "عليه",
    "عليها", "ثم", "بالقول", "بقوله", "بقولها", "مع", "منذ", "حتى", "لاحقا",
  ]

  /// Words that may stand before a verb at the head of a sentence.
  static let openings: KeySet = ["ثم", "كما", "وقد", "لقد", "ولقد", "هنا", "بعدها", "بل", "وكان"]

  /// Words between two parts of one quotation: «"..."، بل "..."», «"..." وأن "..."».
  static let joining: KeySet = [
    "و", "ف", "بل", "ثم", "وأن", "وإن", "وأنه", "وأنها", "وإنه", "وإنها", "أو", "لكن", "ولكن",
    "وبأن", "وبل", "أي",
  ]

  /// Forms of «كان», between a speaker and the verb.
  static let auxiliaries: KeySet = ["كان", "كانت", "وكان", "وكانت", "قد", "وقد", "سبق", "أن"]

  /// Nouns of those who speak without a name: nothing before them is the subject.
  static let unnamed: KeySet = [
    "أحد", "إحدى", "بعض", "بعضهم", "أحدهم", "إحداهن", "آخر", "آخرون", "أخرى", "كثيرون", "البعض",
    "مصدر", "مصادر", "مسؤولون", "دبلوماسيون", "خبراء", "مراقبون", "محللون", "شهود", "المثل",
    "القائل",
  ]
}
