import Foundation
import Testing

@Suite("warraq annotate --format")
struct FormatTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("in/a.txt", "زار الرئيس المصري العراق في 5 مايو 2020.")
    try scratch.write("in/b.txt", "")
    try scratch.write("in/c.txt", "ولفرنسا دور.")
  }

  @Test(
    "The extension of the output tells the format; --format goes before it",
    arguments: [
      ("x.csv", "id,start,end"), ("x.tsv", "id\tstart\tend"), ("x.conllu", "# newdoc id = a.txt"),
      ("x.xml", "<?xml version"), ("x.tei", "<?xml version"), ("x.sqlite", "SQLite format 3"),
      ("x.db", "SQLite format 3"), ("x.jsonl", "{\"schema\""), ("x.out", "{\"schema\""),
    ])
  func inference(name: String, start: String) throws {
    #expect(try scratch.run("annotate", "in", "-o", name).code == 0)
    let bytes = try Data(contentsOf: scratch.url(name))
    #expect(bytes.starts(with: start.utf8))
    #expect(
      try scratch.run("annotate", "in", "-o", name, "--force", "--format", "labelstudio").code == 0)
    let tasks = try JSONSerialization.jsonObject(with: Data(contentsOf: scratch.url(name)))
    #expect((tasks as? [Any])?.count == 3)
  }

  @Test("The extension before .gz and .zst tells the format; SQLite is never compressed")
  func compressedInference() throws {
    #expect(try scratch.run("annotate", "in", "-o", "x.csv").code == 0)
    for name in ["x.csv.gz", "x.csv.zst"] {
      #expect(try scratch.run("annotate", "in", "-o", name).code == 0)
      let packed = try Data(contentsOf: scratch.url(name))
      // What was packed is as long as the table: gzip tells its length in its last four bytes.
      if name.hasSuffix("gz") {
        let length = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(length == (try Data(contentsOf: scratch.url("x.csv")).count))
      } else {
        #expect(packed.starts(with: [0x28, 0xB5, 0x2F, 0xFD]))
      }
    }
    let refused = try scratch.run("annotate", "in", "-o", "x.sqlite.gz")
    #expect(refused.code == 2)
    #expect(refused.errors.contains("cannot be compressed"))
  }

  @Test("One header and one footer around all documents; in a folder around those of each file")
  func frames() throws {
    let all = try scratch.run("annotate", "--format", "tei", "in").text
    #expect(all.components(separatedBy: "<teiCorpus").count == 2)
    #expect(all.components(separatedBy: "<TEI>").count == 4)
    #expect(all.hasSuffix("</teiCorpus>\n"))
    let code = try scratch.run("annotate", "--format", "tei", "in", "--output-dir", "out").code
    #expect(code == 0)
    for name in ["out/a.xml", "out/b.xml", "out/c.xml"] {
      let text = try scratch.read(name)
      #expect(text.components(separatedBy: "<TEI>").count == 2)
      #expect(text.hasSuffix("</teiCorpus>\n"))
    }
    let empty = try scratch.run(
      "annotate", "--format", "labelstudio", "--input-format", "jsonl", "-")
    #expect(empty.text == "[\n\n]\n")
  }

  @Test("entities and dates write the tables of annotate, without regions")
  func stages() throws {
    for format in ["csv", "tsv"] {
      let separator = format == "csv" ? "," : "\t"
      let entities = try scratch.run("entities", "--format", format, "in").text
      #expect(
        entities.contains(["c.txt", "2", "7", "فرنسا", "LOC", "e1"].joined(separator: separator)))
      let rows = try scratch.run("annotate", "--format", format, "--rows", "timexes", "in").text
      let dates = try scratch.run("dates", "--format", format, "in").text
      #expect(dates.contains("5 مايو 2020\(separator)DATE\(separator)2020-05-05"))
      #expect(rows.split(separator: "\n").count == dates.split(separator: "\n").count)
    }
  }

  @Test("brat writes pairs to a folder, and no more where a file is in the way")
  func brat() throws {
    #expect(try scratch.run("annotate", "--format", "brat", "--output-dir", "brat", "in").code == 0)
    let names = try scratch.names().filter { $0.hasPrefix("brat/") }
    #expect(
      names == [
        "brat/a.ann", "brat/a.txt", "brat/annotation.conf", "brat/b.ann", "brat/b.txt",
        "brat/c.ann", "brat/c.txt",
      ])
    let again = try scratch.run("annotate", "--format", "brat", "--output-dir", "brat", "in")
    #expect(again.code == 3 && again.errors.contains("already exists"))
    let forced = try scratch.run(
      "annotate", "--format", "brat", "--output-dir", "brat", "in", "--force")
    #expect(forced.code == 0)
  }

  @Test("A database is refused where it is, and whole or absent where the run stops")
  func sqlite() throws {
    #expect(try scratch.run("annotate", "in", "-o", "x.db").code == 0)
    #expect(try scratch.run("annotate", "in", "-o", "x.db").code == 3)
    try scratch.write("in/d.txt", Data([0xFF]))
    let stopped = try scratch.run(
      "annotate", "in", "-o", "y.db", "--encoding", "utf-8", "--on-invalid", "fail", "--fail-fast")
    #expect(stopped.code == 1)
    #expect(try scratch.names().filter { $0.contains("y.db") }.isEmpty)
    let missing = try scratch.run("annotate", "in", "-o", "no/y.db")
    #expect(missing.code == 3 && missing.errors.contains("no/y.db: error: No such file"))
  }

  @Test(
    "What does not go together is wrong usage",
    arguments: [
      ["--format", "sqlite"], ["--format", "brat"], ["--format", "brat", "-o", "x"],
      ["--format", "sqlite", "--output-dir", "d"], ["--format", "csv", "--include", "text"],
      ["--rows", "timexes"], ["--format", "tei", "--offsets", "utf8"],
      ["--format", "brat", "--output-dir", "d", "--offsets", "utf16"], ["--format", "xlsx"],
    ])
  func usage(arguments: [String]) throws {
    let result = try Tool.run(["annotate", "in"] + arguments, folder: scratch.folder)
    #expect(result.code == 2, "\(result.errors)")
    #expect(result.output.isEmpty)
  }
}
