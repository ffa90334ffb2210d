import WarraqText

/// Finds Arabic that was read in the wrong encoding.
///
/// Reading it again must give Arabic without fail, so what is found is certain to repair.
enum MojibakeDamage {
  /// Arabic letters that a stretch must give at least.
  private static let fewestLetters = 4

  /// The damage of a line, one entry a stretch.
  static func find(in line: ScalarLine) -> [Damage] {
    guard line.scalars.contains(where: { 0x80...0x2122 ~= $0 && !$0.isArabicLetter }) else {
      return []
    }
    for page in [LegacyCodePage.windows1252, .windows1256] {
      let found = readAsUTF8(line, page)
      if !found.isEmpty { return found }
    }
    return readAsWindows1256(line)
  }

  // MARK: UTF-8

  /// Scalars whose bytes in a code page are UTF-8 of Arabic or of general punctuation.
  private static func readAsUTF8(_ line: ScalarLine, _ page: LegacyCodePage) -> [Damage] {
    var found: [Damage] = []
    var stretch = Stretch()
    var index = 0
    while index < line.scalars.count {
      if let (scalar, length) = decoded(line, at: index, page) {
        stretch.add(index..<index + length, scalar, in: line)
        index += length
      } else {
        // ASCII that is no letter may stand between words.
        if !line.scalars[index].isASCIIBetweenWords { stretch.end(.mojibakeUTF8, line, &found) }
        index += 1
      }
    }
    stretch.end(.mojibakeUTF8, line, &found)
    return found
  }

  /// The scalar that two or three scalars stand for as bytes.
  private static func decoded(
    _ line: ScalarLine, at index: Int, _ page: LegacyCodePage
  ) -> (scalar: UInt32, length: Int)? {
    func byte(_ index: Int) -> UInt32? {
      index < line.scalars.count ? page.byte(of: line.scalars[index]).map(UInt32.init) : nil
    }
    guard let lead = byte(index), let second = byte(index + 1), second & 0xC0 == 0x80 else {
      return nil
    }
    switch lead {
    case 0xC2, 0xD8...0xDB:
      return ((lead & 0x1F) << 6 | second & 0x3F, 2)
    case 0xE2 where second == 0x80:
      guard let third = byte(index + 2), third & 0xC0 == 0x80 else { return nil }
      return (0x2000 | third & 0x3F, 3)
    default: return nil
    }
  }

  // MARK: windows-1256

  /// Words all of whose scalars are letters of windows-1256 under another name.
  private static func readAsWindows1256(_ line: ScalarLine) -> [Damage] {
    var found: [Damage] = []
    var stretch = Stretch()
    for run in runs(of: line) {
      let scalars = run.map { index -> UInt32? in
        let scalar = line.scalars[index]
        guard scalar >= 0x80 else { return scalar }
        return LegacyCodePage.windows1252.byte(of: scalar).map {
          LegacyCodePage.windows1256.scalar(of: $0)
        }
      }
      let isArabic = scalars.allSatisfy { scalar in
        guard let scalar else { return false }
        return scalar.isArabicLetter || scalar.isMark || scalar == Named.tatweel
          || [0x060C, 0x061B, 0x061F, 0xAB, 0xBB].contains(scalar)
      }
      if isArabic {
        for (index, scalar) in zip(run, scalars) {
          if let scalar { stretch.add(index..<index + 1, scalar, in: line) }
        }
        stretch.words += 1
      } else {
        stretch.end(.mojibakeWindows1256, line, &found, fewestWords: 2)
      }
    }
    stretch.end(.mojibakeWindows1256, line, &found, fewestWords: 2)
    return found
  }

  /// The line without white space, ASCII digits, and ASCII and Arabic punctuation, in runs.
  private static func runs(of line: ScalarLine) -> [Range<Int>] {
    line.runs { !$0.isASCIIBetweenWords && ![0xA0, 0x060C, 0x061B, 0x061F].contains($0) }
  }

  /// Places that follow each other.
  private struct Stretch {
    var words = 0
    private var first = 0
    private var last = 0
    private var letters = 0
    private var edits: [Edit] = []

    mutating func add(_ range: Range<Int>, _ scalar: UInt32, in line: ScalarLine) {
      if edits.isEmpty { first = range.lowerBound }
      last = range.upperBound
      if scalar.isArabicLetter { letters += 1 }
      edits.append(Edit(range: line.bytes(range), scalars: [scalar]))
    }

    /// Ends the stretch; it is reported where it is long enough.
    mutating func end(
      _ kind: DamageKind, _ line: ScalarLine, _ found: inout [Damage], fewestWords: Int = 0
    ) {
      if letters >= MojibakeDamage.fewestLetters, words >= fewestWords {
        found.append(
          Damage(
            kind: kind, range: TextRange(utf8: line.bytes(first..<last)), count: edits.count,
            edits: edits))
      }
      self = Stretch()
    }
  }
}

extension UInt32 {
  /// An ASCII scalar that is no letter.
  fileprivate var isASCIIBetweenWords: Bool {
    self < 0x80 && !(0x41...0x5A ~= self) && !(0x61...0x7A ~= self)
  }
}
