import Foundation
import Testing

@Suite("What the tool writes")
struct OutputTests {
  @Test("An existing output is refused without --force")
  func existing() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "نص")
    try scratch.write("out", "old")
    let refused = try scratch.run("annotate", "a.txt", "-o", "out")
    #expect(refused.code == 3)
    #expect(refused.errors == "out: error: already exists; use --force to replace it\n")
    #expect(try scratch.read("out") == "old")
    #expect(try scratch.run("annotate", "a.txt", "-o", "out", "--force").code == 0)
    #expect(try scratch.read("out").hasPrefix(#"{"schema":"#))
    #expect(try scratch.names() == ["a.txt", "out"])
  }

  @Test("An input is never replaced by its own output, not even by force")
  func inPlace() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "العـــربية\n")
    let result = try scratch.run("normalize", "a.txt", "-o", "a.txt", "--force")
    #expect(result.code == 2)
    #expect(result.errors == "a.txt: error: is one of the inputs\n")
    #expect(try scratch.read("a.txt") == "العـــربية\n")
  }

  @Test("One output for each input")
  func outputFolder() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", "أ")
    try scratch.write("in/s/b.jsonl", "{\"text\":\"1\"}\n{\"text\":\"2\"}\n")
    try scratch.write("in/c.txt", Data([0xFF]))
    try scratch.write("in/d.jsonl", "")
    let result = try scratch.run(
      "annotate", "in", "--output-dir", "new/out", "--on-invalid", "fail")
    #expect(result.code == 1 && result.output.isEmpty)
    #expect(
      try scratch.names().filter { $0.hasPrefix("new/out/") }
        == ["new/out/a.jsonl", "new/out/d.jsonl", "new/out/s", "new/out/s/b.jsonl"])
    #expect(try scratch.read("new/out/s/b.jsonl").split(separator: "\n").count == 2)
    #expect(try scratch.run("annotate", "in", "--output-dir", "new/out").code == 3)
    #expect(try scratch.run("annotate", "in", "--output-dir", "new/out", "--force").code == 0)
    try scratch.write("in/a.jsonl", "")
    let collision = try scratch.run("annotate", "in", "--output-dir", "x")
    #expect(collision.code == 2 && collision.errors.contains("would go to one file"))
  }

  @Test("The first failure ends the run where that is asked for, and leaves no output")
  func failFast() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", "{\"text\":\"1\"}\n{\n{\"text\":\"2\"}\n")
    let result = try scratch.run(
      "annotate", "a.jsonl", "--fail-fast", "-o", "out", "--errors", "bad")
    #expect(result.code == 1)
    #expect(try scratch.names() == ["a.jsonl", "bad"])
    #expect(try scratch.read("bad").split(separator: "\n").count == 1)
  }

  @Test("A closed pipe ends the run quietly")
  func closedPipe() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", String(repeating: "{\"text\":\"نص\"}\n", count: 20_000))
    let process = Tool.process(["annotate", "a.jsonl"], folder: scratch.folder)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try output.fileHandleForReading.close()
    #expect(Tool.wait(for: process) == 0)
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test("A full device is an error")
  func fullDevice() throws {
    let result = try Tool.run("annotate", "-o", "/dev/full")
    #expect(result.code == 3)
    #expect(result.errors == "/dev/full: error: No space left on device\n")
  }

  @Test("Ctrl-C ends the run with 130 and leaves no temporary file", arguments: [2, 15] as [Int32])
  func interruption(signal: Int32) throws {
    let scratch = try Scratch()
    let process = Tool.process(["annotate", "-o", "out"], folder: scratch.folder)
    let input = Pipe()
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 30)
    while try scratch.names().isEmpty, Date() < deadline { usleep(10_000) }
    #expect(try scratch.names().count == 1)
    kill(process.processIdentifier, signal)
    #expect(Tool.wait(for: process) == 128 + signal)
    #expect(try scratch.names().isEmpty)
  }

  @Test("Formats of tokenize and normalize")
  func formats() throws {
    let scratch = try Scratch()
    let text = Data("قال: «نعم».\nثم ذهب".utf8)
    let words = try scratch.run("tokenize", "--format", "tsv", "--offsets", "utf8", input: text)
    #expect(words.text.hasPrefix("0\t6\tarabic_word\tقال\n6\t7\tpunctuation\t:\n"))
    let spaces = try scratch.run("tokenize", "--include", "space", input: text)
    #expect(spaces.text.contains("\n\\n\n"))
    let sentences = try scratch.run("tokenize", "--unit", "sentence", input: text)
    #expect(sentences.text == "قال: «نعم».\nثم ذهب\n")
    let records = try scratch.run("tokenize", "--format", "jsonl", input: Data("نص".utf8))
    #expect(
      records.text
        == #"{"id":"-","tokens":[{"start":0,"end":2,"kind":"arabic_word","text":"نص"}]}"# + "\n")
    let map = try scratch.run("normalize", "--format", "jsonl", input: Data("بـــت".utf8))
    #expect(map.text == #"{"id":"-","text":"بت","map":[0,4,5]}"# + "\n")
    try scratch.write("a.txt", "أ")
    try scratch.write("b.txt", "ب\n")
    #expect(try scratch.run("normalize", "a.txt", "b.txt", "a.txt").text == "أ\nب\nأ")
  }

  @Test("Quotations stand in the record with speaker and verb; without entities nobody speaks")
  func quotations() throws {
    let text = Data("وقال سامي الجبوري: \"لن نعود\".".utf8)
    let whole = try Tool.run("annotate", input: text)
    #expect(
      whole.text.contains(
        #""quotes":[{"start":20,"end":27,"speaker":"e1","verb":{"start":1,"end":4,"text":"قال"}}]"#)
    )
    let bare = try Tool.run("annotate", "--exclude", "entities", input: text)
    #expect(bare.text.contains(#""quotes":[{"start":20,"end":27,"speaker":null,"verb":{"#))
    let none = try Tool.run("annotate", "--exclude", "quotes", input: text).records()[0]
    #expect(none["quotes"] == nil && none["entities"] != nil)
  }

  @Test("Stages left out have no member")
  func stages() throws {
    let result = try Tool.run("annotate", "--exclude", "entities,timexes", "--exclude", "article")
    let record = try result.records()[0]
    #expect(record["entities"] == nil && record["entity_index"] == nil)
    #expect(record["timexes"] == nil && record["article"] == nil && record["sentences"] != nil)
    let entities = try Tool.run("entities").records()[0]
    #expect(Set(entities.keys) == ["id", "entities", "entity_index"])
    #expect(try Set(Tool.run("article").records()[0].keys) == ["id", "article"])
    #expect(try Set(Tool.run("dates").records()[0].keys) == ["id", "timexes"])
  }
}
