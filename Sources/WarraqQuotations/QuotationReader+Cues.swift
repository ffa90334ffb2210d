import WarraqAnalysis
import WarraqEntities
import WarraqLexicon
import WarraqText
import WarraqTokenization

extension QuotationReader {
  /// Words that a rule looks at before a quotation.
  private static let longestLead = 48

  /// What makes a quotation of a span.
  struct Cue {
    var speaker: Int?
    var verb: Verb?
  }

  /// What stands right before an opening mark.
  private enum Joint {
    case colon, comma, complementizer, label, nothing
  }

  /// The words before a span.
  private struct Lead {
    /// From the beginning of the sentence on.
    var tokens: Range<Int>
    var joint: Joint
    /// The last word before the joint.
    var last: Int
    /// Whether that is the head of a title or name: «كتابه "..."».
    var isTitled: Bool
  }

  /// What tells that a span is said by somebody.
  func cue(of span: QuotedSpan) -> Cue? {
    let isName = mentions.mentions(in: span.content).contains {
      $0.tokens.lowerBound <= span.open + 1 && $0.tokens.upperBound >= span.close - 1
    }
    let lead = lead(of: span)
    if isName {
      // A name that is long enough to be a sentence, right behind «قال:».
      guard let lead, lead.joint == .colon, span.words >= 6, let verb = lastVerb(in: lead),
        verb.word.kind != .calls
      else { return nil }
      return Cue(speaker: speaker(of: verb, in: lead.tokens), verb: verb)
    }
    if let lead, let cue = spoken(span, lead) { return cue }
    if let cue = spokenBehind(span) { return cue }
    if let lead {
      if let cue = according(span, lead) { return cue }
      if let cue = named(span, lead) { return cue }
    }
    return continued(span, lead)
  }

  // MARK: Before the quotation

  private func lead(of span: QuotedSpan) -> Lead? {
    let number = sentence(of: span.open)
    var tokens = text.sentences[number].tokens.lowerBound..<span.open
    if !tokens.contains(where: { !isMark($0) }) {
      // «وقال الوزير:» in the line above.
      guard number > 0, self.line(ofSentence: number).lowerBound == tokens.lowerBound else {
        return nil
      }
      tokens = text.sentences[number - 1].tokens
      guard let last = tokens.last, isColon(last) else { return nil }
    }
    let whole = tokens
    tokens = max(tokens.lowerBound, tokens.upperBound - Self.longestLead)..<tokens.upperBound
    var joint = Joint.nothing
    var last = tokens.upperBound - 1
    while last >= tokens.lowerBound {
      if isMark(last) {
        if isColon(last) {
          joint = .colon
        } else if joint == .nothing, text.marks.partner(of: last) == nil {
          joint = .comma
        } else if text.marks.partner(of: last) != nil {
          break
        }
        last -= 1
      } else if last == span.open - 1, clitic(last) {
        if !isConjunctionLetter(last) { joint = .label }
        last -= 1
        if joint == .label { break }
      } else {
        break
      }
    }
    guard last >= tokens.lowerBound else { return nil }
    if isComplementizer(last), joint != .label {
      if joint != .colon { joint = .complementizer }
    }
    return Lead(
      tokens: max(whole.lowerBound, tokens.lowerBound)..<tokens.upperBound, joint: joint,
      last: last,
      isTitled: isTitled(last, from: tokens.lowerBound) && !isPredicate(span, behind: last))
  }

  private func isConjunctionLetter(_ token: Int) -> Bool {
    let range = tokens.keyRange(at: token)
    let second = tokens.keyPool[range.lowerBound + 1]
    return tokens.keyPool[range.lowerBound] == 0xD9 && (second == 0x88 || second == 0x81)
  }

  /// Whether a title or name follows: «كتاب "..."», «الحملة الوطنية "..."».
  private func isTitled(_ token: Int, from lower: Int) -> Bool {
    if let mention = mentions.mention(at: token), mention.tokens.upperBound == token + 1 {
      return false
    }
    if tokens.isKey(at: token, in: QuotationWords.titled) { return true }
    guard token > lower, tokens.isKey(at: token - 1, in: QuotationWords.titled) else {
      return false
    }
    return isDefinite(token) || tokens.kind(at: token) == .number || isAdjective(token)
  }

  /// Whether a span says something of the definite noun before it: الاتفاق «يؤجل المشكلة».
  private func isPredicate(_ span: QuotedSpan, behind token: Int) -> Bool {
    guard isDefinite(token), span.words >= 4 else { return false }
    let first = span.open + 1
    if tokens.isKey(at: first, in: QuotationWords.predicates) { return true }
    let range = tokens.keyRange(at: first)
    guard tokens.kind(at: first) == .arabicWord, range.count >= 8 else { return false }
    let second = tokens.keyPool[range.lowerBound + 1]
    return tokens.keyPool[range.lowerBound] == 0xD9 && second == 0x8A
  }

