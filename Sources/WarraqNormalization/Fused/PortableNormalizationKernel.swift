import CWarraqNormalization

/// The kernel in plain Swift: a scalar at a time, by the tables of the plan.
enum PortableNormalizationKernel {
  // SAFETY: as for the kernels in C, the text is valid UTF-8 of `length` bytes, `output` has room
  // for what is left of it with `WN_SLACK` bytes before, and `kept` a word for each 64 bytes.

  // Where the tables stand in `wn_plan`, which begins with that of ASCII.
  private static let arabic = 128
  private static let two = 384
  private static let three = 448

  /// Writes up to the next scalar that is not known.
  static func run(_ pass: UnsafeMutablePointer<wn_pass>) -> wn_result {
    guard let plan = unsafe pass.pointee.plan, let text = unsafe pass.pointee.text else {
      return WN_END
    }
    let length = unsafe Int(pass.pointee.length)
    let collapses = unsafe plan.pointee.collapses_spaces
    let ordersMarks = unsafe plan.pointee.orders_marks
    let cutsElongation = unsafe plan.pointee.cuts_elongation
    var position = unsafe Int(pass.pointee.position)
    var result = WN_END
    while position < length {
      let row = unsafe rows(plan, text, position)
      if row.bytes.0 == UInt8(WN_HARD) {
        result = WN_STOP
        break
      }
      if ordersMarks, unsafe isOutOfOrder(text, position) {
        if position & 63 == 0 { unsafe pass.pointee.kept[position / 64] = 0 }
        position += 1
        result = WN_STOP
        break
      }
      for index in 0..<min(row.count, 3) {
        let byte = index == 0 ? row.bytes.0 : index == 1 ? row.bytes.1 : row.bytes.2
        let source = position + index
        if source & 63 == 0 { unsafe pass.pointee.kept[source / 64] = 0 }
        if byte == 0 { continue }
        if collapses, unsafe !staysCollapsed(pass, byte, from: text[source], at: source) {
          continue
        }
        unsafe pass.pointee.output[Int(pass.pointee.output_count)] = byte
        unsafe pass.pointee.output_count += 1
        unsafe pass.pointee.kept[source / 64] |= 1 << UInt64(source & 63)
        unsafe pass.pointee.last = byte
      }
      if row.count == 4 {
        let source = position + 3
        if source & 63 == 0 { unsafe pass.pointee.kept[source / 64] = 0 }
        unsafe pass.pointee.output[Int(pass.pointee.output_count)] = text[source]
        unsafe pass.pointee.output_count += 1
        unsafe pass.pointee.kept[source / 64] |= 1 << UInt64(source & 63)
        unsafe pass.pointee.last = text[source]
      }
      if cutsElongation, row.bytes.1 | row.bytes.2 != 0, unsafe endsInThreeEqual(pass) {
        position += row.count - 1
        unsafe takeBackLast(pass, position)
        result = WN_STOP
        break
      }
      position += row.count
    }
    unsafe pass.pointee.position = UInt64(position)
    if result == WN_STOP, position & 63 == 0 { unsafe pass.pointee.kept[position / 64] = 0 }
    return result
  }

