/// What was run, on what, and what came of it: enough to run it again and to compare.
public struct RunManifest: Sendable {
  /// What `schema` says.
  public static let schema = "warraq.manifest/1"

  /// A file as it was.
  public struct File: Hashable, Sendable {
    /// Its path as it was named; `-` for standard input and output.
    public var path: String
    /// Bytes; `nil` of what cannot be read again.
    public var size: Int?
    /// SHA-256 in hexadecimal; `nil` of what cannot be read again.
    public var sha256: String?

    /// A file of which this much is known.
    public init(path: String, size: Int? = nil, sha256: String? = nil) {
      (self.path, self.size, self.sha256) = (path, size, sha256)
    }

    /// A file as it is now.
    public init(reading path: FilePath) throws(FileError) {
      let (size, digest) = try Digest.sha256(of: path)
      self.init(path: path.description, size: size, sha256: digest)
    }
  }

  /// How many there were of something.
  public struct Count: Hashable, Sendable {
    /// What is counted.
    public var name: String
    /// How many.
    public var number: Int

    /// A count.
    public init(_ name: String, _ number: Int) {
      (self.name, self.number) = (name, number)
    }
  }

  /// One option and the value that it had.
  public struct Setting: Hashable, Sendable {
    /// The option's long name, without dashes.
    public var name: String
    /// Its values, more than one where it may be given more than once.
    public var values: [String]
    /// Where they come from: `command line`, `environment`, `config` or `default`.
    public var origin: String

    /// An option.
    public init(name: String, values: [String], origin: String) {
      (self.name, self.values, self.origin) = (name, values, origin)
    }
  }

  /// The arguments as they were given, the subcommand first.
  public var given: [String] = []
  /// The arguments with what environment and configuration added.
  public var arguments: [String] = []
  /// The value of each option.
  public var settings: [Setting] = []
  /// The folder that relative paths start from.
  public var folder: String?
  /// The versions that the output depends on.
  public var versions: DataVersions
  /// The inputs, in the order in which they were read.
  public var inputs: [File] = []
  /// Other files that the output depends on: lists of names, profiles.
  public var lists: [File] = []
  /// What was written.
  public var outputs: [File] = []
  /// How many documents, failures and so on.
  public var counts: [Count] = []
  /// When the run began, in UTC.
  public var started: String
  /// How long it took.
  public var seconds = 0.0
  /// Workers.
  public var jobs = 1
  /// The exit code.
  public var exitCode = 0

  /// The manifest of a run that begins.
  public init(versions: DataVersions, started: String) {
    (self.versions, self.started) = (versions, started)
  }

  // MARK: Writing

  /// The manifest as JSON, a member a line.
  public var bytes: [UInt8] {
    var output = Array("{\"schema\":\"\(Self.schema)\"".utf8)
    func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
      var json = JSONWriter()
      json.key(name)
      body(&json)
      output += Array(",\n ".utf8) + json.bytes
    }
    func files(_ name: String, _ files: [File]) {
      // A file a line.
      output += Array(",\n \"\(name)\":[".utf8)
      for (number, file) in files.enumerated() {
        var json = JSONWriter()
        json.beginObject()
        json.field("path", file.path)
        json.field("size", file.size)
        json.field("sha256", file.sha256)
        json.endObject()
        output += Array((number == 0 ? "\n  " : ",\n  ").utf8) + json.bytes
      }
      output += Array("]".utf8)
    }
    func strings(_ values: [String], _ json: inout JSONWriter) {
      json.beginArray()
      for value in values { json.string(value) }
      json.endArray()
    }
    member("versions") { json in
      json.beginObject()
      json.field("version", versions.warraq)
      json.field("unicode", versions.unicode)
      json.field("icu", versions.icu)
      json.field("data", versions.data)
      json.endObject()
    }
    member("given") { strings(given, &$0) }
    member("arguments") { strings(arguments, &$0) }
    member("options") { json in
      json.beginObject()
      for setting in settings {
        json.key(setting.name)
        json.beginObject()
        json.key("values")
        strings(setting.values, &json)
        json.field("from", setting.origin)
        json.endObject()
      }
      json.endObject()
    }
    member("folder") { if let folder { $0.string(folder) } else { $0.null() } }
    files("inputs", inputs)
    files("lists", lists)
    files("outputs", outputs)
    member("counts") { json in
      json.beginObject()
      for count in counts { json.field(count.name, count.number) }
      json.endObject()
    }
    member("started") { $0.string(started) }
    member("seconds") { $0.number((seconds * 1000).rounded() / 1000) }
    member("jobs") { $0.integer(jobs) }
    member("exit") { $0.integer(exitCode) }
    return output + Array("}\n".utf8)
  }
}
