public import Warraq

/// Writes documents in one format.
///
/// A pure function of one document, so that any thread may encode any document. What encoders give
/// is put together in the order of the documents, as ``frame`` says.
public protocol DocumentEncoder: Sendable {
  /// What stands around the documents of one file.
  var frame: OutputFrame { get }

  /// The bytes of one document; none where the format has nothing for it.
  ///
  /// - Complexity: O(*n*) in the text and its annotations.
  func encode(_ document: Document, of input: InputDocument) -> [UInt8]
}

/// What stands around the documents of one file.
public struct OutputFrame: Hashable, Sendable {
  /// Bytes before the first document, in a file without documents too.
  public var header: [UInt8] = []
  /// Bytes between two documents that are not empty.
  public var separator: [UInt8] = []
  /// Bytes after the last document.
  public var footer: [UInt8] = []
  /// What the names of files end with, without the dot.
  public var fileExtension = "jsonl"

  /// A frame with nothing in it.
  public init(fileExtension: String = "jsonl") {
    self.fileExtension = fileExtension
  }

  /// The bytes of a file of some documents.
  public func file(_ documents: [[UInt8]]) -> [UInt8] {
    header + Array(documents.filter { !$0.isEmpty }.joined(separator: separator)) + footer
  }
}

/// Takes what an encoder made of documents, in their order, and keeps it in more than one file, or
/// in one that is not written from its start to its end. Every file is either whole or not there.
public protocol DocumentStore: AnyObject {
  /// Gets ready to write, before the first document.
  func open() throws(FileError)

  /// Takes what the encoder made of the next document.
  func append(_ record: [UInt8]) throws(FileError)

  /// The files that have been written, in the order in which they were begun.
  var files: [FilePath] { get }

  /// Ends the work. A store that is one file leaves nothing where this is not called.
  func commit() throws(FileError)
}
