import Testing
import WarraqText
import WarraqTokenization

/// The pieces of a text, joined by `|`, each as profile `arabic` cuts it.
private func pieces(_ string: String) -> String {
  let text = SourceText(string)
  return Tokenizer().tokenize(text).map { text[$0.range] }.joined(separator: "|")
}

/// The kinds of a text's tokens.
private func kinds(_ string: String) -> [TokenKind] {
  Tokenizer().tokenize(SourceText(string)).map(\.kind)
}

@Suite("Profile arabic")
struct ArabicProfileTests {
  @Test(
    "Words, numbers and marks",
    arguments: [
      ("فـ\"داعش\" يرى", "فـ|\"|داعش|\"|يرى"),
      ("14آب 2018م", "14|آب|2018|م"),
      ("الـ15 والـCIA", "الـ|15|والـ|CIA"),
      ("قال:إن كذا.وقال", "قال|:|إن|كذا|.|وقال"),
      ("1,500 و٣٫٥٪ و12.5% و١٬٠٠٠", "1,500|و|٣٫٥٪|و|12.5%|و|١٬٠٠٠"),
      ("1،500 في 2015،2016", "1،500|في|2015|،|2016"),
      ("5.11.2018 و5/11/2018", "5|.|11|.|2018|و|5|/|11|/|2018"),
      ("د. أحمد وأ.د. منى ق.م. ثم", "د.|أحمد|وأ.د.|منى|ق.م.|ثم"),
      ("عام 2018 م. وقال", "عام|2018|م|.|وقال"),
      ("C39 وCOVID-19", "C39|و|COVID|-|19"),
      ("(نائب)؛ «كذا»؟", "(|نائب|)|؛|«|كذا|»|؟"),
      ("داعش\u{200F} هنا", "داعش|هنا"),
      ("ف'داعش' و’كذا’", "ف|'|داعش|'|و|’|كذا|’"),
    ])
  func cuts(_ input: String, _ expected: String) {
    #expect(pieces(input) == expected)
  }

  @Test(
    "Links",
    arguments: [
      ("انظر https://example.org/a_b?c=1. ثم", "انظر|https://example.org/a_b?c=1|.|ثم"),
      ("راسل a.b-c@example.org، وشكرًا", "راسل|a.b-c@example.org|،|وشكرًا"),
      ("#الذكاء_الاصطناعي @user_1 و#", "#الذكاء_الاصطناعي|@user_1|و|#"),
      ("www.example.com)", "www.example.com|)"),
      ("a@b ليس بريدًا", "a|@b|ليس|بريدًا"),
    ])
  func links(_ input: String, _ expected: String) {
    #expect(pieces(input) == expected)
  }

  @Test("Kinds")
  func kindsOfTokens() {
    #expect(
      kinds("كتاب book 12 ، $ http://a.b x@y.org #وسم @me 🙂")
        == [
          .arabicWord, .otherWord, .number, .punctuation, .symbol, .url, .email, .hashtag, .mention,
          .emoji,
        ])
  }

  @Test(
    "Folded keys",
    arguments: [
      ("إِسْلاميّـةٌ", "اسلاميه"), ("مستشفى", "مستشفي"), ("مسؤولين", "مسوولين"), ("ﻷﻥ", "لان"),
      ("١٤٤٥", "1445"), ("کتابی", "كتابي"), ("UNESCO", "unesco"), ("ﷲ", "الله"),
      ("\u{0627}\u{0654}سد", "اسد"),
    ])
  func keys(_ input: String, _ expected: String) {
    let tokens = Tokenizer().tokenize(SourceText(input))
    #expect(tokens.count == 1)
    #expect(tokens.key(at: 0) == expected)
  }
}
