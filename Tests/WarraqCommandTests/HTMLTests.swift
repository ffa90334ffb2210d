import Foundation
import Testing
import WarraqTestSupport

@Suite("HTML, encodings and languages")
struct HTMLTests {
  private static let page = """
    <!DOCTYPE html><html lang="ar"><head><title>عنوان الصفحة | موقع</title>
    <meta property="article:published_time" content="2021-03-05T08:00:00+03:00"></head><body>
    <nav><a href="/">الرئيسية</a></nav><h1>عنوان الصفحة</h1>
    <p>قال الوزير أمس إن المحادثات &laquo;مستمرة&raquo; في القاهرة، وإن الوفد سيعود في نهاية الأسبوع.</p>
    <script>var x = "لا يظهر";</script></body></html>
    """
  private static let body =
    "الرئيسية\nعنوان الصفحة\nقال الوزير أمس إن المحادثات «مستمرة» في القاهرة، وإن الوفد سيعود في نهاية الأسبوع."

  @Test("Offsets refer to the extracted text, and the record tells of the file")
  func annotate() throws {
    let scratch = try Scratch()
    try scratch.write("a.html", Self.page)
    let result = try scratch.run("annotate", "a.html", "--include", "text")
    #expect(result.code == 0 && result.errors.isEmpty)
    let record = try result.records()[0]
    #expect(record["text"] as? String == Self.body)
    #expect(record["length"] as? Int == Self.body.unicodeScalars.count)
    let source = try #require(record["source"] as? [String: Any])
    #expect(source["bytes"] as? Int == Self.page.utf8.count)
    #expect(source["encoding"] as? String == "utf-8" && source["encoding_confidence"] as? Int == 1)
    let declared = try #require(record["declared"] as? [String: Any])
    #expect(declared["published"] as? String == "2021-03-05")
    #expect(declared["title"] as? String == "عنوان الصفحة | موقع" && declared["author"] is NSNull)
    let article = try #require(record["article"] as? [String: Any])
    let title = try #require(article["title"] as? [String: Any])
    #expect(title["text"] as? String == "عنوان الصفحة" && title["start"] as? Int == 9)
    // The text has no date of publication; times are told from the declared one all the same.
    #expect(article["published"] is NSNull)
    let timexes = try #require(record["timexes"] as? [[String: Any]])
    #expect(timexes.first?["value"] as? String == "2021-03-04")
  }

