/// `presentation_forms` and `ligatures`.
extension MappedText {
  /// Writes the presentation forms of U+FB50–FDEF and U+FE70–FEFC as plain letters.
  func replacingPresentationForms() -> MappedText {
    expanding { PresentationForms.shared[$0] }
  }

  /// Writes the word ligatures U+FDF0–FDFD as their words.
  func expandingLigatures() -> MappedText {
    expanding { PresentationForms.ligatures[$0] }
  }
}

/// The plain letters of presentation forms.
struct PresentationForms: Sendable {
  static let shared = PresentationForms()

  /// Compatibility mappings of the word ligatures (UnicodeData.txt), but the rial sign with Arabic
  /// yeh, and U+FDFD, which has no mapping, as the basmala.
  static let ligatures: [UInt32: [UInt32]] = [
    0xFDF0: "صلے", 0xFDF1: "قلے", 0xFDF2: "الله", 0xFDF3: "اكبر", 0xFDF4: "محمد",
    0xFDF5: "صلعم", 0xFDF6: "رسول", 0xFDF7: "عليه", 0xFDF8: "وسلم", 0xFDF9: "صلى",
    0xFDFA: "صلى الله عليه وسلم", 0xFDFB: "جل جلاله", 0xFDFC: "ريال",
    0xFDFD: "بسم الله الرحمن الرحيم",
  ].mapValues { $0.unicodeScalars.map(\.value) }

  private static let first: UInt32 = 0xFB50
  private static let last: UInt32 = 0xFEFC

  /// The letters of each scalar from `first`; empty where it has none.
  private let letters: [[UInt32]]

  private init() {
    var letters = [[UInt32]](repeating: [], count: Int(Self.last - Self.first) + 1)
    // By scalars: as characters, a space and a mark after it are one.
    for row in Self.rows.unicodeScalars.split(separator: "\n") {
      let fields = row.split(separator: " ")
      guard let scalar = UInt32(String(fields[0]), radix: 16) else {
        preconditionFailure("a row without its first scalar: \(String(row))")
      }
      for (index, field) in fields.dropFirst().enumerated() {
        letters[Int(scalar - Self.first) + index] = field.map(\.value)
      }
    }
    self.letters = letters
  }

  /// The plain letters, or marks, of a form; `nil` for other scalars.
  subscript(scalar: UInt32) -> [UInt32]? {
    guard Self.first...Self.last ~= scalar else { return nil }
    let letters = letters[Int(scalar - Self.first)]
    return letters.isEmpty ? nil : letters
  }

