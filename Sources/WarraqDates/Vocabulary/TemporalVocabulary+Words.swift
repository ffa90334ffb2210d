/// The words. Folding takes care of hamza and its absence, of ى and ي, ة and ه, marks and tatweel.
extension TemporalVocabulary {
  /// Western, Levantine and Maghrebi names of months, and the Hijri ones.
  mutating func addMonths() {
    let months = [
      "يناير ينير ياناير جانفي", "فبراير فبرائر شباط فيفري", "مارس آذار آدار",
      "أبريل إبريل نيسان أفريل", "مايو أيار ماي مايس", "يونيو يونيه حزيران جوان",
      "يوليو يوليه تموز جويلية يوليوز", "أغسطس آب غشت أوت", "سبتمبر أيلول شتنبر ستمبر",
      "أكتوبر أوكتوبر", "نوفمبر نونبر", "ديسمبر دجنبر دسمبر",
    ]
    for (index, names) in months.enumerated() {
      add(names) { $0.month = UInt8(index + 1) }
    }
    // Verbs, nouns and names besides: «مارس الضغط», «أب», «صفر».
    add("مارس آب ماي جوان", .doubtfulMonth)
    add("تشرين") { $0.pair = (10, 11) }
    add("كانون") { $0.pair = (12, 1) }
    let hijri = [
      "محرم المحرم", "صفر", "", "", "", "", "رجب", "شعبان", "رمضان", "شوال", "", "",
    ]
    for (index, names) in hijri.enumerated() where !names.isEmpty {
      add(names) { $0.hijriMonth = UInt8(index + 1) }
    }
    add("ربيع") { $0.hijriPair = (3, 4) }
    add("جمادى جماد") { $0.hijriPair = (5, 6) }
    add("ذو ذي ذا", .hijriOwner)
    add("القعدة قعدة") { $0.hijriOwned = 11 }
    add("الحجة حجة") { $0.hijriOwned = 12 }
    add("الآخر الآخرة", .hijriSecond)
    add("المبارك الكريم الحرام المعظم الفضيل", .blessing)
  }

  /// Heads of days, months and years, weekdays, eras, positions.
  mutating func addCalendarWords() {
    add("عام العام سنة السنة أعوام الأعوام سنوات السنوات", .yearHead)
    add("عامي عاما عامان العامين العامان سنتي السنتين", .dualYearHead)
    add("شهر الشهر شهري شهور أشهر", .monthHead)
    add("يوم اليوم نهار يومي أيام", .dayHead)
    add(
      """
      المالية المالي الدراسية الدراسي الأكاديمية الأكاديمي الجامعية الجامعي الميلادي الميلادية الهجري \
      الهجرية الضريبية التأسيسي الزراعي الزراعية
      """, .yearQualifier)
    let weekdays = [
      "اثنين إثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد",
    ]
    for (index, names) in weekdays.enumerated() {
      for name in names.split(separator: " ") {
        add("ال" + name) { $0.weekday = UInt8(index + 1) }
        add(String(name)) { $0.indefiniteWeekday = UInt8(index + 1) }
      }
    }
    add("م ميلادي ميلادية للميلاد الميلادي الميلادية الميلاديين الميلاديان", .commonEra)
    add("ه هجري هجرية للهجرة الهجري الهجرية الهجريين الهجريان", .hijriEra)
    add("ق.م ق.م.", .beforeCommonEra)
    add("الميلاد المسيح", .birth)
    add("مطلع أوائل بداية بدايات مستهل مطالع") { $0.position = .start }
    add("منتصف أواسط") { $0.position = .mid }
    add("أواخر نهاية نهايات ختام أخريات") { $0.position = .end }
    add("ربيع الربيع") { $0.season = .spring }
    add("صيف الصيف") { $0.season = .summer }
    add("خريف الخريف") { $0.season = .autumn }
    add("شتاء الشتاء") { $0.season = .winter }
  }

