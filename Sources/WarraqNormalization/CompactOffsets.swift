import Synchronization
import WarraqText

/// A map as a fused pass makes it: which bytes of the source have a byte of their own in the output,
/// and stretches that were written otherwise.
final class CompactOffsets: Sendable {
  private let source: SourceText
  private let outputCount: Int
  /// For each 64 bytes of the source, which of them have an output byte; `nil` for all.
  private let kept: [UInt64]?
  private let stretches: [OutputStretch]
  /// The origins of stretches' bytes (see ``OutputStretch``).
  private let origins: [UInt32]

  private let cachedOffsets = Mutex<[Int]?>(nil)
  /// Kept bytes before each word of `kept`, made for the first question.
  private let cachedRanks = Mutex<[UInt32]?>(nil)

  init(
    source: SourceText, outputCount: Int, kept: [UInt64], stretches: [OutputStretch],
    origins: [UInt32]
  ) {
    self.source = source
    self.outputCount = outputCount
    self.kept = kept
    self.stretches = stretches
    self.origins = origins
  }

  init(identityOf source: SourceText) {
    self.source = source
    outputCount = source.count
    kept = nil
    stretches = []
    origins = []
  }

  // MARK: Scalars

  /// The source scalar of each output scalar, then the number of source scalars.
  var scalarOffsets: [Int] {
    cachedOffsets.withLock { cached in
      if let cached { return cached }
      let offsets = makeScalarOffsets()
      cached = offsets
      return offsets
    }
  }

  private func makeScalarOffsets() -> [Int] {
    let count = source.utf8.count { $0 & 0xC0 != 0x80 }
    guard let kept else { return Array(0...count) }
    var offsets: [Int] = []
    offsets.reserveCapacity(count + 1)
    var position = 0
    var scalar = 0
    for stretch in stretches {
      appendKept(kept, from: &position, to: Int(stretch.source.lowerBound), &scalar, &offsets)
      append(stretch, &scalar, &offsets)
      position = Int(stretch.source.upperBound)
    }
    appendKept(kept, from: &position, to: source.count, &scalar, &offsets)
    offsets.append(scalar)
    return offsets
  }

  /// Source scalars of which a byte or more was kept give one scalar each, others none.
  private func appendKept(
    _ kept: [UInt64], from position: inout Int, to end: Int, _ scalar: inout Int,
    _ offsets: inout [Int]
  ) {
    let utf8 = source.utf8
    let bytes = utf8.span
    func isKept(_ position: Int) -> Bool {
      kept[position >> 6] >> UInt64(position & 63) & 1 != 0
    }
    while position < end {
      var next = position + 1
      var isScalarKept = isKept(position)
      while next < end, bytes[next] & 0xC0 == 0x80 {
        isScalarKept = isScalarKept || isKept(next)
        next += 1
      }
      if isScalarKept { offsets.append(scalar) }
      scalar += 1
      position = next
    }
  }

  private func append(_ stretch: OutputStretch, _ scalar: inout Int, _ offsets: inout [Int]) {
    let utf8 = source.utf8
    let bytes = utf8.span
    let start = Int(stretch.source.lowerBound)
    var position = start
    func move(to end: Int) {
      while position < end {
        position += 1
        if position == bytes.count || bytes[position] & 0xC0 != 0x80 { scalar += 1 }
      }
    }
    if let first = stretch.firstOrigin {
      for origin in origins[first..<first + stretch.output.count]
      where origin & OutputStretch.continuation == 0 {
        move(to: Int(origin))
        offsets.append(scalar)
      }
    } else {
      for _ in 0..<stretch.scalars { offsets.append(scalar) }
    }
    move(to: Int(stretch.source.upperBound))
  }

  // MARK: Bytes

  /// The bytes of the source that a range of the output's bytes stands for.
  func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = origin(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    let last = origin(of: range.upperBound - 1)
    var next = range.upperBound
    while next < outputCount, origin(of: next) <= last { next += 1 }
    return start..<origin(of: next)
  }

  /// The first byte of the source scalar that a byte of the output comes from; the source's length
  /// for the output's.
  private func origin(of position: Int) -> Int {
    guard position < outputCount else { return source.count }
    guard let kept else { return scalarStart(position) }
    // The last stretch that begins at or before the position.
    let number = stretches.partition { Int($0.output.lowerBound) > position }
    var rank = position
    var sourceStart = 0
    if number > 0 {
      let stretch = stretches[number - 1]
      if position < stretch.output.upperBound {
        let first = Int(stretch.source.lowerBound)
        guard let origin = stretch.firstOrigin else { return first }
        let index = origin + position - Int(stretch.output.lowerBound)
        return Int(origins[index] & ~OutputStretch.continuation)
      }
      rank = position - Int(stretch.output.upperBound)
      sourceStart = Int(stretch.source.upperBound)
    }
    return scalarStart(select(rank, from: sourceStart, in: kept))
  }

  private func scalarStart(_ position: Int) -> Int {
    let utf8 = source.utf8
    var start = position
    while utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The position of the kept byte that has `rank` kept ones between a position and itself.
  private func select(_ rank: Int, from start: Int, in kept: [UInt64]) -> Int {
    let ranks = ranks(of: kept)
    let word = start >> 6
    let before =
      Int(ranks[word])
      + (word < kept.count ? (kept[word] & ((1 << UInt64(start & 63)) - 1)).nonzeroBitCount : 0)
    let wanted = before + rank
    let found = ranks.partition { Int($0) > wanted } - 1
    var bits = kept[found]
    for _ in 0..<wanted - Int(ranks[found]) { bits &= bits - 1 }
    return found << 6 + bits.trailingZeroBitCount
  }

  private func ranks(of kept: [UInt64]) -> [UInt32] {
    cachedRanks.withLock { cached in
      if let cached { return cached }
      var ranks: [UInt32] = []
      ranks.reserveCapacity(kept.count + 1)
      var total = 0
      for word in kept {
        ranks.append(UInt32(total))
        total += word.nonzeroBitCount
      }
      ranks.append(UInt32(total))
      cached = ranks
      return ranks
    }
  }
}

extension Array {
  /// The first index whose element, and so all behind it, passes a test.
  fileprivate func partition(where isBehind: (Element) -> Bool) -> Int {
    var range = startIndex..<endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if isBehind(self[middle]) {
        range = range.lowerBound..<middle
      } else {
        range = middle + 1..<range.upperBound
      }
    }
    return range.lowerBound
  }
}
