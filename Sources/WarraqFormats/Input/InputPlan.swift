/// What a run reads, in order: the files that its arguments lead to.
///
/// A folder stands for the `.txt`, `.html`, `.htm`, `.jsonl`, `.ndjson`, `.warc` and `.wet` files in
/// it and in the folders below, compressed or not (`.txt.gz`, `.jsonl.zst`), ordered by the bytes of
/// their paths; other files in it are skipped and counted. Symbolic links are followed; each folder
/// is read once, so loops end.
public struct InputPlan: Sendable {
  /// One thing to read, or a reason why there is nothing.
  public enum Item: Sendable {
    case input(Input)
    case fault(InputFault)
  }

  /// What is read, in order.
  public private(set) var items: [Item] = []
  /// Files in folders that are not of a known kind.
  public private(set) var skippedFiles = 0

  private let format: InputFormat?
  private var standardInputIsTaken: Bool

  /// An empty plan.
  ///
  /// - Parameters:
  ///   - format: The format of every input; without it the extensions tell.
  ///   - standardInputIsTaken: Whether standard input is read for something else.
  public init(format: InputFormat?, standardInputIsTaken: Bool = false) {
    self.format = format
    self.standardInputIsTaken = standardInputIsTaken
  }

  /// Adds a fault that was found before reading.
  public mutating func add(_ fault: InputFault) {
    items.append(.fault(fault))
  }

  /// Adds what an argument stands for: a file, a folder, or `-` for standard input.
  public mutating func add(_ argument: FilePath) {
    guard argument.bytes != [0x2D] else {
      if standardInputIsTaken {
        add(unreadable(argument, "standard input can be read only once"))
      } else {
        standardInputIsTaken = true
        items.append(.input(.standardInput(format ?? .text)))
      }
      return
    }
    do {
      let status = try SystemFile.status(argument)
      if status.kind == .folder {
        addFolder(argument, status.identity)
      } else {
        addFile(argument)
      }
    } catch {
      add(unreadable(argument, error.description, line: 1))
    }
  }

  /// Whether a path leads to one of the files that are read.
  public func reads(_ path: FilePath) -> Bool {
    guard let status = try? SystemFile.status(path), status.kind == .file else { return false }
    return items.contains { item in
      guard case .input(let input) = item, case .file(let file) = input.source else {
        return false
      }
      return (try? SystemFile.status(file))?.identity == status.identity
    }
  }

  private mutating func addFile(_ path: FilePath) {
    let name = path.formatExtension
    items.append(
      .input(
        Input(
          source: .file(path), format: format ?? InputFormat(extension: name) ?? .text,
          name: path.description, relativePath: FilePath(path.lastComponent))))
  }

  private mutating func addFolder(_ folder: FilePath, _ identity: SystemFile.FileIdentity) {
    var walk = FolderWalk(folder, identity)
    walk.run()
    skippedFiles += walk.skippedFiles
    guard !walk.files.isEmpty || !walk.faults.isEmpty else {
      add(unreadable(folder, "no .txt, .html, .htm, .jsonl, .ndjson, .warc or .wet files"))
      return
    }
    for fault in walk.faults { add(fault) }
    for file in walk.files.sorted(by: { $0.relative < $1.relative }) {
      let path = folder.appending(file.relative.bytes)
      items.append(
        .input(
          Input(
            source: .file(path), format: format ?? file.format, name: file.relative.description,
            relativePath: file.relative)))
    }
  }

  private func unreadable(_ path: FilePath, _ message: String, line: Int? = nil) -> InputFault {
    InputFault(kind: .unreadable, path: path.description, line: line, message: message)
  }
}

/// Gathers the files below a folder.
private struct FolderWalk {
  private(set) var files: [(relative: FilePath, format: InputFormat)] = []
  private(set) var faults: [InputFault] = []
  private(set) var skippedFiles = 0

  private let root: FilePath
  private var seen: Set<SystemFile.FileIdentity>
  /// Links to folders, read after all real folders, so that a file is named by its real place
  /// where that is below the root too.
  private var links: [(relative: FilePath, identity: SystemFile.FileIdentity)] = []

  init(_ root: FilePath, _ identity: SystemFile.FileIdentity) {
    self.root = root
    seen = [identity]
  }

  mutating func run() {
    visit(FilePath([]))
    var next = 0
    while next < links.count {
      let link = links[next]
      next += 1
      if seen.insert(link.identity).inserted { visit(link.relative) }
    }
  }

  private mutating func visit(_ start: FilePath) {
    var pending = [start]
    while let folder = pending.popLast() {
      do {
        for name in try SystemFile.names(in: path(folder)) {
          let relative = folder.appending(name)
          if let below = entry(relative) { pending.append(below) }
        }
      } catch {
        faults.append(
          InputFault(
            kind: .unreadable, path: path(folder).description, line: nil,
            message: error.description))
      }
    }
  }

  /// Takes note of one entry; returns it where it is a folder to visit.
  private mutating func entry(_ relative: FilePath) -> FilePath? {
    let path = path(relative)
    let format = InputFormat(extension: path.formatExtension)
    // A link that leads nowhere counts as a file: reading it tells what is wrong.
    let status = try? SystemFile.status(path)
    switch status?.kind {
    case .folder:
      guard let status else { return nil }
      if SystemFile.isLink(path) {
        links.append((relative, status.identity))
        return nil
      }
      return seen.insert(status.identity).inserted ? relative : nil
    case .file, nil:
      if let format {
        files.append((relative, format))
      } else {
        skippedFiles += 1
      }
      return nil
    case .other:
      skippedFiles += 1
      return nil
    }
  }

  private func path(_ relative: FilePath) -> FilePath {
    relative.bytes.isEmpty ? root : root.appending(relative.bytes)
  }
}