  /// Whether a word ends like an adjective of relation or a feminine.
  private func isAdjective(_ token: Int) -> Bool {
    let range = tokens.keyRange(at: token)
    guard tokens.kind(at: token) == .arabicWord, range.count > 4 else { return false }
    let last = tokens.keyPool[range.upperBound - 1]
    return tokens.keyPool[range.upperBound - 2] == 0xD9 && (last == 0x8A || last == 0x87)
  }

  /// The last word of speaking before a span.
  private func lastVerb(in lead: Lead) -> Verb? {
    var token = lead.last
    while token >= lead.tokens.lowerBound {
      if isColon(token) { return nil }
      if let opening = text.marks.opening(of: token), opening >= lead.tokens.lowerBound {
        token = opening - 1
        continue
      }
      if let mention = mentions.mention(at: token) {
        token = mention.tokens.lowerBound - 1
        continue
      }
      if let verb = verb(at: token) {
        let isNoun =
          verb.word.kind != .saying && token > lead.tokens.lowerBound && !verb.hasConjunction
          && (tokens.isKey(at: token - 1, in: QuotationWords.prepositions)
            || tokens.isKey(at: token - 1, in: QuotationWords.beforeNouns))
        if !isNoun { return verb }
      }
      token -= 1
    }
    return nil
  }

  /// A word of speaking before the span: «قال فلان: "..."», «أكد أن "..."».
  private func spoken(_ span: QuotedSpan, _ lead: Lead) -> Cue? {
    guard let verb = lastVerb(in: lead) else { return nil }
    let saysIt = verb.word.kind == .says || verb.word.kind == .saying
    let isReported = (verb.token..<lead.tokens.upperBound).contains { isComplementizer($0) }
    let fewest: Int?
    switch lead.joint {
    case .colon:
      fewest = lead.isTitled ? 6 : verb.word.kind == .calls ? 4 : saysIt ? 1 : 3
    case .complementizer:
      fewest = endsClause(span) ? 2 : 5
    case .label:
      fewest = (verb.word.kind == .calls || isReported) && !lead.isTitled ? 4 : nil
    case .comma:
      fewest = isReported || saysIt ? 4 : nil
    case .nothing:
      if lead.last == verb.token {
        fewest = saysIt ? 3 : 4
      } else if lead.isTitled {
        fewest = nil
      } else if isReported {
        fewest = 4
      } else {
        // «وقال فلان "..."»: nothing but the subject between them.
        fewest =
          lead.last - verb.token > 6 ? nil : saysIt ? 5 : verb.word.kind == .calls ? 4 : nil
      }
    }
    guard let fewest, span.words >= fewest else { return nil }
    return Cue(speaker: speaker(of: verb, in: lead.tokens), verb: verb)
  }

  /// Whether what stands behind a span ends the clause, so that the span is the clause.
  private func endsClause(_ span: QuotedSpan) -> Bool {
    let next = span.close + 1
    guard next < tokens.count, next < line(ofSentence: sentence(of: span.close)).upperBound else {
      return true
    }
    // «"..." وإن "..."»
    if isComplementizer(next) { return tokens.keyRange(at: next).count > 4 }
    return isMark(next) && text.marks.partner(of: next) == nil
  }

  /// «بحسب فلان، "..."», «من منظور فلان، فإن كل مقعد "..."».
  private func according(_ span: QuotedSpan, _ lead: Lead) -> Cue? {
    guard span.words >= 4, lead.joint != .label, !lead.isTitled else { return nil }
    var token = lead.last
    while token >= lead.tokens.lowerBound {
      if isColon(token) { return nil }
      if isAccording(token, from: lead.tokens.lowerBound) {
        return Cue(
          speaker: authority(behind: token, to: lead.last + 1, before: lead.tokens), verb: nil)
      }
      token -= 1
    }
    return nil
  }

  private func isAccording(_ token: Int, from lower: Int) -> Bool {
    guard tokens.isKey(at: token, in: QuotationWords.according) else { return false }
    guard tokens.isKey(at: token, in: QuotationWords.accordingBehind) else { return true }
    return token > lower && tokens.isKey(at: token - 1, in: QuotationWords.beforeAccording)
  }

