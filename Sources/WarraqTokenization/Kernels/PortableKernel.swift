import CWarraqKernels

/// The kernel in plain Swift: bit planes from a table, 64 bytes at a time, without a branch a byte.
///
/// It keeps the protocol of the vector kernels (Sources/CWarraqKernels/include), but makes no keys
/// and takes no part of a window up again after a stop.
struct PortableKernel: Sendable {
  let isArabicProfile: Bool
  private let tables = PortableTables.shared

  init(_ profile: TokenizationProfile) {
    isArabicProfile = profile == .arabic
  }

  private static let block = 64
  /// Bytes that the part of an e-mail address before the @ may have.
  private static let longestLocalPart = 64

  /// Runs to the next stop, to the end, or until the batch is full.
  func run(_ scan: inout wk_scan) -> wk_result {
    if isArabicProfile {
      unsafe run(&scan, isArabicProfile: true)
    } else {
      unsafe run(&scan, isArabicProfile: false)
    }
  }

  @inline(__always)
  private func run(_ scan: inout wk_scan, isArabicProfile: Bool) -> wk_result {
    // SAFETY: the scanner's text holds `length` bytes for the length of the call, and its columns
    // have room for `capacity` entries; a block adds 64 at most, and is begun with room for more.
    guard let text = unsafe scan.text else { return WK_END }
    let begin = unsafe Int(scan.position)
    let length = unsafe Int(scan.length)
    if begin >= length { return WK_END }
    if unsafe isFull(scan) { return WK_FULL }
    var carry = WordPlanes.Carry()
    var block = begin
    while true {
      let bytes = min(Self.block, length - block)
      let planes = unsafe tables.planes(of: text + block, bytes: bytes, available: length - block)
      var verdict = planes.verdict(&carry, isArabicProfile: isArabicProfile)
      if block == begin { verdict.boundary |= 1 }
      let isInside: UInt64 = bytes == Self.block ? ~0 : (1 << UInt64(bytes)) - 1
      // Behind the end of the text only a sequence that it cuts off stops.
      var isCut = bytes < Self.block && verdict.stop >> UInt64(bytes) & 1 != 0
      verdict.stop &= isInside
      let to = verdict.stop == 0 ? bytes : verdict.stop.trailingZeroBitCount
      let isBefore: UInt64 = to == Self.block ? ~0 : (1 << UInt64(to)) - 1
      unsafe write(&scan, text, block, verdict, isBefore)
      if to < bytes {
        unsafe scan.stop = UInt64(block + to)
        unsafe takeBack(&scan, text, begin: begin, stop: block + to)
        return WK_STOP
      }
      block += bytes
      if block == length {
        if bytes == Self.block { isCut = carry.lead >> 63 | carry.three >> 62 != 0 }
        if isCut {
          unsafe scan.stop = UInt64(length - 1)
          unsafe takeBack(&scan, text, begin: begin, stop: length)
          return WK_STOP
        }
        unsafe scan.position = UInt64(length)
        return WK_END
      }
      if unsafe isFull(scan) {
        unsafe takeBack(&scan, text, begin: begin, stop: block)
        return WK_FULL
      }
    }
  }

  private func isFull(_ scan: wk_scan) -> Bool {
    unsafe scan.count + UInt64(Self.block) > scan.capacity
  }

  /// Writes the segments that begin in a block.
  @inline(__always)
  private func write(
    _ scan: inout wk_scan, _ text: UnsafePointer<UInt8>, _ block: Int,
    _ verdict: WordPlanes.Verdict, _ isBefore: UInt64
  ) {
    let first = unsafe Int(scan.count)
    var count = first
    var bits = verdict.boundary & isBefore
    let base = unsafe text + block
    let available = unsafe Int(scan.length) - block
    while bits != 0 {
      let offset = bits.trailingZeroBitCount
      unsafe scan.starts[count] = UInt32(truncatingIfNeeded: block &+ offset)
      unsafe scan.kinds[count] = tables.kind(at: base + offset, available: available - offset)
      count &+= 1
      bits &= bits &- 1
    }
    unsafe scan.count = UInt64(count)
    // The first scalar of a segment does not tell its kind where another follows that counts more.
    var mixed = verdict.mixed & isBefore
    while mixed != 0 {
      let offset = mixed.trailingZeroBitCount
      let upTo = mixed ^ (mixed &- 1)
      let segment = first + (verdict.boundary & isBefore & upTo).nonzeroBitCount - 1
      unsafe scan.kinds[segment] = min(
        scan.kinds[segment], tables.kind(at: base + offset, available: available - offset))
      mixed &= mixed &- 1
    }
  }

  /// Takes back the segments that what stands at or after a stop may change; see wk_take_back.
  private func takeBack(
    _ scan: inout wk_scan, _ text: UnsafePointer<UInt8>, begin: Int, stop: Int
  ) {
    var limit = max(begin, stop - 3)
    if isArabicProfile,
      unsafe stop == Int(scan.length) || text[stop] == UInt8(ascii: "@") || isLocal(text[stop])
    {
      var start = stop
      while start > 0, stop - start <= Self.longestLocalPart, unsafe isLocal(text[start - 1]) {
        start -= 1
      }
      if stop - start <= Self.longestLocalPart { limit = min(limit, start) }
    }
    guard unsafe scan.count > 0 else {
      unsafe scan.position = UInt64(begin)
      return
    }
    var count = unsafe Int(scan.count)
    while count > 0, unsafe Int(scan.starts[count - 1]) > limit { count -= 1 }
    if count > 0 { count -= 1 }
    if count > 0, unsafe scan.kinds[count] == TokenKind.punctuation.rawValue { count -= 1 }
    unsafe scan.count = UInt64(count)
    unsafe scan.position = unsafe UInt64(scan.starts[count])
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x2E, 0x5F, 0x2D, 0x2B, 0x25: true  // . _ - + %
    default: false
    }
  }
}
