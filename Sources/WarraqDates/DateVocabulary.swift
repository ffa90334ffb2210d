import WarraqText
import WarraqTokenization

/// What a word means to the date grammar.
enum DateWord: Hashable {
  /// A Gregorian month, 1 to 12.
  case month(Int)
  /// The first word of a Levantine month of two words: تشرين (10, 11) or كانون (12, 1).
  case pairedMonth(first: Int, second: Int)
  /// A Hijri month, 1 to 12.
  case hijriMonth(Int)
  /// The first word of a Hijri month of two words.
  case pairedHijriMonth(first: Int, second: Int)
  /// ذو, ذي: قعدة (11) or حجة (12) follows.
  case hijriOwner
  /// القعدة, الحجة.
  case hijriOwned(Int)
  /// عام, سنة; dual where two years follow.
  case yearHead(isDual: Bool)
  /// المالية, الدراسي: stands between «العام» and its number.
  case yearQualifier
  case dayHead
  case monthHead
  /// 1 is Monday.
  case weekday(Int)
  case position(Timex.Modifier)
  case commonEra
  case hijriEra
  case beforeCommonEra
  /// قبل, which may begin «قبل الميلاد» or govern a year.
  case before
  /// الميلاد.
  case birth
  /// An ordinal in words: the day of a month, or the second word of a month's name.
  case ordinal(Int)
  /// عشر, عشرة: makes an ordinal a teen.
  case ten
  case from
  case to
  /// حتى: joins the ends of a range like «إلى», and governs a bare year too.
  case until
  case between
  case and
  /// في, منذ, حتى ...: a bare year may follow.
  case governor
  case approximately
  /// موازنة, انتخابات, معرض ...: a bare year may follow at a distance.
  case annualNoun
  case resolution
  case more
}

/// The words of the date grammar.
struct DateVocabulary: Sendable {
  static let shared = DateVocabulary()

  private let words: WordTable<DateWord>
  private let counted: Set<UInt64>

  subscript(hash: UInt64) -> DateWord? { words[hash] }

  /// Whether a word is a counted noun, a unit or a currency: a number before it is no year.
  func isCounted(_ hash: UInt64) -> Bool { counted.contains(hash) }

  private init() {
    var words = WordTable<DateWord>()
    func add(_ list: String, _ word: DateWord) { words.add(list, word) }
    // Western, Levantine and Maghrebi names; the fold takes care of hamza and its absence.
    let months = [
      "يناير جانفي ينير ياناير", "فبراير شباط فيفري فبرائر", "مارس آذار اذار آدار مارش",
      "أبريل إبريل نيسان أفريل ابريل", "مايو أيار ماي مايس", "يونيو حزيران جوان يونيه يونية",
      "يوليو تموز جويلية يوليوز يوليه يولية", "أغسطس آب غشت أوت اغسطوس أغسطوس",
      "سبتمبر أيلول شتنبر ستمبر", "أكتوبر أكتوبر اكتوبر أوكتوبر", "نوفمبر نونبر نوفنبر",
      "ديسمبر دجنبر دسمبر ديسنبر",
    ]
    for (index, names) in months.enumerated() { add(names, .month(index + 1)) }
    add("تشرين", .pairedMonth(first: 10, second: 11))
    add("كانون", .pairedMonth(first: 12, second: 1))
    let hijri = [
      "محرم المحرم", "صفر", "", "", "", "", "رجب", "شعبان", "رمضان", "شوال", "", "",
    ]
    for (index, names) in hijri.enumerated() { add(names, .hijriMonth(index + 1)) }
    add("ربيع", .pairedHijriMonth(first: 3, second: 4))
    add("جمادى جمادي", .pairedHijriMonth(first: 5, second: 6))
    add("ذو ذي ذا", .hijriOwner)
    add("القعدة قعدة", .hijriOwned(11))
    add("الحجة حجة", .hijriOwned(12))
    add("عام العام سنة السنة أعوام الأعوام سنوات السنوات", .yearHead(isDual: false))
    add("عامي عاما العامين العامان سنتي السنتين", .yearHead(isDual: true))
    add(
      "المالية المالي الدراسي الدراسية الأكاديمي الجامعي الميلادي الميلادية الهجري الهجرية",
      .yearQualifier)
    add("يوم اليوم نهار يومي أيام", .dayHead)
    add("شهر الشهر شهري", .monthHead)
    add("الاثنين الإثنين", .weekday(1))
    add("الثلاثاء", .weekday(2))
    add("الأربعاء الاربعاء", .weekday(3))
    add("الخميس", .weekday(4))
    add("الجمعة", .weekday(5))
    add("السبت", .weekday(6))
    add("الأحد", .weekday(7))
    add("مطلع أوائل بداية بدايات مستهل", .position(.start))
    add("منتصف أواسط", .position(.mid))
    add("أواخر نهاية نهايات ختام", .position(.end))
    add("م ميلادي ميلادية م. للميلاد", .commonEra)
    add("ه هجري هجرية هـ. للهجرة", .hijriEra)
    add("ق.م ق.م.", .beforeCommonEra)
    add("قبل", .before)
    add("الميلاد", .birth)
    let ordinals = [
      "الأول الأولى الحادي", "الثاني الثانية", "الثالث الثالثة", "الرابع الرابعة",
      "الخامس الخامسة", "السادس السادسة", "السابع السابعة", "الثامن الثامنة", "التاسع التاسعة",
      "العاشر العاشرة",
    ]
    for (index, names) in ordinals.enumerated() { add(names, .ordinal(index + 1)) }
    add("العشرين العشرون", .ordinal(20))
    add("الثلاثين الثلاثون", .ordinal(30))
    add("الآخر الآخرة", .ordinal(2))
    add("عشر عشرة", .ten)
    add("من", .from)
    add("إلى", .to)
    add("حتى لغاية", .until)
    add("بين", .between)
    add("و", .and)
    add("في منذ بعد خلال بحلول طوال عشية غداة مذ", .governor)
    add("نحو حوالي قرابة زهاء", .approximately)
    add(
      """
      موازنة ميزانية الموازنة الميزانية انتخابات الانتخابات موسم دورة نسخة معرض مؤتمر قمة كأس \
      دورتي نسختي ألعاب مونديال بطولة أولمبياد إكسبو تقرير التقرير دستور ثورة حرب اتفاق اتفاقية قانون إعلان
      """, .annualNoun)
    add("قرار القرار قرارها قراره", .resolution)
    add("أكثر أقل أزيد أكبر يزيد تزيد يقل", .more)
    self.words = words

    let countedNouns =
      """
      شخص أشخاص مشارك مشاركا مشاركين صحفي نائب نائبا نواب لوحة مرشح مرشحا مدنيا مقعد مقعدا صوت صوتا مقاتل مقاتلين عنصر عناصر جندي جنود لاجئ نازح قتيل قتلى جريح مدني أسرة عائلة نسمة \
      شركة شركات مدينة قرية دولة منزل وحدة مشروع مدرسة طالب موظف عامل وظيفة حالة مرة صفحة كلمة \
      طن أطنان كيلومتر كيلومترا كم متر مترا ميل هكتار فدان برميل لتر ميغاواط ميجاواط جيجاواط \
      دولار دولارا يورو ريال درهم دينار ليرة جنيه روبل مليون مليار ألف بالمئة بالمائة سنة عام \
      عاما شهر شهرا يوم يوما ساعة دقيقة نقطة درجة سفينة طائرة صاروخ دبابة سيارة رحلة
      """
    counted = Set(
      countedNouns.split(separator: " ").map { WordTable<DateWord>.hash(of: String($0)) })
  }
}
