import WarraqTagger
import WarraqTokenization

/// Which features a model is trained with.
struct FeatureChoice: Sendable {
  /// Templates left out.
  var without: Set<FeatureTemplate> = []
  /// Tokens that a feature must occur at.
  var fewest = 2
  /// Whether each corpus has copies of all features beside the common ones (Daumé 2007).
  var copies = true
}

/// Sentences of one corpus, with codes of evidence or without.
struct TrainingPart {
  var corpus: LabelledCorpus
  /// The number of the corpus; that of the corpus whose conventions are learned is 0.
  var source: Int
  var sentences: [Range<Int>]
  /// For each token of the corpus whether the text around it is of sport.
  var isSport: [Bool]
  /// For each token the codes of its evidence; `nil` for the first pass.
  var evidence: [(own: UInt8, stem: UInt8)]?
}

/// Sentences as numbers: for each token the rows of weights that bear on its labels.
///
/// What a word form adds to the labels around it is summed up once a form, not once a token.
struct TrainingSet {
  /// Rows of each form and offset: `rows[bounds[form * offsets + offset]..<bounds[... + 1]]`.
  private(set) var formRows: [Int32] = []
  private(set) var formBounds: [Int32] = [0]
  var formCount: Int { (formBounds.count - 1) / TaggerLayout.offsets }

  /// For each token its form, its own rows and its label.
  private(set) var forms: [Int32] = []
  private(set) var ownRows: [Int32] = []
  private(set) var ownBounds: [Int32] = [0]
  private(set) var labels: [UInt8] = []
  private(set) var sentences: [Range<Int>] = []
  /// Number of the form at a sentence's edges, a source: beginning, end.
  private(set) var edges: [(Int32, Int32)] = []
  private(set) var sources: [Int] = []

  /// What a row is: a feature, and the offset of the token labelled. Copies for a source other than
  /// the first are of no use later.
  struct Row {
    var hash: UInt64
    var offset: Int
    var template: FeatureTemplate
    /// Common to all corpora, or of the first one.
    var isKept: Bool
  }
  private(set) var rows: [Row] = []
  private var numbers: [RowKey: Int32] = [:]

  private struct RowKey: Hashable {
    var hash: UInt64
    /// Offset, and behind it the source + 1, 0 for common rows.
    var place: UInt8
  }

  init(_ parts: [TrainingPart], _ tables: TaggerTables, _ choice: FeatureChoice) {
    var known: [UInt64: Int32] = [:]
    var words: [WordForm] = []
    // Count how often each feature occurs; sentences that stand there a second time with evidence
    // count once.
    var counts: [UInt64: Int32] = [:]
    var partForms: [[Int32]] = []
    for part in parts {
      let tokens = part.corpus.tokens
      var ids: [Int32] = []
      ids.reserveCapacity(tokens.count)
      for token in tokens.indices {
        let hash = tokens.keyHash(at: token)
        if let number = known[hash] {
          ids.append(number)
          continue
        }
        known[hash] = Int32(words.count)
        ids.append(Int32(words.count))
        words.append(
          WordForm(tokens.keyPool.span, tokens.keyRange(at: token), hash: hash, tables))
      }
      partForms.append(ids)
      for sentence in part.sentences where part.evidence == nil {
        for token in sentence {
          for feature in words[Int(ids[token])].features
          where !choice.without.contains(feature.template) {
            counts[feature.hash, default: 0] += 1
          }
        }
      }
    }
    let sourceCount = (parts.map(\.source).max() ?? 0) + 1
    let copies = choice.copies && sourceCount > 1

    func row(_ hash: UInt64, _ template: FeatureTemplate, _ offset: Int, _ source: Int?) -> Int32 {
      let key = RowKey(hash: hash, place: UInt8(offset + 8 * ((source ?? -1) + 1)))
      if let number = numbers[key] { return number }
      let number = Int32(rows.count)
      numbers[key] = number
      rows.append(
        Row(hash: hash, offset: offset, template: template, isKept: (source ?? 0) == 0))
      return number
    }
    // Forms, a source.
    var placed: [[Int32]] = .init(
      repeating: [Int32](repeating: -1, count: words.count), count: sourceCount)
    func addForm(_ features: [FormFeature], _ source: Int) -> Int32 {
      let number = Int32(formCount)
      for offset in 0..<TaggerLayout.offsets {
        for feature in features where feature.reach >= abs(offset - 2) {
          formRows.append(row(feature.hash, feature.template, offset, nil))
          if copies { formRows.append(row(feature.hash, feature.template, offset, source)) }
        }
        formBounds.append(Int32(formRows.count))
      }
      return number
    }
    for source in 0..<sourceCount {
      edges.append(
        (
          addForm([EdgeForm.feature(ContextFeatures.beginning.word)], source),
          addForm([EdgeForm.feature(ContextFeatures.end.word)], source)
        ))
    }
    // Features of tokens in their place are counted first, too.
    var contextCounts: [UInt64: Int32] = [:]
    for isCounting in [true, false] {
      for (part, ids) in zip(parts, partForms) {
        for sentence in part.sentences {
          let context = Self.context(part, ids, words, sentence, tables)
          if isCounting {
            for feature in context.joined()
            where part.evidence == nil || ContextFeatures.evidences.contains(feature.template) {
              contextCounts[feature.hash, default: 0] += 1
            }
            continue
          }
          sources.append(part.source)
          sentences.append(labels.count..<(labels.count + sentence.count))
          for (index, token) in sentence.enumerated() {
            let id = Int(ids[token])
            if placed[part.source][id] < 0 {
              placed[part.source][id] = addForm(
                words[id].features.filter {
                  counts[$0.hash, default: 0] >= choice.fewest
                }, part.source)
            }
            forms.append(placed[part.source][id])
            labels.append(part.corpus.labels[token])
            for feature in context[index]
            where !choice.without.contains(feature.template)
              && contextCounts[feature.hash, default: 0] >= choice.fewest
            {
              ownRows.append(row(feature.hash, feature.template, 2, nil))
              if copies { ownRows.append(row(feature.hash, feature.template, 2, part.source)) }
            }
            ownBounds.append(Int32(ownRows.count))
          }
        }
      }
    }
    numbers = [:]
  }

