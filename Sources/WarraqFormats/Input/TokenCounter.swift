internal import WarraqText
public import WarraqTokenization

/// What counting the tokens of a document came to.
public struct TokenCount: Hashable, Sendable {
  /// The number of tokens.
  public var tokens: Int
  /// Whether bytes that are not UTF-8 had to be repaired.
  public var isRepaired: Bool
}

extension DocumentReader {
  /// Counts the words of a text input as it is read, in place of ``next()``.
  ///
  /// Gives what tokenizing its document would give, but holds no more of it than a piece and the
  /// longest stretch without white space; so it may be of any length. Texts in other encodings than
  /// UTF-8 are held whole; on a pipe only their first 64 KiB tell which one it is.
  ///
  /// - Parameter includingSpaces: Whether white space is tokens too.
  /// - Throws: ``InputFault``, as ``next()``.
  /// - Complexity: O(*n*).
  public mutating func countTokens(
    profile: TokenizationProfile, includingSpaces: Bool
  ) throws(InputFault) -> TokenCount {
    guard try isReadAsUTF8() else {
      return try countWhole(profile: profile, includingSpaces: includingSpaces)
    }
    if let tokens = try countInStripes(profile: profile, includingSpaces: includingSpaces) {
      return TokenCount(tokens: tokens, isRepaired: false)
    }
    var counter = TokenCounter(
      profile: profile, includingSpaces: includingSpaces, onInvalid: options.onInvalid)
    while counter.error == nil, try nextPiece({ counter.push($0) }) {}
    counter.finish()
    // What is not UTF-8 may be another encoding; a pipe cannot be read again to find out.
    if counter.error != nil || counter.isRepaired, options.encoding == .auto,
      case .file = input.source,
      bytes.file.regularSize != nil
    {
      var second = try DocumentReader(input, options: options)
      return try second.countWhole(profile: profile, includingSpaces: includingSpaces)
    }
    if let error = counter.error { throw rejection(error, line: counter.line) }
    return TokenCount(tokens: counter.tokens, isRepaired: counter.isRepaired)
  }

  /// Counts the words of the whole document at once.
  private mutating func countWhole(
    profile: TokenizationProfile, includingSpaces: Bool
  ) throws(InputFault) -> TokenCount {
    guard let document = try next() else { return TokenCount(tokens: 0, isRepaired: false) }
    let tokens = Tokenizer(profile: profile, includesSpaces: includingSpaces)
      .tokens(in: document.text)
    var count = 0
    for _ in tokens { count += 1 }
    return TokenCount(tokens: count, isRepaired: !document.diagnostics.isEmpty)
  }
}

/// Counts the tokens of a document that comes in pieces.
///
/// The tokenizer's stream ends at the first fault of the bytes. What it was given since the last
/// sure token is kept here, so there a new stream can take over with the bytes repaired.
struct TokenCounter: ~Copyable {
  private let profile: TokenizationProfile
  private let includesSpaces: Bool
  private let onInvalid: InvalidBytesPolicy

  private(set) var tokens = 0
  private(set) var isRepaired = false
  /// Why counting has ended before the end.
  private(set) var error: TextError?
  /// The line that the error stands in, counted from 1.
  private(set) var line = 1
  /// Line feeds of all pieces but the last.
  private var feeds = 0

  private var stream: TokenStream
  /// Bytes that the stream was given.
  private var pushed = 0
  /// Where the last token counted ends in them.
  private var counted = 0
  /// Where tokens begin that have not been counted by a stream before.
  private var first = 0
  /// The last bytes that the stream was given: those not cut yet, and some before.
  private var tail: [UInt8] = []
  /// Bytes of the byte order mark; `nil` before the first piece.
  private var mark: Int?

  /// Bytes before a token that its boundaries may hang on.
  private static let history = 24

  init(profile: TokenizationProfile, includingSpaces: Bool, onInvalid: InvalidBytesPolicy) {
    self.profile = profile
    includesSpaces = includingSpaces
    self.onInvalid = onInvalid
    stream = TokenStream(profile: profile)
  }

