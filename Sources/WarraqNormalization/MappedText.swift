import WarraqText

/// A text on its way through the operations: scalars, and where each came from.
///
/// Each operation is a method that returns the text it makes, in a file of `Steps`. Deleting a
/// scalar needs nothing more than not to append it: it then belongs to the scalar before it.
struct MappedText {
  /// The Unicode scalar values.
  private(set) var scalars: [UInt32]
  /// For each scalar, the offset of the source scalar it comes from; never decreasing.
  private(set) var origins: [Int]

  /// The scalars of a text, each its own origin.
  init(_ text: SourceText) {
    let bytes = text.utf8.span
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let decoded = bytes.scalar(at: position)
      scalars.append(decoded.value)
      position += decoded.length
    }
    self.scalars = scalars
    origins = Array(scalars.indices)
  }

  /// The scalars of a part of a text, each its own origin.
  ///
  /// - Parameter offsets: Takes the byte at which each begins.
  init(_ bytes: Span<UInt8>, offsets: inout [Int]) {
    self.init(capacity: bytes.count)
    var position = 0
    while position < bytes.count {
      let decoded = bytes.scalar(at: position)
      append(decoded.value, from: offsets.count)
      offsets.append(position)
      position += decoded.length
    }
  }

  /// An empty text with room for a number of scalars.
  init(capacity: Int) {
    scalars = []
    origins = []
    scalars.reserveCapacity(capacity)
    origins.reserveCapacity(capacity)
  }

  /// Number of Unicode scalars.
  var count: Int { scalars.count }

  /// The scalars as UTF-8.
  var text: SourceText {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 2)
    for scalar in scalars { bytes.append(utf8: scalar) }
    return SourceText(String(decoding: bytes, as: UTF8.self))
  }

  /// Adds a scalar that comes from a source offset.
  mutating func append(_ scalar: UInt32, from origin: Int) {
    scalars.append(scalar)
    origins.append(origin)
  }

  /// Adds a part of another text.
  mutating func append(_ range: Range<Int>, of other: MappedText) {
    scalars.append(contentsOf: other.scalars[range])
    origins.append(contentsOf: other.origins[range])
  }

  /// The text with each scalar replaced by one other.
  func replacing(_ replacement: (UInt32) -> UInt32) -> MappedText {
    var result = self
    for index in scalars.indices { result.scalars[index] = replacement(scalars[index]) }
    return result
  }

  /// The text with the scalar at an index replaced.
  mutating func replace(at index: Int, by scalar: UInt32) {
    scalars[index] = scalar
  }

  /// The text without the scalars at indices that a test names.
  func removing(_ isRemoved: (_ index: Int) -> Bool) -> MappedText {
    var result = MappedText(capacity: count)
    for index in scalars.indices where !isRemoved(index) {
      result.append(scalars[index], from: origins[index])
    }
    return result
  }

  /// The text with scalars replaced by sequences; `nil` keeps a scalar.
  func expanding(_ expansion: (UInt32) -> [UInt32]?) -> MappedText {
    var result = MappedText(capacity: count)
    for (scalar, origin) in zip(scalars, origins) {
      if let sequence = expansion(scalar) {
        for each in sequence { result.append(each, from: origin) }
      } else {
        result.append(scalar, from: origin)
      }
    }
    return result
  }
}
