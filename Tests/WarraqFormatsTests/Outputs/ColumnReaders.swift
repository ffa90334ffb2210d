import Foundation

/// Why a file is not of its format.
struct FormatFault: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Reads comma-separated values by the letter of RFC 4180, and nothing else.
enum StrictCSV {
  static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var position = 0
    while position < bytes.count {
      var field: [UInt8] = []
      if bytes[position] == 0x22 {
        position += 1
        while true {
          guard position < bytes.count else { throw FormatFault("a quotation mark is not closed") }
          if bytes[position] == 0x22 {
            guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else { break }
            position += 1
          }
          field.append(bytes[position])
          position += 1
        }
        position += 1
      } else {
        while position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0D {
          guard bytes[position] != 0x22, bytes[position] != 0x0A else {
            throw FormatFault("byte \(bytes[position]) outside of quotation marks")
          }
          field.append(bytes[position])
          position += 1
        }
      }
      row.append(String(decoding: field, as: UTF8.self))
      guard position < bytes.count else { throw FormatFault("the last row does not end") }
      if bytes[position] == 0x2C {
        position += 1
        continue
      }
      guard bytes[position...].starts(with: [0x0D, 0x0A]) else {
        throw FormatFault("a field goes on behind its end")
      }
      position += 2
      rows.append(row)
      row = []
    }
    guard row.isEmpty else { throw FormatFault("the last row does not end") }
    guard Set(rows.map(\.count)).count <= 1 else { throw FormatFault("rows differ in length") }
    return rows
  }
}

/// Reads tab-separated values with the escapes of `docs/FORMATS.md`.
enum StrictTSV {
  static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    guard bytes.last == 0x0A else { throw FormatFault("the last row does not end") }
    let rows = try bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map {
      try $0.split(separator: 0x09, omittingEmptySubsequences: false).map(field)
    }
    guard Set(rows.map(\.count)).count <= 1 else { throw FormatFault("rows differ in length") }
    return rows
  }

  private static func field(_ bytes: ArraySlice<UInt8>) throws -> String {
    var output: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == 0x5C else {
        guard byte != 0x0D else { throw FormatFault("a bare CR") }
        output.append(byte)
        continue
      }
      switch rest.popFirst() {
      case 0x74: output.append(0x09)
      case 0x6E: output.append(0x0A)
      case 0x72: output.append(0x0D)
      case 0x5C: output.append(0x5C)
      default: throw FormatFault("an escape that is none")
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// Reads CoNLL-U as its validators do: columns, ids, ranges of multiword tokens, `# text`.
struct StrictCoNLLU {
  struct Word {
    var form: String
    var misc: [String: String]
    var start: Int { misc["start"].flatMap { Int($0) } ?? -1 }
    var end: Int { misc["end"].flatMap { Int($0) } ?? -1 }
  }

  struct Sentence {
    var comments: [String: String] = [:]
    /// Words of syntax: parts of multiword tokens stand by themselves.
    var words: [Word] = []
    /// Tokens of the surface.
    var tokens: [Word] = []
  }

  private(set) var sentences: [Sentence] = []

  init(_ bytes: [UInt8]) throws {
    var sentence = Sentence()
    var lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    guard !bytes.isEmpty else { return }
    guard lines.popLast() == "" else { throw FormatFault("the file does not end its last line") }
    var range: ClosedRange<Int>?
    for line in lines {
      if line.isEmpty {
        try finish(sentence)
        sentence = Sentence()
        range = nil
      } else if line.hasPrefix("#") {
        guard sentence.tokens.isEmpty else { throw FormatFault("a comment inside of a sentence") }
        let parts = Self.cut(String(line.unicodeScalars.dropFirst(2)), "=", most: 1)
        // By scalars: a mark behind a space is one character with it.
        let name = String(parts[0].unicodeScalars.dropLast(parts.count - 1))
        sentence.comments[name] =
          parts.count == 1 ? "" : String(parts[1].unicodeScalars.dropFirst())
      } else {
        try token(line, &sentence, &range)
      }
    }
    guard sentence.tokens.isEmpty else { throw FormatFault("the last sentence does not end") }
    let ids = sentences.compactMap { $0.comments["sent_id"] }
    guard ids.count == sentences.count, Set(ids).count == ids.count else {
      throw FormatFault("sent_id is missing or not unique")
    }
  }

  private func token(
    _ line: String, _ sentence: inout Sentence, _ range: inout ClosedRange<Int>?
  ) throws {
    let columns = line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false)
      .map { String($0) }
    guard columns.count == 10 else { throw FormatFault("\(columns.count) columns: \(line)") }
    guard !columns.contains("") else { throw FormatFault("an empty column") }
    for column in columns
    where column.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 }) {
      throw FormatFault("white space in \(column)")
    }
    var misc: [String: String] = [:]
    for fact in Self.cut(columns[9], "|") {
      let parts = Self.cut(fact, "=", most: 1)
      guard parts.count == 2,
        misc.updateValue(
          parts[1], forKey: parts[0]) == nil
      else { throw FormatFault("MISC: \(columns[9])") }
    }
    let word = Word(form: columns[1], misc: misc)
    let numbers = columns[0].components(separatedBy: "-").compactMap { Int($0) }
    if numbers.count == 2 {
      guard numbers[0] == sentence.words.count + 1, numbers[1] > numbers[0] else {
        throw FormatFault("range \(columns[0])")
      }
      range = numbers[0]...numbers[1]
      sentence.tokens.append(word)
    } else {
      guard numbers == [sentence.words.count + 1] else { throw FormatFault("id \(columns[0])") }
      sentence.words.append(word)
      if !(range?.contains(numbers[0]) ?? false) { sentence.tokens.append(word) }
    }
  }

  private static func cut(
    _ text: String, _ separator: Unicode.Scalar, most: Int = .max
  ) -> [String] {
    text.unicodeScalars.split(
      separator: separator, maxSplits: most, omittingEmptySubsequences: false
    ).map { String($0) }
  }

  private mutating func finish(_ sentence: Sentence) throws {
    guard !sentence.tokens.isEmpty else { throw FormatFault("an empty line without a sentence") }
    var text = ""
    for (number, token) in sentence.tokens.enumerated() {
      text += token.form
      if number + 1 < sentence.tokens.count, token.misc["SpaceAfter"] != "No" { text += " " }
    }
    guard let stated = sentence.comments["text"], stated.utf8.elementsEqual(text.utf8) else {
      throw FormatFault("# text = \(sentence.comments["text"] ?? "-") but words are \(text)")
    }
    sentences.append(sentence)
  }

  /// The spans of a layer written in BIO.
  func spans(_ layer: String) throws -> [FoundSpan] {
    var spans: [FoundSpan] = []
    for word in sentences.flatMap(\.words) {
      guard let tag = word.misc[layer] else { continue }
      let label = String(tag.dropFirst(2))
      if tag.hasPrefix("B-") {
        spans.append(FoundSpan(start: word.start, end: word.end, label: label))
      } else {
        guard let last = spans.indices.last, spans[last].label == label else {
          throw FormatFault("\(tag) goes on with nothing")
        }
        spans[last].end = word.end
      }
    }
    return spans
  }
}