  @Test("Every subcommand reads the text of pages: by extension, by option, from a folder")
  func subcommands() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.HTM", Self.page)
    try scratch.write("in/b.txt", "نص")
    let page = Data(Self.page.utf8)
    #expect(try scratch.run("normalize", "in/a.HTM").text == Self.body)
    #expect(try scratch.run("normalize", "--input-format", "html", input: page).text == Self.body)
    #expect(try scratch.run("normalize", "--input-format", "text", "in/a.HTM").text == Self.page)
    let sentences = try scratch.run("tokenize", "--unit", "sentence", "in")
    #expect(sentences.text == Self.body + "\nنص\n")
    let words = try scratch.run("tokenize", "in/a.HTM").output.count { $0 == 0x0A }
    #expect(try scratch.run("tokenize", "--count", "in/a.HTM").text.hasSuffix("tokens\t\(words)\n"))
    #expect(try scratch.run("entities", "in/a.HTM").records().count == 1)
    let dates = try scratch.run("dates", "in/a.HTM", "--reference-date", "2020-01-02")
    #expect(dates.text.contains(#""value":"2020-01-01""#))
    let wrong = try scratch.run("annotate", "--input-format", "xml")
    #expect(wrong.code == 2 && wrong.errors.contains("html"))
  }

  @Test("A page past the limits is read, and told")
  func limits() throws {
    let scratch = try Scratch()
    try scratch.write("a.html", String(repeating: "<div>", count: 100_000) + "نص في العمق")
    let record = try scratch.run("annotate", "a.html", "--include", "text").records()[0]
    #expect(record["text"] as? String == "نص في العمق")
    let diagnostics = try #require(record["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["code"] as? String } == ["html-limit"])
  }

  @Test("--encoding: what is asked for, what is found out, what is refused")
  func encodings() throws {
    let scratch = try Scratch()
    let text = "قال الوزير إن المحادثات مستمرة في القاهرة"
    let windows: [UInt8] = [
      0xDE, 0xC7, 0xE1, 0x20, 0xC7, 0xE1, 0xE6, 0xD2, 0xED, 0xD1, 0x20, 0xC5, 0xE4, 0x20, 0xC7,
      0xE1,
      0xE3, 0xCD, 0xC7, 0xCF, 0xCB, 0xC7, 0xCA, 0x20, 0xE3, 0xD3, 0xCA, 0xE3, 0xD1, 0xC9, 0x20,
      0xDD,
      0xED, 0x20, 0xC7, 0xE1, 0xDE, 0xC7, 0xE5, 0xD1, 0xC9,
    ]
    try scratch.write("w.txt", Data(windows))
    try scratch.write("u.txt", try #require(text.data(using: .utf16LittleEndian)))
    try scratch.write("m.txt", try #require(text.data(using: .utf16)))
    for (file, encoding) in [("w.txt", "windows-1256"), ("u.txt", "utf-16"), ("m.txt", "utf-16")] {
      for option in ["auto", encoding] {
        let result = try scratch.run(
          "annotate", file, "--include", "text", "--encoding", option, "--on-invalid", "fail")
        let record = try result.records()[0]
        #expect(record["text"] as? String == text, "\(file) \(option)")
        let source = try #require(record["source"] as? [String: Any])
        #expect(source["encoding"] as? String == encoding)
        #expect((source["encoding_confidence"] == nil) == (option != "auto"))
      }
      #expect(try scratch.run("tokenize", "--count", file).text == "documents\t1\ntokens\t7\n")
    }
    let utf8 = try scratch.run("annotate", "w.txt", "--encoding", "utf-8", "--on-invalid", "fail")
    #expect(utf8.code == 1)
    #expect(utf8.errors.hasPrefix("w.txt:1: error: invalid UTF-8 at byte offset 0\n"))
    try scratch.write("i.txt", Data([0xC7, 0x0A, 0xFF]))
    let iso = try scratch.run(
      "annotate", "i.txt", "--encoding", "iso-8859-6", "--on-invalid", "fail")
    #expect(iso.errors.hasPrefix("i.txt:2: error: invalid ISO-8859-6 at byte offset 2\n"))
    let unknown = try scratch.run("annotate", "w.txt", "--encoding", "latin-1")
    #expect(unknown.code == 2 && unknown.errors.contains("windows-1256"))
  }

  @Test("Long files that are not UTF-8 are counted like others")
  func countLong() throws {
    let scratch = try Scratch()
    let text = String(repeating: "قال الوزير إن المحادثات مستمرة.\n", count: 100_000)
    try scratch.write("u.txt", try #require(text.data(using: .utf16BigEndian)))
    // ASCII for longer than the first look, windows-1256 behind it.
    var late = Data(String(repeating: "word word\n", count: 10_000).utf8)
    for _ in 0..<20_000 {
      late.append(contentsOf: [0xDE, 0xC7, 0xE1, 0x20, 0xC7, 0xE1, 0xE6, 0xD2, 0x0A])
    }
    try scratch.write("w.txt", late)
    #expect(
      try scratch.run("tokenize", "--count", "u.txt").text == "documents\t1\ntokens\t600000\n")
    #expect(try scratch.run("tokenize", "--count", "w.txt").text == "documents\t1\ntokens\t60000\n")
  }

  @Test("Shares of Arabic, other languages' passages, a text without Arabic")
  func languages() throws {
    let english = "The ministers of both countries agreed to meet again in the spring.\n"
    let french = "Les ministres des deux pays ont décidé de se revoir dans les mois à venir."
    let mixed = Data(("قال الوزير إن المحادثات مستمرة.\n" + english + "\n" + french).utf8)
    let record = try Tool.run("annotate", input: mixed).records()[0]
    let language = try #require(record["language"] as? [String: Any])
    let share = try #require(language["arabic"] as? Double)
    #expect(share > 0.1 && share < 0.3)
    let passages = try #require(language["passages"] as? [[String: Any]])
    #expect(passages.map { $0["language"] as? String } == ["en", "fr"])
    #expect(passages.map { $0["script"] as? String } == ["Latn", "Latn"])
    #expect(passages[0]["start"] as? Int == 32)
    #expect((record["diagnostics"] as? [Any])?.isEmpty == true)
    let without = try Tool.run("annotate", input: Data(english.utf8))
    #expect(without.code == 0)
    let diagnostics = try without.records()[0]["diagnostics"] as? [[String: Any]]
    #expect(diagnostics?.map { $0["code"] as? String } == ["no-arabic"])
    let empty = try Tool.run("annotate", input: Data("123\n".utf8)).records()[0]
    #expect((empty["language"] as? [String: Any])?["arabic"] is NSNull)
    #expect((empty["diagnostics"] as? [Any])?.isEmpty == true)
  }
}
