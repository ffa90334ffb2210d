import Testing
import WarraqNormalization

@Suite("Options for marks and letters")
struct LetterTests {
  @Test(
    "superscript_alef",
    arguments: [
      ("هـ\u{670}ذا الرحم\u{670}ن", "هـذا الرحمن", "هـاذا الرحمان"),
      ("موسى\u{670}", "موسى", "موسى"),
      ("هد\u{64E}ى\u{651}\u{670}", "هد\u{64E}ى\u{651}", "هد\u{64E}ى\u{651}"),
      ("ه\u{650}\u{670}", "ه\u{650}", "ه\u{650}ا"),
    ])
  func superscriptAlef(_ input: String, _ stripped: String, _ written: String) {
    let strip = Golden(input, stripped).outcome(options { $0.superscriptAlef = .strip })
    #expect(strip.actual == strip.expected)
    let alef = Golden(input, written).outcome(options { $0.superscriptAlef = .alef })
    #expect(alef.actual == alef.expected)
  }

  @Test(
    "quranic_marks: strip",
    arguments: [
      Golden("\u{615}ب\u{6D6}\u{6DC}\u{6DF}\u{6E8}\u{6EA}\u{6ED}", "ب"),
      Golden("ل\u{6E5}\u{6E6}\u{8D3}\u{8E1}\u{8E3}\u{8FF}", "ل"),
      Golden(stays: "\u{6DD}\u{6DE}\u{6E9}\u{8E2}\u{8D2}"),
      Golden(stays: "ب\u{64E}\u{670}\u{653}"),
    ])
  func quranicMarks(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.quranicMarks = .strip })
    #expect(actual == expected)
  }

  @Test(
    "diacritics",
    arguments: [
      (
        "كت\u{651}\u{64E}اب\u{64C}", "كتاب", "كت\u{651}اب", "كت\u{651}\u{64E}اب"
      ),
      ("رب\u{651}\u{650}", "رب", "رب\u{651}", "رب\u{651}"),
      (
        "م\u{64F}د\u{64F}ن\u{64C} ك\u{64F}ت\u{64F}ب\u{64C}", "مدن كتب", "مدن كتب",
        "م\u{64F}د\u{64F}ن ك\u{64F}ت\u{64F}ب"
      ),
      ("ب\u{610}\u{61A}\u{656}\u{65F}", "ب", "ب", "ب"),
      // Madda and hamza belong to letters, U+0670 and the Quranic sukun have their own options.
      (
        "ب\u{653}\u{654}\u{655}\u{670}\u{6E1}", "ب\u{653}\u{654}\u{655}\u{670}\u{6E1}",
        "ب\u{653}\u{654}\u{655}\u{670}\u{6E1}", "ب\u{653}\u{654}\u{655}\u{670}\u{6E1}"
      ),
      (
        "ש\u{5C1}\u{5B8} e\u{301} и\u{306}", "ש\u{5C1}\u{5B8} e\u{301} и\u{306}",
        "ש\u{5C1}\u{5B8} e\u{301} и\u{306}", "ש\u{5C1}\u{5B8} e\u{301} и\u{306}"
      ),
      // A tanwin before a silent alef is not after the last letter.
      ("شكر\u{64B}ا", "شكرا", "شكرا", "شكر\u{64B}ا"),
      ("شكرا\u{64B}", "شكرا", "شكرا", "شكرا"),
      // The word goes on after tatweel and joiners.
      ("ب\u{64E}ـب\u{64E}", "بـب", "بـب", "ب\u{64E}ـب"),
      ("ب\u{64E}\u{200C}ب\u{64E}", "ب\u{200C}ب", "ب\u{200C}ب", "ب\u{64E}\u{200C}ب"),
    ])
  func diacritics(_ input: String, _ all: String, _ harakat: String, _ final: String) {
    let strip = Golden(input, all).outcome(options { $0.diacritics = .strip })
    #expect(strip.actual == strip.expected)
    let keepShadda = Golden(input, harakat).outcome(options { $0.diacritics = .stripHarakat })
    #expect(keepShadda.actual == keepShadda.expected)
    let endings = Golden(input, final).outcome(options { $0.diacritics = .stripFinal })
    #expect(endings.actual == endings.expected)
  }

  @Test(
    "letter_variants: arabic",
    arguments: [
      Golden("یے", "يي"), Golden("کڪ", "كك"), Golden("ہھەۀ", "هههه"), Golden("ۃ", "ة"),
      Golden(stays: "گپچژڤڭٹڈڑںۇۆې"), Golden(stays: "يكهةىء"), Golden("کتابی", "كتابي"),
      Golden("ایران", "ايران"),
    ])
  func letterVariants(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.letterVariants = .arabic })
    #expect(actual == expected)
  }

  @Test(
    "alef: fold",
    arguments: [
      Golden("أإآٱٲٳٵا", "اااااااا"), Golden("ا\u{653}ا\u{654}ا\u{655}", "ااا"),
      Golden("ا\u{64E}\u{654}س", "ا\u{64E}س"), Golden("أ\u{654}", "ا"),
      Golden(stays: "ى ء ؤ ئ و\u{654} ي\u{654} ل\u{653}"),
    ])
  func alef(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.alef = .fold })
    #expect(actual == expected)
  }

  @Test(
    "hamza",
    arguments: [
      ("مؤمن رئيس سماء", "مومن رييس سماء", "مءمن رءيس سماء"),
      ("أإآا\u{654}ا\u{655}", "أإآا\u{654}ا\u{655}", "أإآا\u{654}ا\u{655}"),
      ("ه\u{654}ى\u{64E}\u{655}", "هى\u{64E}", "ه\u{654}ى\u{64E}\u{655}"),
      ("ؤ\u{654}", "و", "ء\u{654}"),
      (" \u{654}", " \u{654}", " \u{654}"),
    ])
  func hamza(_ input: String, _ carrier: String, _ bare: String) {
    let seats = Golden(input, carrier).outcome(options { $0.hamza = .carrier })
    #expect(seats.actual == seats.expected)
    let free = Golden(input, bare).outcome(options { $0.hamza = .bare })
    #expect(free.actual == free.expected)
  }

  @Test("alef_maksura and teh_marbuta")
  func endings() {
    #expect(normalized("مستشفى ىء", options { $0.alefMaksura = .yeh }) == "مستشفي يء")
    #expect(normalized("جدة ة", options { $0.tehMarbuta = .heh }) == "جده ه")
  }

  @Test(
    "elongation",
    arguments: [
      ("جميييييل", "جميل", "جمييل"),
      ("ههههه", "ه", "هه"),
      ("مييل الله ممدوح", "مييل الله ممدوح", "مييل الله ممدوح"),
      ("ررر\u{64E}", "ر\u{64E}", "رر\u{64E}"),
      (
        "1,000 gooool !!! ١٠٠٠ ـــــ ،،،", "1,000 gooool !!! ١٠٠٠ ـــــ ،،،",
        "1,000 gooool !!! ١٠٠٠ ـــــ ،،،"
      ),
    ])
  func elongation(_ input: String, _ one: String, _ two: String) {
    let single = Golden(input, one).outcome(options { $0.elongation = .one })
    #expect(single.actual == single.expected)
    let double = Golden(input, two).outcome(options { $0.elongation = .two })
    #expect(double.actual == double.expected)
  }
}
