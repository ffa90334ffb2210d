import WarraqTokenization

/// Whether a stretch of text is about matches: there names of cities are mostly clubs.
package enum SportField {
  /// Words to either side of a token that are looked at, and how many of them have to be of sport.
  private static let window = 60
  private static let fewest = 4

  private static let words: KeySet = [
    "مباراة", "المباراة", "مباريات", "المباريات", "فريق", "الفريق", "فريقه", "لاعب", "اللاعب",
    "لاعبين", "اللاعبين", "لاعبي", "مدرب", "المدرب", "مدربه", "منتخب", "المنتخب", "منتخبات",
    "المنتخبات", "الدوري", "دوري", "كأس", "الكأس", "بطولة", "البطولة", "بطولات", "هدف", "هدفا",
    "هدفين", "أهداف", "مرمى", "المرمى", "حارس", "شباك", "الشوط", "شوط", "مهاجم", "المهاجم",
    "مدافع", "ملعب", "الملعب", "التعادل", "بالتعادل", "نادي", "النادي", "أندية", "الأندية",
    "المونديال", "مونديال", "ركلة", "تسديدة", "الحكم", "نقطة", "الجولة", "جولة", "التصفيات",
    "نهائي", "النهائي", "كرة", "الكرة", "بهدف", "الموسم", "تشكيلة", "بطل", "الدفاع", "الهجوم",
  ]

  /// Whether a word speaks of sport.
  package static func contains(_ hash: UInt64) -> Bool { words.contains(hash) }

  /// For each token whether the text around it is of sport.
  ///
  /// - Complexity: O(*n*).
  package static func tokens(_ count: Int, isSport: (Int) -> Bool) -> [Bool] {
    var result = [Bool](repeating: false, count: count)
    var inWindow = 0
    for token in 0..<min(window, count) where isSport(token) { inWindow += 1 }
    for token in 0..<count {
      if token + window < count, isSport(token + window) { inWindow += 1 }
      if token > window, isSport(token - window - 1) { inWindow -= 1 }
      result[token] = inWindow >= fewest
    }
    return result
  }
}
