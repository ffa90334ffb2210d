import CWarraqKernels
public import WarraqText

/// Cuts bytes into tokens, a batch at a time.
///
/// The layer under ``Tokenizer`` and ``TokenSequence``: nothing is allocated while it runs. Bytes
/// need not be valid UTF-8: at the first ill-formed sequence the text ends, and
/// ``invalidOffset`` tells where.
///
/// ```swift
/// let scanner = TokenScanner(text)
/// while scanner.nextBatch() {
///   for index in 0..<scanner.batch.count where scanner.batch.kind(at: index).isWord { words += 1 }
/// }
/// ```
@safe
public final class TokenScanner {
  /// The tokens found last.
  public let batch: TokenBatch
  /// The first byte that does not continue valid UTF-8, once the scanner is there.
  public var invalidOffset: Int? { fault }
  private var fault: Int?
  /// Whether tokens get folded keys.
  public let withKeys: Bool

  var bytes: [UInt8]
  /// Alone in memory, aligned for the kernels.
  private let scan: UnsafeMutablePointer<wk_scan>
  private let segmenter: ReferenceSegmenter
  private let function: wk_kernel?
  private let countingFunction: wk_kernel?
  private let portable: PortableKernel?
  private let fold = FoldTable.shared

  /// Where the reference has to go on to before the kernel may; at or before the position when it
  /// has nothing to do.
  private var referenceEnd = 0
  /// Where the last stop was, and how far beyond a stop the reference goes.
  private var lastStop = -TokenScanner.dense
  private var stretch = 0
  private static let dense = 24

  deinit {
    unsafe scan.deallocate()
  }

  /// A scanner at the start of a text.
  public convenience init(
    _ text: SourceText, profile: TokenizationProfile = .arabic,
    kernel: TokenizerKernel = .preferred, withKeys: Bool = false
  ) {
    self.init(text.utf8, profile: profile, kernel: kernel, withKeys: withKeys)
  }

  /// A scanner at a position of some bytes.
  ///
  /// - Parameters:
  ///   - bytes: Less than 4 GiB, valid UTF-8 before `start`.
  ///   - start: A boundary. What stands before is looked at, but not cut.
  ///   - kernel: One of ``TokenizerKernel/available``; in place of another the portable one runs.
  ///   - withKeys: Whether each token gets its folded key too.
  public init(
    _ bytes: [UInt8], from start: Int = 0, profile: TokenizationProfile = .arabic,
    kernel: TokenizerKernel = .preferred, withKeys: Bool = false
  ) {
    precondition(bytes.count < Int(UInt32.max), "a scanner takes less than 4 GiB")
    batch = TokenBatch(withKeys: withKeys)
    // SAFETY: zeros are valid for all fields; the scanner alone uses the memory and frees it.
    let memory = unsafe UnsafeMutableRawPointer.allocate(
      byteCount: MemoryLayout<wk_scan>.size, alignment: 64)
    unsafe memory.initializeMemory(
      as: UInt8.self, repeating: 0, count: MemoryLayout<wk_scan>.size)
    unsafe scan = memory.bindMemory(to: wk_scan.self, capacity: 1)
    self.withKeys = withKeys
    self.bytes = bytes
    segmenter = .shared(profile)
    unsafe function = unsafe kernel.function(profile, withKeys: withKeys)
    unsafe countingFunction = unsafe kernel.countingFunction(profile)
    portable =
      unsafe function == nil && kernel != .reference
      ? PortableKernel(profile) : nil
    unsafe scan.pointee.starts = batch.starts
    unsafe scan.pointee.kinds = batch.kinds
    unsafe scan.pointee.key_starts = batch.keyStarts
    unsafe scan.pointee.capacity = UInt64(TokenBatch.capacity)
    rewind(to: start, end: bytes.count)
  }

  /// Begins anew at the first byte.
  public func restart() {
    rewind(to: 0, end: bytes.count)
  }

  /// Begins anew, at a boundary of the bytes.
  ///
  /// - Parameter end: Where the text ends.
  func rewind(to start: Int, end: Int) {
    fault = nil
    unsafe scan.pointee.length = UInt64(end)
    unsafe scan.pointee.position = UInt64(start)
    unsafe scan.pointee.stop = 0
    unsafe scan.pointee.window_length = 0
    unsafe scan.pointee.count = 0
    unsafe scan.pointee.key_count = 0
    referenceEnd = start
    lastStop = -Self.dense
    stretch = 0
    batch.tokenCount = 0
  }

  /// Where the next batch begins.
  public var position: Int { unsafe Int(scan.pointee.position) }

