import WarraqTokenization

/// Hashes of features: the template mixed with the hash of what fills it.
package enum FeatureHash {
  /// Fills a template with one value.
  @inline(__always)
  package static func of(_ template: FeatureTemplate, _ value: UInt64) -> UInt64 {
    mix(value ^ UInt64(template.rawValue) &* 0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9)
  }

  /// Fills a template with two values.
  @inline(__always)
  package static func of(_ template: FeatureTemplate, _ left: UInt64, _ right: UInt64) -> UInt64 {
    of(template, mix(left, 0x94D0_49BB_1331_11EB) ^ right)
  }

  /// The hash of a phrase that goes on with a word.
  @inline(__always)
  package static func phrase(_ phrase: UInt64, goingOnWith word: UInt64) -> UInt64 {
    mix(phrase ^ 0xD6E8_FEB8_6659_FD93, word | 1)
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// What features are made of. Raw values are part of the model's format.
package enum FeatureTemplate: UInt8, CaseIterable, Sendable {
  case bias, word, stem, prefix, suffix, coarse, fine, coarseOfOld, fineOfOld, stemFine
  case frequency, shape, listed, listedStem, listing
  case run, runWord
  case classBefore, classBehind, classAround
  case evidence, evidenceOfStem, evidenceBefore, evidenceBehind
  case sport
}
