import ArgumentParser
import Synchronization
import Warraq
import WarraqFormats

/// `--manifest`.
struct ManifestOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write down what was run, on which files and with what result, as JSON, for "
        + "\"warraq verify\". Needs --output or --output-dir.",
      valueName: "file"))
  var manifest: String?

  mutating func validate() throws {
    if manifest == "" { throw ValidationError("a path must not be empty") }
  }
}

/// What has been found, counted on any thread.
final class FoundCounts: Sendable {
  private let sentences = Atomic<Int>(0)
  private let entities = Atomic<Int>(0)
  private let mentions = Atomic<Int>(0)
  private let timexes = Atomic<Int>(0)

  /// Counts what a document has.
  func add(_ document: Document) {
    sentences.add(document.sentences?.count ?? 0, ordering: .relaxed)
    entities.add(document.entities?.entities.count ?? 0, ordering: .relaxed)
    mentions.add(document.entities?.mentions.count ?? 0, ordering: .relaxed)
    timexes.add(document.timexes?.count ?? 0, ordering: .relaxed)
  }

  /// The counts so far.
  var counts: [RunManifest.Count] {
    [
      RunManifest.Count("sentences", sentences.load(ordering: .relaxed)),
      RunManifest.Count("entities", entities.load(ordering: .relaxed)),
      RunManifest.Count("mentions", mentions.load(ordering: .relaxed)),
      RunManifest.Count("timexes", timexes.load(ordering: .relaxed)),
    ]
  }
}

/// Writes the manifest of a run.
struct ManifestRecorder {
  let found = FoundCounts()
  private let path: FilePath
  private let replacing: Bool
  private let clock = ContinuousClock()
  private let begin: ContinuousClock.Instant
  private var manifest: RunManifest

  /// A recorder that begins; `nil` where no manifest is asked for.
  ///
  /// - Parameters:
  ///   - folder: What `--output-dir` says.
  ///   - lists: Files besides the inputs that the output depends on.
  init?(
    _ options: ManifestOptions, _ shared: SharedOptions, folder: String? = nil,
    lists: [String] = []
  ) throws {
    guard let path = options.manifest else { return nil }
    guard folder != nil || shared.output != nil else {
      throw ValidationError("--manifest needs --output or --output-dir")
    }
    if [shared.output, shared.errors].contains(path) {
      throw ValidationError("--manifest and other outputs must not be the same file")
    }
    self.path = FilePath(path)
    replacing = shared.force
    if shared.plan.reads(self.path) { throw ValidationError("\(path) is one of the inputs") }
    do {
      try OutputFile.check(self.path, replacing: replacing)
      begin = clock.now
      manifest = RunManifest(versions: try Versions.current(), started: SystemState.now())
      manifest.lists = try lists.map { try RunManifest.File(reading: FilePath($0)) }
    } catch let error as FileError {
      throw Self.failure(error)
    }
    let given = Array(CommandLine.arguments.dropFirst())
    let settings = try Settings(
      given, environment: SystemState.environment(prefix: "WARRAQ_"), needsSettings: true)
    manifest.given = given
    manifest.arguments = settings.arguments
    manifest.settings = settings.settings
    manifest.jobs = Self.jobs(settings.settings)
    manifest.folder = SystemState.currentFolder?.description
  }

  /// The workers of a run with some options: all processors, where it can have more than one and no
  /// number is set.
  private static func jobs(_ settings: [RunManifest.Setting]) -> Int {
    guard let setting = settings.first(where: { $0.name == "jobs" }) else { return 1 }
    return setting.values.last.flatMap { Int($0) } ?? SystemState.processors
  }

  private static func failure(_ error: FileError) -> ExitCode {
    let message = error.exists ? "already exists; use --force to replace it" : "\(error)"
    Console(isQuiet: false).report("\(error.path): error: \(message)")
    return ExitCode(Outcome.nothingDone.rawValue)
  }

  /// Writes the manifest of a run that came to an end.
  ///
  /// - Returns: The exit code.
  func finish(_ code: Int32, _ state: RunState, _ run: BatchRun) throws -> Int32 {
    guard code == Outcome.success.rawValue || code == Outcome.someFailed.rawValue else {
      return code
    }
    var manifest = manifest
    do {
      for case .input(let input) in run.plan.items {
        switch input.source {
        case .standardInput: manifest.inputs.append(RunManifest.File(path: "-"))
        case .file(let path):
          // What could not be read is a failure of the run, and no more of it is known.
          let file = try? RunManifest.File(reading: path)
          manifest.inputs.append(file ?? RunManifest.File(path: path.description))
        }
      }
      manifest.outputs = try Self.written(run)
      // Of a run gone on with, only its own part was counted.
      let found = run.resumes ? [] : found.counts
      manifest.counts =
        [
          RunManifest.Count("documents", state.counts.documents),
          RunManifest.Count("failures", state.counts.faults),
          RunManifest.Count("repaired", state.counts.repaired),
        ] + found
      let elapsed = (clock.now - begin).components
      manifest.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
      manifest.exitCode = Int(code)
      let file = try OutputFile.creating(
        path, replacing: replacing, interruption: Signals.interruption)
      try file.append(manifest.bytes)
      try file.commit()
      return code
    } catch {
      throw Self.failure(error)
    }
  }

  private static func written(_ run: BatchRun) throws(FileError) -> [RunManifest.File] {
    var paths: [FilePath] = []
    switch run.destination {
    case .standardOutput: break
    case .file(let path): paths = [path]
    case .store(let store, _): paths = store.files
    case .folder(let folder):
      for case .input(let input) in run.plan.items {
        paths.append(Sinks.path(of: input, in: folder, run.frame))
      }
    }
    // An input of which nothing could be read has no file.
    paths = paths.filter { (try? SystemFile.status($0)) != nil }
    return try paths.map { (path) throws(FileError) in try RunManifest.File(reading: path) }
  }
}

extension BatchRun {
  /// Runs to the end, and writes the manifest where one is asked for.
  func run(
    recordedBy recorder: ManifestRecorder?, _ work: @escaping @Sendable (InputDocument) -> [UInt8]
  ) throws -> Int32 {
    try run(
      recordedBy: recorder, noting: { Product(bytes: work($0), note: ()) }, taking: { _ in })
  }

  /// The same, with notes as in ``run(noting:taking:streamed:atEnd:report:)``.
  func run<Note>(
    recordedBy recorder: ManifestRecorder?,
    noting work: @escaping @Sendable (InputDocument) -> Product<Note>,
    taking: @escaping (Note) -> Void
  ) throws -> Int32 {
    var ended: RunState?
    let code = run(noting: work, taking: taking, report: { ended = $0 })
    guard let recorder, let ended else { return code }
    return try recorder.finish(code, ended, self)
  }
}
