extension RunManifest {
  /// Why a file is no manifest.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is no JSON.
    case json(JSONError)
    /// The file is of another schema, or says nothing of it.
    case schema(String?)
    /// A member is missing or not of its form.
    case member(String)

    /// What is wrong, for people.
    public var description: String {
      switch self {
      case .json(let error): error.description
      case .schema(let name):
        "no manifest: the schema is \(name ?? "missing"), expected \(RunManifest.schema)"
      case .member(let name): "no manifest: \"\(name)\" is missing or not of its form"
      }
    }
  }

  /// Reads a manifest, as far as a run can be repeated and compared with it.
  public init(_ bytes: [UInt8]) throws(Fault) {
    let json: JSONValue
    do { json = try JSONValue(bytes) } catch { throw .json(error) }
    guard json["schema"]?.text == Self.schema else { throw .schema(json["schema"]?.text) }
    func text(_ value: JSONValue?, _ name: String) throws(Fault) -> String {
      guard let text = value?.text else { throw .member(name) }
      return text
    }
    let versions = json["versions"]
    self.init(
      versions: DataVersions(
        warraq: try text(versions?["version"], "versions.version"),
        unicode: try text(versions?["unicode"], "versions.unicode"),
        icu: try text(versions?["icu"], "versions.icu"),
        data: try text(versions?["data"], "versions.data")),
      started: json["started"]?.text ?? "")
    guard case .array(let arguments)? = json["arguments"] else { throw .member("arguments") }
    for argument in arguments { self.arguments.append(try text(argument, "arguments")) }
    inputs = try Self.files(json, "inputs")
    lists = try Self.files(json, "lists")
    outputs = try Self.files(json, "outputs")
    guard let exit = json["exit"]?.integer else { throw .member("exit") }
    exitCode = exit
    folder = json["folder"]?.text
  }

  private static func files(_ json: JSONValue, _ name: String) throws(Fault) -> [File] {
    guard case .array(let files)? = json[name] else { throw .member(name) }
    var found: [File] = []
    for file in files {
      guard let path = file["path"]?.text else { throw .member("\(name).path") }
      found.append(File(path: path, size: file["size"]?.integer, sha256: file["sha256"]?.text))
    }
    return found
  }
}
