import WarraqText
import WarraqTokenization

/// The words that tell what a line is, as folded keys.
enum LineWords {
  /// Numbers in words that begin a heading or a point; «أولًا» and «اولا» fold alike.
  static let ordinals: [FoldedText: Int] = [
    "اولا": 1, "ثانيا": 2, "ثالثا": 3, "رابعا": 4, "خامسا": 5, "سادسا": 6, "سابعا": 7, "ثامنا": 8,
    "تاسعا": 9, "عاشرا": 10,
  ]

  /// Letters that number points: أ- ب- ج- د- ه- و-.
  static let letters: Set<FoldedText> = ["ا", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي"]

  /// First words of lines that head the list of other pages' titles.
  static let siteNews: Set<FoldedText> = [
    "اخبار", "جديد", "مستجدات", "احدث", "اخر", "اقرا", "اخترنا", "مختارات", "المزيد", "الاكثر",
    "انشطه", "فعاليات", "اصدارات", "عاجل",
  ]

  /// Whole lines, or first words, that label a kind of publication: a kicker.
  static let labels: Set<FoldedText> = [
    "تقدير موقف", "تقييم حاله", "مذكره سياسات", "ورقه سياسات", "ورقه تحليليه", "تحليلات", "تحليل",
    "تقرير", "تقارير", "دراسات", "دراسه", "مقالات", "مقال", "مقال راي", "راي", "قراءات", "قراءه",
    "متابعات", "ملفات", "ملف", "ابحاث", "اوراق بحثيه", "ورقه بحثيه", "سياسات", "تعليق", "حوار",
    "مقابله", "تقدير استراتيجي", "اوراق تحليليه", "تحليل سياسات",
    "ورقه موقف", "موجز سياسي", "تقدير", "مرييات", "دراسات وابحاث", "ورقه عمل", "اوراق",
    "موجز سياسات", "قضايا", "وجهه نظر", "تقارير وتحليلات", "ملف العدد", "قراءه في كتاب", "مراجعات",
    "مراجعه كتاب", "اوراق سياسات", "افتتاحيه", "الافتتاحيه", "تحقيق", "تقدير حاله", "ورقه بحثيه",
    "دراسه حاله",
    "عرض كتاب", "حلقه نقاش", "تعقيب", "بحوث ودراسات",
  ]
  /// Names of categories that pages print above their titles.
  static let categories: Set<FoldedText> = [
    "سياسه", "اقتصاد", "امن", "دفاع", "مجتمع", "تاريخ", "تقنيه", "تكنولوجيا", "طاقه", "بييه",
    "مياه", "ثقافه", "رياضه", "صحه", "تعليم", "علوم", "مناخ", "فعاليات", "انشطه", "مذكرات",
    "شوون", "علاقات", "اعلام", "فكر", "دين", "قانون", "حقوق", "عالم", "اقليم",
  ]

  /// First words of lines that ask or answer in an interview.
  static let turns: Set<FoldedText> = ["سوال", "جواب", "س", "ج"]

  /// First words of labels that carry a number: العدد 12, السلسلة 3.
  static let numberedLabels: Set<FoldedText> = ["العدد", "عدد", "سلسله", "السلسله", "المجلد"]

  /// Words in front of a publication date.
  static let publication: Set<FoldedText> = [
    "رقم", "بواسطه", "admin", "editor", "نشر", "نشرت", "تاريخ", "النشر", "التاريخ", "في", "بتاريخ",
    "اخر", "تحديث", "الموافق", "يوم",
    "date", "published", "on", "الساعه", "ص", "م", "صباحا", "مساء", "pm", "am", "gmt", "utc",
    "بتوقيت",
    "غرينتش", "جرينتش", "مكه", "المكرمه", "القاهره",
  ]

  /// Words in front of an author's name.
  static let author: Set<FoldedText> = [
    "بقلم", "اعداد", "كتب", "كتبه", "كتبت", "كتبته", "الكاتب", "الكاتبه", "الباحث", "الباحثه",
    "المولف", "تاليف", "by",
  ]
  /// Titles in front of an author's name on a line of its own.
  static let honorifics: Set<FoldedText> = [
    "د", "د.", "ا.د", "ا.د.", "ا.", "م.", "ا.م.د", "ا.م.د.", "الدكتور", "الدكتوره", "دكتور",
    "دكتوره",
    "الاستاذ", "الاستاذه", "البروفيسور", "السفير", "السفيره", "الشيخ", "المستشار", "المستشاره",
    "المشير", "الفريق", "اللواء", "العميد", "العقيد", "المقدم", "الرايد", "النقيب",
  ]
  /// Later words of a military rank: «الفريق أول ركن متقاعد».
  static let rankParts: KeySet = [
    "أول", "ركن", "الركن", "متقاعد", "المتقاعد", "طيار", "الطيار", "بحري", "دكتور", "الدكتور",
    "مهندس", "المهندس",
  ]
  /// First words of a line that tells an author's role.
  static let roles: Set<FoldedText> = [
    "باحث", "باحثه", "استاذ", "استاذه", "خبير", "خبيره", "كاتب", "كاتبه", "محلل", "محلله", "مدير",
    "مديره", "زميل", "زميله", "صحفي", "صحفيه", "صحافي", "صحافيه", "رييس", "مستشار", "مستشاره",
    "ناشط", "ناشطه", "ناقد", "ناقده", "مترجم", "مترجمه", "روايي", "رواييه", "شاعر", "شاعره", "مورخ",
    "مورخه",
    "مهندس", "سفير", "اكاديمي", "اكاديميه", "دبلوماسي", "محاضر", "محاضره", "مساعد", "عضو", "متخصص",
    "متخصصه",
  ]

  /// Whole lines that head an abstract.
  static let abstracts: Set<FoldedText> = [
    "ملخص", "الملخص", "ملخص تنفيذي", "الملخص التنفيذي", "مستخلص", "موجز", "خلاصه تنفيذيه",
  ]
  /// Whole lines that are headings whatever stands around them.
  static let headings: Set<FoldedText> = [
    "مقدمه", "المقدمه", "مدخل", "تمهيد", "خاتمه", "الخاتمه", "خلاصه", "الخلاصه", "استنتاجات",
    "الاستنتاجات", "توصيات", "التوصيات", "النتايج", "خلاصه وتوصيات", "خاتمه وتوصيات",
  ]
  /// Whole lines that head the conclusion.
  static let conclusions: Set<FoldedText> = [
    "خاتمه", "الخاتمه", "خلاصه", "الخلاصه", "استنتاجات", "الاستنتاجات", "خلاصه واستنتاجات",
    "خاتمه وتوصيات", "خلاصه وتوصيات",
  ]
  /// First words of a concluding paragraph.
  static let concluding: Set<FoldedText> = [
    "ختاما", "وختاما", "اخيرا", "واخيرا", "اجمالا", "واجمالا", "خلاصه", "وخلاصه", "عموما", "وعموما",
  ]
  /// First two words of a concluding paragraph.
  static let concludingPairs: Set<FoldedText> = [
    "في الختام", "وفي الختام", "في المحصله", "وفي المحصله", "في الاخير", "وفي الاخير",
    "في النهايه", "وفي النهايه", "خلاصه القول", "وخلاصه القول", "مجمل القول", "ومجمل القول",
    "صفوه القول", "وصفوه القول", "جمله القول", "وجمله القول", "في المجمل", "وفي المجمل",
    "بالمحصله النهاييه", "في ضوء",
  ]

  /// Whole lines that head notes and references.
  static let notes: Set<FoldedText> = [
    "الهوامش", "هوامش", "المراجع", "مراجع", "المصادر", "مصادر", "الاحالات", "الحواشي",
    "المصادر والمراجع", "الهوامش والمراجع", "قايمه المراجع",
  ]

  /// Whole lines that are no text: placeholders and buttons.
  static let interface: Set<FoldedText> = [
    "image", "img", "photo", "صوره", "الصوره", "طباعه", "pdf", "english", "subscribe", "مشاركه",
    "شارك", "اطبع", "ارسل", "null", "العنوان هنا", "بدون عنوان", "تحميل", "العوده", "الرييسيه",
    "تعليقات", "اضف تعليق", "بحث عن",
  ]
  /// Names that share bars are made of.
  static let networks: Set<FoldedText> = [
    "فيسبوك", "فيس", "بوك", "تويتر", "اكس", "واتساب", "واتس", "اب", "تلغرام", "تليجرام", "تيليجرام",
    "تلجرام", "ماسنجر", "سناب", "شات",
    "لينكدان", "لينكد", "ان", "انستغرام", "انستجرام", "يوتيوب", "نسخ", "الرابط", "طباعه", "البريد",
    "الالكتروني", "ايميل", "facebook", "twitter", "whatsapp", "telegram", "linkedin", "x", "email",
    "instagram", "youtube", "copy", "link",
  ]
  /// What counters count.
  static let counters: Set<FoldedText> = [
    "المشاهدات", "القراءات", "الزيارات", "التعليقات", "زوار", "الزوار", "القراءه",
    "مشاهده", "مشاهدات", "قراءه", "قراءات", "تعليق", "تعليقات", "مشاركه", "مشاركات", "زياره",
    "views", "للقراءه", "تعليقا", "تعليقات",
  ]

  /// First words of share bars, tag lines, teasers, disclaimers and copyright lines.
  static let interfaceBeginnings: [FoldedText] = [
    "شارك ", "مشاركه ", "وسوم", "الوسوم", "كلمات مفتاحيه", "الكلمات المفتاحيه", "لقراءه الموضوع",
    "لقراءه المقال", "للاطلاع علي", "لتحميل ", "جميع الحقوق", "حقوق النشر", "الاراء الوارده",
    "الافكار الوارده", "اقرا المزيد", "سياسه التعليقات", "جميع المقالات", "المقالات المنشوره",
    "logged out", "تابعنا", "اشترك ",
  ]
  /// First words of a caption or credit line.
  static let captions: [FoldedText] = [
    "الصوره", "صوره", "تصوير", "المصدر", "مصدر الصوره", "رويترز",
  ]

  /// Words that make a line with a colon a lead-in, not a heading: «على النحو التالي:».
  static let leadIns: Set<FoldedText> = [
    "في", "يلي", "التالي", "التاليه", "الاتي", "الاتيه", "كالاتي", "كالتالي", "ابرزها", "اهمها",
    "منها",
    "وهي", "وهما", "قايلا", "قايله", "قال", "قالت", "واضاف", "واضافت",
  ]

  /// Words in front of a translator's name.
  static let translator: Set<FoldedText> = [
    "ترجمه", "ترجمها", "ترجمته", "المترجم", "المترجمه", "تعريب",
  ]
  static let inWord: KeySet = ["في"]
  /// No part of a person's name.
  static let noNames: KeySet = [
    "في", "من", "على", "إلى", "عن", "بين", "بعد", "قبل", "مع", "حول", "ضد", "تحت", "نحو", "لماذا",
    "كيف",
    "هل", "ماذا", "يكتب", "تكتب",
  ]
  /// First words of an institution's name.
  static let institutions: Set<FoldedText> = [
    "مركز", "المركز", "معهد", "المعهد", "موسسه", "صحيفه", "جريده", "مجله", "قناه", "موقع", "شبكه",
    "وكاله", "وزاره", "منتدي", "بوابه", "مدونه", "دار", "جامعه", "كليه", "الهييه", "هييه", "مرصد",
    "منصه",
    "مكتب", "جمعيه", "مجلس",
  ]
  /// Words of menus, buttons and categories.
  static let menu: Set<FoldedText> = [
    "الرييسيه", "الصفحه", "القايمه", "بحث", "البحث", "اتصل", "بنا", "من", "نحن", "عنا", "تسجيل",
    "الدخول",
    "دخول", "خروج", "حجم", "الخط", "تكبير", "تصغير", "طباعه", "اطبع", "ارسل", "ارسال", "لصديق",
    "بالبريد",
    "مشاركه", "شارك", "تغريده", "غرد", "تحميل", "تنزيل", "نسخ", "الرابط", "العربيه", "الانجليزيه",
    "english",
    "pdf", "arabic", "francais", "türkce", "turkce", "home", "menu", "search", "share", "print",
    "login",
    "الارشيف", "ارشيف", "المزيد", "السابق", "التالي", "عوده", "رجوع", "الاصدارات", "اصداراتنا",
    "اصدارات",
    "الندوات", "ندوات", "برامجنا", "تبرع", "الان", "فيديو", "صور", "سياسه", "السياسه", "اقتصاد",
    "الاقتصاد",
    "ثقافه", "الثقافه", "راي", "الراي", "اراء", "الاراء", "مقالات", "منوعات", "رياضه", "مجتمع",
    "كتاب", "واراء", "مختارات", "تكنولوجيا", "صحه", "محليات", "دوليات",
    "عربي", "دولي", "محلي", "العالم", "لبنان", "مصر", "سوريا", "العراق", "فلسطين", "الاردن",
    "المغرب", "تونس",
    "الجزاير", "ليبيا", "السودان", "اليمن", "الخليج", "غلق", "اغلاق", "موافق", "اشترك", "الاشتراك",
    "النشره",
    "البريديه", "التعليقات", "تعليقات", "تعليق", "اضف", "اترك", "تعليقا", "تعليقك", "حفظ", "a",
    "a+", "a-", "ا",
  ]
  /// First words of the names of series.
  static let seriesHeads: Set<FoldedText> = [
    "ملف", "سلسله", "زاويه", "باب", "اوراق", "قراءات", "سجالات", "شهادات", "رسايل", "دفاتر",
    "مذكرات", "يوميات",
    "حوارات", "نقاشات", "وثايق", "مختارات",
  ]
  /// First words of short lines that are buttons.
  static let buttons: Set<FoldedText> = [
    "اطبع", "استمع", "اخبر", "احفظ", "انسخ", "شارك", "غرد", "تغريد", "راسلوا", "راسل", "تخط",
    "المحور",
    "تابعوا", "تابعونا",
  ]
  /// The same, where titles begin so too: of four words at most.
  static let shortButtons: Set<FoldedText> = [
    "الانتقال", "انتقل", "ارسل", "علق", "حمل", "كبر", "صغر",
  ]
  /// First two words of notices.
  static let noticeBeginnings: [(first: KeySet, second: KeySet)] = [
    (["الآراء", "الأفكار", "المقالات"], ["الواردة", "المنشورة"]),
    (["سياسة"], ["التعليقات", "النشر"]),
    (["ما"], ["ينشر"]), (["هذا"], ["الموقع"]), (["نحن"], ["نستخدم"]),
  ]
  /// Words that only stand in fused names of categories.
  static let places: Set<FoldedText> = [
    "افريقيا", "اسيا", "اوروبا", "امريكا", "العالم", "الخليج", "لبنان", "مصر", "سوريا", "العراق",
    "فلسطين",
    "الاردن", "المغرب", "تونس", "الجزاير", "ليبيا", "السودان", "اليمن", "ايران", "تركيا", "امنيه",
    "استراتيجيه",
    "سياسيه", "اقتصاديه", "دوليه", "اقليميه", "ترجمات", "بحوث",
  ]

  /// Whether a word is one of categories, labels, networks, menus.
  static func isMenuWord(_ word: FoldedText) -> Bool {
    // One Arabic letter is two bytes.
    guard word.utf8.count > 2 else { return false }
    return categories.contains(word) || labels.contains(word) || networks.contains(word)
      || menu.contains(word) || interface.contains(word)
  }

  /// Words of sentences that lead to points.
  static let leadInWords: KeySet = [
    "عدد", "عددا", "جملة", "مجموعة", "أبرزها", "أهمها", "يمكن", "يتمثل", "تتمثل", "ثمة", "هناك",
    "ثلاثة", "أربعة",
    "خمسة",
  ]
  /// First words of lists of other pages.
  static let relatedHeads: [[FoldedText]] =
    ([
      "اقرا ايضا", "مقالات اخري", "مواضيع ذات صله", "موضوعات ذات صله", "اخبار ذات صله",
      "مقالات ذات صله", "ذات صله",
    ] as [FoldedText]).map(\.words)
  /// Words beside those of counters.
  static let counterWords: Set<FoldedText> = [
    "عدد", "الزوار", "زوار", "k", "مره", "مرات", "وقت", "زمن", "مده", "دقيقه", "دقايق", "الف",
  ]
  /// Pairs of words that only notices say.
  static let noticePairs: [(first: KeySet, second: KeySet)] = [
    (["ملفات"], ["تعريف", "الارتباط", "الكوكيز", "الكوكي"]), (["سياسة"], ["الخصوصية", "الكوكيز"]),
    (["نشر"], ["عنوان"]), (["الحقول"], ["الإلزامية", "المطلوبة"]),
    (["إخلاء"], ["مسؤولية", "المسؤولية"]),
    (["التعليقات"], ["لا", "تعبر", "المنشورة", "الواردة"]), (["جميع"], ["الحقوق"]),
    (["الحقوق"], ["محفوظة"]), (["اترك"], ["تعليقا", "ردا", "تعليقك"]),
    (["حقوق"], ["النشر", "الطبع"]),
    (["شروط"], ["الاستخدام", "النشر"]), (["أرسل", "إرسال"], ["لصديق"]), (["تسجيل"], ["الدخول"]),
  ]
  /// The first words of those pairs.
  static let noticeFirsts: KeySet = [
    "ملفات", "سياسة", "نشر", "الحقول", "إخلاء", "التعليقات", "جميع", "الحقوق", "اترك", "حقوق",
    "شروط", "أرسل",
    "إرسال", "تسجيل",
  ]
  /// First words of captions that have no colon.
  static let captionBeginnings: Set<FoldedText> = ["صوره", "لقطه", "كاريكاتير"]
  /// First two words of captions.
  static let captionPairs: [FoldedText] = [
    "جانب من", "صوره ارشيفيه", "صوره من", "لوحه للفنان", "لوحه للفنانه",
  ]
  /// Who took a picture.
  static let credits: KeySet = [
    "الصورة", "تصوير", "وكالة", "رويترز", "أرشيف", "أرشيفية", "غيتي", "جيتي", "الفرنسية", "أسوشيتد",
    "الأناضول", "أ.ف.ب", "أ.ف.ب.", "أ.ب",
    "د.ب.أ", "AFP", "Reuters", "Getty", "AP", "إنترنت", "الإنترنت",
  ]
}