  /// The first scalar from a position on that may change, or the text's end.
  static func unchanged(
    _ plan: UnsafePointer<wn_plan>, _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> UInt64 {
    guard let base = text.baseAddress else { return 0 }
    let collapses = unsafe plan.pointee.collapses_spaces
    let ordersMarks = unsafe plan.pointee.orders_marks
    let cutsElongation = unsafe plan.pointee.cuts_elongation
    var position = start
    var last = unsafe start == 0 ? UInt8(ascii: "\n") : base[start - 1]
    while position < text.count {
      let row = unsafe rows(plan, base, position)
      var isSame = unsafe row.bytes.0 == base[position]
      if row.count > 1 { isSame = unsafe isSame && row.bytes.1 == base[position + 1] }
      if row.count > 2 { isSame = unsafe isSame && row.bytes.2 == base[position + 2] }
      let byte = row.bytes.0
      if collapses {
        let isBlank = last == UInt8(ascii: " ") || last == UInt8(ascii: "\n")
        if byte == UInt8(ascii: " "), isBlank { isSame = false }
        if byte == UInt8(ascii: "\n"), last == UInt8(ascii: " ") { isSame = false }
      }
      if ordersMarks, unsafe isOutOfOrder(base, position) { isSame = false }
      if cutsElongation, row.count == 2, position >= 4,
        unsafe isThirdEqual(UnsafePointer(base) + position + 1)
      {
        isSame = false
      }
      if !isSame { break }
      last = byte
      position += row.count
    }
    return UInt64(position)
  }

  /// What becomes of the scalar at a position, and its bytes.
  @inline(__always)
  private static func rows(
    _ plan: UnsafePointer<wn_plan>, _ text: UnsafePointer<UInt8>, _ position: Int
  ) -> (bytes: (UInt8, UInt8, UInt8), count: Int) {
    let lead = unsafe text[position]
    let raw = unsafe UnsafeRawPointer(plan)
    if lead < 0x80 {
      return unsafe ((raw.load(fromByteOffset: Int(lead), as: UInt8.self), 0, 0), 1)
    }
    let second = unsafe text[position + 1]
    if lead & 0xFE == 0xD8 {
      let at = Self.arabic + Int(lead & 1) * 128 + Int(second & 63)
      return unsafe (
        (
          raw.load(fromByteOffset: at, as: UInt8.self),
          raw.load(fromByteOffset: at + 64, as: UInt8.self), 0
        ), 2
      )
    }
    if lead >= 0xF0 {
      let isKept = lead == 0xF0 && second == 0x9F
      let third = unsafe text[position + 2]
      return ((isKept ? lead : UInt8(WN_HARD), second, third), 4)
    }
    let count = lead < 0xE0 ? 2 : 3
    let third = count == 3 ? unsafe text[position + 2] : 0
    let block = count == 2 ? Int(lead & 31) : Int(lead & 15) << 6 | Int(second & 63)
    let number = unsafe raw.load(
      fromByteOffset: (count == 2 ? Self.two : Self.three) + block * 2, as: UInt16.self)
    if Int(number) == Int(WN_PAGE_KEEP) { return ((lead, second, third), count) }
    if Int(number) == Int(WN_PAGE_HARD) { return ((UInt8(WN_HARD), 0, 0), count) }
    let page = unsafe plan.pointee.pages + 192 * (Int(number) - Int(WN_PAGE_FIRST))
    let column = Int((count == 2 ? second : third) & 63)
    return unsafe ((page[column], page[64 + column], page[128 + column]), count)
  }

  /// Whether an output byte stays when spaces collapse.
  @inline(__always)
  private static func staysCollapsed(
    _ pass: UnsafeMutablePointer<wn_pass>, _ byte: UInt8, from source: UInt8, at position: Int
  ) -> Bool {
    let last = unsafe pass.pointee.last
    if byte == UInt8(ascii: " ") {
      unsafe pass.pointee.after_cr = false
      return last != UInt8(ascii: " ") && last != UInt8(ascii: "\n")
    }
    if byte == UInt8(ascii: "\n") {
      if source == UInt8(ascii: "\n"), unsafe pass.pointee.after_cr {
        unsafe pass.pointee.after_cr = false
        return false
      }
      unsafe pass.pointee.after_cr = source == UInt8(ascii: "\r")
      if last == UInt8(ascii: " ") { unsafe takeBackLast(pass, position) }
      return true
    }
    unsafe pass.pointee.after_cr = false
    return true
  }

  /// Takes back the byte that was written last, for a byte of the text before a position.
  private static func takeBackLast(_ pass: UnsafeMutablePointer<wn_pass>, _ position: Int) {
    unsafe pass.pointee.output_count -= 1
    var block = position / 64
    while unsafe pass.pointee.kept[block] == 0 { block -= 1 }
    let bits = unsafe pass.pointee.kept[block]
    unsafe pass.pointee.kept[block] = bits & ~(1 << UInt64(63 - bits.leadingZeroBitCount))
  }

  /// Whether a mark of U+064B–0652, U+0670 follows a greater one.
  @inline(__always)
  private static func isOutOfOrder(_ text: UnsafePointer<UInt8>, _ position: Int) -> Bool {
    guard position >= 2, unsafe text[position] == 0xD9, unsafe text[position - 2] == 0xD9 else {
      return false
    }
    let (mark, before) = unsafe (text[position + 1], text[position - 1])
    return mark < before && isOrdered(mark) && isOrdered(before)
  }

  private static func isOrdered(_ tail: UInt8) -> Bool { 0x8B...0x92 ~= tail || tail == 0xB0 }

  @inline(__always)
  private static func endsInThreeEqual(_ pass: UnsafeMutablePointer<wn_pass>) -> Bool {
    let end = unsafe pass.pointee.output + Int(pass.pointee.output_count)
    return unsafe isThirdEqual(UnsafePointer(end - 1))
  }

  /// Whether a letter of two bytes, given its last byte, is the third of three equal ones.
  @inline(__always)
  private static func isThirdEqual(_ tail: UnsafePointer<UInt8>) -> Bool {
    let lead = unsafe tail[-1]
    guard 0xD8...0xDB ~= lead, unsafe tail[0] == tail[-2], unsafe tail[0] == tail[-4] else {
      return false
    }
    return unsafe lead == tail[-3] && lead == tail[-5]
  }
}