  /// Counts the tokens of a piece, and of what was left of those before, as far as they are sure.
  ///
  /// - Parameter piece: The first one has the whole byte order mark, if there is one.
  mutating func push(_ piece: Span<UInt8>) {
    guard error == nil else { return }
    guard let mark else {
      let found = piece.count >= 3 && piece[0] == 0xEF && piece[1] == 0xBB && piece[2] == 0xBF
      mark = found ? 3 : 0
      push(piece.extracting(droppingFirst: found ? 3 : 0))
      return
    }
    let before = (tokens, counted)
    let start = pushed
    pass(piece)
    guard let invalid = stream.invalidOffset else {
      keep(piece)
      if onInvalid == .fail { feeds += Self.feeds(in: piece) }
      return
    }
    guard onInvalid == .repair else {
      error = .invalidUTF8(byteOffset: invalid + mark)
      let isHere = invalid >= start
      line =
        isHere
        ? 1 + feeds + Self.feeds(in: piece.extracting(first: invalid - start))
        : 1 + feeds - Self.feeds(in: tail.span.extracting(last: start - invalid))
      return
    }
    (tokens, counted) = before
    append(piece)
    repairTail(isLast: false)
  }

  /// Counts what is left.
  mutating func finish() {
    guard error == nil else { return }
    let before = (tokens, counted)
    finishStream()
    guard let invalid = stream.invalidOffset else { return }
    guard onInvalid == .repair else {
      error = .invalidUTF8(byteOffset: invalid + (mark ?? 0))
      line = 1 + feeds - Self.feeds(in: tail.span.extracting(last: pushed - invalid))
      return
    }
    (tokens, counted) = before
    repairTail(isLast: true)
    if error == nil { finishStream() }
  }

  // MARK: Counting

  private mutating func pass(_ piece: Span<UInt8>) {
    var run = Run(tokens: tokens, counted: counted, first: first, countsSpaces: includesSpaces)
    stream.push(piece) { (batch, base) in run.count(batch, base) }
    (tokens, counted) = (run.tokens, run.counted)
    pushed += piece.count
  }

  private mutating func finishStream() {
    var run = Run(tokens: tokens, counted: counted, first: first, countsSpaces: includesSpaces)
    stream.finish { (batch, base) in run.count(batch, base) }
    (tokens, counted) = (run.tokens, run.counted)
  }

  /// The part of the state that batches change.
  private struct Run {
    var tokens: Int
    var counted: Int
    let first: Int
    let countsSpaces: Bool

    mutating func count(_ batch: TokenBatch, _ base: Int) {
      let (first, countsSpaces) = (first, countsSpaces)
      let (found, end) = batch.withColumns { (starts, kinds) in
        let end = base + Int(starts[kinds.count])
        var skipped = 0
        while skipped < kinds.count, base + Int(starts[skipped]) < first { skipped += 1 }
        let new = kinds.extracting(skipped..<kinds.count)
        return (countsSpaces ? new.count : new.count - TokenBatch.spaceCount(of: new), end)
      }
      tokens += found
      counted = end
    }
  }

  private static func feeds(in bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices where bytes[index] == 0x0A { count += 1 }
    return count
  }

  // MARK: Repairing

  /// Keeps what may be needed of a piece that was passed on.
  private mutating func keep(_ piece: Span<UInt8>) {
    let pending = pushed - counted
    guard pending <= SourceText.maximumLength else {
      error = .tooLong(bytes: pending)
      return
    }
    let wanted = min(pending + Self.history, pushed)
    if wanted <= piece.count {
      tail.removeAll(keepingCapacity: true)
      append(piece.extracting(last: wanted))
    } else {
      append(piece)
      tail.removeFirst(max(0, tail.count - wanted))
    }
    // Those in front are sure to be valid.
    while pending < tail.count, tail[0] & 0xC0 == 0x80 { tail.removeFirst() }
  }

  private mutating func append(_ piece: Span<UInt8>) {
    // SAFETY: the buffer is used while the span lives.
    unsafe piece.withUnsafeBufferPointer { buffer in
      unsafe tail.append(contentsOf: buffer)
    }
  }

  /// Gives the tail to a new stream, repaired.
  ///
  /// - Parameter isLast: Whether a sequence that the end of the tail cuts off is ill-formed.
  private mutating func repairTail(isLast: Bool) {
    // The tail begins where this many bytes had been given to the old stream; pieces that it ended
    // at are in the tail, and among the bytes counted as given.
    first = counted - (pushed - tail.count)
    let end = isLast ? tail.count : Self.endOfSequences(tail)
    do {
      let repaired = try SourceText.repairing(Array(tail[..<end]), keepingMark: true)
      let bytes = repaired.text.utf8 + tail[end...]
      isRepaired = true
      stream = TokenStream(profile: profile)
      (pushed, counted) = (0, first)
      tail = []
      pass(bytes.span)
      keep(bytes.span)
    } catch {
      self.error = error
    }
  }

  /// Where the sequence begins that the end may cut off; else the end.
  private static func endOfSequences(_ bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return needed > length ? bytes.count - length : bytes.count
    }
    return bytes.count
  }
}
