import Foundation

/// The repository's `Corpus` folder, found from this file's place in the source tree.
public enum Corpus {
  /// The folder itself.
  public static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus")

  /// The bytes of a file of the corpus.
  public static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: path)))
  }

  /// The text of a file of the corpus.
  public static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The composed articles, by name.
  public static func articles() throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/articles")
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { ($0, try bytes("articles/" + $0)) }
  }
}
