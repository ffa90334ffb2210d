import CWarraqNormalization
import WarraqText

/// All operations in one pass over a text, with reused buffers.
///
/// Kernels write what hangs on single scalars. Where they stop, `FusedPass+Neighbors` decides by a
/// look at the neighbours, and `FusedPass+Stretches` hands what is left, between two places that
/// nothing reaches across, to the operations one after the other.
///
/// The output is told by three things: which bytes of the source have a byte of their own in the
/// output (`kept`), the stretches written otherwise, and the bytes themselves.
@safe
final class FusedPass {
  // SAFETY: the object alone uses its memory, grows it before it is written behind its capacity,
  // and frees it. The text's memory is used inside `run` only, for which the caller holds it.

  let plan: NormalizationPlan
  private let functions: UnsafePointer<wn_kernel>?
  let pass: UnsafeMutablePointer<wn_pass>

  /// Parts of the output that are not kept bytes of the source, in order.
  var stretches: [OutputStretch] = []
  /// The origins of stretches' bytes (see ``OutputStretch``).
  var origins: [UInt32] = []

  /// Bytes from which on boundaries may be looked for.
  var floor = 0
  /// Whether the text goes on from one that ended in a character, and begins with a space.
  var isContinued = false
  /// The last byte before the text; a line feed at a text's start.
  private var lastBefore = UInt8(ascii: "\n")
  /// Whether the letter or number before the text is a letter (`punctuation: arabic`).
  var followsLetter = false

  private var outputMemory: UnsafeMutablePointer<UInt8>
  private var outputCapacity: Int
  private var keptCapacity: Int

  /// A pass for texts under one plan.
  init(_ plan: NormalizationPlan, kernel: NormalizationKernel) {
    self.plan = plan
    unsafe functions = kernel.functions
    unsafe pass = .allocate(capacity: 1)
    unsafe pass.initialize(to: wn_pass())
    unsafe pass.pointee.plan = plan.tables
    outputCapacity = Int(WN_SLACK) * 2
    unsafe outputMemory = .allocate(capacity: outputCapacity)
    keptCapacity = 1
    unsafe pass.pointee.kept = .allocate(capacity: 1)
    unsafe outputMemory.initialize(repeating: 0, count: Int(WN_SLACK))
  }

  deinit {
    unsafe pass.pointee.kept.deallocate()
    unsafe pass.deallocate()
    unsafe outputMemory.deallocate()
  }

  /// What a run found.
  enum Outcome {
    /// The text stays as it is; nothing was written.
    case unchanged
    /// The output was written.
    case written
  }

  /// Normalizes a text.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - continuing: Whether it goes on from the text of the last run, which ended at a boundary
  ///     (see `FusedPass+Stretches`).
  ///   - isEnd: Whether nothing follows.
  func run(
    _ text: UnsafeBufferPointer<UInt8>, continuing: Bool = false, isEnd: Bool = true
  ) -> Outcome {
    unsafe pass.pointee.text = text.baseAddress
    unsafe pass.pointee.length = UInt64(text.count)
    unsafe pass.pointee.position = 0
    unsafe pass.pointee.output_count = 0
    unsafe pass.pointee.after_cr = false
    stretches.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    floor = 0
    if !continuing {
      unsafe pass.pointee.last = UInt8(ascii: "\n")
      followsLetter = false
    }
    lastBefore = unsafe pass.pointee.last
    isContinued = continuing && lastBefore != UInt8(ascii: "\n")
    guard text.count > 0 else { return .unchanged }
    if !continuing {
      let end = unsafe unchangedPrefix(text)
      if end == text.count {
        keepState(isUnchanged: true)
        return .unchanged
      }
      reserve(text.count)
      unsafe copyPrefix(text, end)
    } else {
      reserve(text.count)
    }
    while runKernel() == WN_STOP { resolve() }
    if unsafe isEnd && collapsesSpaces && pass.pointee.last == UInt8(ascii: " ") { takeBackSpace() }
    if !isEnd { keepState(isUnchanged: false) }
    return .written
  }

  // MARK: What was written