  /// A name and a colon: «فلان: "..."», «ولا يخفي فلان مرارته: "..."».
  private func named(_ span: QuotedSpan, _ lead: Lead) -> Cue? {
    guard lead.joint == .colon, !lead.isTitled else { return nil }
    let inLead = mentions.mentions(in: lead.tokens)
    if span.words >= 5, let person = inLead.first(where: { maySpeak($0) && $0.type == .person }) {
      return Cue(speaker: person.entity, verb: nil)
    }
    // «طهران: "..."»
    if span.words >= 3, let first = inLead.first, first.tokens.upperBound == lead.last + 1,
      !(lead.tokens.lowerBound..<first.tokens.lowerBound).contains(where: { !isMark($0) }),
      [.person, .organization, .location].contains(first.type)
    {
      return Cue(speaker: first.entity, verb: nil)
    }
    // «جاء في بيان للوزارة: "..."»
    if span.words >= 5,
      let statement = lead.tokens.last(where: {
        tokens.isKey(at: $0, in: QuotationWords.statements)
      }),
      lead.last - statement <= 12
    {
      let speaker = mentions.mentions(in: (statement + 1)..<(lead.last + 1)).first {
        $0.type == .organization || $0.type == .person
      }
      return Cue(speaker: speaker?.entity, verb: nil)
    }
    // A whole sentence behind a clause and a colon: somebody says it whom no rule knows.
    let words = (lead.tokens.lowerBound...lead.last).count { !isMark($0) }
    return span.words >= 8 && words >= 3 ? Cue(speaker: nil, verb: nil) : nil
  }

  // MARK: Behind the quotation

  /// «"..."، قال فلان», «"..."، بحسب فلان», «"..." – فلان».
  private func spokenBehind(_ span: QuotedSpan) -> Cue? {
    let line = self.line(ofSentence: sentence(of: span.close))
    var token = span.close + 1
    var marks = 0
    var isDash = false
    while token < line.upperBound, marks < 3, isMark(token), text.marks.partner(of: token) == nil,
      !isColon(token)
    {
      isDash = [0x2D, 0x2013, 0x2014, 0x2015].contains(scalar(token))
      marks += 1
      token += 1
    }
    guard token < line.upperBound else { return nil }
    let end = clauseEnd(from: token, line)
    if isDash, span.words >= 4, let mention = mentions.mentions(in: token..<line.upperBound).first,
      mention.tokens.lowerBound - token <= 2, end == line.upperBound || isComma(end),
      mention.type == .person
    {
      return Cue(speaker: mention.entity, verb: nil)
    }
    let first = token
    while token < end, token - first < 4, !isAccording(token, from: first),
      tokens.isKey(at: token, in: QuotationWords.resuming)
        || tokens.isKey(at: token, in: QuotationWords.beforeAccording)
    {
      token += 1
    }
    guard token < end else { return nil }
    let before = text.sentences[sentence(of: span.open)].tokens.lowerBound..<span.open
    if let verb = verb(at: token), !verb.hasConjunction, verb.word.kind != .saying,
      span.words >= 2, marks > 0 || token > first || span.words >= 5,
      !isAccording(token, from: first)
    {
      let speaker: Int? =
        switch subject(of: verb, to: end) {
        case .entity(let entity): entity
        case .unnamed: nil
        case .pronoun: antecedent(of: verb, in: before)
        }
      // «"حرب باردة جديدة" كما يظن بعضهم»
      guard marks > 0 || speaker != nil || span.words >= 5 else { return nil }
      return Cue(speaker: speaker, verb: verb)
    }
    guard span.words >= 3, isAccording(token, from: first) else { return nil }
    return Cue(speaker: authority(behind: token, to: end, before: before), verb: nil)
  }

  /// Where the clause ends that begins at a token: at a full stop, or the line's end.
  private func clauseEnd(from token: Int, _ line: Range<Int>) -> Int {
    var end = token
    while end < line.upperBound, end - token < 24 {
      if isMark(end), [0x2E, 0x061F, 0x21, 0x061B].contains(scalar(end)) { break }
      end += 1
    }
    return end
  }

  // MARK: Behind another quotation

  /// «"..."، بل "..."»: who said the first says the second.
  private func continued(_ span: QuotedSpan, _ lead: Lead?) -> Cue? {
    guard let last = found.last, span.words >= 3 else { return nil }
    let number = sentence(of: span.open)
    let gap = (last.span.close + 1)..<span.open
    let isJoined =
      gap.count <= 4
      && gap.allSatisfy {
        isMark($0) && !isColon($0) || tokens.isKey(at: $0, in: QuotationWords.joining)
          || clitic($0) && isConjunctionLetter($0)
      }
    if isJoined, line(ofSentence: number) == line(ofSentence: last.sentence) {
      return Cue(
        speaker: last.quotation.speaker, verb: last.quotation.verb.flatMap { verb(in: $0) })
    }
    // A whole sentence in quotation marks, right behind the one that names the speaker.
    guard span.words >= 5, lead == nil, endsClause(span),
      sentence(of: last.span.close) + 1 >= number,
      line(ofSentence: number) == line(ofSentence: last.sentence)
    else { return nil }
    return Cue(speaker: last.quotation.speaker, verb: nil)
  }

  private func verb(in range: TextRange) -> Verb? {
    verb(at: max(0, tokens.firstIndex(atOrAfter: range.upperBound) - 1))
  }
}
