import Warraq
import WarraqFormats

/// How a run ends; raw values are the exit codes.
enum Outcome: Int32 {
  case success = 0
  /// Finished, but some inputs failed.
  case someFailed = 1
  case usage = 2
  /// Nothing could be read, or the output could not be written.
  case nothingDone = 3
}

/// Where records go.
enum Destination {
  case standardOutput
  case file(FilePath)
  /// One file for each input.
  case folder(FilePath)
  /// A store, and the path that it is at.
  case store(any DocumentStore, FilePath)
}

extension Destination {
  /// The one file that is written; `nil` where there is none or more than one.
  var file: FilePath? {
    switch self {
    case .file(let path), .store(_, let path): path
    case .standardOutput, .folder: nil
    }
  }
}

/// Takes in a text input as it is read; tells whether it had to be repaired.
typealias StreamedWork = (inout DocumentReader) throws(InputFault) -> Bool

/// Reads every document of a plan, has work done on it, and writes what comes of it.
///
/// Documents are handled in the order of the plan. A fault is reported and the run goes on.
struct BatchRun {
  let plan: InputPlan
  let reading: ReadingOptions
  let destination: Destination
  /// The file that takes rejected documents.
  let errors: FilePath?
  let replacing: Bool
  let stopsAtFirstFault: Bool
  let console: Console
  /// Whether a document that does not end its last line is given a line break before the next.
  var separatesDocuments = false
  /// What stands around the documents of one file.
  var frame = OutputFrame()

  /// Runs to the end.
  ///
  /// - Parameters:
  ///   - work: Makes the output of a document.
  ///   - streamed: Takes in a text input as it is read, in place of `work`.
  ///   - atEnd: Makes what is written after all documents.
  ///   - report: Is told what came of a run that wrote its outputs.
  /// - Returns: The exit code.
  func run(
    _ work: (InputDocument) -> [UInt8], streamed: StreamedWork? = nil,
    atEnd: () -> [UInt8] = { [] }, report: (RunState) -> Void = { _ in }
  ) -> Int32 {
    var state = RunState()
    if let path = destination.file, plan.reads(path) {
      console.report("\(path): error: is one of the inputs")
      return Outcome.usage.rawValue
    }
    if let errors, plan.reads(errors) {
      console.report("\(errors): error: is one of the inputs")
      return Outcome.usage.rawValue
    }
    do {
      var sinks = try Sinks(self)
      try readAll(into: &sinks, &state, work, streamed)
      if state.canCommit { try sinks.finish(atEnd()) }
      try sinks.finishErrors()
    } catch let error as FileError {
      return exitCode(afterFailing: error)
    } catch {
      return Signals.exitCode ?? Outcome.nothingDone.rawValue
    }
    report(state)
    console.summarize(state, skippedFiles: plan.skippedFiles)
    return state.outcome.rawValue
  }

  private func exitCode(afterFailing error: FileError) -> Int32 {
    if let code = Signals.exitCode { return code }
    if error.isClosedPipe { return Outcome.success.rawValue }
    let message =
      error.exists ? "already exists; use --force to replace it" : error.description
    console.report("\(error.path): error: \(message)")
    return Outcome.nothingDone.rawValue
  }

  private func readAll(
    into sinks: inout Sinks, _ state: inout RunState, _ work: (InputDocument) -> [UInt8],
    _ streamed: StreamedWork?
  ) throws {
    for item in plan.items {
      switch item {
      case .fault(let fault): try note(fault, &sinks, &state)
      case .input(let input): try read(input, into: &sinks, &state, work, streamed)
      }
      if state.isStopped { return }
    }
  }

  private func read(
    _ input: Input, into sinks: inout Sinks, _ state: inout RunState,
    _ work: (InputDocument) -> [UInt8], _ streamed: StreamedWork?
  ) throws {
    let faultsBefore = state.faults
    try sinks.begin(input)
    let opened = try attempt(&sinks, &state) { () throws(InputFault) in
      try DocumentReader(input, options: reading)
    }
    if var reader = opened, input.format == .text, let streamed {
      try checkForSignal()
      let isRepaired = try attempt(&sinks, &state) { () throws(InputFault) in
        try streamed(&reader)
      }
      if let isRepaired {
        state.documents += 1
        if isRepaired { state.repaired += 1 }
      }
    } else if var reader = opened {
      while !state.isStopped {
        try checkForSignal()
        let faults = state.faults
        let document = try attempt(&sinks, &state) { () throws(InputFault) in try reader.next() }
        guard let document, let document else {
          if state.faults > faults { continue }
          break
        }
        state.documents += 1
        if !document.diagnostics.isEmpty { state.repaired += 1 }
        try sinks.write(work(document), separated: separatesDocuments)
      }
    }
    try sinks.end(keepsEmpty: state.faults == faultsBefore, discards: state.isStopped)
  }

  /// Reads something; `nil` where there is a fault, which has been noted then.
  private func attempt<Result>(
    _ sinks: inout Sinks, _ state: inout RunState, _ body: () throws(InputFault) -> Result
  ) throws -> Result? {
    do {
      return try body()
    } catch {
      try note(error, &sinks, &state)
      return nil
    }
  }

  private func note(_ fault: InputFault, _ sinks: inout Sinks, _ state: inout RunState) throws {
    guard fault.kind != .interrupted else { throw fault }
    state.faults += 1
    if fault.kind == .rejected { state.rejected += 1 }
    state.isStopped = stopsAtFirstFault
    console.report(fault.description)
    try sinks.reject(fault)
  }

  private func checkForSignal() throws {
    guard Signals.exitCode == nil else { throw Stopped() }
  }

  private struct Stopped: Error {}
}

/// What a run has done so far.
struct RunState {
  var documents = 0
  var repaired = 0
  var faults = 0
  var rejected = 0
  var isStopped = false

  /// Whether anything was read at all.
  private var hasRead: Bool { documents > 0 || rejected > 0 }

  /// Whether an output file should come into being.
  var canCommit: Bool { !isStopped && (hasRead || faults == 0) }

  var outcome: Outcome {
    if faults == 0 { return .success }
    return hasRead ? .someFailed : .nothingDone
  }
}
