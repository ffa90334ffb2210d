import Foundation
import Warraq

/// The fixed inputs, by name. The articles are those of `Corpus`; the others are made of them by rules
/// that do not change.
struct BenchmarkInput: Sendable {
  let name: String
  let text: SourceText
  let analyzed: AnalyzedText

  private init(_ name: String, _ string: String) {
    self.name = name
    text = SourceText(string)
    analyzed = AnalyzedText(text)
  }

  /// An analysis of the economy: headings, points, names, quotations.
  static let economy = BenchmarkInput("economy", article("levant-economy"))
  /// An article with terms in Latin letters.
  static let governance = BenchmarkInput("governance", article("ai-governance"))
  /// Every letter of it has a vowel mark.
  static let vocalized = BenchmarkInput("vocalized", marked(article("levant-economy")))
  /// Every alef behind a lam has lost its place, as in text pasted out of old PDFs.
  static let damaged = BenchmarkInput(
    "damaged", article("levant-economy").replacingOccurrences(of: "لا", with: "ال"))
  /// Nothing but expressions of time.
  static let dates = BenchmarkInput(
    "dates",
    String(
      repeating: "في 12 أيار/مايو 2017، ومنذ 3 رمضان 1445هـ، وحتى نهاية العام الماضي. ", count: 60))

  static let all = [economy, governance, vocalized, damaged, dates]

  private static func article(_ name: String) -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Corpus/articles/\(name).txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      fatalError("\(file.standardizedFileURL.path) cannot be read")
    }
    return text
  }

  private static func marked(_ text: String) -> String {
    let marks: [Unicode.Scalar] = ["\u{064E}", "\u{0650}", "\u{064F}", "\u{0652}"]
    var output = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      output.append(scalar)
      if (0x0621...0x064A).contains(scalar.value) { output.append(marks[index % marks.count]) }
    }
    return String(output)
  }
}
