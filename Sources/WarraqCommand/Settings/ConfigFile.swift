import WarraqFormats

/// A file of settings: `name = value` lines, `#` for comments.
///
/// A name is that of a long option. Flags have the values `true` and `false`. An option that may be
/// given more than once may stand in more than one line. A value may stand in quotation marks, which
/// keep the spaces at its ends.
struct ConfigFile {
  /// One line.
  struct Line {
    var number: Int
    var name: String
    var value: String
  }

  /// What is wrong, for people.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  let path: String
  let lines: [Line]

  private static let largest = 1 << 20

  /// Reads a file.
  init(reading path: String) throws(Fault) {
    let bytes: [UInt8]
    do {
      bytes = try SystemFile.reading(FilePath(path)).contents(limit: Self.largest)
    } catch {
      throw Fault(description: "\(path): error: \(error)")
    }
    try self.init(path: path, bytes)
  }

  /// Reads the bytes of a file.
  init(path: String, _ bytes: [UInt8]) throws(Fault) {
    self.path = path
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(description: "\(path): error: invalid UTF-8")
    }
    var lines: [Line] = []
    var number = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let content = Self.trimmed(String(line))
      if content.isEmpty || content.hasPrefix("#") { continue }
      let parts = content.unicodeScalars.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false
      ).map { Self.trimmed(String($0)) }
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Fault(description: "\(path):\(number): error: expected 'name = value'")
      }
      lines.append(Line(number: number, name: parts[0], value: Self.unquoted(parts[1])))
    }
    self.lines = lines
  }

  private static func trimmed(_ text: String) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{FEFF}"
    }
    var view = text.unicodeScalars[...]
    while let first = view.first, isSpace(first) { view.removeFirst() }
    while let last = view.last, isSpace(last) { view.removeLast() }
    return String(view)
  }

  private static func unquoted(_ value: String) -> String {
    guard value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") else { return value }
    return String(value.unicodeScalars.dropFirst().dropLast())
  }
}
