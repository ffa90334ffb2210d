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

/// What comes of a document.
struct Product<Note: Sendable>: Sendable {
  /// What is written.
  var bytes: [UInt8]
  /// Tokens that were counted.
  var tokens = 0
  /// What the command itself wants to know, told in the order of documents.
  var note: Note
}

/// Takes in a text input as it is read.
typealias StreamedWork = (inout DocumentReader) throws(InputFault) -> TokenCount

/// Reads every document of a plan, has work done on it, and writes what comes of it.
///
/// Documents are worked on by several threads; what comes of them is written in the order of the plan,
/// so the same bytes come out for any number of threads. A fault is reported and the run goes on.
struct BatchRun {
  let plan: InputPlan
  let reading: ReadingOptions
  let destination: Destination
  /// The file that takes rejected documents.
  let errors: FilePath?
  let replacing: Bool
  /// Failures after which the run stops.
  let mostFaults: Int
  var console: Console
  /// Threads that work.
  var jobs = 1
  /// Documents that are read; `nil` for all.
  var limit: Int?
  /// Documents that are taken of all, and the seed of chance.
  var sample: (count: Int, seed: UInt64)?
  /// Whether an interrupted run is to be gone on with.
  var resumes = false
  /// How often the ledger is written.
  var ledgerInterval = Duration.seconds(2)
  /// The options that bear on what is written, and files that do.
  var identity: [String] = []
  var bearingFiles: [FilePath] = []
  var versions = ""
  var isVerbose = false
  /// Whether only to tell what would be read.
  var isDry = false
  /// Whether a document that does not end its last line is given a line break before the next.
  var separatesDocuments = false
  /// What stands around the documents of one file.
  var frame = OutputFrame()

  /// Runs to the end.
  ///
  /// - Parameter work: Makes the output of a document; called on any thread.
  /// - Returns: The exit code.
  func run(_ work: @escaping @Sendable (InputDocument) -> [UInt8]) -> Int32 {
    run(noting: { Product(bytes: work($0), note: ()) }, taking: { _ in })
  }

  /// Runs to the end.
  ///
  /// - Parameters:
  ///   - work: Makes the output of a document; called on any thread.
  ///   - taking: Is given the notes, in the order of documents, on the thread that called.
  ///   - streamed: Takes in a text input as it is read, in place of `work`.
  ///   - atEnd: Makes what is written after all documents.
  ///   - report: Is told what came of a run that wrote its outputs.
  /// - Returns: The exit code.
  func run<Note>(
    noting work: @escaping @Sendable (InputDocument) -> Product<Note>,
    taking: @escaping (Note) -> Void, streamed: StreamedWork? = nil,
    atEnd: (Ledger.Counts) -> [UInt8] = { _ in [] }, report: (RunState) -> Void = { _ in }
  ) -> Int32 {
    for case let path? in [destination.file, errors] where plan.reads(path) {
      console.report("\(path): error: is one of the inputs")
      return Outcome.usage.rawValue
    }
    if isDry { return listInputs() }
    do {
      let resumption = try Resumption(self)
      if let resumption, resumption.start == .finished {
        resumption.end(keeping: true)
        if !console.isQuiet { console.report("warraq: finished before; nothing to do") }
        return Outcome.success.rawValue
      }
      let execution = try Execution(
        self, resumption, work: work, taking: taking, streamed: streamed)
      return try execution.run(atEnd: atEnd, report: report)
    } catch let refusal as Resumption.Refusal {
      console.report(refusal.message)
      return refusal.outcome.rawValue
    } catch let error as FileError {
      return exitCode(afterFailing: error)
    } catch {
      return Signals.exitCode ?? Outcome.nothingDone.rawValue
    }
  }

  private func exitCode(afterFailing error: FileError) -> Int32 {
    if let code = Signals.exitCode { return code }
    if error.isClosedPipe { return Outcome.success.rawValue }
    let message =
      error.exists ? "already exists; use --force to replace it" : error.description
    console.report("\(error.path): error: \(message)")
    return Outcome.nothingDone.rawValue
  }

  // MARK: Without work

  /// Writes what would be read: path, format and bytes of each input, parted by tabs.
  private func listInputs() -> Int32 {
    let output = OutputFile.standardOutput(interruption: reading.interruption)
    var (inputs, bytes, faults) = (0, 0, 0)
    do {
      for item in plan.items {
        switch item {
        case .fault(let fault):
          faults += 1
          console.report(fault.description)
        case .input(let input):
          inputs += 1
          bytes += input.fileSize
          let line = "\(input.path)\t\(input.format.rawValue)\t\(input.fileSize)"
          let shown = line.utf8.map { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F ? 0x3F : $0 }
          try output.append(shown + [0x0A])
        }
      }
      try output.commit()
    } catch {
      return exitCode(afterFailing: error)
    }
    if !console.isQuiet {
      console.report(
        "warraq: \(Console.count(inputs, "input")), \(bytes) bytes, "
          + "\(Console.count(plan.skippedFiles, "other file")) skipped")
    }
    if faults == 0 { return Outcome.success.rawValue }
    return (inputs > 0 ? Outcome.someFailed : .nothingDone).rawValue
  }

  /// The sample that is asked for, for which all inputs are read once.
  ///
  /// - Throws: ``InputFault`` where the user has asked to stop.
  func selection() throws(InputFault) -> Selection? {
    guard let sample else { return nil }
    let reader = UnitReader(
      self, from: 0, ReadingPosition(), ordinal: 0, selection: nil, isEager: false,
      streamsTexts: true)
    var total = 0
    while let unit = try reader.next() { total = unit.ordinal }
    return Selection(sample.count, of: total, seed: sample.seed)
  }
}
