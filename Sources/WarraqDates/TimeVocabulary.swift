import WarraqText
import WarraqTokenization

/// A unit of time that is counted, or that a day of today lies in.
enum TimeUnit: Hashable, Sendable {
  case minute, hour, day, week, month, year, decade, century

  /// A number of them as an ISO 8601 duration; decades and centuries in years.
  func duration(_ count: Int) -> String {
    switch self {
    case .minute: "PT\(count)M"
    case .hour: "PT\(count)H"
    case .day: "P\(count)D"
    case .week: "P\(count)W"
    case .month: "P\(count)M"
    case .year: "P\(count)Y"
    case .decade: "P\(count * 10)Y"
    case .century: "P\(count * 100)Y"
    }
  }

  /// What half of the unit is in whole smaller ones, and how many of those the unit has.
  var half: (count: Int, unit: TimeUnit, perUnit: Int)? {
    switch self {
    case .hour: (30, .minute, 60)
    case .day: (12, .hour, 24)
    case .year: (6, .month, 12)
    case .decade: (5, .year, 10)
    case .century: (50, .year, 100)
    case .minute, .week, .month: nil
    }
  }
}

/// Where from the day of writing a time lies.
enum TimeDirection: Hashable, Sendable {
  case past, current, next
  /// That of the expression before: «العام نفسه».
  case same
}

/// A season, by its code in values.
enum Season: String, Hashable, Sendable {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"

  /// The month it begins in.
  var firstMonth: Int {
    switch self {
    case .spring: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    }
  }
}

/// What a word means to the grammar of quantities and of times told from the day of writing.
enum TimeWord: Hashable {
  /// The form decides what number it goes with.
  enum Form: Hashable {
    case singular, dual, plural, theSingular, theDual, thePlural
  }
  case unit(TimeUnit, Form)
  /// 1 to 10.
  case cardinal(Int)
  /// الخمس, behind «السنوات».
  case theCardinal(Int)
  /// 20 to 90.
  case tens(Int)
  case hundred
  /// أحد, إحدى: 11 with عشر behind it, nothing without.
  case eleventh
  case deictic(TimeDirection)
  /// الماضيين, behind a dual.
  case dualDeictic
  case demonstrative
  case season(Season)
  /// 20 to 90: العشرينيات, عشرينيات.
  case decadeName(Int, isDefinite: Bool)
  /// الربع, النصف.
  case quarter, half
  case last
  case every
  /// سنويًا.
  case adverb(TimeUnit)
  /// مساء before a date; the code of the part of the day.
  case partOfDay(String)
  /// صباحًا behind an hour; whether the hour is after noon.
  case meridiem(isAfternoon: Bool)
  case clock
  /// الواحدة, the one hour that is no ordinal.
  case one
  case yesterday
  /// غدًا, and غد behind a part of the day.
  case tomorrow
  /// أول, which may begin «أول أمس».
  case first
  /// العشرين to التسعين, in «العشرين عامًا الماضية».
  case theTens(Int)
  /// أكثر, أقل: behind «من» a quantity that is only bounded.
  case comparison(Timex.Modifier)
  case since
  case after
  case commonEra, hijriEra
}

/// The words of that grammar.
struct TimeVocabulary: Sendable {
  static let shared = TimeVocabulary()

  private let words: WordTable<TimeWord>

  subscript(hash: UInt64) -> TimeWord? { words[hash] }

