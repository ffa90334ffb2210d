public import Warraq

/// Writes `warraq.document/1` records, one a line.
public struct RecordLinesEncoder: DocumentEncoder {
  private let writer: RecordWriter
  private let versions: DataVersions

  /// An encoder that writes records as a writer does.
  public init(_ writer: RecordWriter, versions: DataVersions) {
    (self.writer, self.versions) = (writer, versions)
  }

  /// What stands around the documents of a file.
  public var frame: OutputFrame { OutputFrame(fileExtension: "jsonl") }

  /// The bytes of one document.
  public func encode(_ document: Document, of input: InputDocument) -> [UInt8] {
    writer.document(document, of: input, versions: versions)
  }
}

/// Writes summaries, parted by blank lines.
public struct SummaryEncoder: DocumentEncoder {
  /// An encoder.
  public init() {}

  /// What stands around the documents of a file.
  public var frame: OutputFrame { OutputFrame(fileExtension: "txt") }

  /// The bytes of one document.
  public func encode(_ document: Document, of input: InputDocument) -> [UInt8] {
    SummaryWriter().summary(document, of: input)
  }
}
