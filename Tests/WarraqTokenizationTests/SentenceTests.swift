import Testing
import WarraqText
import WarraqTokenization

/// The sentences of a text, joined by `|`.
private func sentences(_ string: String) -> String {
  let text = SourceText(string)
  let tokens = Tokenizer().tokenize(text)
  let lines = LineList(text, tokens: tokens)
  let marks = PairedMarks(text, tokens: tokens, lines: lines)
  return SentenceSegmenter().sentences(of: text, tokens: tokens, lines: lines, marks: marks)
    .map { text[$0.range] }.joined(separator: "|")
}

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "Ends and what is none",
    arguments: [
      ("قال كذا. ثم مضى.", "قال كذا.|ثم مضى."),
      ("هل عاد؟ نعم! عاد…", "هل عاد؟|نعم!|عاد…"),
      ("انتهى الأمر.وبدأ غيره", "انتهى الأمر.|وبدأ غيره"),
      ("التقى د. سمير أ.د. هدى في القاعة.", "التقى د. سمير أ.د. هدى في القاعة."),
      ("بلغ 3.5 في 5.11.2018 تقريبًا. ثم", "بلغ 3.5 في 5.11.2018 تقريبًا.|ثم"),
      ("الخليج وأوروبا.. شراكة جديدة", "الخليج وأوروبا.. شراكة جديدة"),
      ("قال \"تحالف محتمل... المناقشات بدأت\". ثم", "قال \"تحالف محتمل... المناقشات بدأت\".|ثم"),
      ("لكن... الأمر انتهى. ثم", "لكن... الأمر انتهى.|ثم"),
      ("قال: «انتهى الأمر.» ثم مضى.", "قال: «انتهى الأمر.»|ثم مضى."),
      ("قال: «انتهى الأمر.» وأضاف غيره.", "قال: «انتهى الأمر.» وأضاف غيره."),
      ("في عام 1445هـ. وقع كذا", "في عام 1445هـ. وقع كذا"),
      ("كتب وإلخ. وغيره", "كتب وإلخ. وغيره"),
      ("سطر أول\nسطر ثانٍ.\n\n  ثالث  ", "سطر أول|سطر ثانٍ.|ثالث"),
      ("كما ورد.[1] ثم", "كما ورد.[1]|ثم"),
      ("انتهى.1 ثم", "انتهى.1|ثم"),
      ("الأسباب: 1- الأول 2- الثاني", "الأسباب:|1- الأول 2- الثاني"),
      ("1. عنوان النقطة", "1. عنوان النقطة"),
      ("قال U.S. Navy كذا. ثم", "قال U.S. Navy كذا.|ثم"),
      ("قال: «انتهى الأمر.» ـ وغيره", "قال: «انتهى الأمر.»|ـ وغيره"),
      ("", ""),
    ])
  func cuts(_ input: String, _ expected: String) {
    #expect(sentences(input) == expected)
  }
}
