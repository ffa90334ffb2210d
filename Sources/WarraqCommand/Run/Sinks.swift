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
  private let frame: OutputFrame
  /// Whether the file being written has its header, and whether it has a document.
  private var hasHeader = false
  private var hasDocument = false

  /// Opens what can be opened before reading begins, and looks whether nothing is in the way.
  init(_ run: BatchRun) throws(FileError) {
    destination = run.destination
    replacing = run.replacing
    interruption = run.reading.interruption
    frame = run.frame
    switch destination {
    case .standardOutput:
      output = .standardOutput(interruption: interruption)
    case .file(let path):
      output = try .creating(path, replacing: replacing, interruption: interruption)
    case .folder(let folder):
      for case .input(let input) in run.plan.items {
        try OutputFile.check(
          Self.path(of: input, in: folder, frame), replacing: replacing)
      }
    case .store(let store, _):
      try store.open()
    }
    if let path = run.errors {
      errors = try .creating(path, replacing: replacing, interruption: interruption)
    } else {
      errors = nil
    }
  }

  /// The file that an input's records go to: its relative path with the extension of the format.
  static func path(of input: Input, in folder: FilePath, _ frame: OutputFrame) -> FilePath {
    let relative = input.relativePath
    let name = relative.lastComponent
    var stem = relative.bytes
    if let dot = name.lastIndex(of: 0x2E), dot > 0 { stem.removeLast(name.count - dot) }
    return folder.appending(stem + Array(".\(frame.fileExtension)".utf8))
  }

  /// Two inputs of a plan whose records would go to one file.
  static func collision(
    in plan: InputPlan, folder: FilePath, _ frame: OutputFrame
  ) -> (Input, Input)? {
    var inputs: [FilePath: Input] = [:]
    for case .input(let input) in plan.items {
      if let other = inputs.updateValue(input, forKey: path(of: input, in: folder, frame)) {
        return (other, input)
      }
    }
    return nil
  }

  /// Gets ready for the records of an input.
  mutating func begin(_ input: Input) throws(FileError) {
    guard case .folder(let folder) = destination else { return }
    target = Self.path(of: input, in: folder, frame)
    (hasHeader, hasDocument) = (false, false)
  }

  /// Writes the output of one document.
  mutating func write(_ bytes: [UInt8], separated: Bool) throws(FileError) {
    if case .store(let store, _) = destination { return try store.append(bytes) }
    let output = try opened()
    try beginFile(output)
    guard !bytes.isEmpty else { return }
    if separated { try output.endLine() }
    if hasDocument { try output.append(frame.separator) }
    try output.append(bytes)
    hasDocument = true
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
      let output = try opened()
      try beginFile(output)
      try output.append(frame.footer)
      try output.commit()
    }
  }

  /// Writes what comes after all documents and gives the output its name.
  mutating func finish(_ bytes: [UInt8]) throws(FileError) {
    if case .store(let store, _) = destination { try store.commit() }
    guard let output else { return }
    try beginFile(output)
    try output.append(bytes)
    try output.append(frame.footer)
    try output.commit()
  }

  /// Takes down a rejected document.
  func reject(_ fault: InputFault) throws(FileError) {
    try errors?.append(RecordWriter.rejection(fault))
  }

  /// Gives the file of rejected documents its name.
  func finishErrors() throws(FileError) {
    try errors?.commit()
  }

  private mutating func beginFile(_ output: OutputFile) throws(FileError) {
    guard !hasHeader else { return }
    hasHeader = true
    try output.append(frame.header)
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
