/// How reports write tables and numbers.
enum BenchTable {
  /// Lines with their cells padded: names to the left, numbers to the right.
  static func aligned(_ lines: [[String]], namesFirst names: Int) -> String {
    let widths = lines[0].indices.map { column in
      lines.map { $0[column].utf8.count }.max() ?? 0
    }
    var text = ""
    for line in lines {
      let cells = line.indices.map { column in
        let cell = line[column]
        let padding = String(repeating: " ", count: widths[column] - cell.utf8.count)
        return column < names ? cell + padding : padding + cell
      }
      text += cells.joined(separator: "  ") + "\n"
    }
    return text
  }

  /// Lines as a table of Markdown, the first its head.
  static func markdown(_ lines: [[String]], namesFirst names: Int) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = lines[0].indices.map { $0 < names ? "---" : "---:" }
    return row(lines[0]) + row(rule) + lines.dropFirst().map(row).joined()
  }

  /// A number rounded to a number of decimals, 1 to 3.
  static func rounded(_ value: Double, _ decimals: Int) -> Double {
    let scale = decimals == 1 ? 10.0 : decimals == 2 ? 100.0 : 1000.0
    return (value * scale).rounded() / scale
  }

  /// A number rounded to four digits that count.
  static func significant(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    while abs(value) * scale < 1000, scale < 1e15 { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  /// A number that is not negative, with a fixed number of decimals, 1 to 3.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = rounded(value, decimals).description
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return text }
    let found = text.distance(from: point, to: text.endIndex) - 1
    return text + String(repeating: "0", count: max(0, decimals - found))
  }
}
