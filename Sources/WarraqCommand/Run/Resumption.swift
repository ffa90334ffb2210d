import WarraqFormats

/// What a run knows of an earlier one that wrote the same output, and what it leaves for a later one.
struct Resumption {
  /// What there is to do.
  enum Start {
    /// Begin with the first document.
    case afresh
    /// Go on where the ledger says.
    case goOn
    /// All is there already.
    case finished
  }

  /// Why a run cannot begin.
  struct Refusal: Error {
    var outcome: Outcome
    var message: String
  }

  /// The ledger's file.
  let path: FilePath
  /// What the ledger says, or will say.
  private(set) var ledger: Ledger
  let start: Start
  /// Whether the file is there.
  private var isWritten = false
  private let isAsked: Bool
  private var last = ContinuousClock.now
  private var bytesSince = 0

  /// Bytes of documents between two writings of the ledger, at most.
  private static let mostBytes = 64 << 20

  /// The ledger of a destination; `nil` where nothing is kept of it.
  static func path(for destination: Destination) -> FilePath? {
    switch destination {
    case .standardOutput, .store: return nil
    case .file(let path):
      if let status = try? SystemFile.status(path), status.kind != .file { return nil }
      return FilePath(path.bytes + Array(".ledger".utf8))
    case .folder(let folder): return folder.appending(Array(".warraq.ledger".utf8))
    }
  }

  /// Looks what an earlier run has left.
  ///
  /// - Returns: `nil` where this run cannot be resumed, and need not.
  /// - Throws: ``Refusal``, ``FileError``.
  init?(_ run: BatchRun) throws {
    if case .store = run.destination, run.resumes {
      throw Refusal(
        outcome: .usage,
        message:
          "warraq: error: --resume does not go with --format sqlite and brat, which are written "
          + "as a whole")
    }
    guard let path = Self.path(for: run.destination),
      let inputs = InputIdentity(run.plan, and: run.bearingFiles)
    else {
      guard run.resumes else { return nil }
      throw Refusal(
        outcome: .usage,
        message: "warraq: error: --resume needs --output or --output-dir, and inputs that are files"
      )
    }
    self.path = path
    isAsked = run.resumes
    let own = Ledger(versions: run.versions, options: run.identity, inputs: inputs)
    let found = try Self.ledger(path, run)
    ledger = own
    guard let found, Self.hasOutput(of: found, run) else {
      // A run that has lost its output has not finished.
      start = found?.isComplete == false ? .afresh : try Self.startWithoutLedger(run)
      return
    }
    guard run.resumes else {
      if !run.replacing, !found.isComplete {
        throw Refusal(
          outcome: .nothingDone,
          message: "\(path): error: an interrupted run is there; --resume goes on, --force begins "
            + "afresh")
      }
      start = .afresh
      return
    }
    if let obstacle = found.obstacle(for: own) {
      throw Refusal(
        outcome: .usage,
        message: "\(path): error: \(obstacle); without --resume, --force begins afresh")
    }
    ledger = found
    isWritten = true
    start = found.isComplete && Self.partials(run).isEmpty ? .finished : .goOn
  }

  private static func ledger(_ path: FilePath, _ run: BatchRun) throws(FileError) -> Ledger? {
    do {
      return try Ledger.reading(path)
    } catch {
      // What is damaged stands in the way of nothing but --resume.
      guard run.resumes else { return nil }
      throw error
    }
  }

  /// The temporary files that are there.
  private static func partials(_ run: BatchRun) -> [FilePath] {
    var paths: [FilePath] = []
    if case .file(let path) = run.destination { paths.append(path) }
    if let errors = run.errors { paths.append(errors) }
    return paths.filter { (try? SystemFile.status(OutputFile.partialPath(of: $0))) != nil }
  }

  /// Whether what a ledger tells of is there.
  private static func hasOutput(of ledger: Ledger, _ run: BatchRun) -> Bool {
    switch run.destination {
    case .standardOutput, .store: return false
    case .folder: return true
    case .file(let path):
      let partial = OutputFile.partialPath(of: path)
      if (try? SystemFile.status(partial)) != nil { return true }
      return ledger.isComplete && (try? SystemFile.status(path)) != nil
    }
  }

  /// What is to do where no ledger tells it.
  private static func startWithoutLedger(_ run: BatchRun) throws -> Start {
    guard run.resumes, !run.replacing else { return .afresh }
    switch run.destination {
    case .standardOutput, .store: return .afresh
    case .file(let path):
      let isThere = (try? SystemFile.status(path)) != nil
      return isThere && partials(run).isEmpty ? .finished : .afresh
    case .folder(let folder):
      let inputs = run.plan.items.filter { if case .input = $0 { true } else { false } }
      guard !inputs.isEmpty else { return .afresh }
      for case .input(let input) in run.plan.items {
        let target = Sinks.path(of: input, in: folder, run.frame)
        guard (try? SystemFile.status(target)) != nil else { return .afresh }
      }
      return .finished
    }
  }

  // MARK: Writing

  /// Takes note of bytes that have been read.
  mutating func add(bytes: Int) { bytesSince += bytes }

  /// Whether the ledger should be written now.
  func isDue(every interval: Duration) -> Bool {
    bytesSince >= Self.mostBytes || ContinuousClock.now - last >= interval
  }

  /// Writes how far the run is, after all that it tells of has come to the disk.
  mutating func write(
    _ progress: RunState, _ sinks: Sinks, isComplete: Bool = false
  ) throws(FileError) {
    guard let marks = isComplete ? sinks.sealedMarks : try sinks.marks() else { return }
    ledger.item = progress.item
    ledger.position = progress.position
    ledger.counts = progress.counts
    ledger.isComplete = isComplete
    (ledger.output, ledger.errors) = (marks.output, marks.errors)
    try ledger.write(to: path)
    isWritten = true
    last = ContinuousClock.now
    bytesSince = 0
  }

  /// Whether something is left that a later run can go on with.
  var isResumable: Bool { isWritten }

  /// Takes away the ledger of a run that has ended, unless the user works with ledgers.
  func end(keeping isKept: Bool) {
    if !isKept || !isAsked { Ledger.remove(path) }
  }
}
