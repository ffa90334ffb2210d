internal import CWarraqTagger
import Synchronization
public import WarraqTokenization

/// A stretch of tokens that the tagger takes for a name.
public struct TaggedName: Hashable, Sendable {
  /// The name's tokens.
  public var tokens: Range<Int>
  /// What it names.
  public var type: TaggedType
  /// How sure the tagger is, between 0 and 1: the share of names of such a margin that were right
  /// in parts of the corpora that the model had not seen.
  public var confidence: Float
}

/// Labels tokens by a linear-chain conditional random field (Lafferty et al. 2001), twice: the
/// second time with the evidence of how the same words were labelled elsewhere in the document
/// (Krishnan and Manning 2006).
///
/// Safe for any number of threads; the same text gives the same names whatever was tagged before.
public final class Tagger: Sendable {
  private let tables: TaggerTables
  private let decoder: LabelDecoder
  private let runRows: [SIMD16<Int16>]
  private let evidenceRows: [SIMD16<Int16>]
  private let idle = Mutex<[FormCache]>([])

  /// Identifies the model, in hexadecimal.
  public var fingerprint: String { tables.fingerprint }

  /// The tagger that the program carries.
  public static let shared: Tagger = {
    // SAFETY: the C array is constant, has as many bytes as told, is aligned and lives as long as
    // the program.
    let tables = unsafe TaggerTables(
      static: UnsafeRawBufferPointer(start: warraq_tagger_bytes(), count: warraq_tagger_size()))
    guard let tables else {
      preconditionFailure("the compiled model is damaged: run Scripts/train-entities")
    }
    return Tagger(tables)
  }()

  package init(_ tables: TaggerTables) {
    self.tables = tables
    decoder = LabelDecoder(transitions: tables.transitions)
    func row(_ feature: ContextFeature) -> SIMD16<Int16> {
      var row = SIMD16<Int16>(repeating: 0)
      tables.addOwn(feature.hash, to: &row)
      return row
    }
    runRows = (-1...1).flatMap { offset in
      (0..<PhraseRuns.codeCount).map { code in
        code == 0
          ? SIMD16(repeating: 0) : row(ContextFeatures.run(UInt8(code), offset: offset))
      }
    }
    evidenceRows = ContextFeatures.evidences.flatMap { template in
      (0..<EvidenceCode.count).map { row(ContextFeatures.evidence(template, UInt8($0))) }
    }
  }

  /// The names in a text.
  ///
  /// - Parameters:
  ///   - tokens: The text's tokens.
  ///   - sentences: Token ranges that names do not cross, in order.
  /// - Complexity: O(*n*).
  public func names(
    in tokens: TokenList, sentences: some Collection<Range<Int>>
  ) -> [TaggedName] {
    borrowingCache { cache in
      label(tokens, sentences, &cache, passes: 2)
      return names(cache, sentences)
    }
  }

  /// How frequent a word is, in half steps of log10 of its frequency, 0 to 15; 0 where it is not
  /// known.
  ///
  /// - Parameter hash: ``FoldedKey/hash(_:_:)`` of its folded key.
  public func frequency(of hash: UInt64) -> Int {
    Int(tables.word(hash)?.frequency ?? 0)
  }

  /// Whether the lists have a word as a particle or verb.
  ///
  /// - Parameter hash: As with ``frequency(of:)``.
  public func isFunctionWord(_ hash: UInt64) -> Bool {
    !tables.phrase(hash).isDisjoint(with: [NameList.function.flag, NameList.verb.flag])
  }

  /// The labels of a text's tokens after one pass or both.
  package func labels(
    of tokens: TokenList, sentences: some Collection<Range<Int>>, passes: Int
  ) -> [UInt8] {
    borrowingCache { cache in
      label(tokens, sentences, &cache, passes: passes)
      return cache.labels
    }
  }

  private func borrowingCache<Result>(_ body: (inout FormCache) -> Result) -> Result {
    var cache = idle.withLock { $0.popLast() } ?? FormCache(tables)
    let result = body(&cache)
    cache.trim()
    let kept = cache
    idle.withLock { $0.append(kept) }
    return result
  }