  /// The output.
  var output: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: pass.pointee.output, count: outputCount)
  }

  /// For each 64 bytes of the text, which of them have an output byte of their own.
  var kept: UnsafeBufferPointer<UInt64> {
    unsafe UnsafeBufferPointer(start: pass.pointee.kept, count: (length + 63) / 64)
  }

  // MARK: State

  var position: Int { unsafe Int(pass.pointee.position) }
  var length: Int { unsafe Int(pass.pointee.length) }
  var outputCount: Int { unsafe Int(pass.pointee.output_count) }
  var options: NormalizationOptions { plan.options }
  private var collapsesSpaces: Bool { options.spaces == .collapse }

  /// The text.
  var input: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: pass.pointee.text, count: length)
  }

  /// The byte of the text at a position.
  func byte(_ position: Int) -> UInt8 {
    assert(position >= 0 && position < length)
    return unsafe pass.pointee.text[position]
  }

  /// The scalar that begins at a position of the text.
  func scalar(at position: Int) -> DecodedScalar {
    unsafe input.span.scalar(at: position)
  }

  /// The scalar that ends before a position of the text, and its start; `nil` at the text's start.
  func scalar(before position: Int) -> (value: UInt32, start: Int)? {
    guard position > 0 else { return nil }
    let found = unsafe input.span.scalar(before: position)
    return (found.value, position - found.length)
  }

  /// Moves on, with nothing kept of what lies between.
  func advance(to end: Int) {
    var block = position / 64 + 1
    while block <= end / 64 {
      unsafe pass.pointee.kept[block] = 0
      block += 1
    }
    unsafe pass.pointee.position = UInt64(end)
  }

  /// Writes a byte for a byte of the text, and moves on behind it.
  func keep(_ output: UInt8, at source: Int) {
    advance(to: source)
    unsafe pass.pointee.output[outputCount] = output
    unsafe pass.pointee.output_count += 1
    unsafe pass.pointee.kept[source / 64] |= 1 << UInt64(source & 63)
    unsafe pass.pointee.last = output
    unsafe pass.pointee.after_cr = false
    advance(to: source + 1)
  }

  /// Writes bytes of the text as they are.
  func keep(_ range: Range<Int>) {
    for source in range { keep(byte(source), at: source) }
  }

  /// Writes scalars for a part of the text, which begins at the position.
  ///
  /// - Parameter origins: The position in the text of each scalar; `nil` where all come from the
  ///   part's start.
  func write(_ scalars: [UInt32], for source: Range<Int>, origins newOrigins: [Int]?) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 2)
    let firstOrigin = newOrigins == nil ? nil : origins.count
    for (index, scalar) in scalars.enumerated() {
      let first = bytes.count
      bytes.append(utf8: scalar)
      guard let newOrigins else { continue }
      let origin = UInt32(newOrigins[index])
      for position in first..<bytes.count {
        origins.append(position == first ? origin : origin | OutputStretch.continuation)
      }
    }
    reserve(bytes.count + length - source.upperBound)
    let start = outputCount
    for (index, byte) in bytes.enumerated() {
      unsafe pass.pointee.output[start + index] = byte
    }
    unsafe pass.pointee.output_count += UInt64(bytes.count)
    if let last = bytes.last { unsafe pass.pointee.last = last }
    unsafe pass.pointee.after_cr = false
    stretches.append(
      OutputStretch(
        source: UInt32(source.lowerBound)..<UInt32(source.upperBound),
        output: UInt32(start)..<UInt32(outputCount), scalars: UInt32(scalars.count),
        firstOrigin: firstOrigin))
    advance(to: source.upperBound)
  }

  /// Takes back what was written for the text from a position on.
  func rollBack(to start: Int) {
    var removed = 0
    while let stretch = stretches.last, Int(stretch.source.lowerBound) >= start {
      removed += stretch.output.count
      if let first = stretch.firstOrigin { origins.removeLast(origins.count - first) }
      stretches.removeLast()
    }
    let first = start / 64
    let below: UInt64 = (1 << UInt64(start & 63)) - 1
    for block in first...position / 64 {
      let mask = block == first ? below : 0
      removed += unsafe (pass.pointee.kept[block] & ~mask).nonzeroBitCount
      unsafe pass.pointee.kept[block] &= mask
    }
    unsafe pass.pointee.output_count -= UInt64(removed)
    unsafe pass.pointee.position = UInt64(start)
    unsafe pass.pointee.last = outputCount > 0 ? pass.pointee.output[outputCount - 1] : lastBefore
    unsafe pass.pointee.after_cr = false
  }

  // MARK: Buffers and kernels

  /// Makes room for some more bytes of output.
  private func reserve(_ count: Int) {
    let needed = outputCount + count + 2 * Int(WN_SLACK) + 64
    if needed > outputCapacity {
      let capacity = max(needed, stretches.isEmpty ? needed : needed + needed / 8)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      unsafe larger.update(from: outputMemory, count: Int(WN_SLACK) + outputCount)
      unsafe outputMemory.deallocate()
      unsafe outputMemory = larger
      outputCapacity = capacity
    }
    unsafe pass.pointee.output = outputMemory + Int(WN_SLACK)
    let blocks = length / 64 + 2
    if blocks > keptCapacity {
      unsafe pass.pointee.kept.deallocate()
      unsafe pass.pointee.kept = .allocate(capacity: blocks)
      keptCapacity = blocks
    }
    // The block of the position is read before it is written.
    if unsafe pass.pointee.position == 0 { unsafe pass.pointee.kept[0] = 0 }
  }

  private func runKernel() -> wn_result {
    if let functions = unsafe functions { return unsafe functions.pointee.run(pass) }
    return unsafe PortableNormalizationKernel.run(pass)
  }

  /// How many bytes of the text stay as they are: all of it, or up to the start of a scalar.
  ///
  /// A stretch that has to be looked at, but does not change, ends this only where there are many: a
  /// look costs as much as some ten thousand bytes that need none, and no more looks are taken than
  /// such bytes were found before.
  private func unchangedPrefix(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = 0
    var credit = 0
    while true {
      let looked = end
      end = unsafe unchanged(text, from: end)
      credit += end - looked
      if end == text.count {
        let isTrailingSpace = unsafe collapsesSpaces && text[end - 1] == UInt8(ascii: " ")
        return isTrailingSpace ? end - 1 : end
      }
      while end > 0, unsafe text[end] & 0xC0 == 0x80 { end -= 1 }
      guard credit >= Self.costOfLook, let next = endOfUnchangedStretch(at: end) else { return end }
      credit -= Self.costOfLook
      end = next
    }
  }

  private static let costOfLook = 1 << 14

  private func unchanged(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if let functions = unsafe functions {
      return unsafe Int(
        functions.pointee.unchanged(
          plan.tables, text.baseAddress, UInt64(start), UInt64(text.count)))
    }
    return unsafe Int(PortableNormalizationKernel.unchanged(plan.tables, text, from: start))
  }

  private func copyPrefix(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    guard end > 0, let base = text.baseAddress else { return }
    unsafe pass.pointee.output.update(from: base, count: end)
    unsafe pass.pointee.output_count = UInt64(end)
    unsafe pass.pointee.kept.update(repeating: .max, count: end / 64)
    unsafe pass.pointee.kept[end / 64] = (1 << UInt64(end & 63)) - 1
    unsafe pass.pointee.position = UInt64(end)
    unsafe pass.pointee.last = text[end - 1]
  }

  private func takeBackSpace() {
    unsafe pass.pointee.output_count -= 1
    var block = (length - 1) / 64
    while unsafe pass.pointee.kept[block] == 0 { block -= 1 }
    let bits = unsafe pass.pointee.kept[block]
    unsafe pass.pointee.kept[block] = bits & ~(1 << UInt64(63 - bits.leadingZeroBitCount))
  }
}

/// A part of the output that is not made of kept bytes of the source.
struct OutputStretch: Sendable, Hashable {
  /// Bytes of the source that it stands for.
  var source: Range<UInt32>
  /// Bytes of the output.
  var output: Range<UInt32>
  /// Scalars of the output.
  var scalars: UInt32
  /// Where its bytes' origins begin in the list of them; `nil` where all come from its start.
  ///
  /// An origin is a byte of the source, for other bytes of a scalar than the first with
  /// ``continuation``.
  var firstOrigin: Int?

  /// Set in the origins of continuation bytes; texts are shorter than that.
  static let continuation: UInt32 = 1 << 31
}
