/// Reads entities from CoNLL columns: a token a line, its tag in the last column, an empty line
/// after each sentence.
///
/// Tags are IOB, IOB2 or IOBES. The text is the tokens with a space between them, a sentence a line:
/// predictions have to be made of the same. `-DOCSTART-` begins a new document.
public struct CoNLLReader: Sendable {
  /// A line that is not of the form.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1.
    public var line: Int
    /// What is wrong, for people.
    public var description: String { "no token and tag, separated by white space" }
  }

  /// The name of the file, from which documents get their ids.
  private let name: String

  /// A reader of a file of that name.
  public init(name: String) {
    self.name = name
  }

  /// The documents of a file.
  ///
  /// - Complexity: O(*n*).
  public func read(_ bytes: [UInt8]) throws(Fault) -> [DocumentRecord] {
    var documents: [Builder] = [Builder()]
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let columns = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard let token = columns.first, let tag = columns.last else {
        documents[documents.count - 1].endSentence()
        continue
      }
      if token.elementsEqual("-DOCSTART-".utf8) {
        if !documents[documents.count - 1].text.isEmpty { documents.append(Builder()) }
        continue
      }
      guard columns.count > 1 else { throw Fault(line: number) }
      documents[documents.count - 1].append(
        String(decoding: token, as: UTF8.self), tag: String(decoding: tag, as: UTF8.self))
    }
    var records: [DocumentRecord] = []
    for var document in documents {
      document.endSentence()
      records.append(
        document.record(id: documents.count == 1 ? name : "\(name)#\(records.count + 1)"))
    }
    return records
  }

  private struct Builder {
    private(set) var text: [UInt32] = []
    private var mentions: [DocumentRecord.Mention] = []
    private var sentences: [Range<Int>] = []
    private var sentenceStart = 0
    private var open: DocumentRecord.Mention?

    mutating func append(_ token: String, tag: String) {
      if text.count > sentenceStart { text.append(0x20) }
      let start = text.count
      text += token.unicodeScalars.map(\.value)
      let parts = tag.split(separator: "-", maxSplits: 1)
      guard parts.count == 2 else { return close() }
      let type = Self.type(String(parts[1]))
      if ["B", "S"].contains(parts[0]) || open?.type != type { close() }
      open = DocumentRecord.Mention(
        range: (open?.range.lowerBound ?? start)..<text.count, type: type, entity: nil)
      if ["E", "S"].contains(parts[0]) { close() }
    }

    /// The names of types that corpora write otherwise.
    private static func type(_ name: String) -> String {
      switch name.uppercased() {
      case "PERS", "PERSON": "PER"
      case "GPE", "LOCATION": "LOC"
      case "ORGANIZATION", "ORGANISATION": "ORG"
      case "MIS": "MISC"
      default: name.uppercased()
      }
    }

    private mutating func close() {
      if let open { mentions.append(open) }
      open = nil
    }

    mutating func endSentence() {
      close()
      guard text.count > sentenceStart else { return }
      sentences.append(sentenceStart..<text.count)
      text.append(0x0A)
      sentenceStart = text.count
    }

    func record(id: String) -> DocumentRecord {
      var record = DocumentRecord(id: id)
      record.text = text
      record.mentions = mentions
      record.sentences = sentences
      return record
    }
  }
}
