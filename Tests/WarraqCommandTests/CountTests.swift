import Foundation
import Testing
import Warraq
import WarraqTestSupport

@Suite("tokenize --count")
struct CountTests {
  @Test(
    "The articles of the corpus: as many tokens as tokenize writes",
    arguments: [[], ["--profile", "uax29"], ["--include", "space"]])
  func articles(options: [String]) throws {
    let folder = Corpus.folder.appending(path: "articles")
    let articles = try Corpus.articles()
    let written = try Tool.run(["tokenize", "."] + options, folder: folder)
    let counted = try Tool.run(["tokenize", ".", "--count", "--quiet"] + options, folder: folder)
    let tokens = written.output.count { $0 == 0x0A }
    #expect(counted.code == 0 && counted.errors.isEmpty)
    #expect(counted.text == "documents\t\(articles.count)\ntokens\t\(tokens)\n")
  }

  @Test("Faults and sequences that the border of a buffer cuts", arguments: 0..<4)
  func borders(shift: Int) throws {
    for part in [[0xD9, 0x82], [0xE2, 0x80], [0xE2, 0x80, 0x9C], [0xFF], [0xF0, 0x9F, 0x98]] {
      var bytes = Data()
      for border in 1...2 {
        let words = Data("قال 12، ".utf8)
        while bytes.count + words.count < border << 16 - shift { bytes.append(words) }
        while bytes.count < border << 16 - shift { bytes.append(0x78) }
        bytes.append(contentsOf: part.map { UInt8($0) })
      }
      let written = try Tool.run("tokenize", input: bytes)
      let counted = try Tool.run("tokenize", "--count", input: bytes)
      let tokens = written.output.count { $0 == 0x0A }
      #expect(counted.text == "documents\t1\ntokens\t\(tokens)\n")
      #expect(counted.code == 0 && counted.errors == written.errors)
      let failing = try Tool.run("tokenize", "--count", "--on-invalid", "fail", input: bytes)
      let ordinary = try Tool.run("tokenize", "--on-invalid", "fail", input: bytes)
      #expect(failing.code == ordinary.code && failing.errors == ordinary.errors)
    }
  }

  @Test("A byte order mark, nothing at all, only white space, no white space")
  func special() throws {
    let scratch = try Scratch()
    let long = String(repeating: "x", count: 300_000)
    for (text, words, all) in [
      ("\u{FEFF}قال", 1, 1), ("\u{FEFF}", 0, 0), ("", 0, 0), (" \n\t", 0, 3), (long, 1, 1),
      (long + " " + long, 2, 3),
    ] {
      try scratch.write("a.txt", text)
      let counted = try scratch.run("tokenize", "--count", "a.txt")
      #expect(counted.text == "documents\t1\ntokens\t\(words)\n")
      let spaces = try scratch.run("tokenize", "--count", "--include", "space", "a.txt")
      #expect(spaces.text == "documents\t1\ntokens\t\(all)\n")
    }
  }

  @Test("Several inputs of several kinds, some bad")
  func inputs() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "قال نعم")
    try scratch.write("b.jsonl", "{\"text\":\"نعم\"}\n{\"text\":\"1 2 3\"}\n")
    try scratch.write("c.txt", Data([0x61, 0x20, 0xFF]))
    try scratch.write("d.txt", Data([0x1F, 0x8B, 0x08, 0x00]))
    let result = try scratch.run("tokenize", "--count", "--on-invalid", "fail", ".", "no.txt")
    #expect(result.code == 1)
    #expect(result.text == "documents\t3\ntokens\t6\n")
    #expect(
      result.errors == """
        ./c.txt:1: error: invalid UTF-8 at byte offset 2
        ./d.txt:1: error: gzip data breaks off near byte offset 4
        no.txt:1: error: No such file or directory
        warraq: 3 documents, 3 failed

        """)
    let sentences = try scratch.run("tokenize", "--count", "--unit", "sentence", "a.txt")
    #expect(sentences.text == "documents\t1\nsentences\t1\n")
    let stopped = try scratch.run(
      "tokenize", "--count", "--on-invalid", "fail", "--fail-fast", "c.txt", "a.txt", "-o", "out")
    #expect(stopped.code == 1)
    #expect(try !scratch.names().contains("out"))
  }

  @Test("Each kernel of the machine counts the same", arguments: TokenizerKernel.available)
  func kernels(kernel: TokenizerKernel) throws {
    let articles = Corpus.folder.appending(path: "articles")
    let expected = try Tool.run("tokenize", "--count", ".", folder: articles)
    let found = try Tool.run(
      "tokenize", "--count", ".", folder: articles,
      environment: ["WARRAQ_KERNEL": kernel.rawValue])
    #expect(found.code == 0)
    #expect(found.text == expected.text)
  }

  @Test("A kernel that is not to be had is wrong usage")
  func noSuchKernel() throws {
    let missing = TokenizerKernel.allCases.filter { !TokenizerKernel.available.contains($0) }
    for name in ["AVX512", "fast"] + missing.map(\.rawValue) {
      for command in ["tokenize", "annotate", "dates", "bench"] {
        let result = try Tool.run(command, environment: ["WARRAQ_KERNEL": name])
        #expect(result.code == 2 && result.output.isEmpty)
        let names = TokenizerKernel.available.map(\.rawValue).joined(separator: ", ")
        #expect(
          result.errors.hasPrefix(
            "Error: WARRAQ_KERNEL is '\(name)'; this machine has: \(names)\nUsage: warraq"))
      }
      #expect(try Tool.run("--version", environment: ["WARRAQ_KERNEL": name]).code == 0)
    }
    #expect(try Tool.run("tokenize", "--count", environment: ["WARRAQ_KERNEL": ""]).code == 0)
  }
}
