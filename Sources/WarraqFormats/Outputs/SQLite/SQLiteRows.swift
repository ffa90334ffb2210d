/// Rows on their way from an encoder, which may run anywhere, to the one writer of the database.
///
/// Each row is the number of its table, the number of its values, and the values, each with a letter
/// before it. Numbers of documents and entities are known to the writer only; rows have the number
/// that an entity has in its document.
struct SQLiteRows {
  enum Value: Equatable {
    case null
    case integer(Int)
    case real(Double)
    case text([UInt8])
    /// The number of the document.
    case document
    /// The number of an entity of the document, from 0.
    case entity(Int)
  }

  private(set) var bytes: [UInt8] = []

  /// No rows.
  init() {}

  /// Adds a row.
  mutating func append(_ table: SQLiteSchema.Table, _ values: [Value]) {
    bytes += [table.rawValue, UInt8(values.count)]
    for value in values {
      switch value {
      case .null: bytes.append(0)
      case .integer(let number): append(1, number)
      case .real(let number): append(2, Int(bitPattern: UInt(number.bitPattern)))
      case .text(let text):
        append(3, text.count)
        bytes += text
      case .document: bytes.append(4)
      case .entity(let number): append(5, number)
      }
    }
  }

  private mutating func append(_ letter: UInt8, _ number: Int) {
    bytes.append(letter)
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Steps through rows.
  ///
  /// - Parameter bytes: What ``bytes`` was of some rows.
  static func forEach(
    in bytes: [UInt8],
    _ body: (SQLiteSchema.Table, [Value]) throws(FileError) -> Void
  ) throws(FileError) {
    var position = 0
    func number() -> Int {
      var number = 0
      for shift in stride(from: 0, to: 64, by: 8) {
        number |= Int(bytes[position]) << shift
        position += 1
      }
      return number
    }
    while position < bytes.count {
      guard let table = SQLiteSchema.Table(rawValue: bytes[position]) else {
        preconditionFailure("rows are written by the same program")
      }
      var values: [Value] = []
      let count = bytes[position + 1]
      position += 2
      for _ in 0..<count {
        let letter = bytes[position]
        position += 1
        switch letter {
        case 1: values.append(.integer(number()))
        case 2: values.append(.real(Double(bitPattern: UInt64(UInt(bitPattern: number())))))
        case 3:
          let length = number()
          values.append(.text(Array(bytes[position..<position + length])))
          position += length
        case 4: values.append(.document)
        case 5: values.append(.entity(number()))
        default: values.append(.null)
        }
      }
      try body(table, values)
    }
  }
}
