internal import CCompression

/// Decodes a compressed stream that comes in pieces. Members and frames may follow each other.
@safe
final class Decompressor {
  /// What a step took of the input and put into the output, and where the stream stands then.
  struct Step {
    enum Outcome {
      /// More is to come.
      case going
      /// A member or frame has ended: the stream may end here.
      case boundary
      /// The input is not of the format.
      case damaged
      /// The stream asks for more memory than it gets.
      case unsupported
    }

    var taken: Int
    var given: Int
    var outcome: Outcome
  }

  private let decoder: OpaquePointer

  /// A decoder of files.
  convenience init(_ format: Compression) {
    self.init(number: format.number)
  }

  /// A decoder of what HTTP calls deflate.
  static func deflate() -> Decompressor {
    Decompressor(number: Int32(WARRAQ_DEFLATE))
  }

  private init(number: Int32) {
    guard let decoder = unsafe warraq_decoder_new(number) else {
      preconditionFailure("memory is short")
    }
    unsafe self.decoder = unsafe decoder
  }

  deinit {
    // SAFETY: the decoder is this object's own and freed once.
    unsafe warraq_decoder_free(decoder)
  }

  /// Decodes as much of the input as there is room for.
  ///
  /// - Parameters:
  ///   - input: The stream, and the part of it that is to be taken.
  ///   - output: Takes what comes of it at its start; must not be empty.
  func decode(_ input: [UInt8], _ part: Range<Int>, into output: inout [UInt8]) -> Step {
    let step = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        let piece = unsafe UnsafeBufferPointer(rebasing: source[part])
        // SAFETY: the library reads and writes within the counts given; both buffers live through
        // the call.
        return unsafe warraq_decode(
          decoder, piece.baseAddress, piece.count, target.baseAddress, target.count)
      }
    }
    let outcome: Step.Outcome =
      switch Int(step.outcome) {
      case Int(WARRAQ_DECODE_MORE): .going
      case Int(WARRAQ_DECODE_BOUNDARY): .boundary
      case Int(WARRAQ_DECODE_UNSUPPORTED): .unsupported
      default: .damaged
      }
    return Step(taken: Int(step.taken), given: Int(step.given), outcome: outcome)
  }

  /// Decodes a whole stream that is in memory.
  ///
  /// - Returns: `nil` where it is damaged, breaks off, or gives more than `limit` bytes; then
  ///   `isTooLong` tells which.
  static func decoded(
    _ bytes: [UInt8], by decoder: Decompressor, limit: Int
  ) -> (bytes: [UInt8]?, isTooLong: Bool) {
    var output: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var position = 0
    while true {
      let step = decoder.decode(bytes, position..<bytes.count, into: &room)
      position += step.taken
      output.append(contentsOf: room[..<step.given])
      if output.count > limit { return (nil, true) }
      switch step.outcome {
      case .damaged, .unsupported: return (nil, false)
      case .boundary where position == bytes.count: return (output, false)
      case .going where step.taken == 0 && step.given == 0: return (nil, false)
      case .going, .boundary: continue
      }
    }
  }
}
