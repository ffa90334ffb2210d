import Testing
import WarraqNormalization

@Suite("Options that repair: entities, composition, forms, controls, tatweel")
struct RepairTests {
  @Test(
    "html_entities: decode",
    arguments: [
      Golden("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
      Golden("قال&nbsp;&laquo;نعم&raquo;", "قال\u{A0}«نعم»"),
      Golden("&ldquo;&rdquo;&lsquo;&rsquo;&hellip;&ndash;&mdash;", "“”‘’…–—"),
      Golden("&zwnj;&zwj;&lrm;&rlm;", "\u{200C}\u{200D}\u{200E}\u{200F}"),
      Golden("&#1575;&#x627;&#X627;&#x1F642;", "ااا🙂"),
      Golden("&#0001575;", "ا"),
      Golden("&amp;quot;", "&quot;"),
      Golden("&amp;#1575;", "&#1575;"),
      Golden(stays: "&copy; &Amp; &amp &#1575 &#; &#x; &; & &#x"),
      Golden(stays: "&#0; &#xD800; &#x110000; &#99999999999999999999;"),
      Golden("&&amp;", "&&"),
      Golden("&am&amp;", "&am&"),
      Golden(stays: "?a=1&b=2"),
    ])
  func entities(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.htmlEntities = .decode })
    #expect(actual == expected)
  }

  @Test(
    "nfc",
    arguments: [
      Golden("ا\u{653}ا\u{654}ا\u{655}", "آأإ"),
      Golden("و\u{654}ي\u{654}", "ؤئ"),
      Golden("رب\u{651}\u{64E}", "رب\u{64E}\u{651}"),
      Golden("ا\u{64E}\u{654}", "أ\u{64E}"),
      Golden("e\u{301}", "é"),
      Golden("\u{1112}\u{1161}\u{11AB}", "한"),
      Golden("\u{212B}", "Å"),
      Golden(stays: "ى\u{654}"),
      Golden(stays: "\u{651}\u{FE8D}"),
      Golden(stays: "ﻻ ﷲ … ½ ″"),
    ])
  func composition(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.nfc = true })
    #expect(actual == expected)
  }

  @Test(
    "presentation_forms",
    arguments: [
      Golden("ﺟﺪﺓ", "جدة"),
      Golden("ﻻ ﻷ ﻵ ﻹ", "لا لأ لآ لإ"),
      Golden("ﭘﭽﮊﮔﮎ", "پچژگک"),
      Golden("ب\u{FE7D}", "ب\u{651}"),
      Golden("ب\u{FE76}\u{FE7F}", "ب\u{64E}\u{652}"),
      Golden("\u{FC5E}\u{FC63}", "\u{64C}\u{651}\u{651}\u{670}"),
      Golden("\u{FCF2}\u{FCF3}\u{FCF4}", "\u{64E}\u{651}\u{64F}\u{651}\u{650}\u{651}"),
      Golden("\u{FC5B}", "ذ\u{670}"),
      Golden("\u{FD3C}", "ا\u{64B}"),
      Golden("\u{FBA4}", "ۀ"),
      Golden(stays: "\u{FD3E}\u{FD3F}\u{FD40}\u{FD4F}\u{FDCF}"),
      Golden(stays: "\u{FDF2}\u{FDFA}\u{FDFC}\u{FDFD}"),
      Golden(stays: "ﬁ ﬡ ½ ″ … ① Ａ"),
      Golden(stays: "\u{FE73}\u{FEFF}\u{FBB2}\u{FBC3}"),
    ])
  func presentationForms(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.presentationForms = true })
    #expect(actual == expected)
  }

  @Test(
    "ligatures: expand",
    arguments: [
      Golden("\u{FDF2}", "الله"), Golden("\u{FDF3}", "اكبر"), Golden("\u{FDF4}", "محمد"),
      Golden("\u{FDF5}", "صلعم"), Golden("\u{FDF6}", "رسول"), Golden("\u{FDF7}", "عليه"),
      Golden("\u{FDF8}", "وسلم"), Golden("\u{FDF9}", "صلى"),
      Golden("\u{FDFA}", "صلى الله عليه وسلم"), Golden("\u{FDFB}", "جل جلاله"),
      Golden("5\u{FDFC}", "5ريال"), Golden("\u{FDFD}", "بسم الله الرحمن الرحيم"),
      Golden(stays: "\u{FEFB}\u{FDFE}\u{FDFF}\u{FDCF}"),
    ])
  func ligatures(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.ligatures = .expand })
    #expect(actual == expected)
  }

  @Test(
    "controls: strip",
    arguments: [
      Golden(
        "a\u{AD}\u{61C}\u{200B}\u{200E}\u{200F}\u{202A}\u{202E}\u{2060}\u{2066}\u{2069}\u{FEFF}b",
        "ab"),
      Golden("می\u{200C}خواهم", "میخواهم"),
      Golden("ه\u{200D}", "ه"),
      Golden("\u{200D}ه", "ه"),
      Golden("x\u{64E}\u{200D}x", "x\u{64E}x"),
      Golden("\u{640}\u{200C} ", "\u{640} "),
      // A control between: joiners are judged when it is gone.
      Golden("ب\u{200F}\u{200C}x", "بx"),
      Golden("x\u{200C}\u{200E}\u{200D}\u{202A}ب", "xب"),
      // Other controls than the joiners themselves do not hide the neighbour.
      Golden("ب\u{200C}\u{200D}\u{200C}x", "بx"),
      Golden(stays: "👨\u{200D}👩\u{200D}👧"),
      Golden(stays: "❤\u{FE0F}\u{200D}🔥"),
      Golden(stays: "क\u{94D}\u{200D}ष"),
      Golden(stays: "x\u{200C}x \u{200D}"),
      Golden(stays: "\u{200C}"),
      Golden(stays: "١\u{200D}١"),
      Golden("ب\u{200C} \u{200C}", "ب \u{200C}"),
      Golden(stays: "\u{2028}\u{2029}\u{202F}\u{2010}\u{0}"),
    ])
  func controls(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.controls = .strip })
    #expect(actual == expected)
  }

  @Test(
    "tatweel: strip",
    arguments: [
      Golden("اتفـاقية", "اتفاقية"),
      Golden("كتـــاب", "كتاب"),
      Golden(stays: "١٤٤٠ هـ"),
      Golden("١٤٤٠هــــ.", "١٤٤٠هـ."),
      Golden(stays: "كـ\"الحركة\""),
      Golden("الـ\"حركة\"", "ال\"حركة\""),
      Golden("ـهـ", "هـ"),
      Golden("ـب", "ب"),
      Golden(stays: "٢٠١٠ـ٢٠١٥"),
      Golden("ــــ", "ـ"),
      Golden("هـ\u{64E}ـ", "هـ\u{64E}"),
      Golden("ـ\u{654}", "ء"),
      Golden("ڪـ\u{654}", "ڪء"),
      Golden("سـ\u{64E}\u{654}ـل", "سء\u{64E}ل"),
      Golden("ـ\u{654}ـ", "ءـ"),
      Golden("بـ\u{654}ـ", "بء"),
      Golden("الـCIA", "الCIA"),
      Golden(stays: "بـCIA"),
    ])
  func tatweel(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.tatweel = .strip })
    #expect(actual == expected)
  }

  @Test(
    "tatweel: strip_all",
    arguments: [
      Golden("كتـــاب هـ كـ\" ـ", "كتاب ه ك\" "),
      Golden("ڪـ\u{654}", "ڪء"),
      Golden("مـ\u{64E}\u{654}", "مء\u{64E}"),
    ])
  func allTatweel(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.tatweel = .stripAll })
    #expect(actual == expected)
  }

  @Test("The order decides: hamza on tatweel before letters, composition after them")
  func order() {
    let folding = options {
      $0.nfc = true
      $0.tatweel = .strip
      $0.letterVariants = .arabic
    }
    #expect(normalized("ڪـ\u{654}", folding) == "كء")
    #expect(normalized("ی\u{654}", folding) == "ئ")
    let stripping = options {
      $0.nfc = true
      $0.quranicMarks = .strip
    }
    #expect(hexadecimal(normalized("ا\u{6E1}\u{654}", stripping)) == "623")
    let forms = options {
      $0.nfc = true
      $0.presentationForms = true
    }
    #expect(hexadecimal(normalized("\u{FE8E}\u{654}", forms)) == "623")
    let controls = options {
      $0.nfc = true
      $0.controls = .strip
    }
    #expect(hexadecimal(normalized("ا\u{200D}\u{654}", controls)) == "623")
    let maksura = options {
      $0.nfc = true
      $0.alefMaksura = .yeh
    }
    #expect(hexadecimal(normalized("ى\u{654}", maksura)) == "626")
  }
}
