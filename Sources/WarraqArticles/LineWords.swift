import WarraqText

/// The words that tell what a line is, as folded keys.
enum LineWords {
  /// Numbers in words that begin a heading or a point; «أولًا» and «اولا» fold alike.
  static let ordinals: [String: Int] = [
    "اولا": 1, "ثانيا": 2, "ثالثا": 3, "رابعا": 4, "خامسا": 5, "سادسا": 6, "سابعا": 7, "ثامنا": 8,
    "تاسعا": 9, "عاشرا": 10,
  ]

  /// Letters that number points: أ- ب- ج- د- ه- و-.
  static let letters: Set<String> = ["ا", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي"]

  /// First words of lines that head the list of other pages' titles.
  static let siteNews: Set<String> = [
    "اخبار", "جديد", "مستجدات", "احدث", "اخر", "اقرا", "اخترنا", "مختارات", "المزيد", "الاكثر",
    "انشطه", "فعاليات", "اصدارات", "عاجل",
  ]

  /// Whole lines, or first words, that label a kind of publication: a kicker.
  static let labels: Set<String> = [
    "تقدير موقف", "تقييم حاله", "مذكره سياسات", "ورقه سياسات", "ورقه تحليليه", "تحليلات", "تحليل",
    "تقرير", "تقارير", "دراسات", "دراسه", "مقالات", "مقال", "مقال راي", "راي", "قراءات", "قراءه",
    "متابعات", "ملفات", "ملف", "ابحاث", "اوراق بحثيه", "ورقه بحثيه", "سياسات", "تعليق", "حوار",
    "مقابله", "تقدير استراتيجي", "اوراق تحليليه", "تحليل سياسات",
    "ورقه موقف", "موجز سياسي", "تقدير", "مرييات", "دراسات وابحاث", "ورقه عمل", "اوراق",
    "موجز سياسات", "قضايا", "وجهه نظر", "تقارير وتحليلات",
  ]
  /// Names of categories that pages print above their titles.
  static let categories: Set<String> = [
    "سياسه", "اقتصاد", "امن", "دفاع", "مجتمع", "تاريخ", "تقنيه", "تكنولوجيا", "طاقه", "بييه",
    "مياه", "ثقافه", "رياضه", "صحه", "تعليم", "علوم", "مناخ", "فعاليات", "انشطه", "مذكرات",
    "شوون", "علاقات", "اعلام", "فكر", "دين", "قانون", "حقوق", "عالم", "اقليم",
  ]

  /// First words of lines that ask or answer in an interview.
  static let turns: Set<String> = ["سوال", "جواب", "س", "ج"]

  /// First words of labels that carry a number: العدد 12, السلسلة 3.
  static let numberedLabels: Set<String> = ["العدد", "عدد", "سلسله", "السلسله", "المجلد"]

  /// Words in front of a publication date.
  static let publication: Set<String> = [
    "نشر", "نشرت", "تاريخ", "النشر", "التاريخ", "في", "بتاريخ", "اخر", "تحديث", "الموافق", "يوم",
    "date", "published", "on", "الساعه", "ص", "م", "صباحا", "مساء", "pm", "am", "gmt", "utc",
    "بتوقيت",
    "غرينتش", "جرينتش", "مكه", "المكرمه", "القاهره",
  ]

  /// Words in front of an author's name.
  static let author: Set<String> = [
    "بقلم", "اعداد", "كتب", "كتبه", "كتبت", "كتبته", "الكاتب", "الكاتبه", "الباحث", "الباحثه",
    "المولف", "تاليف", "by",
  ]
  /// Titles in front of an author's name on a line of its own.
  static let honorifics: Set<String> = [
    "د", "د.", "ا.د", "ا.د.", "ا.", "م.", "ا.م.د", "ا.م.د.", "الدكتور", "الدكتوره", "دكتور",
    "دكتوره",
    "الاستاذ", "الاستاذه", "البروفيسور", "السفير", "اللواء", "العميد",
  ]
  /// First words of a line that tells an author's role.
  static let roles: Set<String> = [
    "باحث", "باحثه", "استاذ", "استاذه", "خبير", "خبيره", "كاتب", "كاتبه", "محلل", "محلله", "مدير",
    "مديره", "زميل", "زميله", "صحفي", "صحفيه", "صحافي", "صحافيه", "رييس", "مستشار", "مستشاره",
    "اكاديمي", "اكاديميه", "دبلوماسي", "محاضر", "محاضره", "مساعد", "عضو", "متخصص", "متخصصه",
  ]

  /// Whole lines that head an abstract.
  static let abstracts: Set<String> = [
    "ملخص", "الملخص", "ملخص تنفيذي", "الملخص التنفيذي", "مستخلص", "موجز", "خلاصه تنفيذيه",
  ]
  /// Whole lines that are headings whatever stands around them.
  static let headings: Set<String> = [
    "مقدمه", "المقدمه", "مدخل", "تمهيد", "خاتمه", "الخاتمه", "خلاصه", "الخلاصه", "استنتاجات",
    "الاستنتاجات", "توصيات", "التوصيات", "النتايج", "خلاصه وتوصيات", "خاتمه وتوصيات",
  ]
  /// Whole lines that head the conclusion.
  static let conclusions: Set<String> = [
    "خاتمه", "الخاتمه", "خلاصه", "الخلاصه", "استنتاجات", "الاستنتاجات", "خلاصه واستنتاجات",
    "خاتمه وتوصيات", "خلاصه وتوصيات",
  ]
  /// First words of a concluding paragraph.
  static let concluding: Set<String> = [
    "ختاما", "وختاما", "اخيرا", "واخيرا", "اجمالا", "واجمالا", "خلاصه", "وخلاصه", "عموما", "وعموما",
  ]
  /// First two words of a concluding paragraph.
  static let concludingPairs: Set<String> = [
    "في الختام", "وفي الختام", "في المحصله", "وفي المحصله", "في الاخير", "وفي الاخير",
    "في النهايه", "وفي النهايه", "خلاصه القول", "وخلاصه القول", "مجمل القول", "ومجمل القول",
    "صفوه القول", "وصفوه القول", "جمله القول", "وجمله القول", "في المجمل", "وفي المجمل",
    "بالمحصله النهاييه", "في ضوء",
  ]

  /// Whole lines that head notes and references.
  static let notes: Set<String> = [
    "الهوامش", "هوامش", "المراجع", "مراجع", "المصادر", "مصادر", "الاحالات", "الحواشي",
    "المصادر والمراجع", "الهوامش والمراجع", "قايمه المراجع",
  ]

  /// Whole lines that are no text: placeholders and buttons.
  static let interface: Set<String> = [
    "image", "img", "photo", "صوره", "الصوره", "طباعه", "pdf", "english", "subscribe", "مشاركه",
    "شارك", "اطبع", "ارسل", "null", "العنوان هنا", "بدون عنوان", "تحميل", "العوده", "الرييسيه",
    "تعليقات", "اضف تعليق",
  ]
  /// Names that share bars are made of.
  static let networks: Set<String> = [
    "فيسبوك", "فيس", "بوك", "تويتر", "اكس", "واتساب", "واتس", "اب", "تلغرام", "تليجرام", "تلجرام",
    "لينكدان", "لينكد", "ان", "انستغرام", "انستجرام", "يوتيوب", "نسخ", "الرابط", "طباعه", "البريد",
    "الالكتروني", "ايميل", "facebook", "twitter", "whatsapp", "telegram", "linkedin", "x", "email",
    "instagram", "youtube", "copy", "link",
  ]
  /// What counters count.
  static let counters: Set<String> = [
    "مشاهده", "مشاهدات", "قراءه", "قراءات", "تعليق", "تعليقات", "مشاركه", "مشاركات", "زياره",
    "views",
  ]

  /// First words of share bars, tag lines, teasers, disclaimers and copyright lines.
  static let interfaceBeginnings: [String] = [
    "شارك ", "مشاركه ", "وسوم", "الوسوم", "كلمات مفتاحيه", "الكلمات المفتاحيه", "لقراءه الموضوع",
    "لقراءه المقال", "للاطلاع علي", "لتحميل ", "جميع الحقوق", "حقوق النشر", "الاراء الوارده",
    "الافكار الوارده", "اقرا ايضا", "اقرا المزيد", "logged out", "تابعنا", "اشترك ",
  ]
  /// First words of a caption or credit line.
  static let captions: [String] = ["الصوره", "صوره", "تصوير", "المصدر", "مصدر الصوره", "رويترز"]

  /// Words that make a line with a colon a lead-in, not a heading: «على النحو التالي:».
  static let leadIns: Set<String> = [
    "يلي", "التالي", "التاليه", "الاتي", "الاتيه", "كالاتي", "كالتالي", "ابرزها", "اهمها", "منها",
    "وهي", "وهما", "قايلا", "قايله", "قال", "قالت", "واضاف", "واضافت",
  ]
}
