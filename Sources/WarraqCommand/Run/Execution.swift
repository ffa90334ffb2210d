import WarraqFormats

/// What a run has done so far.
struct RunState {
  var counts = Ledger.Counts()
  /// The item of the plan that comes next, and the place in it.
  var item = 0
  var position = ReadingPosition()
  var isStopped = false

  /// Whether anything was read at all.
  private var hasRead: Bool { counts.documents > 0 || counts.rejected > 0 }

  /// Whether an output file should come into being.
  var canCommit: Bool { !isStopped && (hasRead || counts.faults == 0) }

  var outcome: Outcome {
    if counts.faults == 0 { return .success }
    return hasRead ? .someFailed : .nothingDone
  }
}

/// One run at work: reading and writing on the thread that called, work on others.
///
/// Memory is bounded by bytes in flight: while documents that are waiting, at work or not yet written
/// take more than the window, nothing is read. A document longer than the window is worked on alone.
final class Execution<Note: Sendable> {
  /// What came of a unit.
  fileprivate struct Finished: Sendable {
    enum Element: Sendable {
      case product(Product<Note>, isRepaired: Bool)
      case fault(InputFault)
    }

    var unit: WorkUnit
    var elements: [Element] = []
  }

  private struct Stopped: Error {}

  private let run: BatchRun
  private let work: @Sendable (InputDocument) -> Product<Note>
  private let taking: (Note) -> Void
  private let streamed: StreamedWork?
  private var resumption: Resumption?
  private var sinks: Sinks
  private var state = RunState()
  private var faultsBefore = 0
  private var fileBytes = 0

  /// Bytes in flight for each thread.
  private static var window: Int { 4 << 20 }

  init(
    _ run: BatchRun, _ resumption: Resumption?,
    work: @escaping @Sendable (InputDocument) -> Product<Note>,
    taking: @escaping (Note) -> Void, streamed: StreamedWork?
  ) throws(FileError) {
    self.run = run
    self.resumption = resumption
    self.work = work
    self.taking = taking
    self.streamed = streamed
    if let resumption, resumption.start == .goOn {
      state.counts = resumption.ledger.counts
      state.item = resumption.ledger.item
      state.position = resumption.ledger.position
    }
    if resumption?.start != .goOn {
      // An old ledger must not be taken for that of the new output.
      try Sinks.check(run)
      resumption?.end(keeping: false)
    }
    sinks = try Sinks(run, resumption)
  }

  /// Runs to the end.
  func run(atEnd: (Ledger.Counts) -> [UInt8]) throws -> Int32 {
    do {
      // What a folder holds after this belongs to the run, whenever it is broken off.
      let isComplete = resumption?.ledger.isComplete == true
      if case .folder = run.destination, !isComplete { try resumption?.write(state, sinks) }
      if !isComplete { try readAll() }
      try finish(atEnd)
    } catch {
      leave(after: error)
      throw error
    }
    run.console.progress?.clear()
    run.console.summarize(state.counts, skippedFiles: run.plan.skippedFiles)
    return state.outcome.rawValue
  }

  private func finish(_ atEnd: (Ledger.Counts) -> [UInt8]) throws {
    guard state.canCommit else {
      // What was rejected is told all the same.
      try sinks.finishErrors()
      resumption?.end(keeping: false)
      return
    }
    let isComplete = resumption?.ledger.isComplete == true
    if !isComplete {
      try sinks.seal(atEnd(state.counts))
      if resumption != nil, run.resumes || run.errors != nil || resumption?.isResumable == true {
        try resumption?.write(state, sinks, isComplete: true)
      }
    }
    try sinks.commit()
    resumption?.end(keeping: true)
  }

  /// Leaves behind what a later run can go on with.
  private func leave(after error: any Error) {
    run.console.progress?.clear()
    guard var resumption else { return }
    let isInterrupted = Signals.exitCode != nil
    if isInterrupted, state.counts.ordinal > 0, sinks.canMark {
      // Where that fails, the ledger that is there is still true.
      try? resumption.write(state, sinks)
    }
    guard resumption.isResumable else { return }
    sinks.keep()
    let again = (error as? FileError).map { !$0.isClosedPipe } ?? true
    if !run.console.isQuiet, again {
      run.console.report(
        "warraq: stopped after \(Console.count(state.counts.documents, "document")); the same "
          + "command with --resume goes on")
    }
  }

  // MARK: Reading

  private func readAll() throws {
    let reader = UnitReader(
      run, from: state.item, state.position, ordinal: state.counts.ordinal,
      selection: try run.selection(), isEager: isEager, streamsTexts: streamed != nil)
    fileBytes = reader.fileBytes
    progress()
    guard run.jobs > 1, !isEager else { return try readAlone(reader) }
    let work = work
    let threads = OrderedWork<WorkUnit, Finished>(
      workers: run.jobs, weight: { $0.weight }, { Self.finished($0, work) })
    defer { threads.close() }
    guard threads.hasWorkers else { return try readAlone(reader) }
    do {
      try read(reader, threads)
    } catch {
      guard Signals.exitCode != nil else { throw error }
      // Those at work are finished; they come right after those written.
      threads.cancelPending()
      while !threads.isEmpty {
        if let finished = threads.next(waiting: true) { try write(finished) }
      }
      throw error
    }
  }

  /// Whether a person waits for each document.
  private var isEager: Bool {
    if case .standardOutput = run.destination {
      SystemFile.standardOutput.isTerminal
    } else {
      false
    }
  }

