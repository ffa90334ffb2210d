import Foundation
import WarraqTagger
import WarraqText
import WarraqTokenization

/// A corpus in CoNLL columns: tokens as the tagger sees them, with their labels.
struct LabelledCorpus {
  var name: String
  var tokens: TokenList
  var labels: [UInt8]
  var sentences: [Range<Int>]
  /// For each token whether the text around it is of sport.
  private(set) var isSport: [Bool] = []

  /// Reads files one behind the other: a token and its tag a line, parted by a tab, an empty line
  /// after each sentence. Tags are BIO; one that goes on with nothing begins a name. Tags of types
  /// that the tagger does not know, and of those left out, are outside.
  init(name: String, _ files: [URL], dropping dropped: Set<TaggedType> = []) throws {
    self.name = name
    var text: [UInt8] = []
    var labels: [UInt8] = []
    var sentences: [Range<Int>] = []
    for file in files {
      let content = try String(contentsOf: file, encoding: .utf8)
      var start = labels.count
      func endSentence() {
        guard labels.count > start else { return }
        sentences.append(start..<labels.count)
        text.append(0x0A)
        start = labels.count
      }
      for (number, line) in content.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let columns = line.split(separator: "\t")
        guard !columns.isEmpty else {
          endSentence()
          continue
        }
        guard columns.count == 2 else {
          throw TrainingError("\(file.path):\(number + 1): no token and tag")
        }
        text += Array(columns[0].utf8)
        text.append(0x20)
        let previous = labels.count > start ? Int(labels[labels.count - 1]) : nil
        labels.append(UInt8(Self.label(columns[1], behind: previous, dropping: dropped)))
      }
      endSentence()
    }
    self.labels = labels
    self.sentences = sentences
    tokens = TokenList(givenIn: try SourceText(validating: text))
    isSport = SportField.tokens(tokens.count) { [tokens] token in
      SportField.contains(tokens.keyHash(at: token))
    }
    guard tokens.count == labels.count else {
      throw TrainingError("\(name): white space inside of tokens")
    }
  }

  private static func label(
    _ tag: Substring, behind previous: Int?, dropping dropped: Set<TaggedType>
  ) -> Int {
    let parts = tag.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let type = TaggedType(name: parts[1]), !dropped.contains(type) else {
      return TaggerLabel.outside
    }
    let inside = TaggerLabel.inside(type)
    return parts[0] == "I" && TaggerLabel.mayFollow(previous, inside)
      ? inside : TaggerLabel.first(type)
  }

  /// Parts of about the same number of tokens, of neighbouring sentences each.
  func blocks(_ count: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var first = 0
    for block in 1...count {
      var end = first
      let limit = labels.count * block / count
      while end < sentences.count, sentences[end].upperBound <= limit { end += 1 }
      if block == count { end = sentences.count }
      blocks.append(first..<end)
      first = end
    }
    return blocks
  }
}

/// What keeps a model from being made.
struct TrainingError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// Names found and names there.
struct NameScore {
  var found = 0, there = 0, right = 0

  var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
  var recall: Double { there == 0 ? 0 : Double(right) / Double(there) }
  var f1: Double { found + there == 0 ? 0 : 2 * Double(right) / Double(found + there) }

  static func += (left: inout NameScore, right: NameScore) {
    left.found += right.found
    left.there += right.there
    left.right += right.right
  }

  /// The names that labels give, as (first token, end, type).
  static func names(_ labels: [UInt8], _ sentences: [Range<Int>]) -> Set<[Int]> {
    var names: Set<[Int]> = []
    for sentence in sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard let type = TaggerLabel.type(Int(labels[token])) else {
          token += 1
          continue
        }
        var end = token + 1
        while end < sentence.upperBound, Int(labels[end]) == TaggerLabel.inside(type) { end += 1 }
        names.insert([token, end, Int(type.rawValue)])
        token = end
      }
    }
    return names
  }

  /// Scores of each type by exact spans.
  static func scores(
    _ found: [UInt8], _ there: [UInt8], _ sentences: [Range<Int>]
  ) -> [NameScore] {
    let (found, there) = (names(found, sentences), names(there, sentences))
    return TaggedType.allCases.map { type in
      let code = Int(type.rawValue)
      return NameScore(
        found: found.count { $0[2] == code }, there: there.count { $0[2] == code },
        right: found.intersection(there).count { $0[2] == code })
    }
  }

  /// Persons, locations and organizations taken together.
  static func micro(_ scores: [NameScore]) -> NameScore {
    scores.prefix(3).reduce(into: NameScore()) { $0 += $1 }
  }
}