  private init() {
    var words = WordTable<TimeWord>()
    func add(_ list: String, _ word: TimeWord) { words.add(list, word) }
    let units: [(TimeUnit, singular: String, dual: String, plural: String)] = [
      (.minute, "دقيقة", "دقيقتين دقيقتان", "دقائق"),
      (.hour, "ساعة", "ساعتين ساعتان", "ساعات"),
      (.day, "يوم يوما", "يومين يومان", "أيام"),
      (.week, "أسبوع أسبوعا", "أسبوعين أسبوعان", "أسابيع"),
      (.month, "شهر شهرا", "شهرين شهران", "أشهر شهور"),
      (.year, "عام عاما سنة", "عامين عامان سنتين سنتان", "أعوام سنوات سنين"),
      (.decade, "عقد عقدا", "عقدين عقدان", "عقود"),
      (.century, "قرن قرنا", "قرنين قرنان", "قرون"),
    ]
    for unit in units {
      for (list, form, definite) in [
        (unit.singular, TimeWord.Form.singular, TimeWord.Form.theSingular),
        (unit.dual, .dual, .theDual), (unit.plural, .plural, .thePlural),
      ] {
        add(list, .unit(unit.0, form))
        for word in list.split(separator: " ") { add("ال" + word, .unit(unit.0, definite)) }
      }
    }
    let cardinals = [
      "واحد واحدة", "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي", "ثلاث ثلاثة",
      "أربع أربعة", "خمس خمسة", "ست ستة", "سبع سبعة", "ثماني ثمانية ثمان", "تسع تسعة",
      "عشر عشرة",
    ]
    for (index, list) in cardinals.enumerated() {
      add(list, .cardinal(index + 1))
      guard index > 1 else { continue }
      for word in list.split(separator: " ") { add("ال" + word, .theCardinal(index + 1)) }
    }
    add("أحد إحدى", .eleventh)
    let tens = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
    for (index, stem) in tens.enumerated() {
      let number = (index + 2) * 10
      add("\(stem)ون \(stem)ين", .tens(number))
      add("ال\(stem)ون ال\(stem)ين", .theTens(number))
      add("\(stem)ينيات \(stem)ينات", .decadeName(number, isDefinite: false))
      add("ال\(stem)ينيات ال\(stem)ينات", .decadeName(number, isDefinite: true))
    }
    add("مئة مائة", .hundred)
    add("الماضي الماضية المنصرم المنصرمة الفائت الفائتة", .deictic(.past))
    add("المقبل المقبلة القادم القادمة", .deictic(.next))
    add("الجاري الجارية الحالي الحالية", .deictic(.current))
    add("نفسه نفسها ذاته ذاتها عينه عينها", .deictic(.same))
    add(
      "الماضيين الماضيان الماضيتين المقبلين المقبلان المقبلتين القادمين القادمتين الأخيرين الأخيرتين",
      .dualDeictic)
    add("هذا هذه", .demonstrative)
    add("ربيع الربيع", .season(.spring))
    add("صيف الصيف", .season(.summer))
    add("خريف الخريف", .season(.autumn))
    add("شتاء الشتاء", .season(.winter))
    add("الربع", .quarter)
    add("النصف", .half)
    add("الأخير الأخيرة", .last)
    add("كل", .every)
    add("سنويا", .adverb(.year))
    add("شهريا", .adverb(.month))
    add("أسبوعيا", .adverb(.week))
    add("يوميا", .adverb(.day))
    add("صباح فجر", .partOfDay("TMO"))
    add("ظهر ظهيرة", .partOfDay("TMI"))
    add("عصر", .partOfDay("TAF"))
    add("مساء", .partOfDay("TEV"))
    add("ليل ليلة", .partOfDay("TNI"))
    add("صباحا فجرا", .meridiem(isAfternoon: false))
    add("مساءا ظهرا عصرا ليلا", .meridiem(isAfternoon: true))
    add("الساعة", .clock)
    add("الواحدة", .one)
    add("أمس", .yesterday)
    add("غدا غد الغد", .tomorrow)
    add("أول", .first)
    add("أكثر أزيد", .comparison(.moreThan))
    add("أقل", .comparison(.lessThan))
    add("منذ مذ", .since)
    add("بعد", .after)
    add("الميلادي الميلادية", .commonEra)
    add("الهجري الهجرية", .hijriEra)
    self.words = words
  }
}
