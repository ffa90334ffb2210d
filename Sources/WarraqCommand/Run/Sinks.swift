import WarraqFormats

/// The files that a run writes.
struct Sinks {
  private let destination: Destination
  private let replacing: Bool
  private let isResumable: Bool
  private let interruption: Interruption
  /// The file being written; in a folder, that of the input being read.
  private var output: OutputFile?
  private var target: FilePath?
  private let errors: OutputFile?
  private let frame: OutputFrame
  /// Whether the file being written has its header, and whether it has a document.
  private var hasHeader = false
  private var hasDocument = false
  private let folder: FilePath?

  /// Opens what can be opened before reading begins.
  ///
  /// - Parameter resumption: What an earlier run has left, and whether a later one may go on.
  init(_ run: BatchRun, _ resumption: Resumption?) throws(FileError) {
    destination = run.destination
    interruption = run.reading.interruption
    frame = run.frame
    isResumable = resumption != nil
    let ledger = resumption?.start == .goOn ? resumption?.ledger : nil
    replacing = run.replacing || ledger != nil
    switch destination {
    case .standardOutput:
      output = .standardOutput(interruption: interruption)
      folder = nil
    case .file(let path):
      output = try Self.opened(path, ledger?.output, resumption, run, replacing)
      folder = nil
    case .folder(let folder):
      if resumption != nil { try SystemFile.makeFolder(folder) }
      self.folder = folder
    case .store(let store, _):
      try store.open()
      folder = nil
    }
    // Of a file that is gone on with, what stands around the documents has been begun.
    if let ledger, folder == nil, ledger.counts.documents > 0 {
      (hasHeader, hasDocument) = (true, true)
    }
    do {
      if let path = run.errors {
        errors = try Self.opened(path, ledger?.errors, resumption, run, replacing)
      } else {
        errors = nil
      }
    } catch {
      if ledger != nil { output?.keep() }
      throw error
    }
  }

  /// Looks whether nothing is in the way of a run that begins.
  static func check(_ run: BatchRun) throws(FileError) {
    switch run.destination {
    case .standardOutput: break
    case .file(let path): try OutputFile.check(path, replacing: run.replacing)
    case .folder(let folder):
      for case .input(let input) in run.plan.items {
        try OutputFile.check(
          path(of: input, in: folder, run.frame), replacing: run.replacing)
      }
    case .store: break
    }
    if let errors = run.errors { try OutputFile.check(errors, replacing: run.replacing) }
  }

  private static func opened(
    _ path: FilePath, _ mark: OutputFile.Mark?, _ resumption: Resumption?, _ run: BatchRun,
    _ replacing: Bool
  ) throws(FileError) -> OutputFile? {
    if let mark {
      // Of a run that only lacked names, this file may have got its own.
      let partial = OutputFile.partialPath(of: path)
      if resumption?.ledger.isComplete == true, (try? SystemFile.status(partial)) == nil {
        return nil
      }
      return try .continuing(path, from: mark, interruption: run.reading.interruption)
    }
    return try .creating(
      path, replacing: replacing, resumable: resumption != nil,
      interruption: run.reading.interruption)
  }

  /// The file that an input's records go to: its relative path with the extension of the format.
  static func path(of input: Input, in folder: FilePath, _ frame: OutputFrame) -> FilePath {
    let relative = input.relativePath.withoutCompression
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
      // The disk is waited for once for many files, before the ledger tells of them.
      try output.commit(synchronized: false)
    }
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

  // MARK: Ends of runs

  /// Whether ``marks()`` gives marks now. In a folder it does between two inputs only.
  var canMark: Bool {
    guard errors?.canMark ?? true else { return false }
    return folder != nil ? output == nil && target == nil : output?.canMark ?? true
  }

  /// Waits until all is on the disk, and tells how far that is.
  func marks() throws(FileError) -> (output: OutputFile.Mark?, errors: OutputFile.Mark?)? {
    guard canMark else { return nil }
    let errors = try errors?.mark()
    if let folder {
      try SystemFile.synchronizeDisk(of: folder)
      return (nil, errors)
    }
    return (try output?.mark(), errors)
  }

  /// Writes what comes after all documents, and waits until all is on the disk.
  mutating func seal(_ bytes: [UInt8]) throws(FileError) {
    if let output {
      try beginFile(output)
      try output.append(bytes)
      try output.append(frame.footer)
      try output.seal()
    }
    try errors?.seal()
    if let folder, isResumable { try SystemFile.synchronizeDisk(of: folder) }
  }

  /// How far sealed files are on the disk.
  var sealedMarks: (output: OutputFile.Mark?, errors: OutputFile.Mark?)? {
    (folder == nil ? output?.sealedMark : nil, errors?.sealedMark)
  }

  /// Gives the files their names. The output gets its own last: where it is, all is.
  func commit() throws(FileError) {
    try errors?.commit()
    if case .store(let store, _) = destination { try store.commit() }
    if folder == nil { try output?.commit() }
  }

  /// Leaves temporary files to a later run; that of an input of a folder is given up.
  func keep() {
    if folder == nil { output?.keep() }
    errors?.keep()
  }

  private mutating func opened() throws(FileError) -> OutputFile {
    if let output { return output }
    guard let target else { preconditionFailure("records are written between begin and end") }
    try SystemFile.makeFolder(target.parent)
    let file = try OutputFile.creating(
      target, replacing: replacing, resumable: isResumable, interruption: interruption)
    output = file
    return file
  }
}
