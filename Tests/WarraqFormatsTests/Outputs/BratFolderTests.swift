import Foundation
import Testing
import Warraq

@testable import WarraqFormats

@Suite("Formats: names of brat's files")
struct BratFolderTests {
  @Test(
    "Names made of ids",
    arguments: [
      ("a.txt", "a"), ("articles/مقال 1.txt", "articles_مقال_1"),
      ("../../etc/passwd", "_._.._etc_passwd"),
      ("..", "_."), (".", "_"), ("", "_"), ("/", "_"), ("a\nb\u{0}c", "a_b_c"),
      ("page.html", "page"),
      (".txt", "_txt"), ("\u{202E}x", "_x"), ("x.jsonl#3", "x.jsonl_3"), ("مَقال", "مَقال"),
    ])
  func names(id: String, name: String) {
    let stem = String(decoding: BratName.stem(of: id), as: UTF8.self)
    #expect(stem.unicodeScalars.elementsEqual(name.unicodeScalars), "\(stem)")
  }

  @Test("A long id is cut between characters, and stays different from its like")
  func longNames() {
    let ids = ["ا", "ب"].map { String(repeating: "مقال", count: 200) + $0 }
    let stems = ids.map { BratName.stem(of: $0) }
    #expect(stems.allSatisfy { $0.count <= 200 })
    #expect(stems.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(stems[0] != stems[1])
  }

  @Test("Documents of one name get files of their own, none outside of the folder")
  func collisions() throws {
    let folder = try TemporaryFolder()
    let target = folder.url.appending(path: "out")
    let store = BratFolder(FilePath(target.path), replacing: false)
    try store.open()
    let ids = ["a.txt", "a.html", "A.txt", "a-2", "../a", "b/../../c", "a.txt"]
    for (number, id) in ids.enumerated() {
      let input = AnnotatedSamples.input("العراق \(number)", id: id)
      try store.append(BratEncoder().encode(Pipeline().analyze(input), of: input))
    }
    try store.commit()
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
    let stems = ["A-3", "_._a", "a", "a-2", "a-2-2", "a-4", "b_.._.._c"]
    #expect(names == (stems.flatMap { ["\($0).ann", "\($0).txt"] } + ["annotation.conf"]).sorted())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out"])
    let last = try String(contentsOf: target.appending(path: "a-4.txt"), encoding: .utf8)
    #expect(last == "العراق 6")
    #expect(throws: FileError.self) {
      try BratFolder(FilePath(target.path), replacing: false).open()
    }
  }
}