  private func readAlone(_ reader: UnitReader) throws {
    while !state.isStopped {
      try checkForSignal()
      guard let unit = try reader.next() else { return }
      try write(unit.isStreamed ? stream(unit) : Self.finished(unit, work))
    }
  }

  private func read(_ reader: UnitReader, _ threads: OrderedWork<WorkUnit, Finished>) throws {
    let window = Self.window * run.jobs
    var pending: WorkUnit?
    var isAtEnd = false
    while !state.isStopped {
      try checkForSignal()
      while !state.isStopped, let finished = threads.next(waiting: false) {
        try write(finished)
      }
      if pending == nil, !isAtEnd {
        pending = try reader.next()
        isAtEnd = pending == nil
      }
      let isEmpty = threads.isEmpty
      if let unit = pending {
        if unit.isStreamed, isEmpty {
          pending = nil
          try write(stream(unit))
        } else if !unit.isStreamed, isEmpty || threads.weight + unit.byteCount <= window {
          pending = nil
          threads.submit(unit, weight: unit.byteCount)
        } else if let finished = threads.next(waiting: true) {
          try write(finished)
        }
      } else if isEmpty {
        return
      } else if let finished = threads.next(waiting: true) {
        try write(finished)
      }
      progress()
    }
  }

  private static func finished(
    _ unit: WorkUnit, _ work: @Sendable (InputDocument) -> Product<Note>
  ) -> Finished {
    var finished = Finished(unit: unit)
    finished.elements.reserveCapacity(unit.elements.count)
    for index in unit.elements.indices {
      switch unit.elements[index].content {
      case .done: preconditionFailure("each unit is worked on once")
      case .fault(let fault): finished.elements.append(.fault(fault))
      case .document(let raw):
        do {
          let document = try raw.document()
          finished.elements.append(
            .product(work(document), isRepaired: !document.diagnostics.isEmpty))
        } catch {
          finished.elements.append(.fault(error))
        }
      }
      // The source is not needed any more.
      finished.unit.elements[index].content = .done
    }
    return finished
  }

  /// Takes in an input as it is read.
  private func stream(_ unit: WorkUnit) throws -> Finished {
    guard let streamed, case .input(let input) = run.plan.items[unit.item] else {
      preconditionFailure("only inputs are streamed, where that is asked for")
    }
    var finished = Finished(unit: unit)
    do throws(InputFault) {
      var reader = try DocumentReader(input, options: run.reading)
      let count = try streamed(&reader)
      state.counts.documents += 1
      state.counts.tokens += count.tokens
      if count.isRepaired { state.counts.repaired += 1 }
    } catch {
      guard error.kind != .interrupted else { throw error }
      finished.elements = [.fault(error)]
      finished.unit.elements = [
        WorkUnit.Element(content: .done, end: nil, ordinal: unit.ordinal)
      ]
    }
    return finished
  }

  // MARK: Writing

  private func write(_ finished: Finished) throws {
    let unit = finished.unit
    if unit.isFirst, case .input(let input) = run.plan.items[unit.item] {
      faultsBefore = state.counts.faults
      try sinks.begin(input)
      if run.isVerbose { run.console.report("warraq: reading \(input.path)") }
    }
    state.counts.skippedRecords += unit.skippedRecords
    for (element, result) in zip(unit.elements, finished.elements) {
      switch result {
      case .fault(let fault): try note(fault)
      case .product(let product, let isRepaired):
        state.counts.documents += 1
        state.counts.tokens += product.tokens
        if isRepaired { state.counts.repaired += 1 }
        taking(product.note)
        try sinks.write(product.bytes, separated: run.separatesDocuments)
      }
      state.counts.ordinal = element.ordinal
      if state.isStopped { break }
      if let end = element.end {
        (state.item, state.position) = (unit.item, end)
        try writeLedgerIfDue()
      }
    }
    resumption?.add(bytes: unit.byteCount)
    if unit.isLast || state.isStopped { try end(unit) }
    fileBytes = unit.fileBytes
    progress()
  }

  private func end(_ unit: WorkUnit) throws {
    if case .input = run.plan.items[unit.item] {
      try sinks.end(
        keepsEmpty: state.counts.faults == faultsBefore, discards: state.isStopped)
    }
    guard !state.isStopped else { return }
    state.counts.ordinal = unit.ordinal
    (state.item, state.position) = (unit.item + 1, ReadingPosition())
    try writeLedgerIfDue()
  }

  private func writeLedgerIfDue() throws {
    guard resumption?.isDue(every: run.ledgerInterval) == true, sinks.canMark else { return }
    try resumption?.write(state, sinks)
  }

  private func note(_ fault: InputFault) throws {
    state.counts.faults += 1
    if fault.kind == .rejected { state.counts.rejected += 1 }
    state.isStopped = state.counts.faults >= run.mostFaults
    run.console.report(fault.description)
    if state.isStopped, run.mostFaults > 1 {
      run.console.report("warraq: stopped after \(run.mostFaults) failures (--max-errors)")
    }
    try sinks.reject(fault)
  }

  private func checkForSignal() throws {
    guard Signals.exitCode == nil else { throw Stopped() }
  }

  private func progress() {
    run.console.progress?.update(state.counts, bytes: fileBytes)
  }
}

extension Execution.Finished {
  /// Bytes that it takes.
  fileprivate var weight: Int {
    elements.reduce(0) { sum, element in
      if case .product(let product, _) = element { sum + product.bytes.count } else { sum }
    }
  }
}