  /// The compatibility mappings of UnicodeData.txt, without the space or tatweel that carries
  /// isolated marks. A row names its first scalar and gives the letters of it and those after it.
  private static let rows = """
    FB50 ٱ ٱ ٻ ٻ ٻ ٻ پ پ پ پ ڀ ڀ ڀ ڀ ٺ ٺ
    FB60 ٺ ٺ ٿ ٿ ٿ ٿ ٹ ٹ ٹ ٹ ڤ ڤ ڤ ڤ ڦ ڦ
    FB70 ڦ ڦ ڄ ڄ ڄ ڄ ڃ ڃ ڃ ڃ چ چ چ چ ڇ ڇ
    FB80 ڇ ڇ ڍ ڍ ڌ ڌ ڎ ڎ ڈ ڈ ژ ژ ڑ ڑ ک ک
    FB90 ک ک گ گ گ گ ڳ ڳ ڳ ڳ ڱ ڱ ڱ ڱ ں ں
    FBA0 ڻ ڻ ڻ ڻ ۀ ۀ ہ ہ ہ ہ ھ ھ ھ ھ ے ے
    FBB0 ۓ ۓ
    FBD3 ڭ ڭ ڭ ڭ ۇ ۇ ۆ ۆ ۈ ۈ ٷ ۋ ۋ
    FBE0 ۅ ۅ ۉ ۉ ې ې ې ې ى ى ئا ئا ئە ئە ئو ئو
    FBF0 ئۇ ئۇ ئۆ ئۆ ئۈ ئۈ ئې ئې ئې ئى ئى ئى ی ی ی ی
    FC00 ئج ئح ئم ئى ئي بج بح بخ بم بى بي تج تح تخ تم تى
    FC10 تي ثج ثم ثى ثي جح جم حج حم خج خح خم سج سح سخ سم
    FC20 صح صم ضج ضح ضخ ضم طح طم ظم عج عم غج غم فج فح فخ
    FC30 فم فى في قح قم قى قي كا كج كح كخ كل كم كى كي لج
    FC40 لح لخ لم لى لي مج مح مخ مم مى مي نج نح نخ نم نى
    FC50 ني هج هم هى هي يج يح يخ يم يى يي ذٰ رٰ ىٰ \u{064C}\u{0651} \u{064D}\u{0651}
    FC60 \u{064E}\u{0651} \u{064F}\u{0651} \u{0650}\u{0651} \u{0651}\u{0670} ئر ئز ئم ئن
    FC68 ئى ئي بر بز بم بن بى بي
    FC70 تر تز تم تن تى تي ثر ثز ثم ثن ثى ثي فى في قى قي
    FC80 كا كل كم كى كي لم لى لي ما مم نر نز نم نن نى ني
    FC90 ىٰ ير يز يم ين يى يي ئج ئح ئخ ئم ئه بج بح بخ بم
    FCA0 به تج تح تخ تم ته ثم جح جم حج حم خج خم سج سح سخ
    FCB0 سم صح صخ صم ضج ضح ضخ ضم طح ظم عج عم غج غم فج فح
    FCC0 فخ فم قح قم كج كح كخ كل كم لج لح لخ لم له مج مح
    FCD0 مخ مم نج نح نخ نم نه هج هم هٰ يج يح يخ يم يه ئم
    FCE0 ئه بم به تم ته ثم ثه سم سه شم شه كل كم لم نم نه
    FCF0 يم يه \u{064E}\u{0651} \u{064F}\u{0651} \u{0650}\u{0651} طى طي عى عي غى غي سى
    FCFC سي شى شي حى
    FD00 حي جى جي خى خي صى صي ضى ضي شج شح شخ شم شر سر صر
    FD10 ضر طى طي عى عي غى غي سى سي شى شي حى حي جى جي خى
    FD20 خي صى صي ضى ضي شج شح شخ شم شر سر صر ضر شج شح شخ
    FD30 شم سه شه طم سج سح سخ شج شح شخ طم ظم اً اً
    FD50 تجم تحج تحج تحم تخم تمج تمح تمخ جمح جمح حمي حمى سحج سجح سجى سمح
    FD60 سمح سمج سمم سمم صحح صحح صمم شحم شحم شجي شمخ شمخ شمم شمم ضحى ضخم
    FD70 ضخم طمح طمح طمم طمي عجم عمم عمم عمى غمم غمي غمى فخم فخم قمح قمم
    FD80 لحم لحي لحى لجج لجج لخم لخم لمح لمح محج محم محي مجح مجم مخج مخم
    FD92 مجخ همج همم نحم نحى نجم نجم نجى نمي نمى يمم يمم بخي تجي
    FDA0 تجى تخي تخى تمي تمى جمي جحى جمى سخى صحي شحي ضحي لجي لمي يحي يجي
    FDB0 يمي ممي قمي نحي قمح لحم عمي كمي نجح مخي لجم كمم لجم نجح جحي حجي
    FDC0 مجي فمي بحي كمم عجم صمم سخي نجي
    FE70 \u{064B} \u{064B} \u{064C}
    FE74 \u{064D}
    FE76 \u{064E} \u{064E} \u{064F} \u{064F} \u{0650} \u{0650} \u{0651} \u{0651}
    FE7E \u{0652} \u{0652}
    FE80 ء آ آ أ أ ؤ ؤ إ إ ئ ئ ئ ئ ا ا ب
    FE90 ب ب ب ة ة ت ت ت ت ث ث ث ث ج ج ج
    FEA0 ج ح ح ح ح خ خ خ خ د د ذ ذ ر ر ز
    FEB0 ز س س س س ش ش ش ش ص ص ص ص ض ض ض
    FEC0 ض ط ط ط ط ظ ظ ظ ظ ع ع ع ع غ غ غ
    FED0 غ ف ف ف ف ق ق ق ق ك ك ك ك ل ل ل
    FEE0 ل م م م م ن ن ن ن ه ه ه ه و و ى
    FEF0 ى ي ي ي ي لآ لآ لأ لأ لإ لإ لا لا
    """
}
