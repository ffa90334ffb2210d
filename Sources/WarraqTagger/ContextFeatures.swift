package import WarraqTokenization

/// A feature of a token in its place, which bears on the token's own label.
package struct ContextFeature: Hashable, Sendable {
  package var hash: UInt64
  package var template: FeatureTemplate
}

/// Runs of tokens that lists have as phrases of two words or more.
///
/// A code tells the list's group, whether the token is the run's first, last or another one, and
/// whether the run has more than two tokens; 0 is no run.
package struct PhraseRuns: Sendable {
  /// Codes of the tokens of one sentence, up to one a group; most have none.
  package private(set) var codes: [(token: Int, code: UInt8)] = []

  /// How many codes there are, 0 included.
  package static let codeCount = 1 + RunGroup.allCases.count * 6

  /// Longest phrases looked up, in tokens.
  private static let longest = 8

  package init() {}

  /// Finds the runs that begin at a token: of each group the longest, unless an earlier run of the
  /// group covers the token.
  ///
  /// - Parameters:
  ///   - starts: What the first word may be, clitics peeled or not.
  ///   - end: The end of the sentence.
  ///   - covered: For each group the first token that no run covers yet.
  package mutating func find(
    at token: Int, in tokens: TokenList, end: Int, starts: ArraySlice<UInt64>,
    covered: inout SIMD8<Int32>, _ tables: TaggerTables
  ) {
    var ends = SIMD8<Int32>(repeating: 0)
    for start in starts {
      var phrase = start
      var position = token + 1
      var flags = tables.phrase(phrase)
      while flags.contains(.goesOn), position < end, position - token < Self.longest {
        phrase = FeatureHash.phrase(phrase, goingOnWith: tokens.keyHash(at: position))
        flags = tables.phrase(phrase)
        position += 1
        guard !flags.isEmpty else { break }
        for (group, lists) in RunGroup.all.enumerated() where !flags.isDisjoint(with: lists) {
          ends[group] = max(ends[group], Int32(position))
        }
      }
    }
    for group in 0..<RunGroup.all.count where ends[group] > 0 && Int(covered[group]) <= token {
      covered[group] = ends[group]
      let count = Int(ends[group]) - token
      for index in token..<Int(ends[group]) {
        let place = index == token ? 0 : index + 1 == Int(ends[group]) ? 2 : 1
        codes.append((index, UInt8(1 + group * 6 + place * 2 + (count > 2 ? 1 : 0))))
      }
    }
  }

  package mutating func removeAll() { codes.removeAll(keepingCapacity: true) }
}

/// Features of tokens in their place.
package enum ContextFeatures {
  /// The feature of a run's code at a token `offset` tokens from the labelled one, -1 to 1.
  @inline(__always)
  package static func run(_ code: UInt8, offset: Int) -> ContextFeature {
    ContextFeature(
      hash: FeatureHash.of(.run, UInt64(code) | UInt64(offset + 1) << 16), template: .run)
  }

  /// What stands beside a sentence's first and last token.
  package static let beginning = (word: UInt64(0x62), neighbourClass: UInt64(2000))
  package static let end = (word: UInt64(0x65), neighbourClass: UInt64(2001))

  /// How many features of neighbours taken together there are.
  package static let pairs = 3

  /// Features of a token and its neighbours taken together.
  @inline(__always)
  package static func pair(
    _ index: Int, classes: (UInt64, UInt64, UInt64)
  ) -> ContextFeature {
    let (template, left, right): (FeatureTemplate, UInt64, UInt64) =
      switch index {
      case 0: (.classBefore, classes.0, classes.1)
      case 1: (.classBehind, classes.1, classes.2)
      default: (.classAround, classes.0, classes.2)
      }
    return ContextFeature(hash: FeatureHash.of(template, left, right), template: template)
  }

  /// A feature of a form at a token `offset` tokens from the labelled one, -1 to 1, where the text is
  /// of sport; `nil` where the form's feature has none.
  package static func sport(_ feature: FormFeature, offset: Int) -> ContextFeature? {
    let isUsed =
      switch feature.template {
      case .coarse: true
      case .stem, .fine, .fineOfOld, .listed, .listedStem: offset == 0
      default: false
      }
    guard isUsed else { return nil }
    return ContextFeature(
      hash: FeatureHash.of(.sport, feature.hash, UInt64(offset + 1)), template: .sport)
  }

  /// Features of what the document says of a word elsewhere.
  package static let evidences: [FeatureTemplate] = [
    .evidence, .evidenceOfStem, .evidenceBefore, .evidenceBehind,
  ]

  package static func evidence(_ template: FeatureTemplate, _ code: UInt8) -> ContextFeature {
    ContextFeature(hash: FeatureHash.of(template, UInt64(code)), template: template)
  }
}
