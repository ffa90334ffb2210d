import WarraqTagger
import WarraqTokenization

/// Writes compiled models; see `TaggerLayout.swift`.
struct ModelWriter {
  var tables: TableBuilder
  var evidenceWindow: Int
  /// Lines of each type's confidence.
  var calibration: [(slope: Float, intercept: Float)] = .init(repeating: (1, 0), count: 4)

  /// The bytes of a model.
  ///
  /// - Parameters:
  ///   - weights: For each feature the cells that have a weight, in units.
  ///   - transitions: Rows of weights.
  func bytes(
    weights: [(hash: UInt64, cells: [(cell: Int, weight: Int)])], transitions: [[Float]]
  ) -> [UInt8] {
    let kept = weights.filter { !$0.cells.isEmpty }.sorted { $0.hash < $1.hash }
    let featureSlots = Self.slots(kept.count)
    let wordSlots = Self.slots(tables.words.count)
    let phraseSlots = Self.slots(tables.phrases.count)
    var cells: [UInt16] = []
    var features: [(UInt64, UInt64)] = []
    for feature in kept {
      features.append((feature.hash, UInt64(cells.count) << 6 | UInt64(feature.cells.count)))
      for (cell, weight) in feature.cells {
        cells.append(UInt16(bitPattern: Int16(weight) << 6) | UInt16(cell))
      }
    }
    var bytes: [UInt8] = []
    func append<Word: FixedWidthInteger>(_ word: Word) {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(TaggerLayout.magic)
    append(TaggerLayout.version)
    for number in TaggerNumber.allCases {
      switch number {
      case .fingerprintLow, .fingerprintHigh: append(UInt32(0))
      case .featureSlots: append(UInt32(featureSlots))
      case .cells: append(UInt32(cells.count))
      case .wordSlots: append(UInt32(wordSlots))
      case .phraseSlots: append(UInt32(phraseSlots))
      case .evidenceWindow: append(UInt32(evidenceWindow))
      }
    }
    while bytes.count < TaggerLayout.headerWords * 4 { append(UInt32(0)) }
    for (row, weights) in transitions.enumerated() {
      for label in 0..<TaggerLayout.lanes {
        let previous = row == TaggerLabel.count ? nil : row
        let isAllowed = label < TaggerLabel.count && TaggerLabel.mayFollow(previous, label)
        append(
          isAllowed
            ? Int16((weights[label] * TaggerLayout.scale).rounded()) : TaggerLayout.forbidden)
      }
    }
    for line in calibration {
      append(line.slope.bitPattern)
      append(line.intercept.bitPattern)
    }
    for slot in Self.table(features, slots: featureSlots, hashShift: 32) { append(slot) }
    let words = tables.words.map { ($0.key, $0.value.bits) }
    for slot in Self.table(words, slots: wordSlots, hashShift: 36) { append(slot) }
    let phrases = tables.phrases.map { ($0.key, UInt64($0.value.rawValue)) }
    for slot in Self.table(phrases, slots: phraseSlots, hashShift: 32) { append(slot) }
    for cell in cells { append(cell) }
    while bytes.count % 8 != 0 { bytes.append(0) }
    let fingerprint = FoldedKey.hash(bytes.span, 0..<bytes.count)
    for byte in 0..<8 { bytes[8 + byte] = UInt8(truncatingIfNeeded: fingerprint >> (byte * 8)) }
    return bytes
  }

  /// A power of two that leaves at least a fifth of the slots empty.
  private static func slots(_ count: Int) -> Int {
    var slots = 16
    while slots * 4 < count * 5 { slots *= 2 }
    return slots
  }

  /// A hash table: entries in the order of their hashes, so that the same entries make the same
  /// bytes. Where two agree in the part of the hash that is kept, only the first is found.
  private static func table(
    _ entries: [(hash: UInt64, value: UInt64)], slots: Int, hashShift: UInt64
  ) -> [UInt64] {
    var table = [UInt64](repeating: 0, count: slots)
    for entry in entries.sorted(by: { $0.hash < $1.hash }) {
      var slot = TaggerLayout.slot(entry.hash, slots)
      while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] = (entry.hash >> hashShift) << hashShift | entry.value
    }
    return table
  }
}