  /// Fills the batch with the tokens that follow.
  ///
  /// - Returns: `false` where there are no more; then the batch is empty.
  /// - Complexity: O(bytes of the tokens found).
  public func nextBatch() -> Bool {
    guard unsafe scan.pointee.position < scan.pointee.length else {
      batch.tokenCount = 0
      return false
    }
    unsafe scan.pointee.count = 0
    unsafe scan.pointee.key_count = 0
    // SAFETY: the array is not changed here, so the pointer holds for the call. The kernels keep to
    // `length` bytes of it, and to the capacities of the batch.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe scan.pointee.text = buffer.baseAddress
      unsafe fill(buffer)
      unsafe scan.pointee.text = nil
    }
    batch.tokenCount = unsafe Int(scan.pointee.count)
    unsafe batch.starts[batch.tokenCount] = UInt32(scan.pointee.position)
    if withKeys, unsafe function == nil { addKeys() }
    if withKeys { unsafe batch.keyStarts[batch.tokenCount] = UInt32(scan.pointee.key_count) }
    return batch.tokenCount > 0
  }

  /// Fills the batch with the tokens that follow, and returns their number; 0 at the end.
  ///
  /// Never inlined: a loop over tokens keeps its variables in registers if all it sees is one call.
  @usableFromInline
  @inline(never)
  func nextCount() -> Int {
    nextBatch() ? batch.tokenCount : 0
  }

  /// Counts the tokens from the position on, and how many of them are white space.
  ///
  /// - Complexity: O(*n*).
  package func countRest() -> (tokens: Int, spaces: Int) {
    var (tokens, spaces) = (0, 0)
    while unsafe scan.pointee.position < scan.pointee.length {
      var stop = unsafe scan.pointee.position
      if let countingFunction = unsafe countingFunction {
        unsafe scan.pointee.count = 0
        unsafe scan.pointee.spaces = 0
        // SAFETY: as in nextBatch.
        let isAtEnd = unsafe bytes.withUnsafeBufferPointer { buffer in
          if unsafe mayBeInDate(Int(scan.pointee.position), buffer) { return false }
          unsafe scan.pointee.text = buffer.baseAddress
          defer { unsafe scan.pointee.text = nil }
          return unsafe countingFunction(scan) == WK_END
        }
        tokens += unsafe Int(scan.pointee.count)
        spaces += unsafe Int(scan.pointee.spaces)
        if isAtEnd { break }
        stop = unsafe max(stop, scan.pointee.stop)
        // Not many more than it takes to get behind the stop.
        unsafe scan.pointee.capacity = 2 * UInt64(WK_WINDOW)
      }
      while nextBatch() {
        tokens += batch.count
        spaces += batch.spaceCount
        if unsafe countingFunction != nil, unsafe scan.pointee.position > stop { break }
      }
      unsafe scan.pointee.capacity = UInt64(TokenBatch.capacity)
    }
    return (tokens, spaces)
  }

  /// Whether a position may stand inside of 5.11.2018, which is cut at both stops as 11.2018 alone
  /// is not: a kernel begins without knowing what is before.
  private func mayBeInDate(_ position: Int, _ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    guard segmenter.profile == .arabic, position > 0 else { return false }
    return unsafe buffer[position] == 0x2E
      ? mayBeDigit(buffer[position - 1])
      : buffer[position - 1] == 0x2E && mayBeDigit(buffer[position])
  }

  /// Whether a byte is a digit's first or last one.
  private func mayBeDigit(_ byte: UInt8) -> Bool {
    byte >= 0x80 && byte != 0xD8 || byte >= 0x30 && byte <= 0x39
  }

  private func fill(_ buffer: UnsafeBufferPointer<UInt8>) {
    while unsafe scan.pointee.position < scan.pointee.length {
      let position = unsafe Int(scan.pointee.position)
      if unsafe mayBeInDate(position, buffer) { referenceEnd = max(referenceEnd, position + 1) }
      if unsafe position < referenceEnd || (function == nil && portable == nil) {
        guard unsafe cutByReference(buffer.span) else { return }
        continue
      }
      unsafe scan.pointee.keys = batch.keys
      unsafe scan.pointee.key_capacity = UInt64(batch.keyCapacity)
      let result = unsafe function?(scan) ?? portable?.run(&scan.pointee) ?? WK_END
      switch result {
      case WK_STOP:
        let stop = unsafe Int(scan.pointee.stop)
        // Where stops are dense the reference alone is faster.
        stretch = stop - lastStop < Self.dense ? min(max(stretch * 2, Self.dense), 4096) : 0
        lastStop = stop + stretch
        referenceEnd = stop + 1 + stretch
      case WK_FULL:
        if unsafe scan.pointee.count > 0 { return }
        batch.reserveKeys(batch.keyCapacity * 2)
      default:
        return
      }
    }
  }

  /// Cuts segments up to where the kernel may go on.
  ///
  /// - Returns: Whether there is more to do for this batch.
  private func cutByReference(_ bytes: Span<UInt8>) -> Bool {
    let end = unsafe Int(scan.pointee.length)
    let isAlone = unsafe function == nil && portable == nil
    while unsafe scan.pointee.position < end, unsafe isAlone || scan.pointee.position < referenceEnd
    {
      guard unsafe scan.pointee.count < scan.pointee.capacity else { return false }
      let start = unsafe Int(scan.pointee.position)
      guard let segment = segmenter.segment(of: bytes, at: start, end: end) else {
        // The text ends at its first fault.
        fault = start
        unsafe scan.pointee.length = unsafe scan.pointee.position
        unsafe scan.pointee.window_length = 0
        return false
      }
      let index = unsafe Int(scan.pointee.count)
      unsafe batch.starts[index] = UInt32(start)
      unsafe batch.kinds[index] = segment.kind.rawValue
      if withKeys, unsafe function != nil {
        unsafe batch.keyStarts[index] = UInt32(scan.pointee.key_count)
        appendKey(bytes, start..<segment.end)
      }
      unsafe scan.pointee.count += 1
      unsafe scan.pointee.position = UInt64(segment.end)
    }
    return true
  }

  /// Adds the keys of all tokens of the batch: only vector kernels make them on the way.
  private func addKeys() {
    for index in 0..<batch.tokenCount {
      unsafe batch.keyStarts[index] = UInt32(scan.pointee.key_count)
      appendKey(bytes.span, unsafe Int(batch.starts[index])..<Int(batch.starts[index + 1]))
    }
  }

  private func appendKey(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    unsafe batch.reserveKeys(Int(scan.pointee.key_count) + range.count * FoldTable.mostGrowth)
    // SAFETY: room is made just before.
    let written = unsafe fold.fold(
      bytes, range, to: batch.keys + Int(scan.pointee.key_count))
    unsafe scan.pointee.key_count += UInt64(written)
  }
}
