/// What decided that a stretch of text is a name.
///
/// The id stands in records as evidence. The confidence is the share of a rule's findings that we
/// expect to be right; it is a constant of the rule, not calibrated, except that each name of the
/// tagger has its own, calibrated on text that the model had not seen.
public struct EntityRule: Sendable, Hashable {
  /// Its name in records.
  public let id: String
  /// How sure it is, between 0 and 1.
  public let confidence: Double

  private init(_ id: String, _ confidence: Double) {
    self.id = id
    self.confidence = confidence
  }

  /// A name of the user's gazetteer.
  static let gazetteer = EntityRule("gazetteer", 1)
  /// A name of the lexicon that nearly always means its entity.
  static let lexicon = EntityRule("lexicon.sure", 0.97)
  /// A name that the lexicon lists with a generic head, the head left out: صحيفة [الشرق الأوسط].
  static let lexiconHead = EntityRule("lexicon.head", 0.98)
  /// An ambiguous name of the lexicon in quotation marks: «القاعدة».
  static let lexiconQuoted = EntityRule("lexicon.quoted", 0.93)
  /// An ambiguous name behind a head noun of its type or a title: تنظيم القاعدة, الرئيس الأسد.
  static let lexiconCued = EntityRule("lexicon.cued", 0.93)
  /// An ambiguous name whose entity stands elsewhere in the document for sure.
  static let lexiconDocument = EntityRule("lexicon.document", 0.85)
  /// A personal name right behind a title or office: وزير الخارجية الفرنسي جان مورو.
  static let personTitle = EntityRule("person.title", 0.92)
  /// A personal name that begins with a given name.
  static let personGiven = EntityRule("person.given-name", 0.85)
  /// A kunya, or a name with بن, ابن.
  static let personKunya = EntityRule("person.kunya", 0.88)
  /// A quotation that is a personal name from end to end.
  static let personQuoted = EntityRule("person.quoted", 0.9)
  /// Part of a personal name whose fuller form stands elsewhere in the document.
  static let personDocument = EntityRule("person.document", 0.85)
  /// Head and first word of an institution whose fuller name stands elsewhere in the document.
  static let institutionDocument = EntityRule("head.document", 0.85)
  /// A head noun with its complement: جامعة القاهرة, المركز المصري للفكر والدراسات.
  static let head = EntityRule("head.complement", 0.78)
  /// A head noun with a quotation: دورية "اتجاهات الأحداث".
  static let headQuoted = EntityRule("head.quoted", 0.9)
  /// A quotation that begins with a head noun: "جماعة أنصار الدين".
  static let quotedHead = EntityRule("quoted.head", 0.88)
  /// A quotation that names something already found in the document.
  static let quotedAgain = EntityRule("quoted.document", 0.85)
  /// The title behind «يكتب:» or «بعنوان».
  static let workTitle = EntityRule("work.title", 0.9)
  /// A numbered decision: القرار 1701, قرار مجلس الأمن رقم 2254.
  static let resolution = EntityRule("resolution.number", 0.9)
  /// A law named for what it governs: قانون حماية البيانات الشخصية.
  static let law = EntityRule("law.subject", 0.85)
  /// A head with a field of work, an ordinal or a portfolio: معهد بنادر للدراسات السياسية.
  static let headTail = EntityRule("head.tail", 0.85)
  /// The name before «يكتب:» and its like: هالة المنشاوي تكتب: (...).
  static let personWriter = EntityRule("person.writer", 0.95)
  /// The name behind «إعداد:», or at the head of a line before a role.
  static let personByline = EntityRule("person.byline", 0.9)
  /// The name between a verb and a role: تشرح إيمان التازي، مديرة المختبر.
  static let personRole = EntityRule("person.role", 0.88)
  /// Author, title and publisher of a note: [2] عادل نقولا، «المصرف» (بيروت: دار الميناء، 2023).
  static let reference = EntityRule("reference", 0.9)
  /// A quotation at the head of a list's entry: • «حوض بلا خريطة»، سيف الدين الراوي.
  static let listedWork = EntityRule("work.listed", 0.85)
  /// A name that a tag is made of: #الحشد_الشعبي.
  static let hashtag = EntityRule("hashtag", 0.93)
  /// A publisher or paper by its last word: سكاي نيوز, نيويورك تايمز.
  static let media = EntityRule("organization.media", 0.88)
  /// A title without marks behind the noun that announces it: كتابه كيف أفقرت أوروبا إفريقيا.
  static let bareWork = EntityRule("work.bare", 0.72)
  /// A second name in brackets: شركة نفط البحرين (بابكو).
  static let alias = EntityRule("alias.brackets", 0.9)
  /// Names that the statistical tagger finds; their confidence is the tagger's, this is its mean.
  static let taggerPerson = EntityRule("tagger.person", 0.85)
  static let taggerLocation = EntityRule("tagger.location", 0.85)
  static let taggerOrganization = EntityRule("tagger.organization", 0.75)
  static let taggerMiscellaneous = EntityRule("tagger.miscellaneous", 0.7)
  /// A place whose conjunction was put to the word before: تونسو الجزائر.
  static let lexiconFused = EntityRule("lexicon.fused", 0.9)
  /// A cued place between sure ones: السنغال، مالي، غينيا.
  static let lexiconList = EntityRule("lexicon.list", 0.93)
}
