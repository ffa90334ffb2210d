import Foundation
import Testing
import Warraq

@Suite("Usage")
struct UsageTests {
  @Test(
    "Wrong usage ends with 2, and says so on standard error only",
    arguments: [
      ["annotate", "--nothing"], ["nothing"], ["annotate", "--offsets", "bytes"],
      ["annotate", "--include", "tokens,quotes"], ["annotate", "--exclude", "all"],
      ["annotate", "-o"], ["annotate", "-o", "a", "--output-dir", "b"], ["annotate", "-", "-"],
      ["annotate", "-o", "a", "--errors", "a"], ["annotate", ""], ["annotate", "-o", ""],
      ["dates", "--reference-date", "2024-02-30"], ["dates", "--text-field", "id"],
      ["normalize", "--preset", "all"], ["entities", "--reference-date", "2024-01-01"],
      ["entities", "--guideline", "conll"],
      ["tokenize", "--unit", "sentence", "--profile", "uax29"],
      ["tokenize", "--count", "--format", "tsv"], ["tokenize", "--on-invalid", "ignore"],
      ["bench", "--stage", "all"], ["bench", "--size", "0"], ["bench", "--min-time", "0"],
      ["bench", "--min-time", "nan"], ["bench", "--profile", "both"], ["bench", "-", "-"],
    ])
  func wrong(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.errors.contains("Usage: warraq"))
  }

  @Test(
    "Help goes to standard output, with examples",
    arguments: [
      "annotate", "normalize", "transliterate", "tokenize", "dates", "entities", "article", "bench",
      "boilerplate",
      "",
    ])
  func help(command: String) throws {
    let result = try Tool.run((command.isEmpty ? [] : [command]) + ["--help"])
    #expect(result.code == 0 && result.errors.isEmpty)
    #expect(result.text.contains("Examples:\n  warraq "))
    #expect(result.text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
  }

  @Test("The version line")
  func version() throws {
    let result = try Tool.run("--version")
    #expect(result.code == 0)
    #expect(result.text.hasPrefix("warraq \(WarraqVersion.current) (Unicode 15.0, ICU "))
    #expect(result.text.hasSuffix("lexicon \(Lexicon.shared.fingerprint))\n"))
  }
}
