/// The words, phrases and feature weights of a model, read in place.
///
/// Hash tables with open addressing; see `TaggerLayout.swift`.
@safe
package final class TaggerTables: Sendable {
  /// The bytes of a model. They are never written, and live as long as the object: either the
  /// program carries them, or `owned` keeps them.
  private nonisolated(unsafe) let base: UnsafeRawPointer
  private let owned: Bool
  private let featureSlots: Int
  private let wordSlots: Int
  private let phraseSlots: Int
  private let cellCount: Int
  private let offsets: TaggerLayout.Offsets

  /// Identifies the data, in hexadecimal.
  package let fingerprint: String
  /// Tokens before and behind a token that its evidence comes from.
  package let evidenceWindow: Int
  /// Scores of a label behind another one: a row for each label, and the last for the beginning of
  /// a sentence; forbidden ones are very low.
  package let transitions: [SIMD16<Int16>]
  /// Slope and intercept of each type's confidence.
  package let calibration: [(slope: Float, intercept: Float)]

  /// Reads a model that the program carries; `nil` where it is not one of this format.
  ///
  /// - Parameter bytes: Constant bytes, aligned to 8, that live as long as the program.
  package convenience init?(static bytes: UnsafeRawBufferPointer) {
    unsafe self.init(bytes, owned: false)
  }

  /// Reads a model that was just made.
  package convenience init?(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    // SAFETY: the copy has as many bytes; the object frees it.
    unsafe copy.copyBytes(from: bytes)
    unsafe self.init(UnsafeRawBufferPointer(copy), owned: true)
  }

  private init?(_ bytes: UnsafeRawBufferPointer, owned: Bool) {
    guard let start = bytes.baseAddress, bytes.count >= TaggerLayout.headerWords * 4 else {
      return nil
    }
    // SAFETY: the head is there; all sections are checked against the length before they are read,
    // and each look-up keeps to its section.
    unsafe base = start
    self.owned = owned
    func word(_ index: Int) -> UInt32 {
      unsafe UInt32(littleEndian: start.load(fromByteOffset: index * 4, as: UInt32.self))
    }
    func number(_ number: TaggerNumber) -> Int { Int(word(2 + number.rawValue)) }
    featureSlots = number(.featureSlots)
    wordSlots = number(.wordSlots)
    phraseSlots = number(.phraseSlots)
    cellCount = number(.cells)
    evidenceWindow = number(.evidenceWindow)
    let offsets = TaggerLayout.Offsets(
      featureSlots: featureSlots, cells: cellCount, wordSlots: wordSlots, phraseSlots: phraseSlots)
    self.offsets = offsets
    fingerprint = [word(3), word(2)].map { value in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
    let slots = [featureSlots, wordSlots, phraseSlots]
    guard word(0) == TaggerLayout.magic, word(1) == TaggerLayout.version,
      bytes.count >= offsets.end, slots.allSatisfy({ $0 > 0 && $0 & ($0 - 1) == 0 })
    else {
      transitions = []
      calibration = []
      return nil
    }
    transitions = (0..<TaggerLayout.transitionRows).map { row in
      var values = SIMD16<Int16>(repeating: 0)
      for lane in 0..<TaggerLayout.lanes {
        let at = offsets.transitions + (row * TaggerLayout.lanes + lane) * 2
        values[lane] = unsafe Int16(littleEndian: start.load(fromByteOffset: at, as: Int16.self))
      }
      return values
    }
    calibration = TaggedType.allCases.map { type in
      func value(_ index: Int) -> Float {
        let at = offsets.calibration + (Int(type.rawValue) * 2 + index) * 4
        return unsafe Float(
          bitPattern: UInt32(littleEndian: start.load(fromByteOffset: at, as: UInt32.self)))
      }
      return (value(0), value(1))
    }
  }

  deinit {
    if owned { unsafe UnsafeMutableRawPointer(mutating: base).deallocate() }
  }

  @inline(__always)
  private func slot(_ section: Int, _ index: Int) -> UInt64 {
    // SAFETY: the section has a slot of that index.
    unsafe UInt64(
      littleEndian: base.load(fromByteOffset: section &+ index &* 8, as: UInt64.self))
  }

  /// What is known of a word, by the hash of its folded form.
  ///
  /// - Complexity: O(1) on average.
  package func word(_ hash: UInt64) -> WordClass? {
    var index = TaggerLayout.slot(hash, wordSlots)
    while true {
      let value = slot(offsets.words, index)
      if value == 0 { return nil }
      if value >> 36 == hash >> 36 { return WordClass(bits: value & (1 << 36 - 1)) }
      index = (index &+ 1) & (wordSlots &- 1)
    }
  }

  /// What lists say of a phrase.
  ///
  /// - Complexity: O(1) on average.
  package func phrase(_ hash: UInt64) -> PhraseFlags {
    var index = TaggerLayout.slot(hash, phraseSlots)
    while true {
      let value = slot(offsets.phrases, index)
      if value == 0 { return [] }
      if value >> 32 == hash >> 32 {
        return PhraseFlags(rawValue: UInt32(truncatingIfNeeded: value))
      }
      index = (index &+ 1) & (phraseSlots &- 1)
    }
  }

  /// Adds the weights that a feature has for the labels of its own token.
  @inline(__always)
  package func addOwn(_ hash: UInt64, to row: inout SIMD16<Int16>) {
    forEachWeight(of: hash) { cell, weight in
      let label = cell &- 2 &* TaggerLabel.count
      if label >= 0, label < TaggerLabel.count { row[label] &+= weight }
    }
  }

  /// Calls a function with the cells of a feature that has any: offset * labels + label, weight.
  ///
  /// - Complexity: O(1) on average.
  @inline(__always)
  package func forEachWeight(of hash: UInt64, _ body: (_ cell: Int, _ weight: Int16) -> Void) {
    var index = TaggerLayout.slot(hash, featureSlots)
    while true {
      let value = slot(offsets.features, index)
      if value == 0 { return }
      if value >> 32 == hash >> 32 {
        let first = Int(value >> 6 & 0x3FF_FFFF)
        let end = min(first &+ Int(value & 63), cellCount)
        for cell in first..<max(first, end) {
          // SAFETY: below the number of cells.
          let bits = unsafe UInt16(
            littleEndian: base.load(
              fromByteOffset: offsets.cells &+ cell &* 2, as: UInt16.self))
          body(Int(bits & 63), Int16(bitPattern: bits) >> 6)
        }
        return
      }
      index = (index &+ 1) & (featureSlots &- 1)
    }
  }
}
