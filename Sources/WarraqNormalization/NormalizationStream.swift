public import WarraqText

/// Normalizes a text that arrives in pieces: as it is read from a file or a pipe, of any size.
///
/// Where one piece ends and the next begins does not change the normalized text or the map. What is
/// kept back is the text from the last place on that no operation reaches across: with most options a
/// single space or a line feed between characters, with `quotes: guillemets` a line feed. So memory is
/// bounded by the longest stretch without such a place. ``NormalizationKernel/reference`` keeps back
/// all.
///
/// ```swift
/// var stream = NormalizationStream(Normalizer(NormalizationPreset.search.options))
/// while let piece = read() { try stream.push(piece.span) { write($0.text) } }
/// try stream.finish { write($0.text) }
/// ```
public struct NormalizationStream: ~Copyable {
  /// A part of the normalized text, with its map.
  public struct Part: Sendable {
    /// The normalized text of the part.
    public let text: SourceText
    /// Where its scalars came from, counted from the start of the part's source.
    public let map: OffsetMap
    /// Where the part's source begins in the whole text, in Unicode scalars.
    public let sourceScalarOffset: Int
    /// Where the part's source begins in the whole text, in bytes.
    public let sourceOffset: UTF8Offset
  }

  /// What is done with bytes that are no valid UTF-8.
  public enum InvalidBytes: Sendable {
    /// They are an error.
    case fail
    /// Each maximal ill-formed part becomes one U+FFFD.
    case repair
  }

  private let normalizer: Normalizer
  private let pass: FusedPass?
  private let invalidBytes: InvalidBytes
  /// Bytes that are worth while to look for an end in.
  private let least: Int

  /// The first bytes of a scalar whose last have not come.
  private var incomplete: [UInt8] = []
  /// Bytes of the input before `incomplete`.
  private var inputCount = 0
  /// Valid text that has not been normalized.
  private var pending: [UInt8] = []
  private var wanted: Int
  private var isAtStart = true
  private var sourceCount = 0
  private var sourceScalarCount = 0

  /// A stream at the start of a text. A byte order mark at its start is not part of it.
  public init(_ normalizer: Normalizer, invalidBytes: InvalidBytes = .fail) {
    self.init(normalizer, invalidBytes: invalidBytes, least: 1 << 14)
  }

  /// A stream that normalizes as soon as some bytes have come.
  package init(_ normalizer: Normalizer, invalidBytes: InvalidBytes = .fail, least: Int) {
    self.normalizer = normalizer
    self.invalidBytes = invalidBytes
    self.least = least
    wanted = least
    pass = normalizer.plan.map { FusedPass($0, kernel: normalizer.kernel) }
  }

  /// Takes a piece, and hands on what is sure.
  ///
  /// - Throws: ``WarraqText/TextError`` with the byte offset in all that was pushed; what came before
  ///   is lost if it was not handed on.
  /// - Complexity: O(*n*) in the piece, amortized.
  public mutating func push(
    _ piece: Span<UInt8>, _ body: (_ part: Part) -> Void
  ) throws(TextError) {
    // SAFETY: the buffer is used while the span lives.
    unsafe piece.withUnsafeBufferPointer { buffer in
      unsafe incomplete.append(contentsOf: unsafe buffer)
    }
    try accept(upTo: Self.completeCount(incomplete))
    guard pending.count >= wanted else { return }
    guard let end = lastBoundary() else {
      // Twice as much before the next look: all looks together stay linear.
      wanted = max(least, pending.count * 2)
      return
    }
    handOn(end, isEnd: false, body)
    wanted = least
  }

  /// Hands on what is left.
  ///
  /// - Throws: ``WarraqText/TextError`` where the text ends inside a scalar.
  public mutating func finish(_ body: (_ part: Part) -> Void) throws(TextError) {
    try accept(upTo: incomplete.count)
    if !pending.isEmpty { handOn(pending.count, isEnd: true, body) }
  }

  /// Moves bytes to the valid text.
  private mutating func accept(upTo end: Int) throws(TextError) {
    guard end > 0 else { return }
    let bytes = Array(incomplete[..<end])
    let keepsMark = inputCount > 0
    switch invalidBytes {
    case .fail:
      do {
        pending += try SourceText(validating: bytes, keepingMark: keepsMark).utf8
      } catch .invalidUTF8(let offset) {
        throw .invalidUTF8(byteOffset: inputCount + offset)
      }
    case .repair:
      pending += try SourceText.repairing(bytes, keepingMark: keepsMark).text.utf8
    }
    inputCount += end
    incomplete.removeFirst(end)
    guard pending.count <= SourceText.maximumLength else { throw .tooLong(bytes: pending.count) }
  }

  /// Bytes up to the start of a sequence at the end that more bytes may complete.
  private static func completeCount(_ bytes: [UInt8]) -> Int {
    var start = bytes.count
    for _ in 0..<3 where start > 0 {
      start -= 1
      let byte = bytes[start]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return bytes.count - start < needed ? start : bytes.count
    }
    return bytes.count
  }

  private func lastBoundary() -> Int? {
    guard let pass else { return normalizer.options.isEmpty ? pending.count : nil }
    // SAFETY: the array's memory is used inside the closure only.
    return unsafe pending.withUnsafeBufferPointer {
      unsafe pass.lastBoundary(in: $0, continuing: !isAtStart)
    }
  }

  private mutating func handOn(_ end: Int, isEnd: Bool, _ body: (Part) -> Void) {
    let source = SourceText(valid: Array(pending[..<end]))
    let result =
      pass?.normalize(source, continuing: !isAtStart, isEnd: isEnd) ?? normalizer.normalize(source)
    body(
      Part(
        text: result.text, map: result.map, sourceScalarOffset: sourceScalarCount,
        sourceOffset: UTF8Offset(sourceCount)))
    isAtStart = false
    sourceCount += end
    sourceScalarCount += source.utf8.count { $0 & 0xC0 != 0x80 }
    pending.removeFirst(end)
  }
}
