// The compiled model, format 1: little-endian, sections aligned to 8 bytes.
//
//   word 0      magic "WRQT"
//   word 1      format version
//   word 2...   counts and numbers, in the order of `TaggerNumber`
//   then        the sections, in the order of `TaggerSection`
//
// Three hash tables with open addressing are read in place; each has a power of two of slots and
// is never full. A slot holds part of a 64-bit hash and what is looked up, zero where it is empty.
//
//   features    high half of the feature's hash; first cell << 6 | number of cells (at least 1)
//   words       28 bits of the folded form's hash and its clusters and frequency (`WordClass`)
//   phrases     high half of the phrase's hash; what the phrase is (`PhraseFlags`)
//
// A cell is a weight for one offset and label: 6 bits of offset * labels + label, 10 bits of weight
// in units of 1/64.

/// The numbers of a compiled model's head, in order.
package enum TaggerNumber: Int, CaseIterable {
  /// Hash of the data, two words.
  case fingerprintLow, fingerprintHigh
  case featureSlots, cells, wordSlots, phraseSlots
  /// Tokens before and behind a token that its evidence comes from.
  case evidenceWindow
}

/// Numbers that reader and writer share.
package enum TaggerLayout {
  package static let magic: UInt32 = 0x5451_5257
  package static let version: UInt32 = 1
  /// Words of the head, rounded up to 8 bytes.
  package static let headerWords = (2 + TaggerNumber.allCases.count + 1) / 2 * 2
  /// Neighbours that a word's features bear on: two before it to two behind it.
  package static let offsets = 5
  /// Weights are kept in these parts of one.
  package static let scale: Float = 64
  /// Largest weight, in units.
  package static let largest = 511
  /// Largest sum of weights of a token, in units; see `LabelDecoder.swift`.
  package static let largestEmission: Int16 = 3000
  /// Score of a forbidden transition, in units.
  package static let forbidden: Int16 = -8000
  /// Transitions: from each label, and from the beginning of a sentence; padded to whole vectors.
  package static let transitionRows = TaggerLabel.count + 1
  package static let lanes = 16
  /// Words of calibration: a line for each type, slope and intercept.
  package static let calibrationWords = 8

  /// Where the sections begin, in bytes.
  package struct Offsets {
    package var transitions, calibration, features, cells, words, phrases, end: Int

    package init(featureSlots: Int, cells cellCount: Int, wordSlots: Int, phraseSlots: Int) {
      transitions = headerWords * 4
      calibration = transitions + transitionRows * lanes * 2
      features = calibration + calibrationWords * 4
      words = features + featureSlots * 8
      phrases = words + wordSlots * 8
      cells = phrases + phraseSlots * 8
      end = cells + (cellCount * 2 + 7) / 8 * 8
    }
  }

  /// The slot where the search for a hash begins.
  @inline(__always)
  package static func slot(_ hash: UInt64, _ slots: Int) -> Int {
    Int(truncatingIfNeeded: hash & UInt64(slots - 1))
  }
}

/// Clusters and frequency of a word, as kept in a model.
package struct WordClass: Hashable, Sendable {
  /// Two clusterings of different texts, each coarse (100) and fine (500); 127 and 511: not known.
  package var coarse: UInt8
  package var fine: UInt16
  package var coarseOfOld: UInt8
  package var fineOfOld: UInt16
  /// Half steps of log10 of the frequency; 0: not known.
  package var frequency: UInt8

  package static let noCoarse: UInt8 = 127
  package static let noFine: UInt16 = 511

  package init(
    coarse: UInt8 = noCoarse, fine: UInt16 = noFine, coarseOfOld: UInt8 = noCoarse,
    fineOfOld: UInt16 = noFine, frequency: UInt8 = 0
  ) {
    self.coarse = coarse
    self.fine = fine
    self.coarseOfOld = coarseOfOld
    self.fineOfOld = fineOfOld
    self.frequency = frequency
  }

  /// 36 bits; never zero.
  package var bits: UInt64 {
    UInt64(coarse) | UInt64(fine) << 7 | UInt64(coarseOfOld) << 16 | UInt64(fineOfOld) << 23
      | UInt64(frequency) << 32
  }

  package init(bits: UInt64) {
    coarse = UInt8(bits & 127)
    fine = UInt16(bits >> 7 & 511)
    coarseOfOld = UInt8(bits >> 16 & 127)
    fineOfOld = UInt16(bits >> 23 & 511)
    frequency = UInt8(bits >> 32 & 15)
  }
}

/// What a word or phrase is in the lists that a model is trained with.
package struct PhraseFlags: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A longer phrase begins with this one.
  package static let goesOn = PhraseFlags(rawValue: 1 << 31)
  /// The number of flags beside ``goesOn``.
  package static let count = 31
}