  private func label(
    _ tokens: TokenList, _ sentences: some Collection<Range<Int>>, _ cache: inout FormCache,
    passes: Int
  ) {
    cache.ids.removeAll(keepingCapacity: true)
    for token in tokens.indices {
      cache.ids.append(cache.number(tokens.keyHash(at: token), tokens, token))
    }
    let none = SIMD16<Int16>(repeating: 0)
    if cache.scores.count < tokens.count {
      cache.scores = [SIMD16<Int16>](repeating: none, count: tokens.count)
      cache.back = cache.scores
    }
    cache.labels = [UInt8](repeating: 0, count: tokens.count)
    let isSport = SportField.tokens(tokens.count) { cache.forms[Int(cache.ids[$0])].isSport }
    for sentence in sentences {
      score(sentence, tokens, &cache)
      for token in sentence where isSport[token] { addSport(token, sentence, tokens, &cache) }
      decoder.decode(
        sentence, scores: cache.scores, back: &cache.back, labels: &cache.labels)
    }
    guard passes > 1 else { return }
    let places = cache.ids.map { id in
      let form = cache.forms[Int(id)]
      return (own: form.evidence, stem: form.evidenceOfStem)
    }
    let codes = DocumentEvidence.codes(
      labels: cache.labels, places: places, window: tables.evidenceWindow, counts: &cache.counts)
    for sentence in sentences {
      addEvidence(codes, sentence, &cache)
      decoder.decode(
        sentence, scores: cache.scores, back: &cache.back, labels: &cache.labels)
    }
  }

  /// Sums up the weights of a sentence's tokens.
  private func score(
    _ sentence: Range<Int>, _ tokens: TokenList, _ cache: inout FormCache
  ) {
    let width = TaggerLayout.offsets
    func id(_ token: Int) -> Int32 {
      sentence.contains(token)
        ? cache.ids[token] : token < sentence.lowerBound ? FormCache.beginning : FormCache.end
    }
    cache.runs.removeAll()
    var covered = SIMD8<Int32>(repeating: 0)
    for token in sentence {
      let before = Int(id(token - 1))
      let own = Int(cache.ids[token])
      let behind = Int(id(token + 1))
      var score =
        cache.rows[before &* width &+ 1] &+ cache.rows[own &* width &+ 2]
        &+ cache.rows[behind &* width &+ 3]
      if token - 1 > sentence.lowerBound {
        score = score &+ cache.rows[Int(cache.ids[token - 2]) &* width]
      }
      if token + 2 < sentence.upperBound {
        score = score &+ cache.rows[Int(cache.ids[token + 2]) &* width &+ 4]
      }
      let (left, form, right) = (cache.forms[before], cache.forms[own], cache.forms[behind])
      for pair in 0..<ContextFeatures.pairs {
        let feature = ContextFeatures.pair(
          pair, classes: (left.neighbourClass, form.neighbourClass, right.neighbourClass))
        tables.addOwn(feature.hash, to: &score)
      }
      cache.scores[token] = score
      if !form.phraseStarts.isEmpty {
        let starts = cache.starts
        cache.runs.find(
          at: token, in: tokens, end: sentence.upperBound,
          starts: starts[Int(form.phraseStarts.lowerBound)..<Int(form.phraseStarts.upperBound)],
          covered: &covered, tables)
      }
    }
    for (token, code) in cache.runs.codes {
      for offset in -1...1 where sentence.contains(token - offset) {
        cache.scores[token - offset] =
          cache.scores[token - offset]
          &+ runRows[(offset + 1) * PhraseRuns.codeCount + Int(code)]
      }
    }
    for token in sentence { cache.scores[token] = Self.clamped(cache.scores[token]) }
  }

  private func addSport(
    _ token: Int, _ sentence: Range<Int>, _ tokens: TokenList, _ cache: inout FormCache
  ) {
    for offset in -1...1 where sentence.contains(token + offset) {
      let form = Int(cache.ids[token + offset])
      if cache.forms[form].sportRows < 0 { cache.addSportRows(form, tokens, token + offset) }
      cache.scores[token] =
        cache.scores[token] &+ cache.sportRows[Int(cache.forms[form].sportRows) + offset + 1]
    }
    cache.scores[token] = Self.clamped(cache.scores[token])
  }

