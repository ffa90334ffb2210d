internal import Dispatch
internal import Synchronization
internal import WarraqTokenization

extension DocumentReader {
  /// Files shorter than this are counted before threads have begun.
  private static let shortest = 4 << 20

  /// Counts the tokens of a long text file on all processors.
  ///
  /// - Returns: `nil` where the text has to be read from its start: it is no regular file, is short,
  ///   is not valid UTF-8, or has a long stretch without white space.
  /// - Throws: ``InputFault``.
  func countInStripes(
    profile: TokenizationProfile, includingSpaces: Bool
  ) throws(InputFault) -> Int? {
    guard let size = bytes.plainSize, size >= Self.shortest, Processors.count > 1 else {
      return nil
    }
    let workers = min(Processors.count, size / Self.shortest + 1)
    let file = bytes.file
    let interruption = options.interruption
    let next = Atomic(0)
    let tokens = Atomic(0)
    let isGivenUp = Atomic(false)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var counter = StripeCounter(profile: profile, includingSpaces: includingSpaces)
      let stripes = counter.stripes(ofBytes: size)
      while !isGivenUp.load(ordering: .relaxed), !interruption.isRequested() {
        let stripe = next.add(1, ordering: .relaxed).oldValue
        if stripe >= stripes { break }
        let found = try? counter.count(stripe: stripe, of: size) {
          (buffer, offset) throws(FileError) in try file.read(into: &buffer, from: offset)
        }
        if let found = found ?? nil {
          tokens.add(found, ordering: .relaxed)
        } else {
          // Reading from the start tells what is wrong.
          isGivenUp.store(true, ordering: .relaxed)
        }
      }
    }
    try checkInterruption()
    return isGivenUp.load(ordering: .relaxed) ? nil : tokens.load(ordering: .relaxed)
  }
}
