import WarraqLexicon
import WarraqText

/// The bytes of a user's list and its name in messages.
public struct ListFile: Sendable {
  /// How messages name it.
  public var path: String
  /// What it holds: UTF-8; a byte order mark and carriage returns before line feeds are let pass.
  public var bytes: [UInt8]

  /// A list.
  public init(path: String, bytes: [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
  }

  /// The lines that are neither blank nor comments, with their numbers.
  ///
  /// A line that is not UTF-8 is a fault, with its byte offset in the file.
  func lines(_ faults: inout [ListError.Fault]) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
    var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isValid = Self.invalidOffset(bytes) == nil
    var number = 0
    while position < bytes.count {
      number += 1
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[position..<end]
      if line.last == 0x0D { line.removeLast() }
      if !isValid, let offset = Self.invalidOffset(Array(line)) {
        faults.append(
          ListError.Fault(
            path: path, line: number,
            message: "invalid UTF-8 at byte \(position + offset) of the file"))
      } else if line.first != UInt8(ascii: "#"), line.contains(where: { $0 != 0x20 && $0 != 0x09 })
      {
        lines.append((number, line))
      }
      position = end + 1
    }
    return lines
  }

  private static func invalidOffset(_ bytes: [UInt8]) -> Int? {
    do throws(TextError) {
      _ = try SourceText(validating: bytes, keepingMark: true)
      return nil
    } catch {
      if case .invalidUTF8(let offset) = error { return offset }
      return 0
    }
  }

  /// A field without the spaces around it.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Gazetteer {
  /// The columns of a file, in order.
  static let columns = ["surface", "type", "canonical", "id"]

  /// Reads gazetteers of tab-separated columns: surface, type, canonical name, id.
  ///
  /// The last two may be empty or left out. Blank lines and lines that begin with `#` are comments;
  /// a first row with the names of the columns is let pass. The files count as one list.
  ///
  /// - Throws: ``ListError`` with every fault: bytes that are not UTF-8, too few or too many columns,
  ///   an empty surface, an unknown type, entries that contradict each other.
  /// - Complexity: O(*n*).
  public init(files: [ListFile]) throws(ListError) {
    var faults: [ListError.Fault] = []
    var entries: [PlacedEntry] = []
    for file in files {
      var isFirst = true
      for (number, line) in file.lines(&faults) {
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
          .map(ListFile.trimmed)
        defer { isFirst = false }
        if isFirst, fields.count >= 2, fields == Array(Self.columns.prefix(fields.count)) {
          continue
        }
        switch Self.entry(fields) {
        case .success(let entry):
          entries.append(PlacedEntry(entry: entry, path: file.path, line: number))
        case .failure(let fault):
          faults.append(
            ListError.Fault(path: file.path, line: number, message: fault.message))
        }
      }
    }
    try self.init(entries, faults: faults)
  }

  private struct RowFault: Error {
    var message: String
  }

  private static func entry(_ fields: [String]) -> Result<Entry, RowFault> {
    guard (2...columns.count).contains(fields.count) else {
      return .failure(
        RowFault(
          message: "\(fields.count) column\(fields.count == 1 ? "" : "s"), where a row has "
            + "surface, type, canonical and id, parted by tabs"))
    }
    guard !fields[0].isEmpty else { return .failure(RowFault(message: "the surface is empty")) }
    guard let type = EntityType(rawValue: fields[1]) else {
      let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
      return .failure(
        RowFault(message: "unknown type \"\(fields[1])\"; types are \(types)"))
    }
    func optional(_ index: Int) -> String? {
      index < fields.count && !fields[index].isEmpty ? fields[index] : nil
    }
    return .success(
      Entry(surface: fields[0], type: type, canonical: optional(2), id: optional(3)))
  }
}

extension StopList {
  /// Reads stop lists of one name a line; blank lines and lines that begin with `#` are comments.
  ///
  /// - Throws: ``ListError`` with every fault: bytes that are not UTF-8, names without letter or
  ///   digit.
  /// - Complexity: O(*n*).
  public init(files: [ListFile]) throws(ListError) {
    var faults: [ListError.Fault] = []
    var surfaces: [PlacedSurface] = []
    for file in files {
      for (number, line) in file.lines(&faults) {
        surfaces.append(
          PlacedSurface(surface: ListFile.trimmed(line), path: file.path, line: number))
      }
    }
    try self.init(surfaces, faults: faults)
  }
}