  private func addEvidence(
    _ codes: [(own: UInt8, stem: UInt8)], _ sentence: Range<Int>,
    _ cache: inout FormCache
  ) {
    for token in sentence {
      var score =
        cache.scores[token] &+ evidenceRows[Int(codes[token].own)]
        &+ evidenceRows[EvidenceCode.count &+ Int(codes[token].stem)]
      if token > sentence.lowerBound {
        score = score &+ evidenceRows[2 &* EvidenceCode.count &+ Int(codes[token - 1].own)]
      }
      if token + 1 < sentence.upperBound {
        score = score &+ evidenceRows[3 &* EvidenceCode.count &+ Int(codes[token + 1].own)]
      }
      cache.scores[token] = Self.clamped(score)
    }
  }

  private static func clamped(_ score: SIMD16<Int16>) -> SIMD16<Int16> {
    let limit = SIMD16<Int16>(repeating: TaggerLayout.largestEmission)
    return pointwiseMax(pointwiseMin(score, limit), SIMD16(repeating: 0) &- limit)
  }

  // MARK: Names

  private func names(
    _ cache: FormCache, _ sentences: some Collection<Range<Int>>
  ) -> [TaggedName] {
    var names: [TaggedName] = []
    for sentence in sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard let type = TaggerLabel.type(Int(cache.labels[token])) else {
          token += 1
          continue
        }
        var end = token + 1
        while end < sentence.upperBound, Int(cache.labels[end]) == TaggerLabel.inside(type) {
          end += 1
        }
        let line = tables.calibration[Int(type.rawValue)]
        let margin = margin(token..<end, type, sentence, cache)
        names.append(
          TaggedName(
            tokens: token..<end, type: type,
            confidence: Self.logistic(line.slope * margin + line.intercept)))
        token = end
      }
    }
    return names
  }

  /// How much better a name's labels are than the best of: no name there, a name of another type.
  package func margins(
    in tokens: TokenList, sentences: some Collection<Range<Int>>, passes: Int
  ) -> [(name: TaggedName, margin: Float)] {
    borrowingCache { cache in
      label(tokens, sentences, &cache, passes: passes)
      return sentences.flatMap { sentence in
        names(cache, CollectionOfOne(sentence)).map {
          ($0, margin($0.tokens, $0.type, sentence, cache))
        }
      }
    }
  }

  private func margin(
    _ tokens: Range<Int>, _ type: TaggedType, _ sentence: Range<Int>, _ cache: FormCache
  ) -> Float {
    func transition(_ from: Int, _ to: Int) -> Int32 { Int32(decoder.transitions[from][to]) }
    let before =
      tokens.lowerBound == sentence.lowerBound
      ? TaggerLabel.count : Int(cache.labels[tokens.lowerBound - 1])
    let behind =
      tokens.upperBound == sentence.upperBound ? nil : Int(cache.labels[tokens.upperBound])
    func score(_ type: TaggedType?) -> Int32 {
      var sum: Int32 = 0
      var last = before
      for token in tokens {
        let label =
          type.map {
            token == tokens.lowerBound ? TaggerLabel.first($0) : TaggerLabel.inside($0)
          } ?? TaggerLabel.outside
        sum += transition(last, label) + Int32(cache.scores[token][label])
        last = label
      }
      if let behind { sum += transition(last, behind) }
      return sum
    }
    var other = score(nil)
    for rival in TaggedType.allCases where rival != type { other = max(other, score(rival)) }
    return Float(score(type) - other) / TaggerLayout.scale
  }

  /// 1 / (1 + e^-x), without Foundation: an approximation within 0.001.
  private static func logistic(_ x: Float) -> Float {
    // e^-x by squaring (1 - x/256) eight times.
    let clamped = max(-16, min(16, x))
    var power = 1 - clamped / 256
    for _ in 0..<8 { power *= power }
    return 1 / (1 + power)
  }
}
