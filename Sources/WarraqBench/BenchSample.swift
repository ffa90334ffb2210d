public import WarraqFormats
public import WarraqText
import WarraqTokenization

/// The documents that stages are measured on.
///
/// Stages up to sentences read ``text``, all documents on end; those behind read one document after
/// the other, as `annotate` does. Both are the same bytes.
public struct BenchSample: Sendable {
  /// The documents, none of them empty.
  public let documents: [SourceText]
  /// Their texts on end.
  public let text: SourceText
  /// SHA-256 of ``text``, by which a baseline knows its sample.
  public let digest: String

  /// Documents repeated or cut to a size.
  ///
  /// - Parameters:
  ///   - documents: Texts, each valid UTF-8.
  ///   - size: Bytes wanted, at most ``WarraqText/SourceText/maximumLength``; up to three less
  ///     where a scalar would be cut. Without it the documents are taken as they are.
  /// - Throws: ``BenchError/noText`` where there is no text, and for a size that holds no scalar of it.
  /// - Complexity: O(size).
  public init(_ documents: [[UInt8]], size: Int? = nil) throws(BenchError) {
    let full = documents.filter { !$0.isEmpty }
    guard !full.isEmpty else { throw .noText }
    let size = size ?? full.reduce(0) { $0 + $1.count }
    guard size <= SourceText.maximumLength else { throw .tooLong }
    var taken: [SourceText] = []
    var all: [UInt8] = []
    all.reserveCapacity(size)
    var next = 0
    var isCut = false
    while all.count < size, !isCut {
      let whole = full[next % full.count]
      let document = Self.beginning(of: whole, size - all.count)
      guard !document.isEmpty else { break }
      isCut = document.count < whole.count
      all += document
      do {
        taken.append(try SourceText(validating: document, keepingMark: true))
      } catch {
        throw .tooLong
      }
      next += 1
    }
    guard !all.isEmpty else { throw .noText }
    self.documents = taken
    digest = Digest.sha256(of: all)
    do {
      text = try SourceText(validating: all, keepingMark: true)
    } catch {
      throw .tooLong
    }
  }

  /// As many bytes as wanted, back to the scalar that the end cuts, if it cuts one.
  private static func beginning(of utf8: [UInt8], _ count: Int) -> [UInt8] {
    guard count < utf8.count else { return utf8 }
    var end = count
    while end > 0, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(utf8[..<end])
  }

  /// Reads inputs.
  ///
  /// - Parameters:
  ///   - plan: What is read, in order. Each document's byte order mark is left out.
  ///   - size: As with ``init(_:size:)``.
  ///   - interruption: Tells whether to stop reading.
  /// - Throws: ``BenchError``; the first fault of an input ends the reading, since what is left
  ///   would not be what was to be measured. Invalid UTF-8 is such a fault.
  /// - Complexity: O(bytes read + size).
  public init(
    reading plan: InputPlan, size: Int? = nil, interruption: Interruption = .never
  ) throws(BenchError) {
    let options = ReadingOptions(onInvalid: .fail, interruption: interruption)
    var documents: [[UInt8]] = []
    var count = 0
    for item in plan.items {
      switch item {
      case .fault(let fault): throw .input(fault)
      case .input(let input):
        do {
          var reader = try DocumentReader(input, options: options)
          while let document = try reader.next() {
            documents.append(document.text.utf8)
            count += document.text.count
            guard count <= SourceText.maximumLength else { throw BenchError.tooLong }
          }
        } catch let fault as InputFault {
          throw fault.kind == .interrupted ? .interrupted : .input(fault)
        } catch {
          throw .tooLong
        }
      }
    }
    try self.init(documents, size: size)
  }
}
