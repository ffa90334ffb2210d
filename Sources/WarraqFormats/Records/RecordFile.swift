/// A file of records to be compared: JSON Lines as the tool writes them, or CoNLL columns.
public struct RecordFile: Sendable {
  /// What is wrong with a file.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: FilePath
    /// Counted from 1; `nil` where the file cannot be read.
    public var line: Int?
    /// What is wrong with the line.
    public var message: String

    /// Path, line and message.
    public var description: String {
      "\(path):" + (line.map { "\($0):" } ?? "") + " error: \(message)"
    }
  }

  /// The documents, in the order of the file.
  public let records: [DocumentRecord]
  /// Whether the file has CoNLL columns: entities only, of few types.
  public let isCoNLL: Bool

  /// Reads a file whole; `-` is standard input.
  ///
  /// - Complexity: O(*n*).
  public init(reading path: FilePath) throws(Fault) {
    do {
      let file = path == FilePath("-") ? SystemFile.standardInput : try SystemFile.reading(path)
      var reader = ByteReader(file, bufferSize: 1 << 20, interruption: .never)
      try reader.decompress()
      var bytes = try reader.rest(limit: .max) ?? []
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
      if first == 0x5B {
        throw Fault(path: path, line: 1, message: "a JSON array; records stand a line each")
      }
      isCoNLL = first != nil && first != 0x7B
      records =
        isCoNLL ? try Self.columns(bytes, path) : try Self.lines(bytes, path)
    } catch let error as Fault {
      throw error
    } catch let error as FileError {
      throw Fault(path: path, line: nil, message: error.description)
    } catch {
      preconditionFailure("files throw FileError only")
    }
  }

  private static func columns(
    _ bytes: [UInt8], _ path: FilePath
  ) throws(Fault) -> [DocumentRecord] {
    do {
      return try CoNLLReader(name: "\(path)").read(bytes)
    } catch {
      throw Fault(
        path: path, line: error.line,
        message: "neither a record of JSON Lines nor CoNLL columns: \(error)")
    }
  }

  private static func lines(
    _ bytes: [UInt8], _ path: FilePath
  ) throws(Fault) -> [DocumentRecord] {
    var records: [DocumentRecord] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      do {
        records.append(try DocumentRecord(Array(line)))
      } catch {
        throw Fault(path: path, line: number, message: error.description)
      }
    }
    return records
  }
}
