public import Warraq
import WarraqArticles
import WarraqDates
import WarraqEntities
import WarraqLexicon
import WarraqText
import WarraqTokenization

/// Writes what was found in a document as a few lines to be read by people.
public struct SummaryWriter: Sendable {
  /// Names or values that one line shows.
  private static let longestList = 8

  /// Makes a writer.
  public init() {}

  /// The summary of a document, as UTF-8, a blank line at its end.
  public func summary(_ document: Document, of input: InputDocument) -> [UInt8] {
    var lines: [String] = []
    func add(_ label: String, _ value: String) {
      lines.append("  " + label + String(repeating: " ", count: max(1, 12 - label.count)) + value)
    }
    let words = document.tokens.count { $0.kind.isWord }
    var counts = "\(words) words"
    if let sentences = document.sentences { counts += ", \(sentences.count) sentences" }
    lines.append("\(input.id): \(counts)")
    if let article = document.article {
      func text(_ range: TextRange?) -> String? { range.map { document.text[$0] } }
      if let kicker = text(article.kicker) { add("kicker", kicker) }
      if let title = text(article.title) { add("title", title) }
      if let author = text(article.author) { add("author", author) }
      if let published = article.published { add("published", published.value) }
      for section in article.sections {
        let points = section.points.isEmpty ? "" : " (\(section.points.count) points)"
        add("section", (text(section.heading) ?? "-") + points)
      }
    }
    if let entities = document.entities?.entities {
      for type in EntityType.allCases {
        let names = entities.filter { $0.type == type }
          .sorted { ($1.mentions, $0.canonical) < ($0.mentions, $1.canonical) }
          .map { $0.mentions > 1 ? "\($0.canonical) ×\($0.mentions)" : $0.canonical }
        if !names.isEmpty { add("\(type.rawValue) \(names.count)", list(names)) }
      }
    }
    if let timexes = document.timexes, !timexes.isEmpty {
      add("dates \(timexes.count)", list(timexes.map(\.value)))
    }
    return Array((lines.joined(separator: "\n") + "\n\n").utf8)
  }

  private func list(_ items: [String]) -> String {
    let more = items.count - Self.longestList
    return items.prefix(Self.longestList).joined(separator: "، ") + (more > 0 ? "، +\(more)" : "")
  }
}
