public import WarraqArticles
import WarraqText

/// A site's boilerplate as a file: tab-separated columns under a line that names the format, one
/// line a row, to be read and edited by people.
///
/// Columns: kind, place, documents, share, lines, key, example. Reading takes kind, place and key;
/// the others tell where the row comes from. A row that is taken out is not marked any more.
public enum BoilerplateFile {
  /// The first line of every profile.
  public static let format = "# warraq.boilerplate/1"

  private static let columns = ["kind", "place", "documents", "share", "lines", "key", "example"]
  /// Rows of a profile; a site has a few hundred.
  private static let mostRows = 1_000_000

  /// What is wrong with a file.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: FilePath
    /// Counted from 1; `nil` where the file cannot be read.
    public var line: Int?
    /// What is wrong.
    public var message: String

    /// Path, line and message.
    public var description: String {
      "\(path):" + (line.map { "\($0):" } ?? "") + " error: \(message)"
    }
  }

  /// A profile as the bytes of a file.
  ///
  /// - Complexity: O(*n*).
  public static func bytes(of profile: BoilerplateProfile) -> [UInt8] {
    var text = "\(format)\n# documents: \(profile.documents)\n"
    text += columns.joined(separator: "\t") + "\n"
    for entry in profile.entries {
      let thousandths = (entry.documents * 1000 + profile.documents / 2) / max(1, profile.documents)
      let share = String(1000 + min(thousandths, 999)).dropFirst()
      let row = [
        entry.kind.rawValue, entry.place.rawValue, String(entry.documents),
        thousandths >= 1000 ? "1.000" : "0.\(share)", String(entry.lines), entry.key,
        plain(entry.example),
      ]
      text += row.joined(separator: "\t") + "\n"
    }
    return Array(text.utf8)
  }

  /// A line without tabs and other controls.
  private static func plain(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      result.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return String(result)
  }

  /// Reads a profile; `-` is standard input.
  ///
  /// - Throws: ``Fault``, with the line that is not of its form.
  /// - Complexity: O(*n*).
  public static func read(_ path: FilePath) throws(Fault) -> BoilerplateProfile {
    var bytes: [UInt8]
    do {
      let file = path == FilePath("-") ? SystemFile.standardInput : try SystemFile.reading(path)
      var reader = ByteReader(file, bufferSize: 1 << 16, interruption: .never)
      try reader.decompress()
      bytes = try reader.rest(limit: SourceText.maximumLength) ?? []
    } catch {
      throw Fault(path: path, line: nil, message: error.description)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return try profile(bytes, path)
  }

  private static func profile(
    _ bytes: [UInt8], _ path: FilePath
  ) throws(Fault) -> BoilerplateProfile {
    var entries: [BoilerplateProfile.Entry] = []
    var documents = 0
    var number = 0
    func fault(_ message: String) -> Fault { Fault(path: path, line: number, message: message) }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = String(decoding: line, as: UTF8.self)
      if line.utf8.last == 0x0D { line = String(line.unicodeScalars.dropLast()) }
      if number == 1 {
        guard line == format else {
          throw fault("no profile: the first line has to be \"\(format)\"")
        }
        continue
      }
      if line.utf8.first == 0x23 {
        let count = line.split(separator: ":").last?.split(separator: " ").first.flatMap { Int($0) }
        if line.utf8.starts(with: "# documents:".utf8), let count { documents = count }
        continue
      }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if line.utf8.isEmpty || cells == columns { continue }
      guard cells.count == columns.count else {
        throw fault("\(cells.count) columns instead of \(columns.count)")
      }
      guard let kind = Article.RegionKind(rawValue: cells[0]),
        kind == .interface || kind == .siteNews
      else { throw fault("kind has to be interface or site_news") }
      guard let place = BoilerplateProfile.Place(rawValue: cells[1]) else {
        throw fault("place has to be head, tail or anywhere")
      }
      guard let holders = Int(cells[2]), let count = Int(cells[4]), holders >= 0, count >= 0 else {
        throw fault("documents and lines have to be whole numbers")
      }
      guard !cells[5].utf8.isEmpty else { throw fault("the key is empty") }
      guard entries.count < mostRows else { throw fault("more than \(mostRows) rows") }
      entries.append(
        BoilerplateProfile.Entry(
          kind: kind, place: place, documents: holders, lines: count, key: cells[5],
          example: cells[6]))
    }
    guard number > 0 else { throw fault("the file is empty") }
    return BoilerplateProfile(documents: documents, entries: entries)
  }
}
