/// How often each byte stands in some bytes, and how many of those above ASCII follow each other.
struct ByteCounts: Sendable {
  private(set) var counts = [Int](repeating: 0, count: 256)
  /// Bytes above ASCII.
  private(set) var high = 0
  /// Those of them behind another one. Arabic words are nothing else; accented letters of Latin
  /// script stand alone.
  private(set) var following = 0

  /// The counts of some bytes.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: some Sequence<UInt8>) {
    var isHigh = false
    for byte in bytes {
      counts[Int(byte)] += 1
      let follows = isHigh
      isHigh = byte >= 0x80
      guard isHigh else { continue }
      high += 1
      if follows { following += 1 }
    }
  }
}

/// How much bytes look like Arabic in a charset of single bytes.
struct ArabicEvidence: Sendable {
  /// Bytes above ASCII.
  private(set) var bytes = 0
  /// Those that are letters, marks and punctuation of Arabic, or of its neighbours' scripts.
  private(set) var fitting = 0
  /// What the letters cost by their frequency, in hundredths of a nat; the less, the likelier.
  private(set) var cost = 0

  /// The evidence in some bytes.
  init(_ bytes: ByteCounts, in charset: SingleByteCharset) {
    let counts = bytes.counts
    for byte in 0x80..<0x100 where counts[byte] > 0 {
      let weight = charset.scalars[byte].flatMap { Self.costs[$0] }
      self.bytes += counts[byte]
      if weight != nil { fitting += counts[byte] }
      cost += counts[byte] * (weight ?? Self.foreign)
    }
  }

  /// The share of the bytes that fit, 0 to 1.
  var fit: Double { bytes == 0 ? 0 : Double(fitting) / Double(bytes) }

  /// What a byte costs that Arabic does not have.
  private static let foreign = 1200

  /// The cost of characters: letters by their frequency in the articles of Corpus/gold/train.jsonl.
  /// Characters that are rare there, and those of Persian, Urdu and typography, stand behind them.
  private static let costs: [UInt32: Int] = {
    var costs = letters
    for scalar in others where costs[scalar] == nil { costs[scalar] = 900 }
    return costs
  }()

  private static let letters: [UInt32: Int] = [
    0x0627: 194, 0x0644: 226, 0x064A: 258, 0x0645: 277, 0x0648: 292, 0x0646: 293, 0x0631: 294,
    0x062A: 312, 0x0628: 338, 0x062F: 341, 0x0639: 348, 0x0629: 354, 0x0641: 358, 0x0633: 368,
    0x0642: 369, 0x0623: 380, 0x0647: 386, 0x062D: 408, 0x0643: 411, 0x060C: 427, 0x062C: 449,
    0x0635: 457, 0x0634: 471, 0x0637: 482, 0x0625: 485, 0x0649: 488, 0x062E: 496, 0x062B: 509,
    0x0632: 516, 0x0630: 519, 0x064B: 527, 0x0636: 529, 0x063A: 536, 0x0651: 554, 0x0626: 565,
    0x064F: 584, 0x0621: 585, 0x0638: 597, 0x0622: 650, 0x0624: 710, 0x061F: 765, 0x061B: 776,
    0x064E: 811, 0x0640: 898, 0x0650: 1059,
  ]

  private static let others: [UInt32] = [
    0x060C, 0x061B, 0x061F, 0x0640, 0x0621, 0x0622, 0x0624, 0x064B, 0x064C, 0x064D, 0x064E, 0x064F,
    0x0650, 0x0651, 0x0652, 0x067E, 0x0686, 0x0698, 0x06AF, 0x06A9, 0x06BA, 0x06BE, 0x06C1, 0x06D2,
    0x0679, 0x0688, 0x0691, 0x200C, 0x200D, 0x200E, 0x200F, 0x00A0, 0x00AB, 0x00BB, 0x2018, 0x2019,
    0x201C, 0x201D, 0x2013, 0x2014, 0x2022, 0x2026, 0x00AD, 0x00B7, 0x00B0,
  ]
}
