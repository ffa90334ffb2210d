import WarraqAnalysis
import WarraqEntities
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Which tokens are names.
struct MentionIndex {
  /// One mention by its tokens.
  struct Entry {
    var tokens: Range<Int>
    var type: EntityType
    var entity: Int
    /// Whether letters of its first word are left out: «لفلان».
    var isPeeled: Bool
    /// Whether these are ب, ل or ك.
    var hasPreposition: Bool
  }

  let entries: [Entry]

  /// - Complexity: O(*n* + *m*) in the number of tokens and mentions.
  init(_ annotation: EntityAnnotation, in text: AnalyzedText) {
    let tokens = text.tokens
    let bytes = text.text.utf8.span
    var entries: [Entry] = []
    entries.reserveCapacity(annotation.mentions.count)
    var token = 0
    for mention in annotation.mentions {
      while token < tokens.count, tokens.end(at: token) <= mention.range.lowerBound.value {
        token += 1
      }
      var end = token
      while end < tokens.count, tokens.start(at: end) < mention.range.upperBound.value { end += 1 }
      guard token < end else { continue }
      let start = tokens.start(at: token)
      let isPeeled = start < mention.range.lowerBound.value
      var hasPreposition = false
      var position = start
      while position < mention.range.lowerBound.value {
        let decoded = bytes.scalar(at: position)
        if [0x628, 0x644, 0x643].contains(decoded.value) { hasPreposition = true }
        position += decoded.length
      }
      entries.append(
        Entry(
          tokens: token..<end, type: mention.type, entity: mention.entity, isPeeled: isPeeled,
          hasPreposition: hasPreposition))
    }
    self.entries = entries
  }

  /// The place of the first mention that ends behind a token.
  ///
  /// - Complexity: O(log *m*).
  func place(endingAfter token: Int) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The mention that a token belongs to.
  func mention(at token: Int) -> Entry? {
    let place = place(endingAfter: token)
    guard place < entries.count, entries[place].tokens.contains(token) else { return nil }
    return entries[place]
  }

  /// The mentions that lie in a stretch of tokens.
  func mentions(in range: Range<Int>) -> ArraySlice<Entry> {
    let first = place(endingAfter: range.lowerBound)
    var end = first
    while end < entries.count, entries[end].tokens.upperBound <= range.upperBound { end += 1 }
    return entries[first..<end]
  }
}
