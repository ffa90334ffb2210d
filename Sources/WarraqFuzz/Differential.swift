import WarraqText
package import WarraqTokenization

/// What a tokenizer made of some bytes.
package struct Outcome: Equatable {
  package struct Segment: Equatable, CustomStringConvertible {
    package var start: Int
    package var end: Int
    package var kind: TokenKind
    package var key: [UInt8]

    package var description: String {
      let bytes = key.map { String($0, radix: 16) }.joined(separator: " ")
      return "\(start)..<\(end) \(kind.name) [\(bytes)]"
    }
  }

  package var segments: [Segment] = []
  package var invalidOffset: Int?

  /// By the reference, one segment after the other, keys from the table.
  package init(reference segmenter: ReferenceSegmenter, of bytes: [UInt8], from start: Int) {
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
  package init(_ scanner: TokenScanner) {
    while scanner.nextBatch() {
      append(scanner.batch, base: 0, withKeys: scanner.withKeys)
    }
    invalidOffset = scanner.invalidOffset
  }

  /// By a stream that takes the bytes in pieces.
  ///
  /// - Parameter cuts: Where the pieces end, in order; the last may be short of the end.
  package init(
    streaming bytes: [UInt8], cuts: [Int], profile: TokenizationProfile, kernel: TokenizerKernel,
    withKeys: Bool
  ) {
    var stream = TokenStream(profile: profile, kernel: kernel, withKeys: withKeys)
    var position = 0
    for cut in cuts + [bytes.count] {
      stream.push(bytes.span.extracting(position..<cut)) { batch, base in
        append(batch, base: base, withKeys: withKeys)
      }
      position = cut
    }
    stream.finish { batch, base in append(batch, base: base, withKeys: withKeys) }
    invalidOffset = stream.invalidOffset
  }

  private mutating func append(_ batch: TokenBatch, base: Int, withKeys: Bool) {
    for index in 0..<batch.count {
      segments.append(
        Segment(
          start: base + batch.start(at: index), end: base + batch.end(at: index),
          kind: batch.kind(at: index), key: withKeys ? batch.key(at: index) : []))
    }
  }

  /// The same without keys.
  package var withoutKeys: Outcome {
    var copy = self
    for index in copy.segments.indices { copy.segments[index].key = [] }
    return copy
  }

  /// The first thing in which this differs from what it should be.
  fileprivate func difference(from wanted: Outcome) -> String {
    for (left, right) in zip(segments, wanted.segments) where left != right {
      return "found \(left), expected \(right)"
    }
    return """
      found \(segments.count) segments, invalid \(invalidOffset ?? -1); \
      expected \(wanted.segments.count), \(wanted.invalidOffset ?? -1)
      """
  }
}

/// Compares kernels with the reference.
package struct Differential: Sendable {
  package let kernels: [TokenizerKernel]
  private let segmenters = TokenizationProfile.allCases.map { ReferenceSegmenter($0) }

  package init(_ kernels: [TokenizerKernel]) {
    self.kernels = kernels
  }

  /// The first difference in what becomes of some bytes, whole or in pieces, if there is any.
  ///
  /// - Parameters:
  ///   - shift: Line feeds put in front, and not cut: they change the alignment.
  ///   - cuts: Where the pieces end that a stream takes; without any the stream is left out.
  package func difference(in bytes: [UInt8], shift: Int = 0, cuts: [Int]? = nil) -> String? {
    let shifted = [UInt8](repeating: 0x0A, count: shift) + bytes
    for segmenter in segmenters {
      let profile = segmenter.profile
      let expected = Outcome(reference: segmenter, of: shifted, from: shift)
      let bare = expected.withoutKeys
      for kernel in kernels {
        for withKeys in [false, true] {
          let wanted = withKeys ? expected : bare
          let name = "\(kernel.rawValue) \(profile.rawValue)\(withKeys ? " keys" : "")"
          let found = Outcome(
            TokenScanner(
              shifted, from: shift, profile: profile, kernel: kernel, withKeys: withKeys))
          if found != wanted { return "\(name): \(found.difference(from: wanted))" }
        }
        let counter = TokenScanner(shifted, from: shift, profile: profile, kernel: kernel)
        let counted = counter.countRest()
        let spaces = bare.segments.count { $0.kind == .space }
        if counted != (bare.segments.count, spaces)
          || counter.invalidOffset != bare.invalidOffset
        {
          return """
            \(kernel.rawValue) \(profile.rawValue): counted \(counted), \
            invalid \(counter.invalidOffset ?? -1); expected \((bare.segments.count, spaces)), \
            \(bare.invalidOffset ?? -1)
            """
        }
      }
      guard let cuts else { continue }
      let whole = shift == 0 ? expected : Outcome(reference: segmenter, of: bytes, from: 0)
      let bareWhole = whole.withoutKeys
      for kernel in kernels {
        for withKeys in [false, true] {
          let wanted = withKeys ? whole : bareWhole
          let found = Outcome(
            streaming: bytes, cuts: cuts, profile: profile, kernel: kernel, withKeys: withKeys)
          if found != wanted {
            let name = "\(kernel.rawValue) \(profile.rawValue)\(withKeys ? " keys" : "")"
            return "\(name), pieces to \(cuts): \(found.difference(from: wanted))"
          }
        }
      }
    }
    return nil
  }

  /// Bytes made shorter, then plainer, as long as there is a difference in them.
  package func shortened(_ bytes: [UInt8], shift: Int, cuts: [Int]?) -> [UInt8] {
    var shortest = bytes
    for filling: UInt8? in [nil, 0x20, 0x61] {
      var length = max(1, shortest.count / 2)
      while length > 0 {
        var position = 0
        while position < shortest.count {
          let chunk = position..<min(position + length, shortest.count)
          var candidate = shortest
          // Where things stand in a window matters: what cannot go may still be made plain.
          let plain = filling.map { [UInt8](repeating: $0, count: chunk.count) } ?? []
          candidate.replaceSubrange(chunk, with: plain)
          let isPlain = shortest[chunk].allSatisfy { $0 == 0x20 || $0 == filling }
          let fitting = cuts?.filter { $0 <= candidate.count }
          if filling == nil || !isPlain,
            difference(in: candidate, shift: shift, cuts: fitting) != nil
          {
            shortest = candidate
            if filling == nil { continue }
          }
          position += length
        }
        length /= 2
      }
    }
    return shortest
  }
}
