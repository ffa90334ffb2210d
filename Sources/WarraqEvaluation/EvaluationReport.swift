import WarraqFormats

extension Evaluation {
  /// The measures as one JSON object.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("documents", documents)
    json.key("missing")
    json.beginArray()
    for id in missing { json.string(id) }
    json.endArray()
    json.key("measures")
    json.beginArray()
    for result in results {
      json.beginObject()
      json.field("layer", result.measure.layer.rawValue)
      json.field("match", result.measure.match)
      json.field("type", result.measure.type)
      json.field("gold", Int(result.tally.gold))
      json.field("predicted", Int(result.tally.predicted))
      for (name, figure) in Self.figures(result.tally) {
        json.key(name)
        json.number(Self.rounded(figure))
      }
      json.key("f1_interval")
      if let interval = result.interval {
        json.beginArray()
        json.number(Self.rounded(interval.lowerBound))
        json.number(Self.rounded(interval.upperBound))
        json.endArray()
      } else {
        json.null()
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func figures(_ tally: Tally) -> [(String, Double)] {
    [("precision", tally.precision), ("recall", tally.recall), ("f1", tally.f1)]
  }

  private static func rounded(_ figure: Double) -> Double { (figure * 10_000).rounded() / 10_000 }

  private static let header = [
    "layer", "match", "type", "gold", "found", "P", "R", "F1", "95%",
  ]

  private var rows: [[String]] {
    results.map { result in
      [
        result.measure.layer.rawValue, result.measure.match, result.measure.type,
        "\(Int(result.tally.gold))", "\(Int(result.tally.predicted))",
      ] + Self.figures(result.tally).map { Self.threeDecimals($0.1) } + [
        result.interval.map {
          "\(Self.threeDecimals($0.lowerBound))–\(Self.threeDecimals($0.upperBound))"
        } ?? ""
      ]
    }
  }

  private static func threeDecimals(_ figure: Double) -> String {
    let thousandths = Int((figure * 1000).rounded())
    let rest = "\(thousandths % 1000)"
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// The measures in columns for a terminal.
  public var table: [UInt8] {
    let all = [Self.header] + rows
    let widths = Self.header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for row in all {
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += (column < 3 ? cell + padding : padding + cell) + "  "
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return Array(text.utf8)
  }

  /// The measures as a table of Markdown.
  public var markdown: [UInt8] {
    var text = "| " + Self.header.joined(separator: " | ") + " |\n|"
    for column in Self.header.indices { text += column < 3 ? " --- |" : " ---: |" }
    for row in rows { text += "\n| " + row.joined(separator: " | ") + " |" }
    return Array((text + "\n").utf8)
  }

  /// The first errors of each kind. Words around them are set right to left, the span in brackets.
  ///
  /// - Parameter count: How many of each kind.
  public func errorList(_ count: Int) -> [UInt8] {
    var text = ""
    for kind in ListedError.Kind.allCases {
      let all = errors.filter { $0.kind == kind }
      if all.isEmpty { continue }
      text += "\n\(kind.rawValue): \(all.count)\n"
      for error in all.prefix(count) {
        text += "  \(error.document):\(error.range.lowerBound)–\(error.range.upperBound)"
        text += error.difference.isEmpty ? "\n" : "  \(error.difference)\n"
        // An isolate, so that a line of Arabic keeps its order whatever is around it.
        text += "    \u{2067}…\(error.context.before)[\(error.context.span)]"
        text += "\(error.context.behind)…\u{2069}\n"
      }
    }
    return Array(text.utf8)
  }
}
