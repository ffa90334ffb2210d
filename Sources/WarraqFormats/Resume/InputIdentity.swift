/// What the inputs of a run are, by which a later run knows them again: of each file the path, the
/// length, when it was changed last, and a digest of its first 4 KiB.
public struct InputIdentity: Hashable, Sendable {
  /// One file.
  public struct File: Hashable, Sendable {
    var path: String
    var size: Int
    var modified: Int
    var head: String
  }

  /// Number of things that are read.
  public var count: Int
  /// Bytes of all files.
  public var bytes: Int
  /// A digest of all there is to know.
  public var digest: String
  /// The files, where they are few enough to be told one by one.
  public var files: [File]

  private static let headSize = 4096
  private static let mostListed = 200

  init(count: Int, bytes: Int, digest: String, files: [File]) {
    (self.count, self.bytes, self.digest, self.files) = (count, bytes, digest, files)
  }

  /// The identity of what a plan reads, and of other files that what is written depends on.
  ///
  /// - Returns: `nil` where something cannot be read again: standard input, a pipe, a device.
  /// - Complexity: O(files); a part of each is read.
  public init?(_ plan: InputPlan, and others: [FilePath] = []) {
    var files: [File] = []
    var all: [UInt8] = []
    var paths: [FilePath] = others
    for item in plan.items {
      switch item {
      case .fault(let fault): all.append(contentsOf: Array("\(fault)\n".utf8))
      case .input(let input):
        guard case .file(let path) = input.source else { return nil }
        all.append(contentsOf: Array(input.format.rawValue.utf8) + input.name.utf8 + [0])
        paths.append(path)
      }
    }
    var total = 0
    // A profile may come from standard input, too.
    guard !others.contains(FilePath("-")) else { return nil }
    for path in paths {
      guard let status = try? SystemFile.status(path) else {
        // Reading will tell what is wrong with it.
        all.append(contentsOf: path.bytes + [0])
        continue
      }
      guard status.kind == .file else { return nil }
      var head = [UInt8](repeating: 0, count: Self.headSize)
      let length = (try? SystemFile.reading(path).read(into: &head, from: 0)) ?? 0
      let file = File(
        path: path.description, size: status.size, modified: status.modified,
        head: Digest.sha256(of: Array(head[..<length])))
      total += status.size
      all.append(contentsOf: path.bytes + [0])
      all.append(contentsOf: Array("\(file.size) \(file.modified) \(file.head)\n".utf8))
      if files.count <= Self.mostListed { files.append(file) }
    }
    self.init(
      count: plan.items.count, bytes: total, digest: Digest.sha256(of: all),
      files: files.count > Self.mostListed ? [] : files)
  }

  /// What is different now, for people; `nil` where nothing is.
  public func difference(from before: InputIdentity) -> String? {
    guard digest != before.digest else { return nil }
    guard !files.isEmpty, files.count == before.files.count else {
      return "then \(before.count) inputs of \(before.bytes) bytes, now \(count) of \(bytes)"
    }
    for (now, then) in zip(files, before.files) where now != then {
      return now.path == then.path
        ? "\(now.path) has changed" : "\(then.path) was read, not \(now.path)"
    }
    return "they are taken for another format, or another one cannot be read"
  }
}
