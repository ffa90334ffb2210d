import Foundation
import Testing
import WarraqTestSupport

@Suite("Lists of names")
struct NameListTests {
  private func entities(_ result: Tool.Result) throws -> [[String: Any]] {
    try #require(try result.records().first?["entities"] as? [[String: Any]])
  }

  @Test("A gazetteer's names are reported with the user's id", arguments: ["entities", "annotate"])
  func gazetteer(command: String) throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "أعلن حزب السراب الأزرق فـ\"السراب الأزرق\" موقفه.")
    try scratch.write(
      "1.tsv", "# own\nحزب السراب الأزرق\tORG\tحزب السراب الأزرق\tG-1\n")
    try scratch.write("2.tsv", "السراب الأزرق\tORG\t\tG-1\n")
    let result = try scratch.run(
      command, "a.txt", "--gazetteer", "1.tsv", "--gazetteer", "2.tsv")
    #expect(result.code == 0 && result.errors.isEmpty)
    let mentions = try entities(result)
    #expect(mentions.map { $0["text"] as? String } == ["حزب السراب الأزرق", "السراب الأزرق"])
    #expect(mentions.allSatisfy { $0["rule"] as? String == "gazetteer" })
    let index = try #require(try result.records()[0]["entity_index"] as? [[String: Any]])
    #expect(index.count == 1)
    #expect(index[0]["key"] as? String == "gazetteer/G-1")
    #expect(index[0]["canonical"] as? String == "حزب السراب الأزرق")
    let links = try #require(index[0]["links"] as? [String: Any])
    #expect(links["gazetteer"] as? String == "G-1" && links["wikidata"] is NSNull)
  }

  @Test("Names of a stop list are left out")
  func stopList() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "زار وفد مصر وفرنسا.")
    try scratch.write("never.txt", "# no\nمصر\n")
    let mentions = try entities(try scratch.run("entities", "a.txt", "--stop-list", "never.txt"))
    #expect(mentions.map { $0["text"] as? String } == ["فرنسا"])
  }

  @Test("Every fault of a list is told with path and line, and nothing is done")
  func faults() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    try scratch.write(
      "bad.tsv",
      Data(
        ("أمل\tPER\n" + "وحده\n" + "\tPER\n" + "سراب\tXYZ\n" + "أَمل\tORG\n"
          + "ا\tPER\tب\t1\tزائد\n").utf8) + Data([0xFF, 0x09, 0x0A]))
    try scratch.write("bad.txt", "!!\n")
    for command in ["entities", "annotate"] {
      let result = try scratch.run(
        command, "a.txt", "--gazetteer", "bad.tsv", "-o", "out.jsonl")
      #expect(result.code == 2 && result.output.isEmpty)
      let lines = result.errors.split(separator: "\n")
      #expect(lines.map { $0.split(separator: ": ")[0] } == (2...7).map { "bad.tsv:\($0)" })
      #expect(lines.allSatisfy { $0.contains(": error: ") })
      #expect(result.errors.contains("bad.tsv:1"), "where the other meaning stands")
    }
    #expect(try scratch.run("entities", "a.txt", "--stop-list", "bad.txt").code == 2)
    let missing = try scratch.run("entities", "a.txt", "--gazetteer", "none.tsv")
    #expect(missing.code == 2)
    #expect(missing.errors == "none.tsv:1: error: No such file or directory\n")
    #expect(try scratch.names() == ["a.txt", "bad.tsv", "bad.txt"])
  }

  @Test("A list is never replaced by the run's own output")
  func inPlace() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    try scratch.write("n.tsv", "أمل\tPER\n")
    let result = try scratch.run(
      "entities", "a.txt", "--gazetteer", "n.tsv", "-o", "n.tsv", "--force")
    #expect(result.code == 2)
    #expect(try scratch.read("n.tsv") == "أمل\tPER\n")
  }

  @Test("Two runs give the same bytes")
  func runs() throws {
    let folder = Corpus.folder.appending(path: "articles").path
    let scratch = try Scratch()
    try scratch.write("n.tsv", "البنك الدولي\tORG\t\tB\nلبنان\tLOC\t\tL\n")
    func run() throws -> Data {
      try scratch.run("entities", folder, "--gazetteer", "n.tsv").output
    }
    let first = try run()
    #expect(!first.isEmpty)
    #expect(try run() == first)
  }

  @Test("Keys do not depend on the order of documents")
  func keys() throws {
    let scratch = try Scratch()
    let texts = [
      "قال سليم عواد في القاهرة.", "زار سليم عوّاد مصر، ثم عاد عواد.", "أعلن داعش مسؤوليته.",
    ]
    func keys(_ order: [Int]) throws -> [Int: [String]] {
      let lines = try order.map { number in
        String(
          decoding: try JSONSerialization.data(
            withJSONObject: ["id": "\(number)", "text": texts[number]]), as: UTF8.self)
      }
      try scratch.write("a.jsonl", lines.joined(separator: "\n"))
      var result: [Int: [String]] = [:]
      for record in try scratch.run("entities", "a.jsonl").records() {
        let index = try #require(record["entity_index"] as? [[String: Any]])
        let id = try #require((record["id"] as? String).flatMap { Int($0) })
        result[id] = index.compactMap { $0["key"] as? String }
      }
      return result
    }
    let straight = try keys([0, 1, 2])
    #expect(try keys([2, 1, 0]) == straight)
    #expect(try keys([1]) == straight.filter { $0.key == 1 })
    #expect(straight[0]?.first == straight[1]?.first)
  }
}
