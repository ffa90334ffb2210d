import Foundation

/// One data row of a tab-separated file of `Corpus/lexicon`.
struct TabSeparatedRow {
  /// `file:line`, for messages.
  let place: String
  let fields: [String]
}

/// Reads tab-separated files: no quoting, `#` begins a comment line.
enum TabSeparated {
  /// The rows of a file, each with one of the allowed numbers of fields.
  static func rows(_ url: URL, fields: Int) throws -> [TabSeparatedRow] {
    let text = try String(contentsOf: url, encoding: .utf8)
    var rows: [TabSeparatedRow] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let place = "\(url.lastPathComponent):\(number + 1)"
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == fields else {
        throw DataError("\(place): \(columns.count) fields where \(fields) are expected")
      }
      try lint(columns[0], place: place)
      rows.append(TabSeparatedRow(place: place, fields: columns))
    }
    return rows
  }

  /// Rejects what never matches running text or hides in it.
  private static func lint(_ surface: String, place: String) throws {
    guard surface == surface.precomposedStringWithCanonicalMapping else {
      throw DataError("\(place): not in NFC")
    }
    for scalar in surface.unicodeScalars {
      switch scalar.value {
      case 0x0640: throw DataError("\(place): tatweel")
      case 0x064B...0x0652, 0x0670: throw DataError("\(place): short vowel or mark")
      case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF:
        throw DataError("\(place): invisible control")
      case 0xFB50...0xFDFF, 0xFE70...0xFEFC: throw DataError("\(place): presentation form")
      default: break
      }
    }
    guard surface.first != " ", surface.last != " ", !surface.contains("  ") else {
      throw DataError("\(place): stray space")
    }
  }
}
