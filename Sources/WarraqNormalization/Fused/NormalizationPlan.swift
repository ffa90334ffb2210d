import CWarraqNormalization
import Synchronization
import WarraqText

/// The effects of one set of options as the tables that kernels look scalars up in.
///
/// - Complexity: O(scalars that operations name) to make, some tens of microseconds.
@safe
final class NormalizationPlan: @unchecked Sendable {
  // SAFETY (@unchecked Sendable): the memory is written in `init` only, and freed with the object.

  /// The tables.
  let tables: UnsafePointer<wn_plan>
  let effects: ScalarEffects
  var options: NormalizationOptions { effects.options }

  /// The options of what is handed to the operations one after the other: all but
  /// `punctuation: arabic`, which looks back further.
  var stretchOptions: NormalizationOptions {
    var options = options
    if options.punctuation == .arabic { options.punctuation = .keep }
    return options
  }

  private let memory: UnsafeMutablePointer<wn_plan>
  private let pages: UnsafeMutablePointer<UInt8>

  private static let pageSize = 192

  init(_ options: NormalizationOptions) {
    effects = ScalarEffects(options)
    unsafe memory = .allocate(capacity: 1)
    // SAFETY: zeros are valid for all fields. A page is written for each block of 64 scalars at most.
    unsafe memory.initialize(to: wn_plan())
    var pageBytes: [UInt8] = []
    let twoByteBlocks = UInt32(2)..<32
    for block in twoByteBlocks {
      let number = Self.page(of: block, effects, &pageBytes)
      unsafe withUnsafeMutablePointer(to: &memory.pointee.two) { two in
        unsafe UnsafeMutableRawPointer(two).assumingMemoryBound(to: UInt16.self)[Int(block)] =
          number
      }
    }
    for block in UInt32(32)..<1024 {
      let number = Self.page(of: block, effects, &pageBytes)
      unsafe withUnsafeMutablePointer(to: &memory.pointee.three) { three in
        unsafe UnsafeMutableRawPointer(three).assumingMemoryBound(to: UInt16.self)[Int(block)] =
          number
      }
    }
    unsafe pages = .allocate(capacity: max(1, pageBytes.count))
    unsafe pages.initialize(from: pageBytes, count: pageBytes.count)
    unsafe memory.pointee.pages = UnsafePointer(pages)
    unsafe memory.pointee.collapses_spaces = options.spaces == .collapse
    unsafe memory.pointee.orders_marks = effects.ordersMarks
    unsafe memory.pointee.cuts_elongation = options.elongation != .keep
    unsafe tables = UnsafePointer(memory)
    writeCommonTables()
  }

  deinit {
    unsafe memory.deallocate()
    unsafe pages.deallocate()
  }

  /// ASCII and the two lead bytes that most of Arabic has.
  private func writeCommonTables() {
    var rows = [UInt8](repeating: 0, count: Self.pageSize)
    for scalar in UInt32(0)..<128 {
      Self.write(scalar, effects[scalar], &rows)
      unsafe withUnsafeMutablePointer(to: &memory.pointee.ascii) { ascii in
        unsafe UnsafeMutableRawPointer(ascii).assumingMemoryBound(to: UInt8.self)[Int(scalar)] =
          rows[Int(scalar & 63)]
      }
      if effects[scalar] != .keep {
        unsafe withUnsafeMutablePointer(to: &memory.pointee.ascii_changed) { changed in
          unsafe UnsafeMutableRawPointer(changed).assumingMemoryBound(to: UInt8.self)[
            Int(scalar & 15)] |= 1 << UInt8(scalar >> 4)
        }
      }
    }
    for lead in UInt32(0xD8)...0xD9 {
      for low in UInt32(0)..<64 {
        let scalar = (lead & 31) << 6 | low
        Self.write(scalar, effects[scalar], &rows)
      }
      // SAFETY: the four rows of 64 bytes stand one after the other in the struct.
      unsafe withUnsafeMutablePointer(to: &memory.pointee.lead_d8) { first in
        let target = unsafe UnsafeMutableRawPointer(first).assumingMemoryBound(to: UInt8.self)
        for index in 0..<128 {
          unsafe target[Int(lead & 1) * 128 + index] = rows[index]
        }
      }
    }
  }

  /// The number of the page of a block, which is added where it needs rows.
  private static func page(
    of block: UInt32, _ effects: ScalarEffects, _ pages: inout [UInt8]
  ) -> UInt16 {
    let hard = effects.options.nfc ? ComposingScalars.shared.block(block) : 0
    if !isNamed(block) {
      if hard == 0 { return UInt16(WN_PAGE_KEEP) }
      if hard == .max { return UInt16(WN_PAGE_HARD) }
    }
    var rows = [UInt8](repeating: 0, count: pageSize)
    var isKept = true
    for scalar in block << 6..<(block + 1) << 6 {
      let isSurrogate = 0xD800..<0xE000 ~= scalar
      let effect = isSurrogate ? .keep : effects[scalar]
      if effect != .keep { isKept = false }
      write(scalar, effect, &rows)
    }
    guard !isKept else { return UInt16(WN_PAGE_KEEP) }
    let number = pages.count / pageSize + Int(WN_PAGE_FIRST)
    pages.append(contentsOf: rows)
    return UInt16(number)
  }

  /// Whether an operation other than `nfc` names a scalar of a block, or a letter of Arabic may
  /// stand in it.
  private static func isNamed(_ block: UInt32) -> Bool {
    switch block << 6 {
    case 0x0080, 0x0600..<0x0900, 0x1680, 0x2000...0x2040, 0x3000, 0xFB40..<0xFF00: true
    default: false
    }
  }

  // MARK: Plans made before

  private static let made = Mutex<[NormalizationOptions: NormalizationPlan]>([:])
  /// A plan has some tens of kilobytes.
  private static let mostKept = 32

  /// The plan of some options, made once and kept while not too many others are asked for.
  static func shared(_ options: NormalizationOptions) -> NormalizationPlan {
    if let plan = made.withLock({ $0[options] }) { return plan }
    let plan = NormalizationPlan(options)
    made.withLock { made in
      if made.count >= mostKept { made.removeAll() }
      made[options] = plan
    }
    return plan
  }

  // MARK: Rows

  /// Writes what a scalar becomes to the rows of its block.
  private static func write(_ scalar: UInt32, _ effect: ScalarEffect, _ rows: inout [UInt8]) {
    let column = Int(scalar & 63)
    var output: [UInt8] = []
    switch effect {
    case .keep: output.append(utf8: scalar)
    case .replace(let other): output.append(utf8: other)
    case .drop: break
    case .hard: output.append(UInt8(WN_HARD))
    }
    let count = scalar.utf8Count
    for row in 0..<3 { rows[row * 64 + column] = 0 }
    // WN_HARD at the first byte, all else at the last ones.
    let first = effect == .hard ? 0 : count - output.count
    for (index, byte) in output.enumerated() { rows[(first + index) * 64 + column] = byte }
  }
}