  /// Features of a sentence's tokens in their place.
  private static func context(
    _ part: TrainingPart, _ ids: [Int32], _ words: [WordForm], _ sentence: Range<Int>,
    _ tables: TaggerTables
  ) -> [[ContextFeature]] {
    var features = [[ContextFeature]](repeating: [], count: sentence.count)
    var runs = PhraseRuns()
    var covered = SIMD8<Int32>(repeating: 0)
    let tokens = part.corpus.tokens
    for token in sentence where part.isSport[token] {
      for offset in -1...1 where sentence.contains(token + offset) {
        features[token - sentence.lowerBound] += words[Int(ids[token + offset])].features.compactMap
        {
          ContextFeatures.sport($0, offset: offset)
        }
      }
    }
    func neighbourClass(_ token: Int) -> UInt64 {
      if token < sentence.lowerBound { return ContextFeatures.beginning.neighbourClass }
      if token >= sentence.upperBound { return ContextFeatures.end.neighbourClass }
      return words[Int(ids[token])].neighbourClass
    }
    for token in sentence {
      let classes = (neighbourClass(token - 1), neighbourClass(token), neighbourClass(token + 1))
      for pair in 0..<ContextFeatures.pairs {
        features[token - sentence.lowerBound].append(
          ContextFeatures.pair(pair, classes: classes))
      }
      let starts = words[Int(ids[token])].phraseStarts.filter {
        tables.phrase($0).contains(.goesOn)
      }
      runs.find(
        at: token, in: tokens, end: sentence.upperBound, starts: starts[...], covered: &covered,
        tables)
      if let evidence = part.evidence {
        for template in ContextFeatures.evidences {
          let code: UInt8
          switch template {
          case .evidence: code = evidence[token].own
          case .evidenceOfStem: code = evidence[token].stem
          case .evidenceBefore where token > sentence.lowerBound: code = evidence[token - 1].own
          case .evidenceBehind where token + 1 < sentence.upperBound:
            code = evidence[token + 1].own
          default: continue
          }
          features[token - sentence.lowerBound].append(ContextFeatures.evidence(template, code))
        }
      }
    }
    for (token, code) in runs.codes {
      for offset in -1...1 where sentence.contains(token - offset) {
        features[token - offset - sentence.lowerBound].append(
          ContextFeatures.run(code, offset: offset))
      }
    }
    return features
  }
}
