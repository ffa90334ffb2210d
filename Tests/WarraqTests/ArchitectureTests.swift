import Foundation
import Testing
import WarraqTestSupport

/// The rules of the structure, read off the sources.
@Suite("Architecture")
struct ArchitectureTests {
  private let sources = Corpus.folder.deletingLastPathComponent().appending(path: "Sources")

  /// The targets in the order of the straight line; imports go only to the left.
  private let line = [
    "CICU", "WarraqICU", "WarraqText", "CWarraqNormalization", "WarraqNormalization",
    "WarraqTransliteration", "WarraqRepair", "CWarraqKernels", "WarraqTokenization",
    "WarraqAnalysis", "WarraqDates", "CWarraqLexicon", "WarraqLexicon", "CWarraqTagger",
    "WarraqTagger", "WarraqEntities", "WarraqArticles", "WarraqQuotations", "Warraq", "CGumbo",
    "CSQLite", "CCompression", "CSystem",
    "WarraqFormats", "WarraqEvaluation", "WarraqBench", "WarraqCommand",
    "WarraqDatagen", "WarraqTraining",
    "WarraqFuzz", "WarraqNormalizationFuzz", "WarraqDatesFuzz", "WarraqPageFuzz",
  ]

  private func imports(of target: String) throws -> [(file: String, module: String)] {
    let folder = sources.appending(path: target)
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var found: [(String, String)] = []
    for file in files ?? [] where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /(?m)^(?:@\w+ )*(?:public |internal |package )?import (\w+)/) {
        found.append(("\(target)/\(file)", String(match.output.1)))
      }
    }
    return found
  }

  @Test("Imports go down the line")
  func direction() throws {
    for (index, target) in line.enumerated() {
      for (file, module) in try imports(of: target) {
        guard let place = line.firstIndex(of: module) else { continue }
        #expect(place < index, "\(file) imports \(module)")
      }
    }
  }

  @Test("Dates and entities do not know of each other, and the doors to C libraries are few")
  func separation() throws {
    for target in line {
      for (file, module) in try imports(of: target) {
        if target == "WarraqDates" { #expect(module != "WarraqEntities", "\(file)") }
        if target == "WarraqEntities" { #expect(module != "WarraqDates", "\(file)") }
        if module == "CICU" { #expect(target == "WarraqICU", "\(file)") }
        if module == "CCompression" {
          #expect(file.hasPrefix("WarraqFormats/Compression/"), "\(file)")
        }
        if module == "CSystem" {
          #expect(file == "WarraqFormats/Files/SystemFile.swift", "\(file)")
        }
        if module == "CGumbo" { #expect(file == "WarraqFormats/HTML/HTMLEvents.swift", "\(file)") }
        if module == "CSQLite" {
          #expect(file == "WarraqFormats/Outputs/SQLite/SQLiteStore.swift", "\(file)")
        }
      }
    }
  }

  @Test("No product imports Foundation")
  func foundation() throws {
    for target in line where target != "WarraqDatagen" && target != "WarraqTraining" {
      for (file, module) in try imports(of: target) {
        #expect(!module.hasPrefix("Foundation"), "\(file)")
      }
    }
  }

  @Test("Every folder of Sources is in the line")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(Set(folders) == Set(line))
  }
}
