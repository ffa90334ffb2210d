public import WarraqFormats
public import WarraqText

/// The text that stages are measured on.
public struct BenchSample: Sendable {
  /// The text.
  public let text: SourceText

  /// A text repeated or cut to a size.
  ///
  /// - Parameters:
  ///   - utf8: Valid UTF-8.
  ///   - size: Bytes wanted, at most ``WarraqText/SourceText/maximumLength``; up to three less
  ///     where a scalar would be cut. Without it the text is taken as it is.
  /// - Throws: ``BenchError/noText`` for an empty text, and for a size that holds no scalar of it.
  /// - Complexity: O(size).
  public init(_ utf8: [UInt8], size: Int? = nil) throws(BenchError) {
    guard !utf8.isEmpty else { throw .noText }
    var bytes = utf8
    if let size {
      guard size <= SourceText.maximumLength else { throw .tooLong }
      bytes = []
      bytes.reserveCapacity(size)
      while bytes.count < size { bytes.append(contentsOf: utf8.prefix(size - bytes.count)) }
      // Back to the scalar that the end cuts, if it cuts one.
      var end = bytes.count
      let next = utf8[end % utf8.count]
      if next & 0xC0 == 0x80 {
        repeat { end -= 1 } while bytes[end] & 0xC0 == 0x80
        bytes.removeLast(bytes.count - end)
      }
      guard !bytes.isEmpty else { throw .noText }
    }
    do {
      text = try SourceText(validating: bytes, keepingMark: true)
    } catch {
      throw .tooLong
    }
  }

  /// Reads inputs and puts their texts together.
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
    var bytes: [UInt8] = []
    for item in plan.items {
      switch item {
      case .fault(let fault): throw .input(fault)
      case .input(let input):
        do {
          var reader = try DocumentReader(input, options: options)
          while let document = try reader.next() {
            bytes.append(contentsOf: document.text.utf8)
            guard bytes.count <= SourceText.maximumLength else { throw BenchError.tooLong }
          }
        } catch let fault as InputFault {
          throw fault.kind == .interrupted ? .interrupted : .input(fault)
        } catch {
          throw .tooLong
        }
      }
    }
    try self.init(bytes, size: size)
  }
}
