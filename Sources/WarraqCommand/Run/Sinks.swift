import WarraqFormats

/// The files that a run writes.
struct Sinks {
  private let destination: Destination
  private let replacing: Bool
  private let interruption: Interruption
  /// The file being written; in a folder, that of the input being read.
  private var output: OutputFile?
  private var target: FilePath?
  private let errors: OutputFile?

  /// Opens what can be opened before reading begins, and looks whether nothing is in the way.
  init(_ run: BatchRun) throws(FileError) {
    destination = run.destination
    replacing = run.replacing
    interruption = run.reading.interruption
    switch destination {
    case .standardOutput:
      output = .standardOutput(interruption: interruption)
    case .file(let path):
      output = try .creating(path, replacing: replacing, interruption: interruption)
    case .folder(let folder):
      for case .input(let input) in run.plan.items {
        try OutputFile.check(Self.path(of: input, in: folder), replacing: replacing)
      }
    }
    if let path = run.errors {
      errors = try .creating(path, replacing: replacing, interruption: interruption)
    } else {
      errors = nil
    }
  }

  /// The file that an input's records go to: its relative path with the extension `.jsonl`.
  static func path(of input: Input, in folder: FilePath) -> FilePath {
    let relative = input.relativePath
    let name = relative.lastComponent
    var stem = relative.bytes
    if let dot = name.lastIndex(of: 0x2E), dot > 0 { stem.removeLast(name.count - dot) }
    return folder.appending(stem + Array(".jsonl".utf8))
  }

  /// Two inputs of a plan whose records would go to one file.
  static func collision(in plan: InputPlan, folder: FilePath) -> (Input, Input)? {
    var inputs: [FilePath: Input] = [:]
    for case .input(let input) in plan.items {
      if let other = inputs.updateValue(input, forKey: path(of: input, in: folder)) {
        return (other, input)
      }
    }
    return nil
  }

  /// Gets ready for the records of an input.
  mutating func begin(_ input: Input) throws(FileError) {
    guard case .folder(let folder) = destination else { return }
    target = Self.path(of: input, in: folder)
  }

  /// Writes the output of one document.
  mutating func write(_ bytes: [UInt8], separated: Bool) throws(FileError) {
    let output = try opened()
    if separated, !bytes.isEmpty { try output.endLine() }
    try output.append(bytes)
  }

  /// Ends the records of an input.
  ///
  /// - Parameters:
  ///   - keepsEmpty: Whether a file without any record is kept.
  ///   - discards: Whether the file is given up.
  mutating func end(keepsEmpty: Bool, discards: Bool) throws(FileError) {
    guard case .folder = destination else { return }
    defer {
      output = nil
      target = nil
    }
    if discards {
      output?.discard()
    } else if keepsEmpty || output != nil {
      try opened().commit()
    }
  }

  /// Writes what comes after all documents and gives the output its name.
  func finish(_ bytes: [UInt8]) throws(FileError) {
    try output?.append(bytes)
    try output?.commit()
  }

  /// Takes down a rejected document.
  func reject(_ fault: InputFault) throws(FileError) {
    try errors?.append(RecordWriter.rejection(fault))
  }

  /// Gives the file of rejected documents its name.
  func finishErrors() throws(FileError) {
    try errors?.commit()
  }

  private mutating func opened() throws(FileError) -> OutputFile {
    if let output { return output }
    guard let target else { preconditionFailure("records are written between begin and end") }
    try SystemFile.makeFolder(target.parent)
    let file = try OutputFile.creating(
      target, replacing: replacing, interruption: interruption)
    output = file
    return file
  }
}
