import WarraqText

/// Codes of scalars by their first two bytes, in the form that makes planes of them.
final class PortableTables: Sendable {
  static let shared = PortableTables()

  /// For each first byte: where its scalars' codes begin in `codes`, times 64, and which bits of
  /// the next byte are added.
  private let rows: [UInt16]
  /// Codes of ASCII, of continuation bytes, of other lead bytes, and of the scalars of lead bytes
  /// 0xD8, 0xD9 and 0xC2.
  private let codes: [UInt8]
  /// The same with bit b of each code moved to the lowest bit of byte b.
  private let spread: [UInt64]
  /// Codes of the scalars below U+3000.
  private let common: [UInt8]

  private init() {
    var codes = (0..<0x80).map { ScalarCode.code(of: $0) }
    codes.append(ScalarCode.continuation)
    codes.append(ScalarCode.hard)
    let continuation = UInt16(0x80)
    let other = UInt16(0x81)
    var rows = (0..<256).map { byte in
      (byte < 0x80 ? UInt16(byte) : byte < 0xC0 ? continuation : other) << 6
    }
    for lead: UInt32 in [0xD8, 0xD9, 0xC2] {
      rows[Int(lead)] = UInt16(codes.count) << 6 | 0x3F
      codes += (0..<64).map { ScalarCode.code(of: (lead & 0x1F) << 6 | $0) }
    }
    self.rows = rows
    self.codes = codes
    spread = codes.map { code in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(code >> UInt8($1) & 1) << UInt64(8 * $1) }
    }
    common = (0..<0x3000).map { ScalarCode.code(of: $0) }
  }

  /// The planes of a block.
  ///
  /// - Parameters:
  ///   - text: The block's first byte.
  ///   - bytes: 1 to 64; behind them the planes have symbols.
  ///   - available: Bytes of the text from the block on.
  @inline(__always)
  func planes(of text: UnsafePointer<UInt8>, bytes: Int, available: Int) -> WordPlanes {
    // SAFETY: byte i + 1 is read only where it is below `available`; `rows` has 256 entries, and
    // what it leads to lies in `spread`, which is made together with it.
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe spread.withUnsafeBufferPointer { spread in
        @inline(__always)
        func plane(_ byte: UInt8, _ next: UInt8) -> UInt64 {
          let row = unsafe rows[Int(byte)]
          return unsafe spread[Int(row &>> 6) &+ Int(next & UInt8(truncatingIfNeeded: row & 0x3F))]
        }
        var columns: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
          (0, 0, 0, 0, 0, 0, 0, 0)
        @inline(__always)
        func column(_ index: Int) -> UInt64 {
          let start = unsafe text + 8 &* index
          var sum: UInt64 = 0
          for offset in 0..<8 {
            sum |= unsafe (plane(start[offset], start[offset &+ 1]) &<< UInt64(offset))
          }
          return sum
        }
        if available > 64 {
          columns = (
            column(0), column(1), column(2), column(3), column(4), column(5), column(6), column(7)
          )
          return unsafe finish(columns, text, bytes: 64, available: available)
        }
        // Symbols behind the end: code 4.
        var rest: [8 of UInt64] = .init(repeating: 0xFF << 16)
        for offset in 0..<bytes {
          let next = offset + 1 < available ? unsafe text[offset + 1] : 0
          let bit = UInt64(offset & 7)
          rest[offset >> 3] &= ~(0x0101_0101_0101_0101 << bit)
          rest[offset >> 3] |= unsafe plane(text[offset], next) << bit
        }
        columns = (rest[0], rest[1], rest[2], rest[3], rest[4], rest[5], rest[6], rest[7])
        return unsafe finish(columns, text, bytes: bytes, available: available)
      }
    }
  }

  /// Transposes eight times eight bytes, and looks up what the table has left open.
  @inline(__always)
  private func finish(
    _ columns: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64),
    _ text: UnsafePointer<UInt8>, bytes: Int, available: Int
  ) -> WordPlanes {
    var (a, b, c, d, e, f, g, h) = columns
    @inline(__always)
    func swap(_ x: inout UInt64, _ y: inout UInt64, _ shift: UInt64, _ mask: UInt64) {
      let moved = (x &>> shift ^ y) & mask
      y ^= moved
      x ^= moved &<< shift
    }
    let bytewise: UInt64 = 0x00FF_00FF_00FF_00FF
    swap(&a, &b, 8, bytewise)
    swap(&c, &d, 8, bytewise)
    swap(&e, &f, 8, bytewise)
    swap(&g, &h, 8, bytewise)
    let pairwise: UInt64 = 0x0000_FFFF_0000_FFFF
    swap(&a, &c, 16, pairwise)
    swap(&b, &d, 16, pairwise)
    swap(&e, &g, 16, pairwise)
    swap(&f, &h, 16, pairwise)
    let halfwise: UInt64 = 0x0000_0000_FFFF_FFFF
    swap(&a, &e, 32, halfwise)
    swap(&b, &f, 32, halfwise)
    swap(&c, &g, 32, halfwise)
    swap(&d, &h, 32, halfwise)
    var planes = WordPlanes(k0: a, k1: b, k2: c, e: d, m2: e, m3: f, q: g, lead: h)
    let hard = planes.k2 & planes.k1 & planes.q
    if hard != 0 { unsafe lookUp(hard, text, available: available, &planes) }
    return planes
  }

  /// Puts the codes of scalars that the table has left open into the planes.
  private func lookUp(
    _ open: UInt64, _ text: UnsafePointer<UInt8>, available: Int, _ planes: inout WordPlanes
  ) {
    var rest = open
    while rest != 0 {
      let offset = rest.trailingZeroBitCount
      let bit = rest & (0 &- rest)
      rest &= rest &- 1
      let lead = unsafe text[offset]
      guard lead >= 0xC2, lead < 0xF0 else { continue }
      if lead >= 0xE0 { planes.three |= bit }
      let code = unsafe code(at: text + offset, available: available - offset)
      if code == ScalarCode.hard { continue }
      planes.k0 = planes.k0 & ~bit | (code & 1 != 0 ? bit : 0)
      planes.k1 = planes.k1 & ~bit | (code & 2 != 0 ? bit : 0)
      planes.k2 = planes.k2 & ~bit | (code & 4 != 0 ? bit : 0)
      planes.e |= code & ScalarCode.e != 0 ? bit : 0
      planes.m2 |= code & ScalarCode.m2 != 0 ? bit : 0
      planes.m3 |= code & ScalarCode.m3 != 0 ? bit : 0
      planes.q = planes.q & ~bit | (code & ScalarCode.q != 0 ? bit : 0)
      planes.lead |= code & ScalarCode.long != 0 ? bit : 0
    }
  }

  /// The code of a scalar of two or three bytes.
  private func code(at text: UnsafePointer<UInt8>, available: Int) -> UInt8 {
    let bytes = unsafe UnsafeBufferPointer(start: text, count: available)
    guard let decoded = unsafe bytes.span.checkedScalar(at: 0, end: available) else {
      return ScalarCode.hard
    }
    let index = Int(decoded.value)
    return index < common.count ? common[index] : ScalarCode.code(of: decoded.value)
  }

  /// The kind of the scalar at a place, as a raw value; any where a fault is.
  ///
  /// - Parameter available: Bytes of the text from the place on, at least 1.
  @inline(__always)
  func kind(at text: UnsafePointer<UInt8>, available: Int) -> UInt8 {
    // SAFETY: the second byte is read only where there is one.
    let row = unsafe rows[Int(text[0])]
    var index = Int(row &>> 6)
    if row & 0x3F != 0, available > 1 { index &+= unsafe Int(text[1] & 0x3F) }
    let code = codes[index]
    if code == ScalarCode.hard { return unsafe self.code(at: text, available: available) & 7 }
    return code & 7
  }
}
