import Testing
import WarraqNormalization

@Suite("Presets")
struct PresetTests {
  @Test(
    "The contract's table",
    arguments: [
      (
        "اتّفـاقيّةُ ﺟﺪﺓ", "اتّفاقيّةُ جدة", "اتفاقية جدة", "اتفاقيه جده"
      ),
      (
        "رئيسُ اﻷركان في ١٢ مايو", "رئيسُ الأركان في ١٢ مايو", "رئيس الأركان في 12 مايو",
        "رييس الاركان في 12 مايو"
      ),
      ("صنعاﺀ «آمنة»؟", "صنعاء «آمنة»؟", "صنعاء \"آمنة\"؟", "صنعاء \"امنه\"?"),
    ])
  func table(_ source: String, _ light: String, _ ner: String, _ search: String) {
    #expect(normalized(source, .light) == light)
    #expect(normalized(source, .ner) == ner)
    #expect(normalized(source, .search) == search)
  }

  @Test("Names of presets and option values")
  func names() {
    #expect(NormalizationPreset.allCases.map(\.rawValue) == ["light", "ner", "search", "lm"])
    #expect(NormalizationOptions.Diacritics.stripFinal.rawValue == "strip_final")
    #expect(NormalizationOptions.Digits(rawValue: "arabic_indic") == .arabicIndic)
    #expect(NormalizationOptions.Elongation(rawValue: "2") == .two)
    #expect(NormalizationOptions.Tatweel(rawValue: "none") == nil)
  }

  @Test("light keeps spelling, marks, digits, quotes and punctuation")
  func light() {
    #expect(
      normalized("  «مؤسّسةٌ»\u{200F}،  ١٢٫٥ ی هـ&amp; \r\n\u{FDFA}", .light)
        == "«مؤسّسةٌ»، ١٢٫٥ ی هـ&amp;\nصلى الله عليه وسلم")
  }

  @Test("ner with one option replaced")
  func replaced() {
    var options = NormalizationPreset.ner.options
    options.digits = .keep
    #expect(normalized("في ١٢ مايو “کذا”", options) == "في ١٢ مايو \"كذا\"")
  }

  @Test("lm decodes, unmarks and cuts, and keeps digits, quotes and punctuation")
  func lm() {
    #expect(
      normalized("&laquo;جميييييلٌ جدًّا&raquo;&nbsp;، ١٢؟ ی أ ة", .lm)
        == "«جمييل جدا» ، ١٢؟ ی أ ة")
    #expect(normalized("الرحم\u{670}ن\u{6DD}\u{6D6}", .lm) == "الرحمن\u{6DD}")
  }

  @Test("search folds everything the contract names")
  func search() {
    #expect(
      normalized("إِسْلاميّـةٌ ومستشفى مسؤولين ﻷﻥ کتابی", .search)
        == "اسلاميه ومستشفي مسوولين لان كتابي")
    #expect(normalized("١٬٠٠٠٫٥٪، هـ ٱلله سماء", .search) == "1,000.5%, هـ الله سماء")
  }

  @Test(
    "What no preset touches", arguments: NormalizationPreset.allCases)
  func untouched(_ preset: NormalizationPreset) {
    let texts = [
      "Hello, Wörld! It's naïve; 1,000.50 (50%)? a*b",
      "שָׁלוֹם עֲלֵיכֶם",
      "Привет, йод ё",
      "你好 世界 日本語 かな 한국어",
      "👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}\u{200D}🔥 🏳\u{FE0F}\u{200D}🌈 👍🏽 🇪🇬",
      "https://example.org/a_b?c=1&d=2#e user.name+tag@example.org",
      "\u{FFFD}\u{E000}\u{F8FF}\u{10FFFD}\u{0}",
      "क\u{94D}\u{200D}ष १२३ ½ ″ ′ ① ﬁ",
      "گپچژڤڭ",
    ]
    for text in texts {
      // Composed first: canonical composition is the one thing that may happen.
      let composed = normalized(text, options { $0.nfc = true })
      #expect(hexadecimal(normalized(text, preset)) == hexadecimal(composed))
    }
  }
}
