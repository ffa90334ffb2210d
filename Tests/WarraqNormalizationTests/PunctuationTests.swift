import Testing
import WarraqNormalization

@Suite("Options for digits, quotes, punctuation and spaces")
struct PunctuationTests {
  @Test(
    "digits: western",
    arguments: [
      Golden("٠١٢٣٤٥٦٧٨٩", "0123456789"), Golden("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
      Golden("٣٫١٤", "3.14"), Golden("١٬٠٠٠٬٠٠٠٫٥", "1,000,000.5"), Golden("1٫5", "1.5"),
      Golden("٣٫ ٫٣ ٣٬٫٣", "3٫ ٫3 3٬٫3"), Golden("٣٫x", "3٫x"),
      Golden(stays: "१२३ ১ 12 ½ ①"), Golden("٥٠٪", "50٪"), Golden("२٫٥", "२٫5"),
    ])
  func western(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.digits = .western })
    #expect(actual == expected)
  }

  @Test(
    "digits: arabic_indic",
    arguments: [
      Golden("0123456789", "٠١٢٣٤٥٦٧٨٩"), Golden("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"),
      Golden("3.14 1,000", "٣.١٤ ١,٠٠٠"), Golden(stays: "१२३ ٣٫١٤"),
    ])
  func arabicIndic(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.digits = .arabicIndic })
    #expect(actual == expected)
  }

  @Test(
    "quotes: ascii",
    arguments: [
      Golden("«» “” „‟", "\"\" \"\" \"\""), Golden("‹› ‘’ ‚‛", "'' '' ''"),
      Golden(stays: "′ ″ ʼ ʻ ʿ ʾ ` ´ ❝ 〈"), Golden(stays: "\"'"),
    ])
  func asciiQuotes(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.quotes = .ascii })
    #expect(actual == expected)
  }

  @Test(
    "quotes: guillemets",
    arguments: [
      Golden("قال \"نعم\" ثم", "قال «نعم» ثم"),
      Golden("“نعم” „نعم“ „نعم” “نعم‟ «نعم»", "«نعم» «نعم» «نعم» «نعم» «نعم»"),
      Golden("وصف\"حركة\"", "وصف«حركة»"),
      Golden("و\"الحركة\" كـ\"الحركة\"", "و«الحركة» كـ«الحركة»"),
      Golden("«قال \"نعم\" ثم»", "«قال ‹نعم› ثم»"),
      Golden("«أ “ب „ت“ ث” ج»", "«أ ‹ب «ت» ث› ج»"),
      Golden("\"قال «نعم»\"", "«قال ‹نعم›»"),
      // A closing mark closes the innermost open mark, whatever its kind.
      Golden("\"نعم”", "«نعم»"),
      // A straight mark only closes a straight one.
      Golden(stays: "«نعم\" "),
      // Inches.
      Golden(stays: "شاشة 15\" جديدة 20\" و٣\"س"),
      Golden("15\" و\"نعم\"", "15\" و«نعم»"),
      // Space on the wrong side.
      Golden(stays: "\" نعم \""),
      Golden(stays: "نعم\"."),
      Golden(stays: "نعم\""),
      Golden("\"نعم \" لا\"", "«نعم \" لا»"),
      // Unmatched marks, and the stack emptied at every line break.
      Golden(stays: "» ” ‟ نعم « “ „ "),
      Golden(stays: "«نعم\nلا»"),
      Golden(stays: "«نعم\u{2028}لا»"),
      Golden(stays: "“نعم\r\nلا”"),
      Golden("«نعم\n\"لا\"", "«نعم\n«لا»"),
      // Single marks, primes and modifier letters.
      Golden(stays: "‹نعم› ‘نعم’ ‚نعم‛ 5′ 6″ ʿ"),
      Golden("‹قال \"نعم\"›", "‹قال «نعم»›"),
      Golden(stays: "«أ ‹ب «ت» ث› ج»"),
      Golden("«أ «ب» ت»", "«أ ‹ب› ت»"),
      Golden("\"\"", "«»"),
    ])
  func guillemets(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.quotes = .guillemets })
    #expect(actual == expected)
  }

  @Test(
    "punctuation",
    arguments: [
      Golden("، ؛ ؟ ٪ ۔ ٭", ", ; ? % . *"), Golden("آمنة؟", "آمنة?"),
      Golden(stays: ". : ! « » ٫ ٬ …"),
    ])
  func asciiPunctuation(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.punctuation = .ascii })
    #expect(actual == expected)
  }

  @Test(
    "punctuation: arabic",
    arguments: [
      Golden("نعم, لا; هل?", "نعم، لا؛ هل؟"),
      Golden("نعم , «لا» , (هل)?", "نعم ، «لا» ، (هل)؟"),
      Golden("قال \"نعم\", ثم [لا]; ه\u{64C}?", "قال \"نعم\"، ثم [لا]؛ ه\u{64C}؟"),
      Golden(stays: "yes, no; 1,000 ١,٥ (1), ?"),
      Golden("نعم?? هل,,", "نعم؟? هل،,"),
      Golden("١٤٤٠هـ, ثم", "١٤٤٠هـ، ثم"),
      Golden(stays: ", نعم. ;"),
    ])
  func arabicPunctuation(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.punctuation = .arabic })
    #expect(actual == expected)
  }

  @Test(
    "spaces: collapse",
    arguments: [
      Golden("  نعم   لا  ", "نعم لا"),
      Golden(
        "a\tb\u{A0}c\u{1680}d\u{2000}e\u{200A}f\u{202F}g\u{205F}h\u{3000}i", "a b c d e f g h i"),
      Golden("a \t\u{A0} b", "a b"),
      Golden("a \n b \r\n c \r d", "a\nb\nc\nd"),
      Golden("a\r\n\r\nb\n\n\nc", "a\n\nb\n\n\nc"),
      Golden("a\u{85}b\u{B}c\u{C}d\u{2028}e\u{2029}f", "a\nb\nc\nd\ne\nf"),
      Golden("a \r \n b", "a\n\nb"),
      Golden("\n \n", "\n\n"),
      Golden(" \t ", ""),
      Golden("\r", "\n"),
      Golden("\r\r\n\n\r", "\n\n\n\n"),
      Golden(stays: "a\u{200B}b\u{0}c\u{1F}"),
    ])
  func spaces(_ golden: Golden) {
    let (actual, expected) = golden.outcome(options { $0.spaces = .collapse })
    #expect(actual == expected)
  }
}
