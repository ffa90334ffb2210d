import WarraqText
import WarraqTokenization

/// What a tokenizer made of some bytes.
struct Outcome: Equatable {
  struct Segment: Equatable {
    var start: Int
    var end: Int
    var kind: TokenKind
    var key: [UInt8]
  }

  var segments: [Segment] = []
  var invalidOffset: Int?

  /// By the reference, one segment after the other, keys from the table.
  init(reference segmenter: ReferenceSegmenter, of bytes: [UInt8], from start: Int) {
    var position = start
    while position < bytes.count {
      guard let found = segmenter.segment(of: bytes.span, at: position, end: bytes.count) else {
        invalidOffset = position
        break
      }
      var key: [UInt8] = []
      FoldTable.shared.fold(bytes.span, position..<found.end, into: &key)
      segments.append(Segment(start: position, end: found.end, kind: found.kind, key: key))
      position = found.end
    }
  }

  /// By a scanner.
  init(_ scanner: TokenScanner) {
    while scanner.nextBatch() {
      let batch = scanner.batch
      for index in 0..<batch.count {
        segments.append(
          Segment(
            start: batch.start(at: index), end: batch.end(at: index), kind: batch.kind(at: index),
            key: scanner.withKeys ? batch.key(at: index) : []))
      }
    }
    invalidOffset = scanner.invalidOffset
  }

  /// The same without keys.
  var withoutKeys: Outcome {
    var copy = self
    for index in copy.segments.indices { copy.segments[index].key = [] }
    return copy
  }
}

/// Compares kernels with the reference.
struct Differential {
  let kernels: [TokenizerKernel]
  private let segmenters = TokenizationProfile.allCases.map { ReferenceSegmenter($0) }

  init(_ kernels: [TokenizerKernel]) {
    self.kernels = kernels
  }

  /// The first difference in what becomes of some bytes, if there is any.
  ///
  /// - Parameter shift: Line feeds put in front, and not cut: they change the alignment.
  func difference(in bytes: [UInt8], shift: Int) -> String? {
    let shifted = [UInt8](repeating: 0x0A, count: shift) + bytes
    for segmenter in segmenters {
      let expected = Outcome(reference: segmenter, of: shifted, from: shift)
      for kernel in kernels {
        for withKeys in [false, true] {
          let found = Outcome(
            TokenScanner(
              shifted, from: shift, profile: segmenter.profile, kernel: kernel, withKeys: withKeys))
          let wanted = withKeys ? expected : expected.withoutKeys
          if found != wanted {
            let name = "\(kernel.rawValue) \(segmenter.profile.rawValue)\(withKeys ? " keys" : "")"
            return "\(name): \(Self.describe(found, wanted))"
          }
        }
      }
    }
    return nil
  }

  private static func describe(_ found: Outcome, _ wanted: Outcome) -> String {
    for (left, right) in zip(found.segments, wanted.segments) where left != right {
      return "found \(left), expected \(right)"
    }
    return """
      found \(found.segments.count) segments, invalid \(found.invalidOffset ?? -1); \
      expected \(wanted.segments.count), \(wanted.invalidOffset ?? -1)
      """
  }
}
