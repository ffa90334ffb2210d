import Foundation
import Testing
import Warraq
import WarraqTestSupport

@Suite("warraq normalize")
struct NormalizeTests {
  @Test("Every golden case through the tool, text and map")
  func golden() throws {
    let cases = try GoldenFile("normalization.txt").cases.map {
      (line: $0.line, golden: try #require(NormalizationCase($0.expected)))
    }
    // Sources as JSON Lines, those of one set of options in one run.
    for (specification, group) in Dictionary(grouping: cases, by: \.golden.specification) {
      var input = ""
      for each in group {
        var text = ""
        for scalar in each.golden.source {
          text += scalar.utf16.map { String(format: "\\u%04X", $0) }.joined()
        }
        input += #"{"id":\#(each.line),"text":"\#(text)"}"# + "\n"
      }
      let result = try Tool.run(
        ["normalize", "--input-format", "jsonl", "--format", "jsonl"]
          + Self.arguments(group[0].golden),
        input: Data(input.utf8))
      #expect(result.code == 0 && result.errors.isEmpty, "\(specification): \(result.errors)")
      let records = try result.records()
      try #require(records.count == group.count)
      for (record, each) in zip(records, group) {
        let expected = each.golden.result.map(\.value)
        let text = try #require(record["text"] as? String).unicodeScalars.map(\.value)
        // Foundation's JSON drops a U+FEFF that a string begins with.
        #expect(text == Array(expected.drop { $0 == 0xFEFF }), "line \(each.line)")
        let map = try #require(record["map"] as? [Int])
        #expect(map.count == expected.count + 1 && map.last == each.golden.source.count)
        if let wanted = each.golden.map { #expect(map == wanted, "line \(each.line)") }
        #expect(Set(record.keys) == ["id", "text", "map"])
      }
    }
  }

  private static func arguments(_ golden: NormalizationCase) -> [String] {
    golden.settings.flatMap { setting -> [String] in
      switch setting {
      case .preset(let name): return ["--preset", name]
      case .option(let name, let value):
        let flag = String(name.map { $0 == "_" ? "-" : $0 })
        switch value {
        case "true": return ["--" + flag]
        case "false": return ["--no-" + flag]
        default: return ["--" + flag, value]
        }
      }
    }
  }

  @Test("Every option and every value is an argument, and help names them")
  func arguments() throws {
    let help = try Tool.run("normalize", "--help").text
    for name in NormalizationOptions.optionNames {
      let flag = "--" + String(name.map { $0 == "_" ? "-" : $0 })
      let values = try #require(NormalizationOptions.values(of: name))
      if values == ["false", "true"] {
        #expect(help.contains("\(flag)/--no-\(flag.dropFirst(2))"))
      } else {
        #expect(help.contains("\(flag) <\(values.joined(separator: "|"))>"))
        let wrong = try Tool.run("normalize", flag, "none")
        #expect(wrong.code == 2 && wrong.output.isEmpty)
        #expect(
          wrong.errors.hasPrefix(
            "Error: unknown value 'none' of option '\(name)'; values are "
              + values.joined(separator: ", ") + "\n"))
      }
    }
  }

  @Test("An unknown option is refused with the names of all")
  func unknown() throws {
    let wrong = try Tool.run("normalize", "--digit", "western")
    #expect(wrong.code == 2 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("Unknown option '--digit'"))
    #expect(wrong.errors.contains("--html-entities, --nfc, --presentation-forms, "))
    let preset = try Tool.run("normalize", "--preset", "all")
    #expect(preset.code == 2 && preset.errors.contains("'light', 'ner', 'search' or 'lm'"))
    #expect(try !Tool.run("annotate", "--digit").errors.contains("--html-entities"))
  }

  @Test("No arguments are the preset light; options alone are only themselves")
  func defaults() throws {
    let input = Data("كـتاب  ١".utf8)
    #expect(try Tool.run("normalize", input: input).text == "كتاب ١")
    #expect(try Tool.run("normalize", "--digits", "western", input: input).text == "كـتاب  1")
    #expect(try Tool.run("normalize", "--no-nfc", input: input).text == "كـتاب  ١")
    let replaced = try Tool.run(
      "normalize", "--tatweel", "keep", "--preset", "ner", input: input)
    #expect(replaced.text == "كـتاب 1")
  }

  @Test("Invalid UTF-8: a fault with path, line and byte offset, or U+FFFD; the rest goes on")
  func invalid() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", Data("أ\nب".utf8) + [0xFF] + Data("\n".utf8))
    try scratch.write("in/b.txt", "كـتاب\n")
    let failed = try scratch.run("normalize", "in", "--on-invalid", "fail")
    #expect(failed.code == 1)
    #expect(failed.text == "كتاب\n")
    #expect(
      failed.errors == """
        in/a.txt:2: error: invalid UTF-8 at byte offset 5
        warraq: 1 document, 1 failed

        """)
    let repaired = try scratch.run("normalize", "in")
    #expect(repaired.code == 0 && repaired.text == "أ\nب\u{FFFD}\nكتاب\n")
  }

  @Test("--explain tells on standard error what each operation did, and changes no output")
  func explain() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", "«كـتاب» في ١٢\u{200F} مايو\n")
    try scratch.write("in/b.txt", "كـتاب ٣\n")
    let plain = try scratch.run("normalize", "--preset", "ner", "in")
    let explained = try scratch.run("normalize", "--preset", "ner", "in", "--explain")
    #expect(explained.output == plain.output && plain.errors.isEmpty)
    #expect(
      explained.errors == """
        nfc: 0 places
        presentation_forms: 0 places
        ligatures=expand: 0 places
        controls=strip: 1 place
          - ١٢<U+200F>
          + ١٢
        superscript_alef=strip: 0 places
        quranic_marks=strip: 0 places
        diacritics=strip: 0 places
        tatweel=strip: 2 places
          - «كـتاب»
          + «كتاب»
          - كـتاب
          + كتاب
        letter_variants=arabic: 0 places
        digits=western: 2 places
          - ١٢
          + 12
          - ٣
          + 3
        quotes=ascii: 2 places
          - «كتاب»
          + "كتاب"
        spaces=collapse: 0 places

        """)
  }

  @Test("--repair repairs first, and the map leads to the original")
  func repair() throws {
    let input = Data("قال فضاً عن األبحاث".utf8)
    let plain = try Tool.run("normalize", "--diacritics", "strip", input: input)
    #expect(plain.text == "قال فضا عن األبحاث")
    let result = try Tool.run(
      "normalize", "--repair", "--diacritics", "strip", "--format", "jsonl", input: input)
    #expect(
      result.text
        == #"{"id":"-","text":"قال فضلا عن الأبحاث","map":"#
        + "[0,1,2,3,4,5,6,6,8,9,10,11,12,13,13,15,16,17,18,19]}\n")
    let explained = try Tool.run(
      "normalize", "--repair", "--diacritics", "strip", "--explain", input: input)
    #expect(explained.text == "قال فضلا عن الأبحاث")
    #expect(
      explained.errors == """
        lam-alef-lost: 1 place, 1 repaired
        lam-alef-reversed: 1 place, 1 repaired
        diacritics=strip: 1 place
          - فضلاً
          + فضلا

        """)
  }

  @Test("Records of annotate tell of damage, after what reading repaired")
  func diagnostics() throws {
    let input = Data([0xFF]) + Data(" نص فضاً".utf8)
    let record = try Tool.run("annotate", input: input).records()[0]
    let found = try #require(record["diagnostics"] as? [[String: Any]])
    #expect(found.map { $0["code"] as? String } == ["invalid-utf8", "lam-alef-lost"])
    #expect(found[1]["start"] as? Int == 5 && found[1]["end"] as? Int == 9)
    #expect(found[1]["message"] as? String == "a lam-alef has lost its lam")
  }
}
