import WarraqTokenization

/// The naive yardstick: one state machine, a table look-up a byte.
///
/// It tells letters, digits, white space and punctuation of ASCII and of the Arabic block apart;
/// every other scalar counts as a letter, but those that begin with the bytes C2 (guillemets) and
/// E2 (dashes, quotes) as punctuation. Runs of letters, digits or white space are segments; so is
/// each mark. Starts and kinds are written to columns, as kernels do.
///
/// It knows none of UAX #29's rules: no decimal comma, no joiner, no emoji. It is measured to show
/// what the rules cost and what vectors bring, and used for nothing else.
@safe
final class ByteTable {
  private let starts: UnsafeMutablePointer<UInt32>
  private let kinds: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  /// A row for each byte: for each state the next one, then for each state the action.
  private let tables = ByteTable.makeTables()

  /// A yardstick for texts of up to `capacity` bytes.
  init(capacity: Int) {
    self.capacity = capacity
    // SAFETY: both live as long as the object, which alone frees them. A segment has at least one
    // byte, and one entry is written behind the last.
    unsafe starts = .allocate(capacity: capacity + 1)
    unsafe kinds = .allocate(capacity: capacity + 1)
  }

  deinit {
    unsafe starts.deallocate()
    unsafe kinds.deallocate()
  }

  /// Cuts a text, and writes its segments' starts and kinds.
  ///
  /// - Returns: The number of segments.
  /// - Complexity: O(*n*).
  func run(_ text: [UInt8]) -> Int {
    precondition(text.count <= capacity)
    return unsafe tables.withUnsafeBufferPointer { tables in
      unsafe text.withUnsafeBufferPointer { text in
        guard let tables = tables.baseAddress else { return 0 }
        return unsafe cut(text, tables)
      }
    }
  }

  /// The segments found last.
  func segment(at index: Int) -> (start: Int, kind: TokenKind?) {
    precondition(index >= 0 && index < capacity)
    return unsafe (Int(starts[index]), TokenKind(rawValue: kinds[index]))
  }

  // SAFETY: the tables have an entry for each byte and state, and states are those of their
  // entries; segments written are at most one a byte, and one more.
  @inline(never)
  private func cut(
    _ text: UnsafeBufferPointer<UInt8>, _ tables: UnsafePointer<UInt8>
  ) -> Int {
    var state = Int(Self.state(.none, pending: 0))
    var count = 0
    for position in 0..<text.count {
      // The row does not hang on the state: what a byte waits for is one load, the one before it.
      let row = unsafe tables + Int(text[position]) << Self.rowBits
      let action = unsafe row[state &+ Self.actions]
      state = unsafe Int(row[state])
      // Written whether a segment begins here or not; only where it does, it counts.
      unsafe starts[count] = UInt32(truncatingIfNeeded: position &- Int(action >> 6 & 1))
      unsafe kinds[count] = action & Action.kind
      count &+= Int(action >> 7)
    }
    return count
  }

  // MARK: The table

  /// The classes of scalars.
  private enum Class: Int, CaseIterable {
    case letter, digit, space, mark
    /// Nothing came before: the text's start.
    case none

    var kind: TokenKind {
      switch self {
      case .letter, .none: .arabicWord
      case .digit: .number
      case .space: .space
      case .mark: .punctuation
      }
    }
  }

  /// Bytes that say nothing before the next one is known.
  private static let leads: [UInt8] = [0xD8, 0xD9, 0xDB]

  /// The kind, whether a segment begins, and whether it began a byte before.
  private enum Action {
    static let kind: UInt8 = 0x0F
    static let isBehind: UInt8 = 1 << 6
    static let begins: UInt8 = 1 << 7
  }

  private static func state(_ last: Class, pending: Int) -> UInt8 {
    UInt8(last.rawValue * (leads.count + 1) + pending)
  }

  /// A row has 64 entries: 32 states, 32 actions.
  private static let rowBits = 6
  private static let actions = 32

  private static func makeTables() -> [UInt8] {
    var tables = [UInt8](repeating: 0, count: 256 << rowBits)
    for last in Class.allCases {
      for pending in 0...leads.count {
        for byte in UInt8.min...UInt8.max {
          let index = Int(byte) << rowBits + Int(state(last, pending: pending))
          (tables[index], tables[index + actions]) = entry(last, pending, byte)
        }
      }
    }
    return tables
  }

  private static func entry(
    _ last: Class, _ pending: Int, _ byte: UInt8
  ) -> (state: UInt8, action: UInt8) {
    if let lead = leads.firstIndex(of: byte) { return (state(last, pending: lead + 1), 0) }
    let isContinuation = byte & 0xC0 == 0x80
    if pending == 0, isContinuation { return (state(last, pending: 0), 0) }
    let found = pending > 0 ? arabicClass(leads[pending - 1], byte) : singleClass(byte)
    var action = found.kind.rawValue
    if found != last || found == .mark { action |= Action.begins }
    if pending > 0 { action |= Action.isBehind }
    return (state(found, pending: 0), action)
  }

  private static func singleClass(_ byte: UInt8) -> Class {
    switch byte {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x00...0x20, 0x7F: .space
    case 0x21...0x7E, 0xC2, 0xE2: .mark
    default: .letter
    }
  }

  private static func arabicClass(_ lead: UInt8, _ byte: UInt8) -> Class {
    switch (lead, byte) {
    case (0xD8, 0x89...0x8D), (0xD8, 0x9B), (0xD8, 0x9E...0x9F): .mark  // U+0609… ، ؛ ؟
    case (0xD9, 0xA0...0xA9), (0xDB, 0xB0...0xB9): .digit
    case (0xD9, 0xAA...0xAD), (0xDB, 0x94): .mark  // ٪ ٫ ٬ ٭ ۔
    default: .letter
    }
  }
}
