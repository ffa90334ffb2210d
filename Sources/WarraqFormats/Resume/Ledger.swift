/// How far a run has come, in a file beside its output. What it says is on the disk before it is.
public struct Ledger: Hashable, Sendable {
  /// What the run has counted.
  public struct Counts: Hashable, Sendable {
    /// Documents that were worked on.
    public var documents = 0
    /// Those of them whose bytes had to be repaired.
    public var repaired = 0
    /// Failures.
    public var faults = 0
    /// Those of them that are of documents that were read.
    public var rejected = 0
    /// Records of archives that are no documents.
    public var skippedRecords = 0
    /// Tokens, where they are counted.
    public var tokens = 0
    /// Documents read, those left out of a sample included.
    public var ordinal = 0

    /// Nothing has been counted.
    public init() {}
  }

  /// What the ledger's own form is called.
  public static let schema = "warraq.ledger/1"

  /// Whether all is written and only the names are missing.
  public var isComplete = false
  /// The versions of the tool and its data.
  public var versions: String
  /// The options that bear on what is written.
  public var options: [String]
  /// What is read.
  public var inputs: InputIdentity
  /// The item of the plan that comes next.
  public var item = 0
  /// The place in it.
  public var position = ReadingPosition()
  /// What has been counted up to there.
  public var counts = Counts()
  /// The output, as far as it is on the disk; `nil` of a folder.
  public var output: OutputFile.Mark?
  /// The file of rejected documents.
  public var errors: OutputFile.Mark?

  /// The ledger of a run that begins.
  public init(versions: String, options: [String], inputs: InputIdentity) {
    (self.versions, self.options, self.inputs) = (versions, options, inputs)
  }

  /// Why the run that the ledger tells of cannot go on as another one; `nil` where it can.
  public func obstacle(for other: Ledger) -> String? {
    if versions != other.versions {
      return "the run was begun with \(versions); this is \(other.versions)"
    }
    if options != other.options {
      let then = options.filter { !other.options.contains($0) }
      let now = other.options.filter { !options.contains($0) }
      return "the run was begun with other options: then \(Self.list(then)); now \(Self.list(now))"
    }
    return other.inputs.difference(from: inputs).map {
      "the inputs are not those of the run: \($0)"
    }
  }

  private static func list(_ options: [String]) -> String {
    options.isEmpty ? "none of them" : options.joined(separator: ", ")
  }

  // MARK: The file

  /// Reads a ledger; `nil` where there is none.
  ///
  /// - Throws: ``FileError``, also where the file is no ledger.
  public static func reading(_ path: FilePath) throws(FileError) -> Ledger? {
    let bytes: [UInt8]
    do {
      bytes = try SystemFile.reading(path).contents(limit: 1 << 26)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
    guard let json = try? JSONValue(bytes), let ledger = Ledger(json) else {
      throw FileError(path: path, code: FileError.damaged, message: "is no ledger of warraq")
    }
    return ledger
  }

  /// Puts the ledger in the place of the one that is there, in one step.
  public func write(to path: FilePath) throws(FileError) {
    let temporary = Self.temporary(path)
    do {
      let file = try SystemFile.holding(temporary)
      try file.cut(to: 0)
      try file.write(bytes)
      try file.synchronize()
      try SystemFile.rename(temporary, to: path)
      try SystemFile.synchronize(folder: path.parent)
    } catch {
      throw FileError(path: path, code: error.code)
    }
  }

  /// Takes away a ledger, and what a run that was killed while it wrote one has left.
  public static func remove(_ path: FilePath) {
    SystemFile.remove(path)
    SystemFile.remove(temporary(path))
  }

  private static func temporary(_ path: FilePath) -> FilePath {
    FilePath(path.bytes + Array(".tmp".utf8))
  }

  /// The file's content: an object of JSON.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("schema", Self.schema)
    json.field("state", isComplete ? "complete" : "running")
    json.field("versions", versions)
    json.key("options")
    json.beginArray()
    for option in options { json.string(option) }
    json.endArray()
    json.key("inputs")
    write(inputs, &json)
    json.field("item", item)
    json.field("offset", position.offset)
    json.field("line", position.line)
    json.field("record", position.record)
    for (name, path) in Self.countFields { json.field(name, counts[keyPath: path]) }
    json.key("output")
    write(output, &json)
    json.key("errors")
    write(errors, &json)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static var countFields: [(String, WritableKeyPath<Counts, Int>)] {
    [
      ("documents", \.documents), ("repaired", \.repaired), ("failed", \.faults),
      ("rejected", \.rejected), ("skipped_records", \.skippedRecords), ("tokens", \.tokens),
      ("ordinal", \.ordinal),
    ]
  }

  private func write(_ inputs: InputIdentity, _ json: inout JSONWriter) {
    json.beginObject()
    json.field("count", inputs.count)
    json.field("bytes", inputs.bytes)
    json.field("sha256", inputs.digest)
    json.key("files")
    json.beginArray()
    for file in inputs.files {
      json.beginObject()
      json.field("path", file.path)
      json.field("size", file.size)
      // More digits than a double has.
      json.field("modified", "\(file.modified)")
      json.field("head", file.head)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ mark: OutputFile.Mark?, _ json: inout JSONWriter) {
    guard let mark else { return json.null() }
    json.beginObject()
    json.field("length", mark.length)
    json.field("last_byte", Int(mark.lastByte))
    json.endObject()
  }

  private init?(_ json: JSONValue) {
    guard json["schema"]?.text == Self.schema, let state = json["state"]?.text,
      let versions = json["versions"]?.text, let inputs = json["inputs"],
      let count = inputs["count"]?.integer, let bytes = inputs["bytes"]?.integer,
      let digest = inputs["sha256"]?.text, let item = json["item"]?.integer, item >= 0,
      let offset = json["offset"]?.integer, offset >= 0, let line = json["line"]?.integer,
      let record = json["record"]?.integer
    else { return nil }
    var files: [InputIdentity.File] = []
    for file in inputs["files"]?.elements ?? [] {
      guard let path = file["path"]?.text, let size = file["size"]?.integer,
        let modified = file["modified"]?.text.flatMap({ Int($0) }), let head = file["head"]?.text
      else { return nil }
      files.append(InputIdentity.File(path: path, size: size, modified: modified, head: head))
    }
    self.init(
      versions: versions, options: json["options"]?.elements.compactMap(\.text) ?? [],
      inputs: InputIdentity(count: count, bytes: bytes, digest: digest, files: files))
    isComplete = state == "complete"
    (self.item, position) = (item, ReadingPosition(offset: offset, line: line, record: record))
    for (name, path) in Self.countFields {
      guard let value = json[name]?.integer else { return nil }
      counts[keyPath: path] = value
    }
    output = Self.mark(json["output"])
    errors = Self.mark(json["errors"])
  }

  private static func mark(_ json: JSONValue?) -> OutputFile.Mark? {
    guard let length = json?["length"]?.integer, length >= 0,
      let last = json?["last_byte"]?.integer, let byte = UInt8(exactly: last)
    else { return nil }
    return OutputFile.Mark(length: length, lastByte: byte)
  }
}
