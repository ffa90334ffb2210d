import ArgumentParser
import Warraq
import WarraqFormats

/// What annotated documents are written as, and where to.
struct OutputPlan {
  let encoder: any DocumentEncoder
  let destination: Destination

  /// What decides about the output.
  struct Wishes {
    /// The format asked for; without it the name of the output tells, and else it is JSON Lines.
    var format: OutputFormat?
    var rows: TableRows = .entities
    var include: Set<RecordWriter.Extra> = []
    var offsets: OffsetUnit
    var outputFolder: String?
  }

  /// The format that some options come to.
  static func format(_ wishes: Wishes, _ shared: SharedOptions) -> OutputFormat {
    wishes.format
      ?? shared.output.flatMap { OutputFormat(path: FilePath($0).withoutCompression) } ?? .jsonl
  }

  /// Fails where options do not go together.
  static func validate(_ wishes: Wishes, _ shared: SharedOptions) throws {
    let format = format(wishes, shared)
    let name = "--format \(format.rawValue)"
    if format == .brat, wishes.outputFolder == nil || shared.output != nil {
      throw ValidationError("\(name) writes many files; give a folder with --output-dir")
    }
    if format == .sqlite, shared.output == nil {
      throw ValidationError("\(name) writes one file; give it with --output")
    }
    if format == .sqlite, let output = shared.output.map({ FilePath($0) }),
      output.withoutCompression != output
    {
      throw ValidationError("\(name) writes a file that is read in place; it cannot be compressed")
    }
    if format.hasFixedOffsets, format != .summary, wishes.offsets != .scalar {
      throw ValidationError("\(name) counts scalars; it does not go with --offsets")
    }
    if format != .jsonl, !wishes.include.isEmpty {
      throw ValidationError("--include goes with --format jsonl")
    }
    if wishes.rows != .entities, format != .csv, format != .tsv {
      throw ValidationError("--rows goes with --format csv and tsv")
    }
  }

  /// The plan of options that have been validated.
  init(_ wishes: Wishes, _ shared: SharedOptions) throws {
    let versions = try Versions.current()
    let format = Self.format(wishes, shared)
    let offsets = wishes.offsets
    var destination = wishes.outputFolder.map { Destination.folder(FilePath($0)) }
    encoder =
      switch format {
      case .jsonl:
        RecordLinesEncoder(
          RecordWriter(offsets: offsets, extras: wishes.include), versions: versions)
      case .summary: SummaryEncoder()
      case .conllu: CoNLLUEncoder(offsets: offsets)
      case .tsv: TableEncoder(.tsv, rows: wishes.rows, offsets: offsets)
      case .csv: TableEncoder(.csv, rows: wishes.rows, offsets: offsets)
      case .brat: BratEncoder()
      case .labelstudio: LabelStudioEncoder(versions: versions)
      case .tei: TEIEncoder(versions: versions)
      case .sqlite: SQLiteEncoder(offsets: offsets)
      }
    if format == .brat, let folder = wishes.outputFolder {
      destination = .store(
        BratFolder(
          FilePath(folder), replacing: shared.force, interruption: Signals.interruption),
        FilePath(folder))
    }
    if format == .sqlite, let output = shared.output {
      destination = .store(
        SQLiteStore(
          FilePath(output), replacing: shared.force, versions: versions, offsets: offsets),
        FilePath(output))
    }
    self.destination = destination ?? shared.destination
  }

  /// The run of some options, with this output.
  ///
  /// - Parameters:
  ///   - command: The command that they are options of.
  ///   - bearingFiles: Files besides the inputs that bear on what is written.
  func batchRun(
    _ shared: SharedOptions, for command: some ParsableCommand, referenceField: String? = nil,
    bearingFiles: [String] = []
  ) throws -> BatchRun {
    try shared.batchRun(
      for: command, to: destination, referenceField: referenceField, bearingFiles: bearingFiles,
      frame: encoder.frame)
  }
}
