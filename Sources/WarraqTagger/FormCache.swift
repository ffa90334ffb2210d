import WarraqTokenization

/// Word forms met so far, each with the sums of its weights: most words of a text cost one look-up.
///
/// Kept from document to document; what is in it depends on the forms alone, so results do not
/// depend on what came before.
struct FormCache: Sendable {
  /// Forms that are kept from one document to the next.
  static let keptForms = 1 << 16

  /// What is kept of a form.
  struct Form: Sendable {
    var hash: UInt64
    var neighbourClass: UInt64
    /// Phrases may begin with one of these.
    var phraseStarts: Range<Int32>
    /// Places of counts: of the form, and of what is left behind its clitics (-1: nothing).
    var evidence: Int32
    var evidenceOfStem: Int32
    var isSport = false
    /// The place of its rows where the text is of sport, -1 where they are not summed up yet.
    var sportRows: Int32 = -1
  }

  let tables: TaggerTables
  private(set) var forms: [Form] = []
  /// For each form ``TaggerLayout/offsets`` rows: what it adds to the labels of the token two
  /// behind it, one behind it, its own, and so on.
  private(set) var rows: [SIMD16<Int16>] = []
  /// For each form that was met in text of sport what it adds there to the token before it, its own
  /// and the one behind it.
  private(set) var sportRows: [SIMD16<Int16>] = []
  private(set) var starts: [UInt64] = []
  /// Labels given to the words of the document in view, by place of evidence; zero between
  /// documents.
  var counts: [SIMD16<Int32>] = []
  private var slots: [Int32]
  private var evidenceSlots: [Int32]
  private var evidenceHashes: [UInt64] = []
  /// Number of the form that stands before the first and behind the last token of a sentence.
  static let beginning: Int32 = 0
  static let end: Int32 = 1

  /// Buffers of ``Tagger``, kept for their capacity: for each token its form, its label, the
  /// scores of its labels, and the labels before them on the best way.
  var ids: [Int32] = []
  var labels: [UInt8] = []
  var scores: [SIMD16<Int16>] = []
  var back: [SIMD16<Int16>] = []
  var runs = PhraseRuns()

  init(_ tables: TaggerTables) {
    self.tables = tables
    slots = [Int32](repeating: -1, count: 1 << 12)
    evidenceSlots = [Int32](repeating: -1, count: 1 << 12)
    addEdges()
  }

  /// Forgets everything where much has gathered; to be called between documents.
  mutating func trim() {
    guard forms.count > Self.keptForms else { return }
    forms = []
    rows = []
    sportRows = []
    starts = []
    counts = []
    evidenceHashes = []
    slots = [Int32](repeating: -1, count: 1 << 12)
    evidenceSlots = [Int32](repeating: -1, count: 1 << 12)
    addEdges()
  }

  private mutating func addEdges() {
    for edge in [ContextFeatures.beginning, ContextFeatures.end] {
      insert(
        Form(
          hash: edge.word, neighbourClass: edge.neighbourClass, phraseStarts: 0..<0, evidence: -1,
          evidenceOfStem: -1),
        [EdgeForm.feature(edge.word)])
    }
  }

  /// The number of a form.
  ///
  /// - Complexity: O(1) on average for a form met before, else O(length of the key).
  @inline(__always)
  mutating func number(_ hash: UInt64, _ tokens: TokenList, _ token: Int) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while true {
      let number = slots[slot]
      if number < 0 { return add(hash, tokens, token) }
      if forms[Int(number)].hash == hash { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  @inline(never)
  private mutating func add(_ hash: UInt64, _ tokens: TokenList, _ token: Int) -> Int32 {
    let word = WordForm(tokens.keyPool.span, tokens.keyRange(at: token), hash: hash, tables)
    let first = Int32(starts.count)
    starts += word.phraseStarts.filter { tables.phrase($0).contains(.goesOn) }
    let own = evidencePlace(hash)
    let ofStem = word.stem == 0 ? -1 : evidencePlace(word.stem)
    let number = insert(
      Form(
        hash: hash, neighbourClass: word.neighbourClass, phraseStarts: first..<Int32(starts.count),
        evidence: own, evidenceOfStem: ofStem,
        isSport: SportField.contains(hash)),
      word.features)
    return number
  }

  /// Sums up what a form adds where the text is of sport.
  mutating func addSportRows(_ number: Int, _ tokens: TokenList, _ token: Int) {
    forms[number].sportRows = Int32(sportRows.count)
    let word = WordForm(
      tokens.keyPool.span, tokens.keyRange(at: token), hash: forms[number].hash, tables)
    for offset in -1...1 {
      var row = SIMD16<Int16>(repeating: 0)
      for feature in word.features {
        guard let feature = ContextFeatures.sport(feature, offset: offset) else { continue }
        tables.addOwn(feature.hash, to: &row)
      }
      sportRows.append(row)
    }
  }

  @discardableResult
  private mutating func insert(_ form: Form, _ features: [FormFeature]) -> Int32 {
    var sums = [Int32](repeating: 0, count: 64)
    for feature in features {
      tables.forEachWeight(of: feature.hash) { cell, weight in sums[cell] &+= Int32(weight) }
    }
    let number = Int32(forms.count)
    forms.append(form)
    for offset in 0..<TaggerLayout.offsets {
      var row = SIMD16<Int16>(repeating: 0)
      for label in 0..<TaggerLabel.count {
        row[label] = Int16(clamping: sums[offset * TaggerLabel.count + label])
      }
      rows.append(row)
    }
    if forms.count * 2 > slots.count { grow() } else { place(number) }
    return number
  }

  private mutating func place(_ number: Int32) {
    var slot = Int(truncatingIfNeeded: forms[Int(number)].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in forms.indices { place(Int32(number)) }
  }

  private mutating func evidencePlace(_ hash: UInt64) -> Int32 {
    if evidenceHashes.count * 2 > evidenceSlots.count {
      evidenceSlots = [Int32](repeating: -1, count: evidenceSlots.count * 2)
      for (place, hash) in evidenceHashes.enumerated() {
        evidenceSlots[freeSlot(hash)] = Int32(place)
      }
    }
    var slot = Int(truncatingIfNeeded: hash) & (evidenceSlots.count - 1)
    while evidenceSlots[slot] >= 0 {
      if evidenceHashes[Int(evidenceSlots[slot])] == hash { return evidenceSlots[slot] }
      slot = (slot + 1) & (evidenceSlots.count - 1)
    }
    evidenceSlots[slot] = Int32(evidenceHashes.count)
    evidenceHashes.append(hash)
    counts.append(SIMD16<Int32>(repeating: 0))
    return evidenceSlots[slot]
  }

  private func freeSlot(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (evidenceSlots.count - 1)
    while evidenceSlots[slot] >= 0 { slot = (slot + 1) & (evidenceSlots.count - 1) }
    return slot
  }
}

/// The forms that stand for the edges of a sentence.
package enum EdgeForm {
  package static func feature(_ word: UInt64) -> FormFeature {
    FormFeature(hash: FeatureHash.of(.word, word), template: .word, reach: 2)
  }
}