  /// Cardinals and ordinals.
  mutating func addNumbers() {
    let cardinals = [
      "واحد واحدة", "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي", "ثلاث ثلاثة ثلاثا",
      "أربع أربعة أربعا", "خمس خمسة خمسا", "ست ستة ستا", "سبع سبعة سبعا",
      "ثماني ثمانية ثمان ثمانيا", "تسع تسعة تسعا", "عشر عشرة عشرا",
    ]
    for (index, list) in cardinals.enumerated() {
      add(list) { $0.cardinal = UInt16(index + 1) }
      guard index > 1 else { continue }
      for word in list.split(separator: " ") {
        add("ال" + word) { $0.definiteCardinal = UInt8(index + 1) }
      }
    }
    let ordinals = [
      "الأول الأولى", "الثاني الثانية", "الثالث الثالثة", "الرابع الرابعة", "الخامس الخامسة",
      "السادس السادسة", "السابع السابعة", "الثامن الثامنة", "التاسع التاسعة", "العاشر العاشرة",
    ]
    for (index, names) in ordinals.enumerated() { add(names) { $0.ordinal = UInt8(index + 1) } }
    add("الفاتح") { $0.ordinal = 1 }
    add("الحادي الحادية الواحد الواحدة") { $0.ordinal = 1 }
    add("الحادي الحادية الواحد", .eleventh)
    add("أحد إحدى", .eleventh)
    add("عشر عشرة", .ten)
    add("واحدا واحد واحدة", .oneWord)
    add("أول فاتح غرة", .firstWord)
    add("ثاني ثان", .secondWord)
    add("آخر", .lastWord)
    let stems = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
    for (index, stem) in stems.enumerated() {
      let number = (index + 2) * 10
      add("\(stem)ون \(stem)ين") { $0.cardinal = UInt16(number) }
      add("ال\(stem)ون ال\(stem)ين") {
        $0.definiteCardinal = UInt8(number)
        $0.ordinal = UInt8(number)
      }
      for ending in ["ينيات", "ينات"] {
        add(stem + ending) { $0.decade = UInt8(number) }
        add("ال" + stem + ending) {
          $0.decade = UInt8(number)
          $0.isDefiniteDecade = true
        }
      }
    }
    for hundred in ["مئة", "مائة", "مية"] { add(hundred) { $0.cardinal = 100 } }
    add("مئتان مئتين مائتان مائتين مئتي مائتي") { $0.cardinal = 200 }
    for (index, stem) in ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"].enumerated() {
      add("\(stem)مئة \(stem)مائة \(stem)ماية") { $0.cardinal = UInt16((index + 3) * 100) }
    }
    add("ثمانمئة ثمانمائة") { $0.cardinal = 800 }
    add("ألف ألفا آلاف") { $0.cardinal = 1000 }
    add("ألفين ألفان ألفي") { $0.cardinal = 2000 }
  }

  /// Units, decades' kin, parts of units.
  mutating func addUnits() {
    let units: [(TimeUnit, singular: String, dual: String, plural: String)] = [
      (.minute, "دقيقة", "دقيقتين دقيقتان", "دقائق"),
      (.hour, "ساعة", "ساعتين ساعتان", "ساعات"),
      (.day, "يوم يوما", "يومين يومان", "أيام أياما"),
      (.week, "أسبوع أسبوعا", "أسبوعين أسبوعان", "أسابيع"),
      (.month, "شهر شهرا", "شهرين شهران", "أشهر شهور شهورا"),
      (.year, "عام عاما سنة", "عامين عامان سنتين سنتان", "أعوام أعواما سنوات سنين"),
      (.decade, "عقد عقدا", "عقدين عقدان", "عقود"),
      (.century, "قرن قرنا", "قرنين قرنان", "قرون"),
    ]
    for unit in units {
      for (list, form, definite) in [
        (unit.singular, TemporalWord.Form.singular, TemporalWord.Form.theSingular),
        (unit.dual, .dual, .theDual), (unit.plural, .plural, .thePlural),
      ] {
        add(list) { ($0.unit, $0.form) = (unit.0, form) }
        for word in list.split(separator: " ") {
          add("ال" + word) { ($0.unit, $0.form) = (unit.0, definite) }
        }
      }
    }
    add("ثانية") { ($0.unit, $0.form) = (.second, .singular) }
    add("ثانيتين ثانيتان") { ($0.unit, $0.form) = (.second, .dual) }
    add("ثوان ثواني") { ($0.unit, $0.form) = (.second, .plural) }
    add("نصف النصف", .half)
    add("ربع ربعا الربع", .quarter)
    add("ثلث ثلثا الثلث", .third)
    add("الربعين الربعان", [.quarter, .dualPart])
    add("النصف الربع الثلث الربعين الربعان", .definitePart)
    add("الفصل", .term)
    add("إلا", .except)
    add("الأسبوع", .weekPart)
    add("كل", .every)
    add("مرة مرات مرتين مرتان", .times)
    add("سنويا") { $0.adverb = Period(count: 1, unit: .year) }
    add("شهريا") { $0.adverb = Period(count: 1, unit: .month) }
    add("فصليا") { $0.adverb = Period(count: 3, unit: .month) }
    add("أسبوعيا") { $0.adverb = Period(count: 1, unit: .week) }
    add("يوميا") { $0.adverb = Period(count: 1, unit: .day) }
  }

  /// Where from the day of writing, or from what was said before, a time lies.
  mutating func addRelations() {
    add("الماضي الماضية المنصرم المنصرمة الفائت الفائتة المنقضي المنقضية الفارط الفارطة") {
      $0.deictic = .past
    }
    add("المقبل المقبلة القادم القادمة الآتي الآتية") { $0.deictic = .next }
    add("الجاري الجارية الحالي الحالية الراهن الراهنة") { $0.deictic = .current }
    add("نفسه نفسها ذاته ذاتها عينه عينها") { $0.deictic = .same }
    add("التالي التالية اللاحق اللاحقة") { $0.deictic = .following }
    add("السابق السابقة") { $0.deictic = .preceding }
    add("الأخير الأخيرة") { $0.deictic = .last }
    let duals = [
      "الماضي", "المنصرم", "الفائت", "المقبل", "القادم", "الأخير", "الجاري", "الحالي", "السابق",
      "التالي", "اللاحق",
    ]
    for stem in duals {
      for ending in ["ين", "ان", "تين", "تان"] { add(stem + ending) { $0.isDualDeictic = true } }
    }
    add("هذا هذه ذلك تلك", .demonstrative)
    add("نفس ذات", .sameBefore)
    add("مضت خلت مضى مضيا انقضت", .passed)
  }

  /// Parts of the day and days by name.
  mutating func addDayWords() {
    let parts: [(DayPart, String, adverbial: String)] = [
      (.morning, "صباح صبيحة ضحى", "صباحا ضحى"), (.dawn, "فجر سحر", "فجرا"),
      (.midday, "ظهر ظهيرة", "ظهرا"), (.afternoon, "عصر", "عصرا"),
      (.evening, "مساء أمسية", "مساء مساءا"), (.night, "ليل ليلة", "ليلا"),
    ]
    for (part, heads, adverbial) in parts {
      add(heads) { $0.dayPart = part }
      add(adverbial) { $0.adverbialDayPart = part }
      for head in heads.split(separator: " ") { add("ال" + head) { $0.definiteDayPart = part } }
    }
    add("الساعة", .clockHead)
    add("أمس", .yesterday)
    add("البارحة", [.yesterday, .lastNight])
    add("غدا غد الغد", .tomorrow)
    add("الليلة", .tonight)
    add("بتوقيت", .zoneHead)
    add("ص", .am)
    add("م", .pm)
    add("عند تمام", .atHour)
  }

  /// Words around expressions.
  mutating func addContextWords() {
    add("قبل", .before)
    add("بعد", .after)
    add("منذ مذ", .since)
    add("من", .from)
    add("إلى", .to)
    add("حتى لغاية", .until)
    add("بين", .between)
    add("و", .and)
    add("أو", .or)
    add("في خلال بحلول طوال عشية غداة إبان أثناء حتى لغاية منذ مذ بعد قبل", .governor)
    add("خلال لمدة مدة طوال طيلة مدى مدته مدتها غضون استمر استمرت دام دامت", .lasting)
    add("نحو حوالي قرابة زهاء تقريبا", .approximately)
    add("أكثر أزيد أكبر يزيد تزيد", .more)
    add("أقل", .less)
    add("تاريخ", .date)
    add("الفترة فترة المدة الأعوام السنوات المرحلة الحقبة", .period)
    add("فقط", .only)
    add("ال", .articleAlone)
    add(
      """
      موازنة ميزانية الموازنة الميزانية انتخابات الانتخابات موسم دورة نسخة معرض مؤتمر قمة كأس \
      دورتي نسختي ألعاب مونديال بطولة أولمبياد إكسبو تقرير التقرير دستور ثورة حرب اتفاق اتفاقية \
      قانون إعلان رؤية أجندة تعداد إحصاء مسح استفتاء انقلاب هزيمة نكسة نكبة انتفاضة زلزال معاهدة \
      مبادرة احتجاجات هجمات أحداث عدوان اجتياح غزو استراتيجية
      """, .annualNoun)
    add(
      """
      رقم الرقم برقم مادة المادة المادتان المادتين مواد المواد قرار القرار قراره قرارها القرارين القراران بند \
      البند فقرة الفقرة العدد عدد صفحة الصفحة الصفحات ص هاتف الهاتف فاكس الفاكس جوال قاعة القاعة غرفة \
      الغرفة مرسوم المرسوم قضية القضية وثيقة الوثيقة طراز إصدار الإصدار رحلة الرحلة طريق الطريق شارع \
      بوابة البوابة مرتبة المرتبة جدول الجدول ملف الملف قناة شقة مبنى رمز الرمز بتردد
      """, .numberNoun)
    add(
      """
      شخص أشخاص مشارك مشاركا مشاركين صحفي نائب نائبا نواب لوحة مرشح مرشحا مدنيا مقعد مقعدا صوت صوتا \
      مقاتل مقاتلين عنصر عناصر جندي جنود لاجئ لاجئا لاجئين نازح قتيل قتلى جريح مدني أسرة عائلة نسمة شركة \
      شركات مدينة قرية دولة منزل وحدة مشروع مشروعا مدرسة طالب موظف موظفا عامل وظيفة حالة مرة صفحة كلمة طن أطنان \
      كيلومتر كيلومترا كيلومترات كم متر مترا أمتار ميل هكتار فدان برميل لتر ميغاواط ميجاواط جيجاواط غيغاواط دولار دولارا \
      دولارات ريالات دراهم دنانير جنيهات ليرات نقاط درجات مقاعد أصوات يورو ريال ريالا درهم دينار ليرة جنيه روبل مليون مليار ألف بالمئة بالمائة سنة عام عاما شهر شهرا يوم يوما \
      ساعة دقيقة نقطة درجة سفينة طائرة صاروخ دبابة سيارة رحلة منحة قطعة نسخة ضحية إصابة وفاة شاحنة بئر
      """, .counted)
    add(
      """
      صلاة خطبة سوق جريدة صحيفة مجلة كنيسة قناة ملحق بيت حديث رواية مسرحية حزب تيار حراك سبت قداس مدرسة \
      مسجد جامع شارع مهرجان ديوان نادي عيد حي قرية بلدة مخيم منطقة ساحة دوار برج مستشفى شركة مؤسسة \
      مجموعة دار مطعم مقهى نهر وادي جبل عائلة آل بني بنو أسرة قبيلة عشيرة قصر خان
      """, .namedAfterWeekday)
  }
}
